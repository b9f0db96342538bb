/** Sentences that must stand beside figures; the words are in `text`. */
export const cautionCodes = [
  'conditional-on-completion', // the file has completed cases only
  'window-shorter-than-grid', // the window does not reach every day of the grid
  'detention-clock', // the clock is detention, not the order or the request
  'bail-mixes-reasons', // bail mixes protection with want of cooperation
  'different-cohorts', // orders and returns of a year are not the same people
  'rate-may-pass-one', // and so a rate above 100 % is possible
  'rounded-source', // the publisher rounded its counts
  'rounded-for-release', // Comity rounded counts and shares so that nobody can be singled out
  'secondary-source', // taken from those who report on the publisher's figures
  'not-additive', // the publisher's parts do not add up to its total
  'small-numbers', // some groups are too small for their limits to hold
  'cluster-variance', // limits allow for departures in batches
  'departure-after-count-date', // counted by one date, timed to another
  'doubly-truncated-left-out', // cases that began before the window were counted but not timed
  'order-date-absent', // the clock does not start at the order
  'overlaps-not-checked', // intervals of one request were not compared with each other
] as const

export type CautionCode = (typeof cautionCodes)[number]
