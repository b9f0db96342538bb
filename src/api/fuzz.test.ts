import { randomInt, randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey, opening, serveApi, type Answered, type ServedApi } from '../../test/served-api.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { apiRoutes } from './api-routes.ts'
import type { ApiRoute } from './api-route.ts'

const seed = Number(process.env['COMITY_SEED'] ?? randomInt(2 ** 31))

let served: ServedApi
beforeAll(async () => {
  served = await serveApi({ book: shippedBook(), settings: { requestsPerMinute: 1_000_000 } })
})
afterAll(() => served.close())

type Shape = { readonly type?: string; readonly format?: string; readonly enum?: readonly string[]; readonly const?: string; readonly pattern?: string; readonly properties?: Readonly<Record<string, TSchema>>; readonly required?: readonly string[]; readonly items?: TSchema; readonly oneOf?: readonly TSchema[] }

const odd = fc.oneof(fc.constantFrom('', ' ', '\u0000', '\ud800', '\u202e', "' or true --", '<script>', '../../etc', '2026-02-30', '9999-12-31', '0000-01-01', 'GH', 'XXA', 'US', 'CA', '__proto__', '1e999', 'é'.repeat(300), 'x'.repeat(5_000)), fc.string({ unit: 'binary' }))
const anything = fc.oneof(odd, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(odd, { maxLength: 3 }), fc.dictionary(odd, odd, { maxKeys: 3 }), fc.jsonValue({ maxDepth: 3 }))
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const country = fc.constantFrom('GH', 'NG', 'FR', 'CA', 'US', 'XX', 'UTO')

/** What a schema lets through, made from the schema itself. */
function fitting(schema: TSchema, name = ''): fc.Arbitrary<unknown> {
  const { type, format, enum: names, const: only, properties, required = [], items, oneOf } = schema as Shape
  if (oneOf) return fc.oneof(...oneOf.map((one) => fitting(one)))
  if (only !== undefined) return fc.constant(only)
  if (names) return fc.constantFrom(...names)
  if (format === 'date') return fc.oneof(day, fc.constant(new Date().toISOString().slice(0, 10)))
  if (type === 'object') return fc.record(Object.fromEntries(Object.entries(properties ?? {}).map(([field, one]) => [field, fitting(one, field)])), { requiredKeys: [...required] })
  if (type === 'array' && items) return fc.array(fitting(items), { maxLength: 3 })
  if (type === 'boolean') return fc.boolean()
  if (name === 'destination' || name === 'country') return fc.oneof({ weight: 5, arbitrary: country }, odd)
  return fc.oneof(fc.constantFrom('one', 'two', '00000000-0000-4000-8000-000000000001'), odd)
}

/** The same with something put out of place: a field that is another thing, is missing, or is too much. */
const spoilt = (schema: TSchema) => fc.tuple(fitting(schema), fc.string(), anything, fc.nat()).map(([value, name, other, place]) => {
  if (typeof value !== 'object' || value === null) return other
  const fields = Object.keys(value)
  const field = place % 3 === 0 ? name : (fields[place % Math.max(fields.length, 1)] ?? name)
  return place % 3 === 1 ? Object.fromEntries(Object.entries(value).filter(([one]) => one !== field)) : { ...value, [field]: other }
})

const queryText = fc.array(fc.tuple(fc.constantFrom('after', 'limit', 'inventory', 'country', 'dueBy', 'destination', 'place', 'x'), fc.oneof(fc.constantFrom('1', '200', 'GH', 'working', '2026-01-01'), odd)), { maxLength: 4 })
  .map((pairs) => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value.toWellFormed()])).toString())
const header = fc.oneof(fc.constantFrom('"1"', '"2"', '*', 'audit', 'legal-review', ''), fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')))
const role = fc.constantFrom('officer' as const, 'legal-reviewer' as const, 'auditor' as const)

const lawful = new Set([200, 201, 202, 400, 404, 409, 412, 413, 415, 422, 428])

async function send(route: ApiRoute, as: 'officer' | 'legal-reviewer' | 'auditor', caseId: string, given: { readonly query: string; readonly body: unknown; readonly version: string; readonly purpose: string }): Promise<Answered> {
  const { method } = route
  return served.ask(as, {
    method, path: `${route.path.replace(':caseId', encodeURIComponent(caseId))}${given.query === '' ? '' : `?${given.query}`}`, headers: { ...newKey(), 'if-match': given.version, ...(given.purpose === '' ? {} : { 'comity-purpose': given.purpose }) },
    ...(method === 'POST' ? { body: given.body === undefined ? '' : given.body } : {}),
  })
}

/** Never at fault, and every problem is one that can be read. */
function check(route: ApiRoute, { status, body, text }: Answered) {
  expect(lawful.has(status), `${route.method} ${route.path}: ${status} ${text.slice(0, 500)}`).toBe(true)
  if (status >= 400) expect(Object.keys(body)).toEqual(['type', 'title', 'status', 'detail', 'code', 'facts'])
}

test.each(apiRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(`%s is never at fault, whatever is sent (seed ${seed})`, async (_, route) => {
  const { body: { caseId } } = await served.ask('officer', { method: 'POST', path: '/cases', body: opening, headers: newKey() })
  const bodies = route.body ? fc.oneof(fitting(route.body), spoilt(route.body), anything) : anything
  await fc.assert(fc.asyncProperty(role, fc.oneof(fc.constantFrom(caseId as string, randomUUID()), odd.map((text) => text.toWellFormed().slice(0, 190))), queryText, bodies, header, header, async (as, id, query, body, version, purpose) => {
    check(route, await send(route, as, id === '' ? '-' : id, { query, body, version, purpose }))
  }), { seed, numRuns: 80 })
})

// Whose case it is stays, so that it can be read afterwards.
test(`a whole life of one case out of commands that fit their schemas never makes the server fail (seed ${seed})`, async () => {
  const route = apiRoutes.find(({ bodyIs }) => bodyIs === 'command')
  const { body: opened } = await served.ask('officer', { method: 'POST', path: '/cases', body: opening, headers: newKey() })
  const told = { done: 0, proposed: 0, refused: 0 }
  await fc.assert(fc.asyncProperty(fitting(route?.body ?? {}).filter((body) => (body as { readonly kind?: string } | null)?.kind !== 'assign-officer'), async (body) => {
    if (!route) return
    const { body: { version } } = await served.ask('officer', { path: `/cases/${opened.caseId}` })
    const answer = await send(route, 'officer', opened.caseId, { query: '', body, version: `"${version}"`, purpose: '' })
    check(route, answer)
    told[answer.status === 200 ? 'done' : answer.status === 202 ? 'proposed' : 'refused'] += 1
    for (const path of ['', '/events', '/gates']) expect((await served.ask('officer', { path: `/cases/${opened.caseId}${path}` })).status).toBe(200)
  }), { seed, numRuns: 200 })
  expect(told.done + told.proposed).toBeGreaterThan(5)
})
