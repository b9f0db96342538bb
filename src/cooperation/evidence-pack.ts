import { sha256 } from '../kernel/digest.ts'
import type { PlainDate } from '../kernel/day.ts'
import { canonicalJson } from '../law/canonical.ts'
import type { InstrumentKind } from '../law/instrument.ts'
import type { TextStatus } from '../law/rule.ts'
import { isOutOfDate, type CountryEntry } from './country-entry.ts'
import type { Figure } from './figure.ts'
import type { Attribution, Measurement } from './measurement.ts'
import { spanOf } from './period-span.ts'

/**
 * What is known of a country, and of no person, about how foreseeable removal there is: what speaks for it, what against, what is not
 * known. It has no field for a person, for who prints it, or for a clock: the same data on the same day are the same bytes.
 */
export type EvidencePack = {
  readonly format: 'comity-evidence/1'
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly on: PlainDate
  /** True where the authority's own counts are of cases that were made up. */
  readonly fictional: boolean
  readonly sources: readonly EvidenceSource[]
  readonly for: readonly Statement[]
  readonly against: readonly Statement[]
  readonly unknown: readonly Gap[]
}

export type EvidenceSource = Pick<Measurement, 'method' | 'asOf' | 'vintage' | 'cautions' | 'gatedTimeRemoved'> & {
  /** SHA-256 of the measurement. */
  readonly digest: string
  readonly profile: string
  readonly title?: Attribution['title']
  readonly publisher?: Attribution['publisher']
}

export type Statement =
  /** `remainder`: one minus the share that stands on the other side. */
  | { readonly kind: 'figure'; readonly source: string; readonly figure: Figure; readonly remainder: boolean }
  | { readonly kind: 'acceptance'; readonly document: string; readonly consulate: string; readonly checkedOn: PlainDate; readonly reviewBy: PlainDate; readonly outOfDate: boolean; readonly source: string }
  | { readonly kind: 'agreement' } & EvidenceAgreement
  | { readonly kind: 'instrument' } & EvidenceInstrument
  | { readonly kind: 'own' } & RoundedCount

export type Gap = { readonly kind: 'no-figures' | 'no-answer-times' | 'no-acceptance' | 'no-agreement' | 'no-own-counts' } | { readonly kind: 'completed-only'; readonly source: string } | { readonly kind: 'entries-out-of-date'; readonly entries: number } | { readonly kind: 'list-unverified'; readonly jurisdiction: string; readonly instrument: InstrumentKind; readonly checkedOn: PlainDate }

export type EvidenceAgreement = { readonly code: string; readonly from?: PlainDate; readonly to?: PlainDate; readonly text: TextStatus; readonly reply?: { readonly length: number; readonly unit: string; readonly text: TextStatus }; readonly silence?: string; readonly source: string }

export type EvidenceInstrument = { readonly code: string; readonly jurisdiction: string; readonly instrument: InstrumentKind; readonly title: { readonly en: string; readonly fr: string }; readonly parts: readonly string[]; readonly from?: PlainDate; readonly knownOn?: PlainDate; readonly end?: PlainDate; readonly text: TextStatus; readonly source: string; readonly checkedOn: PlainDate }

export type OwnEvent = 'request-sent' | 'document-taken' | 'departed'
export type OwnCount = { readonly event: OwnEvent; readonly from: PlainDate; readonly until: PlainDate; readonly count: number }
/** To tens; null: fewer than ten, but some. The pack leaves the house. */
export type RoundedCount = { readonly event: OwnEvent; readonly from: PlainDate; readonly until: PlainDate; readonly about: number | null }

export type EvidenceGiven = {
  readonly country: string
  readonly on: PlainDate
  readonly fictional: boolean
  readonly sources: readonly { readonly source: EvidenceSource; readonly figures: readonly Figure[] }[]
  /** Entries that stand. */
  readonly entries: readonly CountryEntry[]
  /** Those that are in force. */
  readonly agreements: readonly EvidenceAgreement[]
  /** Those of this country that are, or may be, in force. */
  readonly instruments: readonly EvidenceInstrument[]
  readonly lists: readonly { readonly jurisdiction: string; readonly instrument: InstrumentKind; readonly text: TextStatus; readonly checkedOn: PlainDate }[]
  readonly own: readonly OwnCount[]
}

type Sides = { readonly for: readonly Statement[]; readonly against: readonly Statement[] }

/** Sorts what is given onto its sides; the order follows from the data alone. */
export function evidencePack({ country, on, fictional, sources, entries, agreements, instruments, lists, own }: EvidenceGiven): EvidencePack {
  const known = sources.toSorted((one, other) => (one.source.digest < other.source.digest ? -1 : 1))
  const sides: readonly Sides[] = [
    ...known.map(({ source, figures }) => figureSides(source.digest, figures)),
    ...own.map(ownSide),
    acceptanceSides(entries, on),
    { for: agreements.map((agreement) => ({ kind: 'agreement', ...agreement })), against: [] },
    { for: [], against: instruments.map((instrument) => ({ kind: 'instrument', ...instrument })) },
  ]
  const named = new Set(sides.flatMap((side) => [...side.for, ...side.against]).flatMap((statement) => (statement.kind === 'figure' ? [statement.source] : [])))
  return {
    format: 'comity-evidence/1', country, on, fictional,
    sources: known.map(({ source }) => source).filter(({ digest }) => named.has(digest)),
    for: sides.flatMap((side) => side.for), against: sides.flatMap((side) => side.against),
    unknown: gapsOf({ entries, agreements, lists, own, on }, known),
  }
}

/** One spelling of the pack: keys in the order of their code units, no spaces, numbers as decimal text. */
export function packBytes(pack: EvidencePack): string {
  return canonicalJson(inText(pack))
}

export function packDigest(pack: EvidencePack): string {
  return sha256(packBytes(pack))
}

/** A pack from bytes that were kept. */
export function readPack(bytes: string): EvidencePack {
  const numbers = new Set(['fromDay', 'day', 'withinDays', 'value', 'lower', 'upper', 'standardError', 'denominator', 'atRisk', 'length', 'about', 'entries'])
  const absent = new Set([...numbers, 'withheld', 'gatedTimeRemoved'])
  return JSON.parse(bytes, (key, value: unknown) => (absent.has(key) && value === '' ? null : numbers.has(key) && typeof value === 'string' ? Number(value) : value)) as EvidencePack
}

const favourable = ['issued', 'agreed_at_border', 'admitted']
const unfavourable = ['refused', 'nationality_not_confirmed']
const days = [90, 180, 365]

function figureSides(source: string, all: readonly Figure[]): Sides {
  const figures = ofMainGroup(all).filter(isBounded)
  const onGrid = ({ day, clock }: Figure) => day !== null && days.includes(day) && clock !== 'own'
  const shares = figures.filter((figure) => onGrid(figure) && (figure.measure === 'answered-by' || (figure.measure === 'outcome-by' && favourable.includes(figure.outcome))))
  const counts = latest(figures.filter(({ measure, outcome }) => measure === 'count' && !['ordered', 'orders'].includes(outcome)))
  const rates = latest(figures.filter(({ measure }) => measure === 'return-rate'))
  const adverse = figures.filter((figure) => onGrid(figure) && (figure.measure === 'open-by' || (figure.measure === 'outcome-by' && unfavourable.includes(figure.outcome))))
  // Of those completed within so many days all were completed by that day: that says nothing.
  const completed = figures.filter((figure) => onGrid(figure) && figure.measure === 'completed-by' && figure.day !== figure.withinDays)
  const say = (figure: Figure, remainder = false): Statement => ({ kind: 'figure', source, figure, remainder })
  return {
    for: [...shares, ...completed, ...rates, ...counts.filter(({ value }) => value !== 0)].map((figure) => say(figure)),
    against: [...[...shares, ...rates.filter(({ value }) => (value ?? 2) <= 1)].map((figure) => say(remainderOf(figure), true)), ...adverse.map((figure) => say(figure)), ...counts.filter(({ value }) => value === 0).map((figure) => say(figure))],
  }
}

/** One minus a share: the limits change places. */
function remainderOf(figure: Figure): Figure {
  const rest = (share: number | null) => (share === null ? null : Number((1 - share).toPrecision(12)))
  return { ...figure, value: rest(figure.value), lower: rest(figure.upper), upper: rest(figure.lower) }
}

/** No interval, no figure: shares have limits, counts are complete. */
function isBounded({ value, withheld, interval, lower, upper, denominator }: Figure): boolean {
  return value !== null && withheld === null && denominator !== null && (interval === 'complete-count' || (lower !== null && upper !== null))
}

/** All groups together; where no figure is of that, the group with most cases behind one figure (the union, not a member). */
function ofMainGroup(figures: readonly Figure[]): readonly Figure[] {
  if (figures.some(({ stratum }) => stratum === '')) return figures.filter(({ stratum }) => stratum === '')
  const main = figures.toSorted((one, other) => (other.denominator ?? 0) - (one.denominator ?? 0))[0]?.stratum
  return figures.filter(({ stratum }) => stratum === main)
}

/** Those of the last whole period. */
function latest(figures: readonly Figure[]): readonly Figure[] {
  const ends = figures.flatMap(({ period }) => spanOf(period)?.until ?? []).toSorted()
  return figures.filter(({ period }) => spanOf(period)?.until === ends.at(-1))
}

function ownSide({ event, from, until, count }: OwnCount): Sides {
  const statement: Statement = { kind: 'own', event, from, until, about: count === 0 ? 0 : count < 10 ? null : Math.round(count / 10) * 10 }
  return count === 0 ? { for: [], against: [statement] } : { for: [statement], against: [] }
}

function acceptanceSides(entries: readonly CountryEntry[], on: PlainDate): Sides {
  const said = (answer: string) => entries.filter(({ kind, topic }) => kind === 'acceptance' && topic === answer)
    .toSorted((one, other) => (`${one.document}${one.consulate}` < `${other.document}${other.consulate}` ? -1 : 1))
    .map((entry): Statement => ({ kind: 'acceptance', document: entry.document, consulate: entry.consulate, checkedOn: entry.checkedOn, reviewBy: entry.reviewBy, outOfDate: isOutOfDate(entry, on), source: entry.source }))
  return { for: said('accepted'), against: said('refused') }
}

function gapsOf({ entries, agreements, lists, own, on }: Pick<EvidenceGiven, 'entries' | 'agreements' | 'lists' | 'own' | 'on'>, sources: EvidenceGiven['sources']): readonly Gap[] {
  const outOfDate = entries.filter((entry) => isOutOfDate(entry, on)).length
  const measures = sources.flatMap(({ figures }) => figures.filter(isBounded).map(({ measure }) => measure))
  return [
    ...(measures.length === 0 ? [{ kind: 'no-figures' } as const] : []),
    ...(measures.includes('answered-by') ? [] : [{ kind: 'no-answer-times' } as const]),
    ...sources.filter(({ figures }) => figures.some((figure) => figure.measure === 'completed-by' && isBounded(figure))).map(({ source }) => ({ kind: 'completed-only', source: source.digest } as const)),
    ...(entries.some(({ kind, topic }) => kind === 'acceptance' && topic !== 'unknown') ? [] : [{ kind: 'no-acceptance' } as const]),
    ...(agreements.length === 0 ? [{ kind: 'no-agreement' } as const] : []),
    ...(own.length === 0 ? [{ kind: 'no-own-counts' } as const] : []),
    ...(outOfDate === 0 ? [] : [{ kind: 'entries-out-of-date', entries: outOfDate } as const]),
    ...lists.filter(({ text }) => text !== 'verified').map(({ jurisdiction, instrument, checkedOn }) => ({ kind: 'list-unverified', jurisdiction, instrument, checkedOn } as const)),
  ]
}

/** Numbers as text, nothing as the empty one: the canonical spelling knows whole numbers only. */
function inText(value: unknown): unknown {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(inText)
  return typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, inText(held)])) : value
}
