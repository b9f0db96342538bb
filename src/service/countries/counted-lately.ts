import type { Instant } from '../../casework/fact-record.ts'
import type { CaseServices } from '../cases/case-services.ts'

/** Counts of own cases are good for ten minutes: with a large caseload each of them reads every departure or request. When they were counted is said. */
const keptMilliseconds = 600_000

export type Lately<Value> = { readonly asOf: Instant; readonly value: Value }

const lately = new WeakMap<object, Map<string, Lately<unknown>>>()

/** What was counted under this name within the last ten minutes, or is counted now. */
export async function countedLately<Value>({ database, clock }: CaseServices, name: string, count: () => Promise<Value>): Promise<Lately<Value>> {
  const known = lately.get(database) ?? new Map<string, Lately<unknown>>()
  lately.set(database, known)
  const [earlier, now] = [known.get(name) as Lately<Value> | undefined, clock.now()]
  if (earlier && Date.parse(now) - Date.parse(earlier.asOf) < keptMilliseconds) return earlier
  const counted: Lately<Value> = { asOf: now, value: await count() }
  known.set(name, counted)
  return counted
}
