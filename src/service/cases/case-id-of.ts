import { sha256 } from '../../kernel/digest.ts'

/**
 * The id of the case that another system keeps under a reference (RFC 9562, version 8): the same row imported twice is one case.
 * Ids of requests, which others see, are never made like this.
 */
export function caseIdOf(system: string, reference: string): string {
  return idFrom(['comity-case', system, reference])
}

/** An id that follows from these words and is nothing else's. */
export function idFrom(words: readonly string[]): string {
  const digits = sha256(JSON.stringify(words))
  const variant = (8 + (Number.parseInt(digits[16] ?? '0', 16) % 4)).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
