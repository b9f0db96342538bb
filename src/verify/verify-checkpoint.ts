import { accept, refuse, type Result } from '../kernel/result.ts'
import { readNote, type NoteRefusal } from '../transparency/note.ts'
import { isQuorum, readPolicy, type Policy, type PolicyRefusal } from '../transparency/policy.ts'
import { checkSignedCheckpoint, type SignedCheckpoint, type SignedCheckpointRefusal } from '../transparency/signed-checkpoint.ts'
import { type Tools, webCrypto } from './web-crypto.ts'

/** What a checkpoint that is good under a policy says. */
export type CheckpointFacts = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Who saw it, as the policy names them, and when they said so: seconds since 1970, and zero where an ML-DSA-44 cosignature says nothing of time. */
  readonly witnesses: readonly { readonly name: string; readonly signedAtSeconds: number }[]
  /** What was enough: a witness, a group, or `none`. With `none` nobody but the log vouches for it. */
  readonly quorum: string
  /** Keys of the policy whose signature this runtime cannot check; they were not counted. */
  readonly uncheckable: readonly string[]
  /** Signatures of keys that the policy does not name; they were ignored. */
  readonly unknownSignatures: number
}

export type CheckpointRefusal = NoteRefusal | SignedCheckpointRefusal | PolicyRefusal | QuorumMissed
export type QuorumMissed = { readonly code: 'quorum-not-reached'; readonly witnesses: readonly string[]; readonly uncheckable: readonly string[] }

/**
 * Did a log of the policy sign this checkpoint, and did enough witnesses see it?
 *
 * Shapes: the bytes of a checkpoint file (tlog-checkpoint, tlog-cosignature) and of a policy file (tlog-policy). Answers with facts or a refusal with a code;
 * throws only where Web Crypto itself fails. It does not say how old the checkpoint may be: `signedAtSeconds` is for the reader to judge.
 */
export async function verifyCheckpoint(checkpoint: Uint8Array, policy: Uint8Array, tools: Tools = webCrypto): Promise<Result<CheckpointFacts, CheckpointRefusal>> {
  const read = await readPolicy(policy, tools.sha256)
  return read.ok ? checkCheckpoint(checkpoint, read.value, tools) : read
}

/** The same under a policy that was read already. */
export async function checkCheckpoint(bytes: Uint8Array, policy: Policy, { checkSignature }: Tools): Promise<Result<CheckpointFacts, CheckpointRefusal>> {
  const note = readNote(bytes)
  if (!note.ok) return note
  const signed = await checkSignedCheckpoint(note.value, policy.logs.map(({ key }) => key), policy.witnesses.map(({ key }) => key), checkSignature)
  if (!signed.ok) return signed
  const { checkpoint: { origin, size, root }, unknownSignatures } = signed.value
  const witnesses = witnessesIn(signed.value, policy)
  const uncheckable = signed.value.uncheckable.map(({ name }) => name)
  if (!isQuorum(policy, witnesses.map(({ name }) => name))) return refuse({ code: 'quorum-not-reached', witnesses: witnesses.map(({ name }) => name), uncheckable })
  return accept({ origin, size, root, witnesses, quorum: policy.quorum, uncheckable, unknownSignatures })
}

function witnessesIn({ signed }: SignedCheckpoint, policy: Policy) {
  return policy.witnesses.flatMap(({ name, key }) => {
    const times = signed.filter((signature) => signature.key === key).map(({ signedAtSeconds = 0 }) => signedAtSeconds)
    return times.length === 0 ? [] : [{ name, signedAtSeconds: Math.max(...times) }]
  })
}
