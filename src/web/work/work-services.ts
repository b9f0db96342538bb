import type { CaseServices } from '../../service/cases/case-services.ts'
import type { Roles } from '../../service/database.ts'
import type { ProductionSettings } from '../../service/documents/layout-package.ts'
import type { IdentityServices } from '../../service/identity/identity-services.ts'

/** What the pages under `/work` may ask for: who people are, and the use-cases about cases. `main` puts it together once. */
export type WorkServices = Omit<CaseServices, 'roles'> & IdentityServices & { readonly roles: Roles; /** What an authority brought for real travel documents. */ readonly production?: ProductionSettings }
