import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { mostDocuments, mostFiles, mostOtherNames } from './check-outbound.ts'
import { nationalityBases } from './lists.ts'
import { buildOutboundCorrection } from './outbound-correction.ts'
import { messageBytes } from './outbound-message.ts'
import { buildOutboundRequest } from './outbound-request.ts'
import type { OutboundSource } from './outbound-source.ts'

const requestId = '7d444840-9dc0-41d1-b245-5ffdce74fad2'
const source: OutboundSource = {
  identity: { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-18', bornIn: 'São Exemplo', bornInCountry: 'BR', sex: 'female', photograph: 'a'.repeat(64), identityDocuments: [{ documentType: 'passport', number: 'XD123456', country: 'BR', copy: true }] },
  nationalities: [{ country: 'BR', basis: 'copy-of-document', on: '2026-01-02' }, { country: 'PT', basis: 'own-document', on: '2026-01-03' }],
  request: { requestId, destination: 'BR', consulate: 'Sample consulate', documentType: 'emergency-travel-document' },
  agreements: [], extras: {}, authorities: [], today: '2026-11-22' as PlainDate,
}
const left = { left: true, withdrawn: false }
const build = (change: Partial<OutboundSource> = {}) => buildOutboundCorrection({ ...source, ...change }, left)
const refusalOf = (result: ReturnType<typeof build>) => (result.ok ? 'built' : result.refusal.code)

test('a correction names the request and says what is recorded now, in the fields of a request, and nothing else', () => {
  const [correction, request] = [build(), buildOutboundRequest(source)]
  if (!correction.ok || !request.ok) throw new Error('refused')
  expect(correction.value.message).toEqual({ ...request.value.message, format: 'comity-correction/1' })
  expect(correction.value.message).toMatchObject({ request: requestId, to: 'BR', bornOn: '1990-05-18', nationality: { claimed: 'BR', bases: ['copy-of-document'] } })
  expect(correction.value.content.startsWith('{"format":"comity-correction/1","request":"7d444840-9dc0-41d1-b245-5ffdce74fad2","to":"BR",')).toBe(true)
  expect(Object.keys(JSON.parse(correction.value.content) as object)).toEqual(Object.keys(JSON.parse(request.value.content) as object))
})

test('the shortest and the longest correction have the size of every other message', () => {
  const long = 'ꬰ'.repeat(100)
  const agreement = 'A'.repeat(40)
  const longest = build({
    identity: { ...source.identity, familyName: long, givenNames: long, bornIn: long, identityDocuments: Array.from({ length: mostDocuments }, (_none, at) => ({ documentType: 'seafarers-book' as const, number: `${at}${'X'.repeat(29)}`, country: 'BR', copy: false })) },
    nationalities: nationalityBases.map((basis) => ({ country: 'BR', basis, on: '2026-01-01' })),
    request: { ...source.request, agreement },
    agreements: [{ code: agreement, country: 'BR', inForce: {}, text: 'verified', source: 'a sample', replyFrom: 'sent', weekend: [], holidays: [], requires: (['other-names', 'height', 'fingerprints', 'visa'] as const).map((datum) => ({ datum, article: agreement, text: 'verified' })) }],
    extras: { otherNames: Array.from({ length: mostOtherNames }, () => ({ familyName: long, givenNames: long })), height: 170, fingerprints: 'b'.repeat(64), visa: { number: 'X1'.repeat(10), validFrom: '2020-01-01', validUntil: '2021-01-01' } },
    files: Array.from({ length: mostFiles }, (_none, at) => ({ digest: String(at).repeat(64).replace(/^0+$/u, 'a'.repeat(64)), format: 'jpeg', bytes: 1 })),
    authorities: ['fingerprints', 'visa'],
  })
  const shortest = build({ identity: { familyName: 'X', givenNames: '', sex: 'unspecified', bornOn: '1990', identityDocuments: [] } })
  for (const one of [longest, shortest]) expect(one.ok ? new TextEncoder().encode(one.value.content).length : one.refusal).toBe(messageBytes)
})

test('only what left and was not taken back is corrected', () => {
  expect(buildOutboundCorrection(source, { left: false, withdrawn: false })).toEqual({ ok: false, refusal: { code: 'request-not-left' } })
  expect(buildOutboundCorrection(source, { left: true, withdrawn: true })).toEqual({ ok: false, refusal: { code: 'request-withdrawn' } })
})

test('what may not be sent in a request is not sent to correct one', () => {
  const identity = source.identity
  expect(refusalOf(build({ nationalities: [{ country: 'PT', basis: 'own-document', on: '2026-01-03' }] }))).toBe('nationality-not-recorded')
  expect(refusalOf(build({ nationalities: [...source.nationalities, { country: 'XXA', basis: 'earlier-decision', on: '2026-01-03' }] }))).toBe('status-code')
  expect(refusalOf(build({ identity: { ...identity, bornInCountry: 'XXB' } }))).toBe('status-code')
  expect(refusalOf(build({ identity: { ...identity, familyName: 'Sample Refugee' } }))).toBe('text-tells-of-claim')
  expect(refusalOf(build({ identity: { ...identity, bornOn: '2012-01-01' } }))).toBe('authority-missing')
  expect(refusalOf(build({ identity: { ...identity, bornOn: '2012-01-01' }, authorities: ['child'] }))).toBe('built')
  expect(refusalOf(build({ extras: { fingerprints: 'b'.repeat(64) } }))).toBe('authority-missing')
})

test('nothing but the permitted fields is let in: a reason, a case or a note is refused, not left out', () => {
  for (const more of [{ reason: 'mistaken' }, { correctionId: 'identity/8' }, { facts: [] }]) expect(refusalOf(build(more as Partial<OutboundSource>))).toBe('unknown-field')
})
