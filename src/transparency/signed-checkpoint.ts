import { accept, refuse, type Result } from '../kernel/result.ts'
import { type CheckedNote, checkNote, type CheckSignature, type SignatureRefusal } from './check-note.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import type { Note } from './note.ts'
import type { NoteKey } from './note-key.ts'

export type SignedCheckpoint = CheckedNote & { readonly checkpoint: Checkpoint }

export type SignedCheckpointRefusal =
  | SignatureRefusal
  | { readonly code: 'not-a-checkpoint' }
  | { readonly code: 'origin-unknown'; readonly origin: string }
  /** Lines after the root that no signature of the log covers. */
  | { readonly code: 'extension-not-signed' }

/**
 * Did the log itself sign this checkpoint, and which others did?
 * A log's key bears the log's name (tlog-policy, "Defining a log"), and is none that only cosigns with Ed25519 (type 4).
 */
export async function checkSignedCheckpoint(
  note: Note, logs: readonly NoteKey[], others: readonly NoteKey[], checkSignature: CheckSignature,
): Promise<Result<SignedCheckpoint, SignedCheckpointRefusal>> {
  const checkpoint = readCheckpoint(note.text)
  if (checkpoint === undefined) return refuse({ code: 'not-a-checkpoint' })
  const own = logs.filter(({ name, type }) => name === checkpoint.origin && type !== 4)
  if (own.length === 0) return refuse({ code: 'origin-unknown', origin: checkpoint.origin })
  const checked = await checkNote(note, [...own, ...others], checkSignature)
  if (!checked.ok) return checked
  const byLog = checked.value.signed.filter(({ key }) => own.includes(key))
  if (byLog.length === 0) return refuse({ code: 'no-known-signature' })
  if (checkpoint.extensions.length > 0 && byLog.every(({ key }) => key.type !== 1)) return refuse({ code: 'extension-not-signed' })
  return accept({ ...checked.value, checkpoint })
}
