import { readBase64, readHash } from './base64.ts'
import { mostProofHashes } from './check-proof.ts'
import { readText, readWhole } from './strict-text.ts'

/** One file that proves one leaf to whoever has it and a policy (tlog-proof). */
export type ProofFile = {
  /** Bytes that nobody signed. Comity puts the opening of the leaf here, which the leaf itself confirms. */
  readonly extra?: Uint8Array
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The checkpoint as it was signed, with its signatures. */
  readonly signedCheckpoint: string
}

export const proofFirstLine = 'c2sp.org/tlog-proof@v1'

/** Reads a proof file; undefined where it is not exactly one. */
export function readProofFile(bytes: Uint8Array): ProofFile | undefined {
  const text = readText(bytes) ?? ''
  const gap = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, Math.max(gap, 0)).split('\n')
  const extraText = lines[0]?.startsWith('extra ') ? lines.shift()?.slice(6) : undefined
  const indexText = lines.shift()
  const index = indexText?.startsWith('index ') ? readWhole(indexText.slice(6)) : undefined
  const extra = extraText === undefined ? undefined : readBase64(extraText)
  const proof = lines.map(readHash)
  if (first !== proofFirstLine || index === undefined || (extraText !== undefined && extra === undefined)) return undefined
  if (proof.length > mostProofHashes || !proof.every((hash) => hash !== undefined)) return undefined
  return { ...(extra === undefined ? {} : { extra }), index, proof, signedCheckpoint: text.slice(gap + 2) }
}
