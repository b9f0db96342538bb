import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { checkDigit } from './check-digit.ts'
import { statusCodes, statusDocumentCodes } from '../reference/status-codes.ts'
import { readZone } from './read-zone.ts'
import type { Zone } from './zone.ts'

const readOn = '2026-11-22' as PlainDate

describe('the specimens of Utopia in Doc 9303', () => {
  test('the passport of part 4', () => {
    const zone = read('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10')
    expect(meanings(zone)).toEqual({
      format: 'TD3', documentCode: 'P', issuingState: 'UTO', name: 'ERIKSSON, ANNA MARIA', documentNumber: 'L898902C3', nationality: 'UTO',
      dateOfBirth: '1974-08-12', sex: 'female', dateOfExpiry: '2012-04-15', optionalData: 'ZE184226B', moreOptionalData: '',
    })
    expect(verdicts(zone)).toEqual(['verified', 'verified', 'verified', 'verified', 'verified'])
    expect([zone.faults, zone.disclosesStatus, zone.mayBeCut, zone.name.verdict]).toEqual([[], [], false, 'not-printed'])
  })

  test('the card of part 5', () => {
    const zone = read('I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<')
    expect(meanings(zone)).toMatchObject({ format: 'TD1', documentCode: 'I', documentNumber: 'D23145890', name: 'ERIKSSON, ANNA MARIA' })
    expect(verdicts(zone)).toEqual(['verified', 'verified', 'verified', 'not-printed', 'verified'])
  })

  test('a card whose further data are full to the last place', () => {
    const zone = read('I<UTOD231458907ABCDEFGHIJKLMNO', '7408122F1204159UTO123456789010', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<')
    expect([zone.optionalData.value, zone.moreOptionalData.value]).toEqual(['ABCDEFGHIJKLMNO', '12345678901'])
  })

  test('the card of part 6, and the single sheet of part 8, which has the same size', () => {
    const card = read('I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6')
    const sheet = read('PUUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F2606277<<<<<<<8')
    expect([card.format, sheet.format, sheet.documentCode.value]).toEqual(['TD2', 'TD2', 'PU'])
    for (const zone of [card, sheet]) expect(verdicts(zone)).toEqual(['verified', 'verified', 'verified', 'not-printed', 'verified'])
  })

  test('UTO is the land of specimens, not a country', () => {
    expect(read('I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6').nationality.value).toEqual({ kind: 'specimen', code: 'UTO' })
  })
})

// By hand: AB2134 and three fillers give 70+33+2+7+9+4 = 125, digit 5; 520727 gives 103, digit 3;
// 271231 gives 2·7+7·3+1·1+2·7+3·3+1·1 = 60, digit 0. Part 7, 4.2.2 and 7.2.2: no digit over the further data, no composite digit.
describe('visas against the layout of part 7, worked by hand', () => {
  test('format A: 39 places for the name, 16 for further data', () => {
    const zone = read('V<UTOSAMPLE<<ONE'.padEnd(44, '<'), 'AB2134<<<5UTO5207273F2712310S1<X'.padEnd(44, '<'))
    expect(meanings(zone)).toEqual({
      format: 'MRV-A', documentCode: 'V', issuingState: 'UTO', name: 'SAMPLE, ONE', documentNumber: 'AB2134', nationality: 'UTO',
      dateOfBirth: '1952-07-27', sex: 'female', dateOfExpiry: '2027-12-31', optionalData: 'S1<X', moreOptionalData: '',
    })
    expect(verdicts(zone)).toEqual(['verified', 'verified', 'verified', 'not-printed', 'not-printed'])
    expect(zone.optionalData.text).toHaveLength(16)
    expect(zone.name.text).toHaveLength(39)
  })

  test('format B: 31 places for the name, 8 for further data', () => {
    const zone = read('VAUTOSAMPLE<<ONE'.padEnd(36, '<'), 'AB2134<<<5UTO5207273M2712310ABCDEFGH')
    expect(meanings(zone)).toMatchObject({ format: 'MRV-B', documentCode: 'VA', sex: 'male', optionalData: 'ABCDEFGH' })
    expect(verdicts(zone)).toEqual(['verified', 'verified', 'verified', 'not-printed', 'not-printed'])
    expect([zone.optionalData.text.length, zone.name.text.length]).toEqual([8, 31])
  })

  test('the two examples that part 7 builds up in appendix B', () => {
    const [a, b] = [read('V<UTOERIKSSON<<ANNA<MARIA'.padEnd(44, '<'), 'L898902C<3UTO6908061F9406236ZE184226B<<<<<<<'), read('V<UTOERIKSSON<<ANNA<MARIA'.padEnd(36, '<'), 'L898902C<3UTO6908061F9406236ZE184226')]
    expect([a, b].map(({ format, documentNumber, optionalData }) => [format, documentNumber.value, optionalData.value])).toEqual([['MRV-A', 'L898902C', 'ZE184226B'], ['MRV-B', 'L898902C', 'ZE184226']])
    for (const zone of [a, b]) expect(verdicts(zone)).toEqual(['verified', 'verified', 'verified', 'not-printed', 'not-printed'])
  })

  test('a visa never continues its number in the further data', () => {
    const zone = read('V<UTOSAMPLE<<ONE'.padEnd(44, '<'), 'D23145890<UTO5207273F27123107349'.padEnd(44, '<'))
    expect([zone.documentNumber.value, zone.documentNumber.verdict, zone.optionalData.value]).toEqual(['D23145890', 'refuted', '7349'])
  })
})

describe('long numbers', () => {
  const td1 = (number: string, digit: string, optionalData: string) =>
    read(`I<UTO${number}${digit}${optionalData.padEnd(15, '<')}`, '7408122F1204159UTO<<<<<<<<<<<0', 'SAMPLE<<ONE'.padEnd(30, '<'))

  test('the example of part 11 ends before the filler; its digit counts nine places and the rest', () => {
    const zone = td1('D23145890', '<', '7349')
    expect([zone.documentNumber.value, zone.documentNumber.verdict, zone.optionalData.value]).toEqual(['D23145890734', 'verified', ''])
  })

  test('further data may follow the filler', () => {
    const zone = td1('D23145890', '<', '7349<XY')
    expect([zone.documentNumber.value, zone.optionalData.value]).toEqual(['D23145890734', 'XY'])
  })

  // Nine places by hand: 5·7+9·3+2·1+1·7+6·3+6·1+1·7+1·3+1·1 = 106. The rest 773 at the weights 7, 3, 1: 49+21+3 = 73, together 179, digit 9.
  // With a filler in the tenth place, of value 0, at 3, 1, 7: 21+7+21 = 49, together 155, digit 5.
  test('a digit that fits only when the filler is counted is ambiguous, with both readings', () => {
    expect([checkDigit('592166111773'), checkDigit('592166111<773')]).toEqual(['9', '5'])
    const zone = td1('592166111', '<', '7735')
    expect(zone.documentNumber).toEqual({ text: '592166111', value: '592166111773', verdict: 'ambiguous' })
    expect(zone.numberReadings.map(({ counted }) => counted)).toEqual(['without-filler', 'with-filler'])
  })

  test('a number that could end at either of two fillers is ambiguous, with both numbers', () => {
    const digit = checkDigit('D231458901<2')
    const zone = td1('D23145890', '<', `1${checkDigit('D231458901')}`.concat('<2', digit))
    expect(zone.numberReadings.map(({ number }) => number)).toContain('D231458901')
    expect(zone.documentNumber.verdict).toBe(checkDigit(`D231458901${checkDigit('D231458901')}<2`) === digit ? 'ambiguous' : 'verified')
  })

  test('a full field without a closing filler can be read in two ways', () => {
    const rest = '12345678901234'
    const zone = td1('D23145890', '<', rest + checkDigit(`D23145890${rest}`))
    expect(zone.documentNumber.verdict).toBe('ambiguous')
    expect(zone.numberReadings.map(({ number }) => number)).toEqual([`D23145890${rest}`, 'D23145890'])
  })

  test('a filler in place of the digit after a short number is no digit', () => {
    const zone = td1('D2314589<', '<', '7349')
    expect([zone.documentNumber.value, zone.documentNumber.verdict, zone.optionalData.value]).toEqual(['D2314589', 'refuted', '7349'])
  })

  test('a wrong digit is refuted under every reading', () => {
    expect(td1('D23145890', '<', '7340').documentNumber.verdict).toBe('refuted')
  })
})

describe('what is refused whole', () => {
  const good = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] as const

  test.each([
    ['p', 1, 1], [' ', 2, 4], ['É', 1, 7], ['«', 1, 44], ['０', 2, 1], ['\n', 2, 44],
  ])('%j in line %i, position %i', (character, line, position) => {
    const lines = good.map((text, index) => (index + 1 === line ? text.slice(0, position - 1) + character + text.slice(position) : text))
    expect(readZone(lines, readOn)).toEqual({ ok: false, refusal: { code: 'foreign-character', line, position, character } })
  })

  test('lines of a length or number that no format has', () => {
    expect(readZone([good[0]], readOn)).toEqual({ ok: false, refusal: { code: 'no-such-format', lengths: [44] } })
    expect(readZone([good[0], good[1].slice(1)], readOn)).toEqual({ ok: false, refusal: { code: 'no-such-format', lengths: [44, 43] } })
    expect(readZone([], readOn)).toEqual({ ok: false, refusal: { code: 'no-such-format', lengths: [] } })
  })

  test('a document code that no format of this size has', () => {
    expect(readZone([`X${good[0].slice(1)}`, good[1]], readOn)).toEqual({ ok: false, refusal: { code: 'unknown-document-code', text: 'X<', lines: 2, length: 44 } })
  })
})

describe('what is wrong inside a field is a fault, and the rest is read', () => {
  const withChange = (line: 0 | 1, from: number, text: string) => {
    const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
    return read(...lines.map((one, index) => (index === line ? one.slice(0, from - 1) + text + one.slice(from - 1 + text.length) : one)))
  }

  test.each([
    [0, 8, '1', 'digit-in-name', 8],
    [0, 3, 'QQQ', 'unknown-code', 3],
    [1, 11, 'U0O', 'unknown-code', 11],
    [0, 14, '<<<', 'odd-separators', 15],
    [0, 20, '<<', 'odd-separators', 20],
    [0, 6, '<', 'odd-separators', 6],
    [1, 14, '740230', 'no-day', 14],
    [1, 22, '12041<', 'no-day', 22],
    [1, 21, 'X', 'no-sex', 21],
    [1, 10, 'A', 'letter-for-digit', 10],
    [1, 1, '<', 'filler-before-data', 1],
  ] as const)('line %i, position %i: %s is %s', (line, from, text, code, position) => {
    const { faults } = withChange(line, from, text)
    expect(faults.map((fault) => ({ code: fault.code, line: fault.line, position: fault.position }))).toContainEqual({ code, line: line + 1, position })
  })

  test('no name at all', () => {
    expect(withChange(0, 6, '<'.repeat(39)).faults.map(({ code }) => code)).toEqual(['no-name'])
  })

  test('a letter in the last place of the name means that it may be cut', () => {
    expect(withChange(0, 44, 'A').mayBeCut).toBe(true)
  })
})

describe('codes that tell a status are marked', () => {
  test.each([
    ['P<D<<SAMPLE<<ONE', 'XXB', ['nationality']],
    ['PRUTOSAMPLE<<ONE', 'UTO', ['document-code']],
    ['PSUTOSAMPLE<<ONE', 'XXA', ['document-code', 'nationality']],
    ['P<XXCSAMPLE<<ONE', 'GBN', ['issuing-state', 'nationality']],
    ['PPUNOSAMPLE<<ONE', 'EUE', []],
  ])('%s, nationality %s', (first, nationality, fields) => {
    expect(read(first.padEnd(44, '<'), `AB2134<<<5${nationality}5207273F2712310`.padEnd(43, '<') + '0').disclosesStatus).toEqual(fields)
  })

  test.each([...statusCodes])('%s is marked wherever a nationality or a state would stand', (code) => {
    expect(read(`P<${code}SAMPLE<<ONE`.padEnd(44, '<'), `AB2134<<<5${code}5207273F2712310`.padEnd(43, '<') + '0').disclosesStatus).toEqual(['issuing-state', 'nationality'])
  })

  test.each([...statusDocumentCodes])('a zone that begins with %s is marked', (code) => {
    expect(read(`${code}UTOSAMPLE<<ONE`.padEnd(44, '<'), 'AB2134<<<5UTO5207273F2712310'.padEnd(43, '<') + '0').disclosesStatus).toEqual(['document-code'])
  })

  test('a refugee’s code stands on a TD2 too', () => {
    expect(read('PRUTOSAMPLE<<ONE'.padEnd(36, '<'), 'D231458907UTO7408122F1204159<<<<<<<6').disclosesStatus).toEqual(['document-code'])
  })

  test('D is Germany, RKS is Kosovo, DEU and XKX are nobody in a zone', () => {
    const codes = ['D<<', 'RKS', 'DEU', 'XKX'].map((code) => read(`P<${code}SAMPLE<<ONE`.padEnd(44, '<'), `AB2134<<<5UTO5207273F2712310`.padEnd(43, '<') + '0').issuingState.value)
    expect(codes).toEqual([
      { kind: 'country', code: 'D', country: 'DEU', standing: 'today' }, { kind: 'country', code: 'RKS', country: 'XKX', standing: 'today' },
      { kind: 'unknown', code: 'DEU' }, { kind: 'unknown', code: 'XKX' },
    ])
  })
})

const vectors = '../shared/vectors/mrz_specimens.json'
type Specimen = { readonly name: string; readonly mrz: readonly string[] }
const specimens = existsSync(vectors) ? JSON.parse(readFileSync(vectors, 'utf8')) as { td1: Specimen[]; td2: Specimen[]; td3: Specimen[]; check_digit: { string: string; digit: string }[] } : undefined

describe.skipIf(specimens === undefined)('specimens collected by others (skipped without ../shared)', () => {
  // What the collection says of them by their names, and what the standard says of the rest.
  const refuted: Readonly<Record<string, readonly string[]>> = {
    'Utopia example - wrong personal number check digit': ['optionalData', 'composite'],
  }

  test.each([...(specimens?.td1 ?? []), ...(specimens?.td2 ?? []), ...(specimens?.td3 ?? [])])('$name', ({ name, mrz }) => {
    const zone = read(...mrz)
    const { documentNumber, dateOfBirth, dateOfExpiry, optionalData, composite } = zone
    const all = { documentNumber: documentNumber.verdict, dateOfBirth: dateOfBirth.verdict, dateOfExpiry: dateOfExpiry.verdict, optionalData: optionalData.verdict, composite }
    expect(Object.entries(all).flatMap(([field, verdict]) => (verdict === 'refuted' ? [field] : []))).toEqual(refuted[name] ?? [])
  })
})

function read(...lines: readonly string[]): Zone {
  const zone = readZone(lines, readOn)
  if (!zone.ok) throw new Error(JSON.stringify(zone.refusal))
  return zone.value
}

function meanings(zone: Zone) {
  const day = (reading: Zone['dateOfBirth']['value']) => (reading.kind === 'day' ? reading.on : reading.kind)
  return {
    format: zone.format, documentCode: zone.documentCode.value, issuingState: zone.issuingState.value.code,
    name: [zone.name.value.primary, zone.name.value.secondary].map((part) => part.join(' ')).join(', '),
    documentNumber: zone.documentNumber.value, nationality: zone.nationality.value.code,
    dateOfBirth: day(zone.dateOfBirth.value), sex: zone.sex.value, dateOfExpiry: day(zone.dateOfExpiry.value),
    optionalData: zone.optionalData.value, moreOptionalData: zone.moreOptionalData.value,
  }
}

function verdicts({ documentNumber, dateOfBirth, dateOfExpiry, optionalData, composite }: Zone) {
  return [documentNumber.verdict, dateOfBirth.verdict, dateOfExpiry.verdict, optionalData.verdict, composite]
}
