import { standingOf } from '../../casework/request-standing.ts'
import type { Signed } from '../../casework/case-state.ts'
import { html, type Content } from '../../render/html.ts'
import { factName } from '../../render/fact-name.ts'
import type { CaseToRead } from '../../service/work/read-case-page.ts'
import type { KeptAccess } from '../../store/access-log.ts'
import { formatDay, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import { dataTable, type DataTable } from '../parts/data-table.ts'
import { partWords } from '../parts/part-words.ts'
import { actionName, purposeName } from './audit-table.ts'
import { caseWords } from './case-words.ts'
import { packetPath, packetWords } from './packet-page.ts'

/** Requests, each with the people who drafted, checked and approved it. Why one was withdrawn is not said. */
export function requestsTable({ requests, row }: CaseToRead, language: Language): Content {
  const { person } = partWords[language]
  const { columns } = person
  const said = caseWords[language]
  return some(language, {
    caption: person.requests, columns: [columns.state, columns.document, columns.standing, columns.drafted, columns.checked, columns.approved, columns.sent, columns.answer],
    rows: requests.map((request) => [
      stateName(request.destination, language), html`${said.documents[request.documentType]}<small><a href="${hrefTo(language, packetPath(row.caseId, request.requestId))}">${packetWords[language].page.name}</a></small>`, said.standings[standingOf(request)],
      signed(request.drafted, request.earlier), signed(request.checked, request.earlier), signed(request.approved, request.earlier), dayOr(request.sentOn, person.notYet, language),
      request.outcomes.length === 0 ? person.notYet : request.outcomes.slice(-1).map(({ outcome, on }) => html`${said.outcomes[outcome]}<small>${formatDay(on, language)}</small>`),
    ]),
  })

  // Only a record from before Comity can be silent about who did it.
  function signed(step: Signed | undefined, earlier: boolean): string {
    return step ? person.signed({ by: step.by, on: formatDay(step.on, language) }) : earlier ? person.notSaid : person.notYet
  }
}

export function documentsTable({ documents }: CaseToRead, language: Language): Content {
  const { person } = partWords[language]
  const { columns } = person
  return some(language, {
    caption: person.documents, columns: [columns.document, columns.state, columns.valid, columns.taken],
    rows: documents.map(({ documentType, destination, validFrom, validUntil, takenOn, lostOn }) => [
      caseWords[language].documents[documentType], stateName(destination, language), person.period({ from: formatDay(validFrom, language), until: formatDay(validUntil, language) }),
      html`${formatDay(takenOn, language)}${lostOn === undefined ? null : html`<small>${person.lost(formatDay(lostOn, language))}</small>`}`,
    ]),
  })
}

/** Booked journeys and what became of them, and departures without one. */
export function bookingsTable({ bookings, departures }: CaseToRead, language: Language): Content {
  const { person } = partWords[language]
  const { columns } = person
  const said = caseWords[language]
  const left = (departure: CaseToRead['departures'][number]) => [
    departure.kind === 'own-accord' ? person.ownAccord : person.departed(formatDay(departure.on, language)), departure.confirmed && person.confirmed(said.confirmations[departure.confirmed.how]),
    departure.arrival && said.arrivals[departure.arrival.outcome], departure.foundUnlawful && person.unlawful(formatDay(departure.foundUnlawful.on, language)),
  ].filter((text) => text !== undefined).join('; ')
  const journeys = bookings.map(({ bookingId, destination, place, departsOn, cancelledOn, handedOverOn }): readonly Content[] => {
    const departure = departures.find((one) => one.bookingId === bookingId)
    const outcome = departure ? left(departure) : cancelledOn !== undefined ? person.cancelled(formatDay(cancelledOn, language)) : handedOverOn !== undefined ? person.handedOver(formatDay(handedOverOn, language)) : person.booked
    return [place === undefined ? stateName(destination, language) : `${place}, ${stateName(destination, language)}`, formatDay(departsOn, language), outcome]
  })
  const unbooked = departures.filter(({ bookingId }) => bookingId === undefined).map((departure): readonly Content[] => [departure.destination === undefined ? person.notKnown : stateName(departure.destination, language), formatDay(departure.on, language), left(departure)])
  return some(language, { caption: person.movements, columns: [columns.journey, columns.day, columns.outcome], rows: [...journeys, ...unbooked] })
}

/** The facts that this reader may read. Sources are free text, and are shown with a purpose. */
export function factsTable({ facts, purpose }: CaseToRead, language: Language): Content {
  const { person } = partWords[language]
  const { columns } = person
  return some(language, {
    caption: person.facts, columns: [columns.fact, columns.value, columns.day, columns.destination, ...(purpose ? [columns.source] : [])],
    rows: facts.map(({ id, fact, value, on, destination, source }) => [
      factName(fact, language), html`${person.values[value]}${facts.some(({ corrects }) => corrects === id) ? html`<small>${person.corrected}</small>` : null}`, formatDay(on, language),
      destination === undefined ? person.everywhere : stateName(destination, language), ...(purpose ? [source] : []),
    ]),
  })
}

export function risksTable({ risks }: CaseToRead, language: Language): Content {
  const { person, protection } = partWords[language]
  const { columns } = person
  return some(language, {
    caption: protection.risks, columns: [columns.destination, columns.value, columns.day, columns.who],
    rows: risks.map(({ destination, finding, on, by }) => [stateName(destination, language), caseWords[language].findings[finding], formatDay(on, language), by]),
  })
}

/** What left for a state: when, to whom, and the digest of the very bytes. */
export function leftTable({ left }: CaseToRead, timeZone: string, language: Language): Content {
  const { person } = partWords[language]
  const { columns } = person
  return some(language, {
    caption: person.left, columns: [columns.at, columns.kind, columns.state, columns.digest],
    rows: left.map(({ kind, sentAt, destination, digest }) => [formatMoment(sentAt, timeZone, language), person.kinds[kind], stateName(destination, language), html`<code class="digest">${digest}</code>`]),
  })
}

export function looksTable(looks: readonly KeptAccess[], timeZone: string, language: Language): Content {
  const { person } = partWords[language]
  const { columns } = person
  if (looks.length === 0) return html`<p>${person.noLooks}</p>`
  return [html`<p class="note">${person.looksText}</p>`, dataTable({
    caption: person.looks, columns: [columns.at, columns.who, columns.action, columns.purpose],
    rows: looks.map(({ happenedAt, handle, action, purpose, about }) => [formatMoment(happenedAt, timeZone, language), handle, person.actions[action] === undefined || 'hours' in (about ?? {}) ? actionName(action, about, language) : person.actions[action], purpose === undefined ? '–' : purposeName(purpose, language)]),
  })]
}

function some(language: Language, shown: DataTable): Content {
  return shown.rows.length === 0 ? html`<p>${partWords[language].person.none}</p>` : dataTable(shown)
}

function dayOr(day: string | undefined, otherwise: string, language: Language): string {
  return day === undefined ? otherwise : formatDay(day, language)
}
