import { createHash } from 'node:crypto'
import { type Language, locales } from '../text/language.ts'
import { type Content, html, type Markup, raw } from './html.ts'
import { stylesheet } from './stylesheet.ts'
import { words } from './words.ts'

export type Page = {
  readonly language: Language
  readonly title: string
  readonly main: Content
  /** Where the product's name leads; it is plain text where there is no such place, as in a report of its own. */
  readonly home?: string
  /** This very page in the other language, so that a reader who switches keeps the place. */
  readonly otherLanguage?: string | Markup
  /** The id that the skip link leads to, where that is not the beginning of the main part. */
  readonly skipTo?: string
  readonly navigation?: readonly { readonly name: string; readonly href: string; readonly current: boolean }[]
  /** Addresses of the stylesheets, the last one strongest; without any, ours stands in the page, which then asks the network for nothing. */
  readonly stylesheets?: readonly string[]
  /** Address of a script, for the few pages that cannot do without: passkeys. */
  readonly script?: string
}

/** A whole page: skip link, header, navigation, one main part, footer. Works without script, in print, and at any zoom. */
export function page({ language, title, main, home, otherLanguage, navigation = [], stylesheets, script, skipTo = 'main' }: Page): string {
  const { report } = words[language]
  return html`<!doctype html>
<html lang="${locales[language]}">
<head>
<meta charset="utf-8">
${stylesheets === undefined ? inlineStyle : stylesheets.map((address) => html`<link rel="stylesheet" href="${address}">`)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${report.product}</title>${script === undefined ? null : html`
<script type="module" src="${script}"></script>`}
</head>
<body>
<a class="skip" href="#${skipTo}">${report.skip}</a>
<header class="top"><div class="measure">
<p class="wordmark">${home === undefined ? report.product : html`<a href="${home}" aria-label="${report.home}">${report.product}</a>`}</p>
${navigation.length === 0 ? null : html`<nav aria-label="${report.pages}"><ul>${navigation.map(navigationLink)}</ul></nav>`}
${otherLanguage === undefined ? null : html`<p class="language">${typeof otherLanguage === 'string' ? html`<a href="${otherLanguage}" lang="${report.otherLanguageIs}" hreflang="${report.otherLanguageIs}">${report.otherLanguage}</a>` : otherLanguage}</p>`}
</div></header>
<main id="main" tabindex="-1"><div class="measure">
${main}
</div></main>
<footer class="bottom"><div class="measure"><p>${report.footer}</p></div></footer>
</body>
</html>
`.toString()
}

function navigationLink({ name, href, current }: { readonly name: string; readonly href: string; readonly current: boolean }): Markup {
  return html`<li><a href="${href}"${current ? html` aria-current="page"` : null}>${name}</a></li>`
}

// The policy names the very stylesheet and nothing else: a report opened from a disk runs and fetches nothing.
const inlineStyle = html`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'; base-uri 'none'; form-action 'none'">
<style>${raw(stylesheet)}</style>`
