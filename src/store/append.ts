import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { LogStop } from './log-health.ts'

/** One command's events, to be added to a case at the version that the officer saw; version 0 opens it. */
export type Appended = {
  readonly version: number
  readonly firstSequence: number
  readonly lastSequence: number
  /** The very same command had been done before: nothing was added now, and the sequences are those of then. */
  readonly repeated: boolean
}

/**
 * Why nothing was added. `log-unwitnessed`, `log-halted`: nothing leaves while nobody witnesses this node's log. `decision-missing`: no open decision about this very case, version, step, destination and day.
 * `decision-outdated`: it is an hour old, or the law was updated since. Both ask for a new decision.
 */
export type AppendRefusal =
  | { readonly code: 'stale-version'; readonly expected: number; readonly actual: number }
  | { readonly code: 'command-repeated-differently'; readonly commandId: string }
  | { readonly code: 'decision-missing' }
  | { readonly code: 'decision-outdated' }
  | { readonly code: 'text-not-storable' }
  | { readonly code: LogStop }

/** What append_events, send_outbound and send_correction answer. */
export type AppendRow = {
  readonly outcome: 'added' | 'repeated' | 'command-repeated-differently' | 'stale-version' | 'decision-missing' | 'decision-outdated'
  readonly first_sequence: number | null
  readonly last_sequence: number | null
  readonly version: number
}

export function readAppend(row: AppendRow | undefined, { commandId, expectedVersion }: { readonly commandId: string; readonly expectedVersion: number }): Result<Appended, AppendRefusal> {
  invariant(row, 'the database gave no answer to an append', { commandId })
  const { outcome, first_sequence: firstSequence, last_sequence: lastSequence, version } = row
  if (outcome === 'stale-version') return refuse({ code: outcome, expected: expectedVersion, actual: version })
  if (outcome === 'command-repeated-differently') return refuse({ code: outcome, commandId })
  if (outcome === 'decision-missing' || outcome === 'decision-outdated') return refuse({ code: outcome })
  invariant(firstSequence !== null && lastSequence !== null, 'an append without sequences', { outcome })
  return accept({ version, firstSequence, lastSequence, repeated: outcome === 'repeated' })
}
