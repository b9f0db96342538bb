import type { Instant } from '../../casework/fact-record.ts'
import { inventories, type Inventory } from '../../casework/lists.ts'
import { writeAccess } from '../../store/access-log.ts'
import { countOpenCases, type InventoryCount } from '../../store/oversight.ts'
import { reachOf } from '../access/permissions.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { inventoryTable, type InventoryTable } from './inventory-table.ts'

export const openInventories: readonly Inventory[] = inventories.filter((one) => one !== 'departed' && one !== 'closed')

export type InventoriesRead = { readonly asOf: Instant; readonly real: InventoryTable; readonly fictional: InventoryTable }

/** Counts are good for a minute: with a large caseload each one reads every open case. When they were counted is said. */
const keptMilliseconds = 60_000

/** How many open cases stand in each inventory, by country; small counts are kept from whoever reaches no case. Never by officer. */
export async function readInventories(services: CaseServices, { accountId, handle, sessionId, roles }: SignedIn): Promise<InventoriesRead> {
  await writeAccess(services.database, { accountId, handle, sessionId, action: 'inventories.read' })
  const { asOf, counts } = await countedLately(services)
  const guarded = reachOf(roles, 'case.read') === undefined
  const of = (fictional: boolean) => inventoryTable(counts.filter((one) => one.fictional === fictional), guarded)
  return { asOf, real: of(false), fictional: of(true) }
}

type Counted = { readonly asOf: Instant; readonly counts: readonly InventoryCount[] }

const lately = new WeakMap<object, Counted>()

async function countedLately({ database, clock }: CaseServices): Promise<Counted> {
  const known = lately.get(database)
  const now = clock.now()
  if (known && Date.parse(now) - Date.parse(known.asOf) < keptMilliseconds) return known
  const counted: Counted = { asOf: now, counts: await countOpenCases(database) }
  lately.set(database, counted)
  return counted
}
