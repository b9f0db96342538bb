import { findDay } from '../kernel/day.ts'
import { isId } from '../service/cases/load-case-state.ts'
import type { Place } from '../store/worklist.ts'

/** Where a list goes on, as an address carries it. Nothing secret stands in it, and nothing but a place can be read from it. */
export function writePlace({ day, caseId }: Place): string {
  return Buffer.from(`${day} ${caseId}`).toString('base64url')
}

/** Undefined for what no list has given out. */
export function readPlace(text: string): Place | undefined {
  const [day = '', caseId = '', ...rest] = Buffer.from(text, 'base64url').toString().split(' ')
  return rest.length === 0 && isId(caseId) && (day === 'infinity' || findDay(day)) ? { day, caseId } : undefined
}
