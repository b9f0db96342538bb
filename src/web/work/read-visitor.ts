import type { FastifyRequest } from 'fastify'
import { readSession } from '../../service/identity/read-session.ts'
import { addressOfRequest } from '../answer.ts'
import { readCookie } from './cookies.ts'
import type { Visitor } from './visitor.ts'
import type { WorkServices } from './work-services.ts'

/** Who asks, by the session's cookie and nothing else: session, account and roles are read anew for each request. */
export async function readVisitor(request: FastifyRequest, services: WorkServices): Promise<Visitor> {
  const token = readCookie(request, services.signIn.origin, 'session') ?? ''
  return { address: addressOfRequest(request), token, signedIn: token === '' ? undefined : await readSession(services, token) }
}
