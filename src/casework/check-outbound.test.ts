import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { Agreement } from './agreement.ts'
import { checkOutbound, mostDocuments, mostFiles, mostOtherNames } from './check-outbound.ts'
import type { Identity } from './identity.ts'
import type { OutboundSource, SuppliedExtras } from './outbound-source.ts'
import { mostInName } from './outbound-text.ts'

const day = (text: string) => text as PlainDate
const passport = { documentType: 'passport', number: 'XD123456', country: 'BR', copy: true } as const
const identity: Identity = { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornIn: 'Exemplo', bornInCountry: 'BR', sex: 'female', photograph: 'a'.repeat(64), identityDocuments: [passport] }
const agreement: Agreement = {
  code: 'sample-br', country: 'BR', inForce: {}, text: 'verified', source: 'a sample', replyFrom: 'sent', weekend: [], holidays: [],
  requires: [{ datum: 'other-names', article: '4(1)(a)', text: 'verified' }, { datum: 'height', article: '4(1)(b)', text: 'verified' }, { datum: 'fingerprints', article: '5', text: 'verified' }, { datum: 'visa', article: '6', text: 'verified' }],
}
const source: OutboundSource = {
  identity, nationalities: [{ country: 'BR', basis: 'copy-of-document', on: '2026-01-02' }],
  request: { requestId: '7d444840-9dc0-41d1-b245-5ffdce74fad2', destination: 'BR', consulate: 'Sample consulate', documentType: 'emergency-travel-document', agreement: 'sample-br' },
  agreements: [agreement], extras: {}, authorities: ['fingerprints', 'visa'], today: day('2026-11-22'),
}

const answer = (change: object) => {
  const checked = checkOutbound({ ...source, ...change })
  return checked.ok ? 'fit to leave' : checked.refusal
}
const of = (change: object) => answer({ identity: { ...identity, ...change } })
const without = (key: keyof Identity, more: object = {}) => answer({ ...more, identity: Object.fromEntries(Object.entries(identity).filter(([own]) => own !== key)) })
const supplied = (extras: SuppliedExtras, change: object = {}) => answer({ ...change, extras })

test('what is known of a person may leave, and what is not known is missing in no list', () => {
  expect(answer({})).toBe('fit to leave')
  expect([without('bornIn'), without('bornInCountry'), without('photograph'), of({ identityDocuments: [] })]).toEqual(Array.from({ length: 4 }, () => 'fit to leave'))
  expect(without('bornOn', { authorities: ['child'] })).toBe('fit to leave')
})

test('one name is enough, whichever it is', () => {
  expect([of({ familyName: '' }), of({ givenNames: '' }), of({ familyName: '', givenNames: '' })]).toEqual(['fit to leave', 'fit to leave', { code: 'name-missing' }])
})

test.each([
  ['an identity document', { identity: { ...identity, identityDocuments: [passport, { ...passport, remark: 'x' }] } }, 'identityDocuments.remark'],
  ['a nationality', { nationalities: [...source.nationalities, { country: 'PT', basis: 'own-document', on: '2026-01-03', source: 'hearing' }] }, 'nationalities.source'],
  ['the request', { request: { ...source.request, by: 'officer-1' } }, 'request.by'],
  ['what was supplied besides', { extras: { weight: 70 } }, 'extras.weight'],
  ['another name', { extras: { otherNames: [{ familyName: 'Exemple', givenNames: '' }, { familyName: 'Sample', givenNames: '', used: 'in hiding' }] } }, 'otherNames.used'],
  ['a visa', { extras: { visa: { number: 'V1', validFrom: '2020-01-01', validUntil: '2021-01-01', refused: true } } }, 'visa.refused'],
  ['a file', { files: [{ digest: 'a'.repeat(64), format: 'pdf', bytes: 1, name: 'x' }] }, 'files.name'],
])('%s with a field that has no place there is refused', (_what, change, field) => {
  expect(answer(change)).toEqual({ code: 'unknown-field', field })
})

describe('a name', () => {
  test.each(['familyName', 'givenNames', 'bornIn'])('as %s may be so long and no longer, holds letters only, and tells of no claim', (field) => {
    expect(of({ [field]: 'a'.repeat(mostInName) })).toBe('fit to leave')
    expect(of({ [field]: 'a'.repeat(mostInName + 1) })).toEqual({ code: 'text-too-long', field, most: mostInName })
    expect(of({ [field]: 'Sample 2' })).toEqual({ code: 'text-not-allowed', field })
    expect(of({ [field]: 'Refugee' })).toEqual({ code: 'text-tells-of-claim', field })
  })

  test.each([[{ familyName: 'Sample 2', givenNames: '' }, 'text-not-allowed'], [{ familyName: '', givenNames: 'Refugee' }, 'text-tells-of-claim'], [{ familyName: '', givenNames: '' }, 'name-missing']])('among the other names is judged likewise: %o', (name, code) => {
    expect(supplied({ otherNames: [{ familyName: 'Exemple', givenNames: 'Deux' }, name] })).toMatchObject({ code })
  })

  test('besides the one in use may be another, and only so many', () => {
    const names = (count: number) => Array.from({ length: count }, () => ({ familyName: 'Exemple', givenNames: 'Deux' }))
    expect(supplied({ otherNames: names(mostOtherNames) })).toBe('fit to leave')
    expect(supplied({ otherNames: names(mostOtherNames + 1) })).toEqual({ code: 'too-many', field: 'otherNames', most: mostOtherNames })
    expect([supplied({ otherNames: [{ familyName: 'Exemple', givenNames: '' }] }), supplied({ otherNames: [{ familyName: '', givenNames: 'Deux' }] })]).toEqual(['fit to leave', 'fit to leave'])
  })
})

test('the documents are only so many, each with a number, of a state that is or was, and a copy or none', () => {
  const documents = (count: number) => of({ identityDocuments: Array.from({ length: count }, () => passport) })
  expect(documents(mostDocuments)).toBe('fit to leave')
  expect(documents(mostDocuments + 1)).toEqual({ code: 'too-many', field: 'identityDocuments', most: mostDocuments })
  expect(of({ identityDocuments: [passport, { ...passport, copy: 'perhaps' }] })).toEqual({ code: 'not-in-list', field: 'copy', value: 'perhaps' })
  expect(of({ identityDocuments: [passport, { ...passport, number: '' }] })).toEqual({ code: 'number-not-allowed', field: 'identityDocuments.number' })
  expect(of({ identityDocuments: [{ ...passport, country: 'SU' }] })).toBe('fit to leave')
})

test('a state that is gone is a place of birth, and no nationality and no destination', () => {
  expect(of({ bornInCountry: 'SU' })).toBe('fit to leave')
  expect(answer({ nationalities: [...source.nationalities, { country: 'SU', basis: 'own-document', on: '2026-01-02' }] })).toEqual({ code: 'unknown-country', field: 'nationalities', country: 'SU' })
  expect(answer({ request: { ...source.request, destination: 'SU' } })).toEqual({ code: 'unknown-country', field: 'destination', country: 'SU' })
})

test('the nationality that is claimed rests on a basis of the list, and the request on a document of the list', () => {
  expect(answer({ nationalities: [...source.nationalities, { country: 'BR', basis: 'hearsay', on: '2026-01-02' }] })).toEqual({ code: 'not-in-list', field: 'basis', value: 'hearsay' })
  expect(answer({ request: { ...source.request, documentType: 'letter' } })).toEqual({ code: 'document-not-allowed', documentType: 'letter' })
})

describe('what the agreement requires', () => {
  test.each([[29, 'number-not-allowed'], [30, undefined], [170, undefined], [272, undefined], [273, 'number-not-allowed'], [170.5, 'number-not-allowed'], [Number.NaN, 'number-not-allowed']])('is a height of %d centimetres: %s', (height, code) => {
    expect(supplied({ height })).toEqual(code === undefined ? 'fit to leave' : { code, field: 'height' })
  })

  test('is prints by their digest, and nothing that could say more', () => {
    expect(supplied({ fingerprints: 'b'.repeat(64) })).toBe('fit to leave')
    expect(supplied({ fingerprints: 'prints of one hand' })).toEqual({ code: 'number-not-allowed', field: 'fingerprints' })
  })

  test.each([
    [{}, 'fit to leave'], [{ validFrom: '2020-02-30' }, { code: 'impossible-day', field: 'visa.validFrom', value: '2020-02-30' }],
    [{ validUntil: 'soon' }, { code: 'impossible-day', field: 'visa.validUntil', value: 'soon' }], [{ number: 'granted' }, { code: 'number-not-allowed', field: 'visa.number' }],
  ])('is a visa with a number and two days: %o', (wrong, expected) => {
    expect(supplied({ visa: { number: 'V1', validFrom: '2020-01-01', validUntil: '2021-01-01', ...wrong } })).toEqual(expected)
  })

  test('is what this very agreement requires, whatever another one in force does', () => {
    const another: Agreement = { ...agreement, code: 'other-br', requires: [] }
    expect(supplied({ height: 170 }, { agreements: [another, agreement] })).toBe('fit to leave')
    expect(supplied({ height: 170 }, { agreements: [another] })).toEqual({ code: 'agreement-not-in-force', agreement: 'sample-br', day: '2026-11-22' })
    const { requires: _none, ...silent } = agreement
    expect(supplied({ height: 170 }, { agreements: [silent] })).toEqual({ code: 'not-required', datum: 'height' })
  })

  test('opens nothing when its words were not read: of the article, or of the agreement', () => {
    expect(supplied({ height: 170 }, { agreements: [{ ...agreement, text: 'unverified' }] })).toEqual({ code: 'requirement-not-verified', datum: 'height' })
    expect(supplied({ height: 170 }, { agreements: [{ ...agreement, requires: [{ datum: 'height', article: '4', text: 'unverified' }] }] })).toEqual({ code: 'requirement-not-verified', datum: 'height' })
  })

  test.each([
    ['9'.repeat(40), true], ['9'.repeat(41), false], ['4(1)(b)', true], ['Art. 4/2', true], ['4; see the file', false], ['refugee protocol 4', false], ['', false],
  ])('is cited as "%s": %s', (article, allowed) => {
    const cited = allowed ? 'fit to leave' : { code: 'text-not-allowed', field: 'agreement' }
    expect(supplied({ height: 170 }, { agreements: [{ ...agreement, requires: [{ datum: 'height', article, text: 'verified' }] }] })).toEqual(cited)
    expect(supplied({ height: 170 }, { agreements: [{ ...agreement, code: article }], request: { ...source.request, agreement: article } })).toEqual(cited)
  })
})

test('files are only so many, of three formats, named by their digest; with a photograph, it is among them', () => {
  const file = (digest: string, format = 'pdf') => ({ digest: digest.repeat(64), format, bytes: 1 })
  const files = (...some: readonly object[]) => answer({ files: some })
  expect(files(file('a'), file('b', 'jpeg'), file('c', 'png'))).toBe('fit to leave')
  expect(files(...Array.from({ length: mostFiles }, () => file('a')))).toBe('fit to leave')
  expect(files(...Array.from({ length: mostFiles + 1 }, () => file('a')))).toEqual({ code: 'too-many', field: 'files', most: mostFiles })
  expect([files(file('a'), file('b', 'docx')), files(file('a'), file('z'))]).toEqual(Array.from({ length: 2 }, () => ({ code: 'number-not-allowed', field: 'files' })))
  expect(files(file('b'))).toEqual({ code: 'file-not-checked', field: 'photograph' })
  expect(without('photograph', { files: [file('b')] })).toBe('fit to leave')
})
