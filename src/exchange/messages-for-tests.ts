// One message of every type, made up from beginning to end: the golden files are these.
import type { PlainDate } from '../kernel/day.ts'
import { agreedFields } from './agreed-fields.ts'
import { sha256 } from './crypto-for-tests.ts'
import type { Place } from './envelope.ts'
import { nextEvent, proposedInstrument, termsDigest, type Instrument, type Terms } from './instrument.ts'
import { agreedTypes, type AgreedType } from './lists.ts'
import { agreedMessage, bareMessage, isAgreedType, type BareBody, type BareType, type PartnerMessage, type PartnerType } from './partner-message.ts'
import type { AgreedBody } from './partner-shapes.ts'
import { stateMessage, type StateBody, type StateMessage, type StateType } from './state-message.ts'

export const on = (text: string) => text as PlainDate
export const uuidOf = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
export const [north, south, home] = [uuidOf(1), uuidOf(2), uuidOf(3)] as const
const digestOf = (sign: string) => sign.repeat(64)

export const terms: Terms = {
  instrument: uuidOf(10), parties: [north, south], form: 'arrangement',
  approvals: [{ party: north, by: 'minister', document: digestOf('a') }, { party: south, by: 'head-of-authority', document: digestOf('b') }],
  purposes: ['compare-answer-times', 'coordinate-engagement', 'share-requirements', 'joint-approaches', 'warn-of-incidents'],
  messages: agreedTypes.map((type) => ({ type, fields: agreedFields[type] })) as Terms['messages'],
  rounding: { base: 5, least: 10 }, retentionDays: 730, onward: 'never', startsOn: on('2026-06-01'), endsOn: on('2028-05-31'),
}

/** Proposed by the north, signed by both. */
export function inForce(changed: Partial<Terms> = {}): Instrument {
  const agreed = { ...terms, ...changed }
  const proposed = proposedInstrument(agreed, north, on('2026-05-01'), sha256)
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
  return agreed.parties.reduce<Instrument>((instrument, by) => {
    const signed = nextEvent(instrument, { kind: 'signed', by, terms: instrument.digest, on: on('2026-05-20') })
    if (!signed.ok) throw new Error(signed.refusal)
    return signed.value
  }, proposed.value)
}

const engagement = uuidOf(20)
const approach = uuidOf(21)
const request = uuidOf(30)
const about = { country: 'GIN' } as const

export const agreedBodies: { readonly [Type in AgreedType]: AgreedBody<Type> } = {
  'country-assessment': {
    ...about, from: on('2025-01-01'), until: on('2025-12-31'), asOf: on('2026-05-31'), method: 'answer-time/1', clock: 'state', gatedTimeRemoved: true, suppression: 'rounded-and-checked', cautions: ['small-numbers'], inputs: [digestOf('c')],
    figures: [
      { measure: 'requests', outcome: null, fromDay: null, day: null, withinDays: null, value: 120, lower: null, upper: null, interval: 'complete-count', denominator: null, withheld: null },
      { measure: 'answered-by', outcome: null, fromDay: null, day: 90, withinDays: null, value: 0.42, lower: 0.33, upper: 0.51, interval: 'log-log', denominator: 120, withheld: null },
      { measure: 'days-to-50', outcome: null, fromDay: null, day: null, withinDays: null, value: 117, lower: 88, upper: null, interval: 'log-log', denominator: 120, withheld: null },
      { measure: 'outcome-by', outcome: 'refused', fromDay: null, day: 90, withinDays: null, value: null, lower: null, upper: null, interval: 'log-log', denominator: null, withheld: 'too-few' },
    ],
  },
  'requirement-change': { ...about, post: 'CAN', topic: 'interview', document: 'emergency-travel-document', change: 'added', since: on('2026-06-10'), checkedOn: on('2026-06-12') },
  'engagement-planned': { engagement, ...about, rung: 'demarche', plannedFor: on('2026-07-15'), office: 'embassy', asks: ['answer-in-time', 'open-interviews'] },
  'engagement-held': { engagement, ...about, rung: 'demarche', heldOn: on('2026-07-16'), office: 'embassy', asks: ['answer-in-time'], sunsetOn: null, reviewBy: on('2026-10-16') },
  'engagement-answered': { engagement, ...about, answeredOn: on('2026-08-03'), reply: 'agreed-in-part' },
  'joint-approach-proposed': { approach, ...about, rung: 'joint-work', proposedFor: on('2026-09-01'), answerBy: on('2026-08-20'), office: 'ministry', asks: ['accept-emergency-document'] },
  'joint-approach-agreed': { approach, ...about, agreedOn: on('2026-08-12') },
  'joint-approach-declined': { approach, ...about, reason: 'no-reason' },
  incident: { ...about, post: 'USA', incident: 'interviews-suspended', happenedOn: on('2026-06-20'), document: null },
}

export const bareBodies: { readonly [Type in BareType]: BareBody<Type> } = {
  'instrument-proposed': { terms },
  'instrument-signed': { terms: termsDigest(terms, sha256), signedOn: on('2026-05-20') },
  'instrument-ended': { terms: termsDigest(terms, sha256), endedOn: on('2027-01-31'), reason: 'by-notice' },
  checkpoint: { size: 256, root: digestOf('d'), madeAt: '2026-06-15T09:10:00.000Z' },
}

const sampleRequest: StateBody<'request'> = {
  request, to: 'GIN', document: 'emergency-travel-document', familyName: 'Sample', givenNames: 'One', bornOn: '1990-05', bornIn: 'Exampleville', bornInCountry: 'GIN', sex: 'female',
  nationality: { claimed: 'GIN', bases: ['copy-of-document'] }, photograph: digestOf('e'), identityDocuments: [{ documentType: 'passport', number: 'X0000000', copy: true }],
  required: { otherNames: null, height: { agreement: 'sample-agreement', article: '4(1)', value: 170 }, fingerprints: null, visa: null }, files: [{ file: digestOf('e'), format: 'jpeg' }],
}

export const stateBodies: { readonly [Type in StateType]: StateBody<Type> } = {
  request: sampleRequest,
  correction: { ...sampleRequest, bornOn: '1990-05-17' },
  withdrawal: { request },
  reply: { request, question: uuidOf(31), replies: [{ asked: 'day-of-birth', reply: 'in-correction' }, { asked: 'fingerprints', reply: 'not-available' }] },
  'interview-chosen': { request, offer: uuidOf(32), slot: 1 },
  question: { request, asks: ['day-of-birth', 'fingerprints'] },
  'interview-offered': { request, slots: [{ startsAt: '2026-07-01T13:00:00.000Z', means: 'by-video' }, { startsAt: '2026-07-02T13:00:00.000Z', means: 'in-person' }] },
  answer: { request, answer: 'issued', answeredOn: on('2026-07-20'), document: { documentType: 'emergency-travel-document', validFrom: on('2026-07-20'), validUntil: on('2026-10-20') } },
}

export const partnerTypes = [...Object.keys(agreedBodies), ...Object.keys(bareBodies)] as readonly PartnerType[]
export const stateTypeNames = Object.keys(stateBodies) as readonly StateType[]

export function samplePartnerMessage(type: PartnerType): PartnerMessage {
  const made = isAgreedType(type) ? agreedMessage(inForce(), type, agreedBodies[type], on('2026-06-15')) : bareMessage(type, bareBodies[type])
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

export function sampleStateMessage(type: StateType): StateMessage {
  const made = stateMessage(type, stateBodies[type])
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

export const samplePlace: Place = { id: uuidOf(40), from: north, to: south, stream: uuidOf(41), sequence: 7, previous: digestOf('f'), sentAt: '2026-06-15T09:12:30.000Z' }
