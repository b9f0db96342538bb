/** What a row may be divided by, besides country. No trait of a person is among them, and none is taken from a file. */
export const strata = ['area', 'disposition', 'order-type'] as const
export type Stratum = (typeof strata)[number]

/** Outcomes of a request or a stay that Comity tells apart; `text` has their words. */
export const intervalOutcomes = [
  'issued', 'agreed_at_border', 'refused', 'nationality_not_confirmed', 'withdrawn', 'admitted', 'other_country', 'departed', 'submitted',
] as const

/** A text in both languages. */
export type Words = { readonly en: string; readonly fr: string }

/** How to read the files of one publisher: data, so that a new source needs no code. `docs/reference/source-profiles.md` explains each field. */
export type SourceProfile = {
  readonly format: 'comity-profile/1'
  readonly name: string
  readonly version: string
  readonly title: Words
  readonly publisher: Words
  readonly terms: Words
  readonly file: FileShape
  readonly country: CountryRule
  readonly rows: DateRows | IntervalRows | TableRows
}

export type FileShape = {
  readonly delimiter: string
  readonly quote: string
  /** Lines before the header. */
  readonly preambleLines: number
  readonly encoding: Encoding
  /** Columns that must be there, in any order. */
  readonly columns: readonly string[]
  readonly optionalColumns: readonly string[]
  /** What stands for no value, besides nothing at all. */
  readonly missing: readonly string[]
  /** What groups the digits of a number: `,` in `1,234`; empty where nothing does. */
  readonly thousands: string
}

export const encodings = ['utf-8', 'latin-1', 'utf-16'] as const
export type Encoding = (typeof encodings)[number]

export type CountryRule = {
  /** Empty when the file does not tell countries apart. */
  readonly column: string
  /** Whose spelling it is: a source of `src/reference/country-names.ts`. */
  readonly names: string
  /** Spellings of the publisher's own total over countries; read as the country `all`. */
  readonly totals: readonly string[]
  /** Spellings that are no country but belong to the publisher's counts, with the code to count them under. */
  readonly countOnly: Readonly<Record<string, string>>
}

export const periodRules = ['calendar-year', 'fiscal-year-october', 'fiscal-year-april', 'quarter'] as const
export type PeriodRule = (typeof periodRules)[number]

export const dateFormats = ['YYYY-MM-DD', 'M/D/YYYY', 'D/M/YYYY', 'YYYYMMDD'] as const
export type DateFormat = (typeof dateFormats)[number]

/** One outcome for every row, or a column whose spellings lead to one each; `none` leads to still open. */
export type OutcomeRule =
  | { readonly fixed: string }
  | { readonly column: string; readonly mapping: Readonly<Record<string, string>> }

/** One row per case, with the dates between which a clock ran. */
export type DateRows = {
  readonly kind: 'dates'
  readonly clock: string
  readonly start: string
  readonly end: string
  readonly dateFormat: DateFormat
  /** The date by which the publisher counts, and how it cuts years. */
  readonly count: { readonly column: string; readonly periods: PeriodRule }
  readonly outcome: OutcomeRule
  readonly strata: Readonly<Partial<Record<Stratum, string>>>
  /** `right`: the file has completed cases only. Its window is the periods in which the files count. */
  readonly truncation: 'cohort' | 'right'
  /** Cases that end together: all of one country on one day, or as a column says. */
  readonly cluster: ClusterRule
}

export type ClusterRule = 'country-and-end' | { readonly column: string } | 'none'

/** One row per interval `(entry, exit]`, in whole days since the clock started. */
export type IntervalRows = {
  readonly kind: 'intervals'
  readonly request: string
  readonly interval: string
  readonly entry: string
  readonly exit: string
  readonly outcome: { readonly column: string; readonly mapping: Readonly<Record<string, string>> }
  readonly clock: { readonly column: string; readonly values: readonly string[]; readonly unless: string }
  readonly requestedOn: { readonly column: string; readonly dateFormat: DateFormat; readonly periods: PeriodRule }
  readonly strata: Readonly<Partial<Record<Stratum, string>>>
  readonly truncation: 'cohort'
  readonly cluster: ClusterRule
}

/** Rows that are counts already. */
export type TableRows = {
  readonly kind: 'table'
  /** What the numbers count: `returns`, `orders`, `leavers`, `stock`, `removals`. */
  readonly subject: string
  readonly value: ValueRule
  /** The column that says the period, as written or as the quarter of a date; null where each column is a period. */
  readonly period: { readonly column: string; readonly rule: 'as-written' | 'quarter' | 'day' } | null
  /** Who reports or carries out. `names` leads spellings to names; others are countries in the spelling of `source`, or stay as written where it is empty. */
  readonly area: { readonly column: string; readonly names: Readonly<Record<string, string>>; readonly source: string } | null
  readonly outcome: OutcomeRule
  /** Length bands: the spelling and its first and last whole day; null for a length not recorded. */
  readonly band: { readonly column: string; readonly bands: Readonly<Record<string, readonly [number, number | null] | null>> } | null
  /** `add`: a cell is the sum of its rows. `once`: each cell has one row, and a second one is a fault. */
  readonly cells: 'add' | 'once'
  /** The multiple to which the publisher rounded; 1 when it did not. */
  readonly roundedTo: number
}

/** One column of numbers; or many, whose names lead by patterns (`(\\d{4})_q([1-4])` to `$1-Q$2`) to a period or an outcome. */
export type ValueRule =
  | { readonly column: string }
  | { readonly columns: Readonly<Record<string, string>>; readonly are: 'period' | 'outcome' }
