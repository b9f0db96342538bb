import type { Hold } from '../casework/apply-rule.ts'
import type { StepAnswer } from '../casework/decide-step.ts'
import type { PlainDate } from '../kernel/day.ts'
import { rulesInForce, type LawBook } from '../law/book.ts'
import type { Opening, Provision } from '../law/rule.ts'
import { gateQuestions as englishQuestions } from '../text/en/gate-questions.ts'
import { gates as english } from '../text/en/gates.ts'
import { gateQuestions as frenchQuestions } from '../text/fr/gate-questions.ts'
import { gates as french } from '../text/fr/gates.ts'
import type { Language } from '../text/language.ts'
import { citeProvision } from '../text/cite-provision.ts'
import { conditionText } from './condition-text.ts'
import { factToRecord } from './fact-to-record.ts'

/** Why one gate holds, or what it gives to weigh, in words. */
export type SaidHold = {
  readonly gate: string
  /** The question that the gate asks. */
  readonly question: string
  /** Why, with what it rests on. */
  readonly why: string
  /** Facts that would have to be recorded or corrected, each with how that is done. */
  readonly unsettled: readonly string[]
  /** What would open it; empty when nothing in verified words would. */
  readonly opensWhen: readonly string[]
  /** What is so and opens nothing, because its text is not verified. */
  readonly ignored: readonly string[]
  readonly note?: string
}

export type SaidAnswer = { readonly state: string; readonly holds: readonly SaidHold[]; readonly weighed: readonly SaidHold[]; readonly alarms: readonly string[] }

const words = { en: english, fr: french }
const questions = { en: englishQuestions, fr: frenchQuestions }

/** The answer of a step's gates in words: every reason, its provisions, and what would change it. */
export function sayAnswer(answer: StepAnswer, book: LawBook, day: PlainDate, language: Language): SaidAnswer {
  const { reasons, weighing } = words[language]
  const say = (gate: string, beginnings: typeof reasons) => (hold: Hold) => sayHold(gate, hold, beginnings[hold.reason], book, day, language)
  return {
    state: words[language].states[answer.state],
    holds: answer.gates.flatMap(({ gate, holds }) => holds.map(say(gate, reasons))),
    weighed: answer.gates.flatMap(({ gate, weighed }) => weighed.map(say(gate, weighing))),
    alarms: answer.alarms,
  }
}

function sayHold(gate: string, hold: Hold, beginning: string, book: LawBook, day: PlainDate, language: Language): SaidHold {
  const rules = rulesInForce(book, hold.rule, day)
  const openings = rules.flatMap(({ except, until }) => [...except, ...until])
  const opening = (code: string) => openingText(openings.find((one) => one.code === code), code, book, language)
  const note = rules[0]?.note?.[language]
  return {
    gate,
    question: questionOf(gate, language),
    why: whyText(hold, beginning, book, language),
    unsettled: hold.unsettled.map((fact) => factToRecord(fact, language)),
    opensWhen: hold.opensWhen.map(opening),
    ignored: hold.ignored.map(opening),
    ...(note === undefined ? {} : { note }),
  }
}

function questionOf(gate: string, language: Language): string {
  const known: Readonly<Record<string, string>> = questions[language]
  return known[gate] ?? gate
}

function whyText({ provisions, authority, text }: Hold, beginning: string, book: LawBook, language: Language): string {
  const { authorities, texts } = words[language]
  const cited = provisions.map((code) => provisionText(book.provisions.find((one) => one.code === code), code, language))
  if (cited.length === 0) return beginning
  return `${beginning} ${cited.join('; ')} (${authorities[authority]}; ${texts[text]})`
}

function provisionText(provision: Provision | undefined, code: string, language: Language): string {
  if (!provision) return code
  const { title, jurisdiction } = provision
  // A policy's section is only its code.
  return jurisdiction === 'policy' ? title[language] : `${citeProvision(provision, language)}, ${title[language]}`
}

function openingText(opening: Opening | undefined, code: string, book: LawBook, language: Language): string {
  if (!opening) return code
  const provision = provisionText(book.provisions.find((one) => one.code === opening.provision), opening.provision, language)
  return `${conditionText(opening.condition, book, language)} [${provision}]`
}
