// Two sessions at once, and the version moving between them.
import { sql, type IsolationLevel } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { command, openSampleCase, recordSampleDecision, sampleDay, sampleDecision, sendSampleBy } from '../../test/sample-case.ts'
import { seededRandom } from '../kernel/random.ts'
import type { Result } from '../kernel/result.ts'
import { appendEvents, loadCase } from './cases.ts'
import { checkWhole } from './check-whole.ts'
import { messagesOf } from './outbound.ts'
import type { Database } from './tables.ts'

const levels: readonly IsolationLevel[] = ['read committed', 'repeatable read', 'serializable']
const review = { kind: 'custody-reviewed', on: sampleDay, source: 'review' } as const

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(async () => {
    expect(await checkWhole(fresh.as.auditor)).toEqual([])
    await fresh.destroy()
  })

  const append = (tx: Database, caseId: string, version: number) => appendEvents(tx, command(caseId, version, [review]))

  async function decidedCase() {
    const caseId = await openSampleCase(fresh)
    return { caseId, decision: await recordSampleDecision(fresh, sampleDecision(caseId)) }
  }

  // What a caller sees: a refusal, or PostgreSQL's word that two transactions collided (40001). Anything else is a fault.
  async function outcomeOf(work: Promise<Result<unknown, { readonly code: string }>>): Promise<string> {
    try {
      const outcome = await work
      return outcome.ok ? 'done' : outcome.refusal.code
    } catch (cause) {
      if ((cause as { code?: string }).code === '40001') return 'stale-version'
      throw cause
    }
  }

  async function untilBlocked(process: number) {
    for (;;) {
      const { rows } = await sql<{ blocked: boolean }>`select cardinality(pg_blocking_pids(${process})) > 0 as blocked`.execute(fresh.asOwner())
      if (rows[0]?.blocked) return
    }
  }

  async function processOf(tx: Database): Promise<number> {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    return rows[0]?.pid ?? 0
  }

  test('one request under one decision, sent by ten at once, leaves once', async () => {
    const { caseId, decision } = await decidedCase()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(sendSampleBy(fresh.as.outbound, caseId, 4, decision))))
    expect(outcomes.sort()).toEqual(['done', ...Array.from({ length: 9 }, () => 'stale-version')])
    expect(await messagesOf(fresh.as.outbound, caseId)).toHaveLength(1)
  })

  describe.each(levels)('%s', (level) => {
    test.each([['is committed', true, 'stale-version'], ['is undone', false, 'done']])('a message waits for a fact that is being recorded; when that %s', async (_, commits, expected) => {
      const { caseId, decision } = await decidedCase()
      const undone = new Error('undone on purpose')
      let sending: Promise<string> = Promise.resolve('never')
      await fresh.as.application.transaction().setIsolationLevel(level).execute(async (recording) => {
        await append(recording, caseId, 4)
        let started: (process: number) => void = () => undefined
        const process = new Promise<number>((resolve) => { started = resolve })
        sending = outcomeOf(fresh.as.outbound.transaction().setIsolationLevel(level).execute(async (tx) => {
          started(await processOf(tx))
          return sendSampleBy(tx, caseId, 4, decision)
        }))
        await untilBlocked(await process)
        if (!commits) throw undone
      }).catch((cause: unknown) => {
        if (cause !== undone) throw cause
      })
      expect(await sending).toBe(expected)
      expect(await messagesOf(fresh.as.outbound, caseId)).toHaveLength(commits ? 0 : 1)
    })

    test('a fact waits for a message that is leaving, and is then about an older version', async () => {
      const { caseId, decision } = await decidedCase()
      let recording: Promise<string> = Promise.resolve('never')
      await fresh.as.outbound.transaction().setIsolationLevel(level).execute(async (sending) => {
        expect(await sendSampleBy(sending, caseId, 4, decision)).toMatchObject({ ok: true })
        let started: (process: number) => void = () => undefined
        const process = new Promise<number>((resolve) => { started = resolve })
        recording = outcomeOf(fresh.as.application.transaction().setIsolationLevel(level).execute(async (tx) => {
          started(await processOf(tx))
          return append(tx, caseId, 4)
        }))
        await untilBlocked(await process)
      })
      expect(await recording).toBe('stale-version')
      expect(await loadCase(fresh.database, caseId)).toHaveLength(5)
    })

    test('a session that saw the case before a fact was recorded cannot send as if it had not been', async () => {
      const { caseId, decision } = await decidedCase()
      const outcome = await outcomeOf(fresh.as.outbound.transaction().setIsolationLevel(level).execute(async (sending) => {
        await sql`select version from case_file where case_id = ${caseId}`.execute(sending)
        await append(fresh.as.application, caseId, 4)
        return sendSampleBy(sending, caseId, 4, decision)
      }))
      expect(outcome).toBe('stale-version')
      expect(await messagesOf(fresh.as.outbound, caseId)).toEqual([])
    })
  })

  test('a session that is killed before it commits leaves neither event nor message', async () => {
    const { caseId, decision } = await decidedCase()
    await expect(fresh.as.outbound.transaction().execute(async (tx) => {
      await sendSampleBy(tx, caseId, 4, decision)
      await sql`select pg_terminate_backend(${await processOf(tx)}, 10000)`.execute(fresh.asOwner())
      await sql`select 1`.execute(tx)
    })).rejects.toThrow()
    expect([await messagesOf(fresh.as.outbound, caseId), (await loadCase(fresh.database, caseId))?.length]).toEqual([[], 4])
    expect(await sendSampleBy(fresh.as.outbound, caseId, 4, decision)).toMatchObject({ ok: true })
  })

  test('whoever holds advisory locks holds up nothing', async () => {
    const { caseId, decision } = await decidedCase()
    await fresh.as.application.connection().execute(async (session) => {
      await sql`select pg_advisory_lock(number) from generate_series(0, 200) as number`.execute(session)
      expect(await sendSampleBy(fresh.as.outbound, caseId, 4, decision)).toMatchObject({ ok: true })
      await sql`select pg_advisory_unlock_all()`.execute(session)
    })
  })

  test('of three hundred steps by eight at once every one is done whole or not at all', async () => {
    const seed = 20_261_122
    const random = seededRandom(seed)
    const cases = await Promise.all(Array.from({ length: 5 }, () => openSampleCase(fresh)))
    const versions = new Map(cases.map((caseId) => [caseId, 4]))
    const worker = async () => {
      for (let step = 0; step < 38; step++) {
        const caseId = cases[Math.floor(random() * cases.length)] ?? ''
        const version = versions.get(caseId) ?? 4
        const outcome = random() < 0.7 ? await append(fresh.as.application, caseId, version) : await decideAndSend(caseId, version)
        if (outcome.ok) versions.set(caseId, Math.max(outcome.value.version, versions.get(caseId) ?? 0))
        else versions.set(caseId, (await loadCase(fresh.database, caseId))?.length ?? 0)
      }
    }
    const decideAndSend = async (caseId: string, version: number) => {
      const decision = sampleDecision(caseId, { caseVersion: version })
      await sql`select record_decision(${decision.bytes}, 0)`.execute(fresh.as.gates)
      return sendSampleBy(fresh.as.outbound, caseId, version, decision).catch((cause: unknown) => {
        // A request leaves once: the second one is refused by its key.
        if ((cause as { code?: string }).code !== '23505') throw cause
        return { ok: false, refusal: { code: 'sent-before' } } as const
      })
    }
    await Promise.all(Array.from({ length: 8 }, worker))
    expect(await checkWhole(fresh.as.auditor), `seed ${seed}`).toEqual([])
    for (const caseId of cases) expect((await messagesOf(fresh.as.outbound, caseId)).length, `seed ${seed}`).toBeLessThanOrEqual(1)
  })
})
