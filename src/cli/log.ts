import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { systemClock } from '../service/cases/case-services.ts'
import { openDatabase } from '../service/database.ts'
import { askWitnesses } from '../service/log/ask-witnesses.ts'
import { growLog, usualCadence } from '../service/log/grow-log.ts'
import { setPolicy, witnessLog, witnessNoMore } from '../service/log/keep-witness-lists.ts'
import type { LogServices } from '../service/log/log-services.ts'
import { openLogOf, type LogSettingRefusal } from '../service/log/log-settings.ts'
import { proveEvent } from '../service/log/prove-act.ts'
import { publishLog } from '../service/log/publish-log.ts'
import { readLogStatus } from '../service/log/read-log-status.ts'
import { log as english } from '../text/en/log.ts'
import { log as french } from '../text/fr/log.ts'
import { formatMomentThere } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { systemFault } from '../text/system-fault.ts'
import { writeNoteKey } from '../transparency/write-log.ts'
import { databaseSentence, settingsOf } from './case-database.ts'
import type { ExitCode } from './exit-codes.ts'
import { harmless, type Terminal } from './terminal.ts'

const words = { en: english, fr: french }
type Words = typeof english

/** Whoever has the machine has the database, and its keys. */
const by = 'command-line'

type Asked = { readonly what: string; readonly rest: readonly string[]; readonly disclosures: number; readonly outbound: number }

type Call = { readonly log: LogServices; readonly asked: Asked; readonly language: Language; readonly said: Words['cli'] }

/** Lines to print, or the sentence of a refusal. */
type Answer = Result<readonly string[], string>

/** `comity log …`: how this node's log stands, its witnesses, its files, and the proof of one event. */
export async function log(asked: readonly string[], language: Language, terminal: Terminal, environment: NodeJS.ProcessEnv = process.env): Promise<ExitCode> {
  const said = words[language].cli
  const read = readAsked(asked)
  if (!read) return terminal.refuse(said.needs)
  const opened = await openDatabase(settingsOf(environment))
  if (!opened.ok) return terminal.refuse(databaseSentence(opened.refusal, language))
  try {
    const { database, roles, place } = opened.value
    const found = await openLogOf({ database, roles, clock: systemClock(environment['COMITY_TIME_ZONE'] || undefined) }, place, environment)
    if (!found.ok) return terminal.refuse(harmless(settingSentence(found.refusal, language)))
    if (!found.value) return terminal.refuse(said.noLog)
    const answer = await commands[read.what]?.({ log: found.value, asked: read, language, said })
    return answer?.ok ? terminal.answer(answer.value.flatMap((line) => line.split('\n').map(harmless))) : terminal.refuse(harmless(answer?.refusal ?? said.needs))
  } finally {
    await opened.value.close()
  }
}

/** Of each command how many words it needs after its name. */
const needed: Readonly<Record<string, number>> = { status: 0, tick: 0, ask: 0, publish: 1, policy: 1, witness: 1, 'end-witness': 1, prove: 3 }

const commands: Readonly<Record<string, (call: Call) => Promise<Answer>>> = { status, tick, ask, publish, policy, witness, 'end-witness': endWitness, prove }

async function status({ log: services, said, language }: Call): Promise<Answer> {
  const { tip, waiting, policy: held, witnessed, halt, stopped, witnessing, evidence } = await readLogStatus(services)
  const moment = (at: string) => formatMomentThere(at, services.clock.timeZone ?? 'UTC', language)
  const { origin, log: own, witness: asWitness } = services.keys
  return accept([
    said.origin({ origin, key: writeNoteKey(own.key) }), ...asWitness.map(({ key }) => said.witnessKey(writeNoteKey(key))),
    tip ? said.tip({ size: tip.size, at: moment(tip.madeAt), waiting }) : said.empty,
    held ? (witnessed ? said.witnessed({ size: witnessed.size, at: moment(witnessed.witnessedAt) }) : said.never) : said.unwitnessed,
    ...(['disclosure', 'outbound'] as const).flatMap((asks) => (stopped[asks] ? [`${said.stops[asks]}: ${said.stopped[stopped[asks]]}`] : [])),
    ...(halt ? [said.halted({ code: halt.code, at: moment(halt.haltedAt), facts: JSON.stringify(halt.facts) })] : []),
    ...witnessing.map((one) => said.witnessing(one)), ...evidence.map(({ origin: of, code, foundAt }) => said.evidence({ origin: of, code, at: moment(foundAt) })),
  ])
}

async function tick({ log: services, said }: Call): Promise<Answer> {
  const grown = await growLog(services, usualCadence)
  return grown.ok ? accept([said.grown({ size: grown.value.tip.size, acts: grown.value.acts, left: grown.value.left })]) : refuse(said.refusals[grown.refusal.code])
}

async function ask({ log: services, said, language }: Call): Promise<Answer> {
  const asked = await askWitnesses(services)
  return accept(asked.length === 0 ? [said.nobodyAsked] : asked.map((one) => `${one.witness}: ${said.asked[one.outcome]}${'cause' in one ? ` (${systemFault(one.cause, language)})` : ''}${'status' in one ? ` (${one.status})` : ''}`))
}

async function publish({ log: services, asked: { rest: [folder = ''] }, said }: Call): Promise<Answer> {
  return onFiles(folder, said, async () => said.published({ folder, ...(await publishLog(services, folder)) }))
}

async function policy({ log: services, asked: { rest: [file = ''], disclosures, outbound }, said }: Call): Promise<Answer> {
  if (![disclosures, outbound].every((hours) => hours >= 1 && hours <= 168) || outbound < disclosures) return refuse(said.badHours)
  const read = await readFile(file).catch((cause: NodeJS.ErrnoException) => cause.code ?? cause.message)
  if (typeof read === 'string') return refuse(said.badFile({ file, cause: read }))
  const set = await setPolicy(services, { file: Uint8Array.from(read), disclosuresStopAfterHours: disclosures, outboundStopsAfterHours: outbound, by })
  return set.ok ? accept([said.policySet]) : refuse(said.badPolicy({ code: set.refusal.code, line: 'line' in set.refusal ? set.refusal.line : undefined }))
}

async function witness({ log: services, asked: { rest: [key = ''] }, said }: Call): Promise<Answer> {
  const added = await witnessLog(services, key, by)
  if (added.ok) return accept([said.witnessAdded(added.value)])
  return refuse(added.refusal.code === 'witnessed-already' ? said.witnessKnown(added.refusal.origin) : said.badKey(added.refusal.code))
}

async function endWitness({ log: services, asked: { rest: [origin = ''] }, said }: Call): Promise<Answer> {
  await witnessNoMore(services, origin)
  return accept([said.witnessEnded(origin)])
}

async function prove({ log: services, asked: { rest: [caseId = '', sequence = '', folder = ''] }, said }: Call): Promise<Answer> {
  const number = /^\d{1,9}$/.test(sequence) ? Number(sequence) : 0
  const proved = await proveEvent(services, caseId, number)
  if (!proved.ok) return refuse(said.refusals[proved.refusal.code])
  const { content, proofFile, leafIndex } = proved.value
  return onFiles(folder, said, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, `${caseId}-${number}.txt`), content, { flag: 'wx', mode: 0o600 })
    await writeFile(join(folder, `${caseId}-${number}.tlog-proof`), proofFile, { flag: 'wx' })
    return said.proved({ folder, leaf: leafIndex })
  })
}

async function onFiles(folder: string, said: Words['cli'], work: () => Promise<string>): Promise<Answer> {
  return work().then((line) => accept([line]), (cause: NodeJS.ErrnoException) => refuse(said.badFile({ file: cause.path ?? folder, cause: cause.code ?? cause.message })))
}

function settingSentence(refusal: LogSettingRefusal, language: Language): string {
  // The code chooses the sentence, so the facts are the ones that the sentence takes.
  return (words[language].refusals[refusal.code] as (facts: LogSettingRefusal) => string)(refusal)
}

/** Asked loosely, because parseArgs throws prose in English. Undefined when it is not as the command needs it. */
function readAsked(asked: readonly string[]): Asked | undefined {
  const options = { lang: { type: 'string' }, 'disclosures-stop-after': { type: 'string' }, 'outbound-stops-after': { type: 'string' } } as const
  const { values, positionals: [what = '', ...rest], tokens } = parseArgs({ args: [...asked], strict: false, allowPositionals: true, tokens: true, options })
  const unknown = tokens.some((token) => token.kind === 'option' && (!(token.name in options) || token.value === undefined))
  if (unknown || needed[what] !== rest.length) return undefined
  const hours = (name: keyof typeof options, usual: number) => (values[name] === undefined ? usual : Number(/^\d{1,3}$/.test(String(values[name])) ? values[name] : 0))
  return { what, rest, disclosures: hours('disclosures-stop-after', 4), outbound: hours('outbound-stops-after', 8) }
}
