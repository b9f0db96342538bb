import type { Figure } from '../cooperation/figure.ts'
import { formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import type { Markup } from './html.ts'
import { measureName, stratumName } from './names.ts'
import { table } from './table.ts'
import { valueCell } from './value.ts'
import { words } from './words.ts'

// With more groups than this, groups are rows and periods columns: a table of sixty columns is read by nobody.
const mostGroupsInColumns = 3

/** Counts, rates and shares of leavers of one place, over the periods of the source. */
export function periodTables(id: string, figures: readonly Figure[], name: string, language: Language): Markup[] {
  if (figures.length === 0) return []
  const groups = new Set(figures.map(({ stratum }) => stratum))
  if (groups.size <= mostGroupsInColumns) return [periodsDown(id, figures, name, language)]
  const measures = [...Map.groupBy(figures, ({ measure, outcome }) => `${measure}\u001f${outcome}`).values()]
  return measures.map((ofMeasure, index) => groupsDown(`${id}-${index + 1}`, ofMeasure, name, language))
}

/** One row for each period, one column for each measure, outcome and group. */
function periodsDown(id: string, figures: readonly Figure[], name: string, language: Language): Markup {
  const keyOf = (figure: Figure) => [figure.measure, figure.outcome, figure.stratum].join('\u001f')
  const columns = [...Map.groupBy(figures, keyOf)].map(([key, [first]]) => ({ key, name: columnName(first, language) }))
  const rows = [...Map.groupBy(figures, ({ period }) => period)].toSorted(([one], [other]) => one.localeCompare(other))
  return table({
    id,
    caption: words[language].report.captions.byPeriod(name),
    columns: [{ name: words[language].figures.period }, ...columns.map((column) => ({ name: column.name, numeric: true }))],
    rows: rows.map(([period, inPeriod]) => {
      const byKey = new Map(inPeriod.map((figure) => [keyOf(figure), figure]))
      return [formatPeriod(period, language), ...columns.map(({ key }) => valueCell(byKey.get(key), language))]
    }),
  })
}

function columnName(figure: Figure | undefined, language: Language): string {
  if (!figure) return ''
  const name = measureName(figure, language)
  return figure.stratum === '' ? name : `${name}, ${stratumName(figure.stratum, language)}`
}

/** One row for each group, one column for each period, all of one measure and outcome. */
function groupsDown(id: string, figures: readonly Figure[], name: string, language: Language): Markup {
  const { report, figures: named } = words[language]
  const [first] = figures
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted((one, other) => one.localeCompare(other))
  return table({
    id,
    caption: report.captions.byPeriodAndGroup({ place: name, measure: first ? measureName(first, language) : '' }),
    columns: [{ name: named.group }, ...periods.map((period) => ({ name: formatPeriod(period, language), numeric: true }))],
    rows: [...Map.groupBy(figures, ({ stratum }) => stratum)].map(([stratum, inGroup]) => {
      const byPeriod = new Map(inGroup.map((figure) => [figure.period, figure]))
      return [stratumName(stratum, language), ...periods.map((period) => valueCell(byPeriod.get(period), language))]
    }),
  })
}
