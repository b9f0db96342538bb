import { hexadecimal, same } from '../../transparency/bytes.ts'
import { readNote } from '../../transparency/note.ts'
import { checkSignedCheckpoint } from '../../transparency/signed-checkpoint.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { findCheckpoint, findTip } from '../../store/log.ts'
import type { LogHalt } from '../../store/log-health.ts'
import type { LogServices } from './log-services.ts'
import { checkSignature, sha256Now } from './node-keys.ts'

/** A checkpoint that our own key signed and our log does not have. `rolled-back`: it is of a longer log than ours; `forked`: of another one. */
export type OtherLog = { readonly code: LogHalt['code']; readonly note: string }

/**
 * What a witness shows as the last it saw of our log (tlog-witness, “Monitor Retrieval Mechanism”), where that cannot be ours; undefined where it is ours, where it
 * shows nothing, or nothing that our key signed.
 */
export async function findOtherLog({ database, keys, get }: LogServices, url: string): Promise<OtherLog | undefined> {
  // A witness that does not show it, or is not reached, shows nothing against us.
  const shown = await get(`${url}/${hexadecimal(sha256Now(writeText(keys.origin)))}/checkpoint`).catch(() => undefined)
  const note = shown?.status === 200 ? readNote(shown.body) : undefined
  if (!shown || !note?.ok) return undefined
  const signed = await checkSignedCheckpoint(note.value, [keys.log.key], [], checkSignature)
  if (!signed.ok) return undefined
  const { size, root } = signed.value.checkpoint
  const ours = await findCheckpoint(database, size)
  if (ours && same(ours.root, root)) return undefined
  const tip = await findTip(database)
  return { code: size > (tip?.size ?? 0) ? 'rolled-back' : 'forked', note: Buffer.from(shown.body).toString('utf8') }
}
