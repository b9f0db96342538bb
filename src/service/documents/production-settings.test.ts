import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readProductionSettings } from './production-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-pin-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'pin')
writeFileSync(file, '123456\n')
const all = { COMITY_TRAVEL_DOCUMENT: folder, COMITY_TRUST_ANCHORS: join(folder, 'anchors.pem'), COMITY_PKCS11_MODULE: '/lib.so', COMITY_PKCS11_PIN_FILE: file }

test('nothing set is nothing, and all four are settings', async () => {
  expect(await readProductionSettings({})).toEqual({ ok: true, value: undefined })
  expect(await readProductionSettings(all)).toEqual({ ok: true, value: { folder, trustAnchors: join(folder, 'anchors.pem'), module: '/lib.so', pin: '123456' } })
})

test.each(Object.keys(all))('without %s the rest is refused, by name', async (name) => {
  expect(await readProductionSettings({ ...all, [name]: '' })).toEqual({ ok: false, refusal: { code: 'travel-documents-incomplete', missing: name } })
})

test('a PIN that cannot be read, or is empty, is refused', async () => {
  writeFileSync(join(folder, 'empty'), '\n')
  for (const pin of [join(folder, 'empty'), join(folder, 'nowhere')]) expect(await readProductionSettings({ ...all, COMITY_PKCS11_PIN_FILE: pin })).toEqual({ ok: false, refusal: { code: 'pin-unreadable', file: pin } })
})
