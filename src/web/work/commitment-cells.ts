import type { Commitment } from '../../cooperation/commitment.ts'
import { html, type Content } from '../../render/html.ts'
import { formatDay, formatNumber } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { countryWords } from './country-words.ts'

/** What is shown of a commitment, whether it stands or not. */
type Said = { readonly commitment: Commitment }

export function days({ commitment: { from, until } }: Said, language: Language): string {
  return countryWords[language].commitments.days({ from: formatDay(from, language), until: formatDay(until, language) })
}

export function number({ commitment: { number: many, unit } }: Said, language: Language): string {
  return `${formatNumber(many, language)}\u00a0${countryWords[language].commitments.units[unit]}`
}

export function announced({ commitment }: Said, language: Language): Content {
  const { commitments: words, page } = countryWords[language]
  const { announcedOn } = commitment
  const { announcedBy, source } = language === 'fr' ? (commitment.french ?? commitment) : commitment
  return html`${announcedOn === undefined ? announcedBy : words.on({ by: announcedBy, on: formatDay(announcedOn, language) })}<small>${page.source}${language === 'fr' ? '\u00a0' : ''}: ${source}</small>`
}
