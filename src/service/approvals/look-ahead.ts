import type { CaseState } from '../../casework/case-state.ts'
import type { Command } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import { evolve } from '../../casework/evolve.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import { isStorable } from '../../store/storable.ts'
import { placesIn, type ForTwo, type Recorded } from './asks-for-two.ts'
import { openingsTogether } from './openings-together.ts'
import type { Handed } from './write-proposal.ts'

/** Several facts of one case, handed in together. `commandId` names them all, and the proposal that they become. */
export type FactsTogether = {
  readonly caseId: string
  readonly commandId: string
  readonly version: number
  readonly handed: readonly (Handed & { readonly command: Extract<Command, { readonly kind: 'record-fact' }> })[]
}

/** What would become of several facts, one after the other. Those that are refused are left out, each with why. */
export type Ahead = ForTwo & { readonly possible: readonly Handed[]; readonly refused: ReadonlyMap<string, CommandRefusal> }

/** Looks ahead at several facts in their order, each decided on the case as the one before would leave it; undefined: there is no such case. */
export async function lookAhead(services: CaseServices, officer: string, { caseId, version, handed }: FactsTogether): Promise<Ahead | undefined> {
  const { database, agreements, clock } = services
  const [loaded, { book }] = await Promise.all([loadCaseState(database, caseId), loadLaw(database, services)])
  if (!loaded) return undefined
  const today = clock.today()
  const [states, recorded, possible] = [[loaded.state], [] as Recorded[], [] as Handed[]]
  const refused = new Map<string, CommandRefusal>()
  for (const { commandId, command } of handed) {
    const state = states.at(-1) ?? loaded.state
    // Only what the officer saw, and what follows from these facts themselves.
    const seen = version + state.version - loaded.state.version
    const decided = isStorable(JSON.stringify(command)) ? decide(command, state, { caseId, officer, agreements, book, at: clock.now(), today, version: seen }) : { ok: false as const, refusal: { code: 'text-not-storable' as const } }
    if (!decided.ok) {
      refused.set(commandId, decided.refusal)
      continue
    }
    const { events } = decided.value
    states.push(events.reduce<CaseState | undefined>(evolve, state) ?? state)
    recorded.push({ command, events })
    possible.push({ commandId, command })
  }
  const places = placesIn(loaded.state, states.at(-1) ?? loaded.state, recorded.flatMap(({ events }) => events))
  return { state: loaded.state, recorded, openings: openingsTogether(states, { places, today, book }), today, possible, refused }
}
