import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Decision } from '../../src/casework/decision.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import { writeAccess } from '../../src/store/access-log.ts'
import { disableAccount, makeAccount, setRoles } from '../../src/store/accounts.ts'
import { agreeApproval, proposeApproval } from '../../src/store/approvals.ts'
import { breakGlass, reviewGlass } from '../../src/store/break-glass.ts'
import { recordDecision } from '../../src/store/decisions.ts'
import { appendEvents } from '../../src/store/cases.ts'
import { proposeLawUpdate } from '../../src/store/law-updates.ts'
import { addToken, revokeToken } from '../../src/store/api-tokens.ts'
import { addPasskey, revokePasskey } from '../../src/store/passkeys.ts'
import { beginSession, revokeSession } from '../../src/store/sessions.ts'
import { addInvitation, beginPending, countAttempt } from '../../src/store/sign-ins.ts'
import { recordStatutoryPerson } from '../../src/store/statutory-report.ts'
import { copyTemplate, type FreshDatabase } from '../fresh-database.ts'
import type { DatabaseServer } from '../database-servers.ts'
import { bookSampleCase, command, openSampleCase, recordSampleDecision, sampleBookingId, sampleDay, sampleDecision, sampleRequest, secret, sendSample, sendSampleCorrection, wrongSampleCase } from '../sample-case.ts'
import { decisionAsOwner } from './statements.ts'

/** A database with something in it to attack. */
export type World = {
  readonly fresh: FreshDatabase
  /** At version 4, with open decisions of every step about it. */
  readonly ready: { readonly caseId: string; readonly decision: Decision; /** Of a journey that nobody booked. */ readonly departure: Decision; readonly handOver: Decision; readonly booking: Decision; readonly contact: Decision }
  /** At version 5, with a booking and open decisions about it. */
  readonly booked: { readonly caseId: string; readonly departure: Decision; /** Of a journey to another place than the one booked. */ readonly elsewhere: Decision; readonly request: Decision; readonly contact: Decision }
  /** At version 6, its booking cancelled, with an open decision on departure. */
  readonly cancelled: { readonly caseId: string; readonly departure: Decision }
  /** At version 4, held. */
  readonly held: { readonly caseId: string; readonly decision: Decision }
  /** At version 5; its open decision is about version 4. */
  readonly moved: { readonly caseId: string; readonly decision: Decision }
  /** At version 5, with a message, protected breakdowns, and a withdrawal waiting. */
  readonly sent: { readonly caseId: string; readonly decision: Decision }
  /** At version 6, its request gone and its identity put right since, with an open decision on contact. */
  readonly wrong: { readonly caseId: string; readonly decision: Decision }
  /** At version 7: a correction has left. */
  readonly corrected: { readonly caseId: string; readonly decision: Decision }
  /** At version 7: the request was taken back after the identity was put right. Its open decision on contact is about version 7. */
  readonly takenBack: { readonly caseId: string; readonly decision: Decision }
  /** At version 4; its open decision is two hours old. */
  readonly old: { readonly caseId: string; readonly decision: Decision }
  /** At version 4; its open decision was made with another law than the one in force. */
  readonly otherLaw: { readonly caseId: string; readonly decision: Decision }
  readonly updateId: string
  /** The server process of a session of somebody else that is there now. */
  readonly otherProcess: () => Promise<number>
}

/** Builds the world in a database of its own. */
export async function makeWorld(server: DatabaseServer): Promise<World> {
  const own = await copyTemplate(server)
  const ready = await readyCase(own)
  const booked = await bookedCase(own)
  const cancelled = await cancelledCase(own)
  const held = await openSampleCase(own)
  const heldDecision = await recordSampleDecision(own, sampleDecision(held, {}, 'held-everywhere'))
  const moved = await openSampleCase(own)
  const movedDecision = await recordSampleDecision(own, sampleDecision(moved))
  await appendEvents(own.database, command(moved, 4, [{ kind: 'risk-recorded', riskId: 'risk-1', destination: 'KE', finding: 'substantial-risk', reasons: secret, by: 'officer-one', on: sampleDay }]))
  const old = await openSampleCase(own)
  const oldDecision = sampleDecision(old)
  await sql.raw(decisionAsOwner(oldDecision, { decided_at: `now() - interval '2 hours'` })).execute(own.asOwner())
  const otherLaw = await openSampleCase(own)
  const otherLawDecision = sampleDecision(otherLaw)
  await recordDecision(own.as.gates, otherLawDecision, 7)
  const sent = await openSampleCase(own)
  const sentDecision = await recordSampleDecision(own, sampleDecision(sent))
  await sendSample(own, sent, 4, sentDecision)
  await recordStatutoryPerson(own.database, sent, 'officer-one', { countryOfOrigin: 'GH', birthYear: 1990, gender: 'female', criminalBackground: 'security' })
  const wrong = await wrongSampleCase(own)
  const corrected = await wrongSampleCase(own)
  await sendSampleCorrection(own, corrected.caseId, 6, corrected.decision)
  const takenBack = await wrongSampleCase(own)
  await appendEvents(own.database, command(takenBack.caseId, 6, [{ kind: 'request-withdrawn', requestId: sampleRequest.requestId, reason: 'status-granted', on: sampleDay }]))
  const takenBackDecision = await recordSampleDecision(own, sampleDecision(takenBack.caseId, { caseVersion: 7, step: 'contact' }))
  const updateId = '5f0ad2e0-9a53-4b44-8d0f-8f5d5d7f0001'
  await proposeLawUpdate(own.database, updateId, 'reviewer-one', '{}')
  await addAccounts(own)
  await addProposals(own, ready.caseId)
  await sql`analyze`.execute(own.asOwner())
  return { fresh: own, ready, booked, cancelled, held: { caseId: held, decision: heldDecision }, moved: { caseId: moved, decision: movedDecision }, sent: { caseId: sent, decision: sentDecision }, wrong, corrected, takenBack: { caseId: takenBack.caseId, decision: takenBackDecision }, old: { caseId: old, decision: oldDecision }, otherLaw: { caseId: otherLaw, decision: otherLawDecision }, updateId, otherProcess: () => processOf(own) }
}

/** An officer who was an analyst, and an auditor; each with a session, a revoked one, passkeys, and a look that was written down. */
async function addAccounts({ database, as, asOwner }: FreshDatabase) {
  const [person, auditor] = [randomUUID(), randomUUID()]
  await makeAccount(database, { accountId: person, handle: 'sample-officer', displayName: 'Sample Officer', language: 'en', roles: ['officer', 'analyst'], by: 'sample' })
  await makeAccount(database, { accountId: auditor, handle: 'sample-auditor', displayName: 'Sample Auditor', language: 'fr', roles: ['auditor'], by: 'sample' })
  await setRoles(database, { accountId: person, roles: ['officer'], by: 'sample' })
  for (const name of ['one', 'two']) {
    const sessionId = randomUUID()
    await beginSession(database, { sessionId, accountId: person, tokenDigest: sha256(name), recognised: 'passkey', browser: 'sample' })
    await addPasskey(database, { credentialId: name, accountId: person, publicKey: Buffer.from(name), counter: 7, transports: [], backedUp: false, name })
    await writeAccess(database, { accountId: person, handle: 'sample-officer', sessionId, action: 'case.read' })
    const tokenId = randomUUID()
    await addToken(database, { tokenId, accountId: person, tokenDigest: sha256(`token ${name}`), name, hours: 24, by: 'sample' })
    if (name === 'two') continue
    await revokeToken(database, { tokenId, accountId: person, by: 'sample' })
    await revokeSession(database, { sessionId, accountId: person, by: 'sample' })
    await revokePasskey(database, { credentialId: name, accountId: person, by: 'sample' })
  }
  await breakGlass(database, { glassId: '90000000-0000-4000-8000-000000000001', accountId: person, caseId: randomUUID(), reason: 'safety', words: 'Written in a test of the database.' })
  // The auditor's account has one whose review is overdue, and one that was reviewed; another account is disabled.
  await sql`insert into broken_glass (glass_id, account_id, handle, case_id, reason, words, broken_at, ends_at, review_by)
    values ('90000000-0000-4000-8000-000000000002', ${auditor}, 'sample-auditor', gen_random_uuid(), 'safety', 'Written in a test of the database.', now() - interval '6 days', now() - interval '6 days' + interval '1 hour', now() - interval '1 day')`.execute(asOwner())
  await breakGlass(database, { glassId: '90000000-0000-4000-8000-000000000003', accountId: person, caseId: randomUUID(), reason: 'safety', words: 'Written in a test of the database.' })
  await reviewGlass(database, { glassId: '90000000-0000-4000-8000-000000000003', accountId: auditor, verdict: 'justified', words: 'Written in a test of the database.' })
  const gone = randomUUID()
  await makeAccount(database, { accountId: gone, handle: 'sample-gone', displayName: 'Sample Gone', language: 'en', roles: ['officer'], by: 'sample' })
  await disableAccount(database, { accountId: gone, by: 'sample' })
  await beginPending(database, { kind: 'provider', state: 'sample', browser: 'sample', language: 'en', returnTo: '/work' })
  await addInvitation(database, { tokenDigest: sha256('sample'), accountId: auditor, by: 'sample', hours: 1 })
  await countAttempt(as.application, { counted: 'all', of: '', minutes: 1 })
}

/** By the officer: one that waits, one whose case moved on, one that was agreed to. */
async function addProposals(own: FreshDatabase, waiting: string) {
  const { database } = own
  const moved = await openSampleCase(own)
  const { rows } = await sql<{ handle: string; account_id: string }>`select handle, account_id from account`.execute(database)
  const idOf = (handle: string) => rows.find((row) => row.handle === handle)?.account_id ?? ''
  for (const [name, caseId, caseVersion] of [['waiting', waiting, 4], ['moved', moved, 4], ['agreed', waiting, 4]] as const) {
    const [proposalId, commandId] = [proposalIds[name], randomUUID()]
    const content = JSON.stringify({ format: 'comity-approval/1', subject: 'command', caseId, version: caseVersion, commandId, proposer: 'sample-officer', act: {}, shown: { en: secret, fr: secret } })
    const kept = await proposeApproval(database, { proposalId, subject: 'command', caseId, caseVersion, commandId, kind: 'record-fact', isProtected: true, proposedBy: idOf('sample-officer'), proposer: 'sample-officer', content })
    if (!kept.ok) throw new Error(JSON.stringify(kept.refusal))
    if (name !== 'agreed') continue
    // By the provider, so that no key is needed.
    const agreed = await agreeApproval(database, { proposalId, accountId: idOf('sample-auditor'), seen: sha256(content), means: 'provider', evidence: { subject: 'sample' } })
    if (!agreed.ok) throw new Error(agreed.refusal.code)
  }
  await appendEvents(database, command(moved, 4, [{ kind: 'risk-recorded', riskId: 'risk-1', destination: 'KE', finding: 'substantial-risk', reasons: secret, by: 'officer-one', on: sampleDay }]))
}

export const proposalIds = { waiting: 'a0000000-0000-4000-8000-000000000001', moved: 'a0000000-0000-4000-8000-000000000002', agreed: 'a0000000-0000-4000-8000-000000000003' } as const

// Asked anew by each attempt: a pool closes sessions that rest, and against a process that has ended nothing is refused.
async function processOf(own: FreshDatabase): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(own.asOwner())
  return rows[0]?.pid ?? 0
}

async function readyCase(fresh: FreshDatabase): Promise<World['ready']> {
  const caseId = await openSampleCase(fresh)
  const record = async (subject: Parameters<typeof sampleDecision>[1]) => {
    const decision = sampleDecision(caseId, subject)
    await recordDecision(fresh.as.gates, decision, 0)
    return decision
  }
  return { caseId, decision: await record({}), departure: await record({ step: 'departure' }), handOver: await record({ step: 'hand-over' }), booking: await record({ step: 'booking', place: 'Exampletown' }), contact: await record({ step: 'contact' }) }
}

async function bookedCase(fresh: FreshDatabase): Promise<World['booked']> {
  const caseId = await openSampleCase(fresh)
  await bookSampleCase(fresh, caseId)
  const record = (subject: Parameters<typeof sampleDecision>[1]) => recordSampleDecision(fresh, sampleDecision(caseId, { caseVersion: 5, ...subject }))
  return { caseId, departure: await record({ step: 'departure' }), elsewhere: await record({ step: 'departure', place: 'Elsewhere' }), request: await record({}), contact: await record({ step: 'contact' }) }
}

async function cancelledCase(fresh: FreshDatabase): Promise<World['cancelled']> {
  const caseId = await openSampleCase(fresh)
  await bookSampleCase(fresh, caseId)
  await appendEvents(fresh.as.application, command(caseId, 5, [{ kind: 'booking-cancelled', bookingId: sampleBookingId, on: sampleDay }]))
  return { caseId, departure: await recordSampleDecision(fresh, sampleDecision(caseId, { caseVersion: 6, step: 'departure' })) }
}

/** SHA-256 of every row of every table: whether anything has changed, whatever the attempts say of themselves. */
export async function everyRow({ fresh }: World): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'statutory') order by 1`.execute(fresh.asOwner())
  const digests = await Promise.all(tables.map(async ({ name }) => {
    const { rows } = await sql<{ digest: string }>`select ${name} || ' ' || count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(one::text, chr(10) order by one::text), 'UTF8')), 'hex'), '') as digest from ${sql.raw(name)} as one`.execute(fresh.asOwner())
    return rows[0]?.digest ?? ''
  }))
  return digests.join('\n')
}
