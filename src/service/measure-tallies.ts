import { answerTime, type Answers, type Group } from '../cooperation/answer-time.ts'
import type { CautionCode } from '../cooperation/cautions.ts'
import { conditionalTime } from '../cooperation/conditional-time.ts'
import { counted, inadditivities } from '../cooperation/counted.ts'
import { type Figure, figureOf } from '../cooperation/figure.ts'
import { leavingShares, stockByLength } from '../cooperation/leaving-shares.ts'
import type { Method, MethodInput } from '../cooperation/methods.ts'
import { returnRates } from '../cooperation/return-rate.ts'
import type { DurationTally, TableTally, Tally } from '../intake/tally.ts'
import { dayFromNumber, dayNumber } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { addCounts } from '../statistics/add-counts.ts'

/** What the tallies of some files allow, in the order of preference. */
export function inputsOf(tallies: readonly Tally[]): MethodInput[] {
  const [first] = tallies
  if (first?.kind === 'durations') return [first.truncation === 'cohort' ? 'cohort' : 'right-truncated']
  const subjects = tallies.map((tally) => (tally.kind === 'table' ? tally.subject : ''))
  if (subjects.includes('leavers')) return ['leavers']
  if (subjects.includes('orders') && subjects.includes('returns')) return ['orders-and-returns', 'counts']
  return ['counts']
}

/** Countries told apart, or all of them taken as one. */
export function measureTallies(tallies: readonly Tally[], method: Method, byCountry: boolean): Answers {
  switch (method.reads) {
    case 'cohort': case 'right-truncated':
      return measureDurations(durationsOf(tallies), method, byCountry)
    case 'leavers':
      return measureLeavers(tablesOf(tallies))
    case 'orders-and-returns':
      return measureReturnRates(tablesOf(tallies))
    case 'counts':
      return measureCounts(tablesOf(tallies))
    case 'release':
      invariant(false, 'a release is not measured from files', { method: method.name })
  }
}

function durationsOf(tallies: readonly Tally[]): DurationTally {
  const [tally] = tallies
  invariant(tally?.kind === 'durations' && tallies.length === 1, 'durations come as one tally')
  return tally
}

function tablesOf(tallies: readonly Tally[]): TableTally[] {
  return tallies.filter((tally) => tally.kind === 'table')
}

function measureDurations(tally: DurationTally, method: Method, byCountry: boolean): Answers {
  const groups = groupsOf(tally, byCountry)
  const answers = groups.map((group) => method.reads === 'cohort' ? answerTime(group, tally.outcomes, method) : conditionalTime(group, tally.windowDays ?? 0))
  return {
    figures: [...answers.flatMap(({ figures }) => figures), ...countsByPeriod(tally, byCountry)],
    curves: answers.flatMap(({ curves }) => curves),
    cautions: [...answers.flatMap(({ cautions }) => cautions), ...cautionsOfDurations(tally)],
  }
}

/** The tally's groups, and all countries together. */
function groupsOf(tally: DurationTally, byCountry: boolean): Group[] {
  const period = periodOf(tally)
  const named = (country: string, stratum: string, clock: string, parts: DurationTally['groups']): Group =>
    ({ country, stratum, clock, period, requests: parts.reduce((sum, { requests }) => sum + requests, 0), counts: addCounts(parts.map(({ counts }) => counts)) })
  const keys = tally.groups.flatMap(({ country, stratum, clock }) => (byCountry ? [country, 'all'] : ['all']).map((place) => [place, stratum, clock] as const))
  const distinct = new Map(keys.map((key) => [key.join('\u001f'), key]))
  // The stratum '' is a group of the tally's own, over all strata: adding the strata to it would count everybody twice.
  return [...distinct.values()].map(([place, stratum, clock]) =>
    named(place, stratum, clock, tally.groups.filter((group) => group.clock === clock && (place === 'all' || group.country === place) && group.stratum === stratum)))
}

/** A truncated file speaks of its window; a cohort file of all that was recorded up to its as-of day. */
function periodOf({ truncation, windowDays, asOf }: DurationTally): string {
  if (truncation === 'cohort' || windowDays === null) return ''
  return `${dayFromNumber(dayNumber(asOf) - windowDays)}/${asOf}`
}

function countsByPeriod(tally: DurationTally, byCountry: boolean): Figure[] {
  const totals = Map.groupBy(tally.byPeriod, ({ country, period }) => `${byCountry ? country : 'all'}\u001f${period}`)
  const all = Map.groupBy(tally.byPeriod, ({ period }) => period)
  const figure = (country: string, period: string, rows: number) =>
    figureOf({ country, stratum: '', clock: '', period }, 'count', { value: rows, denominator: rows })
  const sum = (parts: DurationTally['byPeriod']) => parts.reduce((total, { rows }) => total + rows, 0)
  return [
    ...[...all].map(([period, parts]) => figure('all', period, sum(parts))),
    ...(byCountry ? [...totals.values()].map((parts) => figure(parts[0]?.country ?? 'all', parts[0]?.period ?? '', sum(parts))) : []),
  ]
}

function cautionsOfDurations({ truncation, reconciliation }: DurationTally): CautionCode[] {
  if (truncation === 'cohort') return ['overlaps-not-checked']
  const leftOut = reconciliation.countedWithoutDuration.some(({ rows }) => rows > 0)
  return ['conditional-on-completion', 'order-date-absent', 'departure-after-count-date', ...(leftOut ? (['doubly-truncated-left-out'] as const) : [])]
}

function measureLeavers(tallies: readonly TableTally[]): Answers {
  const cellsOf = (subject: string) => tallies.filter((tally) => tally.subject === subject).flatMap(({ cells }) => cells)
  return {
    figures: [...leavingShares(cellsOf('leavers')), ...stockByLength(cellsOf('stock'))],
    curves: [],
    cautions: ['conditional-on-completion', 'detention-clock', 'bail-mixes-reasons'],
  }
}

function measureReturnRates(tallies: readonly TableTally[]): Answers {
  const cellsOf = (subject: string) => tallies.filter((tally) => tally.subject === subject).flatMap(({ cells }) => cells)
  const roundedTo = Math.max(...tallies.map((tally) => tally.roundedTo))
  return {
    figures: [...returnRates(cellsOf('orders'), cellsOf('returns'), roundedTo), ...counted(cellsOf('orders')), ...counted(cellsOf('returns'))],
    curves: [],
    cautions: ['different-cohorts', 'rate-may-pass-one', ...roundingOf(tallies)],
  }
}

function measureCounts(tallies: readonly TableTally[]): Answers {
  // No totals of our own: a publisher may name some countries only, and their sum would pass for all.
  const figures = tallies.flatMap(({ cells }) => counted(cells))
  return { figures, curves: [], cautions: [...(inadditivities(figures).length > 0 ? (['not-additive'] as const) : []), ...roundingOf(tallies)] }
}

function roundingOf(tallies: readonly TableTally[]): CautionCode[] {
  return tallies.some(({ roundedTo }) => roundedTo > 1) ? ['rounded-source'] : []
}
