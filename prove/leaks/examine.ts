import type { CaseState } from '../../src/casework/case-state.ts'
import { findInPacketFile } from '../../src/intake/packet-file.ts'
import { seededRandom } from '../../src/kernel/random.ts'
import type { Jurisdiction } from '../../src/law/rule.ts'
import { baseCase, protectedFacts } from './base-case.ts'
import { compare } from './compare.ts'
import { drawPair, type Histories } from './draw-pair.ts'
import type { Leak } from './list.ts'
import { openHistories } from './open-histories.ts'
import type { Pair } from './pair.ts'
import { runStory } from './run-story.ts'
import { theSystem, type System } from './system.ts'

export type Setting = { readonly histories: Histories; readonly base: Readonly<Record<Jurisdiction, CaseState>> }

/** What was found in so many pairs. `told` and `stopped` must be empty and zero for the code as it ships. */
export type Counted = {
  readonly pairs: number
  readonly kinds: Readonly<Record<string, number>>
  /** Of the pairs in which the same things were sent from both: how many hold each difference and each kind of story. */
  readonly shares: Readonly<Record<string, number>>
  readonly stopped: number
  readonly told: readonly { readonly pair: number; readonly how: string }[]
}

/** The same for every thread and every run: what the gates open for does not depend on the seed of a run. */
export function makeSetting(): Setting {
  const random = seededRandom(20_261_122)
  const of = (jurisdiction: Jurisdiction) => ({ open: openHistories(jurisdiction, random), facts: protectedFacts(jurisdiction) })
  return { histories: { CA: of('CA'), US: of('US') }, base: { CA: baseCase('CA'), US: baseCase('US') } }
}

/** Runs pairs `from` to `to` of a seed. A pair depends on the seed and its own number alone, so any of them can be run again by itself. */
export function examinePairs(seed: number, from: number, to: number, { histories, base }: Setting): Counted {
  const [kinds, shares, told]: [Record<string, number>, Record<string, number>, { pair: number; how: string }[]] = [{}, {}, []]
  let stopped = 0
  for (let at = from; at < to; at += 1) {
    const pair = drawPair(seededRandom(Math.imul(seed, 1_000_003) + at), histories)
    const [one, other] = runPair(pair, base, theSystem)
    const comparison = compare(one, other)
    add(kinds, comparison.kind)
    stopped += one.stopped + other.stopped
    if (comparison.kind === 'told') told.push({ pair: at, how: comparison.how })
    if (comparison.kind === 'both-sent') for (const share of sharesOf(pair, one.let)) add(shares, share)
  }
  return { pairs: to - from, kinds, shares, stopped, told }
}

export function runPair(pair: Pair, base: Setting['base'], system: System) {
  const start = base[pair.jurisdiction]
  return [runStory(pair, pair.one, start, system), runStory(pair, pair.other, start, system)] as const
}

/** Who caught a leak, and at which pair: the linter or the builder, which stopped it, or the comparison, which told the two apart. */
export type Caught = { readonly by: 'linter' | 'builder' | 'pairs'; readonly how: string; readonly pair: number }

/** Looks for the first pair that a leak gives away; undefined when none of `most` does. */
export function catchLeak(leak: Leak, seed: number, most: number, { histories, base }: Setting): Caught | undefined {
  const system: System = { ...theSystem, ...leak.change }
  for (let at = 0; at < most; at += 1) {
    const pair = drawPair(seededRandom(Math.imul(seed, 1_000_003) + at), histories)
    const found = new Set<string>()
    const watched: System = { ...system, attach: (file, inside) => {
      for (const { code } of findInPacketFile(file.name, file.bytes)) found.add(code)
      return system.attach(file, inside)
    } }
    const [one, other] = runPair(pair, base, watched)
    if (found.size > 0) return { by: 'linter', how: [...found].join(', '), pair: at }
    if (one.stopped + other.stopped > 0) return { by: 'builder', how: 'refused', pair: at }
    const comparison = compare(one, other)
    if (comparison.kind === 'told') return { by: 'pairs', how: comparison.how, pair: at }
  }
  return undefined
}

function sharesOf({ jurisdiction, open, one, other }: Pair, acts: readonly string[]): readonly string[] {
  const differs = (key: keyof typeof one) => JSON.stringify(one[key]) !== JSON.stringify(other[key])
  const shares: readonly (readonly [string, boolean])[] = [
    [jurisdiction, true], ['two requests', open.requests.length > 1], ['a contact before', open.contacted], ['a correction that left', acts.some((act) => act.startsWith('correction/'))],
    ['a withdrawal', open.withdrawn.length > 0], ['two withdrawals', open.withdrawn.length > 1], ['something beyond the identity', Object.keys(open.extras).length > 0],
    ['protected facts differ', differs('facts')], ['protected facts on one side only', (one.facts.length === 0) !== (other.facts.length === 0)], ['sources differ', differs('source')],
    ['risk register differs', differs('risk') || differs('reasons')], ['inner notes differ', differs('notes')], ['notices differ', differs('notices')], ['counsel differs', differs('counsel')],
    ['custody reviews differ', differs('custodyReviews')], ['statutory details differ', differs('statutory')], ['withdrawal reasons or moments differ', differs('withdrawals')],
  ]
  return shares.filter(([, so]) => so).map(([name]) => name)
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}
