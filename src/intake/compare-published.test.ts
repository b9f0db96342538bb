import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { comparePublished } from './compare-published.ts'
import { countFiles } from './count-files.ts'
import { refusalSentence } from './refusal-sentence.ts'
import type { Tally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-published-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function tallyOf(path: string): Promise<Tally> {
  const counted = await countFiles([path], {})
  if (!counted.ok) throw new Error(JSON.stringify(counted))
  return counted.value
}

function write(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rows = () => tallyOf(write('rows.csv', 'country,request,entry,exit,outcome,requested_on\nVNM,a,0,1,issued,2026-01-01\nVNM,b,0,1,issued,2026-01-01\nFRA,c,0,1,issued,2026-01-01\nIND,d,0,1,issued,2025-01-01\n'))

test('every difference is listed, on either side, and another spelling is named', async () => {
  const compared = await comparePublished(await rows(), write('published.csv', 'Country;Requests 2026\nViet Nam;2\nFrance;3\nGuinea;0\nMali;1\n'))
  if (!compared.ok) throw new Error(JSON.stringify(compared.refusal))
  expect(compared.value).toMatchObject({
    compared: 4, zeroInBoth: 1, aliasMappings: [{ published: 'Viet Nam', country: 'VNM' }, { published: 'France', country: 'FRA' }],
    differences: [{ country: 'FRA', period: '2026', ours: 1, published: 3 }, { country: 'MLI', period: '2026', ours: 0, published: 1 }],
  })
})

test('a table without a period is compared with all periods together', async () => {
  const compared = await comparePublished(await rows(), write('all.csv', 'country,total\nVNM,2\nFRA,1\n'))
  expect(compared).toMatchObject({ ok: true, value: { differences: [{ country: 'IND', period: '', ours: 1, published: 0 }] } })
})

test.each([['country,total\nVNM,many\n', 'published-shape'], ['country,total\nVNM,2\nFRA,many\n', 'published-number'], ['a,b\n1,2\n', 'published-shape']])('a table that cannot be compared is refused: %j', async (content, code) => {
  const compared = await comparePublished(await rows(), write('bad.csv', content))
  if (compared.ok) throw new Error('accepted')
  expect(compared.refusal.code).toBe(code)
  expect(refusalSentence(compared.refusal, 'fr')).not.toBe(refusalSentence(compared.refusal, 'en'))
})

const shared = '../shared/data/us-ice-removals'

describe.skipIf(!existsSync(shared))('against the agency’s own table (left out where the files are not there)', () => {
  test('the removals of FY2017 agree in 196 countries, six of them without any, after two other spellings', async () => {
    const compared = await comparePublished(await tallyOf(`${shared}/ICERemovals_FY2017.csv.gz`), `${shared}/published_fy2017_by_country.csv`)
    expect(compared).toMatchObject({ ok: true, value: {
      compared: 196, zeroInBoth: 6, differences: [], aliasMappings: [{ published: 'CHINA', country: 'CHN' }, { published: 'MICRONESIA', country: 'FSM' }],
    } })
  })
})
