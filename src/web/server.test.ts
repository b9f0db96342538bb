import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileMeasurement, madeUpSources } from '../../test/made-up-sources.ts'
import { everyPage, servePages, type ServedPages } from '../../test/served-pages.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { figuresCsv } from '../render/figure-rows.ts'
import { measurementDigest } from '../store/measurement-digest.ts'
import { pages as english } from '../text/en/pages.ts'
import { pages as french } from '../text/fr/pages.ts'
import { securityHeaders } from './security-headers.ts'
import { buildServer } from './server.ts'

let served: ServedPages
const measurements = [...madeUpSources(), hostileMeasurement()]
beforeAll(async () => { served = await servePages(measurements) })
afterAll(() => served.close())

const get = (url: string, headers: Record<string, string> = {}) => served.server.inject({ url, headers })

test('the first address chooses the language that the browser likes, and remembers nothing', async () => {
  const french = await get('/', { 'accept-language': 'fr-CA,en;q=0.5' })
  expect([french.statusCode, french.headers['location'], french.headers['vary']]).toEqual([302, '/fr', 'accept-language'])
  expect((await get('/')).headers['location']).toBe('/en')
  for (const url of ['/', '/en', '/en/compare']) expect((await get(url)).headers).not.toHaveProperty('set-cookie')
})

test.each(['/', '/en', '/fr/compare?day=x', '/nowhere', '/en/countries/%E0%A4%A', '/style.css', '/favicon.ico', '/healthz', '/data/000000000000.csv', '/en/sources/', `/en/countries/${'A'.repeat(500)}`])('the security headers stand on the answer to %s', async (url) => {
  expect((await get(url)).headers).toMatchObject(securityHeaders)
})

test('nothing is loaded but our own stylesheet, and no address is handed on', async () => {
  const { headers } = await get('/en')
  expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
  expect([headers['referrer-policy'], headers['x-content-type-options'], headers['cross-origin-opener-policy'], headers['cross-origin-resource-policy']]).toEqual(['no-referrer', 'nosniff', 'same-origin', 'same-origin'])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'] as const)('%s is answered with 405 and changes nothing', async (method) => {
  const answer = await served.server.inject({ method: method as 'POST', url: '/fr/compare', headers: { 'content-type': 'application/json' }, payload: '{"a":1}' })
  expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
  expect(answer.body).toContain(french.errors.method)
  expect(answer.headers).toMatchObject(securityHeaders)
})

test('HEAD has the headers of GET and no body', async () => {
  for (const url of ['/en', '/style.css', `/data/${served.keys[0]}.csv`, '/en/nowhere']) {
    const [head, whole] = [await served.server.inject({ method: 'HEAD', url }), await get(url)]
    expect([url, head.statusCode, head.body, head.headers['content-type']]).toEqual([url, whole.statusCode, '', whole.headers['content-type']])
  }
})

test('the mark of the installation is small, is kept for a day, and is not sent again to whoever has it', async () => {
  const { statusCode, headers, rawPayload } = await get('/favicon.ico')
  expect([statusCode, headers['content-type'], headers['cache-control'], rawPayload.length < 4096]).toEqual([200, 'image/x-icon', 'public, max-age=86400', true])
  expect(headers).toMatchObject(securityHeaders)
  const again = await get('/favicon.ico', { 'if-none-match': String(headers['etag']) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('an address in neither language gets its error page in the language of the browser', async () => {
  expect((await get('/nowhere', { 'accept-language': 'fr' })).body).toContain(french.errors.notFoundTitle)
  expect((await get('/nowhere')).body).toContain(english.errors.notFoundTitle)
})

test('a stroke at the end leads to the address without it, and nowhere else', async () => {
  const own = await get('/fr/compare/?day=180')
  expect([own.statusCode, own.headers['location']]).toEqual([308, '/fr/compare?day=180'])
  for (const url of ['//elsewhere.example/', '/en//elsewhere.example/', '/en/\\elsewhere.example/']) {
    expect((await get(url)).statusCode, url).toBe(404)
  }
})

test.each([
  ['day=soon', english.errors.badQuery['bad-day']('day')],
  ['day=-1', english.errors.badQuery['bad-day']('day')],
  ['day=30&day=60', english.errors.badQuery.repeated('day')],
  [`period=${'9'.repeat(200)}`, english.errors.badQuery['too-long']('period')],
  ['measure=constructor', english.errors.badQuery['unknown-measure']('measure')],
  ['source=000000000000', english.errors.badQuery['unknown-source']('source')],
])('a query with %s is refused with a page that says why', async (query, sentence) => {
  for (const path of ['/en', '/en/compare']) {
    const answer = await get(`${path}?${query}`)
    expect([answer.statusCode, answer.body.includes(sentence)]).toEqual([400, true])
  }
})

test('an address that cannot be decoded is refused with a page', async () => {
  const answer = await get('/fr/countries/%E0%A4%A', {})
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain(french.errors.badAddress)
})

test('a name that is too long is refused with a page that does not say it back', async () => {
  const answer = await get(`/fr/countries/${'Z'.repeat(500)}`)
  expect([answer.statusCode, answer.body.includes(french.errors.badAddress), answer.body.includes('ZZZ')]).toEqual([400, true, false])
})

test('an error page whose language the browser chose is not kept for a reader of another', async () => {
  for (const url of ['/nowhere', '/en/countries/%E0%A4%A']) expect((await get(url)).headers['vary']).toBe('accept-language')
})

const nasty = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", '</title><svg onload=alert(1)>', '\u0000\u202e', '../../etc/passwd', '%00', "' or 1=1 --"]

test.each(nasty.map((words) => [JSON.stringify(words), words]))('hostile words in path and query come back as text only: %s', async (_, words) => {
  const said = encodeURIComponent(words)
  for (const url of [`/en/countries/${said}`, `/fr/sources/${said}`, `/en/sources/${said}/since/${said}`, `/en/${said}`, `/en?source=${said}`, `/en/compare?period=${said}&measure=${said}`, `/en/compare?period=${said}`, `/en/methods?${said}=${said}`]) {
    const answer = await get(url)
    expect(answer.statusCode, url).toBeLessThan(500)
    expect(answer.body, url).not.toMatch(/<script|<img|<svg onload|onerror=alert\(1\)>/)
    expect(['\u0000', '\u202e'].filter((character) => answer.body.includes(character)), url).toEqual([])
  }
})

test('hostile words in a loaded file come back as text only', async () => {
  const key = served.keys.at(-1)
  for (const url of [...everyPage(served.keys), `/sources/${key}`, `?source=${key}`, `/compare?source=${key}`, '/countries/GIN'].map((path) => `/en${path}`)) {
    const { statusCode, body } = await get(url)
    expect([url, statusCode]).toEqual([url, 200])
    expect(body, url).not.toMatch(/<script|<img|href="(?!\/|#|https:)/)
  }
  expect((await get(`/en/sources/${key}`)).body).toContain('&lt;script&gt;')
})

test('the stylesheet may be kept by its digest, and is not sent again to who has it', async () => {
  const [, address = ''] = /<link rel="stylesheet" href="([^"]*)">/.exec((await get('/en')).body) ?? []
  const first = await get(address)
  expect(first.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' })
  expect((await get('/style.css')).headers['cache-control']).toBe('no-cache')
  const again = await get('/style.css', { 'if-none-match': String(first.headers['etag']) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('a theme is served from here, last, and asked for anew; without one the file is empty', async () => {
  expect([...(await get('/en')).body.matchAll(/<link rel="stylesheet" href="([^"?]*)/g)].map(([, path]) => path)).toEqual(['/style.css', '/theme.css'])
  const none = await get('/theme.css')
  expect([none.statusCode, none.body, none.headers['content-type'], none.headers['cache-control']]).toEqual([200, '', 'text/css; charset=utf-8', 'public, max-age=300'])
  const themed = buildServer({ database: served.database.database }, { write: () => undefined }, undefined, ':root { --accent: #004455; }')
  const answer = await themed.inject('/theme.css')
  expect([answer.body, answer.headers['etag'] === none.headers['etag']]).toEqual([':root { --accent: #004455; }', false])
  expect((await themed.inject({ url: '/theme.css', headers: { 'if-none-match': String(answer.headers['etag']) } })).statusCode).toBe(304)
  await themed.close()
})

test('the figures come as CSV, the same as the command line writes, and no cell is a formula', async () => {
  for (const [index, measurement] of measurements.entries()) {
    const answer = await get(`/data/${served.keys[index]}.csv`)
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="comity-${served.keys[index]}.csv"` })
    expect(answer.body).toBe(figuresCsv(measurement))
    expect(answer.body).not.toMatch(/(?:^|,|\n)"?[=+@]/)
  }
})

test('the measurement comes as JSON whole: its digest is the one that the pages show', async () => {
  for (const [index, measurement] of measurements.entries()) {
    const answer = await get(`/data/${served.keys[index]}.json`)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(measurementDigest(JSON.parse(answer.body) as Measurement)).toBe(measurementDigest(measurement))
  }
  expect((await get('/data/000000000000.json')).statusCode).toBe(404)
})

test('a log line tells how long and which kind of page, and nothing of who asked or for what', async () => {
  served.log.length = 0
  await served.server.inject({ url: '/en/countries/GIN?name=Jane-Example', remoteAddress: '203.0.113.7', headers: { 'user-agent': 'Example/1', referer: 'https://elsewhere.example/' } })
  await served.server.inject('/en/Jane-Example')
  expect(served.log.map(({ method, route, status, msg }) => ({ method, route, status, msg }))).toEqual([
    { method: 'GET', route: '/:language(^en|fr$)/countries/:code', status: 200, msg: 'request' },
    { method: 'GET', route: null, status: 404, msg: 'request' },
  ])
  expect(JSON.stringify(served.log)).not.toMatch(/Jane|203\.0\.113|Example|elsewhere|GIN/)
})

test('when the database is gone a page tells nothing but a reference, and the log has the cause', async () => {
  const broken = await servePages([])
  await broken.database.asOwner().schema.dropTable('figure').execute()
  await broken.database.asOwner().schema.dropTable('measurement').execute()
  expect((await broken.server.inject('/healthz')).statusCode).toBe(200)
  const answer = await broken.server.inject('/fr/compare')
  expect(answer.statusCode).toBe(500)
  expect(answer.body).toContain(french.errors.faultTitle)
  expect(answer.body).not.toMatch(/relation|measurement|select|\.ts/)
  const [, reference] = /<code>([0-9a-f-]{36})<\/code>/.exec(answer.body) ?? []
  const fault = broken.log.find((line) => line['reference'] === reference)
  expect(JSON.stringify(fault)).toContain('does not exist')
  await broken.database.database.destroy()
  expect((await broken.server.inject('/healthz')).statusCode).toBe(503)
  await broken.close()
})

test('what is no HTTP at all is cut off without a word', async () => {
  const url = new URL(await served.server.listen({ host: '127.0.0.1', port: 0 }))
  const said = await new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(Number(url.port), url.hostname, () => socket.write('nonsense\r\n\r\n'))
    socket.on('data', (bytes) => { answer += String(bytes) }).on('close', () => resolve(answer))
  })
  expect(said).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
})
