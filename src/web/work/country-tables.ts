import { acceptanceMatrix, acceptedDocuments } from '../../cooperation/acceptance.ts'
import { isOutOfDate, type CountryEntry } from '../../cooperation/country-entry.ts'
import { measureOf, standingOfMeasure } from '../../cooperation/engagement.ts'
import { playbookOf } from '../../cooperation/playbook.ts'
import { startDayOf } from '../../cooperation/known-measures.ts'
import { html, type Content } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import type { CountryKnowledge } from '../../service/countries/read-country-knowledge.ts'
import { capitalise, formatCount, formatDay, formatPeriod } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { dataTable } from '../parts/data-table.ts'
import { tag } from '../parts/tag.ts'
import { countryWords } from './country-words.ts'

/** What a state asks for, by type of document. */
export function playbookTables({ entries, today }: CountryKnowledge, language: Language): Content {
  const { page, documents, topics, none } = countryWords[language]
  const parts = playbookOf(entries)
  if (parts.length === 0) return html`<p>${none}</p>`
  return parts.map(({ document, entries: list }) => dataTable({
    caption: page.forDocument(documents[document]), columns: [page.subject, page.of, page.says, page.owner, page.source, page.checked],
    rows: list.map((entry) => [topics[entry.topic as keyof typeof topics], consulateName(entry.consulate, language), said(entry, language), entry.owner, entry.source, checkedCell(entry, today, language)]),
  }))
}

/** Which documents a state accepts: a row for each, a column for the state and for each consulate that says otherwise. */
export function acceptanceTable({ entries, today }: CountryKnowledge, language: Language): Content {
  const { page, documents, topics } = countryWords[language]
  const lines = acceptanceMatrix(entries)
  return [html`<p class="note">${page.acceptanceLead}</p>`, dataTable({
    caption: page.acceptance, columns: [countryWords[language].entryFields.document, ...lines.map(({ consulate }) => consulateName(consulate, language))],
    rows: acceptedDocuments.map((document, place) => [capitalise(documents[document]), ...lines.map(({ cells }): Content => {
      const { answer, entry } = cells[place] ?? { answer: 'unknown' }
      return html`${topics[answer]}${entry ? html`<small>${said(entry, language)}</small><small>${entry.source}, ${entry.owner}</small><small>${checkedCell(entry, today, language)}</small>` : null}`
    })]),
  })]
}

/** Offices and how to reach them; never a person. */
export function contactsTable({ entries, today }: CountryKnowledge, language: Language): Content {
  const { page, topics, none } = countryWords[language]
  const contacts = entries.filter(({ kind }) => kind === 'contact')
  if (contacts.length === 0) return html`<p>${none}</p>`
  return dataTable({
    caption: page.contacts, columns: [page.subject, page.of, page.says, page.owner, page.source, page.checked],
    rows: contacts.map((entry) => [topics[entry.topic as keyof typeof topics], consulateName(entry.consulate, language), said(entry, language), entry.owner, entry.source, checkedCell(entry, today, language)]),
  })
}

export function agreementsTable({ agreements }: CountryKnowledge, language: Language): Content {
  const { page, texts, none, notKnown } = countryWords[language]
  if (agreements.length === 0) return html`<p>${none}</p>`
  return dataTable({
    caption: page.agreements, columns: [page.agreement, page.inForce, page.replyTime, page.silence, page.text, page.source],
    rows: agreements.map(({ code, inForce: { from, to }, reply, silence, text, source }) => [
      code, between(from, to, language), reply ? html`${page.reply({ length: formatCount(reply.length, language), unit: page.units[reply.unit] ?? reply.unit })}<small>${texts[reply.text]}</small>` : notKnown,
      silence ? html`${page.silences[silence.means]}<small>${texts[silence.text]}</small>` : notKnown, texts[text], source,
    ]),
  })
}

export function instrumentsTable({ instruments }: CountryKnowledge, language: Language): Content {
  const { page, texts, none } = countryWords[language]
  if (instruments.length === 0) return html`<p>${none}</p>`
  return dataTable({
    caption: page.instruments, columns: [page.instrument, page.standing, page.inForce, page.legalBasis, page.text, page.source],
    rows: instruments.map(({ instrument: { title, place, startsOn, knownInForceOn, endsOn, legalBasis, text, source, checkedOn }, standing }) => [
      html`${title[language]}${place.parts ? html`<small>${page.parts(place.parts.join(', '))}</small>` : null}`, page.instrumentStandings[standing],
      startsOn === undefined && knownInForceOn !== undefined ? html`${page.knownOn(formatDay(knownInForceOn, language))}${endsOn ? html`<small>${page.until(formatDay(endsOn.day, language))}, ${texts[endsOn.text]}</small>` : null}` : between(startsOn, endsOn?.day, language),
      legalBasis, texts[text], html`${source}<small>${page.checked}: ${formatDay(checkedOn, language)}</small>`,
    ]),
  })
}

export function measuresTable({ country, measures, today }: CountryKnowledge, language: Language): Content {
  const { page, rungs, standings, none } = countryWords[language]
  if (measures.length === 0) return html`<p>${none}</p>`
  return dataTable({
    caption: page.measures, columns: [page.measure, page.rung, page.state, page.starts, page.review, page.sunset],
    rows: measures.toReversed().map(({ measureId, events }) => {
      const measure = measureOf(events)
      const standing = standingOfMeasure(measure, today)
      const late = standing === 'in-force' && measure.reviewBy < today
      return [html`<a class="case" href="${hrefTo(language, `/work/countries/${country.code}/measures/${measureId}`)}">${measure.what}</a>`, rungs[measure.rung], standings[standing], formatDay(measure.startsOn, language),
        html`${formatDay(measure.reviewBy, language)} ${late ? tag(countryWords[language].calendar.overdue, 'alarm') : null}`, formatDay(measure.sunsetOn, language)]
    }),
  })
}

export function announcedTable({ country, announced }: CountryKnowledge, language: Language): Content {
  const { page, rungs, none } = countryWords[language]
  if (announced.length === 0) return html`<p>${none}</p>`
  return [html`<p class="note">${page.announcedLead}</p>`, dataTable({
    caption: page.announced, columns: [page.measure, page.takenBy, page.rung, page.inForce, page.legalBasis, page.source],
    rows: announced.map((one) => {
      const day = startDayOf(one)
      const start = formatPeriod(one.startsOn, language)
      return [one.what[language], one.takenBy === 'EUU' ? page.european : placeName(one.takenBy, language), rungs[one.rung],
        html`${one.endsOn === undefined ? start : page.whenSaid({ from: start, until: formatPeriod(one.endsOn, language) })}${day === undefined ? null : html`<small><a href="${hrefTo(language, `/work/countries/${country.code}/effect`, { on: day })}">${page.lookAt(formatDay(day, language))}</a></small>`}`, one.legalBasis[language], one.source[language]]
    }),
  })]
}

export function consulateName(consulate: string, language: Language): string {
  return consulate === '' ? countryWords[language].page.itself : consulate
}

/** When it was checked and must be checked again; past that day, that it is out of date. */
export function checkedCell(entry: CountryEntry, today: string, language: Language): Content {
  const { page } = countryWords[language]
  const late = isOutOfDate(entry, today as CountryEntry['reviewBy'])
  return html`${formatDay(entry.checkedOn, language)} ${late ? tag(page.outOfDate, 'alarm') : null}<small>${late ? page.outOfDateSince(formatDay(entry.reviewBy, language)) : `${page.review} ${formatDay(entry.reviewBy, language)}`}</small>`
}

/** Free text in the language it was written in. */
export function said({ says, language: written }: CountryEntry, language: Language): Content {
  return written === language ? says : html`<span lang="${written}">${says}</span>`
}

function between(from: string | undefined, until: string | undefined, language: Language): string {
  const { page } = countryWords[language]
  const parts = [from === undefined ? page.noStart : page.from(formatDay(from, language)), ...(until === undefined ? [] : [page.until(formatDay(until, language))])]
  return parts.join(' ')
}
