import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseServices, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { makeAccount } from '../../store/accounts.ts'
import { findProposal } from '../../store/approvals.ts'
import { approvedLawUpdates } from '../../store/law-updates.ts'
import { proposeLawUpdate } from '../cases/propose-law-update.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitCommand } from '../work/submit-command.ts'
import { agree } from './agree.ts'
import type { ApprovalServices } from './agreement.ts'
import { rejectProposal } from './end-proposal.ts'
import { proposeLawAct } from './propose-law.ts'
import { readProposal } from './write-proposal.ts'

let fresh: FreshDatabase
let services: ApprovalServices
let [one, two]: SignedIn[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  services = { ...caseServices(fresh, { book: shippedBook() }), signIn: { mode: 'provider', origin: 'https://comity.example' } }
  one = await reviewer('sample-lawyer-one')
  two = await reviewer('sample-lawyer-two')
})
afterAll(() => fresh.destroy())

async function reviewer(handle: string): Promise<SignedIn> {
  const [accountId, sessionId, now] = [randomUUID(), randomUUID(), new Date().toISOString()]
  await makeAccount(fresh.database, { accountId, handle, displayName: handle, language: 'en', roles: ['legal-reviewer'], by: 'sample' })
  await sql`insert into session (session_id, account_id, token_digest, recognised, browser) values (${sessionId}, ${accountId}, sha256(${sessionId}::text::bytea), 'provider', 'sample')`.execute(fresh.database)
  return { accountId, handle, displayName: handle, language: 'en', demonstration: false, roles: ['legal-reviewer'], sessionId, beganAt: now, endsAt: now, recognised: 'provider', recognisedAt: now }
}

const kenyan = { ...ghanaian, country: 'KE' } as typeof ghanaian
const countries = ['GH', 'KE', 'NG', 'TG']
let count = 0
/** A made-up moratorium on one more state, proposed at the command line. */
async function propose(officer: string): Promise<string> {
  const title = { en: `Sample moratorium ${++count}`, fr: `Moratoire exemple ${count}` }
  const instrument = { code: `ca-moratorium-sample-${count}`, kind: 'moratorium', jurisdiction: 'CA', title, place: { country: countries[count - 1] }, legalBasis: 'ca-irpr-230', startsOn: '2026-01-01', text: 'verified', source: 'made up for a test', checkedOn: today, reviewBy: '2099-12-31' }
  const proposed = await proposeLawUpdate(services, { json: JSON.stringify({ format: 'comity-law-update/1', title, source: 'made up for a test', add: { instruments: [instrument] }, replace: {} }), officer })
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
  return proposed.value.updateId
}
async function prepare(updateId: string): Promise<string> {
  const prepared = await proposeLawAct(services, updateId)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal))
  return prepared.value
}
const agreeAs = async (signedIn: SignedIn | undefined, proposalId: string) => {
  const { digest = '' } = (await findProposal(fresh.database, proposalId)) ?? {}
  return agree(services, signedIn as SignedIn, proposalId, { means: 'provider', proposalId, digest, sessionId: signedIn?.sessionId ?? '', evidence: { subject: 'sample' } })
}
const revisions = async () => (await approvedLawUpdates(fresh.database)).length

test('a change is agreed to by another legal reviewer, who was shown each open case whose answer changes; whoever proposed it cannot, under whatever spelling', async () => {
  const caseId = await given(services, randomUUID(), opened, ghanaian)
  const proposalId = await prepare(await propose(' Sample-Lawyer-One '))
  const kept = await findProposal(fresh.database, proposalId)
  for (const text of Object.values(readProposal(kept?.content ?? '').shown)) expect(text).toContain(caseId)
  expect(await agreeAs(one, proposalId)).toEqual({ ok: false, refusal: { code: 'same-person' } })
  expect([await agreeAs(two, proposalId), await revisions()]).toMatchObject([{ ok: true }, 1])
  expect(await agreeAs(two, proposalId)).toEqual({ ok: false, refusal: { code: 'ended' } })
})

test('when other cases change by now, it must be read anew, and nothing was agreed to', async () => {
  const updateId = await propose('sample-lawyer-one')
  const proposalId = await prepare(updateId)
  expect(await prepare(updateId)).toBe(proposalId)
  const before = await revisions()
  await given(services, randomUUID(), opened, kenyan)
  expect(await agreeAs(two, proposalId)).toEqual({ ok: false, refusal: { code: 'effects-changed' } })
  expect([(await findProposal(fresh.database, proposalId))?.state, await revisions()]).toEqual(['waiting', before])
  const anew = await prepare(updateId)
  expect(anew).not.toBe(proposalId)
  expect([await agreeAs(two, anew), await revisions()]).toMatchObject([{ ok: true }, before + 1])
})

test('what was rejected may be prepared once more; what was approved by another way may not be agreed to', async () => {
  const updateId = await propose('sample-lawyer-one')
  const first = await prepare(updateId)
  expect(await rejectProposal(services, two as SignedIn, first, { reason: 'unclear', note: '' })).toEqual({ ok: true, value: null })
  const second = await prepare(updateId)
  expect(second).not.toBe(first)
  await sql`select approve_law_update(${updateId}, 'somebody-else', (select encode(digest, 'hex') from law_update where update_id = ${updateId}), '{}')`.execute(fresh.database)
  expect(await agreeAs(two, second)).toMatchObject({ ok: false, refusal: { code: 'refused', why: { code: 'no-update' } } })
})

test('a change of the law ends what was proposed about cases before it: what that lets go of was said under the law of then', async () => {
  const officer = { ...(one as SignedIn), roles: ['officer'] } satisfies SignedIn
  const caseId = await given(services, randomUUID(), opened, ghanaian, { kind: 'assign-officer', officer: officer.handle, note: 'sample' }, { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: today, source: 'order' })
  const submitted = await submitCommand(services, officer, { caseId, command: { kind: 'record-fact', factId: 'f1', fact: 'court-stay-ordered', value: 'no', on: today, source: 'register' }, commandId: randomUUID(), version: 'newest' })
  if (!submitted.ok || submitted.value.kind !== 'proposed') throw new Error(JSON.stringify(submitted))
  const { proposalId } = submitted.value
  const waiting = await findProposal(fresh.database, proposalId)
  expect(waiting?.state).toBe('waiting')
  expect(await agreeAs(two, await prepare(await propose('sample-lawyer-one')))).toMatchObject({ ok: true })
  expect((await findProposal(fresh.database, proposalId))?.state).toBe('moved-on')
  const { rows: [answer] } = await sql<{ outcome: string }>`select agree_approval(${proposalId}, ${two?.accountId}, ${waiting?.digest}, 'provider', '{}') as outcome`.execute(fresh.database)
  expect(answer).toEqual({ outcome: 'moved-on' })
})
