import { dayFromNumber, dayNumber } from '../kernel/day.ts'
import type { LawBook } from './book.ts'
import { isFactCode } from './facts.ts'
import { askedInstruments, type InstrumentKind } from './instrument.ts'
import { keysOf, lawTables, type LawTable, type LawTables } from './law-update.ts'
import { namesInCondition, namesInRule, type Names } from './names-in-condition.ts'
import type { Jurisdiction, Opening, Rule } from './rule.ts'

/** What is wrong with a law book. `name`: the entry that it is wrong with. */
export type BookFault =
  | { readonly code: 'named-twice'; readonly table: LawTable; readonly name: string }
  | { readonly code: 'names-nothing'; readonly name: string; readonly kind: 'provision' | 'period' | 'question' | 'fact'; readonly missing: string }
  /** The last version of a rule has an end: on the day after, its gate would find no rule. */
  | { readonly code: 'ends-without-successor' | 'versions-overlap' | 'versions-leave-a-gap'; readonly name: string }
  | { readonly code: 'cites-ended-provision'; readonly name: string; readonly provision: string }
  /** Marked as read, resting on a provision that nobody has read. */
  | { readonly code: 'read-without-its-provision'; readonly name: string; readonly provision: string }
  | { readonly code: 'policy-shown-as-law'; readonly name: string }
  | { readonly code: 'questions-in-a-ring'; readonly name: string }
  | { readonly code: 'length-of-nothing'; readonly name: string }
  | { readonly code: 'no-source'; readonly name: string }
  | { readonly code: 'review-before-check'; readonly name: string }
  | { readonly code: 'ends-before-it-starts'; readonly name: string }
  /** An instrument, or a list, of a kind that no gate of its country asks about: it would hold nothing. */
  | { readonly code: 'no-gate-asks'; readonly name: string; readonly kind: InstrumentKind; readonly jurisdiction: Jurisdiction }

/** Everything that is wrong with a law book; nothing, for one that may be used. */
export function faultsOfBook(book: LawTables): readonly BookFault[] {
  return [
    ...lawTables.flatMap((table) => namedTwice(table, keysOf(table, book[table]))),
    ...book.rules.flatMap((rule) => faultsOfRule(rule, book)),
    ...[...new Set(book.rules.map(({ code }) => code))].flatMap((code) => faultsOfVersions(book.rules.filter((rule) => rule.code === code))),
    ...book.questions.flatMap(({ code, condition, provision }) => [
      ...missingNames(code, namesInCondition(condition), book), ...missingProvisions(code, [provision], book),
      ...(isInRing(code, book) ? [{ code: 'questions-in-a-ring', name: code } as const] : []),
    ]),
    ...book.periods.flatMap(({ code, provision, text, length }) => [
      ...missingProvisions(code, [provision], book), ...unread(code, [{ provision, text }], book),
      ...(Number.isSafeInteger(length) && length >= 0 ? [] : [{ code: 'length-of-nothing', name: code } as const]),
    ]),
    ...faultsOfDates(book),
  ]
}

function namedTwice(table: LawTable, names: readonly string[]): readonly BookFault[] {
  return names.filter((name, place) => names.indexOf(name) !== place).map((name) => ({ code: 'named-twice', table, name }))
}

function faultsOfRule(rule: Rule, book: LawTables): readonly BookFault[] {
  const openings: readonly Opening[] = [...rule.except, ...rule.until]
  const isPolicy = [rule.authority === 'policy', rule.jurisdiction === 'policy', ...provisionsOf(rule.provisions, book).map(({ jurisdiction }) => jurisdiction === 'policy')]
  const ended = provisionsOf([...rule.provisions, ...openings.map(({ provision }) => provision)], book).filter(({ inForce: { to } }) => to !== undefined && (rule.inForce.to === undefined || rule.inForce.to > to))
  return [
    ...missingNames(rule.code, namesInRule(rule), book),
    ...missingProvisions(rule.code, [...rule.provisions, ...openings.map(({ provision }) => provision)], book),
    ...unread(rule.code, [...openings, ...rule.provisions.map((provision) => ({ provision, text: rule.text }))], book),
    ...ended.map(({ code }) => ({ code: 'cites-ended-provision', name: rule.code, provision: code }) as const),
    ...(new Set(isPolicy).size > 1 ? [{ code: 'policy-shown-as-law', name: rule.code } as const] : []),
  ]
}

/** One version after the other, without a day between, and the last one without an end. */
function faultsOfVersions(versions: readonly Rule[]): readonly BookFault[] {
  const sorted = versions.toSorted((one, other) => ((one.inForce.from ?? '') < (other.inForce.from ?? '') ? -1 : 1))
  return sorted.flatMap(({ code, inForce: { from, to } }, place): readonly BookFault[] => {
    const next = sorted[place + 1]
    const backwards = from !== undefined && to !== undefined && to < from ? [{ code: 'ends-before-it-starts', name: code } as const] : []
    if (!next) return to === undefined ? backwards : [...backwards, { code: 'ends-without-successor', name: code }]
    const expected = to === undefined ? undefined : dayFromNumber(dayNumber(to) + 1)
    if (expected === next.inForce.from && expected !== undefined) return backwards
    return [...backwards, { code: expected === undefined || next.inForce.from === undefined || next.inForce.from < expected ? 'versions-overlap' : 'versions-leave-a-gap', name: code }]
  })
}

function missingNames(name: string, { facts, periods, questions }: Names, book: LawTables): readonly BookFault[] {
  const missing = (kind: 'period' | 'question' | 'fact', codes: readonly string[]) => codes.map((one) => ({ code: 'names-nothing', name, kind, missing: one }) as const)
  return [
    ...missing('fact', facts.filter((fact) => !isFactCode(fact))),
    ...missing('period', periods.filter((code) => !book.periods.some((period) => period.code === code))),
    ...missing('question', questions.filter((code) => !book.questions.some((question) => question.code === code))),
  ]
}

function missingProvisions(name: string, codes: readonly string[], book: LawTables): readonly BookFault[] {
  return codes.filter((code) => provisionsOf([code], book).length === 0).map((missing) => ({ code: 'names-nothing', name, kind: 'provision', missing }))
}

function unread(name: string, parts: readonly Pick<Opening, 'provision' | 'text'>[], book: LawTables): readonly BookFault[] {
  return parts
    .filter(({ provision, text }) => text === 'verified' && provisionsOf([provision], book).some((one) => one.text !== 'verified'))
    .map(({ provision }) => ({ code: 'read-without-its-provision', name, provision }))
}

function provisionsOf(codes: readonly string[], { provisions }: LawTables): LawTables['provisions'] {
  return provisions.filter(({ code }) => codes.includes(code))
}

function isInRing(code: string, { questions }: LawTables): boolean {
  const next = (name: string) => questions.filter((question) => question.code === name).flatMap(({ condition }) => namesInCondition(condition).questions)
  const reached = new Set<string>()
  for (const pending = next(code); pending.length > 0;) {
    const name = pending.pop() ?? ''
    if (reached.has(name)) continue
    reached.add(name)
    pending.push(...next(name))
  }
  return reached.has(code)
}

function faultsOfDates({ provisions, instruments, lists }: LawTables): readonly BookFault[] {
  const listed = lists.map((list) => ({ ...list, code: `${list.kind}/${list.jurisdiction}` }))
  const sourced = [...provisions, ...instruments, ...listed]
  const checked = sourced.flatMap((one) => ('reviewBy' in one && one.reviewBy < one.checkedOn ? [one.code] : []))
  const backwards = instruments.filter(({ startsOn, endsOn }) => startsOn !== undefined && endsOn !== undefined && endsOn.day < startsOn)
  return [
    ...sourced.filter(({ source }) => source.trim() === '').map(({ code }) => ({ code: 'no-source', name: code }) as const),
    ...checked.map((name) => ({ code: 'review-before-check', name }) as const),
    ...backwards.map(({ code }) => ({ code: 'ends-before-it-starts', name: code }) as const),
    ...[...instruments, ...listed].filter(({ kind, jurisdiction }) => !askedInstruments[jurisdiction].includes(kind)).map(({ code, kind, jurisdiction }) => ({ code: 'no-gate-asks', name: code, kind, jurisdiction }) as const),
  ]
}

/** The faults that a change would bring, in a book that may have had others before. */
export function newFaults(before: LawBook, after: LawBook): readonly BookFault[] {
  const old = new Set(faultsOfBook(before).map((fault) => JSON.stringify(fault)))
  return faultsOfBook(after).filter((fault) => !old.has(JSON.stringify(fault)))
}
