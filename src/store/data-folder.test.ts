import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseDataFolder, isReachable, serverUser } from './data-folder.ts'

const root = process.getuid?.() === 0
const nobody = 65_534
let base = ''

beforeAll(() => {
  base = mkdtempSync(join(realpathSync(tmpdir()), 'comity-folder-'))
  chmodSync(base, 0o755)
  mkdirSync(join(base, 'open'))
  mkdirSync(join(base, 'closed', 'project'), { recursive: true })
  chmodSync(join(base, 'closed'), 0o700)
})
afterAll(() => rmSync(base, { recursive: true }))

test('a folder is reachable when everyone may pass through all folders above it', () => {
  expect(isReachable(join(base, 'open', 'not-yet-there', 'x'), nobody)).toBe(true)
  expect(isReachable(join(base, 'closed', 'project', '.comity'), nobody)).toBe(false)
})

test('the data is in the project folder unless COMITY_DATA says otherwise', () => {
  expect(chooseDataFolder(join(base, 'open'), undefined)).toEqual({ ok: true, value: { folder: join(base, 'open', '.comity'), moved: false } })
  expect(chooseDataFolder('/nowhere', join(base, 'open', 'elsewhere'))).toEqual({ ok: true, value: { folder: join(base, 'open', 'elsewhere'), moved: false } })
})

test.runIf(root)('under root a project closed to the server’s user keeps its data under /var/lib, apart from other projects', () => {
  const one = chooseDataFolder(join(base, 'closed', 'project'), undefined)
  const other = chooseDataFolder(join(base, 'closed', 'other', 'project'), undefined)
  expect(one).toMatchObject({ ok: true, value: { folder: expect.stringMatching(/^\/var\/lib\/comity\/project-[0-9a-f]{8}$/), moved: true } })
  expect(other).not.toEqual(one)
})

test.runIf(root)('under root a COMITY_DATA closed to the server’s user is refused, not replaced', () => {
  const folder = join(base, 'closed', 'data')
  expect(chooseDataFolder('/nowhere', folder)).toEqual({ ok: false, refusal: { code: 'folder-not-reachable', folder } })
})

test('the server never runs as root', () => {
  expect(serverUser(join(base, 'open'))).toEqual(root ? { uid: nobody, gid: nobody } : {})
})
