/** ISO 3166-1 alpha-3 code of the country of nationality, or `all`: every country of the file taken together. */
export type CountryOrAll = string

/** Days at which a release may show a share: an exact curve with exact counts would give single people's dates away. */
export const gridDays = [30, 60, 90, 180, 365] as const

/** What a figure says. The sentence that explains each one to a reader is in `text`. */
export type MeasureCode =
  | 'requests' // how many requests (or people, or stays: see the source) are behind the other figures of the group
  | 'open' // how many of them were still open on the data-as-of day
  | 'answered-by' // share answered by `day`: the cumulative incidence of the outcomes that the method counts as an answer
  | 'outcome-by' // share that ended with `outcome` by `day`: cumulative incidence among competing outcomes
  | 'open-by' // share without any outcome by `day`: with all outcome-by it adds to one
  | 'days-to-25' | 'days-to-50' | 'days-to-75' // days by which that per cent were answered; null when not reached
  | 'mean-days-waiting' // mean days without an answer, counted up to `day` (restricted mean)
  | 'completed-by' // share completed by `day` among those completed within the window: files of completed cases only
  | 'share-of-leavers' // share of those who left with `outcome` within the length band `fromDay` to `day`
  | 'stock' // people present on the count day in the length band `fromDay` to `day`
  | 'count' // removals, returns, orders: as counted over `period`
  | 'return-rate' // returns divided by orders to leave of the same period; different cohorts, may pass one

/** Why a figure has no value. */
export type WithheldReason =
  | 'too-few' // under ten behind it
  | 'not-reached' // the curve never gets there
  | 'past-data' // nobody was observed that long
  | 'poor-coverage' // limits at this size do not hold their stated level
  | 'suppressed' // hidden by the release rule
  | 'not-published' // the publisher gives none

export type IntervalMethod = 'log-log' | 'student-log-log' | 'log' | 'plain' | 'mid-p' | 'exact' | 'cluster-log-log' | 'rounding' | 'rounded-cluster' | 'complete-count'

export type Figure = {
  readonly measure: MeasureCode
  readonly country: CountryOrAll
  /** Empty for all; else for example `disposition=REINST`. */
  readonly stratum: string
  /** Which clock ran: `own` (order to submission), `state` (submission to answer), or what the source's clock is. */
  readonly clock: string
  /** `2016`, `FY2017`, `2016-Q3`, or `2015-10-01/2017-09-30`. */
  readonly period: string
  /** Empty unless the figure is about one outcome. */
  readonly outcome: string
  /** First day of the length band that the figure is about; null when it is not about a band. */
  readonly fromDay: number | null
  /** The day by which, or the last day of the band; null when there is none or the band is open. */
  readonly day: number | null
  /** Conditional on completion within so many days; null for a figure without that condition. */
  readonly withinDays: number | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Standard error of the value where it is an estimate; null for counts and for bounds that are certain. */
  readonly standardError: number | null
  readonly interval: IntervalMethod
  /** How many are behind the figure. */
  readonly denominator: number | null
  readonly atRisk: number | null
  readonly withheld: WithheldReason | null
}

/** What a set of figures is about. */
export type FigureSubject = Pick<Figure, 'country' | 'stratum' | 'clock' | 'period'>

/** A figure with what is stated; everything else is empty. A figure that states no interval is a complete count. */
export function figureOf(subject: FigureSubject, measure: MeasureCode, stated: Partial<Figure>): Figure {
  const { country, stratum, clock, period } = subject
  const empty = { outcome: '', fromDay: null, day: null, withinDays: null, value: null, lower: null, upper: null, standardError: null, denominator: null, atRisk: null, withheld: null }
  return { ...empty, interval: 'complete-count', ...stated, measure, country, stratum, clock, period }
}
