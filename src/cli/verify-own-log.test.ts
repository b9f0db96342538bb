// From one end to the other: what a node's log proves and publishes, `comity verify` accepts, and without the database.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { openSampleCase } from '../../test/sample-case.ts'
import { exitCodes } from './exit-codes.ts'
import { log } from './log.ts'
import type { Terminal } from './terminal.ts'
import { verify } from './verify.ts'

let fresh: FreshDatabase
let [folder, url] = ['', '']
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comity-verify-own-'))
  fresh = await freshDatabase()
  const [server] = databaseServers
  url = `postgresql://${server?.owner}:${encodeURIComponent(server?.passwords.owner ?? '')}@/${fresh.name}?host=${encodeURIComponent(server?.host ?? '')}&port=${server?.port}`
})
afterAll(async () => {
  await fresh.destroy()
  rmSync(folder, { recursive: true })
})

async function said(run: (terminal: Terminal) => Promise<number>) {
  const told = { out: '', error: '' }
  const status = await run({
    answer: (lines) => { told.out += `${lines.join('\n')}\n`; return exitCodes.done },
    note: () => undefined,
    refuse: (sentence) => { told.error += sentence; return exitCodes.refused },
    errors: process.stderr,
  })
  return { status, ...told }
}

const comityLog = (...asked: readonly string[]) => said((terminal) => log(asked, 'en', terminal, { DATABASE_URL: url, COMITY_TIME_ZONE: 'UTC', COMITY_KEYS: join(folder, 'keys'), COMITY_LOG: 'north.example/comity' }))
const comityVerify = (...asked: readonly string[]) => said((terminal) => verify([...asked, '--policy', join(folder, 'policy')], 'en', terminal))

test('an event of a case, and the whole log, as the node gives them away', async () => {
  const caseId = await openSampleCase(fresh)
  const key = /key of the log: (\S+)/.exec((await comityLog('status')).out)?.[1] ?? ''
  writeFileSync(join(folder, 'policy'), `log ${key}\nquorum none\n`)
  for (const asked of [['tick'], ['prove', caseId, '1', join(folder, 'given')], ['publish', join(folder, 'published')]]) expect(await comityLog(...asked)).toMatchObject({ status: 0, error: '' })
  const [proof, content] = ['tlog-proof', 'txt'].map((ending) => join(folder, 'given', `${caseId}-1.${ending}`)) as [string, string]
  const one = await comityVerify(proof, '--content', content)
  expect([one.status, one.error]).toEqual([0, ''])
  expect(one.out).toContain('The log “north.example/comity” signed that it has 256 entries')
  expect(await comityVerify(join(folder, 'published/checkpoint'), '--log', join(folder, 'published'))).toMatchObject({ status: 0, error: '' })
  appendFileSync(content, ' ')
  expect(await comityVerify(proof, '--content', content)).toMatchObject({ status: 1, error: '' })
})
