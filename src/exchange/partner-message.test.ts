import { describe, expect, test } from 'vitest'
import { agreedFields, requiredFields } from './agreed-fields.ts'
import type { Json } from './canonical.ts'
import { agreedTypes } from './lists.ts'
import { agreedBodies, bareBodies, inForce, on, terms } from './messages-for-tests.ts'
import { agreedMessage, bareMessage, faultUnder, wasMade, type PartnerMessage } from './partner-message.ts'
import type { AgreedBody } from './partner-shapes.ts'

const day = on('2026-06-15')
const assessment = agreedBodies['country-assessment']
const without = (field: string) => inForce({ messages: terms.messages.map((one) => ({ ...one, fields: one.fields.filter((name) => name !== field) })) })
const codeOf = (instrument: ReturnType<typeof inForce>, body: AgreedBody<'country-assessment'> = assessment, when = day) => {
  const made = agreedMessage(instrument, 'country-assessment', body, when)
  return made.ok ? 'made' : made.refusal.code
}

describe('no instrument, no message', () => {
  test.each(agreedTypes)('%s is made under an instrument in force, and bears its digest', (type) => {
    const made = agreedMessage(inForce(), type, agreedBodies[type], day)
    expect(made).toMatchObject({ ok: true, value: { type, instrument: inForce().digest } })
    expect(made.ok && wasMade(made.value)).toBe(true)
  })

  test('not before its first day, and not after its last', () => {
    expect(['2026-05-31', '2026-06-01', '2028-05-31', '2028-06-01'].map((when) => codeOf(inForce(), assessment, on(when)))).toEqual(['not-in-force', 'made', 'made', 'not-in-force'])
  })

  test('not of a type that it does not list', () => {
    expect(codeOf(inForce({ messages: terms.messages.filter(({ type }) => type !== 'country-assessment') }))).toBe('type-not-agreed')
  })

  test('not with a member or a measure that it does not list; empty it may be', () => {
    expect(codeOf(without('cautions'))).toBe('field-not-agreed')
    expect(codeOf(without('cautions'), { ...assessment, cautions: [] })).toBe('made')
    expect(codeOf(without('gatedTimeRemoved'))).toBe('field-not-agreed')
    expect(codeOf(without('gatedTimeRemoved'), { ...assessment, gatedTimeRemoved: null })).toBe('made')
    expect(agreedMessage(without('outcome-by'), 'country-assessment', assessment, day)).toEqual({ ok: false, refusal: { code: 'field-not-agreed', field: 'outcome-by' } })
  })

  test('what looks like a message, or is a copy of one, was not made', () => {
    const made = agreedMessage(inForce(), 'incident', agreedBodies.incident, day)
    if (!made.ok) throw new Error('not made')
    for (const forged of [{ ...made.value }, structuredClone(made.value), { family: 'partner' } as PartnerMessage]) expect(wasMade(forged)).toBe(false)
  })

  test('the type has no other way in either', () => {
    // @ts-expect-error: what was not made has no brand.
    const forged: PartnerMessage = { family: 'partner', type: 'incident', instrument: null, parties: null, body: {} }
    expect(wasMade(forged)).toBe(false)
  })
})

test('rounding is applied, whatever is handed in', () => {
  const exact = { ...assessment, figures: assessment.figures.map((figure) => ({ ...figure, denominator: figure.denominator === null ? null : 118 })) }
  const made = agreedMessage(inForce(), 'country-assessment', exact, day)
  expect(made.ok && (made.value.body as { readonly figures: readonly { readonly denominator: number | null }[] }).figures.map(({ denominator }) => denominator)).toEqual([null, 120, 120, null])
})

test('a figure without its denominator or its limits is not made, nor withheld in silence', () => {
  const [, share, ...rest] = assessment.figures
  if (share === undefined) throw new Error('no share in the sample')
  expect(codeOf(inForce(), { ...assessment, figures: [{ ...share, denominator: null }, ...rest] })).toBe('denominator-missing')
  expect(codeOf(inForce(), { ...assessment, figures: [{ ...share, upper: null }, ...rest] })).toBe('limits-missing')
})

test('data that speak of a day after the one to which they speak are refused', () => {
  expect(codeOf(inForce(), { ...assessment, asOf: on('2025-12-30') })).toBe('days-not-in-order')
  expect(codeOf(inForce(), { ...assessment, until: on('2024-12-31') })).toBe('days-not-in-order')
})

test('what comes in is judged as what goes out: also that it was rounded', () => {
  const body = assessment as Json
  expect(faultUnder(inForce(), 'country-assessment', body, day)).toBeUndefined()
  const exact = { ...assessment, figures: assessment.figures.map((figure) => ({ ...figure, denominator: figure.denominator === null ? null : 118 })) } as Json
  expect(faultUnder(inForce(), 'country-assessment', exact, day)).toMatchObject({ code: 'not-rounded' })
  expect(faultUnder(inForce(), 'country-assessment', body, on('2028-06-01'))).toEqual({ code: 'not-in-force', standing: 'over' })
})

test('what is wrong in its shape is refused with its place', () => {
  expect(agreedMessage(inForce(), 'incident', { ...agreedBodies.incident, country: 'XXB' }, day)).toEqual({ ok: false, refusal: { code: 'not-a-country', place: 'country' } })
  expect(bareMessage('checkpoint', { ...bareBodies.checkpoint, size: -1 })).toEqual({ ok: false, refusal: { code: 'out-of-bounds', place: 'size' } })
})

test('required are the members that can never be empty', () => {
  expect(requiredFields['country-assessment']).toEqual(['country', 'from', 'until', 'asOf', 'method', 'suppression', 'figures'])
  expect(agreedFields.incident).toEqual(['country', 'post', 'incident', 'happenedOn', 'document'])
})
