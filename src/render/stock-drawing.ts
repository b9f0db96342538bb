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

type Panel = { readonly left: number; readonly right: number }

/** Where the two panels stand; the only one there is gets the room of both. */
function panelsOf({ stock, leavers }: StockParts): { readonly present: Panel | undefined; readonly left: Panel | undefined } {
  const whole = { left: 150, right: 640 }
  if (stock.length === 0) return { present: undefined, left: whole }
  if (leavers.length === 0) return { present: whole, left: undefined }
  return { present: { left: 150, right: 370 }, left: { left: 430, right: 660 } }
}

export function stockHeight(bands: number): number {
  return head + bands * rowHeight + 8
}

/** One row for each band: bars of people present, and stacked bars of the shares of those who left. */
export function stockDrawing(parts: StockParts, language: Language): Markup {
  const { stock } = words[language].charts
  const { present, left } = panelsOf(parts)
  const bottom = stockHeight(parts.bands.length)
  return html`${barPatterns(parts.id, parts.styles.values())}
${parts.bands.map((band, index) => html`<text x="140" y="${rowMiddle(index) + 4}" text-anchor="end">${bandName(band, language)}</text>`)}
${present ? html`${panelHead(present, stock.presentPanel, bottom)}${presentBars(parts, present, language)}` : null}
${left ? html`${panelHead(left, stock.leftPanel, bottom)}${leaverBars(parts, left, language)}` : null}`
}

function panelHead({ left }: Panel, name: string, bottom: number): Markup {
  return html`<g class="axis"><text class="strong" x="${left}" y="16">${name}</text><path class="tick" d="M${left} ${head - 6}V${bottom}"/></g>`
}

function rowMiddle(index: number): number {
  return head + (index + 0.5) * rowHeight
}

function presentBars({ bands, stock }: StockParts, present: Panel, language: Language): Markup[] {
  const shown = stock.filter(isShown)
  const x = linearScale([0, roundAxis(Math.max(1, ...shown.map(({ value }) => value))).top], [0, present.right - present.left])
  return bands.map((band, index) => {
    const figure = shown.find(({ fromDay }) => fromDay === band.fromDay)
    if (!figure) return html`<text class="faint" x="${present.left + 6}" y="${rowMiddle(index) + 4}">—</text>`
    const width = x(figure.value)
    return html`<rect class="bar line-total" x="${present.left}" y="${rowMiddle(index) - barHeight / 2}" width="${point(width)}" height="${barHeight}"/><text x="${point(present.left + width + 6)}" y="${rowMiddle(index) + 4}">${formatCount(figure.value, language)}</text>`
  })
}

function leaverBars({ id, bands, leavers, outcomes, styles }: StockParts, left: Panel, language: Language): Markup[] {
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
