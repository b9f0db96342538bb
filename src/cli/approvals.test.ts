import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { openSampleCase } from '../../test/sample-case.ts'
import { softwarePasskey, type SoftwarePasskey } from '../../test/software-passkey.ts'
import { sha256 } from '../kernel/digest.ts'
import { challengeOf, writeProposal } from '../service/approvals/write-proposal.ts'
import { makeAccount } from '../store/accounts.ts'
import { agreeApproval, proposeApproval } from '../store/approvals.ts'
import { addPasskey } from '../store/passkeys.ts'
import { approvals as english } from '../text/en/approvals.ts'
import { approvals as french } from '../text/fr/approvals.ts'
import type { Language } from '../text/language.ts'
import { approvals } from './approvals.ts'
import { exitCodes } from './exit-codes.ts'

const origin = 'https://comity.example'
const key: SoftwarePasskey = softwarePasskey()
let fresh: FreshDatabase
let [url, officer, reviewer] = ['', '', '']
beforeAll(async () => {
  fresh = await freshDatabase()
  const [server] = databaseServers
  url = `postgresql://${server?.owner}:${encodeURIComponent(server?.passwords.owner ?? '')}@/${fresh.name}?host=${encodeURIComponent(server?.host ?? '')}&port=${server?.port}`
  officer = await make('sample-officer', 'officer')
  reviewer = await make('sample-reviewer', 'legal-reviewer')
  await addPasskey(fresh.database, { credentialId: key.credentialId, accountId: reviewer, publicKey: key.publicKey, counter: 0, transports: [], backedUp: false, name: 'Sample' })
})
afterAll(() => fresh.destroy())

async function make(handle: string, role: string): Promise<string> {
  const accountId = randomUUID()
  await makeAccount(fresh.database, { accountId, handle, displayName: handle, language: 'en', roles: [role], by: 'sample' })
  return accountId
}

/** A proposal that was agreed to with the key; `answer` may be spoilt, as only the owner of the database could. */
async function agreed(spoil: (answer: Record<string, string>) => void = () => undefined): Promise<string> {
  const [proposalId, commandId, caseId] = [randomUUID(), randomUUID(), await openSampleCase(fresh)]
  const content = writeProposal({ subject: 'command', caseId, version: 4, commandId, proposer: 'sample-officer', act: { kind: 'travel-alone' }, shown: { en: 'Sample text', fr: 'Texte exemple' } })
  await proposeApproval(fresh.database, { proposalId, subject: 'command', caseId, caseVersion: 4, commandId, kind: 'travel-alone', isProtected: false, proposedBy: officer, proposer: 'sample-officer', content })
  const { response } = JSON.parse(key.answer({ challenge: challengeOf(sha256(content)), origin })) as { readonly response: Record<string, string> }
  const evidence = { ...response, credentialId: key.credentialId, publicKey: Buffer.from(key.publicKey).toString('base64url'), origin }
  spoil(evidence)
  const done = await agreeApproval(fresh.database, { proposalId, accountId: reviewer, seen: sha256(content), means: 'passkey', evidence })
  if (!done.ok) throw new Error(done.refusal.code)
  return proposalId
}

async function comityApprovals(words: string, language: Language = 'en') {
  const said = { out: '', error: '' }
  const status = await approvals(words.split(' '), language, {
    answer: (lines) => { said.out += lines.join('\n'); return exitCodes.done },
    note: () => undefined,
    refuse: (sentence) => { said.error += sentence; return exitCodes.refused },
    errors: process.stderr,
  }, { DATABASE_URL: url })
  return { status, ...said }
}

test('what was agreed to is shown as it was, and every check of its signature holds', async () => {
  const id = await agreed()
  const shown = await comityApprovals(`show ${id}`, 'fr')
  expect([shown.status, shown.out.includes('Texte exemple'), shown.out.includes(french.means.passkey)]).toEqual([0, true, true])
  const verified = await comityApprovals(`verify ${id}`)
  expect([verified.status, verified.out.split('\n')]).toEqual([0, Object.values(english.cli.checks).map((check) => english.cli.holds(check))])
})

test('a signature that was changed since, or is another key’s, does not hold', async () => {
  const flipped = await agreed((answer) => {
    const bytes = Buffer.from(answer['signature'] ?? '', 'base64url')
    bytes[20] = (bytes[20] ?? 0) ^ 1
    answer['signature'] = bytes.toString('base64url')
  })
  const other = await agreed((answer) => { answer['publicKey'] = Buffer.from(softwarePasskey().publicKey).toString('base64url') })
  for (const [id, failing] of [[flipped, ['signature', 'verified']], [other, ['key', 'signature', 'verified']]] as const) {
    const { status, out } = await comityApprovals(`verify ${id}`)
    expect([status, out.split('\n').filter((line) => line.startsWith('FAILS'))]).toEqual([1, failing.map((check) => english.cli.fails(english.cli.checks[check]))])
  }
})

test('bytes that were changed since, by whoever owns the database, do not hold', async () => {
  const id = await agreed()
  await fresh.asOwner().transaction().execute(async (tx) => {
    await sql`alter table approval_proposal disable trigger all`.execute(tx)
    await sql`alter table approval_proposal drop constraint digest_of_proposal`.execute(tx)
    await sql`update approval_proposal set content = replace(content, 'Sample text', 'Other text') where proposal_id = ${id}`.execute(tx)
  })
  const { status, out } = await comityApprovals(`verify ${id}`)
  expect([status, out]).toEqual([1, expect.stringContaining(english.cli.fails(english.cli.checks.digest))])
  expect(out).toContain(english.cli.fails(english.cli.checks.signature))
})

test('what there is not, and a command that is none, are refused', async () => {
  for (const words of [`show ${randomUUID()}`, 'verify x', 'agree x', 'show']) expect((await comityApprovals(words)).status).toBe(2)
})
