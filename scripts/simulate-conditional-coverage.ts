// How often the limits of a share completed, conditional on completion, hold the truth for invented cases.
// node scripts/simulate-conditional-coverage.ts [--replicates 10000] [--seed 20260101]
// Prints the tables of docs/reference/conditional-coverage.md.
import { parseArgs } from 'node:util'
import { type Random, seededRandom } from '../src/kernel/random.ts'
import { clusterLimits } from '../src/statistics/cluster-limits.ts'
import { clusterVarianceOfCompleted } from '../src/statistics/cluster-variance.ts'
import { type Cell, countsFromCells } from '../src/statistics/counts.ts'
import { limits, type Limits } from '../src/statistics/limits.ts'
import { completedWithin } from '../src/statistics/reversed-time.ts'

const { values: options } = parseArgs({ options: { replicates: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20260101' } } })
const [replicates, seed] = [Number(options.replicates), Number(options.seed)]

const windowDays = 730
const days = [30, 60, 90, 180, 365]
const sizes = [50, 100, 200, 1000]
const minimumAtRisk = 10
const level = 0.95

type Setting = { readonly name: string; readonly meanDays: number; readonly largestBatch: number }
const settings: Setting[] = [
  { name: 'durations of 60 days on average, everyone alone', meanDays: 60, largestBatch: 1 },
  { name: 'durations of 250 days on average, everyone alone', meanDays: 250, largestBatch: 1 },
  { name: 'durations of 60 days on average, batches of 1 to 9', meanDays: 60, largestBatch: 9 },
  { name: 'durations of 250 days on average, batches of 1 to 9', meanDays: 250, largestBatch: 9 },
]

/** Shown and right, shown, for each asked day. */
type Tally = { readonly right: number[]; readonly shown: number[] }
const emptyTally = (): Tally => ({ right: days.map(() => 0), shown: days.map(() => 0) })

/** Cases seen within the window. In a batch half share one duration, the others have their own; whole days, exponential. */
function casesOf({ meanDays, largestBatch }: Setting, size: number, random: Random): Cell[] {
  const duration = () => Math.floor(-meanDays * Math.log(1 - random()))
  const cells: Cell[] = []
  for (let cluster = 0; cells.length < size; cluster++) {
    const [shared, people] = [duration(), 1 + Math.floor(random() * largestBatch)]
    for (let person = 0; person < people && cells.length < size; person++) {
      const own = random() < 0.5 ? shared : duration()
      const limit = Math.floor(random() * (windowDays + 1))
      if (own <= limit) cells.push({ entryDay: windowDays - limit, exitDay: windowDays + 1 - own, event: 1, count: 1, cluster })
    }
  }
  return cells
}

function simulate(setting: Setting, size: number, random: Random) {
  const [plain, clustered] = [emptyTally(), emptyTally()]
  let clusters = 0
  const within = (day: number) => 1 - Math.exp(-(day + 1) / setting.meanDays)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const counts = countsFromCells(casesOf(setting, size, random), 1)
    const curve = completedWithin(counts, windowDays, minimumAtRisk)
    if (!curve) continue
    const { variance, degreesOfFreedom, clusters: number } = clusterVarianceOfCompleted(counts, windowDays, curve, days)
    clusters += number / replicates
    for (const [index, day] of days.entries()) {
      if (day >= curve.conditionalOnDays) continue
      const [share, truth] = [curve.share[day]!, within(day) / within(curve.conditionalOnDays)]
      note(plain, index, limits(share, Math.sqrt(curve.variance[day]!), level, 'log-log', 'incidence'), truth)
      note(clustered, index, clusterLimits(share, variance[index]!, degreesOfFreedom[index]!, level), truth)
    }
  }
  return { plain, clustered, clusters }
}

function note({ right, shown }: Tally, index: number, { lower, upper }: Limits, truth: number): void {
  if (Number.isNaN(lower)) return
  shown[index]! += 1
  if (lower <= truth && truth <= upper) right[index]! += 1
}

function row(name: string, size: number, clusters: number, { right, shown }: Tally): string {
  const cells = days.map((_, index) => {
    const held = shown[index]! > replicates / 100 ? (100 * right[index]! / shown[index]!).toFixed(1) : '–'
    return `${held} (${Math.round((100 * shown[index]!) / replicates)})`
  })
  return `| ${name} | ${size} | ${clusters.toFixed(0)} | ${cells.join(' | ')} |`
}

const error = (100 * Math.sqrt(level * (1 - level) / replicates)).toFixed(2)
console.log(`Seed ${seed}, ${replicates} replicates a row; Monte Carlo error of a coverage of 95 %: ${error} points.\n`)
for (const [order, setting] of settings.entries()) {
  console.log(`**${setting.name[0]!.toUpperCase()}${setting.name.slice(1)}**\n`)
  console.log(`| limits | completed | clusters | ${days.map((day) => `day ${day}`).join(' | ')} |\n|---|--:|--:|${days.map(() => '--:|').join('')}`)
  for (const size of sizes) {
    const { plain, clustered, clusters } = simulate(setting, size, seededRandom(seed + 100_000 * order + size))
    console.log(row('Greenwood', size, clusters, plain))
    console.log(row('by cluster', size, clusters, clustered))
  }
  console.log('')
}
