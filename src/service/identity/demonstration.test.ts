import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { openSampleCase } from '../../../test/sample-case.ts'
import { day } from '../../../test/case-services.ts'
import { findAccount, listAccounts } from '../../store/accounts.ts'
import { roles } from '../access/roles.ts'
import { loadFictionalCaseload } from '../fictional-caseload.ts'
import { demonstrationAccounts, forbidDemonstration, letDemonstrate, signInForDemonstration } from './demonstration.ts'
import { readSession } from './read-session.ts'

const here = { loopback: true, embedded: true }
const nothing = (because: string) => ({ ok: false, refusal: { code: 'demonstration-not-here', because } })

test('there is one demonstration account for each role, and a second legal reviewer, named as such in both languages', () => {
  expect(demonstrationAccounts.map(({ as }) => as)).toEqual([...roles, 'legal-reviewer-2'])
  for (const { displayName } of demonstrationAccounts) expect(displayName).toMatch(/^Demonstration .+ \/ .+ de démonstration( 2)?$/)
  expect(new Set(demonstrationAccounts.map(({ accountId }) => accountId)).size).toBe(roles.length + 1)
})

test('where nothing is real they are made, once, and the officer has cases', async () => {
  const fresh = await freshDatabase()
  await loadFictionalCaseload({ owner: fresh.asOwner() }, { cases: 12, seed: 1, today: day(new Date().toISOString().slice(0, 10)) })
  for (let times = 0; times < 2; times++) expect(await letDemonstrate(fresh.asOwner(), here)).toEqual({ ok: true, value: null })
  expect((await listAccounts(fresh.database)).map(({ demonstration, roles: held }) => [demonstration, held.length])).toEqual(demonstrationAccounts.map(() => [true, 1]))
  const { rows } = await sql<{ cases: number }>`select count(*) as cases from case_file where officer = 'fictional-officer-1'`.execute(fresh.database)
  expect(rows[0]?.cases).toBeGreaterThan(0)
  await fresh.destroy()
})

test.each([
  ['the server listens to other machines', { loopback: false, embedded: true }, 'not-loopback'],
  ['the database is a server’s', { loopback: true, embedded: false }, 'not-embedded'],
] as const)('where %s there are none', async (_, whereabouts, because) => {
  const fresh = await freshDatabase()
  expect(await letDemonstrate(fresh.asOwner(), whereabouts)).toEqual(nothing(because))
  expect(await listAccounts(fresh.database)).toEqual([])
  await fresh.destroy()
})

test('one real case, and there are none', async () => {
  const fresh = await freshDatabase()
  await openSampleCase(fresh)
  expect(await letDemonstrate(fresh.asOwner(), here)).toEqual(nothing('real-cases'))
  expect(await listAccounts(fresh.database)).toEqual([])
  await fresh.destroy()
})

test('when the installation becomes a real one, whoever demonstrated is signed out and stays out', async () => {
  const fresh = await freshDatabase()
  await letDemonstrate(fresh.asOwner(), here)
  const services = { database: fresh.database, signIn: { mode: 'demonstration', origin: 'http://localhost:8080' } } as const
  const token = await signInForDemonstration(services, { role: 'administrator', address: '127.0.0.1', agent: 'Sample' })
  if (!token.ok) throw new Error(token.refusal.code)
  expect(await readSession(services, token.value)).toMatchObject({ roles: ['administrator'], demonstration: true })
  await forbidDemonstration(fresh.asOwner())
  expect(await readSession(services, token.value)).toBeUndefined()
  expect((await findAccount(fresh.database, { handle: 'demonstration-administrator' }))?.disabledAt).toBeDefined()
  expect(await signInForDemonstration(services, { role: 'administrator', address: '127.0.0.1', agent: 'Sample' })).toEqual({ ok: false, refusal: { code: 'not-recognised' } })
  // Nor by a server that is told another way to sign in, whatever its tables hold.
  await letDemonstrate(fresh.asOwner(), here)
  expect(await signInForDemonstration({ ...services, signIn: { ...services.signIn, mode: 'passkeys' } }, { role: 'administrator', address: '127.0.0.1', agent: 'Sample' })).toMatchObject({ ok: false })
  await fresh.destroy()
})
