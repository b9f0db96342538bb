/** Every code that a message between nodes may hold. A new one is a new schema: see `docs/rooms/exchange.md`. */

/** The newest schema that this program writes and reads whole. */
export const newestSchema = 1

export const families = ['partner', 'requested-state'] as const
export type Family = (typeof families)[number]

/** Messages that name an instrument; there is no way to make one without. */
export const agreedTypes = [
  'country-assessment', 'requirement-change', 'engagement-planned', 'engagement-held', 'engagement-answered', 'joint-approach-proposed', 'joint-approach-agreed', 'joint-approach-declined', 'incident',
] as const
export type AgreedType = (typeof agreedTypes)[number]

// Of measures, methods, rungs, topics and cautions the codes are those of the room `cooperation`; a room above compares the two lists.

/** Figures that may be exchanged, by what they count in. */
export const measureUnits = {
  requests: 'people', open: 'people', stock: 'people', count: 'people',
  'answered-by': 'share', 'outcome-by': 'share', 'open-by': 'share', 'completed-by': 'share', 'share-of-leavers': 'share', 'return-rate': 'share',
  'days-to-25': 'days', 'days-to-50': 'days', 'days-to-75': 'days', 'mean-days-waiting': 'days',
} as const
export type Measure = keyof typeof measureUnits
export const measures = Object.keys(measureUnits) as readonly Measure[]

/** Without `withdrawn`, `granted` and `bailed`: how many were withdrawn in a month in which few were asked hints at who was protected. */
export const outcomes = ['submitted', 'issued', 'agreed_at_border', 'refused', 'nationality_not_confirmed', 'admitted', 'other_country', 'departed', 'removed', 'returned', 'ordered'] as const
export const methods = ['answer-time/1', 'document-time/1', 'conditional-time/1', 'leaving-shares/1', 'counts/1', 'return-rate/1', 'conditional-time-released/1'] as const
export const intervalMethods = ['log-log', 'student-log-log', 'log', 'plain', 'mid-p', 'exact', 'cluster-log-log', 'rounding', 'rounded-cluster', 'complete-count'] as const
export const withheldReasons = ['too-few', 'not-reached', 'past-data', 'poor-coverage', 'suppressed', 'not-published'] as const
export const clocks = ['own', 'state'] as const
export const cautions = [
  'conditional-on-completion', 'window-shorter-than-grid', 'detention-clock', 'bail-mixes-reasons', 'different-cohorts', 'rate-may-pass-one', 'rounded-source', 'rounded-for-release', 'secondary-source',
  'not-additive', 'small-numbers', 'cluster-variance', 'departure-after-count-date', 'doubly-truncated-left-out', 'order-date-absent', 'overlaps-not-checked',
] as const
/** What was done before a figure was let out, by whoever released it. */
export const suppressions = ['rounded-and-checked', 'hidden-and-checked', 'published-elsewhere'] as const

export const rungs = ['working-level', 'demarche', 'joint-work', 'agreement', 'positive', 'targeted-visa', 'class-visa', 'broad-visa', 'trade-or-aid'] as const
/** With whom one speaks: an office, never a person. */
export const offices = ['consulate', 'embassy', 'ministry', 'police-registry', 'minister', 'head-of-government'] as const
/** How a state answered what was said to it. */
export const stateReplies = ['agreed', 'agreed-in-part', 'considers', 'refused', 'no-answer'] as const
/** What is asked of a state, as a subject. */
export const askedOfStates = ['answer-in-time', 'open-interviews', 'accept-emergency-document', 'accept-charter', 'issue-without-interview', 'conclude-agreement', 'name-contact', 'other'] as const
export const declineReasons = ['not-now', 'own-approach-under-way', 'no-authority', 'relations', 'no-reason'] as const

export const requirementTopics = ['who-to-ask', 'form', 'photographs', 'fingerprints', 'proof-of-identity', 'proof-of-nationality', 'interview', 'language', 'fee', 'how-to-send', 'reply-time', 'validity', 'hand-over', 'other'] as const
export const requirementChanges = ['added', 'changed', 'dropped'] as const
export const documentTypes = ['national-passport', 'emergency-travel-document', 'single-journey-document', 'eu-return-document', 'uk-letter', 'chicago-convention-letter', 'charter-clearance', 'border-agreement'] as const
/** About a country or a mission, never about a journey: a flight has passengers. */
export const incidents = ['mission-closed', 'mission-reopened', 'interviews-suspended', 'interviews-resumed', 'documents-suspended', 'documents-resumed', 'charters-suspended', 'charters-resumed', 'requirement-not-as-told'] as const

export const instrumentForms = ['agreement', 'arrangement'] as const
/** Who allowed a party to enter into it. Canada: an agreement takes the Governor in Council, an arrangement does not (CBSA Act, 13). */
export const approvers = ['governor-in-council', 'minister', 'head-of-authority', 'legislature', 'cabinet'] as const
export const purposes = ['compare-answer-times', 'coordinate-engagement', 'share-requirements', 'joint-approaches', 'warn-of-incidents'] as const
export const endReasons = ['by-notice', 'by-agreement', 'breach', 'law-changed'] as const

export const stateTypes = {
  /** What an authority says to the state that it asks. */
  'requesting-authority': ['request', 'withdrawal', 'correction', 'reply', 'interview-chosen'],
  /** What that state says. */
  'requested-state': ['question', 'interview-offered', 'answer'],
} as const

export const nationalityBases = ['own-document', 'copy-of-document', 'own-statement', 'register-answer', 'consular-statement', 'on-record'] as const
export const identityDocuments = ['passport', 'identity-card', 'birth-certificate', 'seafarers-book', 'driving-licence'] as const
export const fileFormats = ['jpeg', 'png', 'pdf'] as const
/** What a state may ask about a request. */
export const stateQuestions = ['clearer-photograph', 'fingerprints', 'other-names', 'place-of-birth', 'day-of-birth', 'copy-of-document', 'proof-of-nationality', 'interview'] as const
/** One answer for all that is not there, whatever the reason: held back, never had, or not permitted are not told apart. */
export const questionReplies = ['in-correction', 'not-available'] as const
export const interviewMeans = ['in-person', 'by-video', 'by-telephone'] as const
export const stateAnswers = ['issued', 'issued-conditions', 'agreed-at-border', 'nationality-confirmed-no-document', 'nationality-not-confirmed', 'insufficient-information', 'refused-policy', 'nationality-disputed'] as const
