import { accept, refuse, type Result } from '../../kernel/result.ts'
import { readNoteKey, type NoteKeyRefusal } from '../../transparency/note-key.ts'
import { readPolicy, type PolicyRefusal } from '../../transparency/policy.ts'
import { writeNoteKey } from '../../transparency/write-log.ts'
import { setPolicy as keepPolicy } from '../../store/log-health.ts'
import { addWitnessedLog, endWitnessedLog } from '../../store/witnessed-logs.ts'
import type { LogServices } from './log-services.ts'
import { sha256Now } from './node-keys.ts'

export type PolicyWish = { readonly file: Uint8Array; readonly disclosuresStopAfterHours: number; readonly outboundStopsAfterHours: number; readonly by: string }

/** Says which witnesses are enough from now on. The policy need not name our own log: it is about nobody else's. */
export async function setPolicy({ database }: Pick<LogServices, 'database'>, { file, disclosuresStopAfterHours, outboundStopsAfterHours, by }: PolicyWish): Promise<Result<null, PolicyRefusal>> {
  const read = await readPolicy(file, sha256Now)
  if (!read.ok) return read
  await keepPolicy(database, { policy: Buffer.from(file).toString('utf8'), disclosuresStopAfterSeconds: disclosuresStopAfterHours * 3600, outboundStopsAfterSeconds: outboundStopsAfterHours * 3600, setBy: by })
  return accept(null)
}

/** Begins to witness a log, known by its verifier key: its name is the log's origin. */
export async function witnessLog({ database }: Pick<LogServices, 'database'>, key: string, by: string): Promise<Result<string, NoteKeyRefusal | { readonly code: 'witnessed-already'; readonly origin: string }>> {
  const read = await readNoteKey(key, sha256Now)
  if (!read.ok) return read
  const { name: origin } = read.value
  return (await addWitnessedLog(database, { origin, keys: writeNoteKey(read.value), by })) ? accept(origin) : refuse({ code: 'witnessed-already', origin })
}

/** Witnesses a log no more. What was seen of it, and evidence, stays. */
export async function witnessNoMore({ database }: Pick<LogServices, 'database'>, origin: string): Promise<void> {
  await endWitnessedLog(database, origin)
}
