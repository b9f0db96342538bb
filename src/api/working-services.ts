import type { CaseServices } from '../service/cases/case-services.ts'
import type { Roles } from '../service/database.ts'

/** What the API may ask for: the use-cases about cases, and who looked. `main` puts it together once. */
export type WorkingServices = Omit<CaseServices, 'roles'> & { readonly roles: Roles }
