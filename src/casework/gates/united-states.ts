import type { Gate } from '../gate.ts'
import { unitedStatesAdministrativeOrderWait } from './us-administrative-order-wait.ts'
import { unitedStatesAgencyStay } from './us-agency-stay.ts'
import { unitedStatesAppealPending } from './us-appeal-pending.ts'
import { unitedStatesAppealTime } from './us-appeal-time.ts'
import { unitedStatesAsylum } from './us-asylum.ts'
import { unitedStatesBatteredPersonMotion } from './us-battered-person-motion.ts'
import { unitedStatesCatDeferral } from './us-cat-deferral.ts'
import { unitedStatesCatWithholding } from './us-cat-withholding.ts'
import { unitedStatesCertificationPending } from './us-certification-pending.ts'
import { unitedStatesCourtStay } from './us-court-stay.ts'
import { unitedStatesCourtStayForCountry } from './us-court-stay-for-country.ts'
import { unitedStatesCredibleFear } from './us-credible-fear.ts'
import { unitedStatesDeferredEnforcedDeparture } from './us-deferred-enforced-departure.ts'
import { unitedStatesDestinationOrder } from './us-destination-order.ts'
import { unitedStatesDisclosureAsylum } from './us-disclosure-asylum.ts'
import { unitedStatesDisclosureLegalisation } from './us-disclosure-legalisation.ts'
import { unitedStatesDisclosureRegistration } from './us-disclosure-registration.ts'
import { unitedStatesDisclosureTps } from './us-disclosure-tps.ts'
import { unitedStatesDisclosureVictim } from './us-disclosure-victim.ts'
import { unitedStatesDisclosureVisa } from './us-disclosure-visa.ts'
import { unitedStatesImprisonment } from './us-imprisonment.ts'
import { unitedStatesInAbsentiaMotion } from './us-in-absentia-motion.ts'
import { unitedStatesMotionStay } from './us-motion-stay.ts'
import { unitedStatesOldLawInAbsentiaMotion } from './us-old-law-in-absentia-motion.ts'
import { unitedStatesOrderFinal } from './us-order-final.ts'
import { unitedStatesOrderUndone } from './us-order-undone.ts'
import { unitedStatesOwnCitizen } from './us-own-citizen.ts'
import { unitedStatesReasonableFear } from './us-reasonable-fear.ts'
import { unitedStatesReinstatement } from './us-reinstatement.ts'
import { unitedStatesStatusClaimedUnderOath } from './us-status-claimed-under-oath.ts'
import { unitedStatesThirdCountry } from './us-third-country.ts'
import { unitedStatesTps } from './us-tps.ts'
import { unitedStatesTpsPrimaFacie } from './us-tps-prima-facie.ts'
import { unitedStatesVictimStatus } from './us-victim-status.ts'
import { unitedStatesVictimStay } from './us-victim-stay.ts'
import { unitedStatesVoluntaryDeparture } from './us-voluntary-departure.ts'
import { unitedStatesWarrant } from './us-warrant.ts'
import { unitedStatesWithholding } from './us-withholding.ts'

/** The gates of the United States, in the order in which reasons are shown: order, stays, protection, destination, disclosure. */
export const unitedStatesGates: readonly Gate[] = [
  unitedStatesOwnCitizen,
  unitedStatesOrderFinal,
  unitedStatesOrderUndone,
  unitedStatesAppealTime,
  unitedStatesAppealPending,
  unitedStatesCertificationPending,
  unitedStatesWarrant,
  unitedStatesAdministrativeOrderWait,
  unitedStatesImprisonment,
  unitedStatesVoluntaryDeparture,
  unitedStatesReinstatement,
  unitedStatesInAbsentiaMotion,
  unitedStatesOldLawInAbsentiaMotion,
  unitedStatesBatteredPersonMotion,
  unitedStatesMotionStay,
  unitedStatesCourtStay,
  unitedStatesCourtStayForCountry,
  unitedStatesAgencyStay,
  unitedStatesWithholding,
  unitedStatesCatWithholding,
  unitedStatesCatDeferral,
  unitedStatesAsylum,
  unitedStatesTps,
  unitedStatesTpsPrimaFacie,
  unitedStatesDeferredEnforcedDeparture,
  unitedStatesVictimStay,
  unitedStatesVictimStatus,
  unitedStatesCredibleFear,
  unitedStatesStatusClaimedUnderOath,
  unitedStatesReasonableFear,
  unitedStatesDestinationOrder,
  unitedStatesThirdCountry,
  unitedStatesDisclosureAsylum,
  unitedStatesDisclosureVictim,
  unitedStatesDisclosureVisa,
  unitedStatesDisclosureRegistration,
  unitedStatesDisclosureLegalisation,
  unitedStatesDisclosureTps,
]
