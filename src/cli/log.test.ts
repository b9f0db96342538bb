import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { exitCodes } from './exit-codes.ts'
import { log } from './log.ts'

let fresh: FreshDatabase
let [folder, url] = ['', '']
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comity-log-cli-'))
  fresh = await freshDatabase()
  const [server] = databaseServers
  url = `postgresql://${server?.owner}:${encodeURIComponent(server?.passwords.owner ?? '')}@/${fresh.name}?host=${encodeURIComponent(server?.host ?? '')}&port=${server?.port}`
})
afterAll(async () => {
  await fresh.destroy()
  await rm(folder, { recursive: true, force: true })
})

const comity = async (...words: readonly string[]) => {
  const said = { out: '', err: '' }
  const language = words.includes('fr') ? 'fr' : 'en'
  const code = await log(words, language, {
    answer: (lines) => { said.out += `${lines.join('\n')}\n`; return exitCodes.done },
    note: () => undefined,
    refuse: (sentence) => { said.err += sentence; return exitCodes.refused },
    errors: process.stderr,
  }, { DATABASE_URL: url, COMITY_TIME_ZONE: 'UTC', COMITY_KEYS: join(folder, 'keys'), COMITY_LOG: 'north.example/comity' })
  return { ...said, code }
}

test('a node’s log is looked at, grows, is published and gets a policy, in both languages', async () => {
  const first = await comity('status')
  expect(first.out).toMatch(/^Log north.example\/comity\nVerifier key of the log: north.example\/comity\+[0-9a-f]{8}\+A/)
  expect(first.out).toContain('The log is empty')
  expect((await comity('tick', '--lang', 'fr')).out).toBe('Le journal compte 256 feuilles; 0 actes y ont pris place, 0 attendent.\n')
  expect((await comity('publish', join(folder, 'published'))).out).toContain('4 files written, 0 were there')
  expect(await readFile(join(folder, 'published/checkpoint'), 'utf8')).toMatch(/^north.example\/comity\n256\n/)
  expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['log-ed25519.pem', 'witness-ed25519.pem', 'witness-ml-dsa-44.pem'])
  await writeFile(join(folder, 'wrong'), 'log me\n')
  expect(await comity('policy', join(folder, 'wrong'))).toMatchObject({ code: 2, err: expect.stringContaining('line 1') })
  expect(await comity('policy', join(folder, 'nowhere'))).toMatchObject({ code: 2, err: expect.stringContaining('nowhere') })
  const key = /as a witness: (\S+)/.exec(first.out)?.[1] ?? ''
  await writeFile(join(folder, 'policy'), `witness self ${key}\nquorum self\n`)
  expect(await comity('policy', join(folder, 'policy'), '--outbound-stops-after', '2')).toMatchObject({ code: 2 })
  expect((await comity('policy', join(folder, 'policy'))).out).toBe('The policy holds from now on.\n')
  expect((await comity('status')).out).toContain('Not yet witnessed by enough.')
})

test('what is no command of the log is told how it is written', async () => {
  for (const words of [[], ['grow'], ['publish'], ['status', 'x'], ['prove', 'x'], ['status', '--wrong', 'x']]) expect(await comity(...words), words.join(' ')).toMatchObject({ code: 2, err: expect.stringContaining('Usage: comity log') })
})

test('a log that another key signed is not gone on with', async () => {
  await rm(join(folder, 'keys/log-ed25519.pem'))
  expect(await comity('status')).toMatchObject({ code: 2, err: expect.stringContaining('another key would begin a second log') })
})
