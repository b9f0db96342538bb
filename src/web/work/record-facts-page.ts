import { checkPastDay } from '../../casework/check-day.ts'
import type { FactValue } from '../../casework/fact-record.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { factDefinition, isFactCode } from '../../law/facts.ts'
import type { Step } from '../../law/rule.ts'
import { factName } from '../../render/fact-name.ts'
import { factToRecord } from '../../render/fact-to-record.ts'
import { html, type Content } from '../../render/html.ts'
import { nowhereToAsk, type AskedFact, type AskedNow } from '../../service/drafts/facts-asked-now.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import type { FactOutcome, FactToRecord } from '../../service/drafts/record-facts.ts'
import type { WaitingFact } from '../../service/drafts/waiting-facts.ts'
import { purposes } from '../../service/work/purposes.ts'
import type { Answers } from '../../store/drafts.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { dateField, readDate } from '../parts/date-field.ts'
import { partWords } from '../parts/part-words.ts'
import { textField } from '../parts/text-field.ts'
import { caseWords } from './case-words.ts'
import { personName } from './person-name.ts'
import type { Faults } from './read-answers.ts'
import { recordRefusal } from './record-refusal.ts'
import { waysToAState } from './record-part.ts'
import { recordWords } from './record-words.ts'
import { unsentFields } from './unsent-form.ts'
import { answersForm, postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type FactsShown = {
  readonly about: CaseToRecord
  readonly asked: AskedNow
  /** The step that the facts are asked for; absent: every one. */
  readonly step?: Step | undefined
  readonly answers: Answers
  /** The id under which this batch is kept: sent twice, it is done once. */
  readonly draftId: string
  readonly faults?: Faults
  readonly outcomes?: readonly FactOutcome[]
}

/** The facts that gates ask for now, on one page; each has a result of its own, and those that wait for a second person wait together. */
export function recordFactsPage(request: WorkRequest, shown: FactsShown): Answer {
  const { visitor } = request
  const { about, asked, step, answers, draftId, faults = {}, outcomes = [] } = shown
  const { language } = visitor.address
  const { several: words, whose, toCase } = recordWords[language]
  const path = `/work/cases/${about.caseId}/facts`
  const refused = outcomes.flatMap((one) => (one.kind === 'refused' ? [{ href: `#value-${keyOf(one)}`, name: words.refused({ fact: lineOf(one, language), why: recordRefusal(one.refusal, language) }) }] : []))
  const problems = [...Object.entries(faults).map(([id, name]) => ({ href: `#${id}`, name })), ...refused]
  // What was refused stays on the page, even where no gate asks for it any more.
  const facts = [...asked.facts, ...outcomes.filter((one) => one.kind === 'refused' && !asked.facts.some((other) => keyOf(other) === keyOf(one)))]
  return {
    status: Object.keys(faults).length > 0 ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: words.title, inProgress: facts.length > 0, problem: problems.length === 0 ? undefined : { title: words.problem, text: recordWords[language].problemText, links: problems },
      main: html`<p><a href="${hrefTo(language, `/work/cases/${about.caseId}`)}">${toCase}</a></p><p class="whose">${whose(personName(about.state))}</p><h1>${words.title}</h1>${request.query.has('kept') ? html`<p class="notice" role="status">${recordWords[language].kept}</p>` : null}${recorded(outcomes, language)}<p class="lead">${words.lead}</p>
${about.purpose === undefined ? purposePart(visitor.token, path, language) : null}${stepsPart(asked.steps, step, path, language)}${waitingPart(asked.waiting, about.caseId, language)}${facts.length === 0 ? asked.waiting.length > 0 ? html`<p>${words.allWait}</p>` : nowhereToAsk(about) ? html`<p>${words.nowhere}</p>${waysToAState(about.caseId, language)}` : html`<p>${words.none}</p>` : postForm({
        action: hrefTo(language, path), token: visitor.token, button: words.button, attributes: answersForm,
        fields: html`${unsentFields(request)}<input type="hidden" name="draft" value="${draftId}"><input type="hidden" name="step" value="${step ?? 'all'}"><input type="hidden" name="version" value="${about.state.version}">
<section aria-labelledby="for-all"><h2 id="for-all" tabindex="-1">${words.forAll}</h2><p class="note">${words.forAllHint}</p>${dayField('on', answers, faults, language)}${sourceField('source', answers, faults, language)}</section>
${facts.map((one) => factPart(one, answers, faults, language))}`,
      })}${asked.computed.length === 0 ? null : html`<h2>${words.commands}</h2><ul>${asked.computed.map((one) => html`<li>${factToRecord(one.fact, language)}${one.destination === undefined ? null : html` (${stateName(one.destination, language)})`}</li>`)}</ul>`}`,
    }),
  }
}

/** What was proposed already is not asked again: it stands here with its proposal, and the way to record something else of it. */
function waitingPart(waiting: readonly WaitingFact[], caseId: string, language: Language): Content {
  const { several: words } = recordWords[language]
  if (waiting.length === 0) return null
  return html`<section class="notice" aria-labelledby="waiting"><h2 id="waiting">${words.waits}</h2><p>${words.waitsText}</p>
<ul>${waiting.map((one) => html`<li>${lineOf(one, language)} – ${waitingLinks(one, caseId, language)}</li>`)}</ul></section>
`
}

/** From a fact that waits: to its proposal, and to recording it otherwise, as whoever learns better must. */
function waitingLinks({ fact, proposalId }: WaitingFact, caseId: string, language: Language): Content {
  const { several: words, done } = recordWords[language]
  return html`<a href="${hrefTo(language, `/work/approvals/${proposalId}`)}">${done.proposal}</a> · <a href="${hrefTo(language, `/work/cases/${caseId}/record/record-fact`, { fact })}" aria-label="${`${words.otherwise} – ${factName(fact, language)}`}">${words.otherwise}</a>`
}

/** Fewer at a time: the facts for one step, the earliest that is held first. */
function stepsPart(steps: readonly Step[], chosen: Step | undefined, path: string, language: Language): Content {
  const { several: words } = recordWords[language]
  if (steps.length < 2) return null
  const link = (value: Step | 'all', name: string) => html`<li><a href="${hrefTo(language, path, { step: value })}"${value === (chosen ?? 'all') ? html` aria-current="true"` : null}>${name}</a></li>`
  return html`<nav class="contents" aria-label="${words.steps}"><p class="note">${words.steps}</p><ul>${steps.map((step) => link(step, caseWords[language].steps[step]))}${link('all', words.everyStep)}</ul></nav>
`
}

/** By what a fact is known in the form: its code, and the state that it is about. */
export function keyOf({ fact, destination }: AskedFact): string {
  return destination === undefined ? fact : `${fact}.${destination}`
}

function lineOf({ fact, destination }: AskedFact, language: Language): string {
  return destination === undefined ? factName(fact, language) : `${factName(fact, language)} (${stateName(destination, language)})`
}

function factPart(one: AskedFact, answers: Answers, faults: Faults, language: Language): Content {
  const { several: words, lists } = recordWords[language]
  const key = keyOf(one)
  const own = [`on-${key}`, `source-${key}`]
  const open = own.some((name) => text(answers, name) !== '' || faults[name] !== undefined)
  return html`<div class="fact-to-record">${choiceField({ name: `value-${key}`, legend: lineOf(one, language), options: [{ value: 'yes', name: lists.value.yes }, { value: 'no', name: lists.value.no }, { value: 'unknown', name: lists.value.unknown }, { value: '', name: words.leave }], chosen: text(answers, `value-${key}`) })}
<details${open ? html` open` : null}><summary>${words.own}</summary>${dayField(`on-${key}`, answers, faults, language)}${sourceField(`source-${key}`, answers, faults, language)}</details></div>
`
}

function dayField(name: string, answers: Answers, faults: Faults, language: Language): Content {
  return dateField({ name, legend: recordWords[language].fields.on, value: text(answers, name), error: faults[name] }, language)
}

function sourceField(name: string, answers: Answers, faults: Faults, language: Language): Content {
  return textField({ name, label: recordWords[language].fields.source, value: text(answers, name), error: faults[name] })
}

function purposePart(token: string, path: string, language: Language): Content {
  const { several: words } = recordWords[language]
  const { protection } = partWords[language]
  return html`<details class="notice"><summary>${words.purposeButton}</summary><p>${words.protectedToo}</p>
${postForm({ action: hrefTo(language, `${path}/purpose`), token, button: protection.button, fields: choiceField({ name: 'purpose', legend: protection.legend, hint: protection.hint, options: purposes.map((value) => ({ value, name: protection.purposes[value] })) }) })}</details>
`
}

function recorded(outcomes: readonly FactOutcome[], language: Language): Content {
  const { several: words, lists, done } = recordWords[language]
  const recordedNow = outcomes.filter(({ kind }) => kind === 'done')
  const waiting = outcomes.filter((one) => one.kind === 'proposed')
  if (recordedNow.length + waiting.length === 0) return null
  const list = (facts: readonly FactOutcome[]) => html`<ul>${facts.map((one) => html`<li>${words.line({ fact: lineOf(one, language), value: lists.value[one.value] })}</li>`)}</ul>`
  // What was handed in together waits in one proposal.
  const proposals = [...new Set(waiting.map(({ proposalId }) => proposalId))].map((proposalId) => {
    const facts = waiting.filter((one) => one.proposalId === proposalId)
    return html`<p class="strong">${words.waits}</p>${list(facts)}<p>${facts.length > 1 ? `${words.second} ` : null}<a href="${hrefTo(language, `/work/approvals/${proposalId}`)}">${done.proposal}</a></p>`
  })
  return html`<div class="notice" role="status">${recordedNow.length === 0 ? null : html`<p class="strong">${words.recorded}</p>${list(recordedNow)}`}${proposals}</div>
`
}

function text(answers: Answers, name: string): string {
  const value = answers[name]
  return typeof value === 'string' ? value : ''
}

/** Takes what was typed: of facts that can be recorded, and of nothing else. */
export function readFactAnswers(form: URLSearchParams): Answers {
  const keys = [...new Set(form.keys())].filter((name) => name.startsWith('value-')).map((name) => name.slice('value-'.length)).filter((key) => factOfKey(key) !== undefined).slice(0, 500)
  const typed = (name: string) => (form.get(name) ?? '').trim().slice(0, 4000)
  return Object.fromEntries([['on', readDate(form, 'on')], ['source', typed('source')], ...keys.flatMap((key) => [[`value-${key}`, typed(`value-${key}`)], [`on-${key}`, readDate(form, `on-${key}`)], [`source-${key}`, typed(`source-${key}`)]])])
}

function factOfKey(key: string): AskedFact | undefined {
  const [fact = '', destination] = key.split('.')
  if (!isFactCode(fact) || factDefinition(fact).computed !== undefined) return undefined
  if (destination === undefined) return { fact }
  return /^[A-Z]{2}$/.test(destination) && factDefinition(fact).about === 'destination' ? { fact, destination } : undefined
}

/** The facts that were answered, each with its day and source; or what is missing. */
export function factsIn(answers: Answers, today: PlainDate, language: Language): { readonly facts: readonly FactToRecord[]; readonly faults: Faults } {
  const keys = Object.keys(answers).filter((name) => name.startsWith('value-') && ['yes', 'no', 'unknown'].includes(text(answers, name))).map((name) => name.slice('value-'.length))
  const faults: Record<string, string> = {}
  const facts = keys.flatMap((key): readonly FactToRecord[] => {
    const asked = factOfKey(key)
    const own = (name: string) => (text(answers, `${name}-${key}`) === '' ? name : `${name}-${key}`)
    const [on, source] = [own('on'), own('source')]
    const wrongDay = checkPastDay('on', text(answers, on) as PlainDate, today)
    if (wrongDay) faults[on] = recordRefusal(wrongDay, language)
    if (text(answers, source) === '') faults[source] = recordRefusal({ code: 'no-source' }, language)
    return asked ? [{ ...asked, value: text(answers, `value-${key}`) as FactValue, on: text(answers, on) as PlainDate, source: text(answers, source) }] : []
  })
  return { facts, faults: keys.length === 0 ? { 'for-all': recordWords[language].several.nothing } : faults }
}

/** Of what was typed, only what was refused: what is recorded needs no mending. */
export function answersRefused(answers: Answers, outcomes: readonly FactOutcome[]): Answers {
  const keys = outcomes.filter(({ kind }) => kind === 'refused').map(keyOf)
  const kept = keys.flatMap((key) => [`value-${key}`, `on-${key}`, `source-${key}`])
  return keys.length === 0 ? {} : Object.fromEntries(Object.entries(answers).filter(([name]) => name === 'on' || name === 'source' || kept.includes(name)))
}
