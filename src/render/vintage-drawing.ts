import type { Figure } from '../cooperation/figure.ts'
import { formatWholePercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { linearScale, point, roundAxis, type Scale } from './scale.ts'
import { formatIn, isShown, unitOf } from './value.ts'
import { words } from './words.ts'

/** The same figure in two editions of a source. */
export type VintagePair = { readonly name: string; readonly earlier: Figure | undefined; readonly later: Figure | undefined }

export const vintageWidth = 640

const [left, right, rowHeight, head] = [246, 590, 19, 54] as const

export function vintageHeight(rows: number): number {
  return head + rows * rowHeight + 10
}

/** A row for each pair: a ring for the earlier edition, a dot for the later, a line from one to the other. */
export function vintageDrawing(pairs: readonly VintagePair[], language: Language): Markup {
  const figures = pairs.flatMap(({ earlier, later }) => [earlier, later]).filter((figure) => figure !== undefined)
  const unit = unitOf(figures[0]?.measure ?? 'count')
  const { top, step } = roundAxis(Math.max(...figures.filter(isShown).map(({ value }) => value), 0.01))
  const x = linearScale([0, top], [left, right])
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  const { vintages } = words[language].charts
  return html`<circle class="ring" cx="${left + 6}" cy="12" r="5"/><text x="${left + 18}" y="16">${vintages.earlier}</text>
<circle class="dot line-0" cx="${left + 186}" cy="12" r="4"/><text x="${left + 198}" y="16">${vintages.later}</text>
<g class="axis">${marks.map((mark) => html`<path class="grid" d="M${point(x(mark))} ${head - 6}V${vintageHeight(pairs.length) - 10}"/><text x="${point(x(mark))}" y="${head - 12}" text-anchor="middle">${
    unit === 'share' ? formatWholePercent(mark, language) : formatIn(unit, mark, language)}</text>`)}</g>
${pairs.map((pair, index) => row(pair, x, head + (index + 0.5) * rowHeight))}`
}

function row({ name, earlier, later }: VintagePair, x: Scale, middle: number): Markup {
  const [from, to] = [earlier && isShown(earlier) ? x(earlier.value) : undefined, later && isShown(later) ? x(later.value) : undefined]
  const short = name.length > 29 ? `${name.slice(0, 28).trimEnd()}…` : name
  return html`<text x="${left - 10}" y="${point(middle + 4)}" text-anchor="end">${short}</text>${
    from !== undefined && to !== undefined ? html`<path class="whisker" d="M${point(from)} ${point(middle)}H${point(to)}"/>` : null}${
    from === undefined ? null : html`<circle class="ring" cx="${point(from)}" cy="${point(middle)}" r="5"/>`}${
    to === undefined ? null : html`<circle class="dot line-0" cx="${point(to)}" cy="${point(middle)}" r="4"/>`}`
}
