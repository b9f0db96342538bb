import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { CountryEntry } from './country-entry.ts'
import { evidencePack, packBytes, packDigest, readPack, type EvidenceGiven, type EvidenceSource, type Statement } from './evidence-pack.ts'
import { figureOf, type Figure } from './figure.ts'

const day = (text: string) => text as PlainDate
const on = day('2026-03-02')
const group = { country: 'GHA', stratum: '', clock: 'state', period: '2024' }
const source = (digest: string): EvidenceSource => ({ digest, method: 'answer-time/1', asOf: day('2025-12-31'), vintage: '2025', profile: 'sample/1', cautions: [], gatedTimeRemoved: null })
const limits = { value: 0.25, lower: 0.2, upper: 0.32, interval: 'log-log', denominator: 120, day: 180 } as const
const acceptance = (change: Partial<CountryEntry>): CountryEntry => ({ country: 'GHA', kind: 'acceptance', consulate: '', topic: 'accepted', document: 'emergency-travel-document', says: 'Told', language: 'en', owner: 'Sample office', source: 'file 1', checkedOn: day('2026-01-01'), reviewBy: day('2026-06-01'), withdrawn: false, ...change })
const given = (change: Partial<EvidenceGiven> = {}): EvidenceGiven => ({ country: 'GHA', on, fictional: false, sources: [], entries: [], agreements: [], instruments: [], lists: [], own: [], ...change })
const from = (...figures: readonly Figure[]) => evidencePack(given({ sources: [{ source: source('a'.repeat(64)), figures }] }))
const figures = (side: readonly Statement[]) => side.flatMap((statement) => (statement.kind === 'figure' ? [[statement.figure.measure, statement.figure.value, statement.figure.lower, statement.figure.upper, statement.figure.denominator, statement.remainder]] : []))

test('a share stands on one side, and its remainder with mirrored limits and the same denominator on the other', () => {
  const pack = from(figureOf(group, 'answered-by', limits))
  expect(figures(pack.for)).toEqual([['answered-by', 0.25, 0.2, 0.32, 120, false]])
  expect(figures(pack.against)).toEqual([['answered-by', 0.75, 0.68, 0.8, 120, true]])
})

test('a share among completed cases is no chance of removal: it has no remainder, and the pack says what it leaves out', () => {
  const completed = { ...group, clock: 'apprehension-to-departure' }
  // That all who were completed within a year were so by its end is no evidence of anything.
  const pack = from(figureOf(completed, 'completed-by', { ...limits, withinDays: 365 }), figureOf(completed, 'completed-by', { ...limits, value: 1, day: 365, withinDays: 365, interval: 'complete-count' }))
  expect([figures(pack.for).length, figures(pack.against), pack.unknown]).toEqual([1, [], expect.arrayContaining([{ kind: 'completed-only', source: 'a'.repeat(64) }, { kind: 'no-answer-times' }])])
})

test('refusals and what is still open speak against', () => {
  const pack = from(figureOf(group, 'outcome-by', { ...limits, outcome: 'refused' }), figureOf(group, 'open-by', limits))
  expect([pack.for, figures(pack.against).map(([measure]) => measure)]).toEqual([[], ['outcome-by', 'open-by']])
})

test('our own delay is no evidence on the state, and neither is a figure without limits or denominator', () => {
  const pack = from(figureOf({ ...group, clock: 'own' }, 'answered-by', limits), figureOf(group, 'answered-by', { ...limits, lower: null }), figureOf(group, 'answered-by', { ...limits, denominator: null }), figureOf(group, 'answered-by', { ...limits, value: null, withheld: 'too-few' }))
  expect([pack.for, pack.against, pack.sources]).toEqual([[], [], []])
})

test('of counts the last whole period speaks, and nought speaks against; orders speak for nothing', () => {
  const count = (period: string, outcome: string, value: number) => figureOf({ ...group, clock: '', period }, 'count', { outcome, value, denominator: value })
  const pack = from(count('2022', 'returned', 50), count('2023', 'returned', 40), count('2023', 'enforced', 0), count('2023', 'ordered', 900), count('2024-Q3 (part)', 'returned', 3))
  expect([figures(pack.for), figures(pack.against)]).toEqual([[['count', 40, null, null, 40, false]], [['count', 0, null, null, 0, false]]])
})

test('own counts are rounded to tens, and few are only said to be few', () => {
  const own = [['request-sent', 0], ['document-taken', 9], ['departed', 25]] as const
  const pack = evidencePack(given({ own: own.map(([event, count]) => ({ event, count, from: day('2025-03-01'), until: day('2026-02-28') })) }))
  const said = (side: readonly Statement[]) => side.flatMap((one) => (one.kind === 'own' ? [[one.event, one.about]] : []))
  expect([said(pack.for), said(pack.against)]).toEqual([[['document-taken', null], ['departed', 30]], [['request-sent', 0]]])
})

test('what a state takes and what it refuses stand apart, and an entry past its review is said to be so', () => {
  const pack = evidencePack(given({ entries: [acceptance({}), acceptance({ topic: 'refused', document: 'charter-clearance', reviewBy: day('2026-03-01') }), acceptance({ topic: 'unknown', document: 'eu-return-document' })] }))
  expect(pack.for).toMatchObject([{ kind: 'acceptance', document: 'emergency-travel-document', outOfDate: false }])
  expect(pack.against).toMatchObject([{ kind: 'acceptance', document: 'charter-clearance', outOfDate: true }])
  expect(pack.unknown).toContainEqual({ kind: 'entries-out-of-date', entries: 1 })
})

test('a country of which nothing is known has a pack that says so', () => {
  const pack = evidencePack(given())
  expect([pack.for, pack.against, pack.unknown.map(({ kind }) => kind)]).toEqual([[], [], ['no-figures', 'no-answer-times', 'no-acceptance', 'no-agreement', 'no-own-counts']])
})

test('the same data are the same bytes in whatever order they are given, and another day or number are others', () => {
  const [one, two] = [{ source: source('a'.repeat(64)), figures: [figureOf(group, 'answered-by', limits)] }, { source: source('b'.repeat(64)), figures: [figureOf(group, 'open-by', limits)] }]
  const digest = packDigest(evidencePack(given({ sources: [one, two] })))
  expect(packDigest(evidencePack(given({ sources: [two, one] })))).toBe(digest)
  expect(packDigest(evidencePack(given({ sources: [one, two], on: day('2026-03-03') })))).not.toBe(digest)
  expect(packDigest(evidencePack(given({ sources: [one] })))).not.toBe(digest)
})

test('kept bytes are read back as the same pack', () => {
  const pack = evidencePack(given({
    sources: [{ source: source('a'.repeat(64)), figures: [figureOf(group, 'answered-by', limits)] }], entries: [acceptance({})], own: [{ event: 'departed', count: 3, from: day('2025-03-01'), until: day('2026-02-28') }],
    agreements: [{ code: 'a1', text: 'verified', reply: { length: 14, unit: 'calendar-days', text: 'verified' }, source: 'sample treaty' }],
  }))
  expect(readPack(packBytes(pack))).toEqual(pack)
  expect(packBytes(readPack(packBytes(pack)))).toBe(packBytes(pack))
})

test('no key of a pack could hold a person or who prints it', () => {
  const keys = new Set<string>()
  JSON.parse(packBytes(evidencePack(given({ sources: [{ source: source('a'.repeat(64)), figures: [figureOf(group, 'answered-by', limits)] }], entries: [acceptance({})] }))), (key, value: unknown) => { keys.add(key); return value })
  expect([...keys].filter((key) => /person|name|case|officer|by$|role|at$|score/i.test(key) && key !== 'reviewBy' && key !== 'format')).toEqual([])
})
