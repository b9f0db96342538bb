import { anyState, type Opening } from '../../casework/opens-something.ts'
import type { CaseState, Signed } from '../../casework/case-state.ts'
import type { CaseEvent } from '../../casework/event.ts'
import type { DocumentType } from '../../casework/lists.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { invariant } from '../../kernel/invariant.ts'
import { isFactCode } from '../../law/facts.ts'
import { factName } from '../../render/fact-name.ts'
import { fieldName } from '../../text/field-name.ts'
import { formatDay, formatList } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { approvalWords, caseworkWords, questions } from './approval-words.ts'
import type { ForTwo, Recorded } from './asks-for-two.ts'
import { joinLines } from './join-lines.ts'
import type { ShownText } from './write-proposal.ts'

/** `today`: the day on which it is proposed. */
export type CommandsToSay = ForTwo & { readonly caseId: string; readonly proposer: string }

/** What would happen if somebody agreed, in words: everything that was typed, what it lets go of, what a state would learn. */
export function sayCommands(toSay: CommandsToSay): ShownText {
  return { en: joinLines(linesOf(toSay, 'en')), fr: joinLines(linesOf(toSay, 'fr')) }
}

function linesOf(toSay: CommandsToSay, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const { caseId, state, recorded, proposer } = toSay
  const request = recorded.map(({ command }) => command).find((command) => command.kind === 'approve-request')
  return [
    shown.titles[request ? 'request' : recorded.length > 1 ? 'several' : 'record'], shown.caseLine({ caseId, version: state.version }), shown.person(personOf(state, language)), shown.proposedBy(proposer), '',
    ...(request ? requestLines(state, request.requestId, language) : recordingLines(toSay, language)),
  ]
}

/** Whom a case is about, in a text that is signed. */
export function personOf({ identity: { familyName, givenNames, bornOn } }: CaseState, language: Language): string {
  return [familyName, givenNames, bornOn === undefined ? '' : approvalWords[language].shown.bornOn(dayOrPart(bornOn, language))].filter((part) => part !== '').join(', ')
}

function recordingLines({ recorded, openings, today }: CommandsToSay, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const several = recorded.length > 1
  return [
    ...(several ? [shown.inOrder(recorded.length), ''] : []),
    ...recorded.flatMap((one, index) => [...(several ? [shown.number({ number: index + 1, of: recorded.length })] : []), ...recordedLines(one, language)]),
    shown.opens, ...openings.flatMap((opening) => openingLines(opening, today, language)), ...(several ? [shown.opensTogether] : []), shown.opensLead,
  ]
}

function recordedLines({ command: { kind: _kind, ...fields }, events }: Recorded, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  return [shown.recorded, ...events.map((event) => `- ${sentenceOf(event, language)}`), '', shown.particulars, ...fieldLines(fields, '', language), '']
}

function sentenceOf(event: CaseEvent, language: Language): string {
  // The kind chooses the sentence, so the event is the one that the sentence takes.
  const sentence = (caseworkWords[language].events[event.kind] as (facts: CaseEvent) => string)(event)
  if (event.kind !== 'fact-recorded') return sentence
  const { shown } = approvalWords[language]
  return `${sentence} ${shown.field({ name: factName(event.record.fact, language), value: shown.values[event.record.value] ?? event.record.value })}`
}

/** Every field as it was typed, with what a code or a day means beside it. Nothing is left out. */
function fieldLines(fields: object, within: string, language: Language): readonly string[] {
  return Object.entries(fields as Readonly<Record<string, unknown>>).flatMap(([name, value]): readonly string[] => {
    if (value === undefined) return []
    const field = within === '' ? name : `${within}.${name}`
    if (typeof value === 'object' && value !== null) return fieldLines(value, field, language)
    const written = typeof value === 'string' ? value : JSON.stringify(value)
    return [`- ${approvalWords[language].shown.field({ name: fieldName(field, language), value: valueOf(name, written, language) })}`]
  })
}

/** What stands in a field, with what a code or a day means beside it. */
export function valueOf(name: string, value: string, language: Language): string {
  const { values } = approvalWords[language].shown
  if (name === 'fact' && isFactCode(value)) return `${factName(value, language)} [${value}]`
  if (name === 'value') return values[value] ?? value
  if (value === 'true' || value === 'false') return values[value === 'true' ? 'yes' : 'no'] ?? value
  if (name === 'destination' || name === 'country' || name === 'bornInCountry') return `${stateName(value, language)} [${value}]`
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${formatDay(value, language)} [${value}]` : value
}

/** What is let go of for one place. */
export function openingLines({ destination, place, on, lost, steps, open }: Opening, today: PlainDate, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const named = caseworkWords[language].steps
  const to = destination === anyState ? shown.anyState : shown.place({ state: stateName(destination, language), place })
  const said = (list: Opening['steps']) => formatList(list.map((step) => named[step]), language)
  return [
    ...[...new Set(lost.map(({ gate }) => gate))].map((gate) => `- ${shown.heldNoLonger({ to, question: questions[language][gate] ?? gate })}`),
    ...(on === today ? [] : [`- ${shown.later({ to, day: formatDay(on, language) })}`]),
    ...(steps.length === 0 ? [] : [`- ${shown.steps({ to, steps: said(steps) })}`]), ...(open.length === 0 ? [] : [`- ${shown.open({ to, steps: said(open) })}`]),
  ]
}

function requestLines(state: CaseState, requestId: string, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const request = state.requests.find((one) => one.requestId === requestId)
  invariant(request, 'a request was to be approved that is not there', { requestId })
  const { destination, consulate, documentType, agreement, drafted, checked } = request
  return [
    shown.request({ requestId, document: caseworkWords[language].documents[documentType], state: stateName(destination, language), consulate }), ...(agreement === undefined ? [] : [shown.agreement(agreement)]),
    ...signed(drafted, shown.drafted, language), ...signed(checked, shown.checked, language), '',
    shown.leaves, ...toldLines(state, destination, language), shown.leavesLead,
  ]
}

function signed(step: Signed | undefined, say: (facts: { by: string; on: string }) => string, language: Language): readonly string[] {
  return step ? [say({ by: step.by, on: formatDay(step.on, language) })] : []
}

function toldLines({ identity, nationalities }: CaseState, destination: string, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const { identityDocuments, photograph, ...particulars } = identity
  const bases = nationalities.filter(({ country, withdrawnOn }) => country === destination && withdrawnOn === undefined)
  return [
    ...fieldLines(particulars, '', language), ...(photograph === undefined ? [] : [`- ${shown.photograph(photograph)}`]),
    ...bases.map(({ country, basis }) => `- ${shown.claims({ country: stateName(country, language), basis: caseworkWords[language].bases[basis] })}`),
    ...identityDocuments.map(({ documentType, number, country, copy }) => `- ${shown.identityDocument({ type: caseworkWords[language].documents[documentType as DocumentType] ?? documentType, number, country: stateName(country, language), copy: shown.copy[copy ? 'yes' : 'no'] })}`),
  ]
}

function dayOrPart(day: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day, language) : day
}
