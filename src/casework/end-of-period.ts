import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { Period } from '../law/rule.ts'

/** The last day of a period that is counted from the day after `from`. Months end on the same day, or on the month's last. */
export function endOfPeriod(from: PlainDate, { length, unit, movesOffClosedDays }: Pick<Period, 'length' | 'unit' | 'movesOffClosedDays'>): PlainDate {
  const last = unit === 'days' ? dayFromNumber(dayNumber(from) + length) : addMonths(from, length)
  return movesOffClosedDays === undefined ? last : nextOpenDay(last, movesOffClosedDays)
}

function nextOpenDay(day: PlainDate, closed: NonNullable<Period['movesOffClosedDays']>): PlainDate {
  const isClosed = closed.weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || closed.holidays.includes(day)
  return isClosed ? nextOpenDay(dayFromNumber(dayNumber(day) + 1), closed) : day
}

function addMonths(from: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10) as PlainDate
}
