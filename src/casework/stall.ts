import { daysBetween, type PlainDate } from '../kernel/day.ts'
import { hasLeft, type CaseState } from './case-state.ts'

/** From how many days on a case, or the time since its last step, is old: an authority's choice, handed in. */
export type StallLimits = { readonly caseDays: number; readonly stepDays: number }

/** How old a case is, and how long nothing has happened. Nothing about the person enters: it is the file that is old. */
export type Stall = { readonly caseDays: number; readonly stepDays: number; readonly oldCase: boolean; readonly noStep: boolean }

/** The ages of an open case; undefined when it is closed, or the person has left. */
export function stallOf(state: CaseState, day: PlainDate, limits: StallLimits): Stall | undefined {
  if (state.closed || hasLeft(state)) return undefined
  const [caseDays, stepDays] = [daysBetween(state.openedOn, day), daysBetween(state.lastStepOn, day)]
  return { caseDays, stepDays, oldCase: caseDays >= limits.caseDays, noStep: stepDays >= limits.stepDays }
}
