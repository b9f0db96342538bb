import type { Figure } from '../cooperation/figure.ts'
import { type Content, html, type Markup } from '../render/html.ts'
import { lineStyles } from '../render/line-style.ts'
import { clockName, measureName, outcomeName, placeName, stratumName } from '../render/names.ts'
import { picture } from '../render/picture.ts'
import { isShown, unitOf, valueCell, valueText } from '../render/value.ts'
import { words as renderWords } from '../render/words.ts'
import { formatCount, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { measureLabel } from './measure-label.ts'
import { words } from './words.ts'
import { yearDrawing, type YearSeries, yearSize } from './year-drawing.ts'

/** One measure of one country over the periods of a source, a line for each outcome. All figures share country, measure and clock. */
export function yearChart(id: string, figures: readonly Figure[], language: Language): Markup {
  const [first] = figures
  if (!first) return html``
  const { years } = words[language]
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted()
  const series = seriesOf(figures, language)
  const named = { measure: subjectOf(figures, first, language), country: placeName(first.country, language) }
  const complete = figures.every(({ interval }) => interval === 'complete-count')
  return picture({
    id,
    title: years.title(named),
    description: years.description({
      periods: formatCount(periods.length, language),
      series: series.map(({ name }) => name).join(', '),
      first: formatPeriod(periods[0] ?? '', language),
      last: formatPeriod(periods.at(-1) ?? '', language),
    }),
    ...yearSize,
    drawing: yearDrawing(periods, series, unitOf(first.measure), language),
    notes: series.length > 1 ? legend(series, language) : null,
    twin: {
      caption: complete ? `${years.caption(named)} (${renderWords[language].figures.intervals['complete-count']})` : years.caption(named),
      columns: [{ name: words[language].form.period }, ...series.map(({ name }) => ({ name, numeric: true }))],
      rows: periods.map((period) => [formatPeriod(period, language), ...series.map((one) => cell(one.figures.get(period), language))]),
    },
  }, language)
}

/** Where all are complete counts the caption says so once; other figures carry their limits in the cell. */
function cell(figure: Figure | undefined, language: Language): Content {
  return figure && isShown(figure) && figure.interval === 'complete-count' ? valueText(figure, language) : valueCell(figure, language)
}

function subjectOf(figures: readonly Figure[], first: Figure, language: Language): string {
  const outcomes = new Set(figures.map(({ outcome }) => outcome))
  const whole = { measure: first.measure, clock: first.clock, outcome: outcomes.size === 1 ? first.outcome : '' }
  return [measureLabel(whole, language), first.stratum === '' ? '' : stratumName(first.stratum, language)].filter((part) => part !== '').join('. ')
}

function seriesOf(figures: readonly Figure[], language: Language): YearSeries[] {
  const groups = [...Map.groupBy(figures, ({ outcome }) => outcome)]
  const styles = lineStyles(groups.map(([outcome]) => outcome))
  return groups.map(([outcome, ofOutcome]) => ({
    name: outcome === '' ? seriesName(ofOutcome[0], language) : outcomeName(outcome, language),
    style: styles.get(outcome) ?? 7,
    figures: new Map(ofOutcome.map((figure) => [figure.period, figure])),
  }))
}

function seriesName(figure: Figure | undefined, language: Language): string {
  return figure ? [measureName(figure, language), clockName(figure.clock, language)].filter((part) => part !== '').join('. ') : ''
}

function legend(series: readonly YearSeries[], language: Language): Markup {
  return html`<ul class="legend" aria-label="${words[language].years.legend}">${series.map(({ name, style }) =>
    html`<li><svg class="swatch" viewBox="0 0 40 18" aria-hidden="true"><path class="line line-${style}" d="M1 9h38"/><circle class="dot line-${style}" cx="20" cy="9" r="3"/></svg> ${name}</li>`)}</ul>`
}
