import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseServices, day, ghanaian, given, opened } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { letDemonstrate, signInForDemonstration } from '../identity/demonstration.ts'
import { readSession, type SignedIn } from '../identity/read-session.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { factsAskedNow } from './facts-asked-now.ts'
import { readCaseToRecord, type RecordServices } from './read-case-to-record.ts'
import { recordFacts, type FactToRecord } from './record-facts.ts'
import { findWaiting, waitingFacts } from './waiting-facts.ts'

let fresh: FreshDatabase
let services: RecordServices
let officer: SignedIn
beforeAll(async () => {
  fresh = await freshDatabase()
  await letDemonstrate(fresh.asOwner(), { loopback: true, embedded: true })
  services = { ...caseServices(fresh, { book: shippedBook() }), roles: fresh.as }
  const identity = { ...services, signIn: { mode: 'demonstration', origin: 'http://localhost:8080' } } as const
  const token = await signInForDemonstration(identity, { role: 'officer', address: '127.0.0.1', agent: 'Sample' })
  const session = token.ok ? await readSession(services, token.value) : undefined
  if (!session) throw new Error('no session')
  officer = session
})
afterAll(() => fresh.destroy())

const inHand = () => given(services, randomUUID(), opened, ghanaian, { kind: 'assign-officer', officer: officer.handle, note: 'file 1' })
const versionOf = async (caseId: string) => (await loadCaseState(fresh.database, caseId))?.state.version
const of = (fact: FactToRecord['fact'], value: FactToRecord['value'], more: Partial<FactToRecord> = {}): FactToRecord => ({ fact, value, on: day('2026-01-20'), source: 'file 2', ...more })

test('what opens something waits for a second person, and comes after what does not: its proposal is about the case as it is then', async () => {
  const caseId = await inHand()
  const outcomes = await recordFacts(services, officer, { draftId: randomUUID(), caseId, version: 3 }, [of('court-stay-ordered', 'no'), of('child-affected', 'yes'), of('medical-concern', 'yes')])
  expect(outcomes.map(({ fact, kind }) => [fact, kind])).toEqual([['child-affected', 'done'], ['medical-concern', 'done'], ['court-stay-ordered', 'proposed']])
  expect(await versionOf(caseId)).toBe(5)
})

test('a fact that waits for a second person is not asked again, for the state that it is about; a protected one is told of with a purpose only', async () => {
  const caseId = await inHand()
  const read = async () => {
    const about = await readCaseToRecord(services, officer, caseId)
    if (!about) throw new Error('no case')
    return about
  }
  const asked = factsAskedNow(await read()).facts
  expect(asked.map(({ fact }) => fact)).toContain('consented-to-disclosure')
  const [outcome] = await recordFacts(services, officer, { draftId: randomUUID(), caseId, version: 3 }, [of('consented-to-disclosure', 'yes', { destination: 'GH' })])
  const now = factsAskedNow(await read())
  expect(now.waiting).toEqual([{ fact: 'consented-to-disclosure', destination: 'GH', proposalId: outcome?.kind === 'proposed' ? outcome.proposalId : '' }])
  expect(now.facts).toEqual(asked.filter(({ fact }) => fact !== 'consented-to-disclosure'))
  expect(findWaiting(now.waiting, { fact: 'consented-to-disclosure', destination: 'KE' })).toBeUndefined()
  await recordFacts(services, officer, { draftId: randomUUID(), caseId, version: 3 }, [of('protection-claim-made', 'no')])
  expect((await read()).waiting.map(({ fact }) => fact)).toEqual(['consented-to-disclosure'])
  const withPurpose = await fresh.database.transaction().execute(async (tx) => waitingFacts(tx, { caseId, state: (await read()).state, withProtected: true }))
  expect(withPurpose.map(({ fact }) => fact).toSorted()).toEqual(['consented-to-disclosure', 'protection-claim-made'])
  // What is recorded meanwhile ends the proposals: everything is asked as before.
  await recordFacts(services, officer, { draftId: randomUUID(), caseId, version: 3 }, [of('child-affected', 'yes')])
  expect([(await read()).waiting, factsAskedNow(await read()).facts.some(({ fact }) => fact === 'consented-to-disclosure')]).toEqual([[], true])
})

test('the same batch again records nothing twice, and gives the same answers', async () => {
  const caseId = await inHand()
  const batch = { draftId: randomUUID(), caseId, version: 3 }
  const facts = [of('child-affected', 'yes'), of('court-stay-ordered', 'no')]
  const first = await recordFacts(services, officer, batch, facts)
  expect(await recordFacts(services, officer, batch, facts)).toEqual(first)
  expect(await versionOf(caseId)).toBe(4)
})

test('what waits for a second person waits together, in one proposal; the same batch again is that one, and one by one they are what they were', async () => {
  const caseId = await inHand()
  const batch = { draftId: randomUUID(), caseId, version: 3 }
  const facts = [of('court-stay-ordered', 'no'), of('child-affected', 'yes'), of('protection-claim-made', 'no'), of('medical-concern', 'no', { source: ' ' })]
  const first = await recordFacts(services, officer, batch, facts)
  expect(first.map(({ fact, kind }) => [fact, kind])).toEqual([['child-affected', 'done'], ['medical-concern', 'refused'], ['court-stay-ordered', 'proposed'], ['protection-claim-made', 'proposed']])
  expect(new Set(first.flatMap((one) => (one.kind === 'proposed' ? [one.proposalId] : []))).size).toBe(1)
  expect(await recordFacts(services, officer, batch, facts)).toEqual(first)
  expect(await versionOf(caseId)).toBe(4)
  const otherwise = await recordFacts(services, officer, batch, [of('court-stay-ordered', 'no', { source: 'file 9' })])
  expect(otherwise).toMatchObject([{ kind: 'refused', refusal: { code: 'command-repeated-differently' } }])
})

test('one that is refused stops no other, and says why', async () => {
  const caseId = await inHand()
  const outcomes = await recordFacts(services, officer, { draftId: randomUUID(), caseId, version: 3 }, [of('child-affected', 'yes', { source: ' ' }), of('medical-concern', 'yes', { on: day('2999-01-01') }), of('family-separated', 'yes')])
  expect(outcomes).toMatchObject([{ kind: 'refused', refusal: { code: 'no-source' } }, { kind: 'refused', refusal: { code: 'day-in-future' } }, { kind: 'done' }])
})

test('on a case that moved on, nothing is recorded unseen', async () => {
  const caseId = await inHand()
  await given(services, caseId, { kind: 'record-fact', factId: 'f1', fact: 'medical-concern', value: 'yes', on: day('2026-01-20'), source: 'file 3' })
  expect(await recordFacts(services, officer, { draftId: randomUUID(), caseId, version: 3 }, [of('child-affected', 'yes')])).toMatchObject([{ kind: 'refused', refusal: { code: 'stale-version' } }])
})

test('facts that gates ask for are recorded facts, fewer for one step than for all, and nothing of protection without a purpose', async () => {
  const about = await readCaseToRecord(services, officer, await inHand())
  if (!about) throw new Error('not reached')
  const [seen, all] = [factsAskedNow(about), factsAskedNow({ ...about, purpose: 'prepare-step' })]
  expect(seen.facts.some(({ fact }) => fact === 'protection-claim-made')).toBe(false)
  expect(all.facts.some(({ fact }) => fact === 'protection-claim-made')).toBe(true)
  expect([all.steps[0], factsAskedNow({ ...about, purpose: 'prepare-step' }, 'contact').facts.length < all.facts.length]).toEqual(['contact', true])
  expect(new Set(all.facts.map(({ fact, destination }) => `${fact} ${destination}`)).size).toBe(all.facts.length)
})
