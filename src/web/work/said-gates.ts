import type { Hold } from '../../casework/apply-rule.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { Step } from '../../law/rule.ts'
import { factName } from '../../render/fact-name.ts'
import { sayAnswer, type SaidHold } from '../../render/step-answer.ts'
import type { GatesThere } from '../../service/work/read-case-page.ts'
import { formatList } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import type { Panel, PanelHold } from '../parts/gates-panel.ts'
import { partWords } from '../parts/part-words.ts'
import { caseWords } from './case-words.ts'

type Found = { readonly step: Step; readonly gate: string; readonly hold: Hold; readonly said: SaidHold }

/** The gates' answers for one destination, in words. The same reason under several steps is said once, with its steps. */
export function saidGates({ destination, place, steps }: GatesThere, book: LawBook, today: PlainDate, language: Language): Panel {
  const where = place === undefined ? stateName(destination, language) : `${place}, ${stateName(destination, language)}`
  const answers = steps.map(({ step, answer }) => ({ step, answer, said: sayAnswer(answer, book, today, language) }))
  const found = (kind: 'holds' | 'weighed') => answers.flatMap(({ step, answer, said }) => pair(answer, kind).map(({ gate, hold }, index) => ({ step, gate, hold, said: said[kind][index] })).filter((one): one is Found => one.said !== undefined))
  return {
    id: `gates-${destination}`, heading: partWords[language].gates.to(where),
    steps: answers.map(({ step, answer, said }) => ({ name: caseWords[language].steps[step], state: answer.state, said: said.state })),
    holds: merged(found('holds'), book, language), weighed: merged(found('weighed'), book, language),
  }
}

// In the order in which `sayAnswer` says them.
function pair({ gates }: StepAnswer, kind: 'holds' | 'weighed'): readonly { readonly gate: string; readonly hold: Hold }[] {
  return gates.flatMap((one) => one[kind].map((hold) => ({ gate: one.gate, hold })))
}

function merged(found: readonly Found[], book: LawBook, language: Language): readonly PanelHold[] {
  const groups = Map.groupBy(found, ({ gate, hold, said }) => JSON.stringify([gate, hold.rule, hold.reason, said.opensWhen, hold.unsettled]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [holdOf(first, group.map(({ step }) => step), book, language)] : []
  })
}

function holdOf({ hold, said }: Found, steps: readonly Step[], book: LawBook, language: Language): PanelHold {
  const other = language === 'en' ? 'fr' : 'en'
  return {
    question: said.question, why: said.why, note: said.note, opensWhen: said.opensWhen, ignored: said.ignored,
    unsettled: hold.unsettled.map((fact) => factName(fact, language)),
    steps: formatList(steps.map((step) => caseWords[language].steps[step]), language),
    policy: hold.authority === 'policy', unverified: hold.text !== 'verified',
    otherTitles: hold.provisions.flatMap((code) => book.provisions.filter((one) => one.code === code).map(({ title }) => title[other])),
  }
}
