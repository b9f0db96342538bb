import type { Gate } from '../gate.ts'
import { claimantApplication } from './claimant-application.ts'
import { claimantOrderInForce } from './claimant-order-in-force.ts'
import { closedProceedings } from './closed-proceedings.ts'
import { courtStay } from './court-stay.ts'
import { disclosureAuthority } from './disclosure-authority.ts'
import { judicialDecision } from './judicial-decision.ts'
import { leaveApplication } from './leave-application.ts'
import { ministerStay } from './minister-stay.ts'
import { mistreatmentRisk } from './mistreatment-risk.ts'
import { moratorium } from './moratorium.ts'
import { moratoriumLookUp } from './moratorium-look-up.ts'
import { nonRefoulement } from './non-refoulement.ts'
import { orderInForce } from './order-in-force.ts'
import { ownCitizen } from './own-citizen.ts'
import { prraNotification } from './prra-notification.ts'
import { prraOpportunity } from './prra-opportunity.ts'
import { recognisedRefugee } from './recognised-refugee.ts'
import { removalOrder } from './removal-order.ts'
import { restrictedProtection } from './restricted-protection.ts'
import { sentence } from './sentence.ts'
import { thirdCountryReturn } from './third-country-return.ts'

/** An order is enforceable for a destination when every one of these is open (IRPA 48: in force, and not stayed). */
export const canadaEnforceabilityGates: readonly Gate[] = [
  removalOrder, orderInForce, claimantOrderInForce,
  judicialDecision, sentence, courtStay, moratorium, moratoriumLookUp, leaveApplication, prraNotification, ministerStay, restrictedProtection,
]

/** The gates of Canada, in the order in which reasons are shown. */
export const canadaGates: readonly Gate[] = [
  ownCitizen,
  ...canadaEnforceabilityGates,
  nonRefoulement, recognisedRefugee, thirdCountryReturn, prraOpportunity,
  claimantApplication, closedProceedings, disclosureAuthority, mistreatmentRisk,
]
