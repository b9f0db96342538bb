import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { Step } from '../law/rule.ts'
import { endOfPeriod } from './end-of-period.ts'

/** From the booking on, a `no` is believed only for a while: a court or a board may have decided since, and nothing in the file says so. */
export const stepsThatDoubtAnOldNo: readonly Step[] = ['booking', 'hand-over', 'departure']

/** May a `no` of this day be relied on for the step? Undefined where its age does not matter. A policy, not law; its length is in the law book. */
export function believedFor(step: Step | undefined, day: PlainDate, { periods }: Pick<LawBook, 'periods'>): ((on: PlainDate) => boolean) | undefined {
  if (step === undefined || !stepsThatDoubtAnOldNo.includes(step)) return undefined
  const period = periods.find(({ code }) => code === 'policy-old-no-30-days')
  return (on) => period?.text === 'verified' && endOfPeriod(on, period) >= day
}
