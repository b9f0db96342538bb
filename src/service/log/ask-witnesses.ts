import { readSizeSeen, writeAddCheckpoint } from '../../transparency/add-checkpoint.ts'
import { checkNote } from '../../transparency/check-note.ts'
import { readNote, readSignatures } from '../../transparency/note.ts'
import { isQuorum, readPolicy, type Policy } from '../../transparency/policy.ts'
import { proveConsistency } from '../../transparency/prove.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { writeSignature } from '../../transparency/write-log.ts'
import { findTip, readTileBytes, type LogTip } from '../../store/log.ts'
import { cosignaturesOf, findHalt, findPolicy, haltLog, keepCosignature, keepWitnessedSize, latestSizeOf } from '../../store/log-health.ts'
import { checkCheckpoint } from '../../verify/verify-checkpoint.ts'
import type { LogServices } from './log-services.ts'
import { checkSignature, sha256Now } from './node-keys.ts'

/** What came of asking one witness. `rolled-back`: it saw a longer log than ours, or another one of the same size; this log signs no more. */
export type WitnessAsked =
  | { readonly witness: string; readonly outcome: 'cosigned' }
  | { readonly witness: string; readonly outcome: 'not-reached'; readonly cause: string }
  | { readonly witness: string; readonly outcome: 'refused'; readonly status: number }
  | { readonly witness: string; readonly outcome: 'bad-cosignature' }
  | { readonly witness: string; readonly outcome: 'rolled-back'; readonly size: number }

type Witness = Policy['witnesses'][number]

/** Shows the newest checkpoint to every witness of the policy that has an address, and keeps what they sign. Nothing is asked without a policy. */
export async function askWitnesses(services: LogServices): Promise<readonly WitnessAsked[]> {
  const { database, keys } = services
  const [tip, policy] = [await findTip(database), await findPolicy(database)]
  if (!tip || !policy || (await findHalt(database))) return []
  const read = await readPolicy(writeText(policy.policy), sha256Now)
  if (!read.ok) throw new Error(`the policy that is kept cannot be read: ${JSON.stringify(read.refusal)}`)
  const asked: WitnessAsked[] = []
  for (const witness of read.value.witnesses) if (witness.url !== undefined) asked.push(await askOne(services, tip, witness, witness.url))
  await noteQuorum(services, tip, { ...read.value, logs: [{ key: keys.log.key }] })
  return asked
}

async function askOne(services: LogServices, tip: LogTip, witness: Witness, url: string): Promise<WitnessAsked> {
  const { name } = witness
  let oldSize = await latestSizeOf(services.database, name)
  // A witness that saw another size than we know says so once; then the proof is from there.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const answer = await post(services, tip, oldSize, url)
    if (typeof answer === 'string') return { witness: name, outcome: 'not-reached', cause: answer }
    if (answer.status === 200) return keepLines(services, tip, witness, answer.body)
    const seen = answer.status === 409 ? readSizeSeen(answer.body) : undefined
    if (seen === undefined) return { witness: name, outcome: 'refused', status: answer.status }
    if (seen > tip.size) {
      await haltLog(services.database, 'rolled-back', { witness: name, seen, ours: tip.size })
      return { witness: name, outcome: 'rolled-back', size: seen }
    }
    oldSize = seen
  }
  return { witness: name, outcome: 'refused', status: 409 }
}

async function post({ database, post: send }: LogServices, tip: LogTip, oldSize: number, url: string) {
  const proof = oldSize === 0 || oldSize === tip.size ? [] : await consistency(database, oldSize, tip.size)
  const body = writeText(writeAddCheckpoint({ oldSize, proof, signedCheckpoint: tip.note }))
  return send(`${url.replace(/\/$/, '')}/add-checkpoint`, body).catch((cause: unknown) => (cause instanceof Error ? cause.message : String(cause)))
}

async function consistency(database: LogServices['database'], oldSize: number, size: number): Promise<readonly Uint8Array[]> {
  const proof = await proveConsistency(oldSize, size, (tile) => readTileBytes(database, tile), sha256Now)
  if (!proof.ok) throw new Error(`our own log is damaged: ${JSON.stringify(proof.refusal)}`)
  return proof.value
}

async function keepLines({ database }: LogServices, tip: LogTip, { name, key }: Witness, body: Uint8Array): Promise<WitnessAsked> {
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
