import type { PublishedComparison } from '../cooperation/measurement.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { normaliseName, resolveCountry } from '../reference/country-names.ts'
import type { FileShape } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { digestOf, findSourceFile, type SourceFile } from './source-file.ts'
import type { DurationTally, Tally } from './tally.ts'
import { readLines } from './text-lines.ts'
import { cutFields, readRecords, type TextRecord } from './text-records.ts'

/**
 * Compares our counts with a table that the publisher made: a text file with a column of countries, one of counts, and
 * perhaps one of periods. A country that only one of the two has is compared with zero.
 */
export async function comparePublished(tally: Tally, path: string): Promise<Result<PublishedComparison, IntakeRefusal>> {
  const file = await findSourceFile(path)
  if (!file.ok) return file
  const table = await readTable(file.value)
  if (!table.ok) return table
  const shape = shapeOf(table.value)
  if (!shape) return refuse({ code: 'published-shape', file: file.value.name, line: table.value[0]?.line ?? 1 })
  const bad = table.value.slice(1).find((record) => record.fault !== undefined || countOf(record, shape) === undefined)
  if (bad) return refuse({ code: 'published-number', file: file.value.name, line: bad.line, value: bad.fields[shape.count] ?? bad.text ?? '' })
  const period = shape.period === undefined ? periodInName(shape.countName, tally) : undefined
  const published = table.value.slice(1).map((record) => ({
    name: (record.fields[shape.country] ?? '').trim(),
    period: shape.period === undefined ? period ?? '' : (record.fields[shape.period] ?? '').trim(),
    count: countOf(record, shape) ?? 0,
  }))
  return accept({ name: file.value.name, sha256: await digestOf(file.value), ...compare(tally, published) })
}

type Published = { readonly name: string; readonly period: string; readonly count: number }

function compare(tally: Tally, published: readonly Published[]): Omit<PublishedComparison, 'name' | 'sha256'> {
  const ours = ourCounts(tally, new Set(published.map(({ period }) => period)))
  const spelt = new Map(tally.spellings.map(({ spelling, country }) => [normaliseName(spelling), country]))
  const aliasMappings = new Map<string, string>()
  const theirs = new Map<string, { country: string; period: string; count: number }>()
  for (const { name, period, count } of published) {
    const country = spelt.get(normaliseName(name)) ?? countryOf(name)
    const key = `${country}\u001f${period}`
    if (!spelt.has(normaliseName(name)) && ours.has(key)) aliasMappings.set(name, country)
    theirs.set(key, { country, period, count: (theirs.get(key)?.count ?? 0) + count })
  }
  const onlyOurs = [...ours.keys()].filter((key) => !theirs.has(key)).length
  for (const [key, { country, period }] of ours) if (!theirs.has(key)) theirs.set(key, { country, period, count: 0 })
  const pairs = [...theirs].map(([key, { country, period, count }]) => ({ country, period, ours: ours.get(key)?.count ?? 0, published: count }))
  return {
    // Names, not countries: a publisher may have two names for one.
    compared: published.length + onlyOurs,
    zeroInBoth: pairs.filter((pair) => pair.ours === 0 && pair.published === 0).length,
    aliasMappings: [...aliasMappings].map(([name, country]) => ({ published: name, country })),
    differences: pairs.filter((pair) => pair.ours !== pair.published).toSorted((a, b) => (a.country + a.period < b.country + b.period ? -1 : 1)),
  }
}

/** By country and period; by country alone where the table has no periods. */
function ourCounts(tally: Tally, periods: ReadonlySet<string>): Map<string, { country: string; period: string; count: number }> {
  const rows = tally.kind === 'durations' ? casesOf(tally) : tally.cells.filter(({ country }) => country !== 'all').map((cell) => ({ ...cell, count: cell.value ?? 0 }))
  const counts = new Map<string, { country: string; period: string; count: number }>()
  for (const row of rows) {
    const period = periods.has('') ? '' : row.period
    if (!periods.has(period)) continue
    const key = `${row.country}\u001f${period}`
    counts.set(key, { country: row.country, period, count: (counts.get(key)?.count ?? 0) + row.count })
  }
  return counts
}

/** Cases by country and period; files that do not date their requests have the requests of each country, on the state's clock where both run. */
function casesOf({ byPeriod, groups }: DurationTally): { readonly country: string; readonly period: string; readonly count: number }[] {
  if (byPeriod.length > 0) return byPeriod.map(({ country, period, rows }) => ({ country, period, count: rows }))
  const whole = groups.filter(({ stratum }) => stratum === '')
  const state = whole.filter(({ clock }) => clock === 'state')
  return (state.length > 0 ? state : whole).map(({ country, requests }) => ({ country, period: '', count: requests }))
}

/** A name that leads to no country stays as it is, and shows as a difference. */
function countryOf(name: string): string {
  const meaning = resolveCountry(name)
  return meaning.kind === 'country' ? meaning.country : meaning.kind === 'status' ? meaning.code : name
}

/** `removals_fy2017` is about FY2017, if our counts have such a period. */
function periodInName(column: string, tally: Tally): string | undefined {
  const periods = tally.kind === 'durations' ? tally.byPeriod.map(({ period }) => period) : tally.cells.map(({ period }) => period)
  return [...new Set(periods)].find((period) => column.toLowerCase().replaceAll('_', '-').split(/[^a-z0-9-]|-(?!q\d)/).includes(period.toLowerCase()))
}

type Shape = { readonly country: number; readonly count: number; readonly countName: string; readonly period: number | undefined }

function shapeOf(table: readonly TextRecord[]): Shape | undefined {
  const [header, first] = table
  if (!header || !first) return undefined
  const names = header.fields.map((name) => name.trim().toLowerCase())
  const country = names.findIndex((name) => /countr|nationalit|citizen|pays|citoyen/.test(name))
  const period = names.findIndex((name) => /^(period|year|fiscal_?year|période|periode|année|annee|exercice)$/.test(name))
  const counts = names.flatMap((_, index) => (index !== country && index !== period && digits.test(first.fields[index] ?? '') ? [index] : []))
  const [count] = counts
  if (country < 0 || count === undefined || counts.length > 1) return undefined
  return { country, count, countName: names[count] ?? '', period: period < 0 ? undefined : period }
}

const digits = /^\s*(\d+|\d{1,3}([,\u00a0\u202f ]\d{3})+)\s*$/

function countOf(record: TextRecord, shape: Shape): number | undefined {
  const text = record.fields[shape.count] ?? ''
  return digits.test(text) ? Number(text.replace(/\D/g, '')) : undefined
}

async function readTable(file: SourceFile): Promise<Result<TextRecord[], IntakeRefusal>> {
  const delimiter = await delimiterOf(file)
  const shape: FileShape = { delimiter, quote: '"', preambleLines: 0, encoding: 'utf-8', columns: [], optionalColumns: [], missing: [], thousands: '' }
  const table: TextRecord[] = []
  const read = await readRecords(file, shape, (records) => {
    table.push(...records)
    return true
  })
  return read.ok ? accept(table) : read
}

async function delimiterOf(file: SourceFile): Promise<string> {
  let header = ''
  await readLines(file, 'utf-8', (lines) => {
    header = lines.texts[0] ?? ''
    return false
  })
  const widths = [',', ';', '|', '\t'].map((delimiter) => ({ delimiter, width: cutFields(header, delimiter, '"').length }))
  return widths.toSorted((a, b) => b.width - a.width)[0]?.delimiter ?? ','
}
