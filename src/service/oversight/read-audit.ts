import { findDay, type PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeAccess, type KeptAccess } from '../../store/access-log.ts'
import { findAccess, isHandle, type AccessChoice } from '../../store/access-search.ts'
import type { BrokenGlass } from '../../store/break-glass.ts'
import { actions } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { ReadServices } from '../work/read-case-page.ts'

/** What an auditor typed to narrow the list. */
export type AuditAsked = Readonly<Record<'account' | 'caseId' | 'action' | 'from' | 'until', string>>

export type AuditFault = { readonly code: 'account' | 'caseId' | 'from' | 'until' | 'order'; readonly field: keyof AuditAsked }

export type AuditPage = { readonly looks: readonly KeptAccess[]; /** Where older ones begin. */ readonly older?: number }

export const auditPageSize = 50

/** What stands in the log besides the actions of permissions.ts. */
export const loggedActions: readonly string[] = [...actions, 'oversight.read', 'oversight.check']

/** Who looked at what. That this was looked at is written down first, with what was asked. */
export async function readAudit(services: ReadServices, signedIn: SignedIn, asked: AuditAsked, before?: number): Promise<Result<AuditPage, AuditFault>> {
  const choice = await readAuditChoice(services, asked)
  if (!choice.ok) return choice
  const timeZone = services.clock.timeZone ?? 'UTC'
  await writeAuditLook(services, signedIn, choice.value)
  const found = await findAccess(services.roles.auditor, { ...choice.value, timeZone, ...(before === undefined ? {} : { before }), limit: auditPageSize + 1 })
  const looks = found.slice(0, auditPageSize)
  const last = looks.at(-1)
  return accept({ looks, ...(found.length > auditPageSize && last ? { older: last.entry } : {}) })
}

/** What was typed, as the store asks it; the first thing that cannot be meant is said. */
export async function readAuditChoice({ roles: { auditor } }: Pick<ReadServices, 'roles'>, { account, caseId, action, from, until }: AuditAsked): Promise<Result<AccessChoice, AuditFault>> {
  if (account !== '' && !(await isHandle(auditor, account))) return refuse({ code: 'account', field: 'account' })
  if (caseId !== '' && !isId(caseId)) return refuse({ code: 'caseId', field: 'caseId' })
  if (from !== '' && !findDay(from)) return refuse({ code: 'from', field: 'from' })
  if (until !== '' && !findDay(until)) return refuse({ code: 'until', field: 'until' })
  if (from !== '' && until !== '' && until < from) return refuse({ code: 'order', field: 'until' })
  return accept({
    ...(account === '' ? {} : { handle: account }), ...(caseId === '' ? {} : { caseId }), ...(loggedActions.includes(action) ? { action } : {}),
    ...(from === '' ? {} : { from: from as PlainDate }), ...(until === '' ? {} : { until: until as PlainDate }),
  })
}

/** What an auditor looked for is no secret of theirs: it stands in the log that they read. */
async function writeAuditLook({ database }: ReadServices, { accountId, handle, sessionId }: SignedIn, { handle: account, caseId, action, from, until }: AccessChoice) {
  const about = { ...(account === undefined ? {} : { account }), ...(action === undefined ? {} : { action }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
  await writeAccess(database, { accountId, handle, sessionId, action: 'audit.read', about, ...(caseId === undefined ? {} : { caseId }) })
}

/** What somebody looked at in the hour for which they broke glass, in that case; the look at it is written down first. */
export async function readLooksUnderGlass({ database, roles: { auditor } }: ReadServices, { accountId, handle, sessionId }: SignedIn, act: BrokenGlass): Promise<readonly KeptAccess[]> {
  await writeAccess(database, { accountId, handle, sessionId, action: 'case.see-who-looked', caseId: act.caseId })
  const looks = await findAccess(auditor, { handle: act.handle, caseId: act.caseId, timeZone: 'UTC', limit: 200 })
  return looks.filter(({ happenedAt }) => happenedAt >= act.brokenAt && happenedAt <= act.endsAt)
}
