import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countFiles } from './count-files.ts'
import type { TableTally } from './tally.ts'

const folder = '../shared/data'

async function tableOf(...names: readonly string[]): Promise<TableTally> {
  const counted = await countFiles(names.map((name) => `${folder}/${name}`), {})
  if (!counted.ok || counted.value.kind !== 'table') throw new Error(JSON.stringify(counted))
  return counted.value
}

function valueOf({ cells }: TableTally, wanted: { country: string; area: string; period: string; outcome: string }): number | null | undefined {
  return cells.find((cell) => cell.country === wanted.country && cell.area === wanted.area && cell.period === wanted.period && cell.outcome === wanted.outcome)?.value
}

describe.skipIf(!existsSync(folder))('tables that offices published (left out where the files are not there)', () => {
  test('Eurostat ordered 493,785 people to leave the 28 in 2016 and 470,080 in 2014', async () => {
    const orders = await tableOf('eurostat/migr_eiord_1_Data.csv')
    const of = (period: string) => valueOf(orders, { country: 'all', area: 'EU28', period, outcome: 'ordered' })
    expect([of('2016'), of('2014')]).toEqual([493_785, 470_080])
  })

  test('Eurostat counted 226,150 returns to third countries in 2016, and 196,280 of all kinds in 2014', async () => {
    const returns = await tableOf('eurostat/migr_eirtn_1_Data.csv')
    expect(valueOf(returns, { country: 'all', area: 'EU28', period: '2016', outcome: 'returned_to_third_country' })).toBe(226_150)
    expect(valueOf(returns, { country: 'all', area: 'EU28', period: '2014', outcome: 'returned' })).toBe(196_280)
  })

  test('every citizenship of the Eurostat files in Latin letters with accents is known', async () => {
    const orders = await tableOf('eurostat/migr_eiord_Data_allcitizens.csv.gz')
    expect(orders.reconciliation.quarantined).toEqual([])
    expect(valueOf(orders, { country: 'GIN', area: 'EU28', period: '2016', outcome: 'ordered' })).toBe(5_565)
  })

  test('totals that stand in both of two files are not added together', async () => {
    const orders = await tableOf('eurostat/migr_eiord_Data_allcitizens.csv.gz', 'eurostat/migr_eiord_1_Data.csv')
    expect(valueOf(orders, { country: 'all', area: 'EU28', period: '2016', outcome: 'ordered' })).toBe(493_785)
    expect(orders.reconciliation.quarantined).toEqual([{ reason: 'repeated-cell', rows: 165 }])
  })

  test('the United Kingdom returned 6,393 people by force in 2023, 19,253 left by themselves, 24,587 were refused entry', async () => {
    const returns = await tableOf('uk-home-office/returns.csv.gz')
    const in2023 = returns.cells.filter(({ period }) => period.startsWith('2023'))
    const of = (outcome: string) => in2023.filter((cell) => cell.outcome === outcome).reduce((sum, cell) => sum + (cell.value ?? 0), 0)
    expect([of('enforced'), of('voluntary'), of('refused_entry')]).toEqual([6_393, 19_253, 24_587])
    expect(returns.reconciliation).toMatchObject({ rowsRead: 240_074, rowsUsed: 240_074, quarantined: [] })
  })

  test('people leaving detention come in length bands, and all rows are used', async () => {
    const leavers = await tableOf('uk-home-office/people_leaving_detention.csv.gz')
    expect(leavers.reconciliation).toMatchObject({ rowsRead: 106_906, rowsUsed: 106_906 })
    expect(new Set(leavers.cells.map(({ outcome }) => outcome))).toEqual(new Set(['returned', 'bailed', 'granted', 'other']))
    expect(new Set(leavers.cells.map(({ band }) => band?.fromDay)).size).toBe(14)
  })

  test('the regions of Canada add up to the total from 2019 to 2024', async () => {
    const removals = await tableOf('canada-cbsa/cbsa_enforced_removals_by_region_calendar_year.csv')
    for (const period of ['2019', '2020', '2021', '2022', '2023', '2024']) {
      const parts = removals.cells.filter((cell) => cell.period === period && cell.area !== '')
      expect(parts.reduce((sum, cell) => sum + (cell.value ?? 0), 0)).toBe(valueOf(removals, { country: 'all', area: '', period, outcome: 'removed' }))
    }
  })

  test('two editions of the Canadian counts stand beside each other', async () => {
    const removals = await tableOf('canada-cbsa/cbsa_enforced_removals_by_region_earlier_vintage.csv')
    expect(removals.cells.filter(({ period }) => period === '2024').map(({ value }) => value)).toEqual([16_860, 17_357])
  })
})
