import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseServices, day, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { softwarePasskey, type SoftwarePasskey } from '../../../test/software-passkey.ts'
import type { Command } from '../../casework/command.ts'
import { sha256 } from '../../kernel/digest.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { makeAccount } from '../../store/accounts.ts'
import { findProposal } from '../../store/approvals.ts'
import { addPasskey } from '../../store/passkeys.ts'
import type { Role } from '../access/roles.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitTogether } from '../work/submit-together.ts'
import { agree, type Agreeing } from './agree.ts'
import type { ApprovalServices } from './agreement.ts'
import type { FactsTogether } from './look-ahead.ts'
import { verifyEvidence } from './verify-evidence.ts'
import { challengeOf, commandsIn, readProposal } from './write-proposal.ts'

type Person = SignedIn & { readonly key: SoftwarePasskey }
type Fact = FactsTogether['handed'][number]['command']

const origin = 'https://comity.example'
let fresh: FreshDatabase
let services: ApprovalServices
let officer: Person
let reviewer: Person
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
  await sql`insert into session (session_id, account_id, token_digest, recognised, browser) values (${sessionId}, ${accountId}, sha256(${sessionId}::text::bytea), 'passkey', 'sample')`.execute(fresh.database)
  return { accountId, handle, displayName: handle, language: 'en', demonstration: false, roles, sessionId, beganAt: now, endsAt: now, recognised: 'passkey', recognisedAt: now, key }
}

const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const fact = (code: Fact['fact'], value: Fact['value'], more: Partial<Fact> = {}): Fact => ({ kind: 'record-fact', factId: randomUUID(), fact: code, value, on: today, source: `source of ${code}`, ...more })
const noStay = () => fact('court-stay-ordered', 'no')
const noClaim = () => fact('protection-claim-made', 'no')
const theCase = () => given(services, randomUUID(), opened, ghanaian, order, { kind: 'assign-officer', officer: officer.handle, note: 'sample' })
const together = (caseId: string, commands: readonly Fact[], more: Partial<FactsTogether> = {}): FactsTogether => ({ caseId, commandId: randomUUID(), version: 4, handed: commands.map((command) => ({ commandId: randomUUID(), command })), ...more })
const eventsOf = async (caseId: string) => (await loadCaseState(fresh.database, caseId))?.events ?? []
const withKey = (digest: string): Agreeing => ({ means: 'passkey', answer: reviewer.key.answer({ challenge: challengeOf(digest), origin }) })

async function propose(facts: FactsTogether) {
  const done = await submitTogether(services, officer, facts)
  if (!done.ok || done.value.kind !== 'proposed') throw new Error(JSON.stringify(done))
  const proposal = await findProposal(fresh.database, done.value.proposalId)
  if (!proposal) throw new Error('no proposal')
  return { ...proposal, refused: done.value.refused }
}

describe('facts that were handed in together', () => {
  test('are one proposal about the case as it is: the text says each with its fields, in their order, and what they let go of', async () => {
    const caseId = await theCase()
    const facts = together(caseId, [noStay(), noClaim()])
    const { kind, caseVersion, isProtected, content, digest, state } = await propose(facts)
    expect([kind, caseVersion, isProtected, digest, state]).toEqual(['record-facts', 4, true, sha256(content), 'waiting'])
    expect(commandsIn(readProposal(content))).toEqual(facts.handed)
    const { shown } = readProposal(content)
    for (const text of [shown.en, shown.fr]) {
      for (const part of ['source of court-stay-ordered', 'source of protection-claim-made', caseId, 'Sample, One']) expect(text).toContain(part)
      expect(text.indexOf('source of court-stay-ordered')).toBeLessThan(text.indexOf('source of protection-claim-made'))
    }
    expect(shown.en).toMatch(/1 of 2[\s\S]+2 of 2[\s\S]+To Ghana, no longer a reason to hold: Has a court/)
    expect(shown.fr).toMatch(/1 sur 2[\s\S]+2 sur 2[\s\S]+Vers Ghana/)
    expect(await eventsOf(caseId)).toHaveLength(4)
  })

  test('let go of no less in the text than each would by itself: one that holds again hides nothing', async () => {
    const one = await propose(together(await theCase(), [noStay()]))
    const hidden = await propose(together(await theCase(), [noStay(), noClaim(), fact('court-stay-ordered', 'yes')]))
    const said = (content: string) => readProposal(content).shown.en.split('\n').filter((line) => line.includes('no longer a reason'))
    expect(said(one.content).length).toBeGreaterThan(0)
    expect(said(hidden.content)).toEqual(expect.arrayContaining(said(one.content)))
  })

  test('the same again is the same proposal; others under its id are refused', async () => {
    const caseId = await theCase()
    const facts = together(caseId, [noStay(), noClaim()])
    const { proposalId } = await propose(facts)
    expect((await propose(facts)).proposalId).toBe(proposalId)
    expect(await submitTogether(services, officer, together(caseId, [noStay(), noClaim()], { commandId: facts.commandId }))).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId: facts.commandId } })
  })

  test('of which one is refused, the others are proposed', async () => {
    const facts = together(await theCase(), [noStay(), fact('medical-concern', 'no', { source: '' }), fact('child-affected', 'no', { source: 'nul \u0000' }), noClaim()])
    const { content, refused } = await propose(facts)
    expect([...refused.values()]).toMatchObject([{ code: 'no-source' }, { code: 'text-not-storable' }])
    expect(commandsIn(readProposal(content)).map(({ commandId }) => commandId)).toEqual([facts.handed[0]?.commandId, facts.handed[3]?.commandId])
  })

  test('which open nothing, about a case that moved on, or that is nobody’s they reach, are no proposal', async () => {
    const [own, foreign] = [await theCase(), await given(services, randomUUID(), opened, ghanaian, order)]
    expect(await submitTogether(services, officer, together(own, [fact('court-stay-ordered', 'yes')]))).toEqual({ ok: true, value: { kind: 'opens-nothing' } })
    expect(await submitTogether(services, officer, together(own, [noStay(), noClaim()], { version: 3 }))).toEqual({ ok: true, value: { kind: 'opens-nothing' } })
    for (const caseId of [foreign, randomUUID()]) expect(await submitTogether(services, officer, together(caseId, [noStay(), noClaim()]))).toEqual({ ok: false, refusal: { code: 'not-reached' } })
  })
})

describe('a second person who agrees to several facts', () => {
  test('records them all in their order, in the name of who proposed them; the signature over all of them is found to hold', async () => {
    const caseId = await theCase()
    const facts = together(caseId, [noStay(), noClaim()])
    const { proposalId, digest } = await propose(facts)
    expect(await agree(services, reviewer, proposalId, withKey(digest))).toMatchObject({ ok: true })
    const recorded = (await eventsOf(caseId)).slice(4)
    expect(recorded.map(({ event, recordedBy, commandId }) => [event.kind, recordedBy, commandId])).toEqual(facts.handed.map(({ commandId }) => ['fact-recorded', 'sample-officer', commandId]))
    const verified = await verifyEvidence(services, proposalId)
    expect(verified?.checks.filter(({ holds }) => !holds)).toEqual([])
    expect(verified?.checks).toHaveLength(6)
  })

  test('records none of them when one can no longer be recorded, and has not agreed', async () => {
    const caseId = await theCase()
    const { proposalId, digest } = await propose(together(caseId, [fact('court-stay-ordered', 'no', { on: day('2026-01-20') }), noClaim()]))
    // A clock that is behind: the first is recorded, and the second lies in the future.
    const behind: ApprovalServices = { ...services, clock: { ...services.clock, today: () => day('2026-01-25') } }
    expect(await agree(behind, reviewer, proposalId, withKey(digest))).toMatchObject({ ok: false, refusal: { code: 'refused', why: { code: 'day-in-future' } } })
    expect([(await eventsOf(caseId)).length, (await findProposal(fresh.database, proposalId))?.ending]).toEqual([4, undefined])
  })

  test('agrees to nothing once the case has moved on', async () => {
    const caseId = await theCase()
    const { proposalId, digest } = await propose(together(caseId, [noStay(), noClaim()]))
    await run(services, caseId, { kind: 'travel-with', group: 'family-1' })
    expect(await agree(services, reviewer, proposalId, withKey(digest))).toMatchObject({ ok: false, refusal: { code: 'moved-on' } })
  })
})
