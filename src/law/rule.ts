import type { PlainDate } from '../kernel/day.ts'
import type { FactCode } from './facts.ts'

export type Jurisdiction = 'CA' | 'US'

/** `verified`: the words were read. `unverified`: told by someone else. `draft`: recalled or not found. Only `verified` opens. */
export type TextStatus = 'verified' | 'unverified' | 'draft'

/** What a hold rests on. A `policy` is never law, and is never shown as law. */
export type Authority = 'statute' | 'regulation' | 'instrument' | 'court' | 'policy'

/** When something is so in the world; a missing day is unknown on that side, not today. */
export type InForce = { readonly from?: PlainDate; readonly to?: PlainDate }

export type Bilingual = { readonly en: string; readonly fr: string }

export type Provision = {
  readonly code: string
  readonly jurisdiction: Jurisdiction | 'policy'
  /** As the act is cited: `I-2.5`, `SOR/2002-227`, `8 USC`, `8 CFR`, or the name of a policy. */
  readonly act: string
  /** Down to the paragraph: `232(c)`. */
  readonly section: string
  readonly title: Bilingual
  readonly inForce: InForce
  readonly text: TextStatus
  /** Where the words, or the description of them, were read. */
  readonly source: string
}

/** A question to the facts, as data. Its answer is yes, no or unknown (Kleene's strong three-valued logic). */
export type Condition =
  | { readonly always: true }
  /** Recorded yes on or before the day; with `notBefore`, on or after the latest day of that other fact. */
  | { readonly fact: FactCode; readonly notBefore?: FactCode }
  | { readonly no: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** The day after the last day of the period, or later: "within 15 days" is over. */
  | { readonly passed: PeriodCode; readonly since: FactCode }
  /** The last day of the period, or later: "comes into force 15 days after". */
  | { readonly reached: PeriodCode; readonly since: FactCode }
  /** `happened` lies on or after the day of `since`, and no later than the last day of the period. */
  | { readonly within: PeriodCode; readonly since: FactCode; readonly happened: FactCode }
  /** A part of a large question that is enumerated by itself: see `book.questions`. */
  | { readonly question: QuestionCode }

export type PeriodCode = string
export type QuestionCode = string
export type RuleCode = string

/** Counted from the day after the first one, so that a period of 15 days after 1 March ends on 16 March. */
export type Period = {
  readonly code: PeriodCode
  readonly length: number
  readonly unit: 'days' | 'months'
  /** The last day moves to the next day that is none of these. Weekdays count from Sunday, 0. */
  readonly movesOffClosedDays?: { readonly weekdays: readonly number[]; readonly holidays: readonly PlainDate[] }
  readonly provision: string
  readonly text: TextStatus
}

/**
 * A named part of a rule's condition. Two questions of one gate share no fact, so that each can be enumerated alone; but several may
 * measure from the same beginning (`notBefore`, `since`).
 */
export type Question = { readonly code: QuestionCode; readonly condition: Condition; readonly provision: string }

/** An exception, or an event that ends a hold. */
export type Opening = {
  readonly code: string
  readonly provision: string
  readonly text: TextStatus
  readonly condition: Condition
}

/** The step is held when `when` is or may be so, except for `except`, until one of `until`. */
export type Rule = {
  readonly code: RuleCode
  readonly jurisdiction: Jurisdiction | 'policy'
  readonly authority: Authority
  readonly provisions: readonly string[]
  readonly text: TextStatus
  readonly inForce: InForce
  /** `destination`: other destinations stay open. */
  readonly reach: 'everywhere' | 'destination'
  readonly when: Condition
  readonly except: readonly Opening[]
  readonly until: readonly Opening[]
  /** Said beside the hold, for a legal reader: a dispute about the text, how it was read. */
  readonly note?: Bilingual
}

/** Every step that a gate can hold, in the order of a case. */
export const everyStep = ['contact', 'request', 'interview', 'document', 'booking', 'hand-over', 'departure'] as const

export type Step = (typeof everyStep)[number]
