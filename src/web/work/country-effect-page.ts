import type { Instant } from '../../casework/fact-record.ts'
import { effectMethod } from '../../cooperation/measure-series.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { html, type Content } from '../../render/html.ts'
import { outcomeName, placeName } from '../../render/names.ts'
import type { Effect } from '../../service/countries/read-effects.ts'
import type { EffectRefusal, MeasureEffect } from '../../statistics/measure-effect.ts'
import type { Placebos } from '../../statistics/placebos.ts'
import { formatCount, formatDay, formatMoment, formatNumber } from '../../text/format.ts'
import { locales, type Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { textField } from '../parts/text-field.ts'
import { sourceTitle } from '../source-names.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type EffectShown = {
  readonly code: string
  /** The day as it was asked for, and whether it is none. */
  readonly asked: string
  readonly bad: boolean
  readonly onDay?: PlainDate
  readonly effects?: readonly Effect[]
  readonly ownAsOf?: Instant
  readonly timeZone: string
  /** Measures whose day is known, to choose from. */
  readonly days: readonly { readonly on: PlainDate; readonly what: string }[]
}

/** Whether the counts of a country changed with a measure: an association, its limits, its placebos; or why nothing can be said. */
export function countryEffectPage({ visitor }: WorkRequest, { code, asked, bad, onDay, effects, ownAsOf, timeZone, days }: EffectShown): Answer {
  const { language } = visitor.address
  const { effect, problem } = countryWords[language]
  const title = effect.title(placeName(code, language))
  const path = `/work/countries/${code}/effect`
  return {
    status: bad ? 422 : 200,
    page: workFrame(visitor, {
      title, problem: bad ? { title: problem, text: '', links: [{ href: '#on', name: effect.badDay }] } : undefined,
      main: html`<h1>${title}</h1><p class="lead">${effect.lead}</p>
${days.length === 0 ? null : html`<h2>${effect.choose}</h2><ul>${days.map(({ on, what }) => html`<li><a href="${hrefTo(language, path, { on })}">${formatDay(on, language)}</a>: ${what}</li>`)}</ul>`}
<form class="act" method="get" action="${hrefTo(language, path)}">${textField({ name: 'on', label: effect.on, hint: countryWords[language].dayHint, value: asked, error: bad ? effect.badDay : undefined })}<button>${effect.look}</button></form>
${onDay === undefined || !effects ? null : html`<section aria-labelledby="found"><h2 id="found">${formatDay(onDay, language)}</h2><p class="label">${effect.association}</p>
${effects.length === 0 ? html`<p>${effect.none}</p>` : effects.map((one, index) => effectPart(one, index, language))}
${effects.some(({ result }) => result.ok) ? null : missingPart(effects, language)}<p class="note">${effect.method(effectMethod)}${ownAsOf ? ` ${countryWords[language].ownAsOf(formatMoment(ownAsOf, timeZone, language))}` : null}</p></section>`}`,
    }),
  }
}

/** Where nothing can be said: what there would have to be, and where it could come from. */
function missingPart(effects: readonly Effect[], language: Language): Content {
  const { effect: { missing } } = countryWords[language]
  const monthly = effects.some(({ of }) => of.kind === 'figures' && of.length === 'month')
  return html`<section aria-labelledby="missing"><h3 id="missing">${missing.title}</h3><p>${missing.needed}</p>${monthly ? null : html`<p>${missing.none}</p>`}<ul><li>${missing.own}</li><li>${missing.file}</li></ul></section>
`
}

function effectPart({ of, result, reaches }: Effect, index: number, language: Language): Content {
  const { effect } = countryWords[language]
  const name = of.kind === 'figures' ? [sourceTitle(of.source, language), ...(of.outcome === '' ? [] : [outcomeName(of.outcome, language)]), effect.lengths[of.length]].join(', ') : `${effect.series[of.kind]}${of.fictional ? ` (${effect.fictional})` : ''}`
  return html`<section aria-labelledby="series-${index}"><h3 id="series-${index}">${name}</h3>${reaches ? html`<p class="note">${effect.reaches({ periods: formatCount(reaches.periods, language), from: formatDay(reaches.from, language), until: formatDay(reaches.until, language) })}</p>` : null}${result.ok ? found(result.value, name, language) : tooLittle(result.refusal, language)}</section>
`
}

function tooLittle(refusal: EffectRefusal, language: Language): Content {
  const { effect } = countryWords[language]
  const has = 'periods' in refusal ? refusal.periods : 'events' in refusal ? refusal.events : 0
  const facts = { has: formatCount(has, language), needs: formatCount('needed' in refusal ? refusal.needed : 0, language) }
  return html`<p><strong>${effect.notEnough}.</strong> ${effect.refusals[refusal.code](facts)}</p>`
}

function found(effect: MeasureEffect, name: string, language: Language): Content {
  const { effect: words } = countryWords[language]
  const number = (value: number) => ratioText(value, language)
  const rows = (['trendBefore', 'levelChange', 'slopeChange'] as const).map((change) => {
    const { ratio, lower, upper, pValue } = effect[change]
    return [words[change], number(ratio), `${number(lower)} – ${number(upper)}`, pText(pValue, language)]
  })
  const counted = { before: formatCount(effect.periodsBefore, language), after: formatCount(effect.periodsAfter, language), straddling: formatCount(effect.straddling, language) }
  return html`${dataTable({ caption: `${words.caption}: ${name}`, columns: [words.what, words.ratio, words.limits, words.p], rows })}
<p>${words.behind(counted)}</p>
<dl><div><dt>${words.inTime}</dt><dd>${placeboText(effect.placebosInTime, language)}</dd></div><div><dt>${words.inSpace}</dt><dd>${placeboText(effect.placebosInSpace, language)}</dd></div></dl>
<ul>${effect.cautions.map((code) => html`<li>${words.cautions[code]}</li>`)}</ul>`
}

function placeboText({ pValue, placebos }: Placebos, language: Language): string {
  const { effect } = countryWords[language]
  return pValue === null ? effect.noPlacebo : effect.placebo({ placebos: formatCount(placebos, language), p: pText(pValue, language) })
}

const twoPlaces = { en: new Intl.NumberFormat(locales.en, { maximumSignificantDigits: 3 }), fr: new Intl.NumberFormat(locales.fr, { maximumSignificantDigits: 3 }) }

function ratioText(value: number, language: Language): string {
  return value >= 1000 ? formatNumber(value, language) : twoPlaces[language].format(value)
}

function pText(value: number, language: Language): string {
  return value < 0.001 ? `< ${twoPlaces[language].format(0.001)}` : twoPlaces[language].format(Number(value.toFixed(3)))
}
