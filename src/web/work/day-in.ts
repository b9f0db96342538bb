import type { PlainDate } from '../../kernel/day.ts'

/** The day that a moment falls on where the authority works. */
export function dayIn(moment: string, timeZone: string): PlainDate {
  // Canada writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(Date.parse(moment)) as PlainDate
}
