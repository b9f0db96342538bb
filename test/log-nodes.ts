// Nodes with a log each, over databases of their own, that reach each other by a post in memory. Plainly fictional names.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerAsWitness, witnessedCheckpointOf } from '../src/service/log/answer-as-witness.ts'
import type { LogServices } from '../src/service/log/log-services.ts'
import { readNodeKeys } from '../src/service/log/node-keys.ts'
import { setPolicy } from '../src/store/log-health.ts'
import { addWitnessedLog } from '../src/store/witnessed-logs.ts'
import { writeNoteKey } from '../src/transparency/write-log.ts'
import { caseServices } from './case-services.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

export type LogNode = { readonly services: LogServices; readonly fresh: FreshDatabase; readonly vkey: string; readonly close: () => Promise<void> }

/** Addresses at which witnesses are reached; what is not here is not reached. */
export type Network = Map<string, LogServices>

export async function logNode(name: string, network: Network): Promise<LogNode> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-keys-'))
  const fresh = await freshDatabase()
  const keys = await readNodeKeys(folder, `${name}.example/comity`)
  if (!keys.ok) throw new Error(JSON.stringify(keys.refusal))
  const { clock, roles } = caseServices(fresh)
  const services: LogServices = {
    database: fresh.database, roles: { ...roles, auditor: fresh.as.auditor }, clock, keys: keys.value, random: (length) => Uint8Array.from(randomBytes(length)),
    post: async (url, body) => {
      const there = network.get(url)
      if (!there) throw new Error('nobody answers')
      const { status, body: answer } = await answerAsWitness(there, body)
      return { status, body: Uint8Array.from(Buffer.from(answer)) }
    },
    get: async (url) => {
      const [, place = '', originHash = ''] = /^(.*)\/([0-9a-f]{64})\/checkpoint$/.exec(url) ?? []
      const there = network.get(`${place}/add-checkpoint`)
      if (!there) throw new Error('nobody answers')
      const shown = await witnessedCheckpointOf(there, originHash)
      return shown.ok ? { status: 200, body: shown.value } : { status: 404, body: new Uint8Array() }
    },
  }
  network.set(`https://${name}.example/witness/add-checkpoint`, services)
  return { services, fresh, vkey: writeNoteKey(keys.value.log.key), close: async () => {
    await fresh.destroy()
    await rm(folder, { recursive: true })
  } }
}

/** `witness` witnesses the log of `log`, which asks for both its cosignatures and stops without them. Returns the policy. */
export async function letWitness(witness: LogNode, log: LogNode, limits = { disclosuresStopAfterSeconds: 4 * 3600, outboundStopsAfterSeconds: 8 * 3600 }): Promise<string> {
  const { origin } = log.services.keys
  const url = `https://${witness.services.keys.origin.split('.')[0]}.example/witness`
  await addWitnessedLog(witness.fresh.database, { origin, keys: log.vkey, by: 'sample-liaison' })
  const lines = witness.services.keys.witness.map(({ key }, index) => `witness w${index} ${writeNoteKey(key)} ${url}`)
  const policy = `log ${log.vkey}\n${lines.join('\n')}\ngroup both all ${lines.map((_, index) => `w${index}`).join(' ')}\nquorum both\n`
  await setPolicy(log.fresh.database, { policy, ...limits, setBy: 'sample-administrator' })
  return policy
}
