import { findDay, type PlainDate } from '../kernel/day.ts'
import type { DateReading, PartialDate } from './zone.ts'

/** Nobody has been shown to have lived longer than 122 years; a little is added. */
export const mostYearsOfLife = 125
const yearsAroundExpiry = 50

/** A birth `YYMMDD`: every century that puts it on or before the day of reading, and at most 125 years back. */
export function readBirth(text: string, readOn: PlainDate): DateReading {
  return readDate(text, (day) => day <= readOn && day >= moveYears(readOn, -mostYearsOfLife), readOn)
}

/** An expiry `YYMMDD`: within 50 years before or after the day of reading. */
export function readExpiry(text: string, readOn: PlainDate): DateReading {
  return readDate(text, (day) => day >= moveYears(readOn, -yearsAroundExpiry) && day <= moveYears(readOn, yearsAroundExpiry), readOn)
}

function readDate(text: string, possible: (day: PlainDate) => boolean, readOn: PlainDate): DateReading {
  const parts = partsOf(text)
  if (parts === undefined) return { kind: 'no-day' }
  const { year, month, day } = parts
  if (year === undefined || month === undefined || day === undefined) return canBe(parts) ? { kind: 'partly-unknown', parts } : { kind: 'no-day' }
  const century = Number(readOn.slice(0, 2))
  const days = [century - 2, century - 1, century, century + 1]
    .map((one) => findDay(`${String(one).padStart(2, '0')}${year}-${month}-${day}`))
    .filter((one): one is PlainDate => one !== undefined && possible(one))
  const [first, second] = days
  if (first === undefined) return { kind: 'no-day' }
  return second === undefined ? { kind: 'day', on: first } : { kind: 'two-days', on: [first, second] }
}

// A pair is two digits, or two fillers for what is not known.
function partsOf(text: string): PartialDate | undefined {
  const match = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/.exec(text)
  if (match === null) return undefined
  const known = (part: string | undefined) => (part === '<<' ? undefined : part)
  const [year, month, day] = [known(match[1]), known(match[2]), known(match[3])]
  return { ...(year !== undefined && { year }), ...(month !== undefined && { month }), ...(day !== undefined && { day }) }
}

/** Is there any day with these parts? 30 February has none in any year, 29 February has one where the year is not known. */
export function canBe({ year, month, day }: PartialDate): boolean {
  const centuries = year === undefined ? ['2000'] : [`19${year}`, `20${year}`]
  const months = month === undefined ? Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')) : [month]
  return centuries.some((one) => months.some((each) => findDay(`${one}-${each}-${day ?? '01'}`) !== undefined))
}

// 29 February of a year that has none is taken for 28 February: this is only a limit.
function moveYears(day: PlainDate, years: number): PlainDate {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  return findDay(`${year}${day.slice(4)}`) ?? (`${year}-02-28` as PlainDate)
}
