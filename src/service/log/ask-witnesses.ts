import { readSizeSeen, writeAddCheckpoint } from '../../transparency/add-checkpoint.ts'
import { checkNote } from '../../transparency/check-note.ts'
import { readNote, readSignatures } from '../../transparency/note.ts'
import { isQuorum, readPolicy, type Policy } from '../../transparency/policy.ts'
import { proveConsistency } from '../../transparency/prove.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { writeSignature } from '../../transparency/write-log.ts'
import { findTip, readTileBytes, type LogTip } from '../../store/log.ts'
import { cosignaturesOf, findHalt, findPolicy, haltLog, keepCosignature, keepWitnessedSize, latestSizeOf, type LogHalt } from '../../store/log-health.ts'
import { checkCheckpoint } from '../../verify/verify-checkpoint.ts'
import { findOtherLog } from './find-other-log.ts'
import type { LogServices } from './log-services.ts'
import { checkSignature, sha256Now } from './node-keys.ts'

/** What came of asking one witness; by the name that the policy gives it. */
export type WitnessAsked =
  | { readonly witness: string; readonly outcome: 'cosigned' }
  | { readonly witness: string; readonly outcome: 'not-reached'; readonly cause: string }
  | { readonly witness: string; readonly outcome: 'refused'; readonly status: number }
  | { readonly witness: string; readonly outcome: 'bad-cosignature' }
  /** It showed a checkpoint that our own key signed and our log does not have: this log signs no more. */
  | { readonly witness: string; readonly outcome: LogHalt['code'] }

type Witness = Policy['witnesses'][number]

/** One server may cosign with several keys: it is asked once. */
type Place = { readonly url: string; readonly witnesses: readonly Witness[] }

/**
 * Shows the newest checkpoint to the witnesses of the policy that have an address and have not cosigned it yet, and keeps what they sign. Nobody is
 * asked without a policy, or by a log that was halted.
 */
export async function askWitnesses(services: LogServices): Promise<readonly WitnessAsked[]> {
  const { database, keys } = services
  const [tip, policy] = [await findTip(database), await findPolicy(database)]
  if (!tip || !policy || (await findHalt(database))) return []
  const read = await readPolicy(writeText(policy.policy), sha256Now)
  if (!read.ok) throw new Error(`the policy that is kept cannot be read: ${JSON.stringify(read.refusal)}`)
  const asked: WitnessAsked[] = []
  for (const place of placesOf(read.value)) asked.push(...(await askPlace(services, tip, place)))
  await noteQuorum(services, tip, { ...read.value, logs: [{ key: keys.log.key }] })
  return asked
}

function placesOf({ witnesses }: Policy): readonly Place[] {
  return [...Map.groupBy(witnesses, ({ url }) => url?.replace(/\/$/, ''))].flatMap(([url, there]) => (url === undefined ? [] : [{ url, witnesses: there }]))
}

async function askPlace(services: LogServices, tip: LogTip, { url, witnesses }: Place): Promise<readonly WitnessAsked[]> {
  const sizes = await Promise.all(witnesses.map(({ name }) => latestSizeOf(services.database, name)))
  if (sizes.every((size) => size === tip.size)) return []
  const ofAll = (outcome: Outcome): readonly WitnessAsked[] => witnesses.map(({ name: witness }) => ({ witness, ...outcome }))
  let oldSize = Math.max(...sizes)
  // A witness that saw another size than we know says so once; then the proof is from there.
  for (let attempt = 1; ; attempt++) {
    const answer = await show(services, tip, oldSize, url)
    if (typeof answer === 'string') return ofAll({ outcome: 'not-reached', cause: answer })
    if (answer.status === 200) return Promise.all(witnesses.map((witness) => keepLine(services, tip, witness, answer.body)))
    const seen = answer.status === 409 ? readSizeSeen(answer.body) : undefined
    if (attempt === 1 && seen !== undefined && seen <= tip.size) oldSize = seen
    else return ofAll((await haltIfOther(services, url)) ?? { outcome: 'refused', status: answer.status })
  }
}

type Outcome = { readonly outcome: 'not-reached'; readonly cause: string } | { readonly outcome: 'refused'; readonly status: number } | { readonly outcome: LogHalt['code'] }

/** A refusal alone stops nothing: anybody on the way could have written it. What our own key signed does. */
async function haltIfOther(services: LogServices, url: string): Promise<Outcome | undefined> {
  const other = await findOtherLog(services, url)
  if (!other) return undefined
  await haltLog(services.database, other.code, { witness: url, shown: other.note })
  return { outcome: other.code }
}

async function show({ database, post }: LogServices, tip: LogTip, oldSize: number, url: string) {
  const proof = oldSize === 0 || oldSize === tip.size ? [] : await consistency(database, oldSize, tip.size)
  return post(`${url}/add-checkpoint`, writeText(writeAddCheckpoint({ oldSize, proof, signedCheckpoint: tip.note }))).catch(causeOf)
}

// Node's fetch says what happened in the cause of its error.
function causeOf(fault: unknown): string {
  const { cause, message } = fault as { readonly cause?: { readonly code?: string }; readonly message: string }
  return cause?.code ?? message
}

async function consistency(database: LogServices['database'], oldSize: number, size: number): Promise<readonly Uint8Array[]> {
  const proof = await proveConsistency(oldSize, size, (tile) => readTileBytes(database, tile), sha256Now)
  if (!proof.ok) throw new Error(`our own log is damaged: ${JSON.stringify(proof.refusal)}`)
  return proof.value
}

async function keepLine({ database }: LogServices, tip: LogTip, { name, key }: Witness, body: Uint8Array): Promise<WitnessAsked> {
  const lines = readSignatures(Buffer.from(body).toString('utf8'))
  const note = readNote(writeText(tip.note))
  if (!lines.ok || !note.ok) return { witness: name, outcome: 'bad-cosignature' }
  const own = lines.value.filter((line) => line.name === key.name && line.keyId === key.id)
  const checked = await checkNote({ text: note.value.text, signatures: own }, [key], checkSignature)
  const [signed] = checked.ok ? checked.value.signed : []
  const [line] = own
  if (signed?.signedAtSeconds === undefined || signed.signedAtSeconds === 0 || !line) return { witness: name, outcome: 'bad-cosignature' }
  await keepCosignature(database, { size: tip.size, witness: name, line: writeSignature(line), seenAtSeconds: signed.signedAtSeconds })
  return { witness: name, outcome: 'cosigned' }
}

/** Where the cosignatures that are kept are enough, that is kept too, with the moment by which enough had seen it. */
async function noteQuorum({ database }: LogServices, tip: LogTip, policy: Policy): Promise<void> {
  const cosigned = await signedCheckpoint(database, tip)
  const facts = await checkCheckpoint(writeText(cosigned), policy, { sha256: sha256Now, checkSignature })
  if (!facts.ok || policy.quorum === 'none') return
  const reached: string[] = []
  for (const { name, signedAtSeconds } of facts.value.witnesses.toSorted((left, right) => right.signedAtSeconds - left.signedAtSeconds)) {
    reached.push(name)
    if (isQuorum(policy, reached)) {
      await keepWitnessedSize(database, tip.size, signedAtSeconds)
      return
    }
  }
}

/** A checkpoint of ours with the signatures of whoever witnessed it. */
export async function signedCheckpoint(database: LogServices['database'], { size, note }: LogTip): Promise<string> {
  return note + (await cosignaturesOf(database, size)).map(({ line }) => line).join('')
}
