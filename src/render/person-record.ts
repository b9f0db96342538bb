import type { CaseState } from '../casework/case-state.ts'
import type { StepAnswer } from '../casework/decide-step.ts'
import type { CaseEvent } from '../casework/event.ts'
import type { Instant } from '../casework/fact-record.ts'
import type { OutboundCorrection, OutboundRequest } from '../casework/outbound-message.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { Step } from '../law/rule.ts'
import { casework as englishCasework } from '../text/en/casework.ts'
import { gateQuestions as englishQuestions } from '../text/en/gate-questions.ts'
import { gates as englishGates } from '../text/en/gates.ts'
import { personCopy as englishCopy } from '../text/en/person-copy.ts'
import { personRecord as english } from '../text/en/person-record.ts'
import { formatDay, formatMoment } from '../text/format.ts'
import { casework as frenchCasework } from '../text/fr/casework.ts'
import { gateQuestions as frenchQuestions } from '../text/fr/gate-questions.ts'
import { gates as frenchGates } from '../text/fr/gates.ts'
import { personCopy as frenchCopy } from '../text/fr/person-copy.ts'
import { personRecord as french } from '../text/fr/person-record.ts'
import type { Language } from '../text/language.ts'
import { stateName } from '../text/state-name.ts'
import { factName } from './fact-name.ts'

/** Everything that is kept about one person, without the names of others: officers are numbered, companions are left out. */
export type PersonRecord = {
  readonly format: 'comity-person/1'
  readonly madeAt: Instant
  /** In which moments are said to people, an IANA name; in the record itself they stay in UTC. */
  readonly timeZone: string
  readonly caseId: string
  readonly fictional: boolean
  readonly state: PersonState
  readonly decisions: readonly { readonly decidedAt: Instant; readonly step: Step; readonly destination: string; readonly place?: string; readonly on: PlainDate; readonly state: StepAnswer['state']; readonly content: unknown }[]
  readonly messages: readonly { readonly sentAt: Instant; readonly destination: string; readonly content: OutboundRequest | OutboundCorrection }[]
  readonly events: readonly { readonly sequence: number; readonly recordedAt: Instant; readonly by: string; readonly event: CaseEvent }[]
}

export type PersonState = Omit<CaseState, 'officers' | 'travelGroup'> & { readonly travelsWithOthers: boolean }

const words = { en: english, fr: french }
const caseworkWords = { en: englishCasework, fr: frenchCasework }
const gateWords = { en: englishGates, fr: frenchGates }
const questionWords = { en: englishQuestions, fr: frenchQuestions }
const copyWords = { en: englishCopy, fr: frenchCopy }

/** The record in words: its parts under their headings, line by line; `under`: what a line holds. */
export type PersonSections = {
  readonly title: string
  readonly made: string
  readonly fictional?: string
  readonly sections: readonly { readonly heading: string; readonly lines: readonly { readonly text: string; readonly under?: readonly string[] }[] }[]
  readonly nothing: string
  readonly leftOut: string
}

/** The record as a text to read, in the person's language. */
export function personText(record: PersonRecord, language: Language): string {
  const { title, made, fictional, sections, nothing, leftOut } = personSections(record, language)
  return [
    ...(fictional === undefined ? [] : [fictional, '']), title, made,
    ...sections.flatMap(({ heading, lines }) => ['', heading, ...(lines.length === 0 ? [nothing] : lines.flatMap(({ text, under = [] }) => [text, ...under.map((line) => `  ${line}`)]))]), '', leftOut, '',
  ].join('\n')
}

/** What is held, from where, what the gates answered and why, what was sent to whom and when, what happened: in the person's language, for paper and screen. */
export function personSections(record: PersonRecord, language: Language): PersonSections {
  const said = words[language]
  const { identity } = record.state
  const moment = (at: Instant) => said.moment({ at: formatMoment(at, record.timeZone, language), written: at })
  const plain = (lines: readonly string[]) => lines.filter((line) => line !== '').map((text) => ({ text }))
  return {
    title: said.title, made: said.made({ at: moment(record.madeAt), caseId: record.caseId }), nothing: said.nothing, leftOut: said.leftOut, ...(record.fictional ? { fictional: said.fictional } : {}),
    sections: [
      { heading: said.identity, lines: plain([
        [identity.familyName, identity.givenNames].filter((part) => part !== '').join(', '),
        [identity.bornOn, identity.bornIn, identity.bornInCountry === undefined ? undefined : stateName(identity.bornInCountry, language)].filter((part) => part !== undefined).join(', '),
        ...identity.identityDocuments.map(({ number, country }) => said.document({ number, country: stateName(country, language) })),
      ]) },
      { heading: said.facts, lines: plain(record.state.facts.map(({ fact, value, on, destination, source, id }) => said.fact({
        on: formatDay(on, language), value: said.values[value], name: factName(fact, language), where: destination === undefined ? '' : stateName(destination, language), source, corrected: record.state.facts.some((one) => one.corrects === id),
      }))) },
      { heading: said.decisions, lines: record.decisions.map(({ decidedAt, step, destination, place, on, state, content }) => ({
        text: said.decision({ at: moment(decidedAt), step: caseworkWords[language].steps[step], place: place === undefined ? stateName(destination, language) : `${place}, ${stateName(destination, language)}`, on: formatDay(on, language), state: gateWords[language].states[state] }),
        under: holdLines(content, language),
      })) },
      { heading: said.messages, lines: record.messages.map(({ sentAt, destination, content }) => ({ text: said[content.format === 'comity-request/1' ? 'message' : 'correction']({ at: moment(sentAt), to: stateName(destination, language) }), under: requestLines(content, language) })) },
      { heading: said.history, lines: plain(record.events.map(({ sequence, recordedAt, event }) => said.event({ sequence, at: moment(recordedAt), text: eventText(event, language) }))) },
    ],
  }
}

/** The questions of the gates that held, as the kept decision has them. */
function holdLines(content: unknown, language: Language): readonly string[] {
  const { gates = [] } = content as { readonly gates?: readonly { readonly gate: string; readonly holds: readonly unknown[] }[] }
  const questions: Readonly<Record<string, string>> = questionWords[language]
  return gates.filter(({ holds }) => holds.length > 0).map(({ gate }) => copyWords[language].heldBy(questions[gate] ?? gate))
}

/** What a request or a correction tells the state, line by line: for the person's copy. */
export function requestLines(request: OutboundRequest | OutboundCorrection, language: Language): readonly string[] {
  const { fields, sexes, bases, identityDocument, yes } = words[language].request
  const { required } = request
  const entries: readonly (readonly [string, string | null])[] = [
    [fields.request, request.request], [fields.to, stateName(request.to, language)], [fields.document, caseworkWords[language].documents[request.document]],
    [fields.familyName, request.familyName], [fields.givenNames, request.givenNames], [fields.bornOn, request.bornOn], [fields.bornIn, request.bornIn],
    [fields.bornInCountry, request.bornInCountry === null ? null : stateName(request.bornInCountry, language)], [fields.sex, sexes[String(request.sex)] ?? null],
    [fields.nationality, `${stateName(request.nationality.claimed, language)} (${request.nationality.bases.map((basis) => bases[basis]).join('; ')})`],
    [fields.photograph, request.photograph === null ? null : yes],
    ...request.identityDocuments.map(({ documentType, number, copy }) => [fields.identityDocument, identityDocument({ documentType, number, copy })] as const),
    [fields.otherNames, required.otherNames === null ? null : required.otherNames.value.map(({ familyName, givenNames }) => `${familyName} ${givenNames}`.trim()).join('; ')],
    [fields.height, required.height === null ? null : String(required.height.value)], [fields.fingerprints, required.fingerprints === null ? null : yes], [fields.visa, required.visa === null ? null : required.visa.value.number],
    ...request.files.map(({ file, format }) => [fields.file, `${format.toUpperCase()} ${file}`] as const),
  ]
  return entries.flatMap(([label, value]) => (value === null || value === '' ? [] : [words[language].field({ label, value })]))
}

function eventText(event: CaseEvent, language: Language): string {
  // The kind chooses the sentence, so the event is the one that the sentence takes.
  const sentence = caseworkWords[language].events[event.kind] as (facts: CaseEvent) => string
  return sentence(event)
}
