import type { Figure } from '../cooperation/figure.ts'
import { formatCount, formatPercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { barPatterns } from './bar-patterns.ts'
import { html, type Markup } from './html.ts'
import { bandName, type LengthBand } from './length-band.ts'
import { linearScale, point, roundAxis } from './scale.ts'
import { isShown } from './value.ts'
import { words } from './words.ts'

export type StockParts = {
  /** Of the picture: fills are named after it. */
  readonly id: string
  readonly bands: readonly LengthBand[]
  readonly stock: readonly Figure[]
  readonly leavers: readonly Figure[]
  readonly outcomes: readonly string[]
  readonly styles: ReadonlyMap<string, number>
}

export const stockWidth = 720

const [rowHeight, head, barHeight] = [30, 34, 20] as const
const present = { left: 150, right: 370 }
const left = { left: 430, right: 660 }

export function stockHeight(bands: number): number {
  return head + bands * rowHeight + 8
}

/** Two panels, one row for each band: bars of people present, and stacked bars of the shares of those who left. */
export function stockDrawing(parts: StockParts, language: Language): Markup {
  const { stock } = words[language].charts
  return html`${barPatterns(parts.id, parts.styles.values())}<g class="axis"><text class="strong" x="${present.left}" y="16">${stock.presentPanel}</text><text class="strong" x="${left.left}" y="16">${stock.leftPanel}</text></g>
${parts.bands.map((band, index) => html`<text x="${present.left - 10}" y="${rowMiddle(index) + 4}" text-anchor="end">${bandName(band, language)}</text>`)}
${presentBars(parts, language)}
${leaverBars(parts, language)}
<path class="tick" d="M${present.left} ${head - 6}V${stockHeight(parts.bands.length)}M${left.left} ${head - 6}V${stockHeight(parts.bands.length)}"/>`
}

function rowMiddle(index: number): number {
  return head + (index + 0.5) * rowHeight
}

function presentBars({ bands, stock }: StockParts, language: Language): Markup[] {
  const shown = stock.filter(isShown)
  const x = linearScale([0, roundAxis(Math.max(1, ...shown.map(({ value }) => value))).top], [0, present.right - present.left])
  return bands.map((band, index) => {
    const figure = shown.find(({ fromDay }) => fromDay === band.fromDay)
    if (!figure) return html`<text class="faint" x="${present.left + 6}" y="${rowMiddle(index) + 4}">—</text>`
    const width = x(figure.value)
    return html`<rect class="bar line-total" x="${present.left}" y="${rowMiddle(index) - barHeight / 2}" width="${point(width)}" height="${barHeight}"/><text x="${point(present.left + width + 6)}" y="${rowMiddle(index) + 4}">${formatCount(figure.value, language)}</text>`
  })
}

function leaverBars({ id, bands, leavers, outcomes, styles }: StockParts, language: Language): Markup[] {
  const shown = leavers.filter(isShown)
  const sumOf = (band: LengthBand) => shown.filter(({ fromDay }) => fromDay === band.fromDay).reduce((sum, { value }) => sum + value, 0)
  const x = linearScale([0, roundAxis(Math.max(0.01, ...bands.map(sumOf))).top], [0, left.right - left.left])
  return bands.map((band, index) => {
    if (sumOf(band) === 0) return html`<text class="faint" x="${left.left + 6}" y="${rowMiddle(index) + 4}">—</text>`
    let start = left.left
    const parts = outcomes.map((outcome) => {
      const value = shown.find((figure) => figure.fromDay === band.fromDay && figure.outcome === outcome)?.value ?? 0
      const [from, width] = [start, x(value)]
      start += width
      return html`<rect class="bar" fill="url(#${id}-bar-${styles.get(outcome) ?? 7})" x="${point(from)}" y="${rowMiddle(index) - barHeight / 2}" width="${point(width)}" height="${barHeight}"/>`
    })
    return html`${parts}<text x="${point(start + 6)}" y="${rowMiddle(index) + 4}">${formatPercent(sumOf(band), language)}</text>`
  })
}
