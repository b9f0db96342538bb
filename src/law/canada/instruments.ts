import type { PlainDate } from '../../kernel/day.ts'
import type { Instrument, InstrumentList, Place } from '../instrument.ts'
import type { Bilingual, TextStatus } from '../rule.ts'

const checkedOn = '2026-11-22' as PlainDate
const reviewBy = '2027-02-22' as PlainDate

type Told = { readonly startsOn?: string; readonly knownInForceOn?: string; readonly endsOn?: string; readonly text: TextStatus; readonly source: string; readonly legalBasis?: string }

// What was read, and what was only told. Press lists name places and no legal basis; an end that nobody confirmed is left out.
const suspensions2009 = { knownInForceOn: '2009-07-23', text: 'unverified', source: 'cic.gc.ca notice of 23 July 2009, which names it as continuing; its start was not found' } as const
const lifted2009 = { endsOn: '2009-07-23', text: 'verified', source: 'cic.gc.ca notice of 23 July 2009, which lifts it' } as const
const pressList2025 = { knownInForceOn: '2025-06-23', text: 'unverified', source: 'press list of 23 June 2025 (cp24.com); its start and legal basis were not found', legalBasis: 'not stated' } as const

const somalia: Place = {
  country: 'SO', parts: ['Middle Shabelle', 'Afgoye', 'Mogadishu'],
  outside: ['Awdal', 'Bakool', 'Bari', 'Bay', 'Galguduud', 'Gedo', 'Hiran', 'Lower Juba', 'Middle Juba', 'Mudug', 'Nugaal', 'Sanaag', 'Sool', 'Togdheer', 'Woqooyi Galbeed'],
}
const gazaStrip: Place = { country: 'PS', parts: ['Gaza Strip'], outside: ['West Bank'] }

/**
 * Moratoria of Canada: temporary suspensions of removals and administrative deferrals of removals. Both rest on IRPR 230.
 * Lebanon and Israel appear twice because each was announced twice, and nobody said when the first ended.
 */
export const canadaInstruments: readonly Instrument[] = [
  suspension('af', { country: 'AF' }, 'Afghanistan', 'Afghanistan', suspensions2009),
  suspension('cd', { country: 'CD' }, 'Democratic Republic of the Congo', 'République démocratique du Congo', suspensions2009),
  suspension('iq', { country: 'IQ' }, 'Iraq', 'Irak', suspensions2009),
  // A notice of December 2014 lifts suspensions; which ones could not be read. Until somebody reads it, these two hold.
  suspension('ht', { country: 'HT' }, 'Haiti', 'Haïti', suspensions2009),
  suspension('zw', { country: 'ZW' }, 'Zimbabwe', 'Zimbabwe', suspensions2009),
  suspension('bi', { country: 'BI' }, 'Burundi', 'Burundi', lifted2009),
  suspension('rw', { country: 'RW' }, 'Rwanda', 'Rwanda', lifted2009),
  suspension('lr', { country: 'LR' }, 'Liberia', 'Libéria', lifted2009),
  deferral('bi', { country: 'BI' }, 'Burundi', 'Burundi', { startsOn: '2015-12-02', text: 'unverified', source: 'Canadian Council for Refugees, questions and answers on Burundi, which cite the government’s release', legalBasis: 'section 230 of the Regulations, as told' }),
  deferral('ht', { country: 'HT' }, 'Haiti', 'Haïti', { startsOn: '2016-10-13', text: 'unverified', source: 'notice of a law firm', legalBasis: 'not stated' }),
  deferral('ir', { country: 'IR' }, 'Iran', 'Iran', { startsOn: '2022-11-14', text: 'verified', source: 'Canada Border Services Agency, release of 20 June 2025 (newswire.ca 813419719)' }),
  deferral('sd', { country: 'SD' }, 'Sudan', 'Soudan', { startsOn: '2023-04-26', text: 'unverified', source: 'Canada Border Services Agency, release of 26 April 2023, in a copy (einpresswire.com 630299311)', legalBasis: 'not stated' }),
  deferral('il-2025', { country: 'IL' }, 'Israel', 'Israël', { startsOn: '2025-06-20', text: 'verified', source: 'Canada Border Services Agency, release of 20 June 2025 (newswire.ca 813419719); when it ended was not found' }),
  deferral('il-2026', { country: 'IL' }, 'Israel', 'Israël', { startsOn: '2026-03-07', text: 'verified', source: 'Canada Border Services Agency, release of 7 March 2026 (newswire.ca 899929539)' }),
  deferral('lb', { country: 'LB' }, 'Lebanon', 'Liban', pressList2025),
  deferral('lb-2026', { country: 'LB' }, 'Lebanon', 'Liban', { startsOn: '2026-03-07', text: 'verified', source: 'Canada Border Services Agency, release of 7 March 2026 (newswire.ca 899929539)' }),
  deferral('ua', { country: 'UA' }, 'Ukraine', 'Ukraine', pressList2025),
  deferral('sy', { country: 'SY' }, 'Syria', 'Syrie', pressList2025),
  deferral('ml', { country: 'ML' }, 'Mali', 'Mali', pressList2025),
  deferral('cf', { country: 'CF' }, 'Central African Republic', 'République centrafricaine', pressList2025),
  deferral('ss', { country: 'SS' }, 'South Sudan', 'Soudan du Sud', pressList2025),
  deferral('ly', { country: 'LY' }, 'Libya', 'Libye', pressList2025),
  deferral('ye', { country: 'YE' }, 'Yemen', 'Yémen', pressList2025),
  deferral('ve', { country: 'VE' }, 'Venezuela', 'Venezuela', pressList2025),
  deferral('ps-gaza', gazaStrip, 'the Gaza Strip', 'la bande de Gaza', pressList2025),
  deferral('so', somalia, 'parts of Somalia', 'certaines parties de la Somalie', pressList2025),
]

/**
 * How complete the moratoria are. The agency's own list of 2026 was not found: that no other place is under one rests on the press
 * list of June 2025 and the releases since. So it holds and never opens: a country that it does not name stays held until somebody
 * looked that country up (`ca-irpr-230-unlisted`), or until an operator who can read the agency's page makes this list `verified`
 * by an update of the law.
 */
export const canadaInstrumentLists: readonly InstrumentList[] = [
  { kind: 'moratorium', jurisdiction: 'CA', text: 'unverified', source: 'cic.gc.ca notices of 2009; press list of 23 June 2025; releases of 20 June 2025 and 7 March 2026', checkedOn, reviewBy },
]

function suspension(code: string, place: Place, en: string, fr: string, told: Told): Instrument {
  return moratorium(`ca-suspension-${code}`, place, { en: `Temporary suspension of removals: ${en}`, fr: `Suspension temporaire des renvois\u00a0: ${fr}` }, told)
}

function deferral(code: string, place: Place, en: string, fr: string, told: Told): Instrument {
  return moratorium(`ca-deferral-${code}`, place, { en: `Administrative deferral of removals: ${en}`, fr: `Sursis administratif aux renvois\u00a0: ${fr}` }, told)
}

function moratorium(code: string, place: Place, title: Bilingual, { startsOn, knownInForceOn, endsOn, text, source, legalBasis }: Told): Instrument {
  return {
    code, kind: 'moratorium', jurisdiction: 'CA', title, place, legalBasis: legalBasis ?? 'IRPR 230(1)', text, source, checkedOn, reviewBy,
    ...(startsOn === undefined ? {} : { startsOn: startsOn as PlainDate }),
    ...(knownInForceOn === undefined ? {} : { knownInForceOn: knownInForceOn as PlainDate }),
    ...(endsOn === undefined ? {} : { endsOn: { day: endsOn as PlainDate, text } }),
  }
}
