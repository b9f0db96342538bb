import { accept, refuse, type Result } from '../kernel/result.ts'
import { dateFormats, encodings, intervalOutcomes, periodRules, type SourceProfile, strata } from './profile.ts'
import { isPlainPattern } from './column-pattern.ts'
import { namesTrait } from './person-trait.ts'
import { holdTrait } from './trait-values.ts'
import { ownValue } from './own-value.ts'
import type { IntakeRefusal } from './refusal.ts'

type Facts = Readonly<Record<string, unknown>>
/** What a field must be: the code of a sentence in `text`, or the values themselves, joined by `|`. */
type Rule = readonly [field: string, expected: string]

/** Left out of a profile file, these fields have these values. */
const defaults = {
  file: { quote: '"', preambleLines: 0, encoding: 'utf-8', optionalColumns: [], missing: [], thousands: '' },
  country: { column: '', names: '', totals: [], countOnly: {} },
  dates: { strata: {}, cluster: 'none' },
  intervals: { strata: {}, cluster: 'none', truncation: 'cohort' },
  table: { period: null, area: null, band: null, cells: 'add', roundedTo: 1 },
}

const common: readonly Rule[] = [
  ['format', 'comity-profile/1'], ['name', 'name'], ['version', 'text'],
  ...['title', 'publisher', 'terms'].flatMap((field): Rule[] => [[`${field}.en`, 'text'], [`${field}.fr`, 'text']]),
  ['file.delimiter', 'one-character'], ['file.quote', 'one-character-or-none'], ['file.preambleLines', 'whole-number'], ['file.encoding', encodings.join('|')],
  ['file.columns', 'columns'], ['file.optionalColumns', 'list-of-texts'], ['file.missing', 'list-of-texts'], ['file.thousands', 'one-character-or-none'],
  ['country.column', 'column-or-none'], ['country.names', 'any-text'], ['country.totals', 'list-of-texts'], ['country.countOnly', 'map-of-texts'],
  ['rows.kind', 'dates|intervals|table'],
]

const ofKind: Readonly<Record<string, readonly Rule[]>> = {
  dates: [
    ['country.column', 'column'],
    ['rows.clock', 'name'], ['rows.start', 'column'], ['rows.end', 'column'], ['rows.dateFormat', dateFormats.join('|')],
    ['rows.count.column', 'column'], ['rows.count.periods', periodRules.join('|')], ['rows.outcome', 'interval-outcome'],
    ['rows.strata', 'strata'], ['rows.truncation', 'cohort|right'], ['rows.cluster', 'cluster'],
  ],
  intervals: [
    ['country.column', 'column'],
    ...['request', 'interval', 'entry', 'exit', 'outcome.column', 'clock.column', 'requestedOn.column'].map((field): Rule => [`rows.${field}`, 'column']),
    ['rows.outcome', 'interval-outcome'], ['rows.clock.values', 'list-of-texts'], ['rows.clock.unless', 'clock'],
    ['rows.requestedOn.dateFormat', dateFormats.join('|')], ['rows.requestedOn.periods', periodRules.join('|')],
    ['rows.strata', 'strata'], ['rows.truncation', 'cohort'], ['rows.cluster', 'cluster'],
  ],
  table: [
    ['rows.subject', 'returns|orders|leavers|stock|removals'], ['rows.value', 'value'], ['rows.period', 'period-or-none'], ['rows.area', 'area-or-none'],
    ['rows.outcome', 'outcome'], ['rows.band', 'bands-or-none'], ['rows.cells', 'add|once'], ['rows.roundedTo', 'whole-number'],
  ],
}

/** Reads a profile from what a JSON file holds; the refusal names the first field that is wrong, and what it must be. */
export function checkProfile(value: unknown, file: string): Result<SourceProfile, IntakeRefusal> {
  const profile = withDefaults(value)
  if (profile === undefined) return refuse({ code: 'profile-invalid', file, field: '', expected: 'object' })
  const kind = String(at(profile, 'rows.kind'))
  const rules = [...common, ...(ownValue(ofKind, kind) ?? [])]
  const divided = dividedBy(profile).find(({ column, field }) => namesTrait(column) || namesTrait(field)) ?? spelt(profile).find(({ values }) => holdTrait(values))
  if (divided) return refuse({ code: 'profile-trait-stratum', file, field: divided.field, column: divided.column })
  const broken = rules.find(([field, expected]) => !holds(profile, at(profile, field), expected))
  if (broken) return refuse({ code: 'profile-invalid', file, field: broken[0], expected: broken[1] })
  return accept(profile as unknown as SourceProfile)
}

function withDefaults(value: unknown): Facts | undefined {
  if (!isObject(value)) return undefined
  const rows = isObject(value['rows']) ? value['rows'] : {}
  const kind = rows['kind']
  const missing = kind === 'dates' || kind === 'intervals' || kind === 'table' ? defaults[kind] : {}
  const part = (name: 'file' | 'country') => ({ ...defaults[name], ...(isObject(value[name]) ? value[name] : {}) })
  return { ...value, file: part('file'), country: part('country'), rows: { ...missing, ...rows } }
}

// Whatever the rows are told apart by, not only what is called a stratum: an age could come as a band, a sex as an outcome.
const dividing = ['country', 'rows.area', 'rows.cluster', 'rows.outcome', 'rows.band', 'rows.period', 'rows.clock', 'rows.count'].map((part) => `${part}.column`).concat('rows.interval', 'rows.start', 'rows.end')

/** Every column by which a profile would divide people. */
function dividedBy(profile: Facts): { field: string; column: string }[] {
  const divisions = at(profile, 'rows.strata')
  const named = isObject(divisions) ? Object.entries(divisions).map(([name, column]) => ({ field: `rows.strata.${name}`, column: textOr(column) })) : []
  const columns = at(profile, 'rows.value.columns')
  const patterns = isObject(columns) ? Object.entries(columns).flat().map((pattern) => ({ field: 'rows.value.columns', column: textOr(pattern) })) : []
  return [...named, ...patterns, ...dividing.map((field) => ({ field, column: textOr(at(profile, field)) }))]
}

/** Columns of which a profile tells the values. */
function spelt(profile: Facts): { field: string; column: string; values: string[] }[] {
  const ofPart = (field: string, values: unknown) => ({ field, column: textOr(at(profile, `${field.replace(/\.\w+$/, '')}.column`)), values: isObject(values) ? Object.keys(values) : texts(values).map(String) })
  return ['rows.outcome.mapping', 'rows.area.names', 'rows.clock.values', 'country.totals', 'country.countOnly'].map((field) => ofPart(field, at(profile, field)))
}

function holds(profile: Facts, value: unknown, expected: string): boolean {
  const check = checks[expected]
  return check === undefined ? expected.split('|').includes(String(value)) : check(value, profile)
}

const isColumn = (value: unknown, profile: Facts) => [...texts(at(profile, 'file.columns')), ...texts(at(profile, 'file.optionalColumns'))].some((column) => column === value)
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const isMap = (value: unknown) => isObject(value) && Object.values(value).every((text) => typeof text === 'string')
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every((text) => typeof text === 'string')
const isOutcome = (value: unknown, profile: Facts) => isObject(value) && (typeof value['fixed'] === 'string' || (isColumn(value['column'], profile) && isMap(value['mapping']) && Object.keys(value['mapping'] as Facts).length > 0))

const checks: Readonly<Record<string, (value: unknown, profile: Facts) => boolean>> = {
  'any-text': (value) => typeof value === 'string',
  text: isText,
  name: (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,79}$/.test(value),
  'one-character': (value) => typeof value === 'string' && value.length === 1 && !/["\r\n]/.test(value),
  'one-character-or-none': (value) => typeof value === 'string' && value.length <= 1 && !/[\r\n]/.test(value),
  clock: (value, profile) => texts(at(profile, 'rows.clock.values')).includes(value),
  'whole-number': (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000,
  'list-of-texts': isList,
  'map-of-texts': isMap,
  columns: (value) => isList(value) && value.length > 0 && value.every(isText),
  column: isColumn,
  'column-or-none': (value, profile) => value === '' || isColumn(value, profile),
  strata: (value, profile) => isObject(value) && Object.entries(value).every(([name, column]) => strata.some((stratum) => stratum === name) && isColumn(column, profile)),
  cluster: (value, profile) => value === 'country-and-end' || value === 'none' || (isObject(value) && isColumn(value['column'], profile)),
  outcome: isOutcome,
  'interval-outcome': (value, profile) => isOutcome(value, profile) && outcomesIn(value as Facts).every((outcome) => outcome === 'none' || intervalOutcomes.some((known) => known === outcome)),
  value: (value, profile) => isObject(value) && (isColumn(value['column'], profile) || (isMap(value['columns']) && Object.keys(value['columns'] as Facts).every(isPlainPattern) && ['period', 'outcome'].includes(String(value['are'])))),
  'period-or-none': (value, profile) => value === null || (isObject(value) && isColumn(value['column'], profile) && ['as-written', 'quarter', 'day'].includes(String(value['rule']))),
  'area-or-none': (value, profile) => value === null || (isObject(value) && isColumn(value['column'], profile) && isMap(value['names']) && typeof value['source'] === 'string'),
  'bands-or-none': (value, profile) => value === null || (isObject(value) && isColumn(value['column'], profile) && isObject(value['bands']) && Object.values(value['bands']).every(isBand)),
}

function outcomesIn(rule: Facts): string[] {
  return typeof rule['fixed'] === 'string' ? [rule['fixed']] : Object.values(rule['mapping'] as Record<string, string>)
}

function isBand(value: unknown): boolean {
  if (value === null) return true
  if (!Array.isArray(value) || value.length !== 2) return false
  const [from, to] = value as [unknown, unknown]
  return Number.isInteger(from) && (from as number) >= 0 && (to === null || (Number.isInteger(to) && (to as number) >= (from as number)))
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), value)
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}

function isObject(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
