import { describe, expect, test } from 'vitest'
import { shippedBook } from '../law/shipped-book.ts'
import { day } from './case-for-tests.ts'
import { nextCustodyReview } from './custody-reviews.ts'
import { departureOrderOn } from './departure-order.ts'
import { removalPeriodOn, type RemovalPeriodFacts } from './removal-period.ts'

const { periods } = shippedBook()
const period = (code: string) => {
  const found = periods.find((one) => one.code === code)
  if (!found) throw new Error(`no period ${code}`)
  return found
}

describe('a departure order (IRPR 224(2)–(3))', () => {
  const thirty = period('ca-irpr-224-2')
  const enforceableOn = day('2026-03-01')
  const on = (text: string, suspensions: Parameters<typeof departureOrderOn>[0]['suspensions'] = [], metOn?: string) => departureOrderOn({ enforceableOn, suspensions, ...(metOn === undefined ? {} : { metOn: day(metOn) }) }, day(text), thirty)

  test('is to be met until the thirtieth day, and becomes a deportation order the day after', () => {
    expect(on('2026-03-31')).toEqual({ standing: 'running', lastDay: '2026-03-31' })
    expect(on('2026-04-01')).toEqual({ standing: 'became-deportation-order', on: '2026-04-01' })
    expect(on('2027-01-01')).toEqual({ standing: 'became-deportation-order', on: '2026-04-01' })
  })

  test('met in time stays what it is; met too late it does not', () => {
    expect(on('2026-05-01', [], '2026-03-31')).toEqual({ standing: 'met', on: '2026-03-31' })
    expect(on('2026-05-01', [], '2026-04-01')).toMatchObject({ standing: 'became-deportation-order' })
    expect(on('2026-03-10', [], '2026-03-31')).toMatchObject({ standing: 'running' })
  })

  test('waits while the person is detained or removal is stayed, day for day', () => {
    const tenDays = [{ from: day('2026-03-11'), to: day('2026-03-20') }]
    expect(on('2026-03-15', tenDays)).toEqual({ standing: 'suspended' })
    expect(on('2026-03-21', tenDays)).toEqual({ standing: 'running', lastDay: '2026-04-10' })
    expect(on('2026-04-11', tenDays)).toMatchObject({ standing: 'became-deportation-order', on: '2026-04-11' })
    expect(on('2026-03-21', [...tenDays, { from: day('2026-03-15'), to: day('2026-03-20') }])).toEqual({ standing: 'running', lastDay: '2026-04-10' })
  })

  test('waits for as long as a suspension lasts, and not for one that began when the days were over', () => {
    expect(on('2030-01-01', [{ from: day('2026-03-31') }])).toEqual({ standing: 'suspended' })
    expect(on('2026-05-01', [{ from: day('2026-04-01') }])).toMatchObject({ standing: 'became-deportation-order', on: '2026-04-01' })
    expect(on('2026-03-05', [{ from: day('2026-02-01'), to: day('2026-03-02') }])).toEqual({ standing: 'running', lastDay: '2026-04-01' })
    expect(on('2026-05-01', [{ from: day('2026-03-31') }], '2026-04-15')).toEqual({ standing: 'met', on: '2026-04-15' })
  })

  test('is met on the very day on which it is', () => {
    expect(on('2026-03-10', [], '2026-03-10')).toEqual({ standing: 'met', on: '2026-03-10' })
  })

  test('waits for one suspension that ended, and not yet for one that begins after the days are over', () => {
    const ended = { from: day('2026-03-11'), to: day('2026-03-20') }
    expect(on('2026-03-25', [ended, { from: day('2026-06-01') }])).toEqual({ standing: 'running', lastDay: '2026-04-10' })
    expect(on('2026-05-01', [ended, { from: day('2026-04-01') }])).toEqual({ standing: 'suspended' })
  })
})

describe('the removal period (8 USC 1231(a)(1))', () => {
  const ninety = period('us-removal-period-90-days')
  const on = (text: string, facts: RemovalPeriodFacts) => removalPeriodOn(facts, day(text), ninety)
  const final = { administrativelyFinalOn: day('2026-01-01') }

  test('runs for ninety days from the final order', () => {
    expect(on('2026-01-01', final)).toMatchObject({ standing: 'running' })
    expect(on('2025-12-31', final)).toEqual({ standing: 'not-begun', waitsFor: 'final-order' })
    expect(on('2026-04-01', final)).toEqual({ standing: 'running', beganOn: '2026-01-01', lastDay: '2026-04-01' })
    expect(on('2026-04-02', final)).toEqual({ standing: 'over', beganOn: '2026-01-01', lastDay: '2026-04-01' })
    expect(on('2026-04-02', {})).toEqual({ standing: 'not-begun', waitsFor: 'final-order' })
  })

  test('begins on the latest of the three days, and waits for each that applies', () => {
    expect(on('2026-02-01', { ...final, courtStay: {} })).toEqual({ standing: 'not-begun', waitsFor: 'court' })
    expect(on('2026-02-01', { ...final, confinement: {} })).toEqual({ standing: 'not-begun', waitsFor: 'release' })
    expect(on('2026-04-05', { ...final, courtStay: { finalOrderOn: day('2026-03-01') }, confinement: { releasedOn: day('2026-02-01') } })).toMatchObject({ beganOn: '2026-03-01' })
    expect(on('2026-04-05', { ...final, courtStay: { finalOrderOn: day('2026-03-01') }, confinement: { releasedOn: day('2026-04-01') } })).toMatchObject({ beganOn: '2026-04-01' })
    expect(on('2026-04-05', { ...final, courtStay: { finalOrderOn: day('2026-03-01') } })).toMatchObject({ beganOn: '2026-03-01' })
    expect(on('2026-04-05', { ...final, confinement: { releasedOn: day('2025-06-01') } })).toMatchObject({ beganOn: '2026-01-01', standing: 'over' })
  })

  test('is extended by the person’s own obstruction within it, without an end that the statute names', () => {
    expect(on('2026-12-31', { ...final, ownObstructionOn: day('2026-04-01') })).toEqual({ standing: 'extended', beganOn: '2026-01-01' })
    expect(on('2026-12-31', { ...final, ownObstructionOn: day('2026-04-02') })).toMatchObject({ standing: 'over' })
    expect(on('2026-02-01', { ...final, ownObstructionOn: day('2026-02-02') })).toMatchObject({ standing: 'running' })
  })
})

describe('the review of custody', () => {
  const detained = (detentions: readonly [boolean, string][], reviews: readonly string[] = [], jurisdiction: 'CA' | 'US' = 'CA', ordered: readonly string[] = ['2026-01-01']) => nextCustodyReview({
    jurisdiction, detentions: detentions.map(([detained, on]) => ({ detained, on: day(on) })), custodyReviews: reviews.map(day),
    orders: ordered.map((on) => ({ orderId: on, orderKind: 'removal-order', madeOn: day(on), source: 'order' })),
  }, periods)

  test('in Canada is due within 48 hours, then seven days, then each thirty days (IRPA 57)', () => {
    expect(detained([[true, '2026-03-01']])).toEqual({ lastDay: '2026-03-03', countedFrom: '2026-03-01', period: 'ca-irpa-57-1', verified: true })
    expect(detained([[true, '2026-03-01']], ['2026-03-01'])).toMatchObject({ period: 'ca-irpa-57-2-second' })
    expect(detained([[true, '2026-03-01']], ['2026-03-02'])).toMatchObject({ lastDay: '2026-03-09', countedFrom: '2026-03-02' })
    expect(detained([[true, '2026-03-01']], ['2026-03-02', '2026-03-08'])).toMatchObject({ lastDay: '2026-04-07' })
    expect(detained([[true, '2026-03-01']], ['2026-03-02', '2026-03-08', '2026-04-01'])).toMatchObject({ lastDay: '2026-05-01', period: 'ca-irpa-57-2-each' })
  })

  test('is due for nobody who is free, and begins anew with a new detention', () => {
    expect(detained([])).toBeUndefined()
    expect(detained([[true, '2026-03-01'], [false, '2026-03-05']])).toBeUndefined()
    expect(detained([[true, '2026-03-01'], [false, '2026-03-05'], [true, '2026-06-01']], ['2026-03-02'])).toMatchObject({ lastDay: '2026-06-03' })
  })

  test('in the United States is due before the removal period may end, after custody begins again, and yearly', () => {
    expect(detained([[true, '2026-01-10']], [], 'US')).toMatchObject({ lastDay: '2026-04-01', period: 'us-removal-period-90-days' })
    expect(detained([[true, '2026-05-10']], [], 'US')).toMatchObject({ lastDay: '2026-08-10', period: 'us-custody-review-after-revocation-3-months' })
    expect(detained([[true, '2026-01-10'], [false, '2026-01-20'], [true, '2026-02-01']], [], 'US')).toMatchObject({ lastDay: '2026-05-01' })
    expect(detained([[true, '2026-01-10']], ['2026-03-30'], 'US')).toMatchObject({ lastDay: '2027-03-30', period: 'us-custody-review-yearly' })
    expect(detained([[true, '2026-01-10']], [], 'US', [])).toBeUndefined()
    expect(detained([[true, '2026-04-01']], [], 'US')).toMatchObject({ lastDay: '2026-04-01', period: 'us-removal-period-90-days' })
  })

  test('in the United States is counted from the latest order that stands', () => {
    const order = { orderKind: 'removal-order', source: 'order' } as const
    const orders: Parameters<typeof nextCustodyReview>[0]['orders'] = [{ ...order, orderId: 'o1', madeOn: day('2026-01-01') }, { ...order, orderId: 'o2', madeOn: day('2026-02-01'), ended: { on: day('2026-03-01'), reason: 'quashed' } }]
    const due = (some: typeof orders) => nextCustodyReview({ jurisdiction: 'US', detentions: [{ detained: true, on: day('2026-02-15') }], custodyReviews: [], orders: some }, periods)?.countedFrom
    expect([due(orders), due(orders.map(({ ended: _ended, ...one }) => one)), due(orders.slice(1))]).toEqual(['2026-01-01', '2026-02-01', undefined])
  })

  test('says that its length was only told, where it was', () => {
    const told = periods.map((one) => ({ ...one, text: 'unverified' as const }))
    expect(nextCustodyReview({ jurisdiction: 'CA', detentions: [{ detained: true, on: day('2026-03-01') }], custodyReviews: [], orders: [] }, told)).toMatchObject({ verified: false })
  })

  test('rests on periods that the law book holds', () => {
    expect(() => nextCustodyReview({ jurisdiction: 'CA', detentions: [{ detained: true, on: day('2026-03-01') }], custodyReviews: [], orders: [] }, [])).toThrow('a period')
  })
})
