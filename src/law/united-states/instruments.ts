import type { PlainDate } from '../../kernel/day.ts'
import type { Instrument, InstrumentList, Place } from '../instrument.ts'

const checkedOn = '2026-11-22' as PlainDate
const soon = '2026-12-22' as PlainDate
const reviewBy = '2027-02-22' as PlainDate
const agencyPage = 'USCIS page of 9 September 2026, as transcribed by others and read on 2 October 2026'
const statusKnownOn = '2026-10-02'

type Told = { readonly knownInForceOn?: string; readonly noticedEndOn?: string; readonly appliedEndOn?: string; readonly source: string; readonly reviewBy?: PlainDate }

/**
 * Temporary protected status, deferred enforced departure, and the policy on third countries.
 *
 * The day in a termination notice and the day that was applied differ by months where a court or an orderly transition stood between
 * them. Only the applied day can end anything, and every applied day here was read in a transcription: so each is `unverified` and
 * ends nothing until two people record it. Silence extends a designation by six months (8 USC 1254a(b)(3)(C)).
 */
export const unitedStatesInstruments: readonly Instrument[] = [
  designation('sv', 'SV', 'El Salvador', 'El Salvador', { knownInForceOn: statusKnownOn, noticedEndOn: '2026-09-09', source: `90 FR 5953; ${agencyPage}: protection continues until an announcement`, reviewBy: soon }),
  designation('lb', 'LB', 'Lebanon', 'Liban', { knownInForceOn: statusKnownOn, noticedEndOn: '2026-05-27', appliedEndOn: '2026-11-27', source: `91 FR 32069 (automatic extension); ${agencyPage}`, reviewBy: '2026-11-27' as PlainDate }),
  designation('sd', 'SD', 'Sudan', 'Soudan', { knownInForceOn: statusKnownOn, noticedEndOn: '2026-10-19', source: `90 FR 5944; ${agencyPage}; what was determined after 19 October 2026 is not known`, reviewBy: soon }),
  designation('ua', 'UA', 'Ukraine', 'Ukraine', { knownInForceOn: statusKnownOn, noticedEndOn: '2026-10-19', source: `90 FR 5936; ${agencyPage}; what was determined after 19 October 2026 is not known`, reviewBy: soon }),
  designation('ve-2023', 'VE', 'Venezuela (2023)', 'Venezuela (2023)', { noticedEndOn: '2025-04-02', appliedEndOn: '2025-10-03', source: `90 FR, document 2025-02294; ${agencyPage}` }),
  designation('ve-2021', 'VE', 'Venezuela (2021)', 'Venezuela (2021)', { appliedEndOn: '2025-11-07', source: `90 FR 43225; ${agencyPage}` }),
  designation('ht', 'HT', 'Haiti', 'Haïti', { noticedEndOn: '2026-02-03', appliedEndOn: '2026-07-27', source: `90 FR 54733; ${agencyPage}` }),
  designation('sy', 'SY', 'Syria', 'Syrie', { noticedEndOn: '2025-11-21', appliedEndOn: '2026-07-27', source: `90 FR 45398; ${agencyPage}` }),
  designation('ye', 'YE', 'Yemen', 'Yémen', { appliedEndOn: '2026-07-20', source: `91 FR 10402; ${agencyPage}` }),
  designation('ss', 'SS', 'South Sudan', 'Soudan du Sud', { noticedEndOn: '2026-01-05', appliedEndOn: '2026-08-07', source: `90 FR 50484; ${agencyPage}` }),
  designation('mm', 'MM', 'Burma', 'Birmanie', { noticedEndOn: '2026-01-26', appliedEndOn: '2026-08-07', source: `90 FR 53378; ${agencyPage}` }),
  designation('so', 'SO', 'Somalia', 'Somalie', { noticedEndOn: '2026-03-17', appliedEndOn: '2026-08-14', source: `91 FR 1547; ${agencyPage}` }),
  designation('et', 'ET', 'Ethiopia', 'Éthiopie', { noticedEndOn: '2026-02-13', appliedEndOn: '2026-08-18', source: `90 FR 58028; ${agencyPage}` }),
  designation('hn', 'HN', 'Honduras', 'Honduras', { appliedEndOn: '2025-09-08', source: `90 FR 30089; ${agencyPage}; National TPS Alliance v. Noem, stay of 9 February 2026 (9th Cir.)` }),
  designation('ni', 'NI', 'Nicaragua', 'Nicaragua', { appliedEndOn: '2025-09-08', source: `90 FR 30086; ${agencyPage}; same litigation` }),
  designation('np', 'NP', 'Nepal', 'Népal', { appliedEndOn: '2025-08-05', source: `90 FR 24151; ${agencyPage}; same litigation` }),
  designation('af', 'AF', 'Afghanistan', 'Afghanistan', { source: `${agencyPage}: listed as formerly designated, without a date` }),
  designation('cm', 'CM', 'Cameroon', 'Cameroun', { source: `${agencyPage}: listed as formerly designated, without a date` }),
  deferral('hk', { country: 'HK' }, 'Hong Kong', 'Hong Kong', 'memorandum of January 2025 (FR document 2025-01466); its end was not displayed'),
  // Residents of Hong Kong may be recorded as nationals of China.
  deferral('hk-cn', { country: 'CN', parts: ['Hong Kong'] }, 'Hong Kong', 'Hong Kong', 'memorandum of January 2025 (FR document 2025-01466); its end was not displayed'),
  deferral('lb', { country: 'LB' }, 'Lebanon', 'Liban', 'CRS RS20844, as of 31 March 2025; its end was not found'),
  deferral('lr', { country: 'LR' }, 'Liberia', 'Libéria', 'CRS RS20844, as of 31 March 2025; its end was not found'),
  deferral('ps', { country: 'PS' }, 'certain Palestinians', 'certains Palestiniens', 'CRS RS20844, which says that it lapsed on 13 August 2025', '2025-08-13'),
  {
    // It concerns any country that an order does not name; the place is the authority's own.
    code: 'us-third-country-policy-2025', kind: 'third-country-policy', jurisdiction: 'US', place: { country: 'US' },
    title: { en: 'Removal to a third country: notice (memoranda of 30 March and 9 July 2025)', fr: 'Renvoi vers un pays tiers\u00a0: avis (notes du 30 mars et du 9 juillet 2025)' },
    legalBasis: '8 USC 1231(b); set aside (D. Mass., 25 February 2026), that judgment stayed pending appeal (1st Cir., about 16 March 2026)',
    startsOn: '2025-03-30' as PlainDate, text: 'unverified', source: 'press of February and March 2026; nothing later was found', checkedOn, reviewBy: soon,
  },
]

/** How complete each kind is. None was read in a list of an authority’s own, so a nationality that is missing is unknown, not free. */
export const unitedStatesInstrumentLists: readonly InstrumentList[] = [
  { kind: 'tps', jurisdiction: 'US', text: 'unverified', source: agencyPage, checkedOn, reviewBy: soon },
  { kind: 'ded', jurisdiction: 'US', text: 'unverified', source: 'CRS RS20844, as of 31 March 2025; Federal Register abstracts of 2025', checkedOn, reviewBy: soon },
  { kind: 'third-country-policy', jurisdiction: 'US', text: 'unverified', source: 'press of February and March 2026', checkedOn, reviewBy: soon },
]

function designation(code: string, country: string, en: string, fr: string, { knownInForceOn, noticedEndOn, appliedEndOn, source, reviewBy: review = reviewBy }: Told): Instrument {
  return {
    code: `us-tps-${code}`, kind: 'tps', jurisdiction: 'US', place: { country }, legalBasis: '8 USC 1254a(b)',
    title: { en: `Temporary protected status: ${en}`, fr: `Statut de protection temporaire\u00a0: ${fr}` },
    ...(knownInForceOn === undefined ? {} : { knownInForceOn: knownInForceOn as PlainDate }),
    ...(noticedEndOn === undefined ? {} : { noticedEndOn: noticedEndOn as PlainDate }),
    ...(appliedEndOn === undefined ? {} : { endsOn: { day: appliedEndOn as PlainDate, text: 'unverified' } }),
    text: 'unverified', source, checkedOn, reviewBy: review,
  }
}

function deferral(code: string, place: Place, en: string, fr: string, source: string, endsOn?: string): Instrument {
  return {
    code: `us-ded-${code}`, kind: 'ded', jurisdiction: 'US', place, legalBasis: 'presidential memorandum',
    title: { en: `Deferred enforced departure: ${en}`, fr: `Report de l’exécution du renvoi\u00a0: ${fr}` },
    ...(endsOn === undefined ? {} : { endsOn: { day: endsOn as PlainDate, text: 'unverified' } }),
    text: 'unverified', source, checkedOn, reviewBy: soon,
  }
}
