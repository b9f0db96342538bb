import { expect, test } from 'vitest'
import type { Agreement } from './agreement.ts'
import { day, drafted, given, withState } from './case-for-tests.ts'
import { whyNotDeemed } from './deemed-acceptance.ts'
import { replyDueOn, transferDueOn } from './reply-due.ts'

const agreement: Agreement = {
  code: 'a1', country: 'SO', inForce: {}, text: 'verified', source: 'sample treaty', replyFrom: 'sent', reply: { length: 14, unit: 'calendar-days', text: 'verified' },
  silence: { means: 'consent', text: 'verified' }, transferWindow: { length: 3, unit: 'months', text: 'verified' }, weekend: [], holidays: [],
}
const longer: Agreement = { ...agreement, code: 'a2', reply: { length: 30, unit: 'calendar-days', text: 'verified' } }
const [request] = given([...withState.slice(0, 2), [{ ...drafted, agreement: 'a1' }, { agreements: [agreement] }], ...withState.slice(3)]).state.requests
if (!request) throw new Error('no request')

test('the reply is due under the agreement that the request names, whatever others are in force', () => {
  expect([replyDueOn(request, [agreement, longer])?.on, replyDueOn(request, [longer, agreement])?.on]).toEqual(['2026-06-15', '2026-06-15'])
  expect(replyDueOn(request, [longer])).toBeUndefined()
})

test('a request that names no agreement has no day for a reply', () => {
  const { agreement: _none, ...without } = request
  expect(replyDueOn(without, [agreement])).toBeUndefined()
})

test('what was never sent runs under no agreement, even where consent was recorded', () => {
  const { sentOn: _sent, ...unsent } = request
  expect(transferDueOn(request, day('2026-06-20'), [agreement])?.on).toBe('2026-09-20')
  expect(transferDueOn(unsent, day('2026-06-20'), [agreement])).toBeUndefined()
})

test('a state that answered was not silent; one whose silence was recorded was', () => {
  const after = (outcome: 'no-response' | 'insufficient-information') => whyNotDeemed({ ...request, outcomes: [{ outcome, on: day('2026-06-10'), source: 'note' }] }, [agreement], day('2026-06-16'))
  expect([after('no-response'), after('insufficient-information')]).toEqual([undefined, { code: 'not-deemed-accepted', why: 'answered' }])
})

test('a period that is not over says when it will be', () => {
  expect(whyNotDeemed(request, [agreement], day('2026-06-15'))).toStrictEqual({ code: 'not-deemed-accepted', why: 'period-not-passed', lastDay: '2026-06-15' })
  expect(whyNotDeemed(request, [], day('2026-06-15'))).toStrictEqual({ code: 'not-deemed-accepted', why: 'no-agreement' })
})
