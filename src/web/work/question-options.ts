import { agreementsInForce } from '../../casework/agreement.ts'
import { hasLeft, nationalitiesOf, type CaseState, type Request } from '../../casework/case-state.ts'
import { isOwnState } from '../../casework/check-country.ts'
import { arrivalOutcomes, closeReasons, confirmationMeans, documentTypes, nationalityBases, orderKinds, requestOutcomes, riskFindings, withdrawalReasons } from '../../casework/lists.ts'
import { recipientsToTell } from '../../casework/recipients-to-tell.ts'
import { isAwaited, lastOutcome, standingOf } from '../../casework/request-standing.ts'
import type { Agreement } from '../../casework/agreement.ts'
import { factDefinition, facts, isFactCode, type FactCode } from '../../law/facts.ts'
import { destinationClauses } from '../../law/united-states/destination-clauses.ts'
import { countries } from '../../reference/countries.ts'
import { isStatusCode } from '../../reference/status-codes.ts'
import { factName } from '../../render/fact-name.ts'
import { destinationsOf } from '../../service/cases/ask-gates.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import type { WaitingFact } from '../../service/drafts/waiting-facts.ts'
import { isProtectedFact } from '../../service/work/what-is-protected.ts'
import type { Answers } from '../../store/drafts.ts'
import { citeProvision } from '../../text/cite-provision.ts'
import { compareNames, formatDay } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { recipientName } from '../../text/recipient-name.ts'
import { stateName } from '../../text/state-name.ts'
import type { SelectOption } from '../parts/select-field.ts'
import { caseWords } from './case-words.ts'
import { requiredExtras } from './extras.ts'
import { factsOfJurisdiction } from './facts-of-jurisdiction.ts'
import { partWords } from '../parts/part-words.ts'
import type { Field, List, Thing } from './questions.ts'
import { recordWords } from './record-words.ts'

/** In which language, about which case, and with which answers so far a question is asked. */
export type Asking = { readonly language: Language; readonly answers: Answers; readonly agreements: readonly Agreement[]; readonly about?: CaseToRecord | undefined; /** Facts that gates ask for now, as far as this reader may know. */ readonly askedFacts?: readonly FactCode[]; /** Facts that wait for a second person: what is asked of them is asked of that person. */ readonly waiting?: readonly WaitingFact[] }

type Options = readonly SelectOption[]

/** What can be chosen in a field as the case stands; undefined of a field in which something is typed. */
export function optionsOf(field: Field, asking: Asking): Options | undefined {
  const { language, about } = asking
  switch (field.as) {
    case 'yes-or-no': return named(['yes', 'no'], recordWords[language].lists['yes-or-no'])
    case 'country': return allStates(language)
    case 'country-ever': return everyCountry(language)
    case 'destination': return statesFor(asking)
    case 'fact': return about ? factsToChoose(about.state, asking) : []
    case 'records': return about ? factRecords(about, language, about.state.facts) : []
    case 'list': return listOf(field.list, asking)
    case 'thing': return about ? thingsOf(field.thing, about, language) : []
    case 'line': case 'lines': case 'day': case 'birth': case 'papers': case 'files': case 'photograph': return undefined
  }
}

/** Does what was typed name a fact about a state, or about a part of one? For a correction the fact is that of the wrong record. */
export function factAsked({ answers, about }: Pick<Asking, 'answers' | 'about'>): FactCode | undefined {
  const code = answers['fact'] ?? about?.state.facts.find(({ id }) => id === answers['corrects'])?.fact
  return typeof code === 'string' && isFactCode(code) ? code : undefined
}

/** The fields of a question that make sense with the answers so far. */
export function fieldsOf({ fields }: { readonly fields: readonly Field[] }, asking: Pick<Asking, 'answers' | 'about' | 'agreements'>): readonly Field[] {
  const fact = factAsked(asking)
  const definition = fact && factDefinition(fact)
  return fields.filter(({ onlyFor }) => {
    if (onlyFor === undefined) return true
    if (onlyFor === 'destination') return definition?.about === 'destination'
    return onlyFor === 'place' ? definition?.ofPlace !== undefined : requiredExtras(asking).includes(onlyFor)
  })
}

function named<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>): Options {
  return codes.map((value) => ({ value, name: names[value] }))
}

function listOf(list: List, { language, about, agreements, answers }: Asking): Options {
  const { lists } = recordWords[language]
  const said = caseWords[language]
  const jurisdiction = about?.state.jurisdiction
  switch (list) {
    case 'jurisdiction': return named(['CA', 'US'], lists.jurisdiction)
    case 'sex': return named(['female', 'male', 'unspecified'], lists.sex)
    case 'value': return named(['yes', 'no', 'unknown'], lists.value)
    case 'to': return named(['person', 'counsel'], lists.to)
    case 'answer': return named(['willing', 'unwilling', 'not-final'], lists.answer)
    case 'basis': return named(nationalityBases, said.bases)
    case 'order-kind': return jurisdiction === undefined ? [] : named(orderKinds[jurisdiction], said.orders)
    case 'finding': return named(riskFindings, said.findings)
    case 'close-reason': return named(closeReasons.filter((one) => one !== 'merged'), said.closings)
    case 'document-type': return named(documentTypes, said.documents)
    // Withdrawal has its reason, and refusal on arrival its journey: each is recorded by itself.
    case 'outcome': return named(requestOutcomes.filter((one) => one !== 'withdrawn-authority' && one !== 'issued-refused-on-arrival'), said.outcomes)
    case 'withdrawal': return named(withdrawalReasons, said.withdrawals)
    case 'confirmation': return named(confirmationMeans, said.confirmations)
    case 'arrival': return named(arrivalOutcomes, said.arrivals)
    case 'clause': return clauses(destinationClauses.map(({ code }) => code))
    case 'aside-clause': return clauses([...new Set(destinationClauses.flatMap(({ code, setAsideUnder }) => [code, ...setAsideUnder]))])
    case 'agreement': return about ? agreementsInForce(agreements, String(answers['destination'] ?? ''), about.today).map(({ code }) => ({ value: code, name: code })) : []
  }

  function clauses(codes: readonly string[]): Options {
    return jurisdiction === 'US' ? codes.map((value) => ({ value, name: provisionName(value) })) : []
  }

  function provisionName(code: string): string {
    const found = about?.book.provisions.find((one) => one.code === code)
    return found ? `${citeProvision(found, language)}, ${found.title[language]}` : code
  }
}

function thingsOf(thing: Thing, about: CaseToRecord, language: Language): Options {
  const { state, officers } = about
  const said = caseWords[language]
  const requests = (fits: (request: Request) => boolean) => state.requests.filter(fits).map((one) => ({ value: one.requestId, name: requestName(one, language) }))
  const bookings = (ids: readonly (string | undefined)[]) => state.bookings.filter(({ bookingId }) => ids.includes(bookingId)).map((one) => ({ value: one.bookingId, name: `${stateName(one.destination, language)}, ${formatDay(one.departsOn, language)}` }))
  switch (thing) {
    case 'nationality': return [...new Set(nationalitiesOf(state).map(({ country }) => country))].map((value) => ({ value, name: stateName(value, language) }))
    case 'order': return state.orders.filter(({ ended }) => ended === undefined).map((one) => ({ value: one.orderId, name: `${said.orders[one.orderKind]}, ${formatDay(one.madeOn, language)}` }))
    case 'proposed': return state.destinations.filter(({ setAside }) => setAside === undefined).map(({ destination }) => ({ value: destination, name: stateName(destination, language) }))
    case 'asked': return state.destinations.filter(({ setAside, askedOn }) => setAside === undefined && askedOn !== undefined).map(({ destination }) => ({ value: destination, name: stateName(destination, language) }))
    case 'counsel': return state.counsel.filter(({ endedOn }) => endedOn === undefined).map(({ counselId, name }) => ({ value: counselId, name }))
    case 'drafted': case 'checked': case 'approved': return requests((one) => standingOf(one) === thing)
    case 'with-state': return requests((one) => standingOf(one) === 'sent')
    case 'decided-or-not': return requests(({ sentOn, withdrawn }) => sentOn !== undefined && withdrawn === undefined)
    case 'awaited': return requests(isAwaited)
    case 'any-request': return requests(() => true)
    case 'issued': return requests((one) => one.withdrawn === undefined && bringDocuments.includes(lastOutcome(one) ?? ''))
    case 'document': case 'usable-document': return state.documents.filter(({ lostOn, validUntil }) => lostOn === undefined && (thing === 'document' || validUntil >= about.today)).map((one) => ({ value: one.documentId, name: `${said.documents[one.documentType]}, ${stateName(one.destination, language)}, ${partWords[language].person.period({ from: formatDay(one.validFrom, language), until: formatDay(one.validUntil, language) })}` }))
    case 'booking': return bookings(state.bookings.filter(({ bookingId, cancelledOn }) => cancelledOn === undefined && !state.departures.some((one) => one.bookingId === bookingId)).map(({ bookingId }) => bookingId))
    case 'removed-booking': return bookings(state.departures.filter(({ foundUnlawful }) => foundUnlawful === undefined).map(({ bookingId }) => bookingId))
    case 'unlawful-booking': return bookings(state.departures.filter(({ foundUnlawful }) => foundUnlawful !== undefined && foundUnlawful.consideredOn === undefined).map(({ bookingId }) => bookingId))
    case 'fact-record': return factRecords(about, language, state.facts.filter(({ id }) => !state.facts.some(({ corrects }) => corrects === id)))
    case 'owed': return owed(false)
    case 'owed-request': return owed(true)
    case 'officer': return officers.filter(({ handle }) => handle !== state.officers.at(-1)?.officer).map(({ handle, displayName }) => ({ value: handle, name: `${displayName} (${handle})` }))
  }

  function owed(byRequest: boolean): Options {
    return recipientsToTell(state).filter(({ recipient }) => recipient.startsWith('request/') === byRequest).map(({ correctionId, recipient }) => ({ value: JSON.stringify([correctionId, recipient]), name: recipientLine(correctionId, recipient) }))
  }

  function recipientLine(correctionId: string, recipient: string): string {
    const request = state.requests.find(({ requestId }) => recipient === `request/${requestId}`)
    return `${request ? requestName(request, language) : recipientName(recipient, language)} (${correctionId})`
  }
}

const bringDocuments: readonly string[] = ['issued', 'issued-conditions', 'agreed-at-border', 'deemed-accepted']

function requestName({ destination, documentType, consulate, drafted, sentOn }: Request, language: Language): string {
  const on = sentOn ?? drafted?.on
  return [stateName(destination, language), caseWords[language].documents[documentType], consulate, ...(on === undefined ? [] : [formatDay(on, language)])].join(', ')
}

/** Records that this reader may read: of protected facts only with a purpose. */
function factRecords({ purpose }: CaseToRecord, language: Language, records: CaseState['facts']): Options {
  const { values } = partWords[language].person
  return records.filter(({ fact }) => purpose !== undefined || !isProtectedFact(fact)).map(({ id, fact, value, on, destination }) => ({ value: id, name: [`${factName(fact, language)}: ${values[value]}`, formatDay(on, language), ...(destination === undefined ? [] : [stateName(destination, language)])].join(', ') }))
}

function factsToChoose({ jurisdiction }: CaseState, { language, askedFacts = [], waiting = [] }: Asking): Options {
  const words = recordWords[language]
  const order = compareNames(language)
  const ofLaw = factsOfJurisdiction(jurisdiction)
  const line = (value: FactCode, group: string) => ({ value, name: factName(value, language), group })
  const sorted = (codes: readonly FactCode[], group: string) => codes.filter((code) => factDefinition(code).computed === undefined).map((code) => line(code, group)).toSorted((one, other) => order(one.name, other.name))
  const waits = [...new Set(waiting.map(({ fact }) => fact))].filter((code) => !askedFacts.includes(code))
  const rest = (Object.keys(facts) as FactCode[]).filter((code) => ofLaw.has(code) && !askedFacts.includes(code) && !waits.includes(code))
  // Whoever learns better can record that at once: it is offered, and not asked.
  return [...sorted(askedFacts, words.askedNow), ...sorted(rest, askedFacts.length + waits.length === 0 ? words.everyFact : words.otherFacts), ...sorted(waits, words.several.waits)]
}

function allStates(language: Language, group?: string): Options {
  const order = compareNames(language)
  return countries.filter(({ standing, alpha2 }) => standing !== 'withdrawn' && !isStatusCode(alpha2)).map(({ alpha2 }) => ({ value: alpha2, name: stateName(alpha2, language), ...(group === undefined ? {} : { group }) })).toSorted((one, other) => order(one.name, other.name))
}

/** A person may be born in a state that is gone. */
function everyCountry(language: Language): Options {
  const order = compareNames(language)
  const names = countries.filter(({ alpha2 }) => alpha2 !== '' && !isStatusCode(alpha2)).map((one) => [one.alpha2, language === 'fr' ? one.french : one.english] as const)
  return [...new Map(names.toReversed())].map(([value, name]) => ({ value, name })).toSorted((one, other) => order(one.name, other.name))
}

function statesFor({ about, language }: Asking): Options {
  const words = recordWords[language]
  if (!about || hasLeft(about.state)) return allStates(language)
  const own = destinationsOf(about.state).map(({ destination }) => destination)
  const others = allStates(language, words.everyState).filter(({ value }) => !own.includes(value) && !isOwnState(value, about.state.jurisdiction))
  return [...own.map((value) => ({ value, name: stateName(value, language), group: words.ofThisCase })), ...others]
}
