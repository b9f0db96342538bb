import { compareByFunnel } from '../cooperation/compare.ts'
import type { Funnel } from '../cooperation/measurement.ts'
import { cautionList } from '../render/cautions.ts'
import { measurementFacts } from '../render/figure-card.ts'
import { funnelChart } from '../render/funnel-chart.ts'
import { html, type Markup } from '../render/html.ts'
import { intervalCharts } from '../render/interval-chart.ts'
import { rankSetTable } from '../render/rank-sets.ts'
import { words as renderWords } from '../render/words.ts'
import { asMeasurement } from '../service/as-measurement.ts'
import type { Reading } from '../service/read-catalogue.ts'
import { type Comparison, readComparison } from '../service/read-comparison.ts'
import type { Language } from '../text/language.ts'
import type { Address } from './address.ts'
import { choiceForm } from './choice-form.ts'
import { type Answer, badQueryPage } from './error-pages.ts'
import { frame } from './frame.ts'
import { readWishes } from './wishes.ts'
import { words } from './words.ts'

/** Countries beside each other: funnel plot and limits in alphabetical order; sets of ranks only on request. */
export async function comparePage(reading: Reading, address: Address, query: URLSearchParams): Promise<Answer> {
  const wishes = readWishes(query)
  if (!wishes.ok) return badQueryPage(address, wishes.refusal)
  const { ranks } = wishes.value
  const found = await readComparison(reading, wishes.value, ranks)
  if (!found.ok) return badQueryPage(address, { code: 'unknown-source', name: 'source' })
  const { compare } = words[address.language]
  return {
    status: 200,
    page: frame(address, compare.title, html`<h1>${compare.title}</h1>
<p class="lead">${compare.lead}</p>
${comparison(address, found.value, ranks)}`),
  }
}

function comparison(address: Address, found: Comparison, ranks: boolean): Markup {
  const { language } = address
  const { compare, behind } = words[language]
  const { catalogue, selection, figures, all } = found
  if (!selection) return html`<p>${compare.empty}</p>`
  return html`${choiceForm(address, catalogue, selection, ranks)}
${cautionList(selection.source.cautions, language)}
<section aria-labelledby="funnel-heading"><h2 id="funnel-heading">${compare.funnel}</h2>
${funnelOf(found, language)}</section>
<section aria-labelledby="intervals-heading"><h2 id="intervals-heading">${figures.some(({ interval }) => interval !== 'complete-count') ? compare.intervals : compare.counts}</h2>
<p class="note">${renderWords[language].charts.interval.order}</p>
${intervalCharts('intervals', figures, all, language)}</section>
${ranks ? ranksOf(found, language) : null}
<details class="card-facts"><summary>${behind}</summary><dl>${measurementFacts(asMeasurement(selection.source), language)}</dl></details>`
}

// One group was chosen already; the rule of the funnel takes figures of all groups only.
function funnelOf({ figures, selection }: Comparison, language: Language): Markup {
  const measure = selection?.choice.measure
  const funnel = isCompared(measure) ? compareByFunnel(figures.map((figure) => ({ ...figure, stratum: '' })), measure, selection?.choice.day ?? null) : undefined
  return funnel ? funnelChart('funnel', funnel, figures, language) : html`<p>${words[language].compare.noFunnel}</p>`
}

function isCompared(measure: string | undefined): measure is Funnel['measure'] {
  return measure === 'answered-by' || measure === 'completed-by' || measure === 'return-rate'
}

function ranksOf({ rankSets }: Comparison, language: Language): Markup {
  const { compare } = words[language]
  return html`<section aria-labelledby="ranks-heading"><h2 id="ranks-heading">${compare.ranks}</h2>
${rankSets ? rankSetTable(rankSets, language) : html`<p>${compare.noRanks}</p>`}</section>`
}
