import type { CaseState } from '../../casework/case-state.ts'
import { opensSomething, type AskedPlace, type Opening } from '../../casework/opens-something.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import { everyStep, type Step } from '../../law/rule.ts'

/**
 * What a case lets go of on its way through several states, for each place: the openings of every step of the way. A rule that held at first
 * and holds no longer at the end was let go at one of them, so the whole way hides nothing; what closes again on the way stays said.
 */
export function openingsTogether(states: readonly CaseState[], asked: { readonly places: readonly AskedPlace[]; readonly today: PlainDate; readonly book: LawBook }): readonly Opening[] {
  const found = states.slice(1).flatMap((after, index) => opensSomething(states[index] ?? after, after, asked))
  const places = [...new Set(found.map(placeKey))]
  return places.flatMap((key) => {
    const [first, ...others] = found.filter((one) => placeKey(one) === key)
    return first ? [others.reduce(joined, first)] : []
  })
}

function placeKey({ destination, place = '' }: Opening): string {
  return `${destination} ${place}`
}

function joined(one: Opening, other: Opening): Opening {
  const either = (steps: readonly Step[], more: readonly Step[]) => everyStep.filter((step) => steps.includes(step) || more.includes(step))
  const lost = new Map([...one.lost, ...other.lost].map((hold) => [`${hold.gate} ${hold.rule}`, hold]))
  return { ...one, on: one.on < other.on ? one.on : other.on, lost: [...lost.values()], steps: either(one.steps, other.steps), open: either(one.open, other.open) }
}
