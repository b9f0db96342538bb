import type { Collision } from '../../casework/collisions.ts'
import { html, type Content } from '../../render/html.ts'
import type { CaseToRead } from '../../service/work/read-case-page.ts'
import type { RecordedKind } from '../../text/en/record.ts'
import { formatDay } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import { partWords } from '../parts/part-words.ts'
import { caseWords } from './case-words.ts'
import { recordWords } from './record-words.ts'

/** What settles a collision, as far as it is recorded here. What holds a departure is read where the gates answer. */
const ways: Readonly<Record<Collision['kind'], readonly RecordedKind[]>> = {
  'document-lost-before-departure': ['cancel-booking', 'draft-request'], 'document-expires-before-departure': ['cancel-booking', 'draft-request'], 'gate-held-before-departure': ['cancel-booking'], 'booking-not-used': ['cancel-booking'],
  'document-expired-unused': ['draft-request'], 'document-expires-unbooked': ['make-booking'], 'gate-held-until-expiry': [],
}

const heldByGates: readonly Collision['kind'][] = ['gate-held-before-departure', 'gate-held-until-expiry']

/** Where journeys, documents and gates of a case do not fit together, and what to do about each; ways to record it only for who may. */
export function collisionsOf({ collisions, bookings, documents, row }: Pick<CaseToRead, 'collisions' | 'bookings' | 'documents' | 'row'>, mayRecord: boolean, language: Language): Content {
  const { collisions: words, list } = partWords[language]
  return [html`<p class="note">${words.lead}</p>`, html`<ul class="reasons">${collisions.map((one) => html`<li><p class="strong">${list.collision(caseWords[language].collisions[one.kind])}</p><p>${about(one)}</p><p>${words.todo[one.kind]}${heldByGates.includes(one.kind) ? html` <a href="#gates">${words.toGates}</a>` : null}</p>${mayRecord ? recording(one) : null}</li>`)}</ul>`]

  function about(collision: Collision): string {
    const document = documents.find(({ documentId }) => documentId === collision.documentId)
    const booking = 'bookingId' in collision ? bookings.find(({ bookingId }) => bookingId === collision.bookingId) : undefined
    return [
      ...(booking ? [words.journey({ to: stateName(booking.destination, language), on: formatDay(booking.departsOn, language) })] : []),
      ...(document ? [words.document({ type: caseWords[language].documents[document.documentType], to: stateName(document.destination, language), until: formatDay(document.validUntil, language) })] : []),
    ].join(' ')
  }

  function recording({ kind }: Collision): Content {
    if (ways[kind].length === 0) return null
    return html`<p>${words.ways}</p><ul class="links">${ways[kind].map((way) => html`<li><a href="${hrefTo(language, `/work/cases/${row.caseId}/record/${way}`)}">${recordWords[language].commands[way]}</a></li>`)}</ul>`
  }
}
