import type { CaseState } from '../../casework/case-state.ts'
import type { Command } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import type { CaseEvent } from '../../casework/event.ts'
import { evolve } from '../../casework/evolve.ts'
import { opensSomething, type AskedPlace, type Opening } from '../../casework/opens-something.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { destinationsOf } from '../cases/ask-gates.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import type { Asked } from '../cases/run-command.ts'

/** What a command would record. */
export type Recorded = { readonly command: Command; readonly events: readonly CaseEvent[] }

/** What a second person must agree to: the case as it stands, what would be recorded in which order, and what that lets go of. */
export type ForTwo = { readonly state: CaseState; readonly recorded: readonly Recorded[]; readonly openings: readonly Opening[]; readonly today: PlainDate }

export type HowMany = { readonly people: 1; readonly version: Asked['version'] } | ({ readonly people: 2 } & ForTwo)

/**
 * Does this take a second person? What lets a request leave does, and whatever makes a gate let go of a hold. A step that gates themselves let
 * through does not: they have answered. One person may do it only at the version that was looked at.
 */
export async function asksForTwo(services: CaseServices, { caseId, command, commandId, version, officer }: Asked): Promise<HowMany> {
  const { database, agreements, clock } = services
  const [loaded, { book }] = await Promise.all([loadCaseState(database, caseId), loadLaw(database, services)])
  // What was done before is done, and repeats its answer.
  if (!loaded || loaded.events.some((event) => event.commandId === commandId)) return { people: 1, version }
  const { state } = loaded
  const today = clock.today()
  const isRequest = command.kind === 'approve-request'
  // Who drafts may propose that it leaves; whoever agrees is asked who they are when they do.
  const context = { caseId, officer: isRequest ? '' : officer, agreements, book, at: clock.now(), today, version: version === 'newest' ? state.version : version }
  const decided = decide(command, state, context)
  // What is refused anyhow is refused in its own words.
  if (!decided.ok || decided.value.decision !== undefined) return { people: 1, version }
  const { events } = decided.value
  const after = events.reduce<CaseState | undefined>(evolve, state) ?? state
  const openings = isRequest ? [] : opensSomething(state, after, { places: placesIn(state, after, events), today, book })
  return isRequest || openings.length > 0 ? { people: 2, state, recorded: [{ command, events }], openings, today } : { people: 1, version: context.version }
}

/** Every place that the case speaks of, before or after, and every one that is named in what is to be recorded. */
export function placesIn(before: CaseState, after: CaseState, events: readonly CaseEvent[]): readonly AskedPlace[] {
  const named = events.flatMap((event): readonly AskedPlace[] => {
    const { destination, place } = event.kind === 'fact-recorded' ? event.record : (event as { readonly destination?: string; readonly place?: string })
    return destination === undefined ? [] : [{ destination, ...(place === undefined ? {} : { place }) }]
  })
  const places = [...destinationsOf(before), ...destinationsOf(after), ...named]
  return [...new Map(places.map((one) => [`${one.destination} ${one.place ?? ''}`, one])).values()].toSorted((one, other) => (one.destination < other.destination ? -1 : 1))
}

/** Commands about two records of one person: they go together, see submit-merge.ts. */
export const ofTwoCases: ReadonlySet<Command['kind']> = new Set<Command['kind']>(['absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'])
