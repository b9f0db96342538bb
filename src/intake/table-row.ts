import type { TableCell } from '../cooperation/table-cell.ts'
import { findDay } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { resolveCountry } from '../reference/country-names.ts'
import { type Header, meaningOfColumn } from './header.ts'
import { ownValue } from './own-value.ts'
import type { SourceProfile, TableRows } from './profile.ts'
import { unresolvedReasons } from './survey.ts'

export type TableFault = { readonly reason: string; readonly column: string; readonly value: string }
type Read<Value> = Result<Value, TableFault>
type Place = { readonly outcome: string; readonly period: string; readonly column: string }

/** Reads the rows of one file of counts. Spellings are looked up once each. */
export class TableReader {
  private readonly profile: SourceProfile
  private readonly rows: TableRows
  private readonly columns: readonly string[]
  private readonly valueColumns: readonly string[]
  private readonly countries = new Map<string, Read<string>>()
  private readonly areas = new Map<string, Read<string>>()

  constructor(profile: SourceProfile & { readonly rows: TableRows }, header: Header) {
    this.profile = profile
    this.rows = profile.rows
    this.columns = header.columns
    this.valueColumns = header.columns.filter((name) => ('column' in profile.rows.value ? name === profile.rows.value.column : meaningOfColumn(profile, name) !== undefined))
  }

  /** The cells to which a row adds, or the first thing that is wrong with it. */
  read(fields: readonly string[]): Read<{ readonly spelling: string; readonly cells: readonly TableCell[] }> {
    const spelling = this.text(fields, this.profile.country.column)
    const country = known(this.countries, spelling, () => this.country(spelling))
    if (!country.ok) return country
    const area = this.rows.area === null ? accept('') : known(this.areas, this.text(fields, this.rows.area.column), (text) => this.area(text))
    if (!area.ok) return area
    const outcome = this.outcome(fields)
    if (!outcome.ok) return outcome
    const period = this.period(fields)
    if (!period.ok) return period
    const band = this.band(fields)
    if (!band.ok) return band
    const cells: TableCell[] = []
    for (const { column, ...place } of this.places(outcome.value, period.value)) {
      const value = this.value(fields, column)
      if (!value.ok) return value
      cells.push({ country: country.value, area: area.value, ...place, band: band.value, value: value.value })
    }
    return accept({ spelling, cells })
  }

  private text(fields: readonly string[], column: string): string {
    return column === '' ? '' : (fields[this.columns.indexOf(column)] ?? '').trim()
  }

  private country(spelling: string): Read<string> {
    const { column, names, totals, countOnly } = this.profile.country
    if (column === '' || totals.includes(spelling)) return accept('all')
    if (spelling === '') return refuse({ reason: 'missing-country', column, value: '' })
    const code = ownValue(countOnly, spelling)
    if (code !== undefined) return accept(code)
    const meaning = resolveCountry(spelling, names)
    return meaning.kind === 'country' ? accept(meaning.country) : refuse({ reason: unresolvedReasons[meaning.kind], column, value: spelling })
  }

  private area(spelling: string): Read<string> {
    const { column = '', names = {}, source = '' } = this.rows.area ?? {}
    const name = ownValue(names, spelling)
    if (name !== undefined) return accept(name)
    if (spelling === '') return refuse({ reason: 'missing-area', column, value: '' })
    if (source === '') return accept(spelling)
    const meaning = resolveCountry(spelling, source)
    return meaning.kind === 'country' ? accept(meaning.country) : refuse({ reason: 'unknown-area', column, value: spelling })
  }

  private outcome(fields: readonly string[]): Read<string> {
    const rule = this.rows.outcome
    if ('fixed' in rule) return accept(rule.fixed)
    const text = this.text(fields, rule.column)
    const outcome = ownValue(rule.mapping, text)
    return outcome === undefined ? refuse({ reason: 'unknown-outcome', column: rule.column, value: text }) : accept(outcome)
  }

  private period(fields: readonly string[]): Read<string> {
    if (this.rows.period === null) return accept('')
    const { column, rule } = this.rows.period
    const text = this.text(fields, column)
    if (text === '') return refuse({ reason: 'missing-date', column, value: '' })
    if (rule === 'as-written') return accept(text.replace(/^(\d{4})[ -]?Q([1-4])$/, '$1-Q$2'))
    const day = findDay(text)
    if (day === undefined || day < '1900-01-01' || day > '2199-12-31') return refuse({ reason: 'impossible-date', column, value: text })
    return accept(rule === 'day' ? day : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)
  }

  private band(fields: readonly string[]): Read<TableCell['band']> {
    if (this.rows.band === null) return accept(null)
    const { column, bands } = this.rows.band
    const text = this.text(fields, column)
    const band = ownValue(bands, text)
    if (band === undefined) return refuse({ reason: 'unknown-band', column, value: text })
    return accept(band === null ? null : { fromDay: band[0], toDay: band[1] })
  }

  private places(outcome: string, period: string): Place[] {
    const rule = this.rows.value
    return this.valueColumns.map((column) => {
      const meaning = 'column' in rule ? '' : meaningOfColumn(this.profile, column) ?? ''
      if ('column' in rule) return { outcome, period, column }
      return rule.are === 'period' ? { outcome, period: meaning, column } : { outcome: meaning, period, column }
    })
  }

  /** Null where the publisher gives no number. */
  private value(fields: readonly string[], column: string): Read<number | null> {
    const { missing, thousands } = this.profile.file
    const text = this.text(fields, column)
    if (text === '' || missing.includes(text)) return accept(null)
    const digits = thousands === '' ? text : ungrouped(text, thousands)
    return /^\d{1,15}(\.0+)?$/.test(digits) ? accept(Number(digits)) : refuse({ reason: 'bad-number', column, value: text })
  }
}

/** `1,234` without its commas; a number grouped in any other way stays as it is, and so is refused. */
function ungrouped(text: string, separator: string): string {
  const groups = text.split(separator)
  return groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? '').length <= (groups.length > 1 ? 3 : 15) ? groups.join('') : text
}

function known<Value>(found: Map<string, Value>, text: string, find: (text: string) => Value): Value {
  const before = found.get(text)
  if (before !== undefined) return before
  const value = find(text)
  found.set(text, value)
  return value
}
