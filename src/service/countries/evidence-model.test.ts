import { expect, test } from 'vitest'
import { documentTypes } from '../../casework/lists.ts'
import { acceptedDocuments } from '../../cooperation/acceptance.ts'
import { entryDocuments } from '../../cooperation/country-entry.ts'
import { evidencePack, packBytes, packDigest, readPack, type EvidenceGiven } from '../../cooperation/evidence-pack.ts'
import { figureOf } from '../../cooperation/figure.ts'
import type { PageBlock } from '../../documents/page-model.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { renderPdf } from '../../render/pdf/render-pdf.ts'
import { casework } from '../../text/en/casework.ts'
import { countriesWork } from '../../text/en/countries-work.ts'
import { evidencePack as english } from '../../text/en/evidence-pack.ts'
import { evidencePack as french } from '../../text/fr/evidence-pack.ts'
import { evidenceModel } from './evidence-model.ts'

const day = (text: string) => text as PlainDate
const group = { country: 'GHA', stratum: '', clock: 'state', period: '2024' }
const given: EvidenceGiven = {
  country: 'GHA', on: day('2026-03-02'), fictional: false,
  sources: [{
    source: { digest: 'a'.repeat(64), method: 'answer-time/1', asOf: day('2025-12-31'), vintage: '2025', profile: 'sample/1', cautions: ['small-numbers'], gatedTimeRemoved: true },
    figures: [figureOf(group, 'answered-by', { value: 0.25, lower: 0.2, upper: 0.32, interval: 'log-log', denominator: 120, day: 180 }), figureOf(group, 'outcome-by', { outcome: 'issued', value: 0.1, lower: 0.05, upper: 0.18, interval: 'log-log', denominator: 120, day: 180 })],
  }],
  entries: [{ country: 'GHA', kind: 'acceptance', consulate: 'Ottawa', topic: 'refused', document: 'charter-clearance', says: 'Told', language: 'en', owner: 'Sample office', source: 'Sample note', checkedOn: day('2025-01-01'), reviewBy: day('2025-06-01'), withdrawn: false }],
  agreements: [{ code: 'sample-agreement', text: 'unverified', reply: { length: 14, unit: 'calendar-days', text: 'verified' }, silence: 'consent', source: 'Sample treaty' }],
  instruments: [{ code: 'i', jurisdiction: 'CA', instrument: 'moratorium', title: { en: 'Sample deferral', fr: 'Sursis d’exemple' }, parts: ['North'], knownOn: day('2025-01-01'), end: day('2026-01-01'), text: 'unverified', source: 'Sample list', checkedOn: day('2026-01-01') }],
  lists: [{ jurisdiction: 'CA', instrument: 'moratorium', text: 'unverified', checkedOn: day('2026-01-01') }],
  own: [{ event: 'request-sent', from: day('2025-03-01'), until: day('2026-02-28'), count: 4 }],
}
const pack = evidencePack(given)

function textOf(block: PageBlock): readonly string[] {
  switch (block.kind) {
    case 'heading': case 'paragraph': return [block.text]
    case 'list': return block.items
    case 'table': return [block.caption, ...block.header, ...block.rows.flat()]
    case 'summary': return [block.caption, ...block.pairs.flatMap(({ name, value }) => [name, value])]
    case 'figure': return [block.alt]
  }
}
const whole = (language: 'en' | 'fr') => evidenceModel(pack, language).blocks.flatMap(textOf).join('\n')

test('the first thing said is that it says nothing about this person, in both languages', () => {
  for (const [language, words] of [['en', english], ['fr', french]] as const) expect(evidenceModel(pack, language).blocks[0]).toEqual({ kind: 'paragraph', text: words.notThisPerson, strong: true })
})

test('both sides have a heading of the same rank, and each figure its limits, its denominator and its source', () => {
  const { blocks } = evidenceModel(pack, 'en')
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []))
  expect(headings.slice(0, 3)).toEqual([english.for, english.against, english.unknown])
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
  expect(tables[0]?.[0]).toEqual(['Answered within 180 days, clock: State’s time: from the request to the answer', '25.0%', '20.0% to 32.0% (95% limits on the log-log scale)', '120', '2024', '1'])
  expect(tables[1]?.[0]?.slice(0, 4)).toEqual(['No answer within 180 days, clock: State’s time: from the request to the answer', '75.0%', '68.0% to 80.0% (95% limits on the log-log scale)', '120'])
  expect(tables[1]?.[1]?.[0]).toContain('Not within 180 days: Document issued')
})

test('what is said of agreements, moratoria, acceptance and own counts carries its source, its days and its standing', () => {
  const said = whole('en')
  for (const text of ['sample-agreement (text not verified)', '14 calendar days for a reply (text verified)', 'counts silence as consent', 'Sample deferral (text not verified)', 'Only for North', 'Known to have been in force on January 1, 2025', 'An end on January 1, 2026 is stated, and not verified', 'The consulate in Ottawa refuses: charter clearance', 'Out of date', 'fewer than ten', 'answer-time/1', 'a'.repeat(64), packDigest(pack)]) expect(said).toContain(text)
})

test('in French nothing is left in English, and the digest is the same', () => {
  const said = whole('fr')
  for (const text of ['text not verified', 'Answered within', 'fewer than', 'limits on', 'Source 1:', 'calendar days']) expect(said).not.toContain(text)
  expect([said.includes(packDigest(pack)), said.includes('25,0\u00a0%'), said.includes('Sursis d’exemple')]).toEqual([true, true, true])
})

test('a pack that was kept is said in the same words as on the day', () => {
  for (const language of ['en', 'fr'] as const) expect(evidenceModel(readPack(packBytes(pack)), language)).toEqual(evidenceModel(pack, language))
})

test('on paper it is the same bytes each time', async () => {
  const [one, other] = [await renderPdf(evidenceModel(pack, 'fr')), await renderPdf(evidenceModel(pack, 'fr'))]
  expect([Buffer.from(one).equals(Buffer.from(other)), Buffer.from(one).subarray(0, 5).toString()]).toEqual([true, '%PDF-'])
})

test('counts of made-up cases are said to be that before anything else is counted', () => {
  expect(evidenceModel(evidencePack({ ...given, fictional: true }), 'en').blocks[1]).toEqual({ kind: 'paragraph', text: english.fictional, strong: true })
})

test('documents are casework’s, by the same codes and names', () => {
  expect(entryDocuments).toEqual(['any', ...documentTypes])
  for (const document of documentTypes) expect(countriesWork.documents[document]).toBe(casework.documents[document])
  expect(acceptedDocuments.every((document) => (documentTypes as readonly string[]).includes(document))).toBe(true)
})
