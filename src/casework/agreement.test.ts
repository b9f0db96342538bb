import { expect, test } from 'vitest'
import type { Agreement } from './agreement.ts'
import { agreementsInForce, lastDayOf } from './agreement.ts'
import { contextOf, day, given, refusalOf, withState } from './case-for-tests.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import type { NotDeemed } from './refusal.ts'
import { documentValidAtLeastUntil, replyDueOn, transferDueOn } from './reply-due.ts'

const agreement: Agreement = {
  code: 'a1', country: 'SO', inForce: { from: day('2020-01-01') }, text: 'verified', source: 'sample treaty', replyFrom: 'sent',
  reply: { length: 14, unit: 'calendar-days', text: 'verified' }, silence: { means: 'consent', text: 'verified' },
  transferWindow: { length: 3, unit: 'months', text: 'unverified' }, documentValidity: { length: 6, unit: 'months', text: 'verified' }, weekend: [5, 6], holidays: [], 
}
const draft = withState[2] as Extract<Command, { kind: 'draft-request' }>
const sentUnder = (code: string, agreements: readonly Agreement[]) => given([...withState.slice(0, 2), [{ ...draft, agreement: code }, { agreements }], ...withState.slice(3)])
// Sent on 1 June: fourteen days end on the 15th.
const deemed = (on: string): Command => ({ kind: 'record-outcome', requestId: 'q1', outcome: 'deemed-accepted', on: day(on), source: 'calendar' })
const why = (change: Partial<Agreement>, on = '2026-06-16', request = sentUnder('a1', [agreement])) => {
  const refusal = refusalOf(deemed(on), request, { agreements: [{ ...agreement, ...change }], today: day('2026-12-31') })
  return refusal?.code === 'not-deemed-accepted' ? refusal.why : refusal
}

test('silence is consent from the day after the last day for a reply, where the agreement says so', () => {
  expect(why({}, '2026-06-15')).toBe('period-not-passed' satisfies NotDeemed)
  expect(why({}, '2026-06-16')).toBeUndefined()
})

test.each<[string, Partial<Agreement>, NotDeemed]>([
  ['another agreement is in force by then', { code: 'a2' }, 'no-agreement'],
  ['it has ended', { inForce: { to: day('2026-06-15') } }, 'no-agreement'],
  ['it has not begun', { inForce: { from: day('2026-06-17') } }, 'no-agreement'],
  ['it is with another country', { country: 'KE' }, 'no-agreement'],
  ['its words were not read', { text: 'unverified' }, 'agreement-not-verified'],
  ['its words on silence were not read', { silence: { means: 'consent', text: 'unverified' } }, 'agreement-not-verified'],
  ['it says that silence is nothing', { silence: { means: 'nothing', text: 'verified' } }, 'silence-means-nothing'],
  ['its days for a reply were only told', { reply: { length: 14, unit: 'calendar-days', text: 'unverified' } }, 'reply-days-not-verified'],
  ['it counts from an acknowledgement that never came', { replyFrom: 'acknowledged' }, 'not-acknowledged'],
  ['it counts working days, and no holiday is known', { reply: { length: 5, unit: 'working-days', text: 'verified' } }, 'holidays-not-known'],
])('silence is no consent when %s', (_, change, reason) => {
  expect(why(change)).toBe(reason)
})

test('silence is no consent without an agreement, under one that says nothing of it, or under two versions at once', () => {
  expect(why({}, '2026-06-16', given(withState))).toBe('no-agreement')
  const { silence: _silence, ...mute } = agreement
  const { reply: _reply, ...boundless } = agreement
  const refused = (agreements: readonly Agreement[]) => refusalOf(deemed('2026-06-16'), sentUnder('a1', [agreement]), { agreements, today: day('2026-12-31') })
  expect(refused([mute])).toMatchObject({ why: 'silence-means-nothing' })
  expect(refused([boundless])).toMatchObject({ why: 'reply-days-not-verified' })
  expect(refused([agreement, agreement])).toMatchObject({ why: 'two-agreements' })
  expect(refused([agreement, { ...agreement, code: 'a2' }])).toMatchObject({ why: 'two-agreements' })
  expect(refused([{ ...agreement, code: 'a2' }, agreement])).toMatchObject({ why: 'two-agreements' })
})

test('a request is drafted under an agreement with its own state', () => {
  const drafting = (destination: string, code: string) => refusalOf({ ...draft, requestId: 'q2', destination, agreement: code }, given(withState.slice(0, 2)), { agreements: [agreement] })
  expect(drafting('SO', 'a1')).toBeUndefined()
  expect(drafting('KE', 'a1')).toEqual({ code: 'unknown-agreement', agreement: 'a1' })
  expect(drafting('SO', 'a2')).toEqual({ code: 'unknown-agreement', agreement: 'a2' })
})

test('a request that another system sent is brought under its agreement, and then silence may be consent too', () => {
  const earlier: Command = { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Nairobi', documentType: 'national-passport', agreement: 'a1', on: day('2026-01-05'), source: 'spreadsheet' }
  const known = { agreements: [agreement] }
  expect(refusalOf({ ...earlier, agreement: 'a2' }, given(withState.slice(0, 2)), known)).toEqual({ code: 'unknown-agreement', agreement: 'a2' })
  expect(refusalOf({ ...earlier, destination: 'KE' }, given(withState.slice(0, 2)), known)).toEqual({ code: 'unknown-agreement', agreement: 'a1' })
  const brought = given([[earlier, known]], given(withState.slice(0, 2)))
  const consent = (on: string) => refusalOf({ ...deemed(on), requestId: 'e1' } as Command, brought, { ...known, today: day('2026-12-31') })
  expect(consent('2026-01-19')).toMatchObject({ code: 'not-deemed-accepted', why: 'period-not-passed' })
  expect(consent('2026-01-20')).toBeUndefined()
  const { agreement: _agreement, ...without } = earlier
  expect(refusalOf({ ...deemed('2026-01-20'), requestId: 'e1' } as Command, given([without], given(withState.slice(0, 2))), { ...known, today: day('2026-12-31') })).toMatchObject({ why: 'no-agreement' })
})

test('a state that said something was not silent', () => {
  const asked = given([[{ kind: 'record-outcome', requestId: 'q1', outcome: 'insufficient-information', on: day('2026-06-10'), source: 'note' }, { today: day('2026-06-10') }]], sentUnder('a1', [agreement]))
  expect(refusalOf(deemed('2026-06-16'), asked, { agreements: [agreement], today: day('2026-12-31') })).toMatchObject({ code: 'outcome-cannot-follow' })
  const silent = given([[{ kind: 'record-outcome', requestId: 'q1', outcome: 'no-response', on: day('2026-06-10'), source: 'diary' }, { today: day('2026-06-10') }]], sentUnder('a1', [agreement]))
  expect(refusalOf(deemed('2026-06-16'), silent, { agreements: [agreement], today: day('2026-12-31') })).toBeUndefined()
})

test('a late answer is still an answer after consent was deemed', () => {
  const request = given([[deemed('2026-06-16'), { agreements: [agreement], today: day('2026-06-16') }]], sentUnder('a1', [agreement]))
  for (const outcome of ['issued', 'nationality-not-confirmed', 'refused-policy'] as const) {
    expect(decide({ kind: 'record-outcome', requestId: 'q1', outcome, on: day('2026-06-20'), source: 'note' }, request.state, contextOf(request.state, { today: day('2026-06-20') })).ok).toBe(true)
  }
})

test('working days leave out the weekend and the holidays of the other party', () => {
  const working: Agreement = { ...agreement, weekend: [5, 6], holidays: [day('2026-06-08')], holidaysKnownUntil: day('2026-12-31') }
  // From Monday 1 June: 2, 3, 4 count, Friday and Saturday do not, Sunday 7 does, Monday 8 is a holiday, Tuesday 9 is the fifth.
  expect(lastDayOf(working, { length: 5, unit: 'working-days', text: 'verified' }, day('2026-06-01'))).toBe('2026-06-09')
  expect(lastDayOf({ ...working, weekend: [0, 6] }, { length: 5, unit: 'working-days', text: 'verified' }, day('2026-06-01'))).toBe('2026-06-09')
  expect(lastDayOf({ ...working, holidaysKnownUntil: day('2026-06-08') }, { length: 5, unit: 'working-days', text: 'verified' }, day('2026-06-01'))).toBeUndefined()
  expect(lastDayOf({ ...working, holidaysKnownUntil: day('2026-06-09') }, { length: 5, unit: 'working-days', text: 'verified' }, day('2026-06-01'))).toBe('2026-06-09')
  expect(lastDayOf({ ...working, weekend: [0, 1, 2, 3, 4, 5, 6] }, { length: 5, unit: 'working-days', text: 'verified' }, day('2026-06-01'))).toBeUndefined()
  expect(lastDayOf(working, { length: 0, unit: 'working-days', text: 'verified' }, day('2026-06-01'))).toBe('2026-06-01')
})

test('months and calendar days need no calendar', () => {
  expect(lastDayOf(agreement, { length: 3, unit: 'months', text: 'verified' }, day('2026-11-30'))).toBe('2027-02-28')
  expect(lastDayOf(agreement, { length: 14, unit: 'calendar-days', text: 'verified' }, day('2026-06-01'))).toBe('2026-06-15')
})

test('the version in force is that of the day, both ends included', () => {
  const versions: readonly Agreement[] = [{ ...agreement, inForce: { to: day('2025-12-31') } }, { ...agreement, code: 'a2', inForce: { from: day('2026-01-01') } }]
  expect(agreementsInForce(versions, 'SO', day('2025-12-31')).map(({ code }) => code)).toEqual(['a1'])
  expect(agreementsInForce(versions, 'SO', day('2026-01-01')).map(({ code }) => code)).toEqual(['a2'])
  expect(agreementsInForce(versions, 'KE', day('2026-01-01'))).toEqual([])
})

test('a reply, a transfer and a document have their days, and say whether these were read', () => {
  const [request] = sentUnder('a1', [agreement]).state.requests
  if (!request) throw new Error('no request')
  expect(replyDueOn(request, [agreement])).toEqual({ on: '2026-06-15', verified: true })
  expect(replyDueOn(request, [{ ...agreement, text: 'unverified' }])).toEqual({ on: '2026-06-15', verified: false })
  expect(transferDueOn(request, day('2026-06-20'), [agreement])).toEqual({ on: '2026-09-20', verified: false })
  expect(documentValidAtLeastUntil(request, day('2026-06-20'), [agreement])).toEqual({ on: '2026-12-20', verified: true })
  expect(replyDueOn(request, [{ ...agreement, replyFrom: 'acknowledged' }])).toBeUndefined()
  expect(replyDueOn({ ...request, acknowledgedOn: day('2026-06-03') }, [{ ...agreement, replyFrom: 'acknowledged' }])).toEqual({ on: '2026-06-17', verified: true })
  expect(replyDueOn(request, [agreement, agreement])).toBeUndefined()
  expect(replyDueOn(request, [])).toBeUndefined()
  const { sentOn: _sent, ...unsent } = request
  expect(replyDueOn(unsent, [agreement])).toBeUndefined()
})
