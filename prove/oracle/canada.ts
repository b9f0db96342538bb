// Written from the Immigration and Refugee Protection Act (I-2.5) and its Regulations (SOR/2002-227), section by section.
import type { FactCode } from '../../src/law/facts.ts'
import { onOrAfter, type Known, type Oracle } from './known.ts'

/** 49(1), with 80: in force on the day made; the day after the appeal period; the day of the final determination. */
const order: Oracle = ({ today, on }) => {
  if (on('order-made-against-claimant') !== undefined) return true // 49(2) speaks of these
  const made = on('removal-order-made')
  if (onOrAfter(on('certificate-found-reasonable'), made)) return true
  const appealed = on('iad-appeal-made')
  const confirmed = on('removal-order-finally-confirmed')
  if (onOrAfter(confirmed, made) && onOrAfter(confirmed, appealed)) return true // (c)
  if (made !== undefined && on('order-appealable') === undefined) return true // (a)
  const expired = on('iad-appeal-time-ended-unused')
  if (expired === undefined || !onOrAfter(expired, made) || onOrAfter(appealed, expired)) return false // an appeal of the last day is in time
  return today >= expired + 1 // (b): the day after
}

/** 49(2), with 80: a claimant's order, each paragraph by itself. */
const claimantsOrder: Oracle = ({ today, on }) => {
  if (on('order-made-against-claimant') === undefined) return true
  if (onOrAfter(on('certificate-found-reasonable'), on('removal-order-made'))) return true
  const notice = (fact: FactCode) => {
    const day = on(fact)
    return onOrAfter(day, on('refugee-claim-opened')) && onOrAfter(day, on('rad-decision-set-aside')) ? day : undefined // a notice about an earlier claim, or a decision that is no more, says nothing about this one
  }
  const days: number[] = []
  const comesIntoForce = (day: number | undefined, later: number) => day !== undefined && days.push(day + later)
  if (!onOrAfter(on('third-country-finding-set-aside'), on('claim-ineligible-third-country-notified'))) comesIntoForce(notice('claim-ineligible-third-country-notified'), 0) // (a)
  comesIntoForce(notice('claim-ineligible-otherwise-notified'), 7) // (b)
  comesIntoForce(notice('claim-rejected-unappealable-notified'), 15) // (c)
  const rejected = notice('claim-rejected-appealable-notified')
  const expired = on('rad-appeal-time-ended-unused')
  if (rejected !== undefined && expired !== undefined && expired >= rejected && !onOrAfter(on('rad-appeal-opened'), expired)) {
    comesIntoForce(Math.max(expired + 1, rejected + 15), 0) // (d): the later of two days
  }
  if (onOrAfter(on('rad-rejected-notified'), on('rad-appeal-opened'))) comesIntoForce(notice('rad-rejected-notified'), 15) // (e)
  comesIntoForce(notice('claim-withdrawn-notified'), 0) // (f)
  comesIntoForce(notice('claim-abandoned-notified'), 15) // (g)
  comesIntoForce(notice('claim-proceedings-terminated'), 15) // (h)
  return days.some((day) => day <= today)
}

/** 230(1) and (3): a stay for a country or place, which does not apply to the persons listed. */
const moratorium: Oracle = ({ on }) => {
  const imposed = on('moratorium')
  if (imposed === undefined) return true
  if (outsideMoratoria(on)) return true
  return onOrAfter(on('consented-to-moratorium-place'), imposed) // (f): consent to removal to a place to which a stay applies
}

/** Ours: where the list of moratoria is not the agency's own, somebody looked since it was checked, and in the last thirty days. */
const moratoriumLookUp: Oracle = ({ today, on }) => {
  const unconfirmed = on('moratorium-list-unconfirmed')
  if (unconfirmed === undefined || outsideMoratoria(on)) return true
  const lookedUp = on('absence-of-moratorium-confirmed')
  return lookedUp !== undefined && lookedUp >= unconfirmed && today <= lookedUp + 30
}

/** 230(3)(a) to (e). */
function outsideMoratoria(on: Known['on']): boolean {
  const inadmissible: readonly FactCode[] = [
    'inadmissible-security', // 34(1)
    'inadmissible-rights-violations', // 35(1)
    'inadmissible-sanctions', // 35.1(1)
    'inadmissible-serious-criminality', 'inadmissible-criminality', 'inadmissible-transborder-criminality', // 36(1), (2), (2.1)
    'inadmissible-organized-criminality', // 37(1)
    'excluded-by-article-1f',
  ]
  return inadmissible.some((fact) => on(fact) !== undefined)
}

/** 231: from an application for leave that stays to the earliest of its endings. One that (2) or (4) leaves out is no such application, and takes nothing from another one. */
const leaveApplication: Oracle = ({ on }) => {
  const sought = on('leave-sought-on-rad-decision')
  if (sought === undefined) return true
  const since = (fact: FactCode) => onOrAfter(on(fact), sought)
  if (since('rad-decision-set-aside')) return true // no decision of the Division is left that rejects the claim
  if (on('order-for-serious-criminality') !== undefined) return true // (3)(a)
  if (on('us-or-spm-resident-reported-on-entry') !== undefined) return true // (3)(b)
  if (since('leave-refused')) return true // (1)(a)
  if (since('judicial-review-refused') && !since('question-certified')) return true // (1)(b)
  if (since('fca-appeal-time-ended-unused') || since('scc-leave-time-ended-unused')) return true // (1)(c)
  return since('scc-leave-refused') || since('scc-appeal-lost-or-unused') // (1)(d), (e)
}

/** 232, with 162: from the notification to the earliest of its endings. */
const prraNotification: Oracle = ({ on }) => {
  const notified = on('prra-notified')
  if (notified === undefined) return true
  const since = (fact: FactCode) => onOrAfter(on(fact), notified)
  const received = on('prra-application-received')
  const appliedInTime = received !== undefined && received >= notified && received <= notified + 15
  if (since('prra-waived-in-writing') && !appliedInTime) return true // (a); 162: an application in time is stayed until (c) to (f)
  const noneCame = on('prra-time-ended-unused')
  if (noneCame !== undefined && noneCame > notified + 15 && !appliedInTime) return true // (b)
  if (since('prra-rejected') && onOrAfter(on('prra-rejected'), on('timely-prra-sent-back'))) return true // (c), unless a court sent it back
  return since('prra-permanent-residence-decided') || since('prra-stays-all-cancelled') // (e), (f)
}

/** (2) is an exception to (1): the Minister's opinion is about somebody whom (1) protects, so it is no older than that. */
function exceptedBy115(on: Known['on'], protectedSince: number): boolean {
  const yes = (fact: FactCode) => on(fact) !== undefined
  const held = (opinion: FactCode) => onOrAfter(on(opinion), protectedSince)
  if (yes('inadmissible-serious-criminality') && held('danger-to-public-opinion')) return true // (2)(a)
  const grave = yes('inadmissible-security') || yes('inadmissible-rights-violations') || yes('inadmissible-organized-criminality')
  return grave && held('not-to-remain-opinion') // (2)(b)
}

/** 115(1) and (2): a protected person, until that protection has ceased (108), or was vacated (109, 114(3)). */
const protectedPerson: Oracle = ({ on }) => {
  const conferred = on('refugee-protection-conferred')
  if (conferred === undefined || on('at-risk-there') === undefined) return true
  if ((['refugee-protection-ceased', 'refugee-protection-vacated', 'prra-decision-vacated'] as const).some((fact) => onOrAfter(on(fact), conferred))) return true
  return exceptedBy115(on, conferred)
}

/** 115(1) and (2): a person whom another country recognised. */
const recognisedElsewhere: Oracle = ({ on }) => {
  const recognised = on('recognised-refugee-elsewhere')
  return recognised === undefined || on('at-risk-there') === undefined || exceptedBy115(on, recognised)
}

/** 114(1)(b), (2) and (4): a stay with respect to one country. */
const restrictedProtection: Oracle = ({ on }) => {
  const granted = on('restricted-protection-granted')
  return granted === undefined || onOrAfter(on('restricted-protection-cancelled'), granted) || onOrAfter(on('restricted-protection-vacated'), granted)
}

/** 115(3): sent to where the person came from; elsewhere only if designated, or if the country they came from has rejected the claim. */
const thirdCountry: Oracle = ({ on }) => on('claim-ineligible-third-country-notified') === undefined || on('came-to-canada-from-there') !== undefined
  || onOrAfter(on('third-country-finding-set-aside'), on('claim-ineligible-third-country-notified'))
  || on('country-designated-under-102') !== undefined || on('claim-rejected-where-person-came-from') !== undefined

/** 48(1), 51: an order that was neither spent by residence nor carried out since. One that was set aside is none: the case says so. */
const removalOrder: Oracle = ({ on }) => {
  const made = on('removal-order-made')
  return made !== undefined && !(['permanent-residence-granted', 'removal-order-enforced'] as const).some((fact) => onOrAfter(on(fact), made))
}

/** 50(a), with Regulations 234. */
const judicialDecision: Oracle = ({ on }) => {
  const since = on('judicial-decision-contravened')
  return since === undefined || onOrAfter(on('charges-dropped-on-removal-agreed'), since) || onOrAfter(on('summons-dropped-on-removal-agreed'), since)
}

/** 50(b): until the sentence is completed. Whether parole completes it is in an act that was not read. */
const sentence: Oracle = ({ on }) => on('sentenced-to-imprisonment') === undefined || onOrAfter(on('sentence-completed'), on('sentenced-to-imprisonment'))

/** 50(c), 68(4): for the duration of a stay by a court, or by the Immigration Appeal Division. */
const courtStay: Oracle = ({ on }) => {
  const [court, division] = [on('court-stay-ordered'), on('iad-stay-ordered')]
  const divisionEnded = onOrAfter(on('iad-stay-ended'), division) || onOrAfter(on('iad-stay-cancelled-by-conviction'), division)
  return (court === undefined || onOrAfter(on('court-stay-ended'), court)) && (division === undefined || divisionEnded)
}

/** 233: until residence is granted or not. */
const ministerStay: Oracle = ({ on }) => on('minister-stay-opinion') === undefined || onOrAfter(on('minister-stay-residence-decided'), on('minister-stay-opinion'))

/** By the code of the gate. */
export const canadaOracles: Readonly<Record<string, Oracle>> = {
  'own-citizen': ({ on }) => on('recorded-as-own-citizen') === undefined, // 19(1): a citizen may remain
  'removal-order': removalOrder,
  'judicial-decision': judicialDecision,
  sentence,
  'court-stay': courtStay,
  'minister-stay': ministerStay,
  'order-in-force': order,
  'claimant-order-in-force': claimantsOrder,
  moratorium,
  'moratorium-look-up': moratoriumLookUp,
  'leave-application': leaveApplication,
  'prra-notification': prraNotification,
  'non-refoulement': protectedPerson,
  'recognised-refugee': recognisedElsewhere,
  'restricted-protection': restrictedProtection,
  'third-country-return': thirdCountry,
}
