import type { WithdrawalReason } from '../../casework/lists.ts'
import type { Jurisdiction } from '../../law/rule.ts'

/** What happens to a made-up case in the end: each one is a story of its own in made-up-case.ts. */
export type Course = 'stayed' | 'monitoring' | 'out-of-reach' | 'document-awaited' | 'other-impediment' | 'ready' | 'departed'

/** How much of something there is beside the rest; what it counts is said where it stands. */
export type Weighted<Value> = readonly (readonly [Value, number])[]

/**
 * How many people of each course there are. Canada: the agency's inventory of November 2020 (165,000 monitoring and stayed,
 * 18,000 working with impediments, 34,000 with warrants, 4,175 removable) and its 17,357 enforced removals of 2024; travel documents
 * are 55 to 60 % of impediments. Not published, and assumed: as many stayed as monitored.
 * United States: 1,445,549 people with final orders who were not detained (24 November 2024) and 271,484 removals in fiscal 2024; how the
 * former divide is not published, so Canada's division is assumed.
 */
export const courses: Readonly<Record<Jurisdiction, Weighted<Course>>> = {
  CA: inventory(1, 17_357),
  US: inventory(1_445_549 / 221_175, 271_484),
}

function inventory(times: number, removedInYear: number): Weighted<Course> {
  const documents = 0.575
  return [
    ['stayed', 82_500 * times], ['monitoring', 82_500 * times], ['out-of-reach', 34_000 * times],
    ['document-awaited', 18_000 * documents * times], ['other-impediment', 18_000 * (1 - documents) * times],
    ['ready', 4_175 * times], ['departed', removedInYear],
  ]
}

/**
 * Nationalities. Canada: removals of 2024 by country, as published (data/public-figures/cbsa-removals-by-country.csv; ten countries).
 * United States: the non-detained docket with final orders of 24 November 2024 by country, as far as it was published by country.
 * Countries that neither source names are left out.
 */
export const nationalities: Readonly<Record<Jurisdiction, Weighted<string>>> = {
  CA: [['MX', 3579], ['IN', 1932], ['CO', 956], ['HT', 806], ['RO', 653], ['US', 631], ['CN', 535], ['VE', 470], ['PK', 392], ['HU', 366]],
  US: [
    ['HN', 261_651], ['GT', 253_413], ['SV', 203_822], ['CU', 42_084], ['BR', 38_677], ['CN', 37_908], ['HT', 32_363], ['EC', 31_252], ['CO', 27_388],
    ['BD', 4837], ['GH', 3228], ['GN', 1897], ['KH', 1747], ['ET', 1713], ['CA', 1290], ['CD', 1068], ['GM', 1035], ['ER', 973], ['MM', 679], ['BT', 122],
  ],
}

/** Share of requests that bring a document: United Kingdom 2009–2013, 67,019 of 116,280; Bangladesh, 195 of about 1,500 (EU, to July 2021). */
export const issued: Readonly<Record<string, number>> & { readonly all: number } = { all: 67_019 / 116_280, BD: 195 / 1500 }

/** Why requests are withdrawn: Germany, as reported in 2025: a permit or a bar 28 %, whereabouts unknown 21 %, own papers 12 %. */
export const withdrawals: Weighted<WithdrawalReason> = [['status-granted', 14], ['stay', 14], ['lost-contact', 21], ['own-document-found', 12]]

/** Share of requests in which nobody answers for long; of cases with a second nationality, counsel, a correction, a conflict. All assumed. */
export const assumed = { answerDays: 75, claimants: 0.4, minors: 0.04, counsel: 0.25, secondNationality: 0.03, corrected: 0.03, conflicting: 0.01, together: 0.03, handedOver: 0.05, expired: 0.04, turnedBack: 0.005 }

/** Nearly 6,000 officers (2016) for a docket of 1,445,549. */
export const casesPerOfficer = 240
