import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { statusCodes, statusDocumentCodes } from '../reference/status-codes.ts'
import type { Agreement } from './agreement.ts'
import type { CaseState } from './case-state.ts'
import { evolve } from './evolve.ts'
import { messageBytes } from './outbound-message.ts'
import { buildOutboundRequest } from './outbound-request.ts'
import type { OutboundSource } from './outbound-source.ts'

const day = (text: string) => text as PlainDate
const requestId = '7d444840-9dc0-41d1-b245-5ffdce74fad2'
const identity: OutboundSource['identity'] = {
  familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornIn: 'São Exemplo', bornInCountry: 'BR', sex: 'female', photograph: 'a'.repeat(64),
  identityDocuments: [
    { documentType: 'passport', number: 'XD123456', country: 'BR', copy: true },
    { documentType: 'driving-licence', number: 'D77', country: 'DE', copy: false },
  ],
}
const agreement: Agreement = {
  code: 'sample-br', country: 'BR', inForce: {}, text: 'verified', source: 'a sample', replyFrom: 'sent', weekend: [], holidays: [],
  requires: [
    { datum: 'other-names', article: '4(1)(a)', text: 'verified' }, { datum: 'height', article: '4(1)(b)', text: 'unverified' },
    { datum: 'fingerprints', article: '5', text: 'verified' }, { datum: 'visa', article: '6', text: 'verified' },
  ],
}
const source: OutboundSource = {
  identity, nationalities: [{ country: 'BR', basis: 'copy-of-document', on: '2026-01-02' }, { country: 'PT', basis: 'own-document', on: '2026-01-03' }],
  request: { requestId, destination: 'BR', consulate: 'Sample consulate', documentType: 'emergency-travel-document', agreement: 'sample-br' },
  agreements: [agreement], extras: {}, authorities: [], today: day('2026-11-22'),
}

const build = (change: Partial<OutboundSource> = {}) => buildOutboundRequest({ ...source, ...change })
const withIdentity = (change: Partial<OutboundSource['identity']>) => build({ identity: { ...identity, ...change } })
const refusalOf = (result: ReturnType<typeof build>) => (result.ok ? 'built' : result.refusal)

test('a request says who the person is, and nothing else', () => {
  const built = build()
  expect(built.ok && built.value.message).toEqual({
    format: 'comity-request/1', request: requestId, to: 'BR', document: 'emergency-travel-document', familyName: 'Sample', givenNames: 'One',
    bornOn: '1990-05-17', bornIn: 'São Exemplo', bornInCountry: 'BR', sex: 'female', nationality: { claimed: 'BR', bases: ['copy-of-document'] },
    photograph: 'a'.repeat(64), identityDocuments: [{ documentType: 'passport', number: 'XD123456', copy: true }],
    required: { otherNames: null, height: null, fingerprints: null, visa: null }, files: [],
  })
})

test('the bytes are the message in the order of its type, then padding to one size', () => {
  const [built, shorter] = [build(), withIdentity({ familyName: '', bornIn: 'X', identityDocuments: [] })]
  expect(built.ok && built.value.content.startsWith('{"format":"comity-request/1","request":"7d444840-9dc0-41d1-b245-5ffdce74fad2","to":"BR","document":"emergency-travel-document","familyName":"Sample"')).toBe(true)
  expect(built.ok && built.value.content.trimEnd().endsWith(' "}')).toBe(true)
  for (const one of [built, shorter]) expect(one.ok && new TextEncoder().encode(one.value.content).length).toBe(messageBytes)
})

test('the longest request that is allowed still has that size', () => {
  const long = 'ꬰ'.repeat(99) + 'ꬰ'
  const built = build({
    identity: { ...identity, familyName: long, givenNames: long, bornIn: long, identityDocuments: Array.from({ length: 8 }, (_, at) => ({ documentType: 'seafarers-book', number: `${at}${'X'.repeat(29)}`, country: 'BR', copy: false })) },
    nationalities: (['own-document', 'copy-of-document', 'own-statement', 'register-answer', 'consular-statement'] as const).map((basis) => ({ country: 'BR', basis, on: '2026-01-01' })),
    extras: { otherNames: Array.from({ length: 3 }, () => ({ familyName: long, givenNames: long })), fingerprints: 'b'.repeat(64), visa: { number: 'X'.repeat(29) + '1', validFrom: '2020-01-01', validUntil: '2021-01-01' } },
    authorities: ['fingerprints', 'visa'], files: Array.from({ length: 8 }, (_, at) => ({ digest: at === 0 ? 'a'.repeat(64) : String(at).repeat(64), format: 'jpeg', bytes: 1 })),
  })
  expect(refusalOf(built)).toBe('built')
  expect(built.ok && new TextEncoder().encode(built.value.content).length).toBe(messageBytes)
})

test('what was recorded in another order, or twice, gives the same bytes', () => {
  const claims = (['own-statement', 'own-document', 'own-statement'] as const).map((basis) => ({ country: 'BR', basis, on: '2026-01-02' }))
  const documents = [{ documentType: 'seafarers-book', number: 'A0', country: 'BR', copy: false }, { documentType: 'passport', number: 'B2', country: 'BR', copy: false }, { documentType: 'passport', number: 'A1', country: 'BR', copy: false }] as const
  const [one, other] = [build({ nationalities: claims, identity: { ...identity, identityDocuments: documents } }), build({ nationalities: claims.slice(0, 2).toReversed(), identity: { ...identity, identityDocuments: documents.toReversed() } })]
  expect(one.ok && other.ok && one.value.content === other.value.content).toBe(true)
})

test('the state that is asked is told of its own nationality and of its own documents only', () => {
  const built = build()
  expect(built.ok && /PT|"DE"|D77/.test(built.value.content)).toBe(false)
})

test('that an earlier decision settled the nationality is not told', () => {
  const built = build({ nationalities: [{ country: 'BR', basis: 'earlier-decision', on: '2026-01-02' }, { country: 'BR', basis: 'own-statement', on: '2026-01-02' }] })
  expect(built.ok && built.value.message.nationality.bases).toEqual(['own-statement'])
  const alone = build({ nationalities: [{ country: 'BR', basis: 'earlier-decision', on: '2026-01-02' }] })
  expect(alone.ok && alone.value.message.nationality.bases).toEqual(['on-record'])
})

describe('nationality', () => {
  test('that nobody recorded is not claimed', () => {
    expect(refusalOf(build({ request: { ...source.request, destination: 'PE' } }))).toEqual({ code: 'nationality-not-recorded', country: 'PE' })
  })

  test.each(statusCodes)('%s stands for a status and leaves in no field', (code) => {
    expect(refusalOf(build({ request: { ...source.request, destination: code }, nationalities: [{ country: code, basis: 'own-document', on: '2026-01-02' }] }))).toEqual({ code: 'status-code', field: 'destination', country: code })
    expect(refusalOf(build({ nationalities: [...source.nationalities, { country: code, basis: 'own-document', on: '2026-01-02' }] }))).toEqual({ code: 'status-code', field: 'nationalities', country: code })
    expect(refusalOf(withIdentity({ bornInCountry: code }))).toEqual({ code: 'status-code', field: 'bornInCountry', country: code })
    expect(refusalOf(withIdentity({ identityDocuments: [{ documentType: 'passport', number: 'A1', country: code, copy: false }] }))).toEqual({ code: 'status-code', field: 'identityDocuments.country', country: code })
  })
})

test.each(['convention-travel-document', 'refugee-travel-document', 'stateless-travel-document', 'other', ...statusDocumentCodes, ...statusCodes])('a %s among the documents stops the request', (documentType) => {
  expect(refusalOf(withIdentity({ identityDocuments: [{ documentType: documentType as 'passport', number: 'A1', country: 'BR', copy: false }] }))).toEqual({ code: 'document-not-allowed', documentType })
})

test('a passport of a state whose national the person is not may be a Convention travel document, and does not leave', () => {
  const built = withIdentity({ identityDocuments: [{ documentType: 'passport', number: 'A1', country: 'DE', copy: false }] })
  expect(built.ok && built.value.message.identityDocuments).toEqual([])
})

test('a document under the code that the state had before it changed its name is its own', () => {
  const built = build({
    identity: { ...identity, identityDocuments: [{ documentType: 'birth-certificate', number: 'Z1', country: 'ZR', copy: true }] },
    nationalities: [{ country: 'CD', basis: 'own-document', on: '2026-01-02' }], request: { ...source.request, destination: 'CD' },
  })
  expect(built.ok && built.value.message.identityDocuments).toHaveLength(1)
})

describe('what only an agreement makes necessary', () => {
  test('leaves with the agreement and the article that require it', () => {
    const built = build({ extras: { otherNames: [{ familyName: 'Exemple', givenNames: '' }] } })
    expect(built.ok && built.value.message.required.otherNames).toEqual({ agreement: 'sample-br', article: '4(1)(a)', value: [{ familyName: 'Exemple', givenNames: '' }] })
  })

  test('is refused when the article was not verified, not required, or no agreement is in force', () => {
    expect(refusalOf(build({ extras: { height: 170 } }))).toEqual({ code: 'requirement-not-verified', datum: 'height' })
    expect(refusalOf(build({ extras: { height: 170 }, agreements: [{ ...agreement, requires: [] }] }))).toEqual({ code: 'not-required', datum: 'height' })
    expect(refusalOf(build({ extras: { height: 170 }, agreements: [{ ...agreement, inForce: { to: day('2026-11-21') } }] }))).toEqual({ code: 'agreement-not-in-force', agreement: 'sample-br', day: '2026-11-22' })
    expect(refusalOf(build({ extras: { height: 170 }, agreements: [agreement, agreement] }))).toMatchObject({ code: 'agreement-not-in-force' })
  })

  test.each([['fingerprints', { fingerprints: 'b'.repeat(64) }], ['visa', { visa: { number: 'V1', validFrom: '2020-01-01', validUntil: '2021-01-01' } }]] as const)('%s need a recorded authority besides', (what, extras) => {
    expect(refusalOf(build({ extras }))).toEqual({ code: 'authority-missing', for: what })
    expect(refusalOf(build({ extras, authorities: ['child'] }))).toEqual({ code: 'authority-missing', for: what })
    expect(refusalOf(build({ extras, authorities: [what] }))).toBe('built')
  })
})

describe('files', () => {
  const file = (digest: string) => ({ digest: digest.repeat(64), format: 'jpeg', bytes: 17 }) as const
  test('go along by digest and format, in no order but that of their digests', () => {
    const built = build({ files: [file('b'), file('a')] })
    expect(built.ok && built.value.message.files).toEqual([{ file: 'a'.repeat(64), format: 'jpeg' }, { file: 'b'.repeat(64), format: 'jpeg' }])
  })

  test('are refused with a name, in another format, too many, or without the photograph that the request names', () => {
    expect(refusalOf(build({ files: [{ ...file('a'), name: 'asylum.jpg' } as never] }))).toEqual({ code: 'unknown-field', field: 'files.name' })
    expect(refusalOf(build({ files: [{ ...file('a'), format: 'docx' as 'pdf' }] }))).toEqual({ code: 'number-not-allowed', field: 'files' })
    expect(refusalOf(build({ files: Array.from({ length: 9 }, () => file('a')) }))).toMatchObject({ code: 'too-many' })
    expect(refusalOf(build({ files: [file('b')] }))).toEqual({ code: 'file-not-checked', field: 'photograph' })
  })
})

describe('a child', () => {
  test('needs a best-interest decision until the day of the eighteenth birthday', () => {
    expect(refusalOf(withIdentity({ bornOn: '2008-11-23' }))).toEqual({ code: 'authority-missing', for: 'child' })
    expect(refusalOf(withIdentity({ bornOn: '2008-11-22' }))).toBe('built')
  })

  test('is whoever may be one: the birth counts as late as it can have been', () => {
    for (const bornOn of ['2008', '2008-12']) expect(refusalOf(withIdentity({ bornOn }))).toEqual({ code: 'authority-missing', for: 'child' })
    for (const bornOn of ['2007', '2008-10']) expect(refusalOf(withIdentity({ bornOn }))).toBe('built')
    const { bornOn: _unknown, ...unborn } = identity
    expect(refusalOf(build({ identity: unborn }))).toEqual({ code: 'authority-missing', for: 'child' })
  })

  test('leaves no trace of the decision in the message', () => {
    const [adult, decided] = [build(), build({ authorities: ['child'] })]
    expect(adult.ok && decided.ok && adult.value.content === decided.value.content).toBe(true)
  })
})

describe('a value with something else in it', () => {
  test.each([
    ['a whole case', { facts: [] }, 'facts'], ['risks', { risks: [] }, 'risks'], ['a remark', { remark: 'x' }, 'remark'],
  ])('%s is refused at run time too', (_what, extra, field) => {
    expect(refusalOf(buildOutboundRequest({ ...source, ...extra } as OutboundSource))).toEqual({ code: 'unknown-field', field })
  })

  test.each(['father', 'address', 'religion', 'ethnicity', 'health', 'criminality', 'remarks'])('an identity with %s is refused', (field) => {
    expect(refusalOf(withIdentity({ [field]: 'x' }))).toEqual({ code: 'unknown-field', field: `identity.${field}` })
  })

  test('a case is no source of a request: the compiler says so', () => {
    const state: CaseState = evolve(undefined, { kind: 'case-opened', jurisdiction: 'CA', identity, openedOn: day('2026-01-01'), source: 'a sample' })
    // @ts-expect-error -- a case holds facts, and a request may not be built from anything that does
    const wrong: OutboundSource = { ...state, request: source.request, agreements: [], extras: {}, authorities: [], today: source.today }
    expect(refusalOf(buildOutboundRequest(wrong))).toMatchObject({ code: 'unknown-field' })
  })
})

test.each(['case-17', '00000000-0000-1000-8000-000000000000', '019a9b50-3c00-7000-8000-000000000000', '7D444840-9DC0-41D1-B245-5FFDCE74FAD2', ''])('%s as id tells a number or a moment, and is refused', (id) => {
  expect(refusalOf(build({ request: { ...source.request, requestId: id } }))).toEqual({ code: 'id-not-opaque' })
})

test('an impossible birth, sex, country, photograph or number is refused', () => {
  expect(refusalOf(withIdentity({ bornOn: '1990-02-30' }))).toMatchObject({ code: 'impossible-day' })
  expect(refusalOf(withIdentity({ bornOn: '1990-05-17T10:00' }))).toMatchObject({ code: 'impossible-day' })
  expect(refusalOf(withIdentity({ sex: 'refugee' as 'female' }))).toMatchObject({ code: 'not-in-list' })
  expect(refusalOf(withIdentity({ bornInCountry: 'QQ' }))).toMatchObject({ code: 'unknown-country' })
  expect(refusalOf(withIdentity({ photograph: 'face.jpg' }))).toMatchObject({ code: 'number-not-allowed' })
  expect(refusalOf(withIdentity({ identityDocuments: [{ documentType: 'passport', number: 'granted asylum 2019', country: 'BR', copy: false }] }))).toMatchObject({ code: 'number-not-allowed' })
  expect(refusalOf(withIdentity({ identityDocuments: Array.from({ length: 9 }, () => identity.identityDocuments[0]!) }))).toMatchObject({ code: 'too-many' })
  expect(refusalOf(withIdentity({ familyName: '', givenNames: '' }))).toEqual({ code: 'name-missing' })
})

test.each(['Sample (refugee)', 'Asylum Sample', 'Camp de réfugiés', 'Réfugié', 'UNHCR Camp', 'АЅУLUM'])('%s is no name that leaves', (text) => {
  expect(refusalOf(withIdentity({ bornIn: text }))).toMatchObject({ field: 'bornIn' })
})

test('what is not known of a person is said to be nothing, and never an empty word', () => {
  const built = [withIdentity({ familyName: '' }), withIdentity({ givenNames: '' }), withIdentity({ sex: 'unspecified' })].map((one) => one.ok && one.value.message)
  expect(built).toMatchObject([{ familyName: null, givenNames: 'One' }, { familyName: 'Sample', givenNames: null }, { sex: null }])
})

test('documents and other names leave in one order, in whatever order they were recorded', () => {
  const passport = (number: string, copy: boolean) => ({ documentType: 'passport', number, country: 'BR', copy }) as const
  const documents = [passport('B2', true), passport('B2', false), passport('A1', true), { documentType: 'identity-card', number: 'C3', country: 'BR', copy: false }] as const
  const names = [{ familyName: 'Sample', givenNames: 'One' }, { familyName: 'Exemple', givenNames: 'Un' }, { familyName: 'Exemple', givenNames: 'Deux' }]
  const told = [[documents, names], [documents.toReversed(), names.toReversed()]].map(([identityDocuments, otherNames]) => build({ identity: { ...identity, identityDocuments }, extras: { otherNames } } as Partial<OutboundSource>))
  for (const one of told) {
    expect(one.ok && one.value.message.identityDocuments.map(({ number, copy }) => [number, copy])).toEqual([['C3', false], ['A1', true], ['B2', false], ['B2', true]])
    expect(one.ok && one.value.message.required.otherNames?.value.map(({ familyName, givenNames }) => `${givenNames} ${familyName}`)).toEqual(['Deux Exemple', 'Un Exemple', 'One Sample'])
  }
})
