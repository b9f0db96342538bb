/** How a request ended, or stands. `no-response` is silence: the clock runs on, and silence is no refusal. */
export const requestOutcomes = [
  'issued', 'issued-conditions', 'agreed-at-border', 'nationality-confirmed-no-document', 'nationality-not-confirmed', 'no-statement',
  'insufficient-information', 'refused-policy', 'no-response', 'deemed-accepted', 'withdrawn-authority', 'expired-unused',
  'issued-refused-on-arrival', 'nationality-disputed',
] as const
export type RequestOutcome = (typeof requestOutcomes)[number]

/** Why the authority withdrew. Kept inside: every withdrawal looks the same from outside, whatever the cause. */
export const withdrawalReasons = ['status-granted', 'stay', 'lost-contact', 'own-document-found', 'voluntary-return', 'duplicate', 'error'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export const documentTypes = [
  'national-passport', 'emergency-travel-document', 'single-journey-document', 'eu-return-document', 'uk-letter', 'chicago-convention-letter', 'charter-clearance', 'border-agreement',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** How it is known that the person has left: seen, certified, enforced from outside, or an officer satisfied afterwards (IRPR 240). */
export const confirmationMeans = ['seen-leaving', 'certificate-of-departure', 'enforced-from-outside', 'officer-satisfied'] as const
export type ConfirmationMeans = (typeof confirmationMeans)[number]

/** Canada's three orders (IRPR 223), and those of the United States by the procedure that made them. */
export const orderKinds = {
  CA: ['departure-order', 'exclusion-order', 'deportation-order'],
  US: ['removal-order', 'in-absentia-order', 'expedited-order', 'administrative-order', 'reinstated-order', 'voluntary-departure-lapsed'],
} as const
export type OrderKind = (typeof orderKinds)['CA' | 'US'][number]

export const arrivalOutcomes = ['admitted', 'refused-on-arrival', 'nationality-disputed'] as const
export type ArrivalOutcome = (typeof arrivalOutcomes)[number]

export const nationalityBases = ['own-document', 'copy-of-document', 'own-statement', 'register-answer', 'consular-statement', 'earlier-decision'] as const
export type NationalityBasis = (typeof nationalityBases)[number]

/** What a named officer found about sending information on this person to a state, with reasons. */
export const riskFindings = ['no-substantial-risk', 'substantial-risk-mitigated', 'substantial-risk'] as const
export type RiskFinding = (typeof riskFindings)[number]

export const closeReasons = ['departed', 'status-granted', 'left-without-removal', 'died', 'opened-in-error', 'merged'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Computed from events, never typed in. */
export const inventories = ['stayed', 'monitoring', 'working', 'ready-to-return', 'departed', 'closed'] as const
export type Inventory = (typeof inventories)[number]
