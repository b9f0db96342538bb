import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'
import { tag } from './tag.ts'

export type PanelStep = { readonly name: string; readonly state: 'open' | 'held-here' | 'held-everywhere'; readonly said: string }

export type PanelHold = {
  readonly question: string
  readonly why: string
  readonly steps: string
  readonly policy: boolean
  readonly unverified: boolean
  /** The titles of what it rests on, in the other language. */
  readonly otherTitles: readonly string[]
  readonly opensWhen: readonly string[]
  readonly unsettled: readonly string[]
  readonly ignored: readonly string[]
  readonly note?: string | undefined
}

export type Panel = { readonly id: string; readonly heading: string; readonly steps: readonly PanelStep[]; readonly holds: readonly PanelHold[]; readonly weighed: readonly PanelHold[] }

/** What the gates say of one destination: each step, each reason with what it rests on, and what would change it. It decides nothing. */
export function gatesPanel({ id, heading, steps, holds, weighed }: Panel, language: Language): Markup {
  const { gates } = partWords[language]
  return html`<section class="gates" aria-labelledby="${id}"><h3 id="${id}">${heading}</h3>
<ul class="steps">${steps.map(({ name, state, said }) => html`<li class="step-${state}"><span>${name}</span> ${tag(said, state === 'open' ? 'plain' : 'alarm')}</li>`)}</ul>
${holds.length === 0 ? null : html`<h4>${gates.holds}</h4>${byQuestion(holds).map((ones) => questionBox(ones, language))}`}
${weighed.length === 0 ? null : html`<h4>${gates.weighed}</h4>${byQuestion(weighed).map((ones) => questionBox(ones, language))}`}</section>
`
}

/** A gate that rests on several rules asks one question, and may have several reasons: the question is shown once. */
function byQuestion(holds: readonly PanelHold[]): readonly (readonly PanelHold[])[] {
  return [...Map.groupBy(holds, ({ question }) => question).values()]
}

function questionBox(reasons: readonly PanelHold[], language: Language): Markup {
  const [first, ...more] = reasons
  const tagged = (one: PanelHold | undefined) => one && tagsOf(one, language)
  return html`<details class="hold"><summary>${first?.question} ${more.length === 0 ? tagged(first) : null}</summary>
${more.length === 0 ? first && reasonText(first, language) : html`<ul class="reasons">${reasons.map((one) => html`<li>${tagged(one)}
${reasonText(one, language)}</li>`)}</ul>`}</details>
`
}

function tagsOf({ policy, unverified }: PanelHold, language: Language): Markup {
  const { gates } = partWords[language]
  return html`${policy ? tag(gates.policy, 'quiet') : null}${unverified ? tag(gates.unverified, 'quiet') : null}`
}

function reasonText({ why, steps, otherTitles, opensWhen, unsettled, ignored, note }: PanelHold, language: Language): Markup {
  const { gates } = partWords[language]
  return html`<p>${why}</p>${otherTitles.length === 0 ? null : html`<p class="note" lang="${language === 'en' ? 'fr' : 'en'}">${otherTitles.join('; ')}</p>`}<p class="note">${gates.of(steps)}</p>
${points(gates.opensWhen, opensWhen)}${points(gates.unsettled, unsettled)}${opensWhen.length + unsettled.length === 0 ? html`<p>${gates.nothingOpens}</p>` : null}${points(gates.ignored, ignored)}${note === undefined ? null : html`<p class="note">${note}</p>`}
`
}

function points(heading: string, texts: readonly string[]): Markup | null {
  return texts.length === 0 ? null : html`<p class="strong">${heading}</p><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`
}

export const examples = (language: Language): readonly Markup[] => {
  const { gates, list } = partWords[language]
  const hold: PanelHold = { question: 'A?', why: 'B', steps: 'C', policy: true, unverified: true, otherTitles: ['D'], opensWhen: ['E'], unsettled: ['F'], ignored: ['G'], note: 'H' }
  return [gatesPanel({ id: 'panel', heading: gates.to(list.notKnown), steps: [{ name: 'A', state: 'open', said: 'B' }, { name: 'C', state: 'held-everywhere', said: 'D' }], holds: [hold, { ...hold, question: 'I?' }, { ...hold, why: 'J', policy: false, unverified: false }], weighed: [{ ...hold, policy: false, opensWhen: [], unsettled: [] }] }, language)]
}
