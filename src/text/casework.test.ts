import { expect, test } from 'vitest'
import { casework as english } from './en/casework.ts'
import { casework as french } from './fr/casework.ts'
import { stateName } from './state-name.ts'

// Every field that some refusal or event has, with a value that makes sense there.
const day = '2026-06-01'
const facts = {
  expected: 3, actual: 4, reason: 'died', closedOn: day, into: 'case-2', leftOn: day, field: 'on', value: '2026-02-30', day, today: day, after: 'request-sent', afterDay: day, country: 'SO', id: 'q1', fact: 'medical-concern',
  factId: 'f1', correctionId: 'f2', recipient: 'notice/n1', orderId: 'o1', destination: 'KE', counselId: 'c1', officer: 'officer-1', requestId: 'q1', agreement: 'a1', outcome: 'issued', standing: 'none', why: 'period-not-passed',
  lastDay: day, documentId: 'd1', lostOn: day, validFrom: day, validUntil: day, bookingId: 'b1', departsOn: day, requests: ['q1', 'q2'], bookings: ['b1'], caseId: 'case-2', factIds: ['f1', 'f2'], step: 'request',
  answer: { state: 'held-here', gates: [{ gate: 'first', holds: [{}] }, { gate: 'second', holds: [] }] },
  openedOn: day, basis: 'own-document', orderKind: 'departure-order', madeOn: day, group: 'g1', record: { corrects: 'f1' }, place: 'Mogadishu', clause: 'residence', name: 'Sample Counsel', to: 'counsel', about: 'interview',
  answerBy: day, foundOn: day, bornOn: '2012', finding: 'substantial-risk', available: true, documentType: 'national-passport', sentOn: day, heldOn: day, on: day, how: 'seen-leaving', detained: true,
}
// Where a field has another list of values than elsewhere.
const special: Readonly<Record<string, object>> = {
  'request-withdrawn': { reason: 'stay' }, 'arrival-recorded': { outcome: 'admitted' }, 'destination-answered': { answer: 'willing' }, 'order-ended': { reason: 'quashed' },
}

const sentences = [english, french].flatMap(({ refusals, events }) => [...Object.entries(refusals), ...Object.entries(events)])

test.each(sentences)('%s is said in a whole sentence', (code, sentence) => {
  const text = sentence({ ...facts, ...special[code] } as never)
  expect(text).toMatch(/^\S.*\.$/s)
  expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/)
})

test('every list has a word for each of its codes, in both languages, and no two codes share one', () => {
  for (const words of [english, french]) {
    for (const list of [words.steps, words.standings, words.outcomes, words.withdrawals, words.documents, words.arrivals, words.bases, words.findings, words.closings, words.confirmations, words.orders]) {
      const said = Object.values(list)
      expect(new Set(said).size).toBe(said.length)
      expect(said).not.toContain('')
    }
  }
})

test('a hold names the gates that hold, and no others', () => {
  const held = { code: 'gate-held', ...facts } as never
  expect(english.refusals['gate-held'](held)).toBe('Held: request for a travel document, Kenya, for this destination. Gates: first. The reasons say what would open each.')
  expect(french.refusals['gate-held'](held)).toContain('Verrous\u00a0: first.')
})

test('a state has its name, and a code that is none names itself', () => {
  expect([stateName('SO', 'en'), stateName('SO', 'fr'), stateName('ZZ', 'fr')]).toEqual(['Somalia', 'Somalie', 'ZZ'])
})
