import type { Attribution } from '../../src/cooperation/measurement.ts'

const ukTerms = {
  en: 'Contains public sector information licensed under the Open Government Licence v3.0. Added up by Comity to calendar years, and to fewer length bands.',
  fr: 'Contient des informations du secteur public sous Open Government Licence, version 3.0. Additionnées par Comity en années civiles et en tranches de durée moins nombreuses.',
}
const homeOffice = { en: 'Home Office, United Kingdom', fr: 'Home Office (ministère de l’Intérieur), Royaume-Uni' }
const cbsa = { en: 'Canada Border Services Agency', fr: 'Agence des services frontaliers du Canada' }

/** Whose figures the package carries, and on what terms, by the name of their files. */
export const attributions = {
  'us-ice-removals': {
    title: {
      en: 'Removals by US Immigration and Customs Enforcement, fiscal years 2016 and 2017',
      fr: 'Renvois par l’Immigration and Customs Enforcement des États-Unis, exercices 2016 et 2017',
    },
    publisher: {
      en: 'US Immigration and Customs Enforcement: fiscal year 2018 ERO report, appendix (counts of 2017), and release 2019-ICFO-53623, obtained by the University of Washington Center for Human Rights (all other figures)',
      fr: 'Immigration and Customs Enforcement des États-Unis\u00a0: rapport ERO de l’exercice 2018, annexe (nombres de 2017), et divulgation 2019-ICFO-53623, obtenue par le Center for Human Rights de l’Université de Washington (tous les autres chiffres)',
    },
    terms: {
      en: 'US government records, public domain. Counts of 2016 and shares were made by Comity and rounded to fives.',
      fr: 'Documents du gouvernement des États-Unis, domaine public. Les nombres de 2016 et les parts ont été établis par Comity et arrondis à des multiples de cinq.',
    },
    addresses: [],
  },
  'uk-returns': { title: { en: 'Returns from the United Kingdom, by type', fr: 'Retours depuis le Royaume-Uni, selon le type' }, publisher: homeOffice, terms: ukTerms, addresses: [] },
  'uk-detention': {
    title: { en: 'People leaving detention, and people in detention at the end of the year, United Kingdom', fr: 'Personnes sorties de détention, et personnes détenues à la fin de l’année, Royaume-Uni' },
    publisher: homeOffice,
    terms: ukTerms,
    addresses: [],
  },
  'eurostat-returns': {
    title: { en: 'Third-country nationals ordered to leave, and returned, 28 Member States of the European Union', fr: 'Ressortissants de pays tiers ayant reçu l’ordre de quitter le territoire, et renvoyés, 28 États membres de l’Union européenne' },
    publisher: { en: 'Eurostat (migr_eiord, migr_eirtn)', fr: 'Eurostat (migr_eiord, migr_eirtn)' },
    terms: { en: 'CC BY 4.0. Source: Eurostat. The rates were computed by Comity.', fr: 'CC BY 4.0. Source\u00a0: Eurostat. Les taux ont été calculés par Comity.' },
    addresses: [],
  },
  'cbsa-removals-1': {
    title: { en: 'Enforced removals from Canada, as first published', fr: 'Renvois exécutés du Canada, tels que publiés en premier' },
    publisher: cbsa,
    terms: { en: 'Figures published by the Government of Canada', fr: 'Chiffres publiés par le gouvernement du Canada' },
    addresses: [],
  },
  'cbsa-removals-2': {
    title: { en: 'Enforced removals from Canada, as later revised', fr: 'Renvois exécutés du Canada, tels que révisés ensuite' },
    publisher: cbsa,
    terms: { en: 'Figures published by the Government of Canada', fr: 'Chiffres publiés par le gouvernement du Canada' },
    addresses: [],
  },
  'cbsa-removals-quarters': {
    title: { en: 'Enforced removals from Canada by quarter, 2024 as later revised, 2025 as then published', fr: 'Renvois exécutés du Canada par trimestre, 2024 tel que révisé ensuite, 2025 tel que publié alors' },
    publisher: cbsa,
    terms: { en: 'Figures published by the Government of Canada', fr: 'Chiffres publiés par le gouvernement du Canada' },
    addresses: [],
  },
  'cbsa-removals-by-country': {
    title: { en: 'Enforced removals from Canada in 2024, by country, as reported', fr: 'Renvois exécutés du Canada en 2024, par pays, tels que rapportés' },
    publisher: { en: 'Canada Border Services Agency, as reported by Black Canadian Media', fr: 'Agence des services frontaliers du Canada, selon Black Canadian Media' },
    terms: { en: 'Facts reported at the address given; part of the countries only', fr: 'Faits rapportés à l’adresse indiquée\u00a0; une partie des pays seulement' },
    addresses: ['https://blackcanadianmedia.ca/about-half-a-million-foreign-nationals-awaiting-removal-amid-the-rise-in-deportations-from-canada-in-2024'],
  },
} satisfies Record<string, Attribution>

export type SourceName = keyof typeof attributions
