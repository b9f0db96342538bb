import { type Figure, gridDays } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { formatCount, formatList, formatPercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { curveOn, shownSpans } from './curve-step.ts'
import { type Content, html, type Markup } from './html.ts'
import { endOf, incidenceDrawing, incidenceSize, type NamedCurve } from './incidence-drawing.ts'
import { lineStyles } from './line-style.ts'
import { clockName, outcomeName, placeName, stratumName } from './names.ts'
import { picture } from './picture.ts'
import { table } from './table.ts'
import { formatIn, valueCell, valueWithLimits } from './value.ts'
import { words } from './words.ts'

/** Curves and figures of one place, clock, stratum and period. */
export type IncidencePanel = { readonly id: string; readonly curves: readonly Curve[]; readonly figures: readonly Figure[] }

/** Cumulative incidence of each competing outcome with its band; the number at risk under the axis; the table twin after it. */
export function incidenceChart({ id, curves, figures }: IncidencePanel, language: Language): Markup {
  const [first] = curves
  if (!first) return html``
  const { charts } = words[language]
  const named = nameCurves(curves, figures, language)
  const drawn = named.filter(({ spans }) => spans.length > 0)
  const subject = subjectLine(first, language)
  // Where every figure is withheld there is nothing to draw: the table alone says why.
  if (drawn.length === 0) return table({ id: `${id}-table`, ...twinTable(named, figures, subject, language) })
  return picture({
    id,
    title: first.measure === 'completed-by' ? charts.incidence.completedTitle(subject) : charts.incidence.title(subject),
    description: charts.incidence.description({ day: formatCount(Math.max(...drawn.map((curve) => endOf(curve).day)), language), lines: endValues(drawn, language) }),
    ...incidenceSize,
    drawing: incidenceDrawing(drawn, language),
    notes: html`${key(drawn)}${first.measure === 'completed-by' ? html`<p class="note">${charts.incidence.completedAtRisk}</p>` : null}`,
    twin: twinTable(named, figures, subject, language),
  }, language)
}

// On a phone the names at the ends of the lines are scrolled out of sight: there, and only there, a key stands below.
function key(drawn: readonly NamedCurve[]): Markup {
  return html`<ul class="legend key">${drawn.map(({ name, style }) => html`<li><svg class="swatch" viewBox="0 0 28 18" aria-hidden="true"><path class="line ${style}" d="M0 9h28"/></svg>${name}</li>`)}</ul>`
}

function subjectLine({ country, clock, stratum }: Curve, language: Language): string {
  return [placeName(country, language), clockName(clock, language), stratum === '' ? '' : stratumName(stratum, language)].filter((part) => part !== '').join('. ')
}

/** The merged answer first, where it is more than a copy of its only outcome; then each outcome. */
function nameCurves(curves: readonly Curve[], figures: readonly Figure[], language: Language): NamedCurve[] {
  const { incidence } = words[language].charts
  const [merged, single] = [curves.filter((curve) => curve.outcome === ''), curves.filter((curve) => curve.outcome !== '')]
  const styles = lineStyles(single.map((curve) => curve.outcome))
  const totals = merged.filter((curve) => !single.some((other) => sameCurve(curve, other)))
  return [
    ...totals.map((curve) => ({ curve, spans: shownSpans(curve, figures), name: curve.measure === 'completed-by' ? incidence.completed : incidence.answered, style: 'line-total' })),
    ...single.map((curve) => ({ curve, spans: shownSpans(curve, figures), name: outcomeName(curve.outcome, language), style: `line-${styles.get(curve.outcome) ?? 7}` })),
  ]
}

function sameCurve(one: Curve, other: Curve): boolean {
  return one.days.length === other.days.length && one.value.every((share, row) => share === other.value[row])
}

function endValues(named: readonly NamedCurve[], language: Language): string {
  return formatList(named.map((curve) => words[language].charts.incidence.line({ name: curve.name, value: formatPercent(endOf(curve).share, language) })), language)
}

function twinTable(named: readonly NamedCurve[], figures: readonly Figure[], subject: string, language: Language) {
  const { charts, figures: figureWords } = words[language]
  const open = figures.filter((figure) => figure.measure === 'open-by')
  const columns = [
    { name: figureWords.day, numeric: true },
    { name: figureWords.atRisk, numeric: true },
    ...named.map(({ name }) => ({ name, numeric: true })),
    ...(open.length > 0 ? [{ name: charts.incidence.open, numeric: true }] : []),
  ]
  const rows = gridDays.map((day): Content[] => [
    String(day),
    atRiskCell(named, figures, day, language),
    ...named.map(({ curve }) => cellOf(curve, figures, day, language)),
    ...(open.length > 0 ? [valueCell(open.find((figure) => figure.day === day), language)] : []),
  ])
  return { caption: charts.incidence.caption({ subject, behind: behindText(named, figures, language) }), columns, rows }
}

/** How many requests, or completed cases, stand behind the shares. */
function behindText(named: readonly NamedCurve[], figures: readonly Figure[], language: Language): string {
  const { incidence } = words[language].charts
  const behind = figures.find((figure) => figure.denominator !== null && figure.day !== null)?.denominator ?? named[0]?.curve.atRisk[0] ?? 0
  const text = formatCount(behind, language)
  return named[0]?.curve.measure === 'completed-by' ? incidence.completedCases(text, behind === 1) : incidence.requests(text, behind === 1)
}

function atRiskCell(named: readonly NamedCurve[], figures: readonly Figure[], day: number, language: Language): string {
  const stated = figures.find((figure) => figure.day === day && figure.atRisk !== null)?.atRisk
  const count = stated ?? (named[0] ? curveOn(named[0].curve, 'atRisk', day) : undefined)
  return count === undefined ? words[language].figures.missing : formatCount(count, language)
}

/** The figure of that day where there is one, with its reason where it is withheld; else what the curve shows. */
function cellOf(curve: Curve, figures: readonly Figure[], day: number, language: Language): Markup {
  const figure = figures.find((one) => one.measure === curve.measure && one.outcome === curve.outcome && one.day === day)
  if (figure) return valueCell(figure, language)
  const [value, lower, upper] = (['value', 'lower', 'upper'] as const).map((series) => curveOn(curve, series, day))
  if (value === undefined || lower === undefined || upper === undefined) return valueCell(undefined, language)
  const limits = words[language].figures.between(formatIn('share', lower, language), formatIn('share', upper, language))
  return valueWithLimits(formatIn('share', value, language), limits)
}
