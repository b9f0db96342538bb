import type { Figure } from '../cooperation/figure.ts'
import { formatCount, formatList, formatPercent, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Content, html, type Markup } from './html.ts'
import { bandName, bandsOf, type LengthBand } from './length-band.ts'
import { lineStyles } from './line-style.ts'
import { outcomeName, placeName } from './names.ts'
import { picture } from './picture.ts'
import { stockDrawing, stockHeight, stockWidth } from './stock-drawing.ts'
import { isShown, valueCell } from './value.ts'
import { words } from './words.ts'

/** People present by length beside the shares of those who left, one country and period; never added to one another. */
export function stockChart(id: string, figures: readonly Figure[], language: Language): Markup {
  const banded = figures.filter(({ fromDay }) => fromDay !== null)
  const [stock, leavers] = [banded.filter(({ measure }) => measure === 'stock'), banded.filter(({ measure }) => measure === 'share-of-leavers')]
  const [first] = [...leavers, ...stock]
  if (!first) return html``
  const { charts } = words[language]
  const [bands, outcomes] = [bandsOf(banded), [...new Set(leavers.map(({ outcome }) => outcome))]]
  const [styles, both] = [lineStyles(outcomes), stock.length > 0 && leavers.length > 0]
  return picture({
    id,
    title: charts.stock.titles[both ? 'both' : stock.length > 0 ? 'present' : 'left'](placeName(first.country, language)),
    description: [
      charts.stock.description,
      ...(stock.length > 0 ? [charts.stock.presentTotal(totalPresent(stock, language))] : []),
      ...(leavers.length > 0 ? [charts.stock.leftShares(formatList(outcomes.map((outcome) => outcomeShare(outcome, leavers, language)), language))] : []),
    ].join(' '),
    width: stockWidth,
    height: stockHeight(bands.length),
    drawing: stockDrawing({ id, bands, stock, leavers, outcomes, styles }, language),
    notes: html`${outcomes.length > 0 ? legend(id, outcomes, styles, language) : null}${both ? html`<p class="note">${charts.stock.apart}</p>` : null}`,
    twin: {
      caption: charts.stock.captions[both ? 'both' : stock.length > 0 ? 'present' : 'left']({ country: placeName(first.country, language), period: formatList([...new Set(banded.map(({ period }) => formatPeriod(period, language)))], language) }),
      columns: [{ name: charts.stock.band }, ...(stock.length > 0 ? [{ name: charts.stock.presentPanel, numeric: true }] : []), ...outcomes.map((outcome) => ({ name: outcomeName(outcome, language), numeric: true }))],
      rows: bands.map((band) => row(band, stock, leavers, outcomes, language)),
    },
  }, language)
}

function totalPresent(stock: readonly Figure[], language: Language): string {
  const shown = stock.filter(isShown)
  return shown.length === 0 ? words[language].charts.stock.nobody : formatCount(shown.reduce((sum, { value }) => sum + value, 0), language)
}

function outcomeShare(outcome: string, leavers: readonly Figure[], language: Language): string {
  const share = leavers.filter((figure) => figure.outcome === outcome).filter(isShown).reduce((sum, { value }) => sum + value, 0)
  return `${outcomeName(outcome, language)} ${formatPercent(share, language)}`
}

function row(band: LengthBand, stock: readonly Figure[], leavers: readonly Figure[], outcomes: readonly string[], language: Language): Content[] {
  const inBand = (figure: Figure) => figure.fromDay === band.fromDay
  return [
    bandName(band, language),
    ...(stock.length > 0 ? [valueCell(stock.find(inBand), language)] : []),
    ...outcomes.map((outcome) => valueCell(leavers.find((figure) => inBand(figure) && figure.outcome === outcome), language)),
  ]
}

function legend(id: string, outcomes: readonly string[], styles: ReadonlyMap<string, number>, language: Language): Markup {
  return html`<ul class="legend" aria-label="${words[language].charts.stock.leftPanel}">${outcomes.map((outcome) =>
    html`<li><svg class="swatch" viewBox="0 0 28 18" aria-hidden="true"><rect class="bar" fill="url(#${id}-bar-${styles.get(outcome) ?? 7})" x="1" y="1" width="26" height="16"/></svg> ${outcomeName(outcome, language)}</li>`)}</ul>`
}
