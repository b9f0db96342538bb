import type { Period } from '../rule.ts'

/** How long the periods of Canada are. "The day after" a last day is a period of one day that is reached. */
export const canadaPeriods: readonly Period[] = [
  days('ca-irpa-49-1-b', 1),
  days('ca-irpa-49-2-b', 7),
  days('ca-irpa-49-2-c', 15),
  days('ca-irpa-49-2-d', 15),
  { ...days('ca-irpa-49-2-d', 1), code: 'ca-irpa-49-2-d-i' },
  days('ca-irpa-49-2-e', 15),
  days('ca-irpa-49-2-g', 15),
  days('ca-irpa-49-2-h', 15),
  months('ca-irpa-112-2-b-1', 12),
  { ...months('ca-irpa-112-2-b-1', 36), code: 'ca-irpa-112-2-b-1-designated' },
  months('ca-irpa-112-2-c', 12),
  { ...months('ca-irpa-112-2-c', 36), code: 'ca-irpa-112-2-c-designated' },
  // The Interpretation Act, which was not read, may move the fifteenth day when it is a holiday. Nothing opens by this period alone:
  // somebody must record that the time ran out unused, and an application received later than it is late unless that is missing.
  days('ca-irpr-162', 15),
  // Detention. None of these is a gate. Forty-eight hours from some hour of a day end at that hour two days later.
  days('ca-irpa-57-1', 2),
  { ...days('ca-irpa-57-2', 7), code: 'ca-irpa-57-2-second' },
  { ...days('ca-irpa-57-2', 30), code: 'ca-irpa-57-2-each' },
  days('ca-irpr-224-2', 30),
]

function days(provision: string, length: number): Period {
  return { code: provision, length, unit: 'days', provision, text: 'verified' }
}

function months(provision: string, length: number): Period {
  return { code: provision, length, unit: 'months', provision, text: 'verified' }
}
