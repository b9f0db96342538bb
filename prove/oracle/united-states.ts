// Written from 8 USC and 8 CFR, section by section.
import type { FactCode } from '../../src/law/facts.ts'
import { onOrAfter, type Oracle } from './known.ts'

/** 8 USC 1228(b)(3): not until 14 calendar days have passed from the date of issue, unless waived. */
const administrativeOrder: Oracle = ({ today, on }) => {
  const issued = on('administrative-order-issued')
  return issued === undefined || onOrAfter(on('fourteen-days-waived'), issued) || today >= issued + 15
}

/** 8 CFR 1003.6(a) and 1003.38: the time to appeal, thirty days, and the disputed ten; the last day is a business day. */
const appealTime: Oracle = ({ today, on }) => {
  const ordered = on('judge-ordered-removal')
  if (ordered === undefined) return true
  if (onOrAfter(on('appeal-waived'), ordered) || onOrAfter(on('board-upheld-removal'), ordered)) return true
  return today > businessDay(ordered + 30) && today > businessDay(ordered + 10)
}

/**
 * 8 CFR 1003.6(a), which was only described: while an appeal is pending. 8 USC 1101(a)(47)(B): an order is final when the Board affirms
 * it, so an appeal that was decided otherwise is none against the order that a judge made since.
 */
const appealPending: Oracle = ({ on }) => {
  const filed = on('appeal-to-board-filed')
  if (filed === undefined || (['board-upheld-removal', 'appeal-rejected-as-late'] as const).some((fact) => onOrAfter(on(fact), filed))) return true
  const otherwise = on('board-decided-otherwise')
  return onOrAfter(otherwise, filed) && onOrAfter(on('judge-ordered-removal'), otherwise)
}

/** 8 USC 1101(a)(47)(B), 8 CFR 1241.1: when an order is final. The bond that was missed is told of by others, and opens nothing. */
const orderFinal: Oracle = ({ today, on }) => {
  const ordered = on('judge-ordered-removal')
  if (onOrAfter(on('board-upheld-removal'), ordered)) return true
  if (ordered !== undefined && onOrAfter(on('appeal-waived'), ordered)) return true
  if (ordered !== undefined && onOrAfter(on('appeal-time-ended-unused'), ordered) && today > businessDay(ordered + 30) && today > businessDay(ordered + 10)) return true
  if (onOrAfter(on('certified-decision-ordering-removal'), on('certified-to-board'))) return true
  const granted = on('voluntary-departure-granted-at-conclusion')
  if (granted !== undefined && onOrAfter(on('voluntary-departure-time-ended'), granted)) return true
  return (['ordered-removed-in-absentia', 'administrative-order-issued', 'expedited-order-made', 'order-reinstated'] as const).some((fact) => on(fact) !== undefined)
}

/** 8 USC 1229a(c)(7), 8 CFR 1241.1: an order that was reopened, or not upheld, is none until there is another one. */
const orderUndone: Oracle = ({ on }) => {
  const undone = (['proceedings-reopened', 'board-decided-otherwise', 'certified-decision-otherwise'] as const).flatMap((fact) => on(fact) ?? [])
  const again = (['judge-ordered-removal', 'ordered-removed-in-absentia', 'administrative-order-issued', 'expedited-order-made'] as const).flatMap((fact) => on(fact) ?? [])
  const reopened = on('proceedings-reopened') ?? -Infinity // an order of that very day was made before it
  return undone.length === 0 || again.some((day) => day >= Math.max(...undone) && day > reopened)
}

/** 8 USC 1229c: until the time to leave has run, or ended. */
const voluntaryDeparture: Oracle = ({ today, on }) => {
  const grants = [[on('voluntary-departure-granted-before-conclusion'), 120], [on('voluntary-departure-granted-at-conclusion'), 60]] as const
  return grants.every(([granted, days]) => granted === undefined || today > granted + days || onOrAfter(on('voluntary-departure-time-ended'), granted))
}

/** 8 CFR 241.2: a warrant for the order, not cancelled since. */
const warrant: Oracle = ({ on }) => {
  const [made, issued] = [on('removal-order-made'), on('warrant-of-removal-issued')]
  return made !== undefined && onOrAfter(issued, made) && !onOrAfter(on('warrant-of-removal-cancelled'), issued)
}

/** 8 USC 1229a(b)(5)(C): a motion of either kind, until the judge rules. */
const inAbsentiaMotion: Oracle = ({ on }) => {
  const ruled = on('in-absentia-motion-ruled-on')
  const exceptional = on('in-absentia-motion-exceptional-circumstances')
  const noNotice = on('in-absentia-motion-no-notice-or-custody')
  return (exceptional === undefined || onOrAfter(ruled, exceptional) || onOrAfter(on('in-absentia-motion-found-late'), exceptional)) && (noNotice === undefined || onOrAfter(ruled, noNotice))
}

/** 8 USC 1254a(a)(4): prima facie, while undecided; before registration opens, until the time to register has passed. */
const temporaryProtectionPrimaFacie: Oracle = ({ today, on }) => {
  const [undecided, before, opened] = [on('tps-prima-facie'), on('tps-prima-facie-before-registration'), on('tps-registration-opened')]
  const decided = undecided === undefined || onOrAfter(on('tps-application-decided'), undecided)
  const over = before === undefined || (opened !== undefined && opened >= before && today > opened + 30 && onOrAfter(on('tps-opportunity-to-register-given'), opened))
  return decided && over
}

// Legal holidays of 2026, from the list of the Office of Personnel Management as recalled; the day asked about lies in that year.
const holidays = new Set(['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'].map((day) => Date.parse(`2026-${day}T00:00:00Z`) / 86_400_000))

// 1970-01-01 was a Thursday.
function businessDay(day: number): number {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6 || holidays.has(day) ? businessDay(day + 1) : day
}

function untilOneOf(begun: FactCode, ...ended: readonly FactCode[]): Oracle {
  return ({ on }) => on(begun) === undefined || ended.some((fact) => onOrAfter(on(fact), on(begun)))
}

function never(...facts: readonly FactCode[]): Oracle {
  return ({ on }) => facts.every((fact) => on(fact) === undefined)
}

/** By the code of the gate. */
export const unitedStatesOracles: Readonly<Record<string, Oracle>> = {
  'us-own-citizen': never('recorded-as-own-citizen'), // 1101(a)(3): a citizen or national is no alien
  'us-order-final': orderFinal,
  'us-order-undone': orderUndone,
  'us-administrative-order-wait': administrativeOrder,
  'us-appeal-time': appealTime,
  'us-appeal-pending': appealPending,
  'us-certification-pending': untilOneOf('certified-to-board', 'certified-decision-ordering-removal'), // decided otherwise: told of by others
  'us-warrant': warrant,
  'us-imprisonment': untilOneOf('serving-imprisonment', 'early-removal-found-federal', 'early-removal-requested-by-state'), // 1231(a)(4)(B)
  'us-voluntary-departure': voluntaryDeparture,
  'us-reinstatement': never('order-reinstated'), // not read: a draft
  'us-in-absentia-motion': inAbsentiaMotion,
  'us-motion-stay': never('motion-stay-granted'), // a manual tells how it ends; the regulation was not read
  'us-court-stay': untilOneOf('removal-stayed-by-court', 'stay-by-court-ended'),
  'us-court-stay-for-country': untilOneOf('removal-there-stayed-by-court', 'stay-there-by-court-ended'),
  // 8 USC 1231(b)(3)(A), 8 CFR 1208.22 and 1208.24: until terminated.
  'us-withholding': untilOneOf('withholding-granted', 'withholding-terminated'),
  'us-cat-withholding': untilOneOf('cat-withholding-granted', 'cat-withholding-terminated'),
  'us-cat-deferral': never('cat-deferral-granted'), // how it ends was not read
  'us-asylum': untilOneOf('asylum-granted', 'asylum-terminated'),
  'us-tps': untilOneOf('tps-granted', 'tps-withdrawn', 'tps-designation-ended'),
  'us-tps-prima-facie': temporaryProtectionPrimaFacie,
  'us-victim-stay': untilOneOf('victim-stay-granted', 'victim-application-approved', 'victim-application-denied-finally'), // 1227(d)(1)
  'us-victim-status': never('victim-status-granted', 'victim-application-approved'), // what the status does was not read
  'us-credible-fear': untilOneOf('fear-stated-in-expedited-removal', 'credible-fear-negative-affirmed', 'credible-fear-review-not-requested', 'judge-ordered-removal', 'ordered-removed-in-absentia'),
  'us-status-claimed-under-oath': untilOneOf('status-claimed-under-oath', 'status-claim-rejected'), // 1225(b)(1)(C)
  'us-reasonable-fear': untilOneOf('reasonable-fear-stated', 'reasonable-fear-negative-upheld', 'reasonable-fear-review-declined', 'withholding-only-concluded'),
}
