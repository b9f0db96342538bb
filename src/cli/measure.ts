import { writeFile } from 'node:fs/promises'
import { inadditivities } from '../cooperation/counted.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { accept } from '../kernel/result.ts'
import { csvLine } from '../render/csv.ts'
import { figuresCsv } from '../render/figure-rows.ts'
import { writeFiguresParquet } from '../render/figures-parquet.ts'
import { outcomeName, placeName, stratumName } from '../render/names.ts'
import { renderReport } from '../render/report.ts'
import { type Measured, measureFiles } from '../service/measure-files.ts'
import { type WholeFile, writeAllWhole } from '../service/write-whole.ts'
import { formatCount, formatPercent, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import type { Arguments, Stratum } from './arguments.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { findOverwritten } from './overwritten.ts'
import { progressLine } from './progress.ts'
import { quarantineReason, refusalSentence } from './sentences.ts'
import { cliWords, tableLines } from './table.ts'
import { harmless, type Terminal } from './terminal.ts'

/** `comity measure FILE…`: counts the files and says how each country answers. */
export async function measure(asked: Arguments, language: Language, terminal: Terminal): Promise<ExitCode> {
  if (asked.files.length === 0) return terminal.refuse(cliWords[language].noFiles)
  const overwritten = await findOverwritten([...asked.files, asked.profile, asked.published], [asked.out, asked.quarantine])
  if (overwritten !== undefined) return terminal.refuse(cliWords[language].overwrites(overwritten))
  const progress = progressLine(terminal.errors, language, () => performance.now())
  const measured = await measureFiles({
    ...asked,
    byCountry: asked.by.includes('country'),
    strata: asked.by.filter((name): name is Stratum => name !== 'country'),
    onProgress: (read) => progress.show(read),
  }).finally(() => progress.clear())
  if (!measured.ok) return terminal.refuse(refusalSentence(measured.refusal, language))
  const { measurement } = measured.value

  const written = await writeAll(measured.value, asked, language)
  if (!written.ok) return terminal.refuse(refusalSentence(written.refusal, language))
  terminal.note([...reconciliationLines(measurement, language), ...written.value.map((file) => cliWords[language].wrote(harmless(file)))])
  const results = [...(asked.out === undefined ? [...tableLines(measurement, language), ''] : []), ...extraLines(measurement, language)]
  // Areas, strata and outcomes are words from the file.
  if (results.length > 0) terminal.answer(results.map(harmless))
  return measurement.published && measurement.published.differences.length > 0 ? exitCodes.found : exitCodes.done
}

async function writeAll({ measurement, quarantine }: Measured, { out, quarantine: quarantineFile }: Arguments, language: Language) {
  const files: WholeFile[] = []
  if (quarantineFile !== undefined) {
    const header = csvLine(cliWords[language].quarantineHeader)
    const body = quarantine.rows.map(({ file, line, column, reason, value }) => csvLine([file, line, column, quarantineReason(reason, language), value]))
    files.push({ file: quarantineFile, write: (path) => writeFile(path, header + body.join('')) })
  }
  if (out !== undefined) files.push({ file: out, write: (path) => writeResult(measurement, out, path, language) })
  const written = await writeAllWhole(files)
  return written.ok ? accept(files.map(({ file }) => file)) : written
}

async function writeResult(measurement: Measurement, out: string, path: string, language: Language): Promise<void> {
  if (out.endsWith('.parquet')) return writeFiguresParquet(measurement, path)
  if (out.endsWith('.csv')) return writeFile(path, figuresCsv(measurement))
  if (out.endsWith('.json')) return writeFile(path, `${JSON.stringify(measurement, null, 1)}\n`)
  return writeFile(path, renderReport(measurement, language))
}

/** Every row read is used or quarantined, and the sums are printed. */
function reconciliationLines({ inputs, reconciliation }: Measurement, language: Language): string[] {
  const words = cliWords[language]
  const count = (rows: number) => formatCount(rows, language)
  const quarantined = reconciliation.quarantined.reduce((sum, { rows }) => sum + rows, 0)
  return [
    ...inputs.map(({ name, profile, rowsRead, sha256 }) => words.inputLine({ name: harmless(name), profile: harmless(profile), rows: count(rowsRead), sha256 })),
    words.rows({ read: count(reconciliation.rowsRead), used: count(reconciliation.rowsUsed), quarantined: count(quarantined) }),
    ...reconciliation.quarantined.map(({ reason, rows }) => words.quarantinedFor({ reason: quarantineReason(reason, language), rows: count(rows) })),
    ...reconciliation.countedWithoutDuration.map(({ reason, rows }) => words.countedOnly({ reason: quarantineReason(reason, language), rows: count(rows) })),
  ]
}

/** Counts by period, the comparison with a published table, and rank sets where they were asked for. */
function extraLines(measurement: Measurement, language: Language): string[] {
  const words = cliWords[language]
  const count = (number: number) => formatCount(number, language)
  const totals = measurement.method.startsWith('conditional')
    ? measurement.figures.filter(({ measure: what, country }) => what === 'count' && country === 'all').toSorted((a, b) => (a.period < b.period ? -1 : 1))
    : []
  const { published, rankSets } = measurement
  return [
    ...inadditivities(measurement.figures).map((sum) => words.inadditive({
      over: sum.over, within: sum.over === 'areas' ? placeName(sum.within, language) : sum.within === '' ? '' : stratumName(sum.within, language), period: formatPeriod(sum.period, language),
      outcome: outcomeName(sum.outcome, language), total: count(sum.total), sumOfParts: count(sum.sumOfParts),
    })),
    ...totals.map(({ period, value }) => words.periodCounts({ period: formatPeriod(period, language), rows: count(value ?? 0) })),
    ...(published ? [
      words.publishedHeading({ name: harmless(published.name), compared: count(published.compared), zero: count(published.zeroInBoth), differences: count(published.differences.length) }),
      ...published.aliasMappings.map((alias) => words.publishedAlias({ published: harmless(alias.published), country: placeName(alias.country, language) })),
      ...published.differences.map(({ country, period, ours, published: theirs }) =>
        words.publishedDifference({ country: placeName(country, language), period: formatPeriod(period, language), ours: count(ours), published: count(theirs) })),
    ] : []),
    ...(rankSets ? [
      words.rankSets({ day: rankSets.day ?? 0, confidence: formatPercent(rankSets.confidence, language), seed: rankSets.seed, completed: rankSets.measure === 'completed-by' }),
      ...rankSets.countries.map(({ country, lowest, highest }) => words.rankLine({ country: placeName(country, language), lowest, highest, countries: rankSets.countries.length })),
    ] : []),
  ]
}
