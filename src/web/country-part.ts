import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { cautionList } from '../render/cautions.ts'
import { mainGroup } from '../render/country-parts.ts'
import { countryBody } from '../render/country-section.ts'
import { figureCard } from '../render/figure-card.ts'
import { html, type Markup } from '../render/html.ts'
import { leadingPeriod } from '../render/periods.ts'
import { vintageChart } from '../render/vintage-chart.ts'
import { asMeasurement } from '../service/as-measurement.ts'
import type { CountryPart } from '../service/read-country.ts'
import { capitalise, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { editionName } from './source-names.ts'
import { words } from './words.ts'
import { yearChart } from './year-chart.ts'

/** What one source says of a country: cautions, cards, curves, bars, a line through the periods, and the edition before. */
export function countryPart(part: CountryPart, country: string, language: Language): Markup {
  const { source, figures, curves } = part
  const measurement = asMeasurement(source, figures, curves)
  const drawn = figuresOverPeriods(figures)
  const inYears = new Set(drawn.flat())
  const rest = figures.filter((figure) => !inYears.has(figure))
  const id = `s${source.key}`
  return html`${cautionList(source.cautions, language, id)}
${labels(figures, language)}
${latestCards(drawn, measurement, language)}
${rest.length > 0 ? countryBody({ country, figures: rest, curves, id }, measurement, language) : null}
${drawn.length > 0 ? html`<h3>${words[language].country.byYear}</h3>` : null}
${drawn.map((group, index) => yearChart(`${id}-years-${index + 1}`, group, language))}
${editions(part, language)}`
}

/** What must be said of the kind of figures before they are read. */
function labels(figures: readonly Figure[], language: Language): Markup {
  const { country } = words[language]
  const has = (measure: MeasureCode) => figures.some((figure) => figure.measure === measure)
  const clocks = new Set(figures.map(({ clock }) => clock))
  return html`${has('completed-by') ? html`<p class="label">${country.conditional}</p>` : null}
${has('share-of-leavers') ? html`<p class="label">${country.leavers}</p>` : null}
${clocks.has('own') && clocks.has('state') ? html`<p class="label">${country.clocks}</p>` : null}`
}

const overPeriods: ReadonlySet<MeasureCode> = new Set(['count', 'return-rate', 'share-of-leavers', 'requests'])

/** Figures of several periods, a group for each measure, clock and length of period: years and quarters share no line. Rates before counts. */
function figuresOverPeriods(figures: readonly Figure[]): Figure[][] {
  const main = mainGroup(figures)
  const whole = figures.filter(({ measure, stratum, fromDay, day, period }) => overPeriods.has(measure) && stratum === main && fromDay === null && day === null && lengthOf(period) !== 'part')
  const groups = [...Map.groupBy(whole, ({ measure, clock, period }) => [measure, clock, lengthOf(period)].join('\u001f')).values()]
  const several = groups.filter((group) => new Set(group.map(({ period }) => period)).size > 1)
  return several.toSorted(([one], [other]) => Number(one?.interval === 'complete-count') - Number(other?.interval === 'complete-count'))
}

function lengthOf(period: string): 'year' | 'quarter' | 'part' | 'other' {
  if (/^(?:FY)?\d{4}$/.test(period)) return 'year'
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter'
  return period.endsWith('(part)') ? 'part' : 'other'
}

// A card for each line of the pictures, as far as they fit beside each other.
const mostCards = 8

/** The figures of the latest period, with its name: a card does not say it. */
function latestCards(groups: readonly (readonly Figure[])[], measurement: Measurement, language: Language): Markup | null {
  const all = groups.flat()
  const period = leadingPeriod(all.map((figure) => figure.period))
  const latest = all.filter((figure) => figure.period === period)
  if (latest.length === 0) return null
  return html`<h3>${capitalise(formatPeriod(period, language))}</h3>
<div class="cards">${latest.slice(0, mostCards).map((figure) => figureCard(figure, measurement, language))}</div>`
}

/** The edition before beside this one, by the first measure that both have. */
function editions({ source, figures, earlier }: CountryPart, language: Language): Markup | null {
  if (!earlier) return null
  const { country } = words[language]
  const both = figures.filter(({ stratum, fromDay }) => stratum === '' && fromDay === null)
    .filter((figure) => earlier.figures.some((other) => other.measure === figure.measure && other.outcome === figure.outcome && other.day === figure.day))
  const chosen = both.find(({ measure, day }) => measure === 'answered-by' && day === 180) ?? both.find(({ measure }) => measure !== 'requests') ?? both[0]
  if (!chosen) return null
  return html`<h3>${country.editionsHeading}</h3>
<p>${country.editions({ earlier: editionName(earlier.source, language), later: editionName(source, language) })}</p>
${vintageChart(`s${source.key}-editions`, asMeasurement(earlier.source, whole(earlier.figures)), asMeasurement(source, whole(figures)), chosen, language)}`
}

function whole(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ stratum }) => stratum === '')
}
