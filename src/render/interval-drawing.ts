import type { Figure } from '../cooperation/figure.ts'
import { formatWholePercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { placeName } from './names.ts'
import { linearScale, point, roundAxis, type Scale } from './scale.ts'
import { formatIn, type Unit, unitOf, valueText } from './value.ts'

export const intervalWidth = 640

const [left, right, rowHeight, head] = [220, 570, 17, 30] as const

export function intervalHeight(rows: number): number {
  return head + rows * rowHeight + 10
}

/** A row for each country, all of which have a value: name, limits as a line, value as a dot, value in figures. */
export function intervalDrawing(figures: readonly Figure[], all: Figure | undefined, highest: number, language: Language): Markup {
  const [first] = figures
  if (!first) return html``
  const unit = unitOf(first.measure)
  const { top, step } = unit === 'share' && highest <= 1 ? { top: 1, step: 0.25 } : roundAxis(highest)
  const x = linearScale([0, top], [left, right])
  const bottom = head + figures.length * rowHeight
  return html`${axis(x, top, step, bottom, unit, language)}
${all?.value ? html`<path class="target" d="M${point(x(Math.min(top, all.value)))} ${head - 4}V${bottom}"/>` : null}
${figures.map((figure, index) => row(figure, x, head + (index + 0.5) * rowHeight, language))}`
}

function axis(x: Scale, top: number, step: number, bottom: number, unit: Unit, language: Language): Markup {
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  return html`<g class="axis">${marks.map((mark) => {
    const text = unit === 'share' ? formatWholePercent(mark, language) : formatIn(unit, mark, language)
    return html`<path class="grid" d="M${point(x(mark))} ${head - 6}V${bottom}"/><text x="${point(x(mark))}" y="${head - 12}" text-anchor="middle">${text}</text>`
  })}</g>`
}

function row(figure: Figure, x: Scale, middle: number, language: Language): Markup {
  const name = placeName(figure.country, language)
  const label = html`<text x="${left - 10}" y="${point(middle + 4)}" text-anchor="end">${name.length > 26 ? `${name.slice(0, 25).trimEnd()}…` : name}</text>`
  const value = figure.value ?? 0
  const [lower, upper] = [figure.lower ?? value, figure.upper ?? value]
  return html`${label}<path class="whisker" d="M${point(x(lower))} ${point(middle)}H${point(x(upper))}M${point(x(lower))} ${point(middle - 3)}v6M${point(x(upper))} ${point(middle - 3)}v6"/><circle class="dot line-0" cx="${point(x(value))}" cy="${point(middle)}" r="3.5"/><text x="${right + 10}" y="${point(middle + 4)}">${valueText(figure, language)}</text>`
}
