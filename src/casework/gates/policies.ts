import type { Gate } from '../gate.ts'
import { policyChildAffected } from './policy-child-affected.ts'
import { policyDeferralRequest } from './policy-deferral-request.ts'
import { policyFamilyUnity } from './policy-family-unity.ts'
import { policyFinalRejection } from './policy-final-rejection.ts'
import { policyInterimMeasures } from './policy-interim-measures.ts'
import { policyMedicalFitness } from './policy-medical-fitness.ts'
import { policyMinor } from './policy-minor.ts'
import { policyMistreatmentRisk } from './policy-mistreatment-risk.ts'
import { policyNationalityBasis } from './policy-nationality-basis.ts'
import { policyPendingClaim } from './policy-pending-claim.ts'
import { policyRecheck } from './policy-recheck.ts'
import { policyRequestNationality } from './policy-request-nationality.ts'
import { policyVoluntaryReturn } from './policy-voluntary-return.ts'

/** Gates that rest on policy, never on law, in the order in which reasons are shown. */
export const policyGates: readonly Gate[] = [
  policyMinor,
  policyChildAffected,
  policyFamilyUnity,
  policyMedicalFitness,
  policyVoluntaryReturn,
  policyPendingClaim,
  policyFinalRejection,
  policyRequestNationality,
  policyNationalityBasis,
  policyMistreatmentRisk,
  policyDeferralRequest,
  policyInterimMeasures,
  policyRecheck,
]
