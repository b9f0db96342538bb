import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'

const [sunday, monday, thursday, saturday] = [0, 1, 4, 6] as const
const [firstYear, lastYear] = [2015, 2045]

/**
 * Federal legal public holidays as observed, for all years that the law book speaks of.
 * Recalled, not read: they can only move the end of a period back, so that they hold and never open.
 */
export const federalHolidays: readonly PlainDate[] = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => holidaysOf(firstYear + index)).flat().sort()

function holidaysOf(year: number): readonly PlainDate[] {
  return [
    observed(dayOf(year, 1, 1)), weekday(year, 1, monday, 3), weekday(year, 2, monday, 3), lastMondayOfMay(year),
    ...(year >= 2021 ? [observed(dayOf(year, 6, 19))] : []), observed(dayOf(year, 7, 4)), weekday(year, 9, monday, 1),
    weekday(year, 10, monday, 2), observed(dayOf(year, 11, 11)), weekday(year, 11, thursday, 4), observed(dayOf(year, 12, 25)),
  ]
}

function dayOf(year: number, month: number, day: number): PlainDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as PlainDate
}

/** The `nth` such weekday of a month. */
function weekday(year: number, month: number, wanted: number, nth: number): PlainDate {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return dayOf(year, month, 1 + ((wanted - first + 7) % 7) + 7 * (nth - 1))
}

function lastMondayOfMay(year: number): PlainDate {
  const fifth = weekday(year, 5, monday, 5)
  return fifth.slice(5, 7) === '05' ? fifth : weekday(year, 5, monday, 4)
}

/** On a Saturday it is kept the Friday before, on a Sunday the Monday after. */
function observed(day: PlainDate): PlainDate {
  const which = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (which === saturday) return dayFromNumber(dayNumber(day) - 1)
  return which === sunday ? dayFromNumber(dayNumber(day) + 1) : day
}
