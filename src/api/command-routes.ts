import type { Command } from '../casework/command.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { TokenBearer } from '../service/access/read-token.ts'
import { idFrom } from '../service/cases/case-id-of.ts'
import { submitCommand, type Submission } from '../service/work/submit-command.ts'
import type { ApiAnswer, ApiRequest, ApiRoute } from './api-route.ts'
import { bearer as bearerSchema, done, proposed } from './case-schema.ts'
import { everyCommandSchema, openingSchema } from './command-schema.ts'
import type { ApiRefusal } from './problem.ts'
import { readIdempotencyKey, readVersion } from './read-headers.ts'
import type { WorkingServices } from './working-services.ts'

/** Recording: opening a case, and every command of one; and who the bearer is. */
export const commandRoutes: readonly ApiRoute[] = [
  {
    method: 'POST', path: '/cases', action: 'case.open', summary: 'Open a case', description: 'The case is in the hands of whoever opens it. Its id follows from the Idempotency-Key, so that the same request again opens no second one.',
    body: openingSchema(), headers: ['Idempotency-Key'], answers: { 201: done }, problems: [409, 422], answer: openCase,
  },
  {
    method: 'POST', path: '/cases/:caseId/commands', action: 'case.change', summary: 'Record something in a case, or take a step', description: 'One command, told apart by its kind. Casework decides: a held gate, an impossible day or a case that has moved on is a problem, and nothing is done. What takes two people is proposed (202), and happens when a second person agrees. Records of one person are merged by addresses of their own, and what an agreement requires besides the identity is not sent from here.',
    body: everyCommandSchema(), bodyIs: 'command', headers: ['Idempotency-Key', 'If-Match'], answers: { 200: done, 202: proposed }, problems: [409, 412, 422, 428], answer: runInCase,
  },
  {
    method: 'GET', path: '/me', action: 'own-account', summary: 'Who the bearer of the token is', description: 'With the roles of this moment.', answers: { 200: bearerSchema }, problems: [],
    answer: async (_services, { bearer }) => accept({ status: 200, body: { handle: bearer.handle, displayName: bearer.displayName, roles: [...bearer.roles], demonstration: bearer.demonstration, tokenEndsAt: bearer.endsAt } }),
  },
]

async function openCase(services: WorkingServices, { bearer, headers, body }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const key = readIdempotencyKey(headers)
  if (!key.ok) return key
  const caseId = idFrom(['comity-api-case', bearer.accountId, key.value])
  return submit(services, bearer, { caseId, command: { kind: 'open-case', ...(body as object) } as Command, commandId: key.value, version: 0 }, 201)
}

async function runInCase(services: WorkingServices, { bearer, parameters, headers, body }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const key = readIdempotencyKey(headers)
  if (!key.ok) return key
  const version = readVersion(headers)
  if (!version.ok) return version
  return submit(services, bearer, { caseId: parameters['caseId'] ?? '', command: body as Command, commandId: key.value, version: version.value }, 200)
}

/** The same request again gives the same answer: the versions are those after the command, and not the case's newest. */
async function submit(services: WorkingServices, bearer: TokenBearer, asked: Submission, status: 200 | 201): Promise<Result<ApiAnswer, ApiRefusal>> {
  const submitted = await submitCommand(services, bearer, asked)
  if (!submitted.ok) return refuse(submitted.refusal)
  const { caseId } = asked
  const location = `/api/v1/cases/${caseId}`
  if (submitted.value.kind === 'proposed') return accept({ status: 202, body: { caseId, proposalId: submitted.value.proposalId } })
  const { firstSequence, lastSequence, repeated } = submitted.value.appended
  // Opening also puts the case into somebody's hands: both are what this request did.
  const began = status === 201 ? 1 : firstSequence
  return accept({ status, body: { caseId, version: lastSequence, firstSequence: began, lastSequence }, version: lastSequence, replayed: repeated, ...(status === 201 ? { location } : {}) })
}
