import { forecastMethod } from '../../cooperation/commitment-forecast.ts'
import { html, type Content, type Markup } from '../../render/html.ts'
import { may } from '../../service/access/permissions.ts'
import type { CommitmentLine, Commitments } from '../../service/countries/read-commitments.ts'
import { formatCount, formatDay, formatList, formatNumber, formatPeriod } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { sourceLabel } from '../source-names.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** Commitments beside what was counted and what is to be expected, by their days; never by officer or by person. */
export function commitmentPage({ visitor, signedIn }: WorkRequest, { lines }: Commitments): Answer {
  const { language } = visitor.address
  const { commitments: words, none } = countryWords[language]
  const changes = may(signedIn.roles, 'commitments.change', false)
  const [targets, capacities] = (['target', 'capacity'] as const).map((kind) => lines.filter(({ commitment }) => commitment.kind === kind))
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.title,
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${changes ? html`<p><a href="${hrefTo(language, '/work/commitments/new')}">${words.add}</a></p>` : null}
<section aria-labelledby="targets"><h2 id="targets">${words.targets}</h2>${targets?.length ? dataTable({
    caption: words.targets, columns: [words.what, words.period, words.number, words.actual, words.forecast, words.announced],
    rows: targets.map((line) => [what(line, changes, language), days(line, language), number(line, language), actual(line, language), forecast(line, language), announced(line, language)]),
  }) : html`<p>${none}</p>`}</section>
<section aria-labelledby="capacity"><h2 id="capacity">${words.capacities}</h2>${capacities?.length ? dataTable({
    caption: words.capacities, columns: [words.what, words.period, words.number, words.announced],
    rows: capacities.map((line) => [what(line, changes, language), days(line, language), number(line, language), announced(line, language)]),
  }) : html`<p>${none}</p>`}</section>
<p class="note">${words.method(forecastMethod)}</p>`,
    }),
  }
}

function what({ commitment, commitmentId }: CommitmentLine, changes: boolean, language: Language): Content {
  const { commitments: words } = countryWords[language]
  return html`${commitment.what[language]}${changes && commitmentId !== undefined ? html`<small><a href="${hrefTo(language, '/work/commitments/new', { replaces: commitmentId })}" aria-label="${words.replaceNamed(commitment.what[language])}">${words.replace}</a></small>` : null}`
}

function days({ commitment: { from, until } }: CommitmentLine, language: Language): string {
  return countryWords[language].commitments.days({ from: formatDay(from, language), until: formatDay(until, language) })
}

function number({ commitment: { number: many, unit } }: CommitmentLine, language: Language): string {
  return `${formatNumber(many, language)}\u00a0${countryWords[language].commitments.units[unit]}`
}

function announced({ commitment }: CommitmentLine, language: Language): Content {
  const { commitments: words, page } = countryWords[language]
  const { announcedOn } = commitment
  const { announcedBy, source } = language === 'fr' ? (commitment.french ?? commitment) : commitment
  return html`${announcedOn === undefined ? announcedBy : words.on({ by: announcedBy, on: formatDay(announcedOn, language) })}<small>${page.source}${language === 'fr' ? '\u00a0' : ''}: ${source}</small>`
}

function actual({ commitment, actuals, source, fictional }: CommitmentLine, language: Language): Content {
  const { commitments: words } = countryWords[language]
  if (!actuals) return commitment.series === '' ? words.noSeries : words.notLoaded
  const { count, through, daysCounted, days: all, straddling } = actuals
  const counted = count === null || through === undefined ? words.nothingCounted : words.counted({ count: formatCount(count, language), through: formatDay(through, language), days: formatCount(daysCounted, language), all: formatCount(all, language) })
  const partly = straddling.map(({ period, count: inIt }) => `${formatPeriod(period, language)} (${formatCount(inIt, language)})`)
  return html`${counted}${partly.length === 0 ? null : html`<small>${words.straddling(formatList(partly, language))}</small>`}${source ? html`<small>${sourceLabel(source, language)}</small>` : null}${fictional ? html`<small>${words.fictional}</small>` : null}`
}

function forecast({ forecast: made }: CommitmentLine, language: Language): Content {
  const { commitments: words } = countryWords[language]
  if (!made) return '–'
  const whole = (value: number) => formatCount(value, language)
  switch (made.kind) {
    case 'over': return words.over
    case 'not-a-year': return words.notAYear
    case 'too-few': return words.tooFew({ years: whole(made.years), needed: whole(made.needed) })
    case 'made': return html`${words.made({ value: whole(made.counted + made.rest.value), lower: whole(made.counted + made.rest.lower), upper: whole(made.counted + made.rest.upper) })}${trial(made.rest, language)}`
    case 'made-of-other-year': return html`${words.otherYear({ value: whole(made.rest.value), lower: whole(made.rest.lower), upper: whole(made.rest.upper), from: formatDay(made.from, language), until: formatDay(made.until, language) })}${trial(made.rest, language)}`
  }
}

function trial({ held, tried }: { readonly held: number; readonly tried: number }, language: Language): Markup {
  const { commitments: words } = countryWords[language]
  return html`<small>${tried === 0 ? words.untried : words.record({ held: formatCount(held, language), tried: formatCount(tried, language) })}</small>`
}
