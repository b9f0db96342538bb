// Written from the sentences that describe each policy, not from the rules as data.
import { onOrAfter, type Oracle } from './known.ts'

/** Offered, and declined, or not taken up for fourteen days, or tried and failed; not while an offer is accepted. */
const voluntaryReturn: Oracle = ({ today, on }) => {
  const offered = on('voluntary-return-offered')
  if (offered === undefined) return false
  const accepted = on('voluntary-return-accepted')
  const [declined, failed] = [on('voluntary-return-declined'), on('voluntary-return-failed')]
  if (declined !== undefined && declined >= offered && !onOrAfter(accepted, declined)) return true
  if (today > offered + 14 && !onOrAfter(accepted, offered)) return true
  return failed !== undefined && failed >= offered && onOrAfter(failed, accepted)
}

/** A certificate since the concern arose, no older than fourteen days. */
const medicalFitness: Oracle = ({ today, on }) => {
  const [concern, certified] = [on('medical-concern'), on('certified-fit-to-travel')]
  return concern === undefined || (certified !== undefined && certified >= concern && today <= certified + 14)
}

/** Looked through again in the last three days. */
const recheck: Oracle = ({ today, on }) => {
  const checked = on('file-rechecked')
  return checked !== undefined && today <= checked + 3
}

/** By the code of the gate. */
export const policyOracles: Readonly<Record<string, Oracle>> = {
  'policy-voluntary-return': voluntaryReturn,
  'policy-medical-fitness': medicalFitness,
  'policy-recheck': recheck,
  'policy-family-unity': ({ on }) => on('family-separated') === undefined || onOrAfter(on('family-unity-decided'), on('family-separated')),
  'policy-pending-claim': ({ on }) => on('protection-claim-made') === undefined || onOrAfter(on('protection-claim-rejected-finally'), on('protection-claim-made')) || onOrAfter(on('protection-claim-withdrawn'), on('protection-claim-made')),
  'policy-final-rejection': ({ on }) => on('protection-claim-made') === undefined || onOrAfter(on('protection-claim-rejected-finally'), on('protection-claim-made')) || onOrAfter(on('protection-claim-end-declared-final'), on('protection-claim-made')),
  'policy-request-nationality': ({ on }) => on('nationality-basis-recorded') !== undefined,
  'policy-nationality-basis': ({ on }) => on('nationality-basis-recorded') !== undefined || on('request-on-other-basis') !== undefined,
  'policy-mistreatment-risk': ({ on }) => on('mistreatment-risk-cleared') !== undefined,
  'policy-deferral-request': ({ on }) => on('deferral-requested') === undefined || onOrAfter(on('deferral-refused'), on('deferral-requested')) || onOrAfter(on('deferral-ended'), on('deferral-requested')),
}
