import { html, type Content, type Markup } from '../../render/html.ts'
import type { CodeReading, DateReading, Sex, Verdict, Zone, ZoneRefusal } from '../../documents/zone.ts'
import type { Result } from '../../kernel/result.ts'
import { findCountry } from '../../reference/countries.ts'
import { capitalise, formatDay, formatList } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { tag } from '../parts/tag.ts'
import { textArea } from '../parts/text-area.ts'
import { documentWords, sayRefusal } from './travel-document-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** The lines as they were typed, and what was read in them; nothing was typed when there are none. */
export type ZoneTyped = { readonly text: string; readonly read?: Result<Zone, ZoneRefusal | { readonly code: 'empty' }> }

/** Where the lines of a zone are typed, and each field is judged by itself. Sent as a POST: a name stands in no address. */
export function zonePage({ visitor }: WorkRequest, { text, read }: ZoneTyped): Answer {
  const { language } = visitor.address
  const { zone: said, reading } = documentWords[language]
  const refusal = read && !read.ok ? read.refusal : undefined
  const fault = refusal && (refusal.code === 'empty' ? said.empty : sayRefusal(reading.zone, refusal))
  return {
    status: fault === undefined ? 200 : 422,
    page: workFrame(visitor, {
      title: said.title,
      problem: fault === undefined ? undefined : { title: said.problem, text: fault, links: [{ href: '#lines', name: said.lines }] },
      main: html`<h1>${said.title}</h1><p class="lead">${said.lead}</p><p>${said.kept}</p>
${postForm({ action: hrefTo(language, '/work/documents/zone'), token: visitor.token, button: said.button, attributes: html` spellcheck="false"`, fields: textArea({ name: 'lines', label: said.lines, hint: said.hint, value: text, error: fault }) })}
${read?.ok ? whatItSays(read.value, language) : null}`,
    }),
  }
}

function whatItSays(zone: Zone, language: Language): Markup {
  const { zone: said, reading } = documentWords[language]
  const faults: Content = zone.faults.length === 0 ? html`<p>${said.noFaults}</p>` : html`<ul>${zone.faults.map((fault) => html`<li>${sayRefusal(reading.faults, fault)}</li>`)}</ul>`
  return html`<section aria-labelledby="result"><h2 id="result" tabindex="-1">${said.result}</h2><p>${said.format(zone.format)}</p>
${zone.disclosesStatus.length === 0 ? null : html`<div class="caution" role="note"><h3>${said.statusTitle}</h3><p>${said.status(formatList(zone.disclosesStatus.map((field) => reading.fields[field]), language))}</p></div>`}
${dataTable({ caption: said.result, columns: [said.field, said.printed, said.means, said.verdict], rows: rowsOf(zone, language) })}
<p class="note">${said.copying}</p><h3>${said.faultsTitle}</h3>${faults}</section>`
}

type Row = readonly [name: string, text: string, means: Content, verdict: Verdict]

function rowsOf(zone: Zone, language: Language): readonly (readonly Content[])[] {
  const { zone: said, reading: { fields, verdicts } } = documentWords[language]
  const marked = (field: Zone['disclosesStatus'][number], means: Content): Content => (zone.disclosesStatus.includes(field) ? [means, ' ', tag(said.statusTag, 'alarm')] : means)
  const numbers = zone.numberReadings.map(({ number }) => number)
  const rows: readonly Row[] = [
    [fields['document-code'], zone.documentCode.text, marked('document-code', zone.documentCode.value), zone.documentCode.verdict],
    [fields['issuing-state'], zone.issuingState.text, marked('issuing-state', codeMeans(zone.issuingState.value, language)), zone.issuingState.verdict],
    [fields.name, zone.name.text, [[zone.name.value.primary.join(' '), zone.name.value.secondary.join(' ')].filter((part) => part !== '').join(', '), zone.mayBeCut ? html`<small>${said.mayBeCut}</small>` : null], zone.name.verdict],
    [fields['document-number'], zone.documentNumber.text, numbers.length > 1 ? said.readings(formatList(numbers, language)) : (numbers[0] ?? ''), zone.documentNumber.verdict],
    [fields.nationality, zone.nationality.text, marked('nationality', codeMeans(zone.nationality.value, language)), zone.nationality.verdict],
    [fields['date-of-birth'], zone.dateOfBirth.text, dateMeans(zone.dateOfBirth.value, language), zone.dateOfBirth.verdict],
    [said.sex, zone.sex.text, sexMeans(zone.sex.value, language), zone.sex.verdict],
    [fields['date-of-expiry'], zone.dateOfExpiry.text, dateMeans(zone.dateOfExpiry.value, language), zone.dateOfExpiry.verdict],
    [fields['optional-data'], zone.optionalData.text, zone.optionalData.value, zone.optionalData.verdict],
    ...(zone.moreOptionalData.text === '' ? [] : [[fields['more-optional-data'], zone.moreOptionalData.text, zone.moreOptionalData.value, zone.moreOptionalData.verdict] as const]),
    [said.composite, '', '–', zone.composite],
  ]
  return rows.map(([name, text, means, verdict]) => [capitalise(name), text === '' ? '–' : html`<code class="digest">${text}</code>`, means === '' ? said.nothing : means, html`<span${verdict === 'refuted' || verdict === 'ambiguous' ? html` class="strong"` : null}>${verdicts[verdict]}</span>`])
}

function codeMeans(reading: CodeReading, language: Language): string {
  const { codes, withdrawn } = documentWords[language].zone
  if (reading.kind !== 'country') return codes[reading.kind]
  const country = findCountry(reading.country)
  const name = country ? (language === 'fr' ? country.french : country.english) : reading.country
  return reading.standing === 'withdrawn' ? withdrawn(name) : name
}

function dateMeans(reading: DateReading, language: Language): string {
  const said = documentWords[language].zone
  if (reading.kind === 'day') return formatDay(reading.on, language)
  if (reading.kind === 'two-days') return said.twoDays({ first: formatDay(reading.on[0], language), second: formatDay(reading.on[1], language) })
  return reading.kind === 'partly-unknown' ? said.unknownParts : said.noDay
}

function sexMeans(sex: Sex | undefined, language: Language): string {
  const { specimen, zone } = documentWords[language]
  return sex === undefined ? zone.noSex : specimen.sexes[sex]
}
