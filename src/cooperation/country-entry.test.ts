import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { acceptanceMatrix } from './acceptance.ts'
import { isOutOfDate, readEntry, standingEntries, type CountryEntry, type TypedEntry } from './country-entry.ts'
import { playbookOf } from './playbook.ts'

const today = '2026-03-02' as PlainDate
const typed: TypedEntry = { kind: 'playbook', consulate: 'Ottawa', topic: 'form', document: 'emergency-travel-document', says: 'Two copies', language: 'en', owner: 'Liaison office', source: 'Sample note 1', checkedOn: '2026-03-01', reviewBy: '2026-09-01', withdrawn: '' }
const read = (change: Partial<TypedEntry> = {}): CountryEntry => {
  const entry = readEntry('GHA', { ...typed, ...change }, today)
  if (!entry.ok) throw new Error(JSON.stringify(entry.refusal))
  return entry.value
}
const faults = (change: Partial<TypedEntry>) => {
  const entry = readEntry('GHA', { ...typed, ...change }, today)
  return entry.ok ? [] : entry.refusal
}

test('of entries about the same thing the newest stands, and a withdrawn one leaves nothing', () => {
  const entries = [read(), read({ says: 'Three copies' }), read({ consulate: 'Toronto' }), read({ topic: 'fee' }), read({ topic: 'fee', withdrawn: 'yes' })]
  expect(standingEntries(entries).map(({ consulate, topic, says }) => [consulate, topic, says])).toEqual([['Ottawa', 'form', 'Three copies'], ['Toronto', 'form', 'Two copies']])
})

test('an answer on acceptance takes the place of another answer on the same document', () => {
  const entries = standingEntries([read({ kind: 'acceptance', topic: 'accepted' }), read({ kind: 'acceptance', topic: 'refused' }), read({ kind: 'acceptance', topic: 'accepted', document: 'charter-clearance', consulate: '' })])
  expect(acceptanceMatrix(entries).map(({ consulate, cells }) => [consulate, ...cells.map(({ answer }) => answer)])).toEqual([
    ['', 'unknown', 'unknown', 'unknown', 'accepted'], ['Ottawa', 'refused', 'unknown', 'unknown', 'unknown'],
  ])
})

test('where nobody has found out, a document is unknown and not refused', () => {
  expect(acceptanceMatrix([]).flatMap(({ cells }) => cells.map(({ answer }) => answer))).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
})

test('the playbook stands by type of document, each in the order in which a request is prepared', () => {
  const parts = playbookOf([read({ topic: 'fee' }), read({ topic: 'form' }), read({ topic: 'other', document: 'any' }), read({ kind: 'contact', topic: 'embassy', document: 'any' })])
  expect(parts.map(({ document, entries }) => [document, ...entries.map(({ topic }) => topic)])).toEqual([['any', 'other'], ['emergency-travel-document', 'form', 'fee']])
})

test('an entry is out of date from the day after its review', () => {
  expect([isOutOfDate(read(), '2026-09-01' as PlainDate), isOutOfDate(read(), '2026-09-02' as PlainDate)]).toEqual([false, true])
})

test.each<[Partial<TypedEntry>, string, string]>([
  [{ owner: '' }, 'owner', 'missing'], [{ source: '' }, 'source', 'missing'], [{ says: 'x'.repeat(2001) }, 'says', 'too-long'], [{ kind: 'rank' }, 'kind', 'not-listed'], [{ topic: 'nationality-score' }, 'topic', 'not-listed'],
  [{ document: 'forged' }, 'document', 'not-listed'], [{ kind: 'acceptance', topic: 'accepted', document: 'national-passport' }, 'document', 'not-listed'], [{ language: 'de' }, 'language', 'not-listed'],
  [{ checkedOn: '' }, 'checkedOn', 'missing'], [{ checkedOn: '2026-02-30' }, 'checkedOn', 'not-a-day'], [{ checkedOn: '2026-03-03' }, 'checkedOn', 'in-future'],
  [{ reviewBy: '2026-03-01' }, 'reviewBy', 'not-after-check'], [{ reviewBy: '2028-03-02' }, 'reviewBy', 'over-two-years'],
])('%j is not kept', (change, field, code) => {
  expect(faults(change)).toContainEqual({ field, code })
})
