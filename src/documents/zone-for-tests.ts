// Content for zones, drawn at random, for tests and proofs. Every name is made of chance.
import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { Random } from '../kernel/random.ts'
import { countries } from '../reference/countries.ts'
import { icaoCodes } from '../reference/icao-codes.ts'
import { statusCodes } from '../reference/status-codes.ts'
import type { ZoneContent } from './write-zone.ts'
import { layoutOf, placeLength } from './zone-layout.ts'
import { zoneFormats, type Sex, type ZoneFormat } from './zone.ts'

export const readOn = '2026-11-22' as PlainDate

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const printable = `${letters}0123456789`

const codes = [
  ...countries.filter(({ standing, code }) => standing === 'assigned' && code !== 'DEU').map(({ code }) => code),
  ...icaoCodes.filter(([, standsFor]) => standsFor !== 'withdrawn').map(([code]) => code),
  ...statusCodes,
]

/** A content that a zone of this format holds whole, but for a name that may be too long. Long numbers and unknown parts of a birth come up. */
export function drawContent(random: Random, format: ZoneFormat = pick(random, zoneFormats)): ZoneContent {
  const layout = layoutOf(format)
  const documentNumber = drawNumber(random, layout.longNumbers && random() < 0.3 ? 9 + upTo(random, placeLength(layout.optionalData) - 2) : 0)
  const room = placeLength(layout.optionalData) - (documentNumber.length > 9 ? documentNumber.length - 7 : 0)
  return {
    format, documentNumber,
    documentCode: drawDocumentCode(random, format),
    issuingState: pick(random, codes), nationality: pick(random, codes),
    name: { primary: drawComponents(random, 1), secondary: drawComponents(random, 0) },
    dateOfBirth: drawBirth(random),
    sex: pick(random, ['female', 'male', 'unspecified'] satisfies Sex[]),
    dateOfExpiry: dayFromNumber(dayNumber(readOn) - 9000 + Math.floor(random() * 18_000)),
    optionalData: random() < 0.4 ? '' : drawData(random, room),
    ...(layout.moreOptionalData !== undefined && { moreOptionalData: drawData(random, placeLength(layout.moreOptionalData)) }),
  }
}

function drawDocumentCode(random: Random, format: ZoneFormat): string {
  if (format === 'TD3') return pick(random, ['P', 'PP', 'PE', 'PD', 'PO', 'PR', 'PT', 'PS', 'PL', 'PM'])
  return format.startsWith('M') ? pick(random, ['V', 'VA', 'VB']) : pick(random, ['I', 'ID', 'C', 'CA', 'A', 'IR', 'I5'])
}

function drawNumber(random: Random, length: number): string {
  if (length > 0) return drawText(random, length, printable)
  const text = drawText(random, 1 + upTo(random, 9), printable)
  // A space in the middle is printed as a filler.
  return text.length > 4 && random() < 0.2 ? `${text.slice(0, 2)}<${text.slice(3)}` : text
}

function drawComponents(random: Random, least: number): string[] {
  return Array.from({ length: least + upTo(random, 3) }, () => drawText(random, 1 + upTo(random, 12), letters))
}

function drawBirth(random: Random): ZoneContent['dateOfBirth'] {
  const day = dayFromNumber(dayNumber(readOn) - Math.floor(random() * 40_000))
  const [year, month] = [day.slice(2, 4), day.slice(5, 7)]
  return random() < 0.8 ? day : pick(random, [{}, { year }, { year, month }, { month, day: '28' }])
}

function drawData(random: Random, most: number): string {
  const text = drawText(random, upTo(random, Math.max(most + 1, 1)), printable + '<<<')
  return text.replace(/<+$/, '')
}

function drawText(random: Random, length: number, from: string): string {
  return Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('')
}

// A whole number from 0, below the limit.
function upTo(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}
