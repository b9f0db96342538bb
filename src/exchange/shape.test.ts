import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statusCodes } from '../reference/status-codes.ts'
import type { Json } from './canonical.ts'
import { agreedBodies, bareBodies, partnerTypes, stateBodies, stateTypeNames } from './messages-for-tests.ts'
import { partnerShapes } from './partner-message.ts'
import { readJson, type Shape } from './shape.ts'
import { stateShapes } from './state-message.ts'

const seed = Number(process.env['SEED'] ?? 20_261_125)

type Leaf = { readonly place: string; readonly shape: Shape }

/** Every place of a shape that holds a value and no other shape. */
function leavesOf(shape: Shape, place = ''): readonly Leaf[] {
  if (shape.kind === 'or-null') return leavesOf(shape.of, place)
  if (shape.kind === 'list') return leavesOf(shape.of, `${place}[]`)
  if (shape.kind === 'members') return Object.entries(shape.members).flatMap(([name, inner]) => leavesOf(inner, place === '' ? name : `${place}.${name}`))
  return [{ place, shape }]
}

const harmless: readonly Shape['kind'][] = ['code', 'day', 'moment', 'digest', 'uuid', 'country', 'boolean', 'whole', 'number']

describe('what can be said, by walking every shape', () => {
  test.each(partnerTypes)('between partners: %s holds codes, days, moments, digests, countries, random ids, numbers, and nothing else', (type) => {
    const leaves = leavesOf(partnerShapes[type])
    expect(leaves.length).toBeGreaterThan(0)
    expect(leaves.filter(({ shape }) => !harmless.includes(shape.kind))).toEqual([])
  })

  test('of codes there are closed lists, and every code of them is one: no capital, no space, no sign beyond ASCII', () => {
    const codes = [...Object.values(partnerShapes), ...Object.values(stateShapes)].flatMap((shape) => leavesOf(shape)).flatMap(({ shape }) => (shape.kind === 'code' ? [shape.of] : [])).flat()
    expect(codes.length).toBeGreaterThan(100)
    // Names of members stand in the terms of an instrument, and are written as members are.
    expect(codes.filter((code) => !/^[a-z][a-z0-9_/-]*$/.test(code) && !Object.values(partnerShapes).some((shape) => Object.hasOwn(shape.members, code)))).toEqual([])
  })

  test('to a requested state words about a person stand in a request and its correction, in these places, and nowhere else', () => {
    const personal = (type: keyof typeof stateShapes) => leavesOf(stateShapes[type]).filter(({ shape }) => !harmless.includes(shape.kind)).map(({ place, shape }) => `${place}: ${shape.kind}`)
    const ofRequest = [
      'familyName: name', 'givenNames: name', 'bornOn: birth', 'bornIn: name', 'bornInCountry: past-country', 'identityDocuments[].number: document-number',
      'required.otherNames.agreement: citation', 'required.otherNames.article: citation', 'required.otherNames.value[].familyName: name', 'required.otherNames.value[].givenNames: name',
      'required.height.agreement: citation', 'required.height.article: citation', 'required.fingerprints.agreement: citation', 'required.fingerprints.article: citation',
      'required.visa.agreement: citation', 'required.visa.article: citation', 'required.visa.value.number: document-number',
    ]
    expect(personal('request')).toEqual(ofRequest)
    expect(personal('correction')).toEqual(ofRequest)
    for (const type of stateTypeNames.filter((one) => one !== 'request' && one !== 'correction')) expect(personal(type), type).toEqual([])
  })

  test('no member is called after a case, a person, a reason of ours or a remark', () => {
    const names = Object.values({ ...partnerShapes, ...stateShapes }).flatMap((shape) => leavesOf(shape)).flatMap(({ place }) => place.split(/[.[\]]+/))
    expect(names.filter((name) => /case|person|note|remark|text|says|comment|relative|address|health|religion|crim|claim(?!ed)|protect|officer/i.test(name))).toEqual([])
  })
})

// What a case holds and nobody may put into a message: names, numbers of documents and files, sentences, addresses, what tells a status.
const ofACase = fc.oneof(
  fc.constantFrom('Sample', 'One Sample', 'SAMPLE<<ONE', 'sample', 'X0000000', 'A 000 000 000', 'UCI 1111-1111', '1990-05-17 in Exampleville', '12 Example Street', 'asked for protection', 'bob@example.org', '', ' ', '\u0000', '🙂'),
  fc.constantFrom(...statusCodes), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[A-Z][a-z]{2,12}$/), fc.stringMatching(/^[A-Z0-9]{6,12}$/),
)

/** The same value with another one at a place that holds a text. */
function putInto(value: Json, place: number, text: string): { readonly value: Json; readonly left: number } {
  if (typeof value === 'string') return { value: place === 0 ? text : value, left: place - 1 }
  if (value === null || typeof value !== 'object') return { value, left: place }
  let left = place
  const inner = (one: Json) => {
    const put = putInto(one, left, text)
    left = put.left
    return put.value
  }
  const changed = Array.isArray(value) ? (value as readonly Json[]).map(inner) : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(one)]))
  return { value: changed, left }
}

const textsIn = (value: Json): number => (typeof value === 'string' ? 1 : value === null || typeof value !== 'object' ? 0 : Object.values(value).reduce<number>((sum, one) => sum + textsIn(one), 0))

describe('no text of a case can be put in', () => {
  const bodies: Readonly<Record<string, readonly [Shape, Json]>> = Object.fromEntries([
    ...partnerTypes.map((type) => [type, [partnerShapes[type], { ...agreedBodies, ...bareBodies }[type]]] as const),
    ...stateTypeNames.filter((type) => type !== 'request' && type !== 'correction').map((type) => [type, [stateShapes[type], stateBodies[type]]] as const),
  ])

  test.each(Object.keys(bodies))('%s: wherever it stands, it is refused, and the refusal does not repeat it', (type) => {
    const [shape, body] = bodies[type] ?? []
    if (shape === undefined || body === undefined) throw new Error('no such message')
    const known = new Set(leavesOf(shape).flatMap((leaf) => (leaf.shape.kind === 'code' ? leaf.shape.of : [])))
    fc.assert(fc.property(fc.nat(textsIn(body) - 1), ofACase, (place, text) => {
      fc.pre(!known.has(text))
      const read = readJson(shape, putInto(body, place, text).value)
      // A country of three capitals is a country; chance may write one.
      if (read.ok) expect(text).toMatch(/^[A-Z]{3}$/)
      else expect(read.refusal.place).toMatch(/^[A-Za-z]+(?:\[\d+\]|\.[A-Za-z]+)*$/)
    }), { seed, numRuns: 400 })
    expect(readJson(shape, body)).toEqual({ ok: true, value: body })
  })

  test('also not as a member more, nor under a name that is a member of every object', () => {
    for (const name of ['note', 'familyName', '__proto__', 'constructor', 'toString']) {
      for (const [type, [shape, body]] of Object.entries(bodies)) {
        const more = JSON.parse(JSON.stringify(body).replace(/^\{/, `{"${name}":"Sample",`)) as Json
        expect(readJson(shape, more), type).toEqual({ ok: false, refusal: { code: 'unknown-member', place: '' } })
      }
    }
  })
})

test('what a shape refuses, it refuses with its code and place', () => {
  const shape = partnerShapes['country-assessment']
  const body = agreedBodies['country-assessment']
  const [figure] = body.figures
  const read = (changed: object) => {
    const result = readJson(shape, { ...body, ...changed })
    return result.ok ? 'read' : `${result.refusal.code} ${result.refusal.place}`
  }
  expect(read({})).toBe('read')
  expect(read({ country: 'XXA' })).toBe('not-a-country country')
  expect(read({ country: 'SUN' })).toBe('not-a-country country')
  expect(read({ country: 'gin' })).toBe('not-a-country country')
  expect(read({ from: '2025-02-30' })).toBe('not-a-day from')
  expect(read({ method: 'answer-time/2' })).toBe('not-listed method')
  expect(read({ gatedTimeRemoved: 'true' })).toBe('wrong-kind gatedTimeRemoved')
  expect(read({ cautions: ['small-numbers', 'small-numbers'] })).toBe('repeated cautions')
  expect(read({ inputs: 'none' })).toBe('wrong-kind inputs')
  expect(read({ inputs: ['C'.repeat(64)] })).toBe('no-code inputs[0]')
  expect(read({ figures: [] })).toBe('too-few figures')
  expect(read({ figures: Array.from({ length: 201 }, () => figure) })).toBe('too-many figures')
  expect(read({ figures: [figure, { ...figure, value: -1 }] })).toBe('out-of-bounds figures[1].value')
  expect(read({ figures: [{ ...figure, denominator: 1.5 }] })).toBe('wrong-kind figures[0].denominator')
  expect(read({ figures: [null] })).toBe('wrong-kind figures[0]')
  expect(read({ figures: [{}] })).toMatch(/^member-missing figures\[0\]\./)
})

test('two records that look alike may be two: a list of documents may hold both', () => {
  const [document] = stateBodies.request.identityDocuments
  if (document === undefined) throw new Error('no document in the sample')
  expect(readJson(stateShapes.request, { ...stateBodies.request, identityDocuments: [document, document] }).ok).toBe(true)
})

test('a moment is one of the calendar, in one way of writing', () => {
  const read = (text: string) => readJson({ kind: 'moment' }, text).ok
  expect(read('2026-06-15T09:10:00.000Z')).toBe(true)
  for (const wrong of ['2026-02-30T09:10:00.000Z', '2026-06-15T24:00:00.000Z', '2026-06-15T09:10:00Z', '2026-06-15T09:10:00.000+00:00', '2026-06-15']) expect(read(wrong), wrong).toBe(false)
})

test('an id that tells when or where it was made is refused', () => {
  for (const wrong of ['00000000-0000-1000-8000-000000000001', '00000000-0000-7000-8000-000000000001', '00000000-0000-4000-c000-000000000001', '00000000-0000-4000-8000-00000000000A']) expect(readJson({ kind: 'uuid' }, wrong)).toMatchObject({ refusal: { code: 'no-code' } })
})
