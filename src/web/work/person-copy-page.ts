import { createHash } from 'node:crypto'
import type { PageBlock, PageModel } from '../../documents/page-model.ts'
import { html, raw, type Markup } from '../../render/html.ts'
import { copyPurposes, type CopyMade } from '../../service/work/person-copy.ts'
import { personCopyWords } from '../../service/work/person-copy-model.ts'
import { locales } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { textField } from '../parts/text-field.ts'
import { answersForm, postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type CopyTyped = { readonly caseId: string; readonly purpose: string; readonly language: string }

export type CopyFaults = Readonly<Partial<Record<keyof CopyTyped, string>>>

/** Whose copy, why, and in which language. */
export function personCopyAskPage({ visitor }: WorkRequest, typed: CopyTyped, faults: CopyFaults = {}): Answer {
  const { language } = visitor.address
  const { ask } = personCopyWords[language]
  const links = (['caseId', 'purpose', 'language'] as const).flatMap((name) => { const text = faults[name]; return text === undefined ? [] : [{ href: `#${name}`, name: text }] })
  return {
    status: links.length > 0 ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path: '/work/person-copy', search: '' } }, {
      title: ask.title, inProgress: true, problem: links.length === 0 ? undefined : { title: ask.problem, text: ask.problemText, links },
      main: html`<h1>${ask.title}</h1><p class="lead">${ask.lead}</p>
${postForm({
        action: hrefTo(language, '/work/person-copy'), token: visitor.token, button: ask.button, attributes: answersForm,
        fields: [
          textField({ name: 'caseId', label: ask.caseId, hint: ask.idHint, value: typed.caseId, error: faults.caseId }),
          choiceField({ name: 'purpose', legend: ask.purpose, options: copyPurposes.map((value) => ({ value, name: ask.purposes[value] })), chosen: typed.purpose, error: faults.purpose }),
          choiceField({ name: 'language', legend: ask.language, hint: ask.languageHint, options: (['en', 'fr'] as const).map((value) => ({ value, name: ask.languages[value] })), chosen: typed.language, error: faults.language }),
        ],
      })}`,
    }),
  }
}

/** Where a copy stands. */
export function copyPath({ caseId, receipt }: CopyMade): string {
  return `/work/cases/${caseId}/person-copy/${receipt}`
}

/** The copy as it will be handed over, for whoever must read it first; in the language of the person, whatever that of the page is. */
export function personCopyPage({ visitor }: WorkRequest, made: CopyMade, model: PageModel, unprintable = false): Answer {
  const { language } = visitor.address
  const { show } = personCopyWords[language]
  const path = copyPath(made)
  return {
    status: unprintable ? 503 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: show.title, problem: unprintable ? { title: show.problem, text: show.unprintable } : undefined,
      main: html`<p><a href="${hrefTo(language, '/work/person-copy')}">${show.back}</a> · <a href="${hrefTo(language, `/work/cases/${made.caseId}`)}">${show.toCase}</a></p><h1>${show.title}</h1><p class="notice">${show.lead}</p><p>${show.number(made.receipt)}</p>
<ul class="links"><li><a href="${hrefTo(language, `${path}.html`)}">${show.html}</a></li><li><a href="${hrefTo(language, `${path}.pdf`)}">${show.pdf}</a></li></ul>
<div lang="${locales[model.language]}"><h2>${model.title}</h2>${model.blocks.map((block) => blockMarkup(block, 1))}</div>`,
    }),
  }
}

/** Something was recorded since: the copy is not what its number stands for any more. */
export function copyChangedPage({ visitor }: WorkRequest, made: CopyMade): Answer {
  const { language } = visitor.address
  const { show } = personCopyWords[language]
  return { status: 409, page: workFrame({ ...visitor, address: { language, path: copyPath(made), search: '' } }, { title: show.changedTitle, main: html`<h1>${show.changedTitle}</h1><p>${show.changed}</p><p><a href="${hrefTo(language, '/work/person-copy')}">${show.back}</a></p>` }) }
}

const style = 'body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}li,p{overflow-wrap:anywhere}.strong{border:2px solid;padding:.5rem}footer{border-top:1px solid;margin-top:2rem}'

/** The copy by itself, to be handed over: it runs and fetches nothing, and holds nothing but the copy. */
export function personCopyDocument({ language, title, blocks, footer }: PageModel): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="${locales[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main><h1>${title}</h1>
${blocks.map((block) => blockMarkup(block, 0))}</main>
<footer><p>${footer ?? ''}</p></footer>
</body>
</html>
`.toString()
}

// `under`: how many levels of headings stand above those of the copy.
function blockMarkup(block: PageBlock, under: 0 | 1): Markup {
  if (block.kind === 'heading') return under === 0 ? html`<h2>${block.text}</h2>
` : html`<h3>${block.text}</h3>
`
  if (block.kind === 'list') return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>
`
  return block.kind === 'paragraph' ? html`<p${block.strong ? html` class="strong"` : null}>${block.text}</p>
` : html``
}
