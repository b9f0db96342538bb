import { gridDays } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { formatCount, formatPercent, formatWholePercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { curveOn, type Span } from './curve-step.ts'
import { html, type Markup } from './html.ts'
import { linearScale, point } from './scale.ts'
import { spread } from './spread.ts'
import { words } from './words.ts'

/** A curve with the name that stands at its end and the class that gives it colour and dashes. */
export type NamedCurve = { readonly curve: Curve; readonly spans: readonly Span[]; readonly name: string; readonly style: string }

/** The last day on which a curve is drawn, and its value there. */
export function endOf({ curve, spans }: NamedCurve): { readonly day: number; readonly share: number } {
  const day = spans.at(-1)?.to ?? 0
  return { day, share: curveOn(curve, 'value', day) ?? 0 }
}

/** The last day of the grid: every panel has the same scale, so that two can be compared by eye. */
export const lastDay = gridDays[gridDays.length - 1] ?? 365

export const incidenceSize = { width: 680, height: 330 }

const frame = { left: 58, right: 414, top: 14, bottom: 254 }
const x = linearScale([0, lastDay], [frame.left, frame.right])
const y = linearScale([0, 1], [frame.bottom, frame.top])

/** Bands first, so that no band hides a line; then lines, dots on the days of the grid, and names at the ends. */
export function incidenceDrawing(curves: readonly NamedCurve[], language: Language): Markup {
  return html`${axes(language)}
${curves.map(({ curve, spans, style }) => html`<path class="band ${style}" d="${spans.map((span) => bandPath(curve, span)).join('')}"/>`)}
${curves.map(({ curve, spans, style }) => html`<path class="line ${style}" d="${spans.map((span) => stepPath(staircase(corners(curve, 'value', span)))).join('')}"/>${dots(curve, spans, style)}`)}
${endLabels(curves, language)}
${atRiskRow(curves[0]?.curve, language)}`
}

function axes(language: Language): Markup {
  const { charts } = words[language]
  return html`<g class="axis">${[0, 0.25, 0.5, 0.75, 1].map((share) =>
    html`<path class="grid" d="M${frame.left} ${point(y(share))}H${frame.right}"/><text x="${frame.left - 6}" y="${point(y(share) + 4)}" text-anchor="end">${formatWholePercent(share, language)}</text>`)}
${[0, ...gridDays].map((day) =>
    html`<path class="tick" d="M${point(x(day))} ${frame.bottom}v5"/><text x="${point(x(day))}" y="${frame.bottom + 18}" text-anchor="middle">${day}</text>`)}
<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 36}" text-anchor="middle">${charts.incidence.axis}</text></g>`
}

type Corner = readonly [day: number, share: number]

/** The corners of the step function over a stretch of days. */
function corners(curve: Curve, series: 'value' | 'lower' | 'upper', { from, to }: Span): Corner[] {
  const steps = curve.days.flatMap((day, row): Corner[] => (day > from && day <= to ? [[day, curve[series][row] ?? 0]] : []))
  return [[from, curveOn(curve, series, from) ?? 0], ...steps, [to, curveOn(curve, series, to) ?? 0]]
}

/** Along the upper limit, then back along the lower one. */
function bandPath(curve: Curve, span: Span): string {
  return `${stepPath([...staircase(corners(curve, 'upper', span)), ...staircase(corners(curve, 'lower', span)).toReversed()])}z`
}

/** Across to the next day, then up: the points of a step function in whole units of the picture, a fifth of a per cent at most off. */
function staircase(of: readonly Corner[]): [number, number][] {
  return of.flatMap(([day, share], index): [number, number][] => {
    const [across, up] = [Math.round(x(day)), Math.round(y(share))]
    const before = of[index - 1]
    return before ? [[across, Math.round(y(before[1]))], [across, up]] : [[across, up]]
  })
}

/** Short steps from point to point; what does not move is left out, for a report holds two thousand curves. */
function stepPath([first = [0, 0], ...rest]: readonly [number, number][]): string {
  let [across, up] = first
  let [path, run] = [`M${across} ${up}`, 0]
  for (const [nextAcross, nextUp] of rest) {
    run += nextAcross - across
    if (nextUp !== up) path += `${run === 0 ? '' : `h${run}`}v${nextUp - up}`
    if (nextUp !== up) run = 0
    ;[across, up] = [nextAcross, nextUp]
  }
  return run === 0 ? path : `${path}h${run}`
}

function dots(curve: Curve, spans: readonly Span[], style: string): Markup[] {
  return gridDays.flatMap((day) => {
    const share = curveOn(curve, 'value', day)
    const drawn = spans.some(({ from, to }) => day > from && day <= to)
    return share === undefined || !drawn ? [] : [html`<circle class="dot ${style}" cx="${point(x(day))}" cy="${point(y(share))}" r="2.6"/>`]
  })
}

function endLabels(curves: readonly NamedCurve[], language: Language): Markup[] {
  const ends = curves.map(endOf)
  const places = spread(ends.map(({ share }) => y(share)), 16, frame.top, frame.bottom)
  return curves.map(({ name, style }, index) => {
    const [end, height] = [ends[index] ?? { day: 0, share: 0 }, places[index] ?? 0]
    return html`<path class="leader" d="M${point(x(end.day))} ${point(y(end.share))}L${frame.right + 13} ${point(height)}"/><path class="line ${style}" d="M${frame.right + 14} ${point(height)}h20"/><text x="${frame.right + 40}" y="${point(height + 4)}">${formatPercent(end.share, language)} ${shorten(name)}</text>`
  })
}

// What fits beside the frame at this size of type; the full name is in the table twin.
function shorten(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25).trimEnd()}…` : name
}

/** The number at risk on the days of the grid; a number that has no room is left to the table. */
function atRiskRow(curve: Curve | undefined, language: Language): Markup | undefined {
  if (!curve) return undefined
  const taken: { from: number; to: number }[] = []
  // The widest gaps first: the days at the start of the grid stand closest together.
  const shown = [lastDay, 0, 180, 90, 30, 60].flatMap((day) => {
    const count = curveOn(curve, 'atRisk', day)
    if (count === undefined) return []
    const text = formatCount(count, language)
    const half = text.length * 3.6 + 2
    if (taken.some(({ from, to }) => x(day) + half > from && x(day) - half < to)) return []
    taken.push({ from: x(day) - half, to: x(day) + half })
    return [html`<text x="${point(x(day))}" y="${frame.bottom + 66}" text-anchor="middle">${text}</text>`]
  })
  return html`<g class="axis"><path class="grid" d="M${frame.left} ${frame.bottom + 48}H${frame.right}"/>${shown}<text x="${frame.right + 40}" y="${frame.bottom + 66}">${words[language].figures.atRisk}</text></g>`
}
