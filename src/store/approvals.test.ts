import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { command, openSampleCase, sampleDay } from '../../test/sample-case.ts'
import { sha256 } from '../kernel/digest.ts'
import { makeAccount } from './accounts.ts'
import { agreeApproval, findAgreement, findProposal, findProposalOfCommand, proposalsBy, proposalsOfCase, proposeApproval, rejectApproval, waitingProposals, withdrawApproval, type NewProposal } from './approvals.ts'
import { appendEvents } from './cases.ts'
import { addPasskey, revokePasskey } from './passkeys.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  let [officer, reviewer] = ['', '']
  beforeAll(async () => {
    fresh = await freshDatabase(server)
    officer = await make('sample-officer', 'officer')
    reviewer = await make('sample-reviewer', 'legal-reviewer')
  })
  afterAll(() => fresh.destroy())

  const make = async (handle: string, role: string) => {
    const accountId = randomUUID()
    await makeAccount(fresh.database, { accountId, handle, displayName: handle, language: 'en', roles: [role], by: 'sample' })
    return accountId
  }
  const proposalOf = (caseId: string, more: Partial<NewProposal> & { readonly act?: object } = {}): NewProposal => {
    const { act = { kind: 'record-fact' }, ...rest } = more
    const proposal = { proposalId: randomUUID(), subject: 'command', caseId, caseVersion: 4, commandId: randomUUID(), kind: 'record-fact', isProtected: false, proposedBy: officer, proposer: 'sample-officer', ...rest } as const
    return { content: JSON.stringify({ format: 'comity-approval/1', subject: proposal.subject, caseId, version: proposal.caseVersion, commandId: proposal.commandId, proposer: proposal.proposer, act, shown: { en: 'Sample', fr: 'Exemple' } }), ...proposal }
  }
  const propose = async (more: Partial<NewProposal> = {}) => {
    const proposal = proposalOf(more.caseId ?? (await openSampleCase(fresh)), more)
    expect(await proposeApproval(fresh.database, proposal)).toEqual({ ok: true, value: proposal.proposalId })
    return proposal
  }
  const agree = ({ proposalId, content }: NewProposal, more: Partial<Parameters<typeof agreeApproval>[1]> = {}) => agreeApproval(fresh.database, { proposalId, accountId: reviewer, seen: sha256(content), means: 'provider', evidence: { subject: 'sample' }, ...more })
  const moveOn = (caseId = '') => appendEvents(fresh.database, command(caseId, 4, [{ kind: 'risk-recorded', riskId: 'risk-1', destination: 'KE', finding: 'substantial-risk', reasons: 'sample', by: 'sample-officer', on: sampleDay }]))

  test('a proposal waits for somebody else than who made it, and is theirs in their own list', async () => {
    const { proposalId, caseId = '', commandId } = await propose()
    const [others, own] = [await waitingProposals(fresh.database, { handle: 'sample-reviewer', subjects: ['command'], limit: 100 }), await waitingProposals(fresh.database, { handle: 'sample-officer', subjects: ['command'], limit: 100 })]
    expect([others.some((one) => one.proposalId === proposalId), own.some((one) => one.proposalId === proposalId)]).toEqual([true, false])
    expect((await proposalsBy(fresh.database, { accountId: officer, limit: 100 })).map((one) => one.proposalId)).toContain(proposalId)
    expect(await proposalsOfCase(fresh.database, caseId)).toMatchObject([{ proposalId, state: 'waiting' }])
    expect(await findProposalOfCommand(fresh.database, commandId)).toMatchObject({ proposalId })
  })

  test('is agreed to once, by another person, over the bytes that were shown', async () => {
    const proposal = await propose()
    expect(await agree(proposal, { accountId: officer })).toEqual({ ok: false, refusal: { code: 'same-person' } })
    expect(await agree(proposal, { seen: sha256('something else') })).toEqual({ ok: false, refusal: { code: 'seen-otherwise' } })
    expect(await agree(proposal)).toEqual({ ok: true, value: null })
    expect(await agree(proposal)).toEqual({ ok: false, refusal: { code: 'ended' } })
    expect(await findProposal(fresh.database, proposal.proposalId)).toMatchObject({ state: 'agreed', ending: { handle: 'sample-reviewer', means: 'provider', evidence: { subject: 'sample' } } })
    expect(await findAgreement(fresh.database, { subject: 'command', caseId: proposal.caseId ?? '', caseVersion: 4 })).toMatchObject({ proposalId: proposal.proposalId })
  })

  test('is agreed to with a key of this very person, over this very digest', async () => {
    const proposal = await propose()
    const add = (credentialId: string, accountId: string) => addPasskey(fresh.database, { credentialId, accountId, publicKey: Buffer.from('sample'), counter: 0, transports: [], backedUp: false, name: 'Sample' })
    await add('b2ZmaWNlci1rZXk', officer)
    await add('cmV2b2tlZC1rZXk', reviewer)
    await add('cmV2aWV3ZXIta2V5', reviewer)
    await revokePasskey(fresh.database, { credentialId: 'cmV2b2tlZC1rZXk', accountId: reviewer, by: 'sample' })
    const evidenceOf = (credentialId: string, over = proposal.content, type = 'webauthn.get') =>
      ({ credentialId, signature: 'eA', authenticatorData: 'eA', clientDataJSON: Buffer.from(JSON.stringify({ type, challenge: Buffer.from(sha256(over), 'hex').toString('base64url') })).toString('base64url') })
    const withKey = (evidence: Readonly<Record<string, string>>) => agree(proposal, { means: 'passkey', evidence })
    for (const credentialId of ['b2ZmaWNlci1rZXk', 'cmV2b2tlZC1rZXk', 'bm9ib2R5']) expect(await withKey(evidenceOf(credentialId))).toEqual({ ok: false, refusal: { code: 'not-recognised' } })
    expect(await withKey({ ...evidenceOf('cmV2aWV3ZXIta2V5'), signature: '' })).toEqual({ ok: false, refusal: { code: 'not-recognised' } })
    expect(await withKey(evidenceOf('cmV2aWV3ZXIta2V5', 'something else'))).toEqual({ ok: false, refusal: { code: 'seen-otherwise' } })
    expect(await withKey(evidenceOf('cmV2aWV3ZXIta2V5', proposal.content, 'webauthn.create'))).toEqual({ ok: false, refusal: { code: 'seen-otherwise' } })
    expect(await withKey(evidenceOf('cmV2aWV3ZXIta2V5'))).toEqual({ ok: true, value: null })
  })

  test('dies when its case moves on, and nobody can agree or reject any more', async () => {
    const proposal = await propose()
    await moveOn(proposal.caseId)
    expect(await agree(proposal)).toEqual({ ok: false, refusal: { code: 'moved-on' } })
    expect(await rejectApproval(fresh.database, { proposalId: proposal.proposalId, accountId: reviewer, reason: 'wrong', note: '' })).toEqual({ ok: false, refusal: { code: 'moved-on' } })
    expect(await findProposal(fresh.database, proposal.proposalId)).toMatchObject({ state: 'moved-on' })
  })

  test('dies after seven days', async () => {
    const proposal = await propose()
    await sql`alter table approval_proposal disable trigger only_grows`.execute(fresh.asOwner())
    await sql`update approval_proposal set proposed_at = proposed_at - interval '7 days 1 minute' where proposal_id = ${proposal.proposalId}`.execute(fresh.asOwner())
    await sql`alter table approval_proposal enable trigger only_grows`.execute(fresh.asOwner())
    expect(await agree(proposal)).toEqual({ ok: false, refusal: { code: 'too-old' } })
    expect(await findProposal(fresh.database, proposal.proposalId)).toMatchObject({ state: 'too-old' })
  })

  test('is withdrawn by who made it, and rejected by somebody else, with a reason', async () => {
    const [one, two] = [await propose(), await propose()]
    expect(await withdrawApproval(fresh.database, { proposalId: one.proposalId, accountId: reviewer })).toEqual({ ok: false, refusal: { code: 'not-proposer' } })
    expect(await withdrawApproval(fresh.database, { proposalId: one.proposalId, accountId: officer })).toEqual({ ok: true, value: null })
    expect(await rejectApproval(fresh.database, { proposalId: two.proposalId, accountId: officer, reason: 'wrong', note: '' })).toEqual({ ok: false, refusal: { code: 'same-person' } })
    expect(await rejectApproval(fresh.database, { proposalId: two.proposalId, accountId: reviewer, reason: 'unproven', note: 'Sample words' })).toEqual({ ok: true, value: null })
    expect([(await findProposal(fresh.database, one.proposalId))?.state, (await findProposal(fresh.database, two.proposalId))?.ending]).toMatchObject(['withdrawn', { reason: 'unproven', note: 'Sample words' }])
  })

  test('about a version that is gone, or was never, is not made', async () => {
    const caseId = await openSampleCase(fresh)
    expect(await proposeApproval(fresh.database, proposalOf(caseId, { caseVersion: 3 }))).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 3, actual: 4 } })
    expect(await proposeApproval(fresh.database, proposalOf(randomUUID()))).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 4, actual: 0 } })
  })

  test('of the same command is the one that is there; of another under its id there is none', async () => {
    const first = await propose()
    const again = proposalOf(first.caseId ?? '', { commandId: first.commandId })
    expect(await proposeApproval(fresh.database, again)).toEqual({ ok: true, value: first.proposalId })
    const other = proposalOf(first.caseId ?? '', { commandId: first.commandId, act: { kind: 'end-order' } })
    expect(await proposeApproval(fresh.database, other)).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId: first.commandId } })
  })

  test('two who agree at once are one who agrees and one who is told that it ended', async () => {
    const proposal = await propose()
    const second = await make('sample-second-reviewer', 'legal-reviewer')
    const outcomes = await Promise.all([agree(proposal), agree(proposal, { accountId: second })])
    expect(outcomes.map((one) => (one.ok ? 'agreed' : one.refusal.code)).sort()).toEqual(['agreed', 'ended'])
  })
})
