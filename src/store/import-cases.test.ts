import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { rowMaker } from '../../bench/cases-rows.ts'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { checkWhole } from './check-whole.ts'
import { openCopyConnection, type CopyConnection } from './copy-in.ts'
import { importCases, type CaseRows } from './import-cases.ts'

const make = rowMaker({ seed: 7, today: '2026-11-22' as PlainDate, officers: 4, cases: 200 })

for (const server of databaseServers) {
  let fresh: FreshDatabase
  let copy: CopyConnection
  beforeAll(async () => {
    fresh = await freshDatabase(server)
    copy = await openCopyConnection({ host: server.host, port: server.port, user: server.owner, password: server.passwords.owner, database: fresh.name })
  })
  afterAll(async () => {
    await copy.end()
    await fresh.destroy()
  })

  test(`whole cases are copied in, and nothing of them is what a key or trigger would have refused: ${server.name}`, async () => {
    const rows = make(60)
    await importCases(copy, rows)
    expect(await checkWhole(fresh.as.auditor)).toEqual([])
    const { rows: counted } = await sql<{ events: number; decisions: number }>`select (select count(*) from case_event) as events, (select count(*) from gate_decision) as decisions`.execute(fresh.as.auditor)
    expect(counted[0]).toEqual({ events: rows.events, decisions: rows.decisions })
  })

  test(`an import with one gated event whose decision is missing is refused whole: ${server.name}`, async () => {
    const before = await countEvents(fresh)
    const rows = make(60)
    expect(rows.decisions).toBeGreaterThan(0)
    const lines = Buffer.concat([...rows.gate_decision]).toString().trimEnd().split('\n')
    await expect(importCases(copy, { ...rows, gate_decision: [Buffer.from(lines.slice(1).map((line) => `${line}\n`).join(''))] } satisfies CaseRows)).rejects.toThrow(/foreign key/)
    expect(await countEvents(fresh)).toBe(before)
  })

  test(`an import with one event left out is refused whole: ${server.name}`, async () => {
    const before = await countEvents(fresh)
    const rows = make(20)
    const lines = Buffer.concat([...rows.case_event]).toString().trimEnd().split('\n')
    await expect(importCases(copy, { ...rows, case_event: [Buffer.from(lines.filter((_, index) => index !== 3).map((line) => `${line}\n`).join(''))] })).rejects.toThrow(/events follow the version/)
    expect(await countEvents(fresh)).toBe(before)
  })

  test(`after an import no key is left deferrable: ${server.name}`, async () => {
    const { rows } = await sql`select conname from pg_constraint where contype = 'f' and condeferrable`.execute(fresh.as.auditor)
    expect(rows).toEqual([])
  })
}

async function countEvents(fresh: FreshDatabase): Promise<number> {
  const { rows } = await sql<{ events: number }>`select count(*) as events from case_event`.execute(fresh.as.auditor)
  return rows[0]?.events ?? 0
}
