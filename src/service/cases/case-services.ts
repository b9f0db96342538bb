import type { Agreement } from '../../casework/agreement.ts'
import type { Instant } from '../../casework/fact-record.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { Roles } from '../database.ts'
import type { Services } from '../services.ts'

/** What use-cases about cases may ask for, besides what every use-case may. Clock and chance are handed in. */
export type CaseServices = Services & {
  readonly roles: Pick<Roles, 'gates' | 'outbound' | 'report'>
  readonly clock: Clock
  /** A random id (RFC 9562, version 4), for what is new. */
  readonly newId: () => string
  readonly agreements: readonly Agreement[]
  /** The law that this version of Comity ships with; approved updates are in the database. */
  readonly shipped: LawBook
}

export type Clock = {
  readonly now: () => Instant
  /** The day it is where the authority works. */
  readonly today: () => PlainDate
  /** Where that is, an IANA name; UTC when it is not said. */
  readonly timeZone?: string
}

/** The machine's clock, and the day in the authority's time zone (an IANA name; the machine's own when none is given). */
export function systemClock(timeZone?: string): Clock {
  // Canada writes days as ISO 8601 does.
  const days = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...(timeZone === undefined ? {} : { timeZone }) })
  return { now: () => new Date().toISOString(), today: () => days.format(new Date()) as PlainDate, timeZone: days.resolvedOptions().timeZone }
}
