import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import type { Condition, Period } from '../law/rule.ts'
import { endOfPeriod } from './end-of-period.ts'
import type { Reading } from './fact-record.ts'

export type Truth = 'yes' | 'no' | 'unknown'

/** Answers about single facts, for one case, destination and day. */
export type ReadFact = (fact: FactCode) => Reading

/** What a condition is read with. */
export type Reader = { readonly read: ReadFact; readonly day: PlainDate; readonly book: Pick<LawBook, 'periods' | 'questions'> }

/** Kleene's strong logic: a part that is unknown makes the whole unknown unless the other parts decide it. */
export function readCondition(condition: Condition, reader: Reader): Truth {
  if ('always' in condition) return 'yes'
  if ('fact' in condition) return readFactAfter(condition.fact, condition.notBefore, reader)
  if ('no' in condition) return opposite(readCondition(condition.no, reader))
  if ('all' in condition) return weakest(condition.all.map((part) => readCondition(part, reader)))
  if ('any' in condition) return opposite(weakest(condition.any.map((part) => opposite(readCondition(part, reader)))))
  if ('question' in condition) return readCondition(questionNamed(condition.question, reader), reader)
  if ('within' in condition) return readWithin(condition, reader)
  return readPeriod(condition, reader)
}

function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown'
  return truth === 'yes' ? 'no' : 'yes'
}

function weakest(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}

/** An ending from before the beginning belongs to an earlier time: a refusal of 2020 ends no stay of 2024. */
function readFactAfter(fact: FactCode, notBefore: FactCode | undefined, { read }: Reader): Truth {
  const reading = read(fact)
  if (reading.value !== 'yes') return reading.value === 'no' ? 'no' : 'unknown'
  if (notBefore === undefined) return 'yes'
  const beginning = read(notBefore)
  if (beginning.value === 'no') return 'yes'
  if (beginning.value !== 'yes') return 'unknown'
  // It began more than once: which time ended on that day, the records do not say, in whatever order they were written.
  if (reading.on === beginning.on && beginning.again) return 'unknown'
  return reading.on >= beginning.on ? 'yes' : 'no'
}

// A length that nobody has read is neither over nor running: told of fifteen days, it may be ten or thirty.
function readPeriod(condition: Extract<Condition, { passed: string } | { reached: string }>, { read, day, book }: Reader): Truth {
  const period = periodNamed('passed' in condition ? condition.passed : condition.reached, book)
  const since = read(condition.since)
  if (since.value !== 'yes') return since.value === 'no' ? 'no' : 'unknown'
  if (period.text !== 'verified') return 'unknown'
  const lastDay = endOfPeriod(since.on, period)
  return ('passed' in condition ? day > lastDay : day >= lastDay) ? 'yes' : 'no'
}

function readWithin({ within, since, happened }: Extract<Condition, { within: string }>, { read, book }: Reader): Truth {
  const [from, did] = [read(since), read(happened)]
  if (from.value === 'no' || did.value === 'no') return 'no'
  if (from.value !== 'yes' || did.value !== 'yes') return 'unknown'
  if (did.on < from.on) return 'no'
  const period = periodNamed(within, book)
  if (period.text !== 'verified' && did.on > from.on) return 'unknown'
  return did.on <= endOfPeriod(from.on, period) ? 'yes' : 'no'
}

function periodNamed(code: string, book: Reader['book']): Period {
  const period = book.periods.find((one) => one.code === code)
  invariant(period, 'a rule names a period that the law book does not hold', { code })
  return period
}

function questionNamed(code: string, { book }: Reader): Condition {
  const question = book.questions.find((one) => one.code === code)
  invariant(question, 'a rule names a question that the law book does not hold', { code })
  return question.condition
}
