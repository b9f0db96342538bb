import { html, type Content } from '../../render/html.ts'
import { may } from '../../service/access/permissions.ts'
import { readDraft } from '../../service/drafts/keep-draft.ts'
import type { CaseToRead } from '../../service/work/read-case-page.ts'
import type { Draft } from '../../store/drafts.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { partWords } from '../parts/part-words.ts'
import { draftName } from './drafts-page.ts'
import { recordWords } from './record-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** On the page of a case, for those who may record in it: what was just recorded, and the ways to record more. */
export async function recordPart(services: Pick<WorkServices, 'database'>, request: WorkRequest, { row }: Pick<CaseToRead, 'row'>): Promise<Content> {
  const { signedIn, visitor: { address: { language } } } = request
  if (!may(signedIn.roles, 'case.change', row.officer === signedIn.handle)) return null
  const words = recordWords[language]
  const path = `/work/cases/${row.caseId}`
  return [await justRecorded(services, request, row.caseId), html`<nav class="to-record" aria-labelledby="to-record"><h2 id="to-record">${words.onCase}</h2><ul class="links"><li><a href="${hrefTo(language, `${path}/record`)}">${words.link}</a></li>
<li><a href="${hrefTo(language, `${path}/facts`)}">${words.linkFacts}</a></li><li><a href="${hrefTo(language, `${path}/record/draft-request`)}">${words.linkRequest}</a></li></ul></nav>
`]
}

/** Where no state is in sight, the two ways to bring one there. */
export function waysToAState(caseId: string, language: Language): Content {
  const { commands } = recordWords[language]
  const way = (kind: 'record-nationality' | 'propose-destination') => html`<li><a href="${hrefTo(language, `/work/cases/${caseId}/record/${kind}`)}">${commands[kind]}</a></li>`
  return html`<ul class="links">${way('record-nationality')}${way('propose-destination')}</ul>`
}

// Said of what the database keeps as done by this very account, never of what an address claims.
async function justRecorded(services: Pick<WorkServices, 'database'>, { signedIn, query, visitor: { address: { language } } }: WorkRequest, caseId: string): Promise<Content> {
  const draft = await readDraft(services, signedIn, query.get('recorded') ?? '')
  if (!draft?.outcome || draft.caseId !== caseId) return null
  return outcomeOf(draft, language)
}

/** What became of what was handed in, for a case whose page one does not reach any more. */
export function donePage({ visitor }: WorkRequest, draft: Draft): Answer {
  const { language } = visitor.address
  const said = partWords[language].list
  return { status: 200, page: workFrame(visitor, { title: recordWords[language].done.title, main: html`<h1>${recordWords[language].done.title}</h1>${outcomeOf(draft, language)}<p><a href="${hrefTo(language, '/work/cases')}">${said.name}</a></p>` }) }
}

function outcomeOf(draft: Draft, language: Language): Content {
  const { proposalId } = (draft.outcome ?? {}) as { readonly proposalId?: string }
  return proposalId === undefined ? done(draftName(draft, language), language) : proposed(draftName(draft, language), proposalId, language)
}

function done(what: string, language: Language): Content {
  const words = recordWords[language].done
  return html`<div class="notice" role="status" tabindex="-1" autofocus><p class="strong">${words.title}</p><p>${words.text(what)}</p></div>
`
}

function proposed(what: string, proposalId: string, language: Language): Content {
  const words = recordWords[language].done
  return html`<div class="notice" role="status" tabindex="-1" autofocus><p class="strong">${words.proposedTitle}</p><p>${words.proposed(what)}</p><p><a href="${hrefTo(language, `/work/approvals/${proposalId}`)}">${words.proposal}</a></p></div>
`
}
