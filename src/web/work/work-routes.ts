import { approvalLawRoutes } from './approval-law-routes.ts'
import { approvalRoutes } from './approval-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { breakGlassRoutes } from './break-glass-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { commitmentRoutes } from './commitment-routes.ts'
import { countryRoutes } from './country-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { inventoriesRoutes } from './inventories-routes.ts'
import { oversightRoutes } from './oversight-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { packetRoutes } from './packet-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { travelDocumentRoutes } from './travel-document-routes.ts'
import type { WorkRoute } from './work-route.ts'

/** Every page for people who are signed in, but the first one. */
export const workRoutes: readonly WorkRoute[] = [...caseRoutes, ...approvalRoutes, ...approvalLawRoutes, ...recordRoutes, ...breakGlassRoutes, ...packetRoutes, ...travelDocumentRoutes, ...exportRoutes, ...auditRoutes, ...inventoriesRoutes, ...oversightRoutes, ...countryRoutes, ...commitmentRoutes, ...adminRoutes, ...ownRoutes]
