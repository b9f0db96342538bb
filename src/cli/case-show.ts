import type { KeptFact } from '../casework/case-state.ts'
import type { DestinationSearch } from '../casework/destination-order.ts'
import type { CaseEvent, KeptEvent } from '../casework/event.ts'
import type { FactRecord } from '../casework/fact-record.ts'
import { factName } from '../render/fact-name.ts'
import { showCase, type CasePage } from '../service/cases/show-case.ts'
import { formatDay, formatList, formatMoment } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { stateName } from '../text/state-name.ts'
import type { CaseSubcommand } from './case-command.ts'
import { caseWords, caseworkWords, commandSentence } from './case-sentences.ts'
import { dueText } from './case-worklist.ts'
import { folded, harmless } from './terminal.ts'

/** `comity case show CASE`: the case as it is, and what happened. */
export const show: CaseSubcommand = async ({ asked, services, language, terminal }) => {
  const [caseId] = asked.words
  if (caseId === undefined) return terminal.refuse(caseWords[language].needs('CASE'))
  const shown = await showCase(services, caseId)
  if (!shown.ok) return terminal.refuse(commandSentence(shown.refusal, language))
  return terminal.answer(asked.flags.has('json') ? [JSON.stringify(shown.value, null, 1)] : folded(pageLines(shown.value, services.clock.timeZone ?? 'UTC', language).map(harmless), terminal.columns))
}

function pageLines({ row, state, events, toTell, toTellInDuplicates, search, left }: CasePage, timeZone: string, language: Language): readonly string[] {
  const words = caseWords[language].show
  const { identity } = state
  const birth = [identity.bornOn, identity.bornIn, identity.bornInCountry === undefined ? undefined : stateName(identity.bornInCountry, language)].filter((part) => part !== undefined)
  return [
    ...(row.fictional ? [words.fictional] : []),
    words.heading({ name: [identity.familyName, identity.givenNames].filter((part) => part !== '').join(', '), caseId: row.caseId }),
    ...(birth.length === 0 ? [] : [words.born(birth.join(', '))]),
    words.standing({ jurisdiction: row.jurisdiction, inventory: caseworkWords[language].inventories[row.inventory].name, version: row.version }),
    row.officer === undefined ? words.nobody : words.officer(row.officer),
    ...(row.due ? [words.due({ on: formatDay(row.due.on, language), for: dueText(row.due.for, language) })] : []),
    ...toTell.map(words.toTell), ...toTellInDuplicates.map(words.toTellInDuplicate),
    ...(search ? ['', ...searchLines(search, language)] : []),
    '', words.facts, ...state.facts.map((fact) => factLine(fact, state.facts, language)),
    ...(left.length === 0 ? [] : ['', words.left, ...left.map(({ kind, sentAt, destination, requestId, digest }) => words.message({ kind: words.kinds[kind], at: `${formatMoment(sentAt, timeZone, language)} (${sentAt})`, to: stateName(destination, language), requestId, digest }))]),
    '', words.history, ...events.map((event) => eventLine(event, timeZone, language)),
  ]
}

function searchLines({ clausesInUse, candidates }: DestinationSearch, language: Language): readonly string[] {
  const { search } = caseWords[language].show
  const turn = clausesInUse.length === 0 ? search.noLadder : search.inUse(formatList(clausesInUse, language))
  return [search.heading, `  ${turn}`, ...candidates.map(({ destination, clause, standing, open, answerBy, waitsFor = [] }) => search.line({
    state: stateName(destination, language), clause, standing: search.standings[standing], open,
    answerBy: answerBy === undefined ? '' : formatDay(answerBy, language), waitsFor: waitsFor.length === 0 ? '' : formatList(waitsFor, language),
  }))]
}

function factLine({ id, fact, value, on, destination }: KeptFact, all: readonly KeptFact[], language: Language): string {
  const words = caseWords[language].show
  return words.fact({ on, value: words.values[value], name: factName(fact, language), where: destination === undefined ? '' : stateName(destination, language), id, corrected: all.some((one) => one.corrects === id) })
}

// Which fact, in words and by the code that “case fact” takes: a history of “Fact recorded.” tells nobody anything.
function recordText({ fact, value, destination }: FactRecord, sentence: string, language: Language): string {
  const words = caseWords[language].show
  return words.record({ sentence: sentence.replace(/\.$/, ''), name: factName(fact, language), where: destination === undefined ? '' : stateName(destination, language), value: words.values[value], code: fact })
}

function eventLine({ sequence, recordedAt, recordedBy, event }: KeptEvent, timeZone: string, language: Language): string {
  // The kind chooses the sentence, so the event is the one that the sentence takes.
  const sentence = (caseworkWords[language].events[event.kind] as (facts: CaseEvent) => string)(event)
  const text = event.kind === 'fact-recorded' ? recordText(event.record, sentence, language) : withIds(event, sentence)
  return caseWords[language].show.event({ sequence, at: `${formatMoment(recordedAt, timeZone, language)} (${recordedAt})`, by: recordedBy, text })
}

const namedThings = ['orderId', 'requestId', 'documentId', 'bookingId', 'counselId', 'noticeId', 'riskId']

// The next command about a request or a booking must name it, and nothing else in the text tells how.
function withIds(event: CaseEvent, sentence: string): string {
  const ids = Object.entries(event).flatMap(([key, value]) => (namedThings.includes(key) && !sentence.includes(String(value)) ? [`[${String(value)}]`] : []))
  return [sentence, ...ids].join(' ')
}
