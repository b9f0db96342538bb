import type { Input, PublishedComparison, Reconciliation } from '../cooperation/measurement.ts'
import { formatCount, formatDifference, formatList, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { placeName } from './names.ts'
import { table } from './table.ts'
import { words } from './words.ts'

/** Says a reason code of the intake in words. */
export type ReasonName = (reason: string) => string

/** Every row read is used or in quarantine; sums that do not agree are said aloud. */
export function reconciliationTables(reconciliation: Reconciliation, reasonName: ReasonName, language: Language): Markup {
  const { report } = words[language]
  const { rowsRead, rowsUsed, quarantined, countedWithoutDuration } = reconciliation
  const setAside = quarantined.reduce((sum, { rows }) => sum + rows, 0)
  const count = (rows: number) => formatCount(rows, language)
  return html`<p>${report.reconciled({ read: count(rowsRead), used: count(rowsUsed), quarantined: count(setAside) })}</p>
${rowsRead === rowsUsed + setAside ? null : html`<p class="alarm">${report.notReconciled}</p>`}
${setAside === 0 ? html`<p>${report.nothingQuarantined}</p>` : reasonTable('quarantine', report.quarantined, quarantined, reasonName, language)}
${countedWithoutDuration.length === 0 ? null : reasonTable('counted-only', report.countedWithoutDuration, countedWithoutDuration, reasonName, language)}`
}

function reasonTable(id: string, caption: string, reasons: Reconciliation['quarantined'], reasonName: ReasonName, language: Language): Markup {
  const { report } = words[language]
  return table({
    id,
    caption,
    columns: [{ name: report.reason }, { name: report.rows, numeric: true }],
    rows: reasons.map(({ reason, rows }) => [reasonName(reason), formatCount(rows, language)]),
  })
}

/** The files read, with the digest by which anyone can tell whether they have the same ones. */
export function inputTable(inputs: readonly Input[], language: Language): Markup {
  const { report } = words[language]
  return table({
    id: 'files',
    caption: report.inputs,
    columns: [{ name: report.file }, { name: report.profile }, { name: report.size, numeric: true }, { name: report.rows, numeric: true }, { name: report.digest }],
    rows: inputs.map((input) => [input.name, html`<code>${input.profile}</code>`, formatCount(input.bytes, language), formatCount(input.rowsRead, language), html`<code class="digest">${input.sha256}</code>`]),
  })
}

/** Our counts against a published table, with every difference. */
export function publishedTable(published: PublishedComparison, language: Language): Markup {
  const { report, figures } = words[language]
  const count = (rows: number) => formatCount(rows, language)
  const aliases = published.aliasMappings.map((mapping) => report.alias({ published: mapping.published, country: placeName(mapping.country, language) }))
  return html`<p>${report.publishedSummary({ compared: count(published.compared), zeroInBoth: count(published.zeroInBoth), differences: count(published.differences.length) })}</p>
${aliases.length > 0 ? html`<p>${report.aliases({ list: formatList(aliases, language) })}</p>` : null}
<p class="note">${report.digest} <code class="digest">${published.sha256}</code></p>
${published.differences.length === 0 ? html`<p>${report.noDifferences}</p>` : table({
    id: 'published-differences',
    caption: report.differences,
    columns: [{ name: figures.country }, { name: figures.period }, { name: report.ours, numeric: true }, { name: report.theirs, numeric: true }, { name: report.difference, numeric: true }],
    rows: published.differences.map((one) => [placeName(one.country, language), formatPeriod(one.period, language), count(one.ours), count(one.published), formatDifference(one.ours - one.published, language)]),
  })}`
}
