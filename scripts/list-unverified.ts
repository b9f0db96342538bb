// `npm run unverified`: everything in the shipped law book whose words nobody read, and the acts that were not at hand.
import { shippedBook } from '../src/law/shipped-book.ts'
import type { Opening, Rule, TextStatus } from '../src/law/rule.ts'

const book = shippedBook()
const acts = ['I-2.5', 'SOR/2002-227', 'P-21', 'A-18.8', '8 USC']

type Line = { readonly code: string; readonly text: TextStatus | 'review'; readonly what: string }

section('Rules that hold on a text that nobody read', book.rules.filter(isUnread).map(({ code, text, provisions }) => ({ code, text, what: provisions.join(', ') })))
section('Exceptions and endings that are ignored', book.rules.flatMap((rule) => openingsOf(rule).filter(isUnread).map(({ code, text, provision }) => ({ code: `${rule.code} / ${code}`, text, what: provision }))))
section('Periods that open nothing', book.periods.filter(isUnread).map(({ code, text, length, unit, provision }) => ({ code, text, what: `${length} ${unit}, ${provision}` })))
section('Instruments that hold on what others say', book.instruments.filter(isUnread).map(({ code, text, source }) => ({ code, text, what: source })))
section('Ends of instruments that open nothing', book.instruments.flatMap(({ code, endsOn }) => (endsOn && isUnread(endsOn) ? [{ code, text: endsOn.text, what: endsOn.day }] : [])))
section('Provisions that nobody read', book.provisions.filter(isUnread).map(({ code, text, act, section: part, source }) => ({ code, text, what: `${act} ${part}: ${source}` })))
section('Provisions read elsewhere: their acts are not among the statutes that citations are checked against', book.provisions
  .filter(({ act, jurisdiction, text }) => text === 'verified' && jurisdiction !== 'policy' && !acts.includes(act))
  .map(({ code, text, act, section: part, source }) => ({ code, text, what: `${act} ${part}: ${source}` })))
section('Lists whose completeness must be looked at again', book.lists.map(({ jurisdiction, kind, source, reviewBy }) => ({ code: `${jurisdiction} ${kind}`, text: 'review', what: `by ${reviewBy}; ${source}` })))

function section(title: string, lines: readonly Line[]): void {
  console.log(`${title}: ${lines.length}`)
  for (const { code, text, what } of lines) console.log(`  ${text.padEnd(10)}  ${code}: ${what}`)
  console.log('')
}

function isUnread({ text }: { readonly text: TextStatus }): boolean {
  return text !== 'verified'
}

function openingsOf({ except, until }: Rule): readonly Opening[] {
  return [...except, ...until]
}
