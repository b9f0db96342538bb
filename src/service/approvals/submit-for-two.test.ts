import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseServices, checked, day, drafted, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Command } from '../../casework/command.ts'
import { sha256 } from '../../kernel/digest.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { makeAccount } from '../../store/accounts.ts'
import { findProposal } from '../../store/approvals.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { submitCommand, type Submission } from '../work/submit-command.ts'
import { readProposal } from './write-proposal.ts'

let fresh: FreshDatabase
let services: CaseServices
let officer: Actor
beforeAll(async () => {
  fresh = await freshDatabase()
  services = caseServices(fresh, { book: shippedBook() })
  officer = { accountId: randomUUID(), handle: 'sample-officer', roles: ['officer'] }
  await makeAccount(fresh.database, { accountId: officer.accountId, handle: 'sample-officer', displayName: 'Sample Officer', language: 'en', roles: ['officer'], by: 'sample' })
})
afterAll(() => fresh.destroy())

const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const inHand = { kind: 'assign-officer', officer: 'sample-officer', note: 'sample' } as const
const stay = (value: 'yes' | 'no'): Command => ({ kind: 'record-fact', factId: randomUUID(), fact: 'court-stay-ordered', value, on: today, source: 'register of the court' })
const theCase = (...more: Parameters<typeof given>[2][]) => given(services, randomUUID(), opened, ghanaian, order, inHand, ...more)
const submit = (caseId: string, command: Command, more: Partial<Submission> = {}) => submitCommand(services, officer, { caseId, command, commandId: randomUUID(), version: 'newest', ...more })
const versionOf = async (caseId: string) => (await loadCaseState(fresh.database, caseId))?.state.version

describe('an officer', () => {
  test('records alone what holds more than before', async () => {
    const caseId = await theCase()
    expect(await submit(caseId, stay('yes'))).toMatchObject({ ok: true, value: { kind: 'done', appended: { version: 5 } } })
  })

  test('proposes what opens: nothing has happened in the case, and everything that was typed stands in the text', async () => {
    const caseId = await theCase()
    const done = await submit(caseId, stay('no'))
    expect(done).toMatchObject({ ok: true, value: { kind: 'proposed' } })
    expect(await versionOf(caseId)).toBe(4)
    const kept = await findProposal(fresh.database, done.ok && done.value.kind === 'proposed' ? done.value.proposalId : '')
    expect(kept).toMatchObject({ state: 'waiting', caseId, caseVersion: 4, kind: 'record-fact', proposer: 'sample-officer', isProtected: true, digest: sha256(kept?.content ?? '') })
    const { shown, act } = readProposal(kept?.content ?? '')
    expect(act).toMatchObject({ kind: 'record-fact', value: 'no', source: 'register of the court' })
    for (const text of [shown.en, shown.fr]) for (const part of ['register of the court', caseId, 'sample-officer', 'Sample, One', 'court-stay-ordered']) expect(text).toContain(part)
    expect(shown.en).toContain('Has a court')
    expect(shown.en).toContain('To Ghana')
    expect(shown.fr).toContain('Vers Ghana')
  })

  test('cannot type what passes for another line of the text: what goes on over several lines, and what is not seen, is shown as such', async () => {
    const typed = 'letter\u202e\n\nWhat this lets go of\n- Nothing.'
    const done = await submit(await theCase(), { ...stay('no'), source: typed } as Command)
    const kept = await findProposal(fresh.database, done.ok && done.value.kind === 'proposed' ? done.value.proposalId : '')
    const { shown, act } = readProposal(kept?.content ?? '')
    expect([act, shown.en.split('\n').filter((line) => line === 'What this lets go of').length]).toEqual([expect.objectContaining({ source: typed }), 1])
    for (const text of [shown.en, shown.fr]) expect(text).toContain('letter[U+202E]\n    | \n    | What this lets go of\n    | - Nothing.\n')
  })

  test('who sends the same again gets the same proposal; another under its id is refused', async () => {
    const caseId = await theCase()
    const [command, commandId] = [stay('no'), randomUUID()]
    const first = await submit(caseId, command, { commandId })
    expect(await submit(caseId, command, { commandId })).toEqual(first)
    expect(await submit(caseId, stay('no'), { commandId })).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId } })
  })

  test('proposes that a request leaves, also one that they drafted; what the state would learn is said', async () => {
    const caseId = await theCase()
    await run(services, caseId, drafted('q1'), { officer: 'sample-officer' })
    await run(services, caseId, checked('q1'), { officer: 'sample-officer' })
    const done = await submit(caseId, { kind: 'approve-request', requestId: 'q1', on: today })
    const kept = await findProposal(fresh.database, done.ok && done.value.kind === 'proposed' ? done.value.proposalId : '')
    expect(kept).toMatchObject({ kind: 'approve-request', isProtected: false })
    const { shown } = readProposal(kept?.content ?? '')
    expect(shown.en).toMatch(/Drafted by sample-officer[\s\S]+family name: Sample[\s\S]+Nationality claimed: Ghana/)
    expect((await loadCaseState(fresh.database, caseId))?.state.requests[0]?.approved).toBeUndefined()
  })

  test('is refused what the rules refuse, in their words, and proposes nothing', async () => {
    const caseId = await theCase()
    expect(await submit(caseId, { ...stay('no'), source: '' } as Command)).toMatchObject({ ok: false, refusal: { code: 'no-source' } })
    expect(await submit(caseId, stay('no'), { version: 2 })).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 2, actual: 4 } })
    expect(await submit(caseId, { kind: 'approve-request', requestId: 'q9', on: today })).toMatchObject({ ok: false, refusal: { code: 'unknown-request' } })
    expect(await submit(caseId, stay('no'), { commandId: 'x' })).toMatchObject({ ok: false, refusal: { code: 'bad-id' } })
    expect(await submit(caseId, { ...stay('no'), source: 'nul \u0000' } as Command)).toEqual({ ok: false, refusal: { code: 'text-not-storable' } })
  })

  test('reaches nobody else’s case', async () => {
    const caseId = await theCase([{ ...inHand, officer: 'somebody-else' }, {}])
    expect(await submit(caseId, stay('no'))).toEqual({ ok: false, refusal: { code: 'not-reached' } })
  })

  test('does no half of a merge: a record is not taken over without the other case being closed', async () => {
    const caseId = await theCase()
    for (const kind of ['absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'] as const) expect(await submit(caseId, { kind, on: today, reason: 'sample' })).toEqual({ ok: false, refusal: { code: 'half-a-merge' } })
    expect(await versionOf(caseId)).toBe(4)
  })
})
