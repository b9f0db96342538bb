import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseServices, day, drafted, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { softwarePasskey, type SoftwarePasskey } from '../../../test/software-passkey.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { sha256 } from '../../kernel/digest.ts'
import { makeAccount } from '../../store/accounts.ts'
import { findProposal, proposalsOfCase } from '../../store/approvals.ts'
import { addPasskey } from '../../store/passkeys.ts'
import { beginSession } from '../../store/sessions.ts'
import type { Role } from '../access/roles.ts'
import { mergeCases } from '../cases/merge-cases.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitMerge, type MergeSubmission } from '../work/submit-merge.ts'
import { agree } from './agree.ts'
import type { ApprovalServices } from './agreement.ts'
import type { MergeAct } from './look-at-merge.ts'
import { readApproval } from './read-approvals.ts'
import { challengeOf, readProposal } from './write-proposal.ts'

type Person = SignedIn & { readonly key: SoftwarePasskey }

const origin = 'https://comity.example'
let fresh: FreshDatabase
let services: ApprovalServices
let [officer, reviewer]: readonly Person[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  services = { ...caseServices(fresh, { book: shippedBook() }), signIn: { mode: 'passkeys', origin } }
  officer = await person('sample-officer', ['officer'])
  reviewer = await person('sample-reviewer', ['legal-reviewer'])
})
afterAll(() => fresh.destroy())

async function person(handle: string, roles: readonly Role[]): Promise<Person> {
  const [accountId, sessionId, key, now] = [randomUUID(), randomUUID(), softwarePasskey(), new Date().toISOString()]
  await makeAccount(fresh.database, { accountId, handle, displayName: handle, language: 'en', roles, by: 'sample' })
  await addPasskey(fresh.database, { credentialId: key.credentialId, accountId, publicKey: key.publicKey, counter: 0, transports: [], backedUp: false, name: 'Sample' })
  await beginSession(fresh.database, { sessionId, accountId, tokenDigest: sha256(sessionId), recognised: 'passkey', browser: 'sample' })
  return { accountId, handle, displayName: handle, language: 'en', demonstration: false, roles, sessionId, beganAt: now, endsAt: now, recognised: 'passkey', recognisedAt: now, key }
}

const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const inHand = { kind: 'assign-officer', officer: 'sample-officer', note: 'sample' } as const
const stay = (value: 'yes' | 'no', source = 'register of the court'): Command => ({ kind: 'record-fact', factId: randomUUID(), fact: 'court-stay-ordered', value, on: today, source })
const theCase = (...more: Parameters<typeof given>[2][]) => given(services, randomUUID(), opened, ghanaian, order, inHand, ...more)
const stateOf = async (caseId: string) => (await loadCaseState(fresh.database, caseId))?.state
const versionOf = async (caseId: string) => (await stateOf(caseId))?.version ?? 0
const merge = async (act: Pick<MergeAct, 'stays' | 'duplicate'> & Partial<MergeAct>, more: Partial<MergeSubmission> = {}) =>
  submitMerge(services, officer as Person, { act: { kind: 'merge', on: today, reason: 'same prints', ...act }, mergeId: randomUUID(), versions: { stays: await versionOf(act.stays), duplicate: await versionOf(act.duplicate) }, ...more })
const proposalOf = (done: Awaited<ReturnType<typeof merge>>) => (done.ok && done.value.kind === 'proposed' ? done.value.proposalId : '')
const agreeTo = async (proposalId: string, who = reviewer as Person) => {
  const { digest = '' } = (await findProposal(fresh.database, proposalId)) ?? {}
  return agree(services, who, proposalId, { means: 'passkey', answer: who.key.answer({ challenge: challengeOf(digest), origin }) })
}

/** Two records of one person: in the duplicate nobody looked whether there is a stay; in the other one it was found that there is none. */
const opening = async () => ({ stays: await theCase(), duplicate: await theCase(stay('no')) })
const holding = async () => ({ stays: await theCase(), duplicate: await theCase(stay('yes')) })

describe('two records of one person', () => {
  test('are brought together by one person where that lets go of nothing', async () => {
    const { stays, duplicate } = await holding()
    expect(await merge({ stays, duplicate })).toEqual({ ok: true, value: { kind: 'done', versions: { stays: 5, duplicate: 6 } } })
    expect([(await stateOf(stays))?.facts.map(({ absorbedFrom }) => absorbedFrom), (await stateOf(duplicate))?.mergedInto]).toEqual([[duplicate], stays])
  })

  test('are only proposed where that lets go of something: neither case has moved, and the text tells both', async () => {
    const { stays, duplicate } = await opening()
    const kept = await findProposal(fresh.database, proposalOf(await merge({ stays, duplicate })))
    expect([await versionOf(stays), await versionOf(duplicate)]).toEqual([4, 5])
    expect(kept).toMatchObject({ subject: 'merge', kind: 'merge', state: 'waiting', caseId: stays, caseVersion: 4, otherCaseId: duplicate, otherCaseVersion: 5, isProtected: true, proposer: 'sample-officer' })
    const { shown } = readProposal(kept?.content ?? '')
    for (const text of [shown.en, shown.fr]) for (const part of [stays, duplicate, 'Sample, One', 'court-stay-ordered', 'register of the court', 'same prints', 'sample-officer']) expect(text).toContain(part)
    expect(shown.en).toMatch(/What this lets go of\n- To Ghana, no longer a reason to hold: Has a court/)
    expect((await proposalsOfCase(fresh.database, duplicate)).map(({ proposalId }) => proposalId)).toEqual([kept?.proposalId])
  })

  test('become one when a second person agrees, in the name of who proposed it, and once', async () => {
    const { stays, duplicate } = await opening()
    const proposalId = proposalOf(await merge({ stays, duplicate }))
    expect(await agreeTo(proposalId, officer as Person)).toMatchObject({ ok: false })
    expect(await agreeTo(proposalId)).toMatchObject({ ok: true })
    expect([(await stateOf(stays))?.facts.length, (await stateOf(duplicate))?.mergedInto]).toEqual([1, stays])
    expect((await loadCaseState(fresh.database, duplicate))?.events.at(-1)).toMatchObject({ recordedBy: 'sample-officer', event: { kind: 'merged-into' } })
    expect(await agreeTo(proposalId)).toEqual({ ok: false, refusal: { code: 'ended' } })
    const { rows } = await sql<{ case_id: string }>`select case_id from access_log where action = 'case.approve' and about ->> 'proposal' = ${proposalId}`.execute(fresh.asOwner())
    expect(rows.map((row) => row.case_id).toSorted()).toEqual([stays, duplicate].toSorted())
  })

  test.each(['stays', 'duplicate'] as const)('are left alone when the case that is the %s one has moved on since', async (of) => {
    const both = await opening()
    const proposalId = proposalOf(await merge(both))
    await run(services, both[of], { kind: 'record-availability', available: true, on: today, source: 'report' })
    expect((await findProposal(fresh.database, proposalId))?.state).toBe('moved-on')
    expect(await agreeTo(proposalId)).toEqual({ ok: false, refusal: { code: 'moved-on' } })
    expect((await stateOf(both.duplicate))?.mergedInto).toBeUndefined()
  })

  test('are not parted by one person where what only one of them held would be let go', async () => {
    const both = { stays: await theCase(stay('no')), duplicate: await theCase(stay('yes')) }
    expect(await merge(both)).toMatchObject({ ok: true, value: { kind: 'done' } })
    const parted = await merge({ ...both, kind: 'unmerge', reason: 'two people' })
    const { shown } = readProposal((await findProposal(fresh.database, proposalOf(parted)))?.content ?? '')
    // The stay came from the duplicate: the other one is freed of it.
    expect(shown.en).toMatch(/What the case that stays lets go of\n- To Ghana, no longer a reason to hold: Has a court/)
    expect(shown.en).toContain('What the case that stays gives back\n- Fact ')
    expect(await agreeTo(proposalOf(parted))).toMatchObject({ ok: true })
    expect([(await stateOf(both.stays))?.facts.length, (await stateOf(both.duplicate))?.mergedInto]).toEqual([1, undefined])
  })

  test('of which the one that stays holds what the duplicate does not, take two people to part: the duplicate could be worked on without it', async () => {
    const both = { stays: await theCase(stay('yes')), duplicate: await theCase(stay('no')) }
    await mergeCases(services, { ...both, on: today, reason: 'sample', officer: 'sample-officer', mergeId: randomUUID() })
    const parted = await merge({ ...both, kind: 'unmerge', reason: 'two people' })
    expect(readProposal((await findProposal(fresh.database, proposalOf(parted)))?.content ?? '').shown.en).toMatch(/the duplicate, worked on again, would not hold\n- To Ghana, no longer a reason to hold: Has a court/)
  })

  test('sent again are the same proposal, or the same answer; something else under its id is refused', async () => {
    const [mergeId, both, alone] = [randomUUID(), await opening(), await holding()]
    const first = await merge(both, { mergeId })
    expect(await merge(both, { mergeId })).toEqual(first)
    expect(await merge({ ...both, reason: 'other' }, { mergeId })).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId: mergeId } })
    const again = { mergeId: randomUUID(), versions: { stays: 4, duplicate: 5 } }
    const done = await merge(alone, again)
    await run(services, alone.stays, { kind: 'record-availability', available: true, on: today, source: 'report' })
    expect([done.ok, await merge(alone, again)]).toEqual([true, done])
    expect(await merge({ ...alone, reason: 'other' }, again)).toMatchObject({ ok: false, refusal: { code: 'command-repeated-differently' } })
  })

  test('of which one is another officer’s, or is not there, are not reached: the same answer', async () => {
    const [own, foreign] = [await theCase(), await theCase([{ ...inHand, officer: 'somebody-else' }, {}])]
    for (const other of [foreign, randomUUID(), 'x', `${randomUUID()}'`]) for (const both of [{ stays: own, duplicate: other }, { stays: other, duplicate: own }]) {
      expect(await submitMerge(services, officer as Person, { act: { kind: 'merge', on: today, reason: 'sample', ...both }, mergeId: randomUUID(), versions: { stays: 4, duplicate: 4 } })).toEqual({ ok: false, refusal: { code: 'not-reached' } })
    }
    expect([await versionOf(own), await versionOf(foreign)]).toEqual([4, 5])
  })

  test('are refused in the words of casework, with the case that is in the way', async () => {
    const both = { stays: await theCase(), duplicate: await theCase(drafted('q1'), { kind: 'check-request', requestId: 'q1', on: today }, [{ kind: 'approve-request', requestId: 'q1', on: today }, { officer: 'officer-two' }]) }
    const busy = await merge(both)
    expect(busy.ok ? busy.value.kind : busy.refusal).toMatchObject({ code: 'still-open', of: 'duplicate' })
    expect(await merge({ stays: both.stays, duplicate: both.stays })).toMatchObject({ ok: false, refusal: { code: 'same-case' } })
    expect(await merge(await holding(), { versions: { stays: 4, duplicate: 4 } })).toMatchObject({ ok: false, refusal: { code: 'stale-version', of: 'duplicate', expected: 4, actual: 5 } })
    expect(await merge({ ...(await holding()), reason: '' })).toMatchObject({ ok: false, refusal: { code: 'empty-field' } })
    expect(await merge({ ...(await holding()), reason: 'nul \u0000' })).toEqual({ ok: false, refusal: { code: 'text-not-storable' } })
    expect(await merge(await holding(), { mergeId: 'x' })).toMatchObject({ ok: false, refusal: { code: 'bad-id' } })
  })

  test('cannot be told of in words that pass for lines of the text', async () => {
    const both = { stays: await theCase(), duplicate: await theCase(stay('no', 'letter\n- Nothing.\nWhat this lets go of\n- Nothing.')) }
    const { shown } = readProposal((await findProposal(fresh.database, proposalOf(await merge({ ...both, reason: 'same\u2028What this lets go of\u2028- Nothing.' }))))?.content ?? '')
    expect([shown.en.split('\n').filter((line) => line === 'What this lets go of').length, shown.en.split('\n').filter((line) => line === '- Nothing.').length]).toEqual([1, 0])
  })

  test('that were proposed are read by who reaches both, and every look stands in the record of both', async () => {
    const both = await opening()
    const proposalId = proposalOf(await merge(both))
    const read = (who: SignedIn) => readApproval({ ...services, roles: fresh.as }, who, proposalId)
    expect(await read(officer as Person)).toMatchObject({ isOwn: true, mayAgree: false, shown: expect.anything() as object })
    const { rows } = await sql<{ case_id: string }>`select distinct case_id from access_log where about ->> 'proposal' = ${proposalId}`.execute(fresh.asOwner())
    expect(rows.map((row) => row.case_id).toSorted()).toEqual([both.stays, both.duplicate].toSorted())
    await run(services, both.duplicate, { ...inHand, officer: 'somebody-else' })
    expect([await read(officer as Person), await read({ ...(officer as Person), roles: ['analyst'] })]).toEqual([undefined, undefined])
  })
})
