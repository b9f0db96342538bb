import type { Attention } from '../casework/attention.ts'
import type { CaseEvent } from '../casework/event.ts'
import type { Inventory } from '../casework/lists.ts'
import type { PlainDate } from '../kernel/day.ts'
import { nameKey } from './name-key.ts'

/**
 * What worklists sort and narrow down by, computed from a case's events and the day. It opens nothing: no gate reads it.
 * It has no place for anything protected.
 */
export type Standing = {
  readonly inventory: Inventory
  readonly openedOn: PlainDate
  /** The latest day that an event speaks of: how long nothing has happened. */
  readonly lastStepOn: PlainDate
  /** The state that is or will be asked, ISO 3166-1 alpha-2. */
  readonly country?: string
  /** In whose hands the case is. */
  readonly officer?: string
  /** The next thing that falls due: a day and a code of small letters and hyphens. */
  readonly due?: { readonly on: PlainDate; readonly for: string }
  /** What a list shows besides. */
  readonly attention: Attention
  /** Only fictional-cases.ts makes a case fictional: what serves requests could hide a real one from the statutory report. */
  readonly fictional?: never
}

/** The columns of case_file, as the database's functions take them; the name is the one that these events record, if any does. */
export function standingColumns({ inventory, openedOn, lastStepOn, country, officer, due, attention }: Standing, events: readonly CaseEvent[] = []): Readonly<Record<string, unknown>> {
  return { inventory, opened_on: openedOn, last_step_on: lastStepOn, country, officer, due_on: due?.on, due_for: due?.for, attention, ...nameColumns(events) }
}

function nameColumns(events: readonly CaseEvent[]): Readonly<Record<string, unknown>> {
  const named = events.findLast((event) => event.kind === 'case-opened' || event.kind === 'identity-recorded')
  if (!named) return {}
  const { familyName, givenNames, bornOn } = named.identity
  return { family_name: familyName, given_names: givenNames, born_on: bornOn, name_key: nameKey(familyName, givenNames) }
}
