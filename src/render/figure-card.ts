import type { Figure } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { capitalise, formatCount, formatDay, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Content, html, type Markup } from './html.ts'
import { clockName, measureName, methodName, placeName, stratumName } from './names.ts'
import { isShown, limitsText, unitOf, valueText } from './value.ts'
import { words } from './words.ts'

/**
 * One figure with everything that a reader needs to trust or doubt it: limits, cases behind it, at risk, method, day, edition,
 * digest of the input, and whether gated time was left out. A withheld figure says why in the place of its value.
 */
export function figureCard(figure: Figure, measurement: Measurement, language: Language): Markup {
  const { figures } = words[language]
  return html`<div class="card">
<p class="card-name">${measureName(figure, language)}</p>
${subjectLine(figure, language)}
<p class="${isShown(figure) ? 'card-value' : 'card-value withheld'}">${cardValue(figure, language)}</p>
<p class="card-limits">${limitsLine(figure, language)}</p>
<details class="card-facts"><summary>${figures.behindThis}</summary>
<dl>
${fact(figures.country, placeName(figure.country, language))}
${fact(figures.behind, figure.denominator === null ? figures.notStated : formatCount(figure.denominator, language))}
${fact(figures.condition, figure.withinDays === null ? null : figures.conditionDays(formatCount(figure.withinDays, language)))}
${fact(figures.atRisk, figure.atRisk === null ? null : formatCount(figure.atRisk, language))}
${fact(figures.limits, figures.intervals[figure.interval])}
${measurementFacts(measurement, language)}
</dl></details>
</div>
`
}

/** Clock, group and period, as far as the figure has them. */
function subjectLine({ clock, stratum, period }: Figure, language: Language): Markup {
  const parts = [clockName(clock, language), stratum === '' ? '' : stratumName(stratum, language), formatPeriod(period, language)].filter((part) => part !== '')
  return html`<p class="card-subject">${parts.map(capitalise).join('. ')}</p>`
}

/** Days need their unit where no column says it. */
function cardValue(figure: Figure, language: Language): string {
  const text = valueText(figure, language)
  return isShown(figure) && unitOf(figure.measure) === 'days' ? words[language].figures.days(text, figure.value === 1) : text
}

function limitsLine(figure: Figure, language: Language): string {
  const { figures } = words[language]
  const limits = limitsText(figure, language)
  const behind = figure.denominator === null || figure.interval === 'complete-count' ? '' : figures.casesBehind(formatCount(figure.denominator, language), figure.denominator === 1)
  return [limits, behind].filter((part) => part !== '').join(' · ')
}

/** What holds for every figure of a measurement: method, day, edition, gated time, digests of the files read. */
export function measurementFacts(measurement: Measurement, language: Language): Markup {
  const { figures } = words[language]
  const gated = measurement.gatedTimeRemoved === null ? 'unknown' : measurement.gatedTimeRemoved ? 'removed' : 'kept'
  return html`${fact(figures.method, html`${methodName(measurement.method, language)} <code>${measurement.method}</code>`)}
${fact(figures.asOf, formatDay(measurement.asOf, language))}
${fact(figures.vintage, formatPeriod(measurement.vintage, language))}
${fact(figures.gatedTime, figures.gated[gated])}
${fact(measurement.inputs.length === 1 ? figures.input : figures.inputs, measurement.inputs.map(({ name, sha256 }, index) => html`${index > 0 ? ', ' : ''}${name} <code title="SHA-256 ${sha256}">${sha256.slice(0, 12)}</code>`))}`
}

function fact(name: string, value: Content): Markup | null {
  return value === null ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}
