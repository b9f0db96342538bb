import { findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

/** `changed`: the authority announced another. `corrected`: what was recorded here was wrong. `withdrawn`: it holds no longer, and nothing takes its place. */
export const commitmentChanges = ['changed', 'corrected', 'withdrawn'] as const

/** Why a commitment stands no longer as it stood: on which day, and where that is said. The one before stays. */
export type CommitmentChange = { readonly how: (typeof commitmentChanges)[number]; readonly on: PlainDate; readonly source: string }

/** As somebody typed it. */
export type TypedChange = Readonly<Record<'how' | 'changedOn' | 'changeSource', string>>

export type ChangeFault = { readonly field: keyof TypedChange; readonly code: 'missing' | 'too-long' | 'not-listed' | 'not-a-day' | 'in-future' }

const longestSource = 500

/** Reads a change, or says everything that is wrong with it. */
export function readChange({ how: typedHow, changedOn, changeSource }: TypedChange, today: PlainDate): Result<CommitmentChange, readonly ChangeFault[]> {
  const [how, on] = [commitmentChanges.find((one) => one === typedHow), findDay(changedOn)]
  const faults: ChangeFault[] = [
    ...(how ? [] : [{ field: 'how', code: typedHow === '' ? 'missing' : 'not-listed' } as const]),
    ...(on ? [] : [{ field: 'changedOn', code: changedOn === '' ? 'missing' : 'not-a-day' } as const]),
    ...(on && on > today ? [{ field: 'changedOn', code: 'in-future' } as const] : []),
    ...(changeSource === '' ? [{ field: 'changeSource', code: 'missing' } as const] : changeSource.length > longestSource ? [{ field: 'changeSource', code: 'too-long' } as const] : []),
  ]
  return faults.length > 0 || !how || !on ? refuse(faults) : accept({ how, on, source: changeSource })
}
