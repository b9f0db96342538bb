import { assert, property, uint8Array } from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeC40 } from './c40.ts'
import { decodeSealHeader, encodeSealHeader, type SealHeader } from './seal-header.ts'
import { checkSealSignature } from './seal-signature.ts'
import { decodeSeal, type Seal } from './seal.ts'
import type { PlainDate } from '../kernel/day.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = (one: Uint8Array) => Buffer.from(one).toString('hex')

// By hand. D, two fillers: 17·1600 + 3·40 + 3 + 1 = 27324 = 6abc. DET: 17·1600 + 18·40 + 33 + 1 = 27954 = 6d32. S02: 32·1600 + 4·40 + 6 + 1 = 51367 = c8a7.
// 32 and nothing: 7·1600 + 6·40 + 0 + 1 = 11441 = 2cb1; version 3: S00 c8a5, 032 = 4·1600 + 7·40 + 6 + 1 = 6687 = 1a1f. 09272024 = 8d7ad8.
const header: SealHeader = { version: 4, issuingState: 'D', signer: 'DETS', certificate: '32', issuedOn: '2024-09-27' as PlainDate, signedOn: '2024-09-27' as PlainDate, featureReference: 0xfb, category: 0x06 }
const version4 = 'dc036abc6d32c8a72cb18d7ad88d7ad8fb06'
const version3 = 'dc026abc6d32c8a51a1f8d7ad88d7ad8fb06'

describe('a header, worked by hand', () => {
  test('version 4 counts the digits of the certificate', () => {
    expect(hex(encodeSealHeader(header))).toBe(version4)
    expect(decodeSealHeader(bytes(version4))).toEqual({ ok: true, value: { header, length: 18 } })
  })

  test('the count of the digits is hexadecimal: 18 of them are 12', () => {
    const long = { ...header, certificate: '0123456789ABCDEF01' }
    expect(Buffer.from(encodeC40('DETS12') ?? []).toString('hex')).toBe(hex(encodeSealHeader(long)).slice(8, 16))
    expect(decodeSealHeader(encodeSealHeader(long))).toEqual({ ok: true, value: { header: long, length: 28 } })
  })

  test('version 3 has five of them', () => {
    expect(hex(encodeSealHeader({ ...header, version: 3, certificate: '00032' }))).toBe(version3)
    expect(decodeSealHeader(bytes(version3))).toMatchObject({ ok: true, value: { header: { version: 3, certificate: '00032' } } })
  })

  test('25 March 1957 is 319ef5, as part 13 reckons', () => {
    expect(hex(encodeSealHeader({ ...header, issuedOn: '1957-03-25' as PlainDate }))).toContain('319ef5')
  })

  test.each([
    ['dd' + version4.slice(2), { code: 'no-seal' }], ['', { code: 'no-seal' }], ['dc', { code: 'unknown-version', byte: 0 }], ['dc04' + version4.slice(4), { code: 'unknown-version', byte: 4 }],
    [version4.slice(0, 34), { code: 'cut-short' }], [version4.slice(0, 16), { code: 'cut-short' }], [`dc03fe45${version4.slice(8)}`, { code: 'bad-header', part: 'issuing-state' }],
    [version4.replace('8d7ad8', '000000'), { code: 'bad-header', part: 'issued-on' }], [`${version4.slice(0, 26)}fffffffb06`, { code: 'bad-header', part: 'signed-on' }],
    [version4.slice(0, 8) + '0000' + version4.slice(12), { code: 'bad-header', part: 'signer' }],
  ])('%s is refused', (text, refusal) => {
    expect(decodeSealHeader(bytes(text))).toEqual({ ok: false, refusal })
  })
})

describe('a message', () => {
  const etd = version4.slice(0, -4) + '5e03'
  const zone = Buffer.from(encodeC40('PUUTOSPECIMEN<<ONE<<<<<<<<<<<<<<<<<<SPECIMEN02UTO7408122F2606277<<<<<<<8') ?? new Uint8Array()).toString('hex')

  test('the zone of an emergency travel document comes back with its fillers', () => {
    const seal = decodeSeal(bytes(`${etd}0230${zone}ff02abcd`))
    expect(seal).toMatchObject({ ok: true, value: { zone: ['PUUTOSPECIMEN<<ONE<<<<<<<<<<<<<<<<<<', 'SPECIMEN02UTO7408122F2606277<<<<<<<8'] } })
    expect(seal.ok && [hex(seal.value.signature), hex(seal.value.signed)]).toEqual(['abcd', `${etd}0230${zone}`])
  })

  test.each([
    ['no signature', `${etd}0230${zone}`, { code: 'no-signature' }],
    ['a tag without a length', `${etd}02`, { code: 'bad-length', at: 19 }],
    ['a length that is longer than it need be', `${etd}028130${zone}ff02abcd`, { code: 'bad-length', at: 19 }],
    ['a length without end', `${etd}0280${zone}ff02abcd`, { code: 'bad-length', at: 19 }],
    ['fewer bytes than announced', `${etd}0231${zone}`, { code: 'cut-short' }],
    ['bytes after the signature', `${etd}0230${zone}ff02abcd00`, { code: 'bytes-after-signature', at: 72 }],
    ['a tag twice', `${etd}0230${zone}0230${zone}ff02abcd`, { code: 'tag-twice', tag: 2 }],
    ['no zone', `${etd}0302abcdff02abcd`, { code: 'bad-zone' }],
    ['a zone of 46 bytes', `${etd}022e${zone.slice(4)}ff02abcd`, { code: 'bad-zone' }],
    ['a zone in version 3, which an emergency travel document may not have', `${version3.slice(0, -4)}5e030230${zone}ff02abcd`, { code: 'bad-zone' }],
  ])('%s is refused', (_, text, refusal) => {
    expect(decodeSeal(bytes(text))).toEqual({ ok: false, refusal })
  })

  test('no bytes make the reader throw', () => {
    assert(property(uint8Array({ maxLength: 80 }), (tail) => {
      decodeSeal(Uint8Array.from([...bytes(etd), ...tail]))
      decodeSeal(tail)
    }), { seed: 20_261_122, numRuns: 5000 })
  })
})

const folder = '../shared/vectors/vds/'
const vectors = existsSync(folder) ? (JSON.parse(readFileSync(`${folder}vdstools_raw_seals.json`, 'utf8')) as { vds_hex: Record<string, string> }).vds_hex : {}
const certificate = (name: string) => readFileSync(`${folder}sealgen_${name}.crt`)

describe.skipIf(!existsSync(folder))('seals made by others (skipped without ../shared)', () => {
  // Not as part 13 has them: a state of one letter without fillers, five digits in version 4, a length written as in version 3, decimal lengths.
  const refused: Readonly<Record<string, object>> = {
    ankunftsnwPapier: { code: 'bad-header', part: 'issuing-state' }, ankunftsnwPapier2: { code: 'bad-header', part: 'certificate' },
    utoVisa: { code: 'bad-length', at: 69 },
    meldebescheinigung: { code: 'bad-header', part: 'certificate' }, administrativeDocumentV9Basic: { code: 'bad-header', part: 'certificate' },
    administrativeDocumentV9WithDates: { code: 'bad-header', part: 'certificate' }, administrativeDocumentV9WithStatus: { code: 'bad-header', part: 'certificate' },
  }
  const names = Object.keys(vectors)

  test.each(names.filter((name) => name in refused))('%s is refused', (name) => {
    expect(decodeSeal(bytes(vectors[name] ?? ''))).toEqual({ ok: false, refusal: refused[name] })
  })

  test.each(names.filter((name) => !(name in refused)))('%s is read, and its header is written alike', (name) => {
    expect(vectors[name]?.startsWith(hex(encodeSealHeader(read(name).header)))).toBe(true)
  })

  test('the emergency travel document: state, dates, zone, and the zone written alike', () => {
    const seal = read('emergenyTravelDoc')
    expect(seal.header).toEqual({ version: 4, issuingState: 'UTO', signer: 'UTTS', certificate: '5B', issuedOn: '2020-01-01', signedOn: '2023-08-21', featureReference: 0x5e, category: 3 })
    expect(seal.zone?.map((line) => line.length)).toEqual([36, 36])
    expect(hex(encodeC40(seal.zone?.join('') ?? '') ?? new Uint8Array())).toBe(hex(seal.features[0]?.value ?? new Uint8Array()))
  })

  test.each([
    ['residentPermit', 'UTTS5B'], ['supplementSheet', 'UTTS5B'], ['addressStickerPassport', 'UTTS5B'], ['emergenyTravelDoc', 'UTTS5B'], ['permanentResidencePermit', 'UTTS5B'],
    ['addressStickerId', 'DETS32'], ['visa_224bitSig', 'DETS32'],
  ])('the signature of %s fits the certificate %s, and no longer when one bit is another', (name, by) => {
    const seal = read(name)
    expect(checkSealSignature(seal, certificate(by))).toEqual({ ok: true, value: 'fits' })
    for (const part of ['signed', 'signature'] as const) {
      const changed = seal[part].map((byte, index) => (index === seal[part].length - 1 ? byte ^ 1 : byte))
      expect(checkSealSignature({ ...seal, [part]: changed }, certificate(by))).toEqual({ ok: true, value: 'does-not-fit' })
    }
    expect(checkSealSignature({ ...seal, signature: seal.signature.slice(2) }, certificate(by))).toEqual({ ok: true, value: 'does-not-fit' })
  })

  test('a certificate that the header does not name is refused, and so is what is no certificate', () => {
    expect(checkSealSignature(read('emergenyTravelDoc'), certificate('DETS32'))).toEqual({ ok: false, refusal: { code: 'other-signer', named: 'UTTS5B', certificate: 'DETS32' } })
    expect(checkSealSignature(read('emergenyTravelDoc'), 'nothing')).toEqual({ ok: false, refusal: { code: 'no-certificate' } })
  })

  function read(name: string): Seal {
    const seal = decodeSeal(bytes(vectors[name] ?? ''))
    if (!seal.ok) throw new Error(JSON.stringify(seal.refusal))
    return seal.value
  }
})
