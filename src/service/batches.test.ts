import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { measureFiles } from './measure-files.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'comity-batches-')) })
afterAll(() => rmSync(folder, { recursive: true }))

/** Forty flights of five, all of one flight on one day; made up. `label` says what stands in the cluster column. */
function flights(label: (flight: number, seat: number) => string): string {
  const rows = Array.from({ length: 40 }, (_, flight) => Array.from({ length: 5 }, (__, seat) =>
    `GIN,f${flight}s${seat},0,${20 + ((flight * 37) % 200)},${flight % 3 === 0 ? 'refused' : 'issued'},${label(flight, seat)}`)).flat()
  return `country,request,entry,exit,outcome,cluster\n${rows.join('\n')}\n`
}

async function answeredBy90(name: string, content: string) {
  const file = join(folder, name)
  writeFileSync(file, content)
  const measured = await measureFiles({ files: [file], profile: undefined, byCountry: true, strata: [], asOf: '2026-01-31' as PlainDate, method: 'document-time', published: undefined, rankSetsDay: undefined, seed: 1, onProgress: undefined })
  if (!measured.ok) throw new Error(JSON.stringify(measured.refusal))
  const { figures, cautions } = measured.value.measurement
  const figure = figures.find(({ measure, country, day }) => measure === 'answered-by' && country === 'GIN' && day === 90)
  return { ...figure, width: (figure?.upper ?? 0) - (figure?.lower ?? 0), cautions }
}

test('requests that end on one flight tell less than as many by themselves: the same share, wider limits, and a caution', async () => {
  const together = await answeredBy90('together.csv', flights((flight) => `flight-${flight}`))
  const alone = await answeredBy90('alone.csv', flights(() => ''))
  expect(together.value).toBeCloseTo(alone.value ?? -1, 12)
  expect(together.interval).toBe('cluster-log-log')
  expect(alone.interval).not.toBe('cluster-log-log')
  // Five who always go together are one: the limits are about √5 times as wide.
  expect(together.width / alone.width).toBeGreaterThan(1.9)
  expect(together.width / alone.width).toBeLessThan(2.7)
  expect(together.cautions).toContain('cluster-variance')
  expect(alone.cautions).not.toContain('cluster-variance')
})

test('a label for each request is as good as none', async () => {
  const labelled = await answeredBy90('labelled.csv', flights((flight, seat) => `${flight}-${seat}`))
  const alone = await answeredBy90('unlabelled.csv', flights(() => ''))
  expect(labelled.width / alone.width).toBeCloseTo(1, 1)
})

test('with fewer than twenty batches no share is shown', async () => {
  const few = await answeredBy90('few.csv', flights((flight) => `mission-${flight % 12}`))
  expect(few).toMatchObject({ value: null, withheld: 'poor-coverage' })
})
