import { describe, expect, test } from 'vitest'
import { sha256 } from './crypto-for-tests.ts'
import { checkTerms, nextEvent, proposedInstrument, standingOn, termsDigest, termsShape, type Instrument, type Terms } from './instrument.ts'
import { home, inForce, north, on, south, terms } from './messages-for-tests.ts'
import { readJson } from './shape.ts'

const proposed = (): Instrument => {
  const made = proposedInstrument(terms, north, on('2026-05-01'), sha256)
  if (!made.ok) throw new Error('the sample terms do not stand')
  return made.value
}
const signed = (instrument: Instrument, by: string, day = '2026-05-20') => nextEvent(instrument, { kind: 'signed', by, terms: instrument.digest, on: on(day) })
const standings = (instrument: Instrument, days: readonly string[]) => days.map((day) => standingOn(instrument, on(day)))

describe('terms', () => {
  const codeOf = (changed: Partial<Terms>) => {
    const checked = checkTerms({ ...terms, ...changed })
    return checked.ok ? 'stand' : checked.refusal.code
  }
  const [assessment] = terms.messages

  test('that stand', () => {
    expect(codeOf({})).toBe('stand')
    expect(readJson(termsShape, terms).ok).toBe(true)
  })

  test.each<[string, Partial<Terms>, string]>([
    ['name the parties in one order only', { parties: [south, north] }, 'parties-not-in-order'],
    ['have an approval for each party', { approvals: terms.approvals.slice(0, 1) }, 'approval-missing'],
    ['and not of somebody else', { approvals: terms.approvals.map((one) => ({ ...one, party: home })) }, 'approval-missing'],
    ['list a message once', { messages: [...terms.messages, ...terms.messages.slice(0, 1)] }, 'type-twice'],
    ['list members that the message has', { messages: [{ type: 'incident', fields: ['country', 'incident', 'happenedOn', 'figures'] }] }, 'field-not-of-type'],
    ['and those without which there is no message', { messages: [{ type: 'incident', fields: ['country', 'incident'] }] }, 'field-required'],
    ['withhold at a multiple of what they round to', { rounding: { base: 7, least: 10 } }, 'rounding-uneven'],
    ['end after they begin', { endsOn: on('2026-05-31') }, 'ends-before-it-begins'],
  ])('%s', (_, changed, code) => {
    expect(codeOf(changed)).toBe(code)
  })

  test('have no other answer to onward transfer than never, and no end without a day', () => {
    for (const changed of [{ onward: 'with-consent' }, { endsOn: null }, { rounding: { base: 1, least: 10 } }, { rounding: { base: 5, least: 5 } }, { legalBasis: 'the arrangement of May' }]) expect(readJson(termsShape, { ...terms, ...changed })).toMatchObject({ ok: false })
  })

  test('of which one word is another have another digest', () => {
    expect(termsDigest({ ...terms, retentionDays: 731 }, sha256)).not.toBe(termsDigest(terms, sha256))
    expect(termsDigest({ ...terms, messages: assessment ? [assessment] : [] }, sha256)).not.toBe(termsDigest(terms, sha256))
  })
})

describe('an instrument', () => {
  test('is in force from its first day to its last, once both have signed', () => {
    const both = inForce()
    expect(standings(both, ['2026-05-19', '2026-05-20', '2026-05-31', '2026-06-01', '2028-05-31', '2028-06-01'])).toEqual(['proposed', 'to-begin', 'to-begin', 'in-force', 'in-force', 'over'])
  })

  test('that one party signed is a proposal, whatever day it is', () => {
    const one = signed(proposed(), north)
    expect(one.ok && standings(one.value, ['2026-06-01', '2028-05-31'])).toEqual(['proposed', 'proposed'])
  })

  test('signed late is in force from that day', () => {
    const one = signed(proposed(), north)
    const both = one.ok ? signed(one.value, south, '2026-07-01') : one
    expect(both.ok && standings(both.value, ['2026-06-30', '2026-07-01'])).toEqual(['proposed', 'in-force'])
  })

  test('is signed by its parties, each once, and to the letter', () => {
    const one = signed(proposed(), north)
    if (!one.ok) throw new Error('not signed')
    expect(signed(one.value, north)).toEqual({ ok: false, refusal: 'already-signed' })
    expect(signed(one.value, home)).toEqual({ ok: false, refusal: 'not-a-party' })
    expect(nextEvent(one.value, { kind: 'signed', by: south, terms: termsDigest({ ...terms, retentionDays: 3660 }, sha256), on: on('2026-05-20') })).toEqual({ ok: false, refusal: 'other-terms' })
    expect(proposedInstrument(terms, home, on('2026-05-01'), sha256)).toEqual({ ok: false, refusal: 'not-a-party' })
  })

  test('is ended by either party alone, from that day on, and then nothing follows', () => {
    const ended = nextEvent(inForce(), { kind: 'ended', by: south, terms: termsDigest(terms, sha256), reason: 'by-notice', on: on('2027-01-31') })
    if (!ended.ok) throw new Error('not ended')
    expect(standings(ended.value, ['2027-01-30', '2027-01-31', '2028-06-01'])).toEqual(['in-force', 'ended', 'ended'])
    expect(signed(ended.value, south)).toEqual({ ok: false, refusal: 'already-ended' })
  })
})
