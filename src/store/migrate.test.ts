import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase } from '../../test/database.ts'
import { eventAsOwner } from '../../test/attacks/statements.ts'
import { madeUpMeasurement } from '../../test/made-up-measurement.ts'
import { command, correctionSent, openSampleCase, sendSampleCorrection, wrongSampleCase } from '../../test/sample-case.ts'
import { appendEvents, loadCase } from './cases.ts'
import { checkWhole } from './check-whole.ts'
import { addMeasurement, findMeasurement } from './measurements.ts'
import { migrate, readMigrations } from './migrate.ts'

const next = { name: '9999-next.sql', text: 'create table next (number integer)' }

describe.each(databaseServers)('$name', (server) => {
  test('a database of the newest shape needs nothing', async () => {
    const fresh = await freshDatabase(server)
    expect(await migrate(fresh.asOwner())).toEqual({ ok: true, value: [] })
    await fresh.destroy()
  })

  test('several programs may migrate at once: each migration runs once', async () => {
    const fresh = await freshDatabase(server)
    const outcomes = await Promise.all([1, 2, 3].map(() => migrate(fresh.asOwner(), [...readMigrations(), next])))
    expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : ['refused']))).toEqual([next.name])
    await fresh.destroy()
  })

  test('a migration that fails leaves no trace, of those before it neither', async () => {
    const fresh = await freshDatabase(server)
    const broken = { name: '9999-z.sql', text: 'create table half (number integer); select no_such_thing()' }
    await expect(migrate(fresh.asOwner(), [...readMigrations(), next, broken])).rejects.toThrow('no_such_thing')
    const { rows } = await sql`select 1 from pg_tables where tablename in ('next', 'half')`.execute(fresh.asOwner())
    expect(rows).toEqual([])
    await fresh.destroy()
  })

  test('a migration that was changed after it ran is refused', async () => {
    const fresh = await freshDatabase(server)
    const changed = readMigrations().map(({ name, text }) => ({ name, text: `${text} ` }))
    expect(await migrate(fresh.asOwner(), changed)).toEqual({ ok: false, refusal: { code: 'migration-changed', name: changed[0]?.name } })
    await fresh.destroy()
  })

  test('a database that a newer Comity has shaped is refused', async () => {
    const fresh = await freshDatabase(server)
    await migrate(fresh.asOwner(), [...readMigrations(), next])
    expect(await migrate(fresh.asOwner())).toEqual({ ok: false, refusal: { code: 'schema-too-new', name: next.name } })
    await fresh.destroy()
  })

  test('a database of the first release is brought forward with all its rows, and then keeps cases', async () => {
    const fresh = await freshDatabase(server)
    await sql`drop schema public, statutory cascade; create schema public`.execute(fresh.asOwner())
    const [first, ...later] = readMigrations()
    if (!first) throw new Error('there are no migrations')
    await migrate(fresh.asOwner(), [first])
    const { id } = await fresh.database.transaction().execute((tx) => addMeasurement(tx, madeUpMeasurement()))
    const before = await fresh.database.transaction().execute((tx) => findMeasurement(tx, id))
    expect(before).toBeDefined()
    expect(await migrate(fresh.asOwner())).toEqual({ ok: true, value: later.map(({ name }) => name) })
    expect(await fresh.database.transaction().execute((tx) => findMeasurement(tx, id))).toStrictEqual(before)
    await openSampleCase(fresh)
    await fresh.destroy()
  })

  test.each([['none', true], ['one', false]] as const)('cases are brought to where a correction is a message; of corrections that were recorded without one there is %s', async (_many, none) => {
    const fresh = await freshDatabase(server)
    await sql`drop schema public, statutory cascade; create schema public`.execute(fresh.asOwner())
    await migrate(fresh.asOwner(), readMigrations().filter(({ name }) => name < '0008'))
    const { caseId, decision } = await wrongSampleCase(fresh)
    if (!none) expect(await appendEvents(fresh.database, command(caseId, 6, [correctionSent(decision)]))).toMatchObject({ ok: true })
    const before = await loadCase(fresh.database, caseId)
    expect(await migrate(fresh.asOwner())).toMatchObject({ ok: true })
    expect(await loadCase(fresh.database, caseId)).toEqual(before)
    expect((await checkWhole(fresh.as.auditor)).map(({ fault }) => fault)).toEqual(none ? [] : ['a correction that was sent without a message'])
    expect((await sql`select convalidated from pg_constraint where conname = 'corrected_as_message'`.execute(fresh.asOwner())).rows).toEqual([{ convalidated: none }])
    // From now on it holds, for old and new cases alike.
    const other = await wrongSampleCase(fresh)
    await expect(appendEvents(fresh.database, command(other.caseId, 6, [correctionSent(other.decision)]))).rejects.toThrow('send_correction only')
    await expect(sql.raw(eventAsOwner(other.caseId, { sequence: 7, kind: 'correction-sent', body: correctionSent(other.decision), decision: other.decision.digest })).execute(fresh.asOwner())).rejects.toThrow('corrected_as_message')
    expect(await sendSampleCorrection(fresh, other.caseId, 6, other.decision)).toMatchObject({ ok: true })
    await fresh.destroy()
  })

  test('days stay days and large counts stay numbers', async () => {
    const fresh = await freshDatabase(server)
    const { rows } = await sql`select date '2017-09-30' as day, 9007199254740991::bigint as count`.execute(fresh.database)
    expect(rows).toEqual([{ day: '2017-09-30', count: Number.MAX_SAFE_INTEGER }])
    await expect(sql`select 9007199254740993::bigint`.execute(fresh.database)).rejects.toThrow('too large')
    await fresh.destroy()
  })
})
