import { daysBetween, findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Jurisdiction } from '../law/rule.ts'
import { countedInPart, type CountedInPart } from './counted-in-part.ts'
import type { Span } from './period-span.ts'

export const commitmentKinds = ['target', 'capacity'] as const
export const commitmentUnits = ['removals', 'returns', 'documents', 'staff', 'dollars', 'other'] as const

/**
 * So many of something in so many days, as somebody announced it; or the means there are for it. It has no field for an officer or
 * a person, and no table has a column: a commitment is an authority's.
 */
export type Commitment = {
  readonly kind: (typeof commitmentKinds)[number]
  readonly what: { readonly en: string; readonly fr: string }
  readonly number: number
  readonly unit: (typeof commitmentUnits)[number]
  /** Both days belong to it. */
  readonly from: PlainDate
  readonly until: PlainDate
  readonly announcedBy: string
  readonly announcedOn?: PlainDate
  readonly source: string
  /** Who and where in French, for those that ship with the program. */
  readonly french?: { readonly announcedBy: string; readonly source: string }
  /** Which figures are its actuals: see `readSeries`; empty where there are none. */
  readonly series: string
  /** Whose cases count towards it where they are kept here: of those that ship with the program. */
  readonly cases?: Jurisdiction
}

/** Counts of the database that can stand beside a commitment: of a source's figures, or of this authority's own cases. */
export type CommitmentSeries =
  | { readonly of: 'figures'; readonly profile: string; readonly outcome: string; readonly country: string }
  | { readonly of: 'own'; readonly event: 'departed' | 'document-taken' }

/** Reads `own/departed` or `figures/PROFILE/OUTCOME/COUNTRY`; undefined for anything else. */
export function readSeries(text: string): CommitmentSeries | undefined {
  const [of, first = '', outcome = '', country = '', ...more] = text.split('/')
  if (of === 'own' && outcome === '' && (first === 'departed' || first === 'document-taken')) return { of, event: first }
  return of === 'figures' && first !== '' && outcome !== '' && /^(?:[A-Z]{3}|all)$/.test(country) && more.length === 0 ? { of, profile: first, outcome, country } : undefined
}

export function writeSeries(series: CommitmentSeries): string {
  return series.of === 'own' ? `own/${series.event}` : `figures/${series.profile}/${series.outcome}/${series.country}`
}

/** So many over a period. */
export type PeriodCount = Span & { readonly period: string; readonly count: number }

export type Actuals = {
  /** Sum over the periods that lie wholly within the commitment's; null where there is none. */
  readonly count: number | null
  readonly periods: readonly PeriodCount[]
  /** The last day that was counted. */
  readonly through?: PlainDate
  /** Days of the commitment that were counted, and all of them. */
  readonly daysCounted: number
  readonly days: number
  /** Periods that lie in it only in part, where they tell of days that are not counted: nobody knows which part of them, but by difference. */
  readonly straddling: readonly CountedInPart[]
}

/** What was counted within a commitment's days. Where a source counts by periods of several lengths, the finest that reach farthest. */
export function actualsOf({ from, until }: Pick<Commitment, 'from' | 'until'>, counts: readonly PeriodCount[]): Actuals {
  const within = reachingFarthest(counts.filter((one) => one.from >= from && one.until <= until))
  const days = daysBetween(from, until) + 1
  const daysCounted = within.reduce((sum, one) => sum + daysBetween(one.from, one.until) + 1, 0)
  const through = within.map((one) => one.until).toSorted().at(-1)
  return { count: within.length === 0 ? null : within.reduce((sum, { count }) => sum + count, 0), periods: within, ...(through ? { through } : {}), daysCounted, days, straddling: countedInPart({ from, until }, within, counts) }
}

function reachingFarthest(within: readonly PeriodCount[]): readonly PeriodCount[] {
  const choices = (['month', 'quarter', 'year'] as const).map((length) => within.filter((one) => one.length === length))
  const reach = (choice: readonly PeriodCount[]) => choice.map((one) => one.until).toSorted().at(-1) ?? ''
  return choices.toSorted((one, other) => (reach(one) > reach(other) ? -1 : Number(reach(one) < reach(other))))[0] ?? []
}

/** As somebody typed it. */
export type TypedCommitment = Readonly<Record<'kind' | 'whatEn' | 'whatFr' | 'number' | 'unit' | 'from' | 'until' | 'announcedBy' | 'announcedOn' | 'source' | 'series', string>>

export type CommitmentFault = { readonly field: keyof TypedCommitment; readonly code: 'missing' | 'too-long' | 'not-listed' | 'not-a-day' | 'in-future' | 'not-after-start' | 'not-a-number' }

const longest = { whatEn: 300, whatFr: 300, announcedBy: 200, source: 500 } as const

/** Reads a commitment, or says everything that is wrong with it. `known` are the series that there are. */
export function readCommitment(typed: TypedCommitment, known: readonly string[], today: PlainDate): Result<Commitment, readonly CommitmentFault[]> {
  const [kind, unit] = [commitmentKinds.find((one) => one === typed.kind), commitmentUnits.find((one) => one === typed.unit)]
  const [from, until, announcedOn] = [findDay(typed.from), findDay(typed.until), findDay(typed.announcedOn)]
  const number = readNumber(typed.number)
  const faults: CommitmentFault[] = [
    ...(kind ? [] : [{ field: 'kind', code: 'not-listed' } as const]), ...(unit ? [] : [{ field: 'unit', code: 'not-listed' } as const]),
    ...(Object.keys(longest) as (keyof typeof longest)[]).flatMap((field): CommitmentFault[] => (typed[field] === '' ? [{ field, code: 'missing' }] : typed[field].length > longest[field] ? [{ field, code: 'too-long' }] : [])),
    ...(number === undefined ? [{ field: 'number', code: typed.number === '' ? 'missing' : 'not-a-number' } as const] : []),
    ...(['from', 'until'] as const).flatMap((field): CommitmentFault[] => (findDay(typed[field]) ? [] : [{ field, code: typed[field] === '' ? 'missing' : 'not-a-day' }])),
    ...(from && until && until <= from ? [{ field: 'until', code: 'not-after-start' } as const] : []),
    ...(typed.announcedOn !== '' && !announcedOn ? [{ field: 'announcedOn', code: 'not-a-day' } as const] : []),
    ...(announcedOn && announcedOn > today ? [{ field: 'announcedOn', code: 'in-future' } as const] : []),
    ...(typed.series === '' || known.includes(typed.series) ? [] : [{ field: 'series', code: 'not-listed' } as const]),
  ]
  if (faults.length > 0 || !kind || !unit || number === undefined || !from || !until) return refuse(faults)
  return accept({ kind, what: { en: typed.whatEn, fr: typed.whatFr }, number, unit, from, until, announcedBy: typed.announcedBy, ...(announcedOn ? { announcedOn } : {}), source: typed.source, series: typed.series })
}

/** `20000`, `20,000`, `20 000`, `30.4`, `30,4`: groups of three as people write them in either language. */
function readNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]|,(?=\d{3}(?:\D|$))/g, '').replace(',', '.')
  const number = /^\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : NaN
  return number > 0 && number < 1e12 ? number : undefined
}
