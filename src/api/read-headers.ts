import type { IncomingHttpHeaders } from 'node:http'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isId } from '../service/cases/load-case-state.ts'
import { isPurpose, purposes, type Purpose } from '../service/work/purposes.ts'
import type { ApiRefusal } from './problem.ts'

/** The id of the command: the same again does nothing twice. */
export function readIdempotencyKey(headers: IncomingHttpHeaders): Result<string, ApiRefusal> {
  const given = headers['idempotency-key']
  if (given === undefined) return refuse({ code: 'header-missing', header: 'Idempotency-Key' })
  // The draft of the header (draft-ietf-httpapi-idempotency-key-header) writes it as a string in quotes; most programs send it without.
  const key = (typeof given === 'string' ? given : '').replace(/^"(.*)"$/, '$1').toLowerCase()
  return isId(key) ? accept(key) : refuse({ code: 'header-wrong', header: 'Idempotency-Key', example: '123e4567-e89b-42d3-a456-426614174000' })
}

/** The version of the case that was decided on (RFC 9110 section 13.1.1). A star would be a decision on whatever is there, and is refused. */
export function readVersion(headers: IncomingHttpHeaders): Result<number, ApiRefusal> {
  const given = headers['if-match']
  if (given === undefined) return refuse({ code: 'version-missing' })
  const [, digits] = /^"(\d{1,9})"$/.exec(given) ?? []
  return digits === undefined ? refuse({ code: 'header-wrong', header: 'If-Match', example: '"7"' }) : accept(Number(digits))
}

/** Why what is protected is read; none is undefined, and then it is left out. */
export function readPurpose(headers: IncomingHttpHeaders): Result<Purpose | undefined, ApiRefusal> {
  const given = headers['comity-purpose']
  if (given === undefined) return accept(undefined)
  return typeof given === 'string' && isPurpose(given) ? accept(given) : refuse({ code: 'purpose-unknown', allowed: purposes })
}
