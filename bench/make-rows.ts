import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { countries } from '../src/reference/countries.ts'

export type Rows = { readonly csv: string; readonly parquet: string }

/**
 * Made-up intervals in Comity's own format: 195 countries of unequal size, four outcomes, three in ten still open,
 * one in twelve entered late. Every row is a function of its number and the seed, so two machines make the same file.
 * Durations are exponential with a mean that differs by country, cut at 1,500 days.
 */
export async function makeRows(folder: string, rows: number, seed: number): Promise<Rows> {
  const files = { csv: join(folder, `rows-${rows}-${seed}.csv`), parquet: join(folder, `rows-${rows}-${seed}.parquet`) }
  if (existsSync(files.csv) && existsSync(files.parquet)) return files
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(rowsSql(rows, seed))
  await connection.run(`copy made to '${quoted(files.csv)}' (header)`)
  await connection.run(`copy made to '${quoted(files.parquet)}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  return files
}

function rowsSql(rows: number, seed: number): string {
  const chance = (draw: number) => `(hash(i * 8 + ${draw}, ${seed}) / 18446744073709551616.0)`
  const codes = countries.slice(0, 195).map(({ code }) => `'${code}'`).join(',')
  return `create table made as
    with drawn as (
      select i, 1 + floor(195 * ${chance(0)} * ${chance(1)})::int as place, ${chance(2)} as duration,
        ${chance(3)} < 1/12 as late, ${chance(4)} as entered, ${chance(5)} as ended
      from range(${rows}) as numbers(i)
    ), timed as (
      select *, least(1500, 1 + floor(-ln(1 - duration) * (60 + place)))::int as lasting from drawn
    )
    select [${codes}][place] as country, i::int as request,
      case when late then least(floor(entered * 400), lasting - 1) else 0 end::int as entry, lasting as "exit",
      case when ended < 0.3 then '' when ended < 0.6 then 'issued' when ended < 0.8 then 'refused'
        when ended < 0.9 then 'nationality_not_confirmed' else 'withdrawn' end as outcome
    from timed`
}

function quoted(path: string): string {
  return path.replaceAll("'", "''")
}
