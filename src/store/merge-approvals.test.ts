import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { command, openSampleCase, sampleDay } from '../../test/sample-case.ts'
import { sha256 } from '../kernel/digest.ts'
import { makeAccount } from './accounts.ts'
import { agreeApproval, findProposal, proposalsOfCase, proposeMergeApproval, rejectApproval, waitingProposals, withdrawApproval, type NewMergeProposal } from './approvals.ts'
import { appendEvents } from './cases.ts'

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
  const proposalOf = async (more: Partial<NewMergeProposal> = {}): Promise<NewMergeProposal> => {
    const { stays = { caseId: await openSampleCase(fresh), version: 4 }, duplicate = { caseId: await openSampleCase(fresh), version: 4 }, commandId = randomUUID() } = more
    const content = JSON.stringify({ format: 'comity-approval/1', subject: 'merge', ...stays, other: duplicate, commandId, proposer: 'sample-officer', act: { kind: 'merge', stays: stays.caseId, duplicate: duplicate.caseId }, shown: { en: 'Sample', fr: 'Exemple' } })
    return { proposalId: randomUUID(), kind: 'merge', proposedBy: officer, proposer: 'sample-officer', content, ...more, stays, duplicate, commandId }
  }
  const propose = async (more: Partial<NewMergeProposal> = {}) => {
    const proposal = await proposalOf(more)
    expect(await proposeMergeApproval(fresh.database, proposal)).toEqual({ ok: true, value: proposal.proposalId })
    return proposal
  }
  const agree = ({ proposalId, content }: NewMergeProposal) => agreeApproval(fresh.database, { proposalId, accountId: reviewer, seen: sha256(content), means: 'provider', evidence: { subject: 'sample' } })
  const moveOn = (caseId: string) => appendEvents(fresh.database, command(caseId, 4, [{ kind: 'risk-recorded', riskId: 'risk-1', destination: 'KE', finding: 'substantial-risk', reasons: 'sample', by: 'sample-officer', on: sampleDay }]))

  test('a proposal about two cases is one of both, waits for somebody else, and is agreed to once', async () => {
    const proposal = await propose()
    const { proposalId, stays, duplicate } = proposal
    expect(await findProposal(fresh.database, proposalId)).toMatchObject({ subject: 'merge', state: 'waiting', isProtected: true, caseId: stays.caseId, caseVersion: 4, otherCaseId: duplicate.caseId, otherCaseVersion: 4 })
    for (const { caseId } of [stays, duplicate]) expect(await proposalsOfCase(fresh.database, caseId)).toMatchObject([{ proposalId }])
    expect((await waitingProposals(fresh.database, { handle: 'sample-reviewer', subjects: ['merge'], limit: 100 })).map((one) => one.proposalId)).toContain(proposalId)
    expect([await agree(proposal), await agree(proposal)]).toEqual([{ ok: true, value: null }, { ok: false, refusal: { code: 'ended' } }])
  })

  test.each(['stays', 'duplicate'] as const)('it dies when the case that is its %s moves on: nobody agrees, rejects or withdraws any more', async (of) => {
    const proposal = await propose()
    await moveOn(proposal[of].caseId)
    const { proposalId } = proposal
    expect((await findProposal(fresh.database, proposalId))?.state).toBe('moved-on')
    expect((await waitingProposals(fresh.database, { handle: 'sample-reviewer', subjects: ['merge'], limit: 100 })).map((one) => one.proposalId)).not.toContain(proposalId)
    const ends = [await agree(proposal), await rejectApproval(fresh.database, { proposalId, accountId: reviewer, reason: 'wrong', note: '' }), await withdrawApproval(fresh.database, { proposalId, accountId: officer })]
    expect(ends).toEqual(ends.map(() => ({ ok: false, refusal: { code: 'moved-on' } })))
  })

  test('it is not made about versions that are gone, and says which', async () => {
    const [proposal, other] = [await proposalOf(), await proposalOf()]
    await moveOn(proposal.stays.caseId)
    await moveOn(other.duplicate.caseId)
    for (const one of [proposal, other]) expect(await proposeMergeApproval(fresh.database, one)).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 4, actual: 5 } })
  })

  test('the same again is the one that is there; another under its id is refused', async () => {
    const proposal = await propose()
    expect(await proposeMergeApproval(fresh.database, { ...proposal, proposalId: randomUUID() })).toEqual({ ok: true, value: proposal.proposalId })
    const turned = await proposalOf({ commandId: proposal.commandId, stays: proposal.duplicate, duplicate: proposal.stays })
    expect(await proposeMergeApproval(fresh.database, turned)).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId: proposal.commandId } })
  })

  test('two that cross are kept one after the other: neither waits for ever', async () => {
    const one = await proposalOf()
    const turned = await proposalOf({ stays: one.duplicate, duplicate: one.stays })
    const ends = await Promise.all([one, turned].map(async (each) => (await proposeMergeApproval(fresh.database, each)).ok))
    const agreed = await Promise.all([agree(one), agree(turned)])
    expect([ends, agreed.map(({ ok }) => ok)]).toEqual([[true, true], [true, true]])
  })
})
