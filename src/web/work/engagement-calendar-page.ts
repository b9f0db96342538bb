import { measureOf, standingOfMeasure, type EngagementMeasure } from '../../cooperation/engagement.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { html, type Content } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import type { KeptMeasure } from '../../store/country-knowledge.ts'
import { formatDay } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { tag } from '../parts/tag.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

type Point = { readonly on: PlainDate; readonly point: 'start' | 'review' | 'sunset'; readonly late: boolean; readonly kept: KeptMeasure; readonly measure: EngagementMeasure }

/** What is to come of every open measure, day by day; and what is over. */
export function engagementCalendarPage({ visitor }: WorkRequest, measures: readonly KeptMeasure[], today: PlainDate): Answer {
  const { language } = visitor.address
  const { calendar, standings, page } = countryWords[language]
  const known = measures.map((kept) => ({ kept, measure: measureOf(kept.events) }))
  const points = known.filter(({ measure }) => isOpen(measure, today)).flatMap(({ kept, measure }) => pointsOf(kept, measure, today)).toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
  const past = known.filter(({ measure }) => !isOpen(measure, today))
  return {
    status: 200,
    page: workFrame(visitor, {
      title: calendar.title,
      main: html`<h1>${calendar.title}</h1><p class="lead">${calendar.lead}</p>
${points.length === 0 ? html`<p>${calendar.none}</p>` : dataTable({
    caption: calendar.caption, columns: [calendar.day, calendar.country, calendar.what, calendar.measure],
    rows: points.map(({ on, point, late, kept, measure }) => [html`${formatDay(on, language)} ${late ? tag(calendar.overdue, 'alarm') : null}`, placeName(kept.country, language), calendar.points[point], link(kept, measure, language)]),
  })}
${past.length === 0 ? null : html`<section aria-labelledby="past"><h2 id="past">${calendar.past}</h2>${dataTable({
    caption: calendar.past, columns: [page.measure, calendar.country, page.state, page.sunset],
    rows: past.toReversed().map(({ kept, measure }) => [link(kept, measure, language), placeName(kept.country, language), html`${standings[standingOfMeasure(measure, today)]}${standingOfMeasure(measure, today) === 'lapsed' ? html`<small>${calendar.lapsed}</small>` : null}`, formatDay(measure.endedOn ?? measure.sunsetOn, language)]),
  })}</section>`}`,
    }),
  }
}

function isOpen(measure: EngagementMeasure, today: PlainDate): boolean {
  return ['decided', 'in-force'].includes(standingOfMeasure(measure, today))
}

function pointsOf(kept: KeptMeasure, measure: EngagementMeasure, today: PlainDate): readonly Point[] {
  const begun = measure.startedOn !== undefined
  return [
    ...(begun ? [] : [{ on: measure.startsOn, point: 'start' as const, late: measure.startsOn < today, kept, measure }]),
    { on: measure.reviewBy, point: 'review', late: measure.reviewBy < today, kept, measure },
    { on: measure.sunsetOn, point: 'sunset', late: false, kept, measure },
  ]
}

function link({ country, measureId }: KeptMeasure, { what }: EngagementMeasure, language: Language): Content {
  return html`<a class="case" href="${hrefTo(language, `/work/countries/${country}/measures/${measureId}`)}">${what}</a>`
}
