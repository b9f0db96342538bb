import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { base, roundTable } from './controlled-rounding.ts'
import { roundShares, type ReleasedShare, type Shares } from './round-shares.ts'

const key = 'a key for tests only'
const seed = 20_180_101
const runs = { seed, numRuns: 500 }

/** Five growing counts and their total, released as a table of one cell or exactly. */
const groups = fc.tuple(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })), { minLength: 6, maxLength: 6 }), fc.boolean(), fc.string({ minLength: 16 }))
  .map(([steps, totalIsExact, tableKey]) => {
    let sum = 0
    const sums = steps.map((step) => (sum += step))
    const total = sums[5] ?? 0
    const releasedTotal = totalIsExact ? total : roundTable({ rows: ['QA'], columns: ['2016'], counts: [[total]] }, 'returns', tableKey).total
    return { counts: sums.slice(0, 5), given: { group: 'QA 2016', shares: sums.slice(0, 5).map((count) => total === 0 ? 0 : count / total), total, releasedTotal, totalIsExact } satisfies Shares }
  })

function released(given: Shares, itsKey = key): readonly ReleasedShare[] | undefined {
  const outcome = roundShares(given, 'returns', itsKey)
  return outcome.ok ? outcome.value : undefined
}

test('a share times its released total is a multiple of five within four of the true count', () => {
  fc.assert(fc.property(groups, ({ counts, given }) => {
    for (const [day, { share, count }] of released(given)?.entries() ?? []) {
      expect(Math.round(share * given.releasedTotal * 1e6) / 1e6).toBe(count)
      expect(count % base).toBe(0)
      expect(Math.abs(count - (counts[day] ?? NaN))).toBeLessThan(base)
    }
  }), runs)
})

test('shares stay between nothing and all, and never fall from one day to the next', () => {
  fc.assert(fc.property(groups, ({ counts, given }) => {
    const shares = released(given)?.map(({ share }) => share) ?? []
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    for (const [day, share] of shares.entries()) {
      expect(share).toBeLessThanOrEqual(1)
      if (counts[day] === 0) expect(share).toBe(0)
    }
  }), runs)
})

test('the true share lies between the limits', () => {
  fc.assert(fc.property(groups, ({ given }) => {
    for (const [day, { lower, upper }] of released(given)?.entries() ?? []) {
      expect(given.shares[day]).toBeGreaterThanOrEqual(lower)
      expect(given.shares[day]).toBeLessThanOrEqual(upper)
    }
  }), runs)
})

test('all counts that are equal are shown equal, also to the total', () => {
  const all = { group: 'QA 2016', shares: [0.5, 0.5, 1, 1, 1], total: 14, releasedTotal: 15, totalIsExact: false }
  for (let number = 0; number < 20; number++) {
    const counts = released(all, `key for tests, number ${number}`)?.map(({ count }) => count) ?? []
    expect(counts[0]).toBe(counts[1])
    expect(counts.slice(2)).toEqual([15, 15, 15])
  }
})

test('the same group is rounded the same again, another key another way', () => {
  const given = { group: 'QA 2016', shares: [0.1, 0.2, 0.3, 0.4, 0.5], total: 70, releasedTotal: 70, totalIsExact: false }
  expect(released(given)).toEqual(released(given))
  const seen = Array.from({ length: 30 }, (_, number) => JSON.stringify(released(given, `key for tests, number ${number}`)))
  expect(new Set(seen).size).toBeGreaterThan(3)
})

test('under ten, as released, there is no share', () => {
  const given = { group: 'QA 2016', shares: [1], total: 9, releasedTotal: 5, totalIsExact: false }
  expect(roundShares(given, 'returns', key)).toEqual({ ok: false, refusal: { code: 'too-few', releasedTotal: 5 } })
  // Nine that went out as ten has its shares: to withhold them would say that it is not ten.
  expect(roundShares({ ...given, releasedTotal: 10 }, 'returns', key).ok).toBe(true)
})

// The attacker knows the method, tries every start, every total and every growing row of counts, and keeps what shows the same.
test.each([false, true])('whoever tries everything still has five values for each count (total known: %s)', (totalIsExact) => {
  for (let total = 10; total <= 13; total++) {
    for (let first = 0; first <= total; first += 2) {
      for (let second = first; second <= total; second += 3) {
        const releasedTotal = totalIsExact ? total : 10
        const shown = released({ group: 'QA 2016', shares: [first / total, second / total], total, releasedTotal, totalIsExact })?.map(({ count }) => count) ?? []
        const left = whatIsLeft(shown, releasedTotal, totalIsExact)
        for (const values of left) expect(values.size, JSON.stringify({ total, first, second, shown })).toBeGreaterThanOrEqual(5)
      }
    }
  }
})

function whatIsLeft(shown: readonly number[], releasedTotal: number, totalIsExact: boolean): Set<number>[] {
  const left = shown.map(() => new Set<number>())
  const cut = (count: number) => Math.floor(count / base) * base
  for (let start = 0; start < base; start++) {
    for (let total = 0; total <= releasedTotal + base; total++) {
      if (totalIsExact ? total !== releasedTotal : cut(total + start) !== releasedTotal) continue
      for (let first = 0; first <= total; first++) {
        for (let second = first; second <= total; second++) {
          const counts = [first, second]
          if (counts.some((count, day) => Math.min(cut(count + start), cut(releasedTotal)) !== shown[day])) continue
          for (const [day, count] of counts.entries()) left[day]?.add(count)
        }
      }
    }
  }
  return left
}
