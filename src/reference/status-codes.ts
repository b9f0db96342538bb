/**
 * Codes of ICAO Doc 9303 part 3 that stand where a nationality would and are none: they tell a person's status.
 * They never count as a country, and must never reach a home state.
 */
export const statusCodes = [
  'XXA', // stateless, 1954 Convention
  'XXB', // refugee, 1951 Convention and 1967 Protocol
  'XXC', // refugee otherwise
  'XXX', // unspecified or unknown
  'GBD', // British overseas territories citizen
  'GBN', // British national (overseas)
  'GBO', // British overseas citizen
  'GBP', // British protected person
  'GBS', // British subject
] as const

export type StatusCode = (typeof statusCodes)[number]

export function isStatusCode(code: string): code is StatusCode {
  return (statusCodes as readonly string[]).includes(code)
}

/**
 * Codes that Doc 9303 part 4, 4.4 prints at the beginning of a zone for a passport that tells its holder's status. No document with one
 * of them, and none of the codes above, is ever named to a home state: zones mark both, and what leaves is checked against both.
 */
export const statusDocumentCodes = [
  'PR', // refugee
  'PS', // stateless person
  'PT', // somebody who is no citizen of the issuing state
] as const

export function isStatusDocumentCode(code: string): boolean {
  return (statusDocumentCodes as readonly string[]).includes(code)
}
