import type { CaseRefusal } from './refusal.ts'

/** Refuses a text of nothing but spaces. */
export function checkFilled(field: string, value: string): CaseRefusal | undefined {
  return value.trim() === '' ? { code: 'empty-field', field } : undefined
}

/** Refuses what nobody could look up. */
export function checkSource(source: string): CaseRefusal | undefined {
  return source.trim() === '' ? { code: 'no-source' } : undefined
}

/** Refuses what is not in a closed list; commands come from files and forms, where types do not reach. */
export function checkListed(field: string, value: string, list: readonly string[]): CaseRefusal | undefined {
  return list.includes(value) ? undefined : { code: 'not-in-list', field, value, allowed: list }
}

/** Refuses an id that already names something of the same kind. */
export function checkNewId(id: string, used: readonly string[]): CaseRefusal | undefined {
  return checkFilled('id', id) ?? (used.includes(id) ? { code: 'id-in-use', id } : undefined)
}

/** The first refusal of several checks, in their order. */
export function firstOf(...checks: readonly (CaseRefusal | undefined)[]): CaseRefusal | undefined {
  return checks.find((check) => check !== undefined)
}
