import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servePages, type ServedPages } from '../../test/served-pages.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { countries } from '../reference/countries.ts'
import { loadPublicFigures } from '../service/load-public-figures.ts'
import { measurementDigest } from '../store/measurement-digest.ts'
import { listMeasurements } from '../store/measurements.ts'

const folder = fileURLToPath(new URL('../../data/public-figures', import.meta.url))

// The figures that come with Comity, on the pages that show them.
describe.skipIf(!existsSync(folder))('the packaged public figures', () => {
  let served: ServedPages
  let digests: readonly string[] = []
  beforeAll(async () => {
    served = await servePages([])
    await loadPublicFigures({ database: served.database.database }, folder)
    digests = (await served.database.database.transaction().execute((tx) => listMeasurements(tx))).map(({ digest }) => digest)
  })
  afterAll(() => served.close())

  test.each(['en', 'fr'])('every country has a page in %s, with no identifier twice and no number that is none', async (language) => {
    for (const { code } of [{ code: 'all' }, ...countries]) {
      const { statusCode, body } = await served.server.inject(`/${language}/countries/${code}`)
      expect([code, statusCode]).toEqual([code, 200])
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
      expect(ids.filter((id, index) => ids.indexOf(id) !== index), code).toEqual([])
      expect(/NaN|undefined|Infinity|\[object/.exec(body)?.[0], code).toBeUndefined()
    }
  })

  test('every source has a page, a map or a page of all countries, and files that are whole', async () => {
    for (const digest of digests) {
      const key = digest.slice(0, 12)
      const { statusCode, body } = await served.server.inject(`/fr/sources/${key}`)
      expect([key, statusCode]).toEqual([key, 200])
      expect(body).toMatch(/href="\/fr(?:\?source=|\/countries\/all)/)
      const json = await served.server.inject(`/data/${key}.json`)
      expect(measurementDigest(JSON.parse(json.body) as Measurement)).toBe(digest)
      const rows = (await served.server.inject(`/data/${key}.csv`)).body.trimEnd().split('\r\n').length - 1
      expect(rows).toBe((JSON.parse(json.body) as Measurement).figures.length)
    }
  })

  test('whatever the forms offer can be shown', async () => {
    const offered = new Set<string>()
    for (const digest of digests) {
      const body = (await served.server.inject(`/en/sources/${digest.slice(0, 12)}`)).body
      for (const [, href = ''] of body.matchAll(/href="(\/en(?:\/compare)?\?[^"]*)"/g)) offered.add(href.replaceAll('&amp;', '&'))
    }
    expect(offered.size).toBeGreaterThan(10)
    for (const url of offered) {
      const { statusCode, body } = await served.server.inject(url)
      expect([url, statusCode, /NaN|undefined|Infinity/.exec(body)?.[0]]).toEqual([url, 200, undefined])
    }
  })
})
