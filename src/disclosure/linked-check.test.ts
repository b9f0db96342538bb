import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { exposedAmong, linkedRanges, type LinkedRelease } from './linked-check.ts'

const fives = (value: number, random: () => number) => (value % 5 === 0 ? value : value - (value % 5) + (random() < (value % 5) / 5 ? 5 : 0))

function rangeOf(release: LinkedRelease, name: string, part: string) {
  const found = linkedRanges(release).find((range) => range.name === name && range.part === part)
  return [found?.least, found?.most]
}

// By hand: 20 + 30 = 50 of whom 50 are timed; shown are 20 (16 to 24) and 50 (46 to 54), so none to eight are not timed.
test('who is left over is the two periods less the timed', () => {
  const release = { groups: [
    { name: 'QAA', rounded: { value: 20, released: [20] }, exact: 30, timed: { value: 50, released: [50] } },
    { name: 'QBB', rounded: { value: 500, released: [500] }, exact: 400, timed: { value: 300, released: [] } },
  ], timed: { value: 350, released: [350] }, untimed: { value: 600, released: [600] } }
  expect(rangeOf(release, 'QAA', 'untimed')).toEqual([0, 8])
  expect(rangeOf(release, 'QAA', 'rounded')).toEqual([16, 24])
  expect(exposedAmong(linkedRanges(release))).toEqual([])
})

// By hand: 16 went out as 15, so 19 at the most; 46 timed went out as 50, so 46 at the least: 19 + 30 − 46 leaves three.
test('two roundings that go apart pin the rest down, and that is found', () => {
  const apart = { groups: [
    { name: 'QAA', rounded: { value: 16, released: [15] }, exact: 30, timed: { value: 46, released: [50] } },
    { name: 'QBB', rounded: { value: 500, released: [500] }, exact: 400, timed: { value: 300, released: [] } },
  ], timed: { value: 346, released: [345] }, untimed: { value: 600, released: [600] } }
  expect(rangeOf(apart, 'QAA', 'untimed')).toEqual([0, 3])
  expect(exposedAmong(linkedRanges(apart)).map(({ name, part }) => [name, part])).toEqual([['QAA', 'untimed']])
})

test('the bounds are those of trying every table', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = seededRandom(seed)
    const draw = (most: number) => Math.floor(random() * (most + 1))
    const people = ['QAA', 'QBB'].map((name) => {
      const [early, late] = [draw(8), draw(6)]
      return { name, early, late, timed: draw(early + late) }
    })
    const total = (read: (person: (typeof people)[number]) => number) => people.reduce((sum, person) => sum + read(person), 0)
    const [timed, untimed] = [total((one) => one.timed), total((one) => one.early + one.late - one.timed)]
    const release: LinkedRelease = {
      groups: people.map(({ name, early, late, timed: part }, index) => ({ name, rounded: { value: early, released: [fives(early, random)] }, exact: late, timed: { value: part, released: index === 0 ? [fives(part, random)] : [] } })),
      timed: { value: timed, released: [fives(timed, random)] }, untimed: { value: untimed, released: [fives(untimed, random)] },
    }
    expect(linkedRanges(release).map(({ least, most }) => [least, most]), `seed ${seed}`).toEqual(everyTable(release))
  }
})

function everyTable({ groups, timed, untimed }: LinkedRelease): number[][] {
  const beside = (released: readonly number[], value: number) => released.every((count) => Math.abs(count - value) < 5)
  const [one, two] = [groups[0]!, groups[1]!]
  const earlyTotal = one.rounded.value + two.rounded.value
  const bounds = Array.from({ length: 6 }, () => [Infinity, -Infinity])
  for (let early = 0; early <= earlyTotal; early++) {
    const other = earlyTotal - early
    if (!beside(one.rounded.released, early) || !beside(two.rounded.released, other)) continue
    for (let first = 0; first <= early + one.exact; first++) {
      for (let second = 0; second <= other + two.exact; second++) {
        if (!beside(one.timed.released, first) || !beside(timed.released, first + second)) continue
        const rest = [early + one.exact - first, other + two.exact - second] as const
        if (!beside(untimed.released, rest[0] + rest[1])) continue
        const numbers = [early, first, rest[0], other, second, rest[1]]
        for (const [place, bound] of bounds.entries()) bounds[place] = [Math.min(bound[0]!, numbers[place]!), Math.max(bound[1]!, numbers[place]!)]
      }
    }
  }
  return bounds
}
