// Which gate stands at which step: written down a second time, so that a gate that is left out of a list, or of a step, is missed.
import { everyStep, type Jurisdiction, type Step } from '../src/law/rule.ts'

/** Whatever tells a home state something about a person. */
const tellingAState: readonly Step[] = ['contact', 'request', 'interview', 'document']
const moving: readonly Step[] = ['booking', 'hand-over', 'departure']
const carryingOut: readonly Step[] = ['hand-over', 'departure']

type Expected = { readonly jurisdictions: readonly Jurisdiction[]; readonly steps: readonly Step[]; readonly gates: readonly string[] }

/** What holds an order holds every step: a home state is not even asked about a person whose order is stayed. */
const expected: readonly Expected[] = [
  { jurisdictions: ['CA'], steps: everyStep, gates: ['own-citizen', 'removal-order', 'order-in-force', 'claimant-order-in-force', 'judicial-decision', 'sentence', 'court-stay', 'moratorium', 'moratorium-look-up', 'leave-application', 'prra-notification', 'minister-stay', 'restricted-protection', 'non-refoulement', 'recognised-refugee', 'third-country-return'] },
  { jurisdictions: ['CA'], steps: moving, gates: ['prra-opportunity'] },
  { jurisdictions: ['CA'], steps: tellingAState, gates: ['claimant-application', 'closed-proceedings', 'disclosure-authority', 'mistreatment-risk'] },
  { jurisdictions: ['US'], steps: everyStep, gates: ['us-own-citizen', 'us-order-final', 'us-order-undone', 'us-appeal-time', 'us-appeal-pending', 'us-certification-pending', 'us-reinstatement', 'us-in-absentia-motion', 'us-old-law-in-absentia-motion', 'us-battered-person-motion', 'us-motion-stay', 'us-court-stay', 'us-court-stay-for-country', 'us-agency-stay', 'us-withholding', 'us-cat-withholding', 'us-cat-deferral', 'us-asylum', 'us-tps', 'us-tps-prima-facie', 'us-deferred-enforced-departure', 'us-victim-stay', 'us-victim-status', 'us-credible-fear', 'us-status-claimed-under-oath', 'us-reasonable-fear', 'us-third-country'] },
  { jurisdictions: ['US'], steps: carryingOut, gates: ['us-warrant', 'us-administrative-order-wait', 'us-imprisonment'] },
  { jurisdictions: ['US'], steps: moving, gates: ['us-voluntary-departure', 'us-destination-order'] },
  { jurisdictions: ['US'], steps: tellingAState, gates: ['us-disclosure-asylum', 'us-disclosure-victim', 'us-disclosure-visa', 'us-disclosure-registration', 'us-disclosure-legalisation', 'us-disclosure-tps'] },
  { jurisdictions: ['CA', 'US'], steps: everyStep, gates: ['policy-minor', 'policy-pending-claim'] },
  { jurisdictions: ['CA', 'US'], steps: moving, gates: ['policy-child-affected', 'policy-family-unity', 'policy-medical-fitness', 'policy-interim-measures'] },
  { jurisdictions: ['CA', 'US'], steps: ['contact', 'request', 'booking', 'hand-over', 'departure'], gates: ['policy-voluntary-return'] },
  { jurisdictions: ['CA', 'US'], steps: ['contact', 'request'], gates: ['policy-final-rejection'] },
  { jurisdictions: ['CA', 'US'], steps: ['request'], gates: ['policy-request-nationality'] },
  { jurisdictions: ['CA', 'US'], steps: ['interview', 'document'], gates: ['policy-nationality-basis'] },
  { jurisdictions: ['CA', 'US'], steps: tellingAState, gates: ['policy-mistreatment-risk'] },
  { jurisdictions: ['CA', 'US'], steps: carryingOut, gates: ['policy-deferral-request'] },
  { jurisdictions: ['CA', 'US'], steps: ['interview', 'booking', 'hand-over', 'departure'], gates: ['policy-recheck'] },
]

/** The codes of the gates that a step must ask, in alphabetical order. */
export function expectedGates(jurisdiction: Jurisdiction, step: Step): readonly string[] {
  return expected.filter((one) => one.jurisdictions.includes(jurisdiction) && one.steps.includes(step)).flatMap(({ gates }) => gates).sort()
}
