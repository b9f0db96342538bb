import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { messageBytes } from './outbound-message.ts'
import { buildWithdrawal, leavesAt, weeklySchedule, withdrawalsLeaving } from './outbound-withdrawal.ts'
import { outwardCode, outwardStanding } from './outward-face.ts'

const [one, other] = ['7d444840-9dc0-41d1-b245-5ffdce74fad2', '1b4e28ba-2fa1-41d2-883f-0016d3cca427']
const wednesday = '2026-11-25T12:00:00.000Z'

test('a withdrawal names its request and says nothing else', () => {
  const built = buildWithdrawal({ requestId: one })
  expect(built.ok && JSON.parse(built.value)).toEqual({ format: 'comity-withdrawal/1', request: one, padding: expect.stringMatching(/^ +$/) })
  expect(built.ok && built.value.length).toBe(messageBytes)
})

test('a withdrawal of a request with a telling id is refused', () => {
  expect(buildWithdrawal({ requestId: 'request-12' })).toEqual({ ok: false, refusal: { code: 'id-not-opaque' } })
})

test('every withdrawal of a week leaves at the same moment of the next one', () => {
  for (const recordedAt of ['2026-11-18T12:00:00.000Z', '2026-11-18T12:00:00.001Z', '2026-11-22T03:00:00.000Z', '2026-11-25T11:59:59.999Z']) expect(leavesAt(recordedAt, weeklySchedule)).toBe(wednesday)
  expect(leavesAt(wednesday, weeklySchedule)).toBe('2026-12-02T12:00:00.000Z')
})

test('a withdrawal leaves after it was recorded, within a week, on the weekday and at the time of the schedule', () => {
  const random = seededRandom(7)
  for (let at = 0; at < 5000; at += 1) {
    const schedule = { weekday: Math.floor(random() * 7), time: `${String(Math.floor(random() * 24)).padStart(2, '0')}:30` }
    const recorded = Math.floor(random() * 4e12)
    const leaves = leavesAt(new Date(recorded).toISOString(), schedule)
    expect(Date.parse(leaves)).toBeGreaterThan(recorded)
    expect(Date.parse(leaves)).toBeLessThanOrEqual(recorded + 7 * 86_400_000)
    expect([new Date(leaves).getUTCDay(), leaves.slice(11)]).toEqual([schedule.weekday, `${schedule.time}:00.000Z`])
  }
})

test('what leaves together leaves in the order of random ids, not in that of the records', () => {
  const pending = [{ requestId: one, recordedAt: '2026-11-19T00:00:00.000Z' }, { requestId: other, recordedAt: '2026-11-24T00:00:00.000Z' }]
  expect(withdrawalsLeaving(pending, weeklySchedule, wednesday).map(({ requestId }) => requestId)).toEqual([other, one])
  expect(withdrawalsLeaving(pending.toReversed(), weeklySchedule, wednesday).map(({ requestId }) => requestId)).toEqual([other, one])
})

test('nothing leaves between two weekly moments; what was missed leaves at the next one', () => {
  const pending = [{ requestId: one, recordedAt: '2026-11-19T00:00:00.000Z' }]
  for (const moment of ['2026-11-25T11:59:59.999Z', '2026-11-25T12:00:00.001Z', '2026-11-26T12:00:00.000Z']) expect(withdrawalsLeaving(pending, weeklySchedule, moment)).toEqual([])
  expect(withdrawalsLeaving(pending, weeklySchedule, '2026-12-02T12:00:00.000Z')).toHaveLength(1)
})

test('whoever asks outside learns of a withdrawal when it leaves, and the same as of a request that never was', () => {
  const request = { leftAt: '2026-10-01T09:00:00.000Z', withdrawalRecordedAt: '2026-11-19T00:00:00.000Z' }
  expect(outwardStanding(request, '2026-11-25T11:59:59.999Z', weeklySchedule)).toBe('open')
  expect(outwardStanding(request, wednesday, weeklySchedule)).toBe('not-available')
  expect(outwardStanding(request, '2026-09-30T00:00:00.000Z', weeklySchedule)).toBe('not-available')
  expect(outwardStanding(undefined, wednesday, weeklySchedule)).toBe(outwardCode())
})

test('a request is open from the moment at which it left, and stays so while nobody withdraws it', () => {
  const request = { leftAt: '2026-10-01T09:00:00.000Z' }
  expect(['2026-10-01T08:59:59.999Z', '2026-10-01T09:00:00.000Z', '2027-10-01T09:00:00.000Z'].map((at) => outwardStanding(request, at, weeklySchedule))).toEqual(['not-available', 'open', 'open'])
})

test('what is recorded at the very moment at which others leave waits a week', () => {
  const pending = [{ requestId: one, recordedAt: wednesday }, { requestId: other, recordedAt: '2026-11-24T00:00:00.000Z' }]
  expect(withdrawalsLeaving(pending, weeklySchedule, wednesday).map(({ requestId }) => requestId)).toEqual([other])
})
