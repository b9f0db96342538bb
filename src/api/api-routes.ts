import type { ApiRoute } from './api-route.ts'
import { caseRoutes } from './case-routes.ts'
import { mergeRoutes } from './command-merge-routes.ts'
import { commandRoutes } from './command-routes.ts'

/** Every address of the API that takes a token. */
export const apiRoutes: readonly ApiRoute[] = [...caseRoutes, ...commandRoutes, ...mergeRoutes]
