import { sha256 } from '../kernel/digest.ts'
import type { LawBook } from './book.ts'
import { canadaInstrumentLists, canadaInstruments } from './canada/instruments.ts'
import { canadaPeriods } from './canada/periods.ts'
import { canadaProvisions } from './canada/provisions.ts'
import { canadaQuestions } from './canada/questions.ts'
import { canadaRules } from './canada/rules.ts'
import { canonicalJson } from './canonical.ts'
import { commonInstrumentLists, commonInstruments } from './common/instruments.ts'
import { commonPeriods } from './common/periods.ts'
import { commonProvisions } from './common/provisions.ts'
import { commonQuestions } from './common/questions.ts'
import { commonRules } from './common/rules.ts'
import { unitedStatesInstrumentLists, unitedStatesInstruments } from './united-states/instruments.ts'
import { unitedStatesPeriods } from './united-states/periods.ts'
import { unitedStatesProvisions } from './united-states/provisions.ts'
import { unitedStatesQuestions } from './united-states/questions.ts'
import { unitedStatesRules } from './united-states/rules.ts'

const content: Omit<LawBook, 'digest'> = {
  provisions: [...commonProvisions, ...canadaProvisions, ...unitedStatesProvisions],
  rules: [...commonRules, ...canadaRules, ...unitedStatesRules],
  periods: [...commonPeriods, ...canadaPeriods, ...unitedStatesPeriods],
  questions: [...commonQuestions, ...canadaQuestions, ...unitedStatesQuestions],
  instruments: [...commonInstruments, ...canadaInstruments, ...unitedStatesInstruments],
  lists: [...commonInstrumentLists, ...canadaInstrumentLists, ...unitedStatesInstrumentLists],
}

const shipped: LawBook = { digest: lawDigest(content), ...content }

/** The law that this version of Comity ships with, before any approved update. */
export function shippedBook(): LawBook {
  return shipped
}

/** Names the content of a law book: two books with the same content have the same digest, whatever the order of keys. */
export function lawDigest({ provisions, rules, periods, questions, instruments, lists }: Omit<LawBook, 'digest'>): string {
  return sha256(canonicalJson({ provisions, rules, periods, questions, instruments, lists }))
}
