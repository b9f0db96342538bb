import { caseRoutes } from './case-routes.ts'
import { ownRoutes } from './own-routes.ts'
import type { WorkRoute } from './work-route.ts'

/** Every page for people who are signed in, but the first one. */
export const workRoutes: readonly WorkRoute[] = [...caseRoutes, ...ownRoutes]
