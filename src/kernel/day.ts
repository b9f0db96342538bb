/** A calendar day without a clock or a zone, written as ISO 8601: `2017-09-30`. */
export type PlainDate = string & { readonly kind: 'PlainDate' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** Reads an ISO day; undefined when the text is no day of the calendar (30 February, month 13). */
export function findDay(text: string): PlainDate | undefined {
  const match = shape.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, day)
  const real = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return real ? (text as PlainDate) : undefined
}

/** Whole days since 1970-01-01; earlier days are negative. */
export function dayNumber(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay
}

/** The day that lies `number` whole days after 1970-01-01. */
export function dayFromNumber(number: number): PlainDate {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10) as PlainDate
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}
