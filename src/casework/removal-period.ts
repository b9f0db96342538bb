import type { PlainDate } from '../kernel/day.ts'
import type { Period } from '../law/rule.ts'
import { endOfPeriod } from './end-of-period.ts'

/** What the removal period of 8 USC 1231(a)(1) depends on. Days that have not come, or do not apply, are left out. */
export type RemovalPeriodFacts = {
  readonly administrativelyFinalOn?: PlainDate
  /** Only when a court reviewed the order and stayed removal: the day of its final order. */
  readonly courtStay?: { readonly finalOrderOn?: PlainDate }
  /** Only when the person was confined other than under an immigration process: the day of release. */
  readonly confinement?: { readonly releasedOn?: PlainDate }
  /** The person did not apply in good faith and in time for documents, or acted to prevent removal. A consulate's silence is neither. */
  readonly ownObstructionOn?: PlainDate
}

/** `extended`: the statute names no end of the extension, so there is none here. The power to remove does not end with the period. */
export type RemovalPeriod =
  | { readonly standing: 'not-begun'; readonly waitsFor: 'final-order' | 'court' | 'release' }
  | { readonly standing: 'running' | 'over'; readonly beganOn: PlainDate; readonly lastDay: PlainDate }
  | { readonly standing: 'extended'; readonly beganOn: PlainDate }

/** Where the removal period stands on a day. It begins on the latest of three days, and waits for each that applies. */
export function removalPeriodOn(facts: RemovalPeriodFacts, day: PlainDate, period: Period): RemovalPeriod {
  const { administrativelyFinalOn, courtStay, confinement, ownObstructionOn } = facts
  if (!hasCome(administrativelyFinalOn, day)) return { standing: 'not-begun', waitsFor: 'final-order' }
  if (courtStay && !hasCome(courtStay.finalOrderOn, day)) return { standing: 'not-begun', waitsFor: 'court' }
  if (confinement && !hasCome(confinement.releasedOn, day)) return { standing: 'not-begun', waitsFor: 'release' }
  const beganOn = [administrativelyFinalOn, courtStay?.finalOrderOn, confinement?.releasedOn].filter((one) => one !== undefined).toSorted().at(-1) ?? administrativelyFinalOn
  const lastDay = endOfPeriod(beganOn, period)
  // What somebody did after the period was over extends nothing: it had ended.
  if (hasCome(ownObstructionOn, day) && ownObstructionOn <= lastDay) return { standing: 'extended', beganOn }
  return { standing: day <= lastDay ? 'running' : 'over', beganOn, lastDay }
}

function hasCome(on: PlainDate | undefined, day: PlainDate): on is PlainDate {
  return on !== undefined && on <= day
}
