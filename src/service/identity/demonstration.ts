import type { Kysely } from 'kysely'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { disableDemonstrationAccounts, findAccount, hasRealCases, makeDemonstrationAccounts } from '../../store/accounts.ts'
import type { Tables } from '../../store/tables.ts'
import { roles, type Role } from '../access/roles.ts'
import { beginSession } from './begin-session.ts'
import type { IdentityServices, SignInRefusal } from './identity-services.ts'
import { mayTry } from './limit-attempts.ts'

/** Why there can be no demonstration accounts here. */
export type DemonstrationRefusal = { readonly code: 'demonstration-not-here'; readonly because: 'not-loopback' | 'not-embedded' | 'real-cases' }

export type DemonstrationAccount = { readonly accountId: string; readonly handle: string; readonly displayName: string; readonly role: Role; /** What the form of the first page calls it. */ readonly as: string; /** Where there are several of a role. */ readonly number?: number }

export type Whereabouts = { readonly loopback: boolean; readonly embedded: boolean }

/**
 * One account for each role, and a second legal reviewer: changes of the law take two. The officer is called as one of the fictional
 * caseload's is, and so has cases of their own. The names are in both languages at once: they stand in records.
 */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...[
    ['officer', 'fictional-officer-1', 'Demonstration officer / Agent de démonstration'],
    ['legal-reviewer', 'demonstration-legal-reviewer', 'Demonstration legal reviewer / Réviseur juridique de démonstration'],
    ['analyst', 'demonstration-analyst', 'Demonstration analyst / Analyste de démonstration'],
    ['partner-liaison', 'demonstration-partner-liaison', 'Demonstration partner liaison / Liaison de démonstration'],
    ['disclosure-officer', 'demonstration-disclosure-officer', 'Demonstration disclosure officer / Agent de communication de démonstration'],
    ['auditor', 'demonstration-auditor', 'Demonstration auditor / Vérificateur de démonstration'],
    ['administrator', 'demonstration-administrator', 'Demonstration administrator / Administrateur de démonstration'],
  ].map(([role = '', handle = '', displayName = '']) => ({ role: role as Role, as: role, handle, displayName, accountId: `d3e00000-0000-4000-8000-00000000000${roles.indexOf(role as Role) + 1}` })),
  { role: 'legal-reviewer', as: 'legal-reviewer-2', number: 2, handle: 'demonstration-legal-reviewer-2', displayName: 'Demonstration legal reviewer 2 / Réviseur juridique de démonstration 2', accountId: 'd3e00000-0000-4000-8000-000000000008' },
]

/**
 * Makes the demonstration accounts where nothing is real: the server listens to this machine alone, the database is our own, and every
 * case in it is made up. Else refuses. `owner` is the owner's connection, as `atStart` of `openDatabase` hands it over.
 */
export async function letDemonstrate(owner: Kysely<Tables>, { loopback, embedded }: Whereabouts): Promise<Result<null, DemonstrationRefusal>> {
  return owner.transaction().execute(async (tx) => {
    const because = !loopback ? 'not-loopback' : !embedded ? 'not-embedded' : (await hasRealCases(tx)) ? 'real-cases' : undefined
    if (because !== undefined) return refuse({ code: 'demonstration-not-here', because } as const)
    await makeDemonstrationAccounts(tx, demonstrationAccounts.map(({ role, accountId, handle, displayName }) => ({ accountId, handle, displayName, language: 'en', roles: [role] })))
    return accept(null)
  })
}

/** Lets no demonstration account in, and signs out all that are: at every start that is no demonstration. */
export async function forbidDemonstration(owner: Kysely<Tables>): Promise<void> {
  await disableDemonstrationAccounts(owner)
}

/** Signs in as the demonstration account of a role; the token of the new session. */
export async function signInForDemonstration(services: IdentityServices, { role, address, agent }: { readonly role: string; readonly address: string; readonly agent: string }): Promise<Result<string, SignInRefusal>> {
  const chosen = demonstrationAccounts.find((account) => account.as === role)
  if (services.signIn.mode !== 'demonstration' || !chosen) return refuse({ code: 'not-recognised' })
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  return services.database.transaction().execute(async (tx) => {
    const account = await findAccount(tx, { accountId: chosen.accountId })
    // A real case may have come since the start.
    if (!account?.demonstration || account.disabledAt !== undefined || (await hasRealCases(tx))) return refuse({ code: 'not-recognised' } as const)
    return accept(await beginSession(tx, { accountId: account.accountId, recognised: 'demonstration', browser: agent }))
  })
}
