import { sha256 } from '../../kernel/digest.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Instant } from '../../casework/fact-record.ts'
import type { PersonRecord } from '../../render/person-record.ts'
import { findCopyMade, writeAccess } from '../../store/access-log.ts'
import type { Language } from '../../text/language.ts'
import { exportPerson } from '../cases/export-person.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import type { Roles } from '../database.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { reachCase } from './reach-case.ts'

export type CopyServices = Omit<CaseServices, 'roles'> & { readonly roles: CaseServices['roles'] & Pick<Roles, 'auditor'> }

/** Why a copy of everything about a person is made: of the purposes for reading what is protected, those for which it leaves. */
export const copyPurposes = ['disclosure-request', 'complaint-or-court'] as const

export type CopyPurpose = (typeof copyPurposes)[number]

export type CopyMade = { readonly caseId: string; readonly receipt: string }

/** `changed`: something was recorded since, so that it would be another copy. */
export type CopyRefusal = { readonly code: 'no-copy' | 'changed' }

export const copyHours = 8

/**
 * Makes the copy of everything that is kept about one person, and a number for its receipt: nothing of it is shown yet. That it was made, by whom,
 * for which purpose, in which language and with which digest stands in the access log. Undefined: there is no such case.
 */
export async function makePersonCopy(services: CopyServices, signedIn: SignedIn, { caseId, purpose, language }: { readonly caseId: string; readonly purpose: CopyPurpose; readonly language: Language }): Promise<CopyMade | undefined> {
  const madeAt = services.clock.now()
  const record = await recordAt(services, signedIn, caseId, madeAt)
  if (!record) return undefined
  const receipt = receiptNumber(services.newId())
  const { accountId, handle, sessionId } = signedIn
  await writeAccess(services.database, { accountId, handle, sessionId, action: 'person.export', caseId, purpose, about: { receipt, digest: digestOf(record), language, madeAt } })
  return { caseId, receipt }
}

/** A copy that this session made, as long as it is the very same one. The look is written down before it is shown. */
export async function readPersonCopy(services: CopyServices, signedIn: SignedIn, { caseId, receipt }: CopyMade, shown: 'page' | 'html' | 'pdf'): Promise<Result<{ readonly record: PersonRecord; readonly language: Language }, CopyRefusal>> {
  const { accountId, handle, sessionId } = signedIn
  const made = isId(caseId) ? await findCopyMade(services.roles.auditor, { sessionId, caseId, receipt, hours: copyHours }) : undefined
  const { madeAt, digest, language } = made?.about ?? {}
  const record = typeof madeAt === 'string' ? await recordAt(services, signedIn, caseId, madeAt) : undefined
  if (!record) return refuse({ code: 'no-copy' })
  await writeAccess(services.database, { accountId, handle, sessionId, action: 'person.export', caseId, purpose: made?.purpose ?? null, about: { receipt, shown } })
  return digestOf(record) === digest ? accept({ record, language: language === 'fr' ? 'fr' : 'en' }) : refuse({ code: 'changed' })
}

/** The record as it is now, said to be made at a moment; undefined when there is no such case for this person. */
async function recordAt(services: CopyServices, signedIn: SignedIn, caseId: string, madeAt: Instant): Promise<PersonRecord | undefined> {
  const row = await services.database.transaction().execute((tx) => reachCase(tx, signedIn, 'person.export', caseId))
  const record = row && (await exportPerson({ ...services, clock: { ...services.clock, now: () => madeAt } }, row.caseId))
  return record?.ok ? record.value : undefined
}

function digestOf(record: PersonRecord): string {
  return sha256(JSON.stringify(record))
}

/** Twelve signs in groups of four, by chance: it says nothing of anybody. */
function receiptNumber(id: string): string {
  return (id.replaceAll('-', '').slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-')
}
