// Rows of made-up cases in PostgreSQL's text format: templates of the fictional caseload, each copied under many ids and names.
import { evolveAll } from '../src/casework/evolve.ts'
import { worklistEntry } from '../src/casework/worklist-entry.ts'
import { writeMessage, type OutboundRequest } from '../src/casework/outbound-message.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../src/kernel/day.ts'
import { sha256 } from '../src/kernel/digest.ts'
import { seededRandom, type Random } from '../src/kernel/random.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { madeUpCase } from '../src/service/fictional/made-up-case.ts'
import { givenNames } from '../src/service/fictional/made-up-person.ts'
import { copiedTables, type CaseRows, type CopiedTable } from '../src/store/import-cases.ts'
import { nameKey } from '../src/store/name-key.ts'
import { standingColumns } from '../src/store/standing.ts'

export type Rows = CaseRows & { readonly cases: number; readonly events: number; readonly decisions: number; readonly messages: number; readonly bytes: number; readonly ids: readonly string[] }

type Played = ReturnType<typeof madeUpCase>
type Template = { readonly played: Played; readonly standing: Readonly<Record<string, string | undefined>>; readonly givenNames: string; readonly events: readonly TemplateEvent[] }
/** Text of a row between its ids. */
type TemplateEvent = { readonly command: string; readonly recordedAt: string; readonly kind: string; readonly body: string; readonly named: boolean; readonly digest: string; readonly decision: string | undefined }

/** Makes rows of `cases` cases with a little over 20 events each on average; the next call goes on where this one ended. */
export function rowMaker({ seed, today, officers, cases: all }: { readonly seed: number; readonly today: PlainDate; readonly officers: number; readonly cases: number }): (cases: number) => Rows {
  const random = seededRandom(seed)
  const templates = makeTemplates(seed, today)
  const [long, short] = [templates.filter(({ events }) => events.length >= 30), templates.filter(({ events }) => events.length < 30)]
  const share = (20.2 - meanOf(short)) / (meanOf(long) - meanOf(short))
  let next = 0
  return (cases) => {
    const maker = newTables()
    for (let last = next + cases; next < last; next++) {
      const pool = random() < share ? long : short
      const template = pool[Math.floor(random() * pool.length)]
      if (template) copyCase(template, { number: next, all, officers, random }, maker)
    }
    return maker.done()
  }
}

function makeTemplates(seed: number, today: PlainDate): readonly Template[] {
  const book = shippedBook()
  return Array.from({ length: 1000 }, (_, number) => {
    const played = madeUpCase({ number, of: 1000, seed, today, book })
    const events = played.events.map(({ event }) => event)
    const state = evolveAll(events)
    if (!state) throw new Error('a template without events')
    return { played, standing: textsOf(standingColumns(worklistEntry(state, { today, book, agreements: [] }), events)), givenNames: state.identity.givenNames, events: played.events.map(templateEvent) }
  })
}

function templateEvent({ event, recordedAt, commandId, commandDigest }: Played['events'][number]): TemplateEvent {
  const { kind, ...rest } = event
  const decision = 'decisionDigest' in rest ? rest.decisionDigest : undefined
  const said = 'decisionDigest' in rest ? Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'decisionDigest')) : rest
  const body = kind === 'fact-recorded' ? { record: Object.fromEntries(Object.entries(event.record).filter(([key]) => key !== 'recordedAt')) } : said
  return { command: commandId.slice(0, 24), recordedAt, kind, body: escape(JSON.stringify(body)), named: kind === 'case-opened' || kind === 'identity-recorded', digest: commandDigest === undefined ? '\\N' : bytea(commandDigest), decision }
}

type Tables = { readonly add: (table: CopiedTable, row: string) => void; readonly count: (id: string, events: number) => void; readonly done: () => Rows }

// Chunks of about a megabyte: joining rows into larger texts costs more than it saves.
function newTables(): Tables {
  const chunks = Object.fromEntries(copiedTables.map((table) => [table, [] as Buffer[]])) as Record<CopiedTable, Buffer[]>
  const open = Object.fromEntries(copiedTables.map((table) => [table, ''])) as Record<CopiedTable, string>
  const rows = Object.fromEntries(copiedTables.map((table) => [table, 0])) as Record<CopiedTable, number>
  const ids: string[] = []
  let bytes = 0
  const flush = (table: CopiedTable) => {
    const chunk = Buffer.from(open[table])
    open[table] = ''
    bytes += chunk.length
    chunks[table].push(chunk)
  }
  return {
    add: (table, row) => {
      open[table] += row
      rows[table]++
      if (open[table].length > 1_000_000) flush(table)
    },
    count: (id) => ids.push(id),
    done: () => {
      for (const table of copiedTables) flush(table)
      return { ...chunks, cases: rows.case_file, events: rows.case_event, decisions: rows.gate_decision, messages: rows.outbound_message, bytes, ids }
    },
  }
}

type Copy = { readonly number: number; readonly all: number; readonly officers: number; readonly random: Random }

function copyCase(template: Template, { number, officers, random }: Copy, tables: Tables) {
  const { played, standing, events } = template
  const caseId = orderedId(number, random)
  const mine = givenNames(number)
  const family = standing['family_name'] ?? ''
  const due = standing['due_on'] === undefined ? 'infinity' : shiftedDay(standing['due_on'], number % 60)
  tables.count(caseId, events.length)
  tables.add('case_file', row(caseId, events.length, standing['opened_on'], standing['last_step_on'], due, played.jurisdiction, standing['inventory'], 't', standing['country'], `fictional-officer-${Math.floor(random() * officers) + 1}`, standing['due_for'], standing['attention'], family, mine, standing['born_on'], nameKey(family, mine)))
  const digests = new Map<string, string>()
  for (const decision of played.decisions) {
    const bytes = decision.bytes.replace(decision.caseId, caseId)
    const said = JSON.parse(decision.bytes.slice(0, decision.bytes.indexOf(',"law"')) + '}') as { readonly day: string }
    const digest = sha256(bytes)
    digests.set(decision.digest, digest)
    tables.add('gate_decision', row(caseId, decision.caseVersion, 0, decision.step, decision.destination, decision.place, said.day, decision.state, bytea(digest), bytea(decision.lawDigest), escape(bytes)))
  }
  for (const [index, { command, recordedAt, kind, body, named, digest, decision }] of events.entries()) {
    const own = named ? body.replace(`"givenNames":"${template.givenNames}"`, `"givenNames":"${mine}"`) : body
    tables.add('case_event', `${caseId}\t${command}${caseId.slice(24)}\t${recordedAt}\t${index + 1}\t${kind}\tfictional-loader\t${own}\t${digest}\t${decision === undefined ? '\\N' : bytea(digests.get(decision) ?? '')}\n`)
  }
  for (const { sequence, content } of played.messages) addMessage(template, { caseId, mine, sequence, content, digests }, tables)
}

function addMessage({ played, givenNames: theirs }: Template, { caseId, mine, sequence, content, digests }: { readonly caseId: string; readonly mine: string; readonly sequence: number; readonly content: string; readonly digests: ReadonlyMap<string, string> }, tables: Tables) {
  const event = played.events[sequence - 1]?.event
  if (event?.kind !== 'request-sent') throw new Error('a message without its event')
  const { padding: _padding, ...message } = JSON.parse(content) as OutboundRequest & { readonly padding: string }
  if (message.givenNames !== theirs) throw new Error('a message about somebody else')
  const own = writeMessage({ ...message, givenNames: mine })
  tables.add('outbound_message', row(caseId, sequence, event.destination, event.on, bytea(digests.get(event.decisionDigest) ?? ''), event.requestId, 'fictional-loader', bytea(sha256(own)), escape(own)))
}

// Ids grow, as those of RFC 9562 version 7 do: a new case's rows lie beside those of the case before, and indexes stay small at work.
function orderedId(number: number, random: Random): string {
  const head = number.toString(16).padStart(12, '0')
  const tail = Math.floor(random() * 2 ** 48).toString(16).padStart(12, '0')
  return `${head.slice(0, 8)}-${head.slice(8)}-7000-8000-${tail}`
}

function shiftedDay(day: string, days: number): string {
  return dayFromNumber(dayNumber(day as PlainDate) + days)
}

function row(...values: readonly (string | number | undefined)[]): string {
  return `${values.map((value) => value ?? '\\N').join('\t')}\n`
}

function textsOf(columns: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, typeof value === 'string' ? value : value === undefined ? undefined : escape(JSON.stringify(value))]))
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\')
}

function bytea(hex: string): string {
  return `\\\\x${hex}`
}

function meanOf(templates: readonly Template[]): number {
  return templates.reduce((sum, { events }) => sum + events.length, 0) / templates.length
}
