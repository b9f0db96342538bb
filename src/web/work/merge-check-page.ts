import type { CaseState } from '../../casework/case-state.ts'
import { nationalitiesOf } from '../../casework/case-state.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { Step } from '../../law/rule.ts'
import { html, type Content } from '../../render/html.ts'
import { mergeWords } from '../../service/approvals/approval-words.ts'
import type { Both, MergeAct } from '../../service/approvals/look-at-merge.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import type { GatesOfBoth, MergePreview } from '../../service/work/preview-merge.ts'
import type { SubmitMergeRefusal } from '../../service/work/submit-merge.ts'
import type { Draft } from '../../store/drafts.ts'
import { formatDay } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { interruptionCard } from '../parts/interruption-card.ts'
import { partWords } from '../parts/part-words.ts'
import { summaryList, type SummaryRow } from '../parts/summary-list.ts'
import { tag } from '../parts/tag.ts'
import { caseWords } from './case-words.ts'
import { discard, factLines, type MergeKind } from './merge-pages.ts'
import { personName } from './person-name.ts'
import { recordRefusal } from './record-refusal.ts'
import { saidGates } from './said-gates.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type MergeChecked = { readonly act: MergeAct; readonly draftId: string; readonly cases: Both<CaseToRecord>; readonly preview: MergePreview; readonly refusal?: SubmitMergeRefusal | undefined }

/** What was answered once more, what passes from one record to the other, and what the gates of both say before and after. */
export function mergeCheckPage({ visitor }: WorkRequest, checked: MergeChecked): Answer {
  const { act: { kind }, draftId, preview, refusal } = checked
  const { language } = visitor.address
  const { check } = mergeWords[language]
  const path = `/work/merges/${draftId}/check`
  return {
    status: refusal === undefined ? 200 : refusal.code === 'not-reached' ? 404 : refusal.code === 'stale-version' ? 409 : 422,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: check.titles[kind], problem: refusal && { title: check.problem, text: refusalText(refusal, language) },
      main: [
        html`<h1>${check.titles[kind]}</h1><p class="lead">${check.lead}</p>`,
        summaryList(rowsOf(checked, language)),
        passingPart(checked, language), gatesPart(checked, language),
        preview.takesTwo ? html`<p class="notice">${check.takesTwo}</p>` : null,
        preview.endsWaiting > 0 ? html`<p class="notice">${check.endsWaiting(preview.endsWaiting)}</p>` : null,
        preview.refusal && preview.refusal.refusal.code !== refusal?.code ? html`<div class="notice"><p class="strong">${check.wouldRefuse}</p><p>${refusalText({ ...preview.refusal.refusal, of: preview.refusal.of }, language)}</p></div>` : null,
        html`<p><a class="button" href="${hrefTo(language, `/work/merges/${draftId}/sure`, versionsIn(checked))}">${check.goOn}</a></p>`,
        discard(visitor, draftId, check.discard),
      ],
    }),
  }
}

/** Before it is done or proposed. */
export function mergeSurePage({ visitor }: WorkRequest, { kind, draftId, takesTwo, versions }: { readonly kind: MergeKind; readonly draftId: string; readonly takesTwo: boolean; readonly versions: Both<number> }): Answer {
  const { language } = visitor.address
  const { sure } = mergeWords[language]
  const card = sure[kind]
  const heading = takesTwo ? card.propose : card.heading
  const path = hrefTo(language, `/work/merges/${draftId}/check`)
  const hidden = html`<input type="hidden" name="stays" value="${versions.stays}"><input type="hidden" name="duplicate" value="${versions.duplicate}">`
  return {
    status: 200,
    page: workFrame(visitor, {
      title: heading,
      main: interruptionCard({ heading, text: html`<p>${card.text}</p>`, actions: html`${postForm({ action: path, token: visitor.token, button: takesTwo ? card.proposeButton : card.button, fields: hidden })}<p><a href="${path}">${sure.back}</a></p>` }),
    }),
  }
}

/** What became of it. */
export function mergeDonePage({ visitor }: WorkRequest, { kind, outcome = {} }: Pick<Draft, 'kind' | 'outcome'>): Answer {
  const { language } = visitor.address
  const { done } = mergeWords[language]
  const { stays, duplicate, proposalId } = outcome as Readonly<Partial<Record<'stays' | 'duplicate' | 'proposalId', string>>>
  const what = proposalId !== undefined ? 'proposed' : kind === 'unmerge' ? 'unmerge' : 'merge'
  const link = (href: string, name: string) => html`<li><a href="${hrefTo(language, href)}">${name}</a></li>`
  return {
    status: 200,
    page: workFrame(visitor, {
      title: done.titles[what],
      main: html`<h1>${done.titles[what]}</h1><div class="notice" role="status" tabindex="-1" autofocus><p>${done.texts[what]}</p></div>
<ul class="links">${proposalId === undefined ? null : link(`/work/approvals/${proposalId}`, done.proposal)}${link(`/work/cases/${stays ?? ''}`, done.toStays)}${link(`/work/cases/${duplicate ?? ''}`, done.toDuplicate)}</ul>`,
    }),
  }
}

function refusalText({ of, ...refusal }: SubmitMergeRefusal, language: Language): string {
  const { check } = mergeWords[language]
  if (refusal.code === 'not-reached') return check.notReached
  if (refusal.code === 'stale-version') return check.changed
  const said = recordRefusal(refusal, language)
  return of === undefined ? said : `${check.about[of]} ${said}`
}

function versionsIn({ cases }: MergeChecked) {
  return { stays: cases.stays.state.version, duplicate: cases.duplicate.state.version }
}

function rowsOf({ act: { kind, on, reason }, draftId, cases }: MergeChecked, language: Language): readonly SummaryRow[] {
  const { check } = mergeWords[language]
  const named = ({ caseId, state }: CaseToRecord) => html`${personName(state)} <small><code>${caseId}</code></small>`
  const change = (where: string, name: string) => ({ href: hrefTo(language, `/work/merges/${draftId}${where}`), name: check.change, said: check.changes(name) })
  return [
    { name: check.stays, value: named(cases.stays), change: kind === 'merge' ? change('', check.stays) : undefined },
    { name: check.duplicate, value: named(cases.duplicate) },
    { name: check.reason, value: reason, change: change('/why', check.reason) },
    { name: check.on, value: formatDay(on, language), change: change('/why', check.on) },
  ]
}

function passingPart({ act: { kind, duplicate }, cases }: MergeChecked, language: Language): Content {
  const { check } = mergeWords[language]
  const from = kind === 'merge' ? cases.duplicate : cases.stays
  const passes = (one: { readonly absorbedFrom?: string }) => kind === 'merge' || one.absorbedFrom === duplicate
  const lines = linesOf(from.state, passes, from.purpose !== undefined, language)
  return html`<section aria-labelledby="passes"><h2 id="passes">${check.passes[kind]}</h2>${lines.length === 0 ? html`<p>${check.passesNone}</p>` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}
${from.purpose === undefined ? html`<p class="note">${check.hidden}</p>` : null}<p>${check.remains[kind]}</p></section>
`
}

function linesOf(state: CaseState, passes: (one: { readonly absorbedFrom?: string }) => boolean, withPurpose: boolean, language: Language): readonly string[] {
  const { person } = partWords[language]
  const said = caseWords[language]
  return [
    ...factLines({ facts: state.facts.filter(passes) }, withPurpose, language),
    ...nationalitiesOf(state).filter(passes).map(({ country, basis }) => person.basis({ country: stateName(country, language), basis: said.bases[basis] })),
    ...(withPurpose ? state.risks.filter(passes).map(({ destination, finding }) => `${stateName(destination, language)}, ${said.findings[finding]}`) : []),
  ]
}

function gatesPart({ act: { kind }, preview, cases: { stays: { book, today } } }: MergeChecked, language: Language): Content {
  const { check } = mergeWords[language]
  if (preview.refusal) return null
  const { columns } = check
  const names = kind === 'merge' ? [columns.staysNow, columns.duplicateNow, columns.staysAfter] : [columns.staysNow, columns.staysAfter, columns.duplicateAfter]
  const cells = ({ before, after }: GatesOfBoth['steps'][number]) => (kind === 'merge' ? [before.stays, before.duplicate, after.stays] : [before.stays, after.stays, after.duplicate])
  const shown = (place: GatesOfBoth, step: Step, answer: StepAnswer | undefined): Content => {
    if (answer === undefined) return check.over
    const [said] = saidGates({ ...place, steps: [{ step, answer }] }, book, today, language).steps
    // What is held is said in words that fold: in a narrow window a mark would not.
    return said && (said.state === 'open' ? tag(said.said) : said.said)
  }
  return html`<section aria-labelledby="gates"><h2 id="gates" tabindex="-1">${check.gates}</h2><p class="note">${check.gatesLead}</p>${preview.gates.length === 0 ? html`<p>${check.nowhere}</p>` : preview.gates.map((there) => html`<h3>${placeName(there, language)}</h3>${dataTable({
    caption: placeName(there, language), columns: [columns.step, ...names],
    rows: there.steps.map((one) => [caseWords[language].steps[one.step], ...cells(one).map((answer) => shown(there, one.step, answer))]),
  })}`)}</section>
`
}

function placeName({ destination, place }: GatesOfBoth, language: Language): string {
  const state = stateName(destination, language)
  return partWords[language].gates.to(place === undefined ? state : `${place}, ${state}`)
}
