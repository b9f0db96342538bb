import { randomBytes } from 'node:crypto'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { readNote } from '../../transparency/note.ts'
import { checkSignedCheckpoint } from '../../transparency/signed-checkpoint.ts'
import { isKeyName } from '../../transparency/note-key.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { findTip } from '../../store/log.ts'
import { getBytes, postBytes } from '../../transport/ask-bytes.ts'
import type { LogServices } from './log-services.ts'
import { checkSignature, readNodeKeys, type NodeKeysRefusal } from './node-keys.ts'

/** `folder`: where this node's keys are. `origin`: what the log is called, for good: like an address, without a scheme. */
export type LogSettings = { readonly folder: string; readonly origin: string }

export type OpenLogRefusal = NodeKeysRefusal | { readonly code: 'origin-not-a-name'; readonly origin: string } | { readonly code: 'log-of-other-key'; readonly folder: string; readonly origin: string }

/** The log with what it needs. Refused when the log that is kept was signed by another key or under another name: it would be a second log in its place. */
export async function openLog({ database, roles, clock }: Pick<LogServices, 'database' | 'roles' | 'clock'>, { folder, origin }: LogSettings): Promise<Result<LogServices, OpenLogRefusal>> {
  if (!isKeyName(origin)) return refuse({ code: 'origin-not-a-name', origin })
  const keys = await readNodeKeys(folder, origin)
  if (!keys.ok) return keys
  const tip = await findTip(database)
  const note = tip && readNote(writeText(tip.note))
  const ours = !note || (note.ok && (await checkSignedCheckpoint(note.value, [keys.value.log.key], [], checkSignature)).ok)
  if (!ours) return refuse({ code: 'log-of-other-key', folder, origin })
  return accept({
    database, roles, clock, keys: keys.value,
    random: (length) => Uint8Array.from(randomBytes(length)),
    post: (url, body) => postBytes(url, body, 'text/plain; charset=utf-8'),
    get: getBytes,
  })
}
