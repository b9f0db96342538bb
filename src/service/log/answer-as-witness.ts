import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { readAddCheckpoint, type AddCheckpoint } from '../../transparency/add-checkpoint.ts'
import { cosign } from '../../transparency/cosign.ts'
import type { NoteSignature } from '../../transparency/note.ts'
import { readNoteKey, type NoteKey } from '../../transparency/note-key.ts'
import { decideAddCheckpoint, type WitnessDecision } from '../../transparency/witness.ts'
import { writeNote, writeSignature } from '../../transparency/write-log.ts'
import { findWitnessedCheckpoint, keepEvidence, keepSeen, listWitnessedLogs, lockWitnessedLog } from '../../store/witnessed-logs.ts'
import type { Transaction } from '../../store/tables.ts'
import type { LogServices } from './log-services.ts'
import { checkSignature, sha256Now, type NodeKeys } from './node-keys.ts'

/** What goes back over HTTP (tlog-witness, “add-checkpoint”). */
export type WitnessReply = { readonly status: 200 | 400 | 403 | 404 | 409 | 422; readonly body: string; readonly size?: number }

/** Of a request that nobody can read. */
const notARequest: WitnessReply = { status: 400, body: '' }

/** Answers another log that asks for our cosignature. What we cosign is kept before the answer is given, and nobody else can ask meanwhile. */
export async function answerAsWitness({ database, keys, clock }: LogServices, body: Uint8Array): Promise<WitnessReply> {
  const read = readAddCheckpoint(body)
  if (!read.ok) return notARequest
  const { value: request } = read
  return database.transaction().execute(async (tx) => {
    const { origin } = request.checkpoint
    const log = await lockWitnessedLog(tx, origin)
    if (!log) return { status: 404, body: '' } as const
    const [latest, atSize] = [await findWitnessedCheckpoint(tx, origin), await findWitnessedCheckpoint(tx, origin, request.checkpoint.size)]
    const decision = await decideAddCheckpoint(request, { latest, rootAtSize: atSize?.root }, await keysOf(log.keys), { sha256: sha256Now, checkSignature })
    if (decision.evidence) await keepEvidence(tx, { origin, code: decision.evidence, seenNote: (atSize ?? latest)?.note ?? '', otherNote: writeNote(request.note), proof: proofText(request) })
    return decision.status === 200 ? cosigned(tx, keys, request, Math.floor(Date.parse(clock.now()) / 1000)) : replyOf(decision)
  })
}

function replyOf(decision: Exclude<WitnessDecision, { status: 200 }>): WitnessReply {
  if (decision.status === 409) return { status: 409, body: `${decision.size}\n`, size: decision.size }
  return { status: decision.status, body: '' }
}

async function cosigned(tx: Transaction, { witness }: NodeKeys, { oldSize, note, checkpoint }: AddCheckpoint, atSeconds: number): Promise<WitnessReply> {
  const lines: NoteSignature[] = []
  for (const { key, sign } of witness) lines.push(await cosign(note.text, key, atSeconds, sign))
  // The log's own signatures and ours: what whoever asks us later is shown.
  const kept = await keepSeen(tx, { origin: checkpoint.origin, oldSize, size: checkpoint.size, root: checkpoint.root, note: writeNote({ text: note.text, signatures: [...note.signatures.filter(({ name }) => name === checkpoint.origin), ...lines] }) })
  if (!kept) throw new Error(`the log ${checkpoint.origin} moved on while it was locked`)
  return { status: 200, body: lines.map((line) => writeSignature(line)).join('') }
}

async function keysOf(lines: string): Promise<readonly NoteKey[]> {
  const read = await Promise.all(lines.split('\n').filter((line) => line !== '').map((line) => readNoteKey(line, sha256Now)))
  return read.flatMap((key) => (key.ok ? [key.value] : []))
}

function proofText({ oldSize, proof }: AddCheckpoint): string {
  return [`old ${oldSize}`, ...proof.map((hash) => Buffer.from(hash).toString('base64'))].join('\n')
}

/** The checkpoint of another log that we cosigned last, for whoever watches that log. */
export async function witnessedCheckpointOf({ database }: Pick<LogServices, 'database'>, originHash: string): Promise<Result<Uint8Array, { readonly code: 'not-witnessed' }>> {
  const log = (await listWitnessedLogs(database)).find(({ origin }) => Buffer.from(sha256Now(writeText(origin))).toString('hex') === originHash)
  const found = log && (await findWitnessedCheckpoint(database, log.origin))
  return found ? accept(writeText(found.note)) : refuse({ code: 'not-witnessed' })
}
