import type { Actuals } from '../../cooperation/commitment.ts'
import { forecastMethod } from '../../cooperation/commitment-forecast.ts'
import type { CountedInPart } from '../../cooperation/counted-in-part.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { html, type Content, type Markup } from '../../render/html.ts'
import { may } from '../../service/access/permissions.ts'
import { refOf } from '../../service/countries/commitment-history.ts'
import type { CommitmentLine, Commitments, OwnCount } from '../../service/countries/read-commitments.ts'
import { formatCount, formatDay, formatMoment, formatPeriod } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { sourceLabel } from '../source-names.ts'
import { announced, days, number } from './commitment-cells.ts'
import { pastCommitments } from './commitment-past.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** Commitments beside what was counted and what is to be expected, by their days; never by officer or by person. */
export function commitmentPage({ visitor, signedIn }: WorkRequest, { lines, past, ownAsOf }: Commitments, timeZone: string): Answer {
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
${past.length === 0 ? null : pastCommitments(past, { changes, timeZone, language })}
<p class="note">${words.method(forecastMethod)}${ownAsOf ? ` ${countryWords[language].ownAsOf(formatMoment(ownAsOf, timeZone, language))}` : null}</p>`,
    }),
  }
}

function what({ commitment, of }: CommitmentLine, changes: boolean, language: Language): Content {
  const { commitments: words } = countryWords[language]
  const [said, ref] = [commitment.what[language], refOf(of)]
  return html`${said}${changes ? html`<small><a href="${hrefTo(language, '/work/commitments/new', { replaces: ref })}" aria-label="${words.replaceNamed(said)}">${words.replace}</a></small><small><a href="${hrefTo(language, '/work/commitments/withdraw', { of: ref })}" aria-label="${words.withdrawNamed(said)}">${words.withdraw}</a></small>` : null}`
}

/** First this authority's own cases on these very days, then what is published: whatever is of other days is said to be. */
function actual({ commitment, own, actuals, sources }: CommitmentLine, language: Language): Content {
  const { commitments: words } = countryWords[language]
  const ours = own && ownCount(own, commitment.from, language)
  if (!actuals) return ours ?? (commitment.series === '' ? words.noSeries : words.notLoaded)
  const { count, daysCounted, days: all, straddling } = actuals
  const published = count === null ? words.nothingCounted : daysCounted === all ? words.countedWhole({ count: formatCount(count, language), all: formatCount(all, language) }) : countedSoFar(actuals, language)
  return html`${ours}${ours ? html`<br>${words.published}${language === 'fr' ? '\u00a0' : ''}: ` : null}${published}${straddling.map((one) => html`<small>${otherDays(one, language)}</small>`)}${sources.map((source) => html`<small>${sourceLabel(source, language)}</small>`)}`
}

function ownCount({ event, count, through, since, fictional }: OwnCount, from: PlainDate, language: Language): Markup {
  const { commitments: words } = countryWords[language]
  return html`${words.own[event]({ count: formatCount(count, language), from: formatDay(from, language), through: formatDay(through, language) })}${since > from ? html`<small>${words.ownSince(formatDay(since, language))}</small>` : null}${fictional ? html`<small>${words.fictional}</small>` : null}`
}

function countedSoFar({ count, periods, through, daysCounted, days: all }: Actuals, language: Language): string {
  const from = periods.map((one) => one.from).toSorted()[0]
  return countryWords[language].commitments.counted({ count: formatCount(count ?? 0, language), from: formatDay(from ?? '', language), through: formatDay(through ?? '', language), days: formatCount(daysCounted, language), all: formatCount(all, language) })
}

function otherDays({ period, from, until, count, bounds }: CountedInPart, language: Language): string {
  const { commitments: words } = countryWords[language]
  const said = words.straddling({ period: formatPeriod(period, language), from: formatDay(from, language), until: formatDay(until, language), count: formatCount(count, language) })
  if (!bounds) return said
  const [lower, upper] = [formatCount(bounds.lower, language), formatCount(bounds.upper, language)]
  return `${said} ${lower === upper ? words.exactly(lower) : words.between({ lower, upper })}`
}

function forecast({ forecast: made, forecastOfOwn }: CommitmentLine, language: Language): Content {
  const { commitments: words } = countryWords[language]
  if (!made) return '–'
  const ours = forecastOfOwn ? html`<small>${words.forecastOfOwn}</small>` : null
  const whole = (value: number) => formatCount(value, language)
  switch (made.kind) {
    case 'over': return html`${words.over}${ours}`
    case 'not-a-year': return words.notAYear
    case 'too-few': return html`${words.tooFew({ years: whole(made.years), needed: whole(made.needed) })}${ours}`
    case 'made': return html`${words.made({ value: whole(made.counted + made.rest.value), lower: whole(made.counted + made.rest.lower), upper: whole(made.counted + made.rest.upper) })}${trial(made.rest, language)}${ours}`
    case 'made-of-other-year': return html`${words.otherYear({ value: whole(made.rest.value), lower: whole(made.rest.lower), upper: whole(made.rest.upper), from: formatDay(made.from, language), until: formatDay(made.until, language) })}${trial(made.rest, language)}${ours}`
  }
}

function trial({ held, tried }: { readonly held: number; readonly tried: number }, language: Language): Markup {
  const { commitments: words } = countryWords[language]
  return html`<small>${tried === 0 ? words.untried : words.record({ held: formatCount(held, language), tried: formatCount(tried, language) })}</small>`
}
