import type { Cell, Counts } from '../statistics/counts.ts'
import type { Counter } from './counter.ts'
import { periodName } from './period.ts'
import type { PeriodRule, Stratum } from './profile.ts'
import { periodsPerPlace, type RowPlan, stratumJoin } from './row-plan.ts'
import type { DurationGroup, DurationTally } from './tally.ts'

/** The counts by country, stratum and clock; each country also taken over all its strata, as the stratum ''. */
export function groupsOf(counter: Counter, plan: RowPlan, strata: readonly Stratum[]): DurationGroup[] {
  const numbers = new Map<string, { country: string; stratum: string; clock: string; groups: number[] }>()
  const stratumCount = Math.max(1, plan.values.strata.length)
  plan.values.countries.forEach(({ country }, spelling) => plan.clocks.forEach((clock, clockIndex) => {
    for (let stratumIndex = 0; stratumIndex < stratumCount; stratumIndex++) {
      const group = (spelling * plan.clocks.length + clockIndex) * stratumCount + stratumIndex
      if (!hasRows(counter, plan, group)) continue
      const label = stratumLabel(plan.values.strata[stratumIndex], strata)
      for (const stratum of label === '' ? [''] : ['', label]) {
        const name = [country, stratum, clock].join(stratumJoin)
        const known = numbers.get(name)
        if (known) known.groups.push(group)
        else numbers.set(name, { country, stratum, clock, groups: [group] })
      }
    }
  }))
  return [...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { country, stratum, clock, groups }]) => groupOf(counter, plan, country, stratum, clock, groups))
}

function hasRows(counter: Counter, plan: RowPlan, group: number): boolean {
  const events = plan.outcomes.length + 1
  return Array.from({ length: events }, (_, event) => counter.exits.of(group * events + event)).some((margin) => margin !== undefined)
}

/** `disposition=REINST`, or `area=…;disposition=…` when more than one was asked for. */
function stratumLabel(values: string | undefined, strata: readonly Stratum[]): string {
  if (values === undefined) return ''
  return values.split(stratumJoin).map((value, index) => `${strata[index] ?? ''}=${value}`).join(';')
}

function groupOf(counter: Counter, plan: RowPlan, country: string, stratum: string, clock: string, groups: readonly number[]): DurationGroup {
  const events = plan.outcomes.length + 1
  const exits = Array.from({ length: events }, (_, event) => groups.flatMap((group) => counter.exits.of(group * events + event) ?? []))
  const horizonDays = exits.flat().reduce((last, margin) => Math.max(last, lastDayOf(margin)), 0)
  const summed = exits.map((margins) => sumOf(margins, horizonDays))
  const entries = sumOf(groups.flatMap((group) => counter.entries.of(group) ?? []), horizonDays)
  const rows = summed.reduce((sum, margin) => sum + totalOf(margin), 0)
  entries[0] = rows - totalOf(entries)
  const cells = counter.joint.size === 0 ? undefined : cellsOf(counter, groups)
  const counts: Counts = { horizonDays, entries, exits: summed, ...(cells === undefined ? {} : { cells }) }
  return { country, stratum, clock, requests: rows - groups.reduce((sum, group) => sum + (counter.later.get(group) ?? 0), 0), counts }
}

function lastDayOf(margin: Uint32Array): number {
  let day = margin.length - 1
  while (day > 0 && margin[day] === 0) day--
  return day
}

function sumOf(margins: readonly Uint32Array[], horizonDays: number): Uint32Array {
  const sum = new Uint32Array(horizonDays + 1)
  for (const margin of margins) {
    const last = Math.min(margin.length - 1, horizonDays)
    for (let day = 0; day <= last; day++) sum[day] = (sum[day] as number) + (margin[day] as number)
  }
  return sum
}

function totalOf(margin: Uint32Array): number {
  let total = 0
  for (let day = 0; day < margin.length; day++) total += margin[day] as number
  return total
}

/** In a fixed order, with clusters numbered from 1 within the group: the same file gives the same cells, in whatever order it was read. */
function cellsOf(counter: Counter, groups: readonly number[]): Cell[] {
  const joint = groups.flatMap((group) => [...(counter.joint.get(group)?.values() ?? [])])
  const clusters = [...new Set(joint.map((cell) => cell.cluster))].filter((cluster) => cluster !== 0).toSorted((a, b) => a - b)
  const number = new Map(clusters.map((cluster, index) => [cluster, index + 1]))
  return joint
    .toSorted((a, b) => a.entryDay - b.entryDay || a.exitDay - b.exitDay || a.event - b.event || a.cluster - b.cluster)
    .map(({ cluster, ...cell }) => (cluster === 0 ? cell : { ...cell, cluster: number.get(cluster) ?? 0 }))
}

export function periodsOf(counter: Counter, plan: RowPlan, rule: PeriodRule): DurationTally['byPeriod'] {
  const rows = new Map<string, { country: string; period: string; rows: number }>()
  const spellings = [...plan.values.countries, ...plan.values.countOnly]
  counter.places.forEach((count, place) => {
    if (count === 0) return
    const country = spellings[Math.floor(place / periodsPerPlace)]?.country ?? ''
    const period = periodName(place % periodsPerPlace, rule)
    const known = rows.get(`${country}/${period}`) ?? { country, period, rows: 0 }
    rows.set(`${country}/${period}`, { country, period, rows: known.rows + count })
  })
  return [...rows.values()].toSorted((a, b) => (a.country + a.period < b.country + b.period ? -1 : 1))
}
