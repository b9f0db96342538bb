import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import { shippedBook } from '../../src/law/shipped-book.ts'

// The first Friday after the law's lists were last checked: later, nobody would know what they say.
const checkedOn = [...shippedBook().lists, ...shippedBook().instruments].map((one) => dayNumber(one.checkedOn)).reduce((latest, one) => Math.max(latest, one), 0)

/** The day on which everything of a story is asked and sent: a Friday (1970-01-01 was a Thursday). */
export const today: PlainDate = dayFromNumber(checkedOn + 1 + ((8 - ((checkedOn + 1) % 7)) % 7))

export function daysLater(number: number): PlainDate {
  return dayFromNumber(dayNumber(today) + number)
}

/** The two weekly moments after the day: Wednesdays at noon. */
export const weeklyMoments: readonly [string, string] = [`${daysLater(5)}T12:00:00.000Z`, `${daysLater(12)}T12:00:00.000Z`]
