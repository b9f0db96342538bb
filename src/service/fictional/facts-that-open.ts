import { endOfPeriod } from '../../casework/end-of-period.ts'
import { readCondition, type Reader } from '../../casework/read-condition.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { factDefinition, type FactCode } from '../../law/facts.ts'
import type { Condition, Rule } from '../../law/rule.ts'

/** A fact that somebody could record so that a rule holds nothing any more. */
export type Wish = { readonly fact: FactCode; readonly value: 'yes' | 'no'; readonly on: PlainDate }

/** Facts that nobody records, and that a command of another kind can still make so. */
export const madeByCommand: ReadonlySet<FactCode> = new Set<FactCode>(['nationality-basis-recorded', 'mistreatment-risk-cleared', 'destination-open-in-order'])

/**
 * What would have to be recorded for this rule to let the step pass: that its trigger is not so, or what one of its verified
 * openings asks for, whichever takes the fewest facts. Undefined when nothing that is recorded today would do. It reads rules as data,
 * so that a new rule needs no word here. For made-up cases only: about a real person facts are found out, never wished for.
 */
export function factsThatOpen(rule: Rule, reader: Reader): readonly Wish[] | undefined {
  if (rule.text === 'draft') return plan(rule.when, 'no', reader)
  const openings = [...rule.except, ...rule.until].filter((opening) => opening.text === 'verified')
  if (openings.some(({ condition }) => readCondition(condition, reader) === 'yes')) return []
  return fewest([plan(rule.when, 'no', reader), ...openings.map(({ condition }) => plan(condition, 'yes', reader))])
}

/** The reader that would be, once these facts are recorded. */
export function readerWith(wishes: readonly Wish[], reader: Reader): Reader {
  const read: Reader['read'] = (fact) => {
    const wish = wishes.findLast((one) => one.fact === fact)
    if (!wish) return reader.read(fact)
    return wish.value === 'yes' ? { value: 'yes', on: wish.on } : { value: 'no' }
  }
  return { ...reader, read }
}

type Wanted = 'yes' | 'no'

// Possible, but so rare that no made-up person does it only because it would help.
const unlikely: ReadonlySet<FactCode> = new Set<FactCode>(['consented-to-moratorium-place', 'excluded-by-article-1f'])

function plan(condition: Condition, wanted: Wanted, reader: Reader): readonly Wish[] | undefined {
  if (readCondition(condition, reader) === wanted) return []
  const wishes = planPart(condition, wanted, reader)
  return wishes && readCondition(condition, readerWith(wishes, reader)) === wanted ? wishes : undefined
}

function planPart(condition: Condition, wanted: Wanted, reader: Reader): readonly Wish[] | undefined {
  if ('always' in condition) return undefined
  if ('no' in condition) return plan(condition.no, wanted === 'yes' ? 'no' : 'yes', reader)
  if ('all' in condition) return wanted === 'yes' ? planEach(condition.all, wanted, reader) : fewest(condition.all.map((part) => plan(part, wanted, reader)))
  if ('any' in condition) return wanted === 'no' ? planEach(condition.any, wanted, reader) : fewest(condition.any.map((part) => plan(part, wanted, reader)))
  if ('question' in condition) return planQuestion(condition.question, wanted, reader)
  if ('fact' in condition) return planFact(condition, wanted, reader)
  if ('within' in condition) return wanted === 'no' ? wish(condition.happened, 'no', reader) : undefined
  return planPeriod(condition, wanted, reader)
}

/** One part after the other: what an earlier one brought may be all that a later one needs. */
function planEach(parts: readonly Condition[], wanted: Wanted, reader: Reader): readonly Wish[] | undefined {
  const wishes: Wish[] = []
  for (const part of parts) {
    const more = plan(part, wanted, readerWith(wishes, reader))
    if (!more) return undefined
    wishes.push(...more)
  }
  return wishes
}

function planQuestion(code: string, wanted: Wanted, reader: Reader): readonly Wish[] | undefined {
  const question = reader.book.questions.find((one) => one.code === code)
  return question && plan(question.condition, wanted, reader)
}

function planFact({ fact, notBefore }: Extract<Condition, { fact: FactCode }>, wanted: Wanted, reader: Reader): readonly Wish[] | undefined {
  const wishes = wish(fact, wanted, reader)
  if (!wishes || wanted === 'no' || notBefore === undefined || reader.read(notBefore).value !== 'unknown') return wishes
  const before = wish(notBefore, 'no', reader)
  return before && [...before, ...wishes]
}

// Nobody is made a criminal, or the holder of a new stay, to get a made-up case going. What happened cannot un-happen, and what contradicts itself is for people to settle.
function wish(fact: FactCode, value: Wanted, reader: Reader): readonly Wish[] | undefined {
  const { kind, computed, tells, effect } = factDefinition(fact)
  if (value === 'yes' && (tells === 'criminality' || effect === 'closes' || unlikely.has(fact))) return undefined
  const now = reader.read(fact)
  if (now.value === 'conflict' || (computed !== undefined && !(value === 'yes' && madeByCommand.has(fact)))) return undefined
  if (value === 'no' && now.value === 'yes' && (kind === 'happening' || now.on >= reader.day)) return undefined
  return [{ fact, value, on: reader.day }]
}

function planPeriod(condition: Extract<Condition, { passed: string } | { reached: string }>, wanted: Wanted, reader: Reader): readonly Wish[] | undefined {
  const { since } = condition
  const now = reader.read(since).value
  if (wanted === 'no') return wish(since, now === 'yes' ? 'yes' : 'no', reader)
  const period = reader.book.periods.find((one) => one.code === ('passed' in condition ? condition.passed : condition.reached))
  // What has begun goes its time: a made-up case waits as a real one does.
  if (now === 'yes' || !period || !wish(since, 'yes', reader)) return undefined
  const on = dayFromNumber(dayNumber(reader.day) - (period.unit === 'days' ? period.length : period.length * 31) - 8)
  return endOfPeriod(on, period) < reader.day ? [{ fact: since, value: 'yes', on }] : undefined
}

/** The shortest of several ways, an earlier one before a later one; ways that bring in protection where there was none come last. */
function fewest(ways: readonly (readonly Wish[] | undefined)[]): readonly Wish[] | undefined {
  return ways.filter((way) => way !== undefined).toSorted((one, other) => weight(one) - weight(other))[0]
}

function weight(wishes: readonly Wish[]): number {
  return wishes.reduce((sum, { fact, value }) => sum + (value === 'yes' && factDefinition(fact).tells === 'protection' ? 20 : 1), 0)
}
