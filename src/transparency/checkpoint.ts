import { readHash } from './base64.ts'
import { readWhole } from './strict-text.ts'

/** What a log says of itself: who it is, how many leaves it has, and what they come to (tlog-checkpoint). */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Lines of others. Comity writes none: no monitor can check them, and an ML-DSA-44 cosignature does not cover them. */
  readonly extensions: readonly string[]
}

/** Reads the text of a note as a checkpoint; undefined where it is not one. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin, sizeText, rootText, ...rest] = text.split('\n')
  const size = readWhole(sizeText)
  const root = readHash(rootText)
  const extensions = rest.slice(0, -1)
  if (!origin || size === undefined || root === undefined || rest.at(-1) !== '' || extensions.includes('')) return undefined
  return { origin, size, root, extensions }
}
