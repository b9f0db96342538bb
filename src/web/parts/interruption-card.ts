import { html, type Content, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type InterruptionCard = { readonly heading: string; readonly text: Content; /** The form that goes on, and the link that does not. */ readonly actions: Content }

/** Stops whoever is about to do what cannot be undone, and says what it would do. */
export function interruptionCard({ heading, text, actions }: InterruptionCard): Markup {
  return html`<section class="interruption" aria-labelledby="interruption"><h1 id="interruption">${heading}</h1>
${text}
${actions}</section>
`
}

// The page has a heading of the first level already where examples stand.
export const examples = (language: Language): readonly Markup[] => {
  const { protection } = partWords[language]
  return [html`<div class="interruption"><h3>${protection.title}</h3><p>${protection.sentence}</p><form class="act"><button>${protection.button}</button></form></div>`]
}
