import type { CaseEvent } from '../../casework/event.ts'
import type { LawBook } from '../../law/book.ts'
import { factName } from '../../render/fact-name.ts'
import { withoutReasons, type WithoutReason } from '../../service/work/what-is-protected.ts'
import { citeProvision } from '../../text/cite-provision.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { partWords } from '../parts/part-words.ts'
import { caseWords } from './case-words.ts'

/** An event in words. Without a purpose, what would tell why or what about is left out. */
export function eventSentence(event: CaseEvent, withPurpose: boolean, language: Language, book: LawBook): string {
  const { person } = partWords[language]
  if (!withPurpose && isWithoutReason(event.kind)) return person.withoutReason[event.kind]({ id: idOf(event) })
  // The kind chooses the sentence, so the event is the one that the sentence takes.
  const sentence = (caseWords[language].events[event.kind] as (facts: CaseEvent) => string)(withClause(event, book, language))
  if (event.kind !== 'fact-recorded') return sentence
  const { fact, value, destination } = event.record
  return `${sentence.replace(/\.$/, '')}${language === 'fr' ? '\u00a0:' : ':'} ${factName(fact, language)}${destination === undefined ? '' : ` (${stateName(destination, language)})`}, ${person.values[value]}.`
}

// A clause is recorded by its code; the law book says how it is cited. What was typed where the law names none stays.
function withClause(event: CaseEvent, { provisions }: LawBook, language: Language): CaseEvent {
  if (event.kind !== 'destination-proposed' && event.kind !== 'destination-set-aside') return event
  const found = provisions.find(({ code }) => code === event.clause)
  return found ? { ...event, clause: citeProvision(found, language) } : event
}

function isWithoutReason(kind: CaseEvent['kind']): kind is WithoutReason {
  return (withoutReasons as readonly string[]).includes(kind)
}

function idOf(event: CaseEvent): string {
  if (event.kind === 'order-ended') return event.orderId
  return event.kind === 'request-withdrawn' ? event.requestId : ''
}
