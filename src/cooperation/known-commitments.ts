import type { PlainDate } from '../kernel/day.ts'
import type { Commitment } from './commitment.ts'

/** A commitment that ships with the program, by a key that stays. */
export type KnownCommitment = Commitment & { readonly key: string }

const day = (text: string) => text as PlainDate
// By quarters: the agency's table of one calendar year, and the quarters of the year before.
const removed = 'figures/cbsa-removals-by-region/removed/all'
const agency = 'Canada Border Services Agency'
const agence = 'Agence des services frontaliers du Canada'

/**
 * Commitments that were announced in public, each with what was read of it. Days are those of Canada's fiscal years (April to March);
 * of the first one no source that was read says which year is meant, and it says so.
 */
export const knownCommitments: readonly KnownCommitment[] = [
  {
    key: 'cbsa-removals-2024', kind: 'target', number: 18_000, unit: 'removals', from: day('2024-04-01'), until: day('2025-03-31'), announcedBy: agency, series: removed, cases: 'CA',
    what: { en: 'Removals in a year (which year was meant is not said; the one before the next target is taken)', fr: 'Renvois en un an (l’année visée n’est pas précisée; celle qui précède la cible suivante est retenue)' },
    source: 'Reuters, 1 August 2025, in copies of others; not seen in a text of the agency’s own',
    french: { announcedBy: agence, source: 'Reuters, 1er août 2025, dans des copies de tiers\u00a0; non vu dans un texte de l’Agence même' },
  },
  {
    key: 'cbsa-removals-2025', kind: 'target', number: 20_000, unit: 'removals', from: day('2025-04-01'), until: day('2026-03-31'), announcedBy: agency, announcedOn: day('2026-03-07'), series: removed, cases: 'CA',
    what: { en: 'Removals in fiscal year 2025–2026', fr: 'Renvois pendant l’exercice 2025-2026' },
    source: 'Canada Border Services Agency, release of 7 March 2026 (newswire.ca); Reuters, 1 August 2025, in copies of others',
    french: { announcedBy: agence, source: 'Agence des services frontaliers du Canada, communiqué du 7 mars 2026 (newswire.ca)\u00a0; Reuters, 1er août 2025, dans des copies de tiers' },
  },
  {
    key: 'cbsa-removals-2026', kind: 'target', number: 20_000, unit: 'removals', from: day('2026-04-01'), until: day('2027-03-31'), announcedBy: agency, announcedOn: day('2026-03-07'), series: removed, cases: 'CA',
    what: { en: 'Removals in fiscal year 2026–2027', fr: 'Renvois pendant l’exercice 2026-2027' },
    source: 'Canada Border Services Agency, release of 7 March 2026 (newswire.ca)',
    french: { announcedBy: agence, source: 'Agence des services frontaliers du Canada, communiqué du 7 mars 2026 (newswire.ca)' },
  },
  {
    key: 'cbsa-dollars-2025', kind: 'capacity', number: 30_400_000, unit: 'dollars', from: day('2025-04-01'), until: day('2027-03-31'), announcedBy: agency, announcedOn: day('2026-03-07'), series: '',
    what: { en: 'Canadian dollars set aside to reach 20,000 removals in each of two years', fr: 'Dollars canadiens prévus pour atteindre 20\u00a0000 renvois chacune des deux années' },
    source: 'Canada Border Services Agency, release of 7 March 2026 (newswire.ca)',
    french: { announcedBy: agence, source: 'Agence des services frontaliers du Canada, communiqué du 7 mars 2026 (newswire.ca)' },
  },
  {
    key: 'cbsa-investigators-2025', kind: 'capacity', number: 550, unit: 'staff', from: day('2025-04-01'), until: day('2026-03-31'), announcedBy: agency, series: '',
    what: { en: 'Inland investigators, about, as told in December 2025', fr: 'Enquêteurs dans les bureaux intérieurs, environ, selon ce qui a été dit en décembre 2025' },
    source: 'The Canadian Press, December 2025',
    french: { announcedBy: agence, source: 'La Presse canadienne, décembre 2025' },
  },
]
