import { identifier, literal } from './duckdb.ts'
import type { Header } from './header.ts'
import type { DateFormat, FileShape, PeriodRule } from './profile.ts'

/** The columns of one file in SQL. In every relation they are called c0, c1, … in the order of the header: names may clash. */
export class Columns {
  private readonly header: Header
  private readonly shape: FileShape

  constructor(header: Header, shape: FileShape) {
    this.header = header
    this.shape = shape
  }

  has(name: string): boolean {
    return this.header.columns.includes(name)
  }

  raw(name: string): string {
    return `c${this.header.columns.indexOf(name)}`
  }

  isBlank(name: string): string {
    const column = this.raw(name)
    if (this.typeOf(name) !== 'VARCHAR') return `${column} IS NULL`
    const marks = this.shape.missing.map((mark) => ` OR ${column} = ${literal(mark)}`)
    return `(${column} IS NULL OR ${column} = '' OR trim(${column}) = ''${marks.join('')})`
  }

  /**
   * A whole number from 0 to 65535, else null. DuckDB would round `12.7`, and we must not: so it is read as a number with a
   * fraction. Of a text, DuckDB would also take `1e3`, `+5` and `1_000`, which nobody can tell from a slip.
   */
  number(name: string): string {
    const column = this.raw(name)
    if (wholeTypes.test(this.typeOf(name))) return `try_cast(${column} AS USMALLINT)`
    const value = this.typeOf(name) === 'VARCHAR' ? `CASE WHEN regexp_full_match(${column}, '\\s*-?[0-9]+(\\.0*)?\\s*') THEN try_cast(${column} AS DOUBLE) END` : column
    return `CASE WHEN ${value} = floor(${value}) THEN try_cast(${value} AS USMALLINT) END`
  }

  /** Days since 1970-01-01, null when it is no day of the calendar between 1900 and 2199. */
  day(name: string, format: DateFormat): string {
    const column = this.raw(name)
    const date = this.typeOf(name) === 'VARCHAR' ? dayOfText(`trim(${column})`, format) : `${column}::DATE`
    return `CASE WHEN ${date} BETWEEN DATE '1900-01-01' AND DATE '2199-12-31' THEN (${date} - DATE '1970-01-01')::INTEGER END`
  }

  /** The number of the value that the column's text leads to; null when it leads to none. */
  choice(name: string, numbers: ReadonlyMap<string, number>, whenBlank: number): string {
    const column = this.raw(name)
    const places = [...numbers.keys()].toSorted((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))
    const branches = places.map((text) => `WHEN ${literal(text)} THEN ${numbers.get(text)}`).join(' ')
    const relaxed = places.map((text) => `WHEN ${literal(text.toLowerCase().trim())} THEN ${numbers.get(text)}`).join(' ')
    // A list is searched once for each string of a dictionary. Only what is not found so is looked at again.
    const straight = whenBlank === 0 && places.every((text, index) => numbers.get(text) === index + 1)
    const direct = straight ? `list_position([${['', ...places].map(literal).join(', ')}], ${column}) - 1` : `CASE ${column} ${branches} END`
    return `coalesce(${direct}, CASE WHEN ${column} IS NULL THEN ${whenBlank} WHEN ${this.isBlank(name)} THEN ${whenBlank} ELSE CASE lower(trim(${column})) ${relaxed} END END)`
  }

  typeOf(name: string): string {
    return this.header.types.get(name) ?? 'VARCHAR'
  }
}

// DuckDB takes the words `epoch` and `infinity` for days.
function dayOfText(text: string, format: DateFormat): string {
  return `CASE WHEN ${text}[1] BETWEEN '0' AND '9' THEN try_strptime(${text}, ${literal(patterns[format])})::DATE END`
}

const wholeTypes = /^U?(TINY|SMALL|BIG)?INT(EGER)?$/

const patterns: Readonly<Record<DateFormat, string>> = {
  'YYYY-MM-DD': '%Y-%m-%d',
  'M/D/YYYY': '%m/%d/%Y',
  'D/M/YYYY': '%d/%m/%Y',
  YYYYMMDD: '%Y%m%d',
}

/** The number of the period in which a day (days since 1970-01-01) lies; `periodName` says it in words. */
export function periodSql(day: string, rule: PeriodRule): string {
  const date = `(DATE '1970-01-01' + ${day}::INTEGER)`
  if (rule === 'quarter') return `((year(${date}) - 1900) * 4 + quarter(${date}) - 1)`
  const monthsAhead = { 'calendar-year': 0, 'fiscal-year-october': 3, 'fiscal-year-april': 9 }[rule]
  return `(year(${date} + INTERVAL ${monthsAhead} MONTH) - 1900)`
}

/** The relation that a Parquet file is, with the columns c0, c1, … */
export function parquetRelation(path: string, columns: readonly string[]): string {
  return `(SELECT ${named(columns)} FROM read_parquet(${literal(path)}))`
}

/** The same with each row's number as its line, counted from 1, or a range of its rows: numbering costs a fifth of the reading. */
export function numberedParquetRelation(path: string, columns: readonly string[], range = ''): string {
  return `(SELECT ${named(columns)}, (file_row_number + 1)::INTEGER AS line FROM read_parquet(${literal(path)}, file_row_number = true) ${range})`
}

function named(columns: readonly string[]): string {
  return columns.map((name, index) => `${identifier(name)} AS c${index}`).join(', ')
}

export function textRelation(path: string, header: Header, shape: FileShape, packed: boolean): string {
  const options = [
    'auto_detect = false', 'header = true', `skip = ${header.line - 1}`, `delim = ${literal(shape.delimiter)}`,
    `quote = ${literal(shape.quote)}`, `escape = ${literal(shape.quote)}`, `encoding = ${literal(shape.encoding)}`,
    `compression = ${literal(packed ? 'gzip' : 'none')}`,
    `columns = {${header.columns.map((name, index) => `'c${index}': '${header.types.get(name) ?? 'VARCHAR'}'`).join(', ')}}`,
  ]
  return `read_csv(${literal(path)}, ${options.join(', ')})`
}
