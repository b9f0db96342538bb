import type { Figure } from '../cooperation/figure.ts'
import { html, type Markup } from '../render/html.ts'
import { linearScale, point, roundAxis, type Scale } from '../render/scale.ts'
import { formatIn, isShown, type Unit } from '../render/value.ts'
import { formatWholePercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { words } from './words.ts'

/** One line of the picture: its figures by period, and the number of its line style. */
export type YearSeries = { readonly name: string; readonly style: number; readonly figures: ReadonlyMap<string, Figure> }

export const yearSize = { width: 640, height: 280 }

const frame = { left: 64, right: 626, top: 14, bottom: 240 }
const mostLabels = 9

/** Dots with their limits, joined where no period is missing between them. */
export function yearDrawing(periods: readonly string[], series: readonly YearSeries[], unit: Unit, language: Language): Markup {
  const shown = series.flatMap(({ figures }) => [...figures.values()].filter(isShown))
  const axis = roundAxis(Math.max(...shown.map(({ value, upper }) => upper ?? value), unit === 'share' ? 0.05 : 5))
  const y = linearScale([0, axis.top], [frame.bottom, frame.top])
  const x = linearScale([-0.5, periods.length - 0.5], [frame.left, frame.right])
  // Lines step aside, so that no limit hides another.
  const step = Math.min(7, (frame.right - frame.left) / periods.length / (series.length + 1))
  const aside = (index: number) => (index - (series.length - 1) / 2) * step
  return html`${axes(periods, { x, y, ...axis }, unit, language)}
${series.map((one, index) => lineOf(one, periods, (period) => x(period) + aside(index), y))}`
}

function axes(periods: readonly string[], { x, y, top, step }: { readonly x: Scale; readonly y: Scale; readonly top: number; readonly step: number }, unit: Unit, language: Language): Markup {
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  const every = Math.ceil(periods.length / mostLabels)
  return html`<g class="axis">${marks.map((mark) => html`<path class="grid" d="M${frame.left} ${point(y(mark))}H${frame.right}"/><text x="${frame.left - 6}" y="${point(y(mark) + 4)}" text-anchor="end">${
    unit === 'share' ? formatWholePercent(mark, language) : formatIn(unit, mark, language)}</text>`)}
${periods.map((period, index) => index % every === 0 ? html`<path class="tick" d="M${point(x(index))} ${frame.bottom}v5"/><text x="${point(x(index))}" y="${frame.bottom + 20}" text-anchor="middle">${shortPeriod(period, language)}</text>` : null)}</g>`
}

/** Short enough to stand under an axis; the table has the whole name. */
function shortPeriod(period: string, language: Language): string {
  const [, year, quarter] = /^(?:FY)?(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? []
  if (year === undefined) return period.length > 10 ? period.slice(0, 10) : period
  return quarter === undefined ? year : words[language].years.quarter({ year, quarter })
}

function lineOf({ style, figures }: YearSeries, periods: readonly string[], x: Scale, y: Scale): Markup {
  const points = periods.map((period, index) => {
    const figure = figures.get(period)
    return figure && isShown(figure) ? { across: x(index), figure } : undefined
  })
  const path = points.map((one, index) => one && `${points[index - 1] ? 'L' : 'M'}${point(one.across)} ${point(y(one.figure.value))}`).filter((part) => part !== undefined).join('')
  return html`${points.map((one) => one && whisker(one.figure, one.across, y, style))}<path class="line line-${style}" d="${path}"/>
${points.map((one) => one && html`<circle class="dot line-${style}" cx="${point(one.across)}" cy="${point(y(one.figure.value))}" r="3"/>`)}`
}

function whisker({ lower, upper }: Figure, across: number, y: Scale, style: number): Markup | null {
  if (lower === null || upper === null) return null
  return html`<path class="whisker of line-${style}" d="M${point(across)} ${point(y(lower))}V${point(y(upper))}"/>`
}
