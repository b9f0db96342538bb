import type { PlainDate } from '../kernel/day.ts'
import type { CautionCode } from './cautions.ts'
import type { CountryOrAll, Figure } from './figure.ts'

/** Everything that one run of a method over some files found, with what a reader needs to check it. */
export type Measurement = {
  readonly format: 'comity-measurement/1'
  /** Name and version, for example `answer-time/1`. */
  readonly method: string
  /** The day to which the data speak. */
  readonly asOf: PlainDate
  /** Which edition of the source this is, in the publisher's words or the day it was obtained. */
  readonly vintage: string
  readonly inputs: readonly Input[]
  /** Whose figures these are, where that is more, or other, than the source profiles say. */
  readonly attribution?: Attribution
  /** Whether time during which the law forbade the step was left out; null when the file does not say. */
  readonly gatedTimeRemoved: boolean | null
  readonly reconciliation: Reconciliation
  readonly figures: readonly Figure[]
  readonly curves: readonly Curve[]
  readonly funnel?: Funnel
  readonly rankSets?: RankSets
  readonly published?: PublishedComparison
  /** Codes of the cautions that must stand beside the figures. */
  readonly cautions: readonly CautionCode[]
}

/** What must be said of a source wherever its figures are shown, in both languages. */
export type Attribution = {
  readonly title: InBothLanguages
  readonly publisher: InBothLanguages
  readonly terms: InBothLanguages
  /** Where the figures were found; empty where nobody has noted it. */
  readonly addresses: readonly string[]
}

type InBothLanguages = { readonly en: string; readonly fr: string }

export type Input = {
  /** File name without its folder. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  /** Name and version of the source profile, for example `us-ice-removals/1`. */
  readonly profile: string
  readonly rowsRead: number
}

/** Every row read is used or quarantined: `rowsRead = rowsUsed + the sum of quarantined`. */
export type Reconciliation = {
  readonly rowsRead: number
  readonly rowsUsed: number
  readonly quarantined: readonly { readonly reason: string; readonly rows: number }[]
  /** Rows used for counts but not for durations, by reason; they are part of `rowsUsed`. */
  readonly countedWithoutDuration: readonly { readonly reason: string; readonly rows: number }[]
}

/** A step function drawn from at most some hundred points; the value holds from its day to the next. */
export type Curve = {
  readonly measure: 'answered-by' | 'outcome-by' | 'completed-by'
  readonly country: CountryOrAll
  readonly stratum: string
  readonly clock: string
  readonly period: string
  readonly outcome: string
  readonly days: readonly number[]
  readonly value: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly atRisk: readonly number[]
}

export type Funnel = {
  readonly measure: 'answered-by' | 'completed-by' | 'return-rate'
  readonly day: number | null
  readonly period: string
  /** The common value round which the limits are drawn. */
  readonly target: number
  /** Overdispersion factor by which the limits were widened; 1 when none was needed. */
  readonly overdispersion: number
  readonly points: readonly FunnelPoint[]
  readonly limits: readonly { readonly denominator: number; readonly lower95: number; readonly upper95: number; readonly lower998: number; readonly upper998: number }[]
}

export type FunnelPoint = {
  readonly country: string
  /** Effective denominator: what binomial sample size has this variance. */
  readonly denominator: number
  readonly value: number
  readonly position: 'within' | 'beyond-95' | 'beyond-998'
}

/** Only ever made on request. `lowest` to `highest` is the set of ranks that the data cannot exclude. */
export type RankSets = {
  readonly measure: string
  readonly day: number | null
  readonly confidence: number
  readonly kind: 'marginal' | 'simultaneous'
  readonly seed: number
  readonly countries: readonly { readonly country: string; readonly value: number; readonly lowest: number; readonly highest: number }[]
}

export type PublishedComparison = {
  readonly name: string
  readonly sha256: string
  readonly compared: number
  readonly zeroInBoth: number
  readonly aliasMappings: readonly { readonly published: string; readonly country: string }[]
  readonly differences: readonly { readonly country: string; readonly period: string; readonly ours: number; readonly published: number }[]
}
