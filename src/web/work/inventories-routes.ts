import { readInventories } from '../../service/oversight/read-inventories.ts'
import { inventoriesPage } from './inventories-page.ts'
import { oversightWords } from './oversight-words.ts'
import type { WorkRoute } from './work-route.ts'

const { en, fr } = oversightWords

export const inventoriesRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/inventories', action: 'inventories.read', group: 'countries', name: { en: en.inventories.name, fr: fr.inventories.name }, answer: async (services, request) => inventoriesPage(request, await readInventories(services, request.signedIn), services.clock.timeZone ?? 'UTC') },
]
