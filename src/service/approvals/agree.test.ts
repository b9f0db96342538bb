import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseServices, checked, day, drafted, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { softwarePasskey, type SoftwarePasskey } from '../../../test/software-passkey.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { makeAccount } from '../../store/accounts.ts'
import { findProposal } from '../../store/approvals.ts'
import { addPasskey } from '../../store/passkeys.ts'
import type { Role } from '../access/roles.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitCommand } from '../work/submit-command.ts'
import { agree, type Agreeing } from './agree.ts'
import type { ApprovalServices } from './agreement.ts'
import { rejectProposal, withdrawProposal } from './end-proposal.ts'
import { challengeOf } from './write-proposal.ts'

type Person = SignedIn & { readonly key: SoftwarePasskey }

const origin = 'https://comity.example'
let fresh: FreshDatabase
let services: ApprovalServices
let [officer, reviewer, both]: Person[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  services = { ...caseServices(fresh, { book: shippedBook() }), signIn: { mode: 'passkeys', origin } }
  officer = await person('sample-officer', ['officer'])
  reviewer = await person('sample-reviewer', ['legal-reviewer'])
  both = await person('sample-both', ['officer', 'legal-reviewer'])
})
afterAll(() => fresh.destroy())

async function person(handle: string, roles: readonly Role[]): Promise<Person> {
  const [accountId, key, now] = [randomUUID(), softwarePasskey(), new Date().toISOString()]
  await makeAccount(fresh.database, { accountId, handle, displayName: handle, language: 'en', roles, by: 'sample' })
  await addPasskey(fresh.database, { credentialId: key.credentialId, accountId, publicKey: key.publicKey, counter: 0, transports: [], backedUp: false, name: 'Sample' })
  const sessionId = randomUUID()
  await sql`insert into session (session_id, account_id, token_digest, recognised, browser) values (${sessionId}, ${accountId}, sha256(${sessionId}::text::bytea), 'passkey', 'sample')`.execute(fresh.database)
  return { accountId, handle, displayName: handle, language: 'en', demonstration: false, roles, sessionId, beganAt: now, endsAt: now, recognised: 'passkey', recognisedAt: now, key }
}

const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const stay: Command = { kind: 'record-fact', factId: 'f1', fact: 'court-stay-ordered', value: 'no', on: today, source: 'register' }
const theCase = (officer: string) => given(services, randomUUID(), opened, ghanaian, order, { kind: 'assign-officer', officer, note: 'sample' })

async function propose(by: Person, command: Command = stay, caseId?: string) {
  const id = caseId ?? (await theCase(by.handle))
  const done = await submitCommand(services, by, { caseId: id, command, commandId: randomUUID(), version: 'newest' })
  if (!done.ok || done.value.kind !== 'proposed') throw new Error(JSON.stringify(done))
  const proposal = await findProposal(fresh.database, done.value.proposalId)
  if (!proposal) throw new Error('no proposal')
  return { caseId: id, proposalId: proposal.proposalId, digest: proposal.digest }
}
const withKey = ({ key }: Person, digest: string): Agreeing => ({ means: 'passkey', answer: key.answer({ challenge: challengeOf(digest), origin }) })
const eventsOf = async (caseId: string) => (await loadCaseState(fresh.database, caseId))?.events ?? []

describe('a second person who agrees with a passkey', () => {
  test('makes it happen: recorded by who proposed it, with the signature kept', async () => {
    const { caseId, proposalId, digest } = await propose(officer as Person)
    expect(await agree(services, reviewer as Person, proposalId, withKey(reviewer as Person, digest))).toMatchObject({ ok: true })
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({ event: { kind: 'fact-recorded' }, recordedBy: 'sample-officer' })
    expect((await findProposal(fresh.database, proposalId))?.ending).toMatchObject({ outcome: 'agreed', handle: 'sample-reviewer', means: 'passkey', evidence: { credentialId: reviewer?.key.credentialId, origin } })
    const { rows } = await sql<{ action: string }>`select action from access_log where case_id = ${caseId} and account_id = ${reviewer?.accountId}`.execute(fresh.as.auditor)
    expect(rows.map(({ action }) => action)).toContain('case.approve')
  })

  test('lets a request leave as its second officer', async () => {
    const caseId = await theCase('sample-officer')
    for (const command of [drafted('q1'), checked('q1')]) await run(services, caseId, command, { officer: 'sample-officer' })
    const { proposalId, digest } = await propose(officer as Person, { kind: 'approve-request', requestId: 'q1', on: today }, caseId)
    expect(await agree(services, reviewer as Person, proposalId, withKey(reviewer as Person, digest))).toMatchObject({ ok: true })
    expect((await loadCaseState(fresh.database, caseId))?.state.requests[0]).toMatchObject({ drafted: { by: 'sample-officer' }, approved: { by: 'sample-reviewer' } })
  })

  test('agrees once', async () => {
    const { caseId, proposalId, digest } = await propose(officer as Person)
    const answers = await Promise.all([1, 2].map(() => agree(services, reviewer as Person, proposalId, withKey(reviewer as Person, digest))))
    // Whichever comes first counts; the other finds it ended, or its key's counter behind.
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await eventsOf(caseId)).filter(({ event }) => event.kind === 'fact-recorded')).toHaveLength(1)
  })
})

describe('nothing happens, and nothing is kept', () => {
  const refused = async (by: Person | undefined, { caseId, proposalId }: { readonly caseId: string; readonly proposalId: string }, agreeing: Agreeing, code: string) => {
    const before = (await eventsOf(caseId)).length
    expect(await agree(services, by as Person, proposalId, agreeing)).toMatchObject({ ok: false, refusal: { code } })
    expect([(await eventsOf(caseId)).length, (await findProposal(fresh.database, proposalId))?.ending]).toEqual([before, undefined])
  }

  test('when whoever agrees is who proposed', async () => {
    const proposed = await propose(both as Person)
    await refused(both, proposed, withKey(both as Person, proposed.digest), 'same-person')
  })

  test('when they may not approve', async () => {
    const proposed = await propose(both as Person)
    await refused(officer, proposed, withKey(officer as Person, proposed.digest), 'no-proposal')
  })

  test('when the passkey signed something else, is another person’s, or did not verify its person', async () => {
    const proposed = await propose(officer as Person)
    await refused(reviewer, proposed, withKey(reviewer as Person, '0'.repeat(64)), 'seen-otherwise')
    await refused(reviewer, proposed, withKey(both as Person, proposed.digest), 'not-recognised')
    await refused(reviewer, proposed, withKey({ ...(reviewer as Person), key: softwarePasskey() }, proposed.digest), 'not-recognised')
    const challenge = challengeOf(proposed.digest)
    await refused(reviewer, proposed, { means: 'passkey', answer: (reviewer as Person).key.answer({ challenge, origin, verified: false }) }, 'not-recognised')
    await refused(reviewer, proposed, { means: 'passkey', answer: (reviewer as Person).key.answer({ challenge, origin: 'https://elsewhere.example' }) }, 'not-recognised')
    await refused(reviewer, proposed, { means: 'passkey', answer: '{}' }, 'not-recognised')
  })

  test('when the case has moved on', async () => {
    const proposed = await propose(officer as Person)
    await run(services, proposed.caseId, { kind: 'travel-with', group: 'family-1' })
    await refused(reviewer, proposed, withKey(reviewer as Person, proposed.digest), 'moved-on')
  })

  test('when what was proposed is refused by then: a request that they drafted themselves', async () => {
    const caseId = await theCase('sample-both')
    for (const command of [drafted('q1'), checked('q1')]) await run(services, caseId, command, { officer: 'sample-reviewer' })
    const proposed = await propose(both as Person, { kind: 'approve-request', requestId: 'q1', on: today }, caseId)
    await refused(reviewer, proposed, withKey(reviewer as Person, proposed.digest), 'same-person')
  })

  test('when a sign-in at the provider was for another proposal, another text or another session', async () => {
    const proposed = await propose(officer as Person)
    const atProvider = { means: 'provider', proposalId: proposed.proposalId, digest: proposed.digest, sessionId: reviewer?.sessionId ?? '', evidence: { subject: 'sample' } } as const
    await refused(reviewer, proposed, { ...atProvider, proposalId: randomUUID() }, 'seen-otherwise')
    await refused(reviewer, proposed, { ...atProvider, digest: '0'.repeat(64) }, 'seen-otherwise')
    await refused(reviewer, proposed, { ...atProvider, sessionId: randomUUID() }, 'not-recognised')
    const strict = { ...services, signIn: { ...services.signIn, approval: 'passkey' as const } }
    expect(await agree(strict, reviewer as Person, proposed.proposalId, atProvider)).toEqual({ ok: false, refusal: { code: 'forbidden' } })
    expect(await agree(services, reviewer as Person, proposed.proposalId, atProvider)).toMatchObject({ ok: true })
    expect((await findProposal(fresh.database, proposed.proposalId))?.ending?.means).toBe('provider')
  })

  test('when somebody says that it is a demonstration, where it is none', async () => {
    const proposed = await propose(officer as Person)
    await refused(reviewer, proposed, { means: 'demonstration', chosen: 'sample-reviewer', address: '127.0.0.1' }, 'not-recognised')
  })
})

test('whoever may agree may reject, with a reason; whoever proposed withdraws; nobody else does either', async () => {
  const [one, two] = [await propose(officer as Person), await propose(officer as Person)]
  expect(await rejectProposal(services, reviewer as Person, one.proposalId, { reason: 'because', note: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
  expect(await rejectProposal(services, reviewer as Person, one.proposalId, { reason: 'wrong', note: 'x'.repeat(2001) })).toMatchObject({ refusal: { code: 'note-long' } })
  expect(await rejectProposal(services, officer as Person, one.proposalId, { reason: 'wrong', note: '' })).toMatchObject({ refusal: { code: 'no-proposal' } })
  expect(await withdrawProposal(services, reviewer as Person, two.proposalId)).toMatchObject({ refusal: { code: 'no-proposal' } })
  expect(await rejectProposal(services, reviewer as Person, one.proposalId, { reason: 'wrong', note: ' Sample words ' })).toEqual({ ok: true, value: null })
  expect(await withdrawProposal(services, officer as Person, two.proposalId)).toEqual({ ok: true, value: null })
  expect((await findProposal(fresh.database, one.proposalId))?.ending).toMatchObject({ outcome: 'rejected', reason: 'wrong', note: 'Sample words' })
})
