import { invariant } from '../kernel/invariant.ts'

/**
 * One spelling of plain data: keys in the order of their code units, undefined ones left out, no spaces.
 * As RFC 8785 for what law books hold (text, true and false, whole numbers); anything else is our bug.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return `{${entriesOf(value).map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`
  invariant(typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value), 'a law book holds something that has no single spelling', { type: typeof value })
  return JSON.stringify(value)
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, held]) => held !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
}
