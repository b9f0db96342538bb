import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import type { CountryEntry } from '../cooperation/country-entry.ts'
import type { Decided } from '../cooperation/engagement.ts'
import { sha256 } from '../kernel/digest.ts'
import type { PlainDate } from '../kernel/day.ts'
import { addCommitment, addEngagement, addEntry, findEvidence, keepEvidence, listCommitments, listEntries, listMeasures, type Replacement } from './country-knowledge.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.destroy())

const day = (text: string) => text as PlainDate
const entry: CountryEntry = { country: 'GHA', kind: 'playbook', consulate: '', topic: 'form', document: 'any', says: 'Sample', language: 'en', owner: 'Sample office', source: 'Sample', checkedOn: day('2026-03-01'), reviewBy: day('2026-09-01'), withdrawn: false }
const content = '{"country":"GHA","format":"comity-evidence/1"}'
const decided: Decided = { kind: 'decided', on: day('2026-03-01'), rung: 'demarche', what: 'Sample', legalBasis: 'Sample Act', decidedBy: 'Sample office', startsOn: day('2026-03-02'), reviewBy: day('2026-06-01'), sunsetOn: day('2026-09-01'), evidence: sha256(content), source: 'Sample' }
const target = { kind: 'target', what: { en: 'Sample', fr: 'Exemple' }, number: 20_000, unit: 'removals', from: day('2026-01-01'), until: day('2026-12-31'), announcedBy: 'Sample agency', source: 'Sample', series: '' } as const
const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'taken', (error: { readonly code?: string; readonly constraint?: string }) => error.constraint ?? error.code ?? 'unknown')

test('entries come back as they were kept, in their order, and the same id is kept once', async () => {
  const id = randomUUID()
  await addEntry(fresh.database, id, entry, 'sample')
  await addEntry(fresh.database, id, { ...entry, says: 'Another' }, 'sample')
  await addEntry(fresh.database, randomUUID(), { ...entry, topic: 'fee', withdrawn: true }, 'sample')
  await addEntry(fresh.database, randomUUID(), { ...entry, country: 'KEN' }, 'sample')
  const kept = await listEntries(fresh.database, 'GHA')
  expect(kept).toMatchObject([{ ...entry, entryId: id, recordedBy: 'sample' }, { topic: 'fee', withdrawn: true }])
  expect((await listEntries(fresh.database)).length).toBe(3)
})

test('evidence is kept by its digest, once, and found for its own country only', async () => {
  for (let time = 0; time < 2; time++) await keepEvidence(fresh.database, { digest: sha256(content), country: 'GHA', content })
  expect((await findEvidence(fresh.database, 'GHA', sha256(content)))?.content).toBe(content)
  expect(await findEvidence(fresh.database, 'KEN', sha256(content))).toBeUndefined()
})

test('a measure comes back with its events in order, and two people at once cannot both be next', async () => {
  const id = randomUUID()
  expect(await addEngagement(fresh.database, id, 'GHA', 0, decided, 'sample')).toBe(true)
  const started = { kind: 'started', on: day('2026-03-02'), source: 'Sample' } as const
  const both = await Promise.all([1, 2].map(() => addEngagement(fresh.database, id, 'GHA', 1, started, 'sample')))
  expect(both.filter((taken) => taken).length).toBe(1)
  const [measure] = await listMeasures(fresh.database, 'GHA')
  expect([measure?.measureId, measure?.events]).toMatchObject([id, [decided, started]])
})

test('a commitment comes back as it was kept, with why it took the place of another; each is replaced once', async () => {
  const [one, two, three, four] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const instead = (how: 'changed' | 'withdrawn', of: Replacement['of'] = { commitmentId: one }) => ({ by: 'sample', replacement: { of, change: { how, on: day('2026-02-02'), source: 'Sample release' } } })
  expect(await addCommitment(fresh.database, one, target, { by: 'sample' })).toBe(true)
  expect(await addCommitment(fresh.database, two, { ...target, number: 1, announcedOn: day('2026-02-01') }, instead('changed'))).toBe(true)
  expect(await addCommitment(fresh.database, three, target, instead('withdrawn'))).toBe(false)
  expect(await addCommitment(fresh.database, three, target, instead('withdrawn', { known: 'sample-key' }))).toBe(true)
  expect(await addCommitment(fresh.database, four, target, instead('changed', { known: 'sample-key' }))).toBe(false)
  const change = { how: 'changed', on: '2026-02-02', source: 'Sample release' }
  expect(await listCommitments(fresh.database)).toMatchObject([
    { commitmentId: one, commitment: target, withdrawn: false }, { commitmentId: two, replaces: { commitmentId: one }, change, withdrawn: false, commitment: { number: 1, announcedOn: '2026-02-01' } },
    { commitmentId: three, replaces: { known: 'sample-key' }, change: { ...change, how: 'withdrawn' }, withdrawn: true },
  ])
})

test.each([
  ['nothing is replaced without saying why', { change: null, changed_on: null, change_source: null }], ['no change is without its day', { changed_on: null }], ['no change is without its source', { change_source: null }], ['nothing is withdrawn by another change', { withdrawn: true }],
  ['what is withdrawn is said to be', { change: 'withdrawn' }], ['no change is of nothing', { replaces: null }], ['nothing takes the place of two', { replaces_known: 'sample-key-2' }],
])('%s, even for the owner', async (_, change) => {
  const { rows: [earlier] } = await sql<{ commitment_id: string }>`select commitment_id from commitment where replaces is null and replaces_known is null and not exists (select 1 from commitment as other where other.replaces = commitment.commitment_id) limit 1`.execute(fresh.asOwner())
  const first = earlier?.commitment_id ?? randomUUID()
  if (!earlier) await addCommitment(fresh.database, first, target, { by: 'sample' })
  const row = { commitment_id: randomUUID(), replaces: first, replaces_known: null, kind: 'target', what_en: 'x', what_fr: 'x', number: 1, unit: 'removals', from_on: '2026-01-01', until_on: '2026-12-31', announced_by: 'x', source: 'x', series: '', withdrawn: false, change: 'changed', changed_on: '2026-02-01', change_source: 'x', recorded_by: 'x' }
  const insert = (values: object) => sql`insert into commitment (commitment_id, replaces, replaces_known, kind, what_en, what_fr, number, unit, from_on, until_on, announced_by, source, series, withdrawn, change, changed_on, change_source, recorded_by)
    select commitment_id, replaces, replaces_known, kind, what_en, what_fr, number, unit, from_on, until_on, announced_by, source, series, withdrawn, change, changed_on, change_source, recorded_by from jsonb_populate_record(null::commitment, ${JSON.stringify(values)}::jsonb)`.execute(fresh.asOwner())
  await expect(insert({ ...row, ...change })).rejects.toThrow('violates check constraint')
})

test.each(['country_entry', 'evidence_pack', 'engagement_event', 'commitment'])('%s only grows, even for its owner', async (table) => {
  const owner = fresh.asOwner()
  const statements = [sql`update ${sql.ref(table)} set ${sql.ref(table === 'evidence_pack' ? 'kept_at' : 'recorded_at')} = now()`, sql`delete from ${sql.ref(table)}`, sql`truncate ${sql.ref(table)} cascade`]
  for (const statement of statements) expect(await refusal(statement.execute(owner))).toBe('23001')
  for (const statement of statements) expect(await refusal(statement.execute(fresh.database))).toBe('42501')
})

test.each<[string, Partial<Record<keyof Decided, string | undefined>>]>([
  ['its legal basis', { legalBasis: '' }], ['its law said at all', { legalBasis: undefined }], ['a deciding office', { decidedBy: '' }], ['a sunset', { sunsetOn: undefined }], ['a sunset after its start', { sunsetOn: '2026-03-02' }], ['a review before the sunset', { reviewBy: '2026-09-01' }], ['a start', { startsOn: undefined }],
])('the table takes no decision without %s', async (_, change) => {
  expect(await refusal(addEngagement(fresh.database, randomUUID(), 'GHA', 0, { ...decided, ...change } as Decided, 'sample'))).toBe('decision_is_whole')
})

test('the table takes no measure without its evidence, none with a gap, none that changes its country, and nothing after its end', async () => {
  const id = randomUUID()
  const started = { kind: 'started', on: day('2026-03-02'), source: 'Sample' } as const
  expect(await refusal(addEngagement(fresh.database, id, 'GHA', 0, { ...decided, evidence: 'b'.repeat(64) }, 'sample'))).toBe('engagement_event_evidence_fkey')
  expect(await refusal(addEngagement(fresh.database, id, 'GHA', 0, started, 'sample'))).toBe('decided_first')
  expect(await addEngagement(fresh.database, id, 'GHA', 0, decided, 'sample')).toBe(true)
  expect(await refusal(addEngagement(fresh.database, id, 'GHA', 2, started, 'sample'))).toMatch(/_fkey$/)
  expect(await refusal(addEngagement(fresh.database, id, 'KEN', 1, started, 'sample'))).toMatch(/_fkey$/)
  expect(await addEngagement(fresh.database, id, 'GHA', 1, { kind: 'ended', on: day('2026-04-01'), says: 'Sample', source: 'Sample' }, 'sample')).toBe(true)
  expect(await refusal(addEngagement(fresh.database, id, 'GHA', 2, { kind: 'replied', on: day('2026-05-01'), says: 'Sample', source: 'Sample' }, 'sample'))).toBe('ended_stays_so')
})

test('evidence with another digest, of another country or of another format is not kept', async () => {
  expect(await refusal(keepEvidence(fresh.database, { digest: 'c'.repeat(64), country: 'GHA', content }))).toBe('digest_of_pack')
  expect(await refusal(keepEvidence(fresh.database, { digest: sha256(content), country: 'TGO', content: `${content} ` }))).toMatch(/digest_of_pack|pack_says_so/)
  const other = '{"country":"GHA","format":"else/1"}'
  expect(await refusal(keepEvidence(fresh.database, { digest: sha256(other), country: 'GHA', content: other }))).toBe('pack_says_so')
})

test('no table of this room has a column for a person or an officer, but who recorded a row', async () => {
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns where table_name in ('country_entry', 'evidence_pack', 'engagement_event', 'commitment')`.execute(fresh.asOwner())
  expect(rows.map(({ column }) => column).filter((name) => /officer|person|case|account|handle|name|_by$/.test(name) && name !== 'recorded_by').toSorted()).toEqual(['announced_by', 'review_by'])
})
