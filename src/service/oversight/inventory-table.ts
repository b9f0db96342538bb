import { inventories, type Inventory } from '../../casework/lists.ts'
import type { InventoryCount } from '../../store/oversight.ts'

/** A count, or that it is a small one, which is not shown. */
export type Shown = number | 'few'

export type InventoryRow = {
  /** `together`: countries with few cases, which are not shown apart. */
  readonly country: { readonly code: string } | 'not-known' | 'together'
  readonly cells: Readonly<Partial<Record<Inventory, Shown>>>
  /** Absent where small counts are kept back: they could be worked out from it. */
  readonly total?: number
}

export type InventoryTable = { readonly rows: readonly InventoryRow[]; readonly totals?: Readonly<Partial<Record<Inventory, number>>>; readonly total?: number; readonly guarded: boolean }

/** Fewer than so many are about somebody. */
export const fewest = 5

const open = inventories.filter((one) => one !== 'departed' && one !== 'closed')

/**
 * Open cases by country and inventory. `guarded`: for readers who reach no case. Counts from one to four are then not shown, and no totals
 * either; countries with fewer than five cases stand together, and not at all where all of them together have fewer than five, or where
 * one country alone would stand there.
 */
export function inventoryTable(counts: readonly InventoryCount[], guarded: boolean): InventoryTable {
  const countries = [...Map.groupBy(counts, ({ country }) => country ?? '')].map(([country, of]) => ({ country, of, total: sum(of) }))
  if (!guarded) return { guarded, rows: countries.map(({ country, of, total }) => ({ country: named(country), cells: cellsOf(of), total })), totals: cellsOf(counts), total: sum(counts) }
  const [large, small] = [countries.filter(({ total }) => total >= fewest), countries.filter(({ total }) => total < fewest)]
  const together = small.flatMap(({ of }) => of)
  const rows: InventoryRow[] = large.map(({ country, of }) => ({ country: named(country), cells: withoutFew(cellsOf(of)) }))
  if (small.length > 1 && sum(together) >= fewest) rows.push({ country: 'together', cells: withoutFew(cellsOf(together)) })
  return { guarded, rows }
}

function named(country: string): InventoryRow['country'] {
  return country === '' ? 'not-known' : { code: country }
}

function cellsOf(counts: readonly InventoryCount[]): Readonly<Partial<Record<Inventory, number>>> {
  return Object.fromEntries(open.map((inventory) => [inventory, sum(counts.filter((one) => one.inventory === inventory))]))
}

function withoutFew(cells: Readonly<Partial<Record<Inventory, number>>>): Readonly<Partial<Record<Inventory, Shown>>> {
  return Object.fromEntries(Object.entries(cells).map(([inventory, cases]) => [inventory, cases > 0 && cases < fewest ? 'few' : cases]))
}

function sum(counts: readonly InventoryCount[]): number {
  return counts.reduce((total, { cases }) => total + cases, 0)
}
