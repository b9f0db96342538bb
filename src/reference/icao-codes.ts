/** Code in a machine-readable zone, then what it stands for: an organization, a country under another code of ours, or nobody at all. */
export type IcaoCodeRow = readonly [code: string, standsFor: 'country' | 'organization' | 'specimen' | 'withdrawn', country: string]

/**
 * Codes that ICAO Doc 9303 part 3, section 5 (eighth edition) uses beside ISO 3166-1, without those that tell a person's status
 * (`status-codes.ts`). The country is Comity's own code where a country is meant, else empty.
 */
export const icaoCodes: readonly IcaoCodeRow[] = [
  ['D', 'country', 'DEU'],
  ['EUE', 'organization', ''], // European Union
  ['IAO', 'organization', ''], // ICAO, for master lists
  ['RKS', 'country', 'XKX'], // Kosovo, as its own documents say
  ['UNA', 'organization', ''], // a specialized agency of the United Nations
  ['UNK', 'organization', ''], // residents of Kosovo, by the United Nations mission
  ['UNO', 'organization', ''], // United Nations
  ['UTO', 'specimen', ''], // Utopia: specimens only
  ['XBA', 'organization', ''], // African Development Bank
  ['XCC', 'organization', ''], // Caribbean Community
  ['XCE', 'organization', ''], // Council of Europe
  ['XCO', 'organization', ''], // Common Market for Eastern and Southern Africa
  ['XDC', 'organization', ''], // Southern African Development Community
  ['XEC', 'organization', ''], // Economic Community of West African States
  ['XES', 'organization', ''], // Organization of Eastern Caribbean States
  ['XIM', 'organization', ''], // African Export-Import Bank
  ['XMP', 'organization', ''], // Parliamentary Assembly of the Mediterranean
  ['XOM', 'organization', ''], // Sovereign Military Order of Malta
  ['XPO', 'organization', ''], // Interpol
  ['ANT', 'withdrawn', 'ANT'], // Netherlands Antilles
  ['NTZ', 'withdrawn', 'NTZ'], // Neutral Zone
]
