import { html, type Content, type Markup } from '../../render/html.ts'
import type { CaseToRead } from '../../service/work/read-case-page.ts'
import { may, reachOf } from '../../service/access/permissions.ts'
import { approvalWords } from '../../service/approvals/approval-words.ts'
import { purposes } from '../../service/work/purposes.ts'
import { formatCount, formatDay, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { gatesPanel } from '../parts/gates-panel.ts'
import { identityBar } from '../parts/identity-bar.ts'
import { partWords } from '../parts/part-words.ts'
import { timeline } from '../parts/timeline.ts'
import { collisionsOf } from './case-collisions.ts'
import { evidenceLinks } from './case-countries.ts'
import { approvalsOfCase } from './approval-list-page.ts'
import { bookingsTable, documentsTable, factsTable, leftTable, looksTable, requestsTable, risksTable } from './case-tables.ts'
import { glassBanner } from './break-glass-page.ts'
import { caseWords } from './case-words.ts'
import { eventSentence } from './event-sentence.ts'
import { waysToAState } from './record-part.ts'
import { saidGates } from './said-gates.ts'
import { documentWords } from './travel-document-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

const mostEvents = 200

export type PurposeFault = 'missing' | 'wrong'

/** One case: who, what the gates say, what was asked and done, what happened, who looked. */
export function casePage({ visitor, signedIn }: WorkRequest, found: CaseToRead, timeZone: string, fault?: PurposeFault, recording: Content = null): Answer {
  const { language } = visitor.address
  const { person, gates, protection, collisions, evidence } = partWords[language]
  const path = `/work/cases/${found.row.caseId}`
  const mayRecord = may(signedIn.roles, 'case.change', found.row.officer === signedIn.handle)
  const section = (id: string, title: string, content: Content) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`
  const sections: readonly (readonly [id: string, title: string, content: Content])[] = [
    ...(found.collisions.length === 0 ? [] : [['collisions', collisions.title, collisionsOf(found, mayRecord, language)] as const]),
    ['gates', person.gates, gatesOf(found, language, mayRecord)],
    ...(reachOf(signedIn.roles, 'country.read') ? [['evidence', evidence.title, evidenceLinks(found, language)] as const] : []),
    ['requests', person.requests, requestsTable(found, language)],
    ['documents', person.documents, [documentsTable(found, language), mayRecord ? html`<p><a href="${hrefTo(language, `${path}/travel-document`)}">${documentWords[language].make.name}</a></p>` : null]],
    ['movements', person.movements, bookingsTable(found, language)],
    ['facts', person.facts, factsTable(found, language)],
    ['protected', protection.title, protectedPart()],
    ['approvals', approvalWords[language].onCase.title, approvalsOfCase(found.approvals, timeZone, language)],
    ['left', person.left, leftTable(found, timeZone, language)],
    ['history', person.history, historyOf(found, timeZone, language)],
    ...(found.looks ? [['looks', person.looks, looksTable(found.looks, timeZone, language)] as const] : []),
  ]
  return {
    status: fault === undefined ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: `${nameOf(found)}, ${person.caseId}`,
      problem: fault && { title: protection.problem, text: protection[fault], links: [{ href: '#purpose', name: protection.legend }] },
      main: [
        bar(found, language),
        found.glass && glassBanner(found.glass, timeZone, language),
        recording,
        html`<nav class="contents" aria-label="${person.contents}"><ul>${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`,
        sections.map(([id, title, content]) => section(id, title, content)),
      ],
    }),
  }

  function protectedPart(): Content {
    if (found.purpose) return html`<p>${protection.shown(protection.purposes[found.purpose])}</p><h3>${protection.risks}</h3>${risksTable(found, language)}`
    const options = purposes.map((value) => ({ value, name: protection.purposes[value] }))
    return html`<p>${protection.sentence}</p><p class="note">${gates.protectedToo}</p>${found.mayGivePurpose
      ? postForm({ action: hrefTo(language, `${path}/purpose`), token: visitor.token, button: protection.button, fields: choiceField({ name: 'purpose', legend: protection.legend, hint: protection.hint, error: fault && protection[fault], options }) }) : null}`
  }
}

function nameOf({ identity: { familyName, givenNames } }: CaseToRead): string {
  return [familyName, givenNames].filter((part) => part !== '').join(', ')
}

function bar(found: CaseToRead, language: Language): Markup {
  const { person, list } = partWords[language]
  const { row, identity, nationalities } = found
  const said = caseWords[language]
  const claims = nationalities.filter(({ withdrawnOn }) => withdrawnOn === undefined)
  const birth = [identity.bornOn, identity.bornIn, identity.bornInCountry === undefined ? undefined : stateName(identity.bornInCountry, language)].filter((part) => part !== undefined).join(', ')
  const dues: Readonly<Record<string, string>> = said.dues
  return identityBar({
    name: nameOf(found), fictional: row.fictional,
    entries: [
      [person.born, birth === '' ? person.notKnown : birth],
      [person.nationalities, claims.length === 0 ? person.noNationality : html`<ul class="plain">${claims.map(({ country, basis }) => html`<li>${person.basis({ country: stateName(country, language), basis: said.bases[basis] })}</li>`)}</ul>`],
      [person.caseId, html`<code>${row.caseId}</code>`],
      [person.officer, row.officer ?? list.nobody],
      [person.inventory, html`${said.inventories[row.inventory].name}<small>${said.inventories[row.inventory].means}</small>`],
      [person.due, row.due ? `${formatDay(row.due.on, language)}, ${dues[row.due.for] ?? row.due.for}` : list.nothingDue],
      [person.version, String(row.version)],
    ],
  }, language)
}

function gatesOf({ gates, over, book, today, row }: CaseToRead, language: Language, mayRecord: boolean): Content {
  const words = partWords[language].gates
  if (over) return html`<p>${words.over}</p>`
  if (gates.length === 0) return html`<p>${words.nowhere}</p>${mayRecord ? waysToAState(row.caseId, language) : null}`
  return [html`<p class="note">${words.lead}</p>`, gates.map((there) => gatesPanel(saidGates(there, book, today, language), language))]
}

function historyOf({ events, purpose, book }: CaseToRead, timeZone: string, language: Language): Content {
  const latest = events.slice(-mostEvents).toReversed()
  const said = latest.map(({ event, recordedAt, recordedBy }) => ({ at: formatMoment(recordedAt, timeZone, language), by: recordedBy, text: eventSentence(event, purpose !== undefined, language, book) }))
  return [timeline(said, language), events.length > mostEvents ? html`<p class="note">${partWords[language].person.more(formatCount(mostEvents, language))}</p>` : null]
}
