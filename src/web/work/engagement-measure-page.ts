import { engagementKinds, measureOf, standingOfMeasure } from '../../cooperation/engagement.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { html, type Content } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import { may } from '../../service/access/permissions.ts'
import type { KeptMeasure } from '../../store/country-knowledge.ts'
import { formatDay, formatMoment } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { fieldsOf, problemOf, type Filled } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** One measure: its law, its office, its days, the evidence it rested on, what happened, and the form for what happens next. */
export function engagementMeasurePage({ visitor, signedIn }: WorkRequest, { measureId, country, events }: KeptMeasure, { today, timeZone, filled, movedOn = false }: { readonly today: PlainDate; readonly timeZone: string; readonly filled: Filled; readonly movedOn?: boolean }): Answer {
  const { language } = visitor.address
  const { measure: words, page, rungs, standings, events: kinds, problem } = countryWords[language]
  const state = measureOf(events)
  const path = `/work/countries/${country}/measures/${measureId}`
  const title = words.title(state.what)
  const day = (text: string) => formatDay(text, language)
  const fact = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const changes = may(signedIn.roles, 'engagement.change', false)
  return {
    status: Object.keys(filled.errors).length === 0 && !movedOn ? 200 : movedOn ? 409 : 422,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title, problem: movedOn ? { title: problem, text: words.movedOn } : problemOf(problem, filled.errors),
      main: html`<h1>${title}</h1>
<dl>${fact(countryWords[language].calendar.country, html`<a href="${hrefTo(language, `/work/countries/${country}`)}">${placeName(country, language)}</a>`)}${fact(page.state, standings[standingOfMeasure(state, today)])}${fact(page.rung, rungs[state.rung])}${fact(page.legalBasis, state.legalBasis)}${fact(words.decidedBy, state.decidedBy)}
${fact(words.decidedOn, day(state.decidedOn))}${fact(page.starts, day(state.startsOn))}${fact(words.reviewBy, day(state.reviewBy))}${fact(page.sunset, day(state.sunsetOn))}
${fact(words.evidence, html`<a href="${hrefTo(language, `/work/countries/${country}/evidence/${state.evidence}`)}">${words.evidenceLink(state.evidence.slice(0, 12))}</a>`)}</dl>
<p><a href="${hrefTo(language, `/work/countries/${country}/effect`, { on: state.startedOn ?? state.startsOn })}">${page.lookAt(day(state.startedOn ?? state.startsOn))}</a></p>
<section aria-labelledby="happened"><h2 id="happened">${words.happened}</h2>
${dataTable({ caption: words.happened, columns: [words.day, words.what, countryWords[language].engagementFields.says, page.source, words.recorded], rows: events.map((event) => [
    day(event.on), kinds[event.kind], html`${'says' in event ? event.says : event.kind === 'decided' ? event.what : ''}${event.kind === 'reviewed' ? html`<small>${words.sunsetMoved({ reviewBy: day(event.reviewBy), sunset: day(event.sunsetOn) })}</small>` : null}`,
    event.source, html`${formatMoment(event.recordedAt, timeZone, language)}<small>${event.recordedBy}</small>`,
  ]) })}</section>
${changes ? html`<section aria-labelledby="next"><h2 id="next">${words.next}</h2>${state.endedOn === undefined ? nextForm() : html`<p>${words.over}</p>`}</section>` : null}`,
    }),
  }

  function nextForm(): Content {
    const { engagementFields: names, dayHint, record } = countryWords[language]
    const { text, area, select } = fieldsOf(filled)
    return [html`<p>${words.nextLead}</p>`, postForm({ action: hrefTo(language, path), token: visitor.token, button: record, fields: [
      html`<input type="hidden" name="version" value="${state.version}">`, select('kind', names.kind, engagementKinds.filter((kind) => kind !== 'decided').map((value) => ({ value, name: kinds[value] }))),
      text('on', names.on, dayHint), area('says', names.says), text('source', names.source), text('reviewBy', names.reviewBy, dayHint), text('sunsetOn', names.sunsetOn, dayHint),
    ] })]
  }
}
