import { Type } from 'typebox'
import { findDay } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { MergeAct } from '../service/approvals/look-at-merge.ts'
import { submitMerge } from '../service/work/submit-merge.ts'
import type { ApiAnswer, ApiRequest, ApiRoute } from './api-route.ts'
import { merged, proposed } from './case-schema.ts'
import type { ApiRefusal } from './problem.ts'
import { readIdempotencyKey, readVersion } from './read-headers.ts'
import type { WorkingServices } from './working-services.ts'

const body = Type.Object({
  duplicate: Type.String({ format: 'uuid', description: 'The other case' }), duplicateVersion: Type.Integer({ minimum: 0, maximum: 999_999_999, description: 'The version of the other case that was decided on' }),
  on: Type.String({ format: 'date', description: 'Since when it is known' }), reason: Type.String(),
}, { additionalProperties: false })

const common = { method: 'POST', action: 'case.change', body, headers: ['Idempotency-Key', 'If-Match'], answers: { 200: merged, 202: proposed }, problems: [409, 412, 422, 428] } as const

/** Two records of one person: brought together, or parted again. */
export const mergeRoutes: readonly ApiRoute[] = [
  {
    ...common, path: '/cases/:caseId/merge', summary: 'Bring another record of the same person into this case', answer: (services, request) => run(services, request, 'merge'),
    description: 'This case stays and takes over facts, nationalities and findings of risk; the other one is closed to work. Both must be in the bearer’s hands: one that is not, and one that there is not, are the same 404. Both or neither: a held or impossible part is a problem, and nothing is done. Where it lets go of something that holds a step, it is proposed (202), and happens when a second person agrees.',
  },
  {
    ...common, path: '/cases/:caseId/unmerge', summary: 'Part two records that were brought together', answer: (services, request) => run(services, request, 'unmerge'),
    description: 'This case stays and gives back what it took over; the other one is worked on again. Where one of the two would not hold what this case holds, it is proposed (202), and happens when a second person agrees.',
  },
]

async function run(services: WorkingServices, { bearer, parameters: { caseId = '' }, headers, body: given }: ApiRequest, kind: MergeAct['kind']): Promise<Result<ApiAnswer, ApiRefusal>> {
  const key = readIdempotencyKey(headers)
  if (!key.ok) return key
  const version = readVersion(headers)
  if (!version.ok) return version
  const { duplicate, duplicateVersion, on, reason } = given as { readonly duplicate: string; readonly duplicateVersion: number; readonly on: string; readonly reason: string }
  const day = findDay(on)
  if (day === undefined) return refuse({ code: 'impossible-day', field: 'on', value: on })
  const submitted = await submitMerge(services, bearer, { act: { kind, stays: caseId, duplicate: duplicate.toLowerCase(), on: day, reason }, mergeId: key.value, versions: { stays: version.value, duplicate: duplicateVersion } })
  if (!submitted.ok) return submitted
  if (submitted.value.kind === 'proposed') return accept({ status: 202, body: { caseId, proposalId: submitted.value.proposalId } })
  const { versions } = submitted.value
  return accept({ status: 200, body: { caseId, version: versions.stays, duplicate: duplicate.toLowerCase(), duplicateVersion: versions.duplicate }, version: versions.stays })
}
