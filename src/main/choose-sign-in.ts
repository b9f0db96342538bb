import type { Kysely } from 'kysely'
import { accept, type Result } from '../kernel/result.ts'
import { forbidDemonstration, letDemonstrate, type DemonstrationRefusal } from '../service/identity/demonstration.ts'
import type { SignInSettings } from '../service/identity/identity-services.ts'
import type { Tables } from '../store/tables.ts'
import type { SignInWish } from './sign-in-settings.ts'

/**
 * Who may sign in for this run, and how; undefined when nobody. Demonstration accounts are made where they may be, and shut out at every
 * other start. `owner` is the owner's connection, after the made-up cases were loaded.
 */
export async function chooseSignIn(owner: Kysely<Tables>, { mode, origin, provider, approval, ...whereabouts }: SignInWish): Promise<Result<SignInSettings | undefined, DemonstrationRefusal>> {
  if (mode === 'demonstration' || mode === 'demonstration-if-fictional') {
    const may = await letDemonstrate(owner, whereabouts)
    if (may.ok) return accept({ mode: 'demonstration', origin, ...(approval ? { approval } : {}) })
    if (mode === 'demonstration') return may
  }
  await forbidDemonstration(owner)
  return accept(mode === 'off' ? undefined : { mode: mode === 'provider' ? 'provider' : 'passkeys', origin, ...(provider ? { provider } : {}), ...(approval ? { approval } : {}) })
}
