import type { Seen, Sight } from './run-story.ts'

/** `both-sent`: the same bytes left from both. `one-held`, `both-held`: a gate held, and only silence shows it. `told`: somebody outside can tell the two apart. */
export type Comparison = { readonly kind: 'both-sent' | 'one-held' | 'both-held' } | { readonly kind: 'told'; readonly how: string }

/** Can anybody outside tell these two apart, by more than the silence that a closed gate is? */
export function compare(one: Seen, other: Seen): Comparison {
  const same = one.let.length === other.let.length && one.let.every((act) => other.let.includes(act))
  if (same) {
    const how = firstDifference(one.sights, other.sights)
    if (how !== undefined) return { kind: 'told', how }
    return { kind: one.let.length === 0 ? 'both-held' : 'both-sent' }
  }
  const both = one.let.filter((act) => other.let.includes(act))
  const how = firstDifference(about(one, both), about(other, both)) ?? sounds(one, other) ?? sounds(other, one)
  return how === undefined ? { kind: 'one-held' } : { kind: 'told', how }
}

function about({ sights }: Seen, acts: readonly string[]): readonly Sight[] {
  return sights.filter(({ act }) => acts.includes(act))
}

/** Where a gate held, nothing leaves, and whoever asks gets the answer that is given about a request that never was. */
function sounds(quiet: Seen, loud: Seen): string | undefined {
  for (const act of loud.let.filter((one) => !quiet.let.includes(one))) {
    const heard = quiet.sights.find((sight) => sight.act === act && (sight.kind !== 'answer' || sight.bytes !== 'not-available'))
    if (heard) return `${heard.kind} about what a gate held`
  }
  return undefined
}

function firstDifference(one: readonly Sight[], other: readonly Sight[]): string | undefined {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [here, there] = [one[at], other[at]]
    if (!here || !there) return `count of what is seen (${(here ?? there)?.kind})`
    const key = (['kind', 'to', 'at', 'request', 'bytes'] as const).find((field) => here[field] !== there[field])
    if (key === 'bytes' && here.bytes.length !== there.bytes.length) return `size of ${here.kind}`
    if (key !== undefined) return `${key} of ${here.kind}`
  }
  return undefined
}
