import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import type { Condition } from '../law/rule.ts'
import { gates as english } from '../text/en/gates.ts'
import { gates as french } from '../text/fr/gates.ts'
import type { Language } from '../text/language.ts'
import { factName } from './fact-name.ts'

const words = { en: english.conditions, fr: french.conditions }

/** A condition of the law in words: what would have to be recorded for it to be so. */
export function conditionText(condition: Condition, book: LawBook, language: Language): string {
  const said = words[language]
  const text = (one: Condition) => conditionText(one, book, language)
  const fact = (code: FactCode) => factName(code, language)
  if ('always' in condition) return said.always
  if ('fact' in condition) return condition.notBefore === undefined ? fact(condition.fact) : said.notBefore({ fact: fact(condition.fact), other: fact(condition.notBefore) })
  if ('no' in condition) return said.no(text(condition.no))
  if ('all' in condition) return grouped(condition.all, text).join(said.all)
  if ('any' in condition) return grouped(condition.any, text).join(said.any)
  if ('passed' in condition) return said.passed({ length: lengthText(condition.passed, book, language), since: fact(condition.since) })
  if ('reached' in condition) return said.reached({ length: lengthText(condition.reached, book, language), since: fact(condition.since) })
  if ('within' in condition) return said.within({ length: lengthText(condition.within, book, language), since: fact(condition.since), happened: fact(condition.happened) })
  const question = book.questions.find(({ code }) => code === condition.question)
  return question ? text(question.condition) : condition.question
}

function grouped(parts: readonly Condition[], text: (one: Condition) => string): readonly string[] {
  return parts.map((one) => (parts.length > 1 && ('all' in one || 'any' in one) ? `(${text(one)})` : text(one)))
}

function lengthText(period: string, { periods }: LawBook, language: Language): string {
  const found = periods.find(({ code }) => code === period)
  return found ? words[language][found.unit](found.length) : period
}
