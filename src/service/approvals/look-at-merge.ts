import type { CaseState } from '../../casework/case-state.ts'
import type { MergeCommand } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import type { CaseEvent } from '../../casework/event.ts'
import { evolve } from '../../casework/evolve.ts'
import { opensSomething, type AskedPlace, type Opening } from '../../casework/opens-something.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { LawBook } from '../../law/book.ts'
import { areRealAndFictional } from '../../store/lock-cases.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import { placesIn } from './asks-for-two.ts'

/** Two records of one person, to become one (`merge`), or two again. */
export type MergeAct = { readonly kind: 'merge' | 'unmerge'; /** The case that stays. */ readonly stays: string; readonly duplicate: string; readonly on: PlainDate; readonly reason: string }

/** Both cases as they are and as they would be, and what that lets go of. */
export type MergeAhead = {
  readonly act: MergeAct
  readonly before: Both<CaseState>
  readonly after: Both<CaseState>
  readonly openings: Both<readonly Opening[]>
  readonly today: PlainDate
  readonly book: LawBook
}

export type Both<Of> = { readonly stays: Of; readonly duplicate: Of }

/** Which of the two cases is in the way. */
export type MergeRefusal = { readonly of: keyof Both<unknown>; readonly refusal: CommandRefusal }

/** Looks ahead at a merge, or at its undoing: nothing happens. */
export async function lookAtMerge(services: CaseServices, officer: string, act: MergeAct, versions?: Both<number>): Promise<Result<MergeAhead, MergeRefusal>> {
  const { stays, duplicate } = act
  const { database, clock, agreements } = services
  const [one, other, { book }, isMixed] = await Promise.all([loadCaseState(database, stays), loadCaseState(database, duplicate), loadLaw(database, services), areRealAndFictional(database, [stays, duplicate])])
  if (!one || !other) return refuse({ of: one ? 'duplicate' : 'stays', refusal: { code: 'no-case' } })
  if (isMixed) return refuse({ of: 'duplicate', refusal: { code: 'fictional-with-real' } })
  const before = { stays: one.state, duplicate: other.state }
  const moved = versions && (['stays', 'duplicate'] as const).find((of) => before[of].version !== versions[of])
  if (moved) return refuse({ of: moved, refusal: { code: 'stale-version', expected: versions[moved], actual: before[moved].version } })
  const today = clock.today()
  let [after, events]: [Both<CaseState>, readonly CaseEvent[]] = [before, []]
  for (const { kind, of } of steps[act.kind]) {
    const from = of === 'stays' ? 'duplicate' : 'stays'
    const context = { caseId: act[of], officer, agreements, book, at: clock.now(), today, version: after[of].version, other: { caseId: act[from], state: after[from] } }
    const decided = decide({ kind, on: act.on, reason: act.reason }, after[of], context)
    if (!decided.ok) return refuse({ of, refusal: decided.refusal })
    after = { ...after, [of]: decided.value.events.reduce<CaseState | undefined>(evolve, after[of]) ?? after[of] }
    events = [...events, ...decided.value.events]
  }
  return accept({ act, before, after, openings: openingsOf(act, before, after, { places: placesOfMerge(before, after, events), today, book }), today, book })
}

const steps: Readonly<Record<MergeAct['kind'], readonly { readonly kind: MergeCommand['kind']; readonly of: keyof Both<unknown> }[]>> = {
  merge: [{ kind: 'absorb-case', of: 'stays' }, { kind: 'merge-into', of: 'duplicate' }],
  unmerge: [{ kind: 'undo-merge', of: 'duplicate' }, { kind: 'undo-absorption', of: 'stays' }],
}

/**
 * Of a merge: what the case that stays holds no longer. When it is undone, nobody could work on the duplicate before: what holds the person's
 * one case and would hold neither of the two is let go, so both are held against that one.
 */
function openingsOf({ kind }: MergeAct, before: Both<CaseState>, after: Both<CaseState>, asked: Parameters<typeof opensSomething>[2]): Both<readonly Opening[]> {
  return { stays: opensSomething(before.stays, after.stays, asked), duplicate: kind === 'merge' ? [] : opensSomething(before.stays, after.duplicate, asked) }
}

/** Every place that either case speaks of, before or after, and every one that what is taken over or given back is about. */
function placesOfMerge(before: Both<CaseState>, after: Both<CaseState>, events: readonly CaseEvent[]): readonly AskedPlace[] {
  const places = [...placesIn(before.stays, after.stays, events), ...placesIn(before.duplicate, after.duplicate, []), ...[before.stays, before.duplicate].flatMap(placesOfRecords)]
  return [...new Map(places.map((one) => [`${one.destination} ${one.place ?? ''}`, one])).values()].toSorted((one, other) => (one.destination < other.destination ? -1 : 1))
}

function placesOfRecords({ facts, risks }: CaseState): readonly AskedPlace[] {
  return [...facts, ...risks].flatMap((one): readonly AskedPlace[] => {
    const { destination, place } = one as { readonly destination?: string; readonly place?: string }
    return destination === undefined ? [] : [{ destination, ...(place === undefined ? {} : { place }) }]
  })
}
