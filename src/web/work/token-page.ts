import { randomUUID } from 'node:crypto'
import { html, type Content } from '../../render/html.ts'
import { mostListed, mostTokenDays, type MadeToken, type TokenRefusal } from '../../service/access/tokens.ts'
import type { ListedToken } from '../../store/api-tokens.ts'
import { api as english } from '../../text/en/api.ts'
import { api as french } from '../../text/fr/api.ts'
import { formatMoment } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import { dataTable } from '../parts/data-table.ts'
import { textField } from '../parts/text-field.ts'
import type { Answer } from '../error-pages.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export const tokenWords = { en: english.tokens, fr: french.tokens }

export type TokenFault = { readonly code: Exclude<TokenRefusal['code'], 'recognise-first'>; readonly name: string; readonly days: string }

/** One's own tokens, and the form that makes another; what was typed stays when it was wrong. */
export function tokensPage({ visitor, signedIn }: WorkRequest, tokens: readonly ListedToken[], timeZone: string, fault?: TokenFault): Answer {
  const { language } = visitor.address
  const words = tokenWords[language]
  const of = (...codes: readonly TokenFault['code'][]) => (fault && codes.includes(fault.code) ? words.refusals[fault.code] : undefined)
  const field = fault?.code === 'name-wrong' ? 'name' : fault?.code === 'days-wrong' ? 'days' : undefined
  const path = '/work/account/tokens'
  return {
    status: fault ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: words.title,
      ...(fault ? { problem: { title: words.problem, text: field ? '' : words.refusals[fault.code], links: field ? [{ href: `#${field}`, name: words.refusals[fault.code] }] : [] } } : {}),
      main: html`<h1>${words.title}</h1><p>${words.lead}</p><p><a href="/api/v1/openapi.json">${words.description}</a></p>
${tokens.length === 0 ? html`<p>${words.none}</p>` : dataTable({
    caption: words.title, columns: [words.columns.name, words.columns.made, words.columns.ends, words.columns.seen, words.columns.state, words.columns.action],
    rows: tokens.map((token) => [token.name, ...cells(token, timeZone, language), revocable(token, `${path}/revoke`)]),
  })}
<h2>${words.make}</h2>${signedIn.demonstration ? html`<p class="note">${words.demonstration}</p>` : null}
${postForm({ action: hrefTo(language, path), token: visitor.token, button: words.make, fields: html`<input type="hidden" name="token" value="${randomUUID()}">
${textField({ name: 'name', label: words.name, hint: words.nameHint, value: fault?.name ?? '', error: of('name-wrong') })}${textField({ name: 'days', label: words.days, hint: words.daysHint(mostTokenDays), value: fault?.days ?? '30', error: of('days-wrong') })}` })}`,
    }),
  }

  function revocable({ tokenId, name, good }: ListedToken, to: string): Content {
    return good ? postForm({ action: hrefTo(language, to), token: visitor.token, button: words.revoke, named: words.revokeNamed(name), quiet: true, fields: html`<input type="hidden" name="token" value="${tokenId}">` }) : '–'
  }
}

/** The token itself, this one time. */
export function madePage({ visitor }: WorkRequest, { token, name, days }: MadeToken): Answer {
  const { language } = visitor.address
  const words = tokenWords[language]
  return {
    status: 200,
    page: workFrame({ ...visitor, address: { language, path: '/work/account/tokens', search: '' } }, {
      title: words.madeTitle,
      main: html`<h1>${words.madeTitle}</h1><p>${words.madeText(name, days)}</p>
<dl><div><dt>${words.madeLabel}</dt><dd><code class="digest">${token}</code></dd></div></dl>
<p><a href="${hrefTo(language, '/work/account/tokens')}">${words.back}</a></p>`,
    }),
  }
}

/** Everybody's tokens; whoever may revoke them finds a button beside each. */
export function everybodysTokensPage({ visitor }: WorkRequest, tokens: readonly ListedToken[], timeZone: string, mayRevoke: boolean): Answer {
  const { language } = visitor.address
  const words = tokenWords[language]
  const { columns } = words
  const revoke = ({ tokenId, name, good }: ListedToken): Content => (good ? postForm({ action: hrefTo(language, '/work/tokens/revoke'), token: visitor.token, button: words.revoke, named: words.revokeNamed(name), quiet: true, fields: html`<input type="hidden" name="token" value="${tokenId}">` }) : '–')
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.ofEverybody,
      main: html`<h1>${words.ofEverybody}</h1><p>${words.ofEverybodyLead}</p>
${tokens.length === 0 ? html`<p>${words.noneAtAll}</p>` : dataTable({
    caption: words.ofEverybody, columns: [columns.whose, columns.name, columns.made, columns.ends, columns.seen, columns.state, ...(mayRevoke ? [columns.action] : [])],
    rows: tokens.map((token) => [token.handle, token.name, ...cells(token, timeZone, language), ...(mayRevoke ? [revoke(token)] : [])]),
  })}
${tokens.length < mostListed ? null : html`<p class="note">${words.cut(tokens.length)}</p>`}`,
    }),
  }
}

function cells({ madeAt, endsAt, seenAt, good, revokedBy }: ListedToken, timeZone: string, language: 'en' | 'fr'): readonly Content[] {
  const { never, states } = tokenWords[language]
  const moment = (text: string) => formatMoment(text, timeZone, language)
  return [moment(madeAt), moment(endsAt), seenAt === undefined ? never : moment(seenAt), good ? states.good : revokedBy === undefined ? states.over : states.revoked(revokedBy)]
}
