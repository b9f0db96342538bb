// How often the limits of our figures hold the truth, for invented countries whose truth is known.
// node scripts/simulate-coverage.ts [--replicates 10000] [--seed 20260101] [--truth falling | early | rising]
// Prints the tables of docs/reference/coverage.md.
import { parseArgs } from 'node:util'
import { seededRandom, type Random } from '../src/kernel/random.ts'
import { daysToShare } from '../src/statistics/days-to-share.ts'
import type { Counts } from '../src/statistics/counts.ts'
import { kaplanMeier } from '../src/statistics/kaplan-meier.ts'
import { limits, type Limits } from '../src/statistics/limits.ts'
import { meanWithLimits } from '../src/statistics/mean-limits.ts'
import { sharesWithLimits } from '../src/statistics/share-limits.ts'
import { rowOnDay } from '../src/statistics/step.ts'

const { values: options } = parseArgs({ options: { replicates: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20260101' }, truth: { type: 'string', default: 'falling' } } })
const [replicates, seed] = [Number(options.replicates), Number(options.seed)]

const horizon = 400
const days = [30, 60, 90, 180, 365]
const meanDays = [180, 365]
const sizes = [20, 50, 100, 1000]
const shares = [
  { name: 'answered', events: [1, 2] },
  { name: 'issued', events: [1] },
  { name: 'refused', events: [2] },
  { name: 'withdrawn', events: [3] },
  { name: 'any outcome', events: [1, 2, 3] },
]
const level = 0.95

type Chances = readonly [issued: number, refused: number, withdrawn: number]
// The invented truths: daily chances of issued, refused and withdrawn.
const truths: Record<string, (day: number) => Chances> = {
  // Issued less and less often, as cases get harder.
  falling: (day) => [0.005 * Math.exp(-day / 250) + 0.001, 0.0025, 0.0008],
  // Nearly all happens in the first months.
  early: (day) => [0.02 * Math.exp(-day / 30) + 0.0005, 0.01 * Math.exp(-day / 40) + 0.0005, 0.003 * Math.exp(-day / 40) + 0.0002],
  // Hardly anything happens at first.
  rising: (day) => [0.00006 * day, 0.00002 * day, 0.000006 * day],
}
const hazards = truths[options.truth] ?? (() => { throw new Error(`--truth is one of ${Object.keys(truths).join(', ')}`) })()
const truth = (() => {
  const open = new Float64Array(horizon + 1).fill(1)
  const ended = [1, 2, 3].map(() => new Float64Array(horizon + 1))
  for (let day = 1; day <= horizon; day++) {
    hazards(day).forEach((hazard, index) => (ended[index]![day] = ended[index]![day - 1]! + open[day - 1]! * hazard))
    open[day] = open[day - 1]! * (1 - hazards(day).reduce((sum, hazard) => sum + hazard))
  }
  return {
    open,
    share: (events: readonly number[], day: number) => events.reduce((sum, event) => sum + ended[event - 1]![day]!, 0),
    mean: (untilDay: number) => open.slice(0, untilDay).reduce((sum, share) => sum + share, 0),
  }
})()
const quarterAnswered = Array.from({ length: horizon }, (_, day) => day).find((day) => truth.share([1, 2], day) >= 0.25)!

type Setting = { readonly name: string; readonly late: number; readonly heavy: boolean }
const settings: Setting[] = [
  ['nobody enters late', 0], ['half enter late, on days 0 to 199', 0.5], ['all enter late, on days 0 to 199', 1],
].flatMap(([name, late]) => [false, true].map((heavy) => ({
  name: `${name}; ${heavy ? 'heavy censoring (days 1 to 400)' : 'light censoring (days 300 to 800)'}`, late: Number(late), heavy,
})))

/** First day on which the truth's open share is at most `chance`: a wait drawn at random; one past the horizon when later. */
function waitOf(chance: number): number {
  let [low, high] = [1, horizon + 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (truth.open[middle]! <= chance) high = middle
    else low = middle + 1
  }
  return low
}

function outcomeOn(day: number, random: Random): number {
  const chances = hazards(day)
  const drawn = random() * (chances[0] + chances[1] + chances[2])
  return drawn < chances[0] ? 1 : drawn < chances[0] + chances[1] ? 2 : 3
}

/** `size` intervals under observation; who has ended or left before entering is never seen. */
function draw(size: number, { late, heavy }: Setting, random: Random): Counts {
  const entries = new Uint32Array(horizon + 1)
  const exits = [0, 1, 2, 3].map(() => new Uint32Array(horizon + 1))
  for (let seen = 0; seen < size;) {
    const wait = waitOf(random())
    const leaves = Math.min(horizon, heavy ? 1 + Math.floor(random() * 400) : 300 + Math.floor(random() * 501))
    const entry = random() < late ? Math.floor(random() * 200) : 0
    const exit = Math.min(wait, leaves)
    if (exit <= entry) continue
    entries[entry]! += 1
    exits[wait <= leaves ? outcomeOn(wait, random) : 0]![exit]! += 1
    seen += 1
  }
  return { horizonDays: horizon, entries, exits }
}

const marks = { 'log-log': '', 'student-log-log': ' t', 'mid-p': ' m', exact: ' e' }
type Kind = keyof typeof marks
const kinds = Object.keys(marks) as Kind[]

/** Counts of replicates: with limits shown, of those with the truth inside, and of each kind; with the truth inside log-log limits, shown or not. */
type Tally = { shown: number; held: number; logLog: number; of: Record<Kind, number> }
const tally = (): Tally => ({ shown: 0, held: 0, logLog: 0, of: { 'log-log': 0, 'student-log-log': 0, 'mid-p': 0, exact: 0 } })
const holds = ({ lower, upper }: Limits, value: number) => lower <= value && value <= upper

function note(into: Tally, found: Limits | null, value: number) {
  if (found === null) return
  into.shown += 1
  if (holds(found, value)) into.held += 1
}

type Cell = { shares: Tally[][]; means: Tally[]; quarter: Tally; atRisk: number[] }

function simulate(size: number, setting: Setting, random: Random): Cell {
  const cell: Cell = { shares: shares.map(() => days.map(tally)), means: meanDays.map(tally), quarter: tally(), atRisk: days.map(() => 0) }
  for (let replicate = 0; replicate < replicates; replicate++) {
    const counts = draw(size, setting, random)
    shares.forEach(({ events }, row) => sharesWithLimits(counts, events, days, level).forEach((found, column) => {
      const into = cell.shares[row]![column]!
      const share = truth.share(events, days[column]!)
      note(into, found.limits, share)
      if (found.limits !== null) into.of[found.limits.kind] += 1
      if (holds(limits(found.value, found.standardError, level, 'log-log', 'incidence'), share)) into.logLog += 1
    }))
    const curve = kaplanMeier(counts, [1, 2, 3])
    days.forEach((day, column) => (cell.atRisk[column]! += (curve.days.at(-1)! < day ? 0 : curve.atRisk[rowOnDay(curve.days, day - 1) + 1]!) / replicates))
    cell.means.forEach((into, column) => note(into, meanWithLimits(counts, [1, 2, 3], meanDays[column]!, level).limits, truth.mean(meanDays[column]!)))
    const quarter = daysToShare(counts, [1, 2], 0.25, level)
    note(cell.quarter, quarter === null || quarter.days === null ? null : { lower: quarter.lower ?? 0, upper: quarter.upper ?? Infinity }, quarterAnswered)
  }
  return cell
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))
const rare = ({ shown }: Tally) => shown < 0.005 * replicates
const shownPart = (found: Tally) => (found.shown > 0.995 * replicates || rare(found) ? '' : ` (${percent(found.shown, replicates)})`)
const kindOf = ({ of }: Tally) => kinds.reduce((most, kind) => (of[kind] > of[most] ? kind : most))
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: readonly string[]) => { row(...cells); row(...cells.map(() => '---')) }

const error = 100 * Math.sqrt((0.95 * 0.05) / replicates)
console.log(`Seed ${seed}, ${replicates} replicates a cell, Monte Carlo standard error ${error.toFixed(2)} points at 95 %.\n`)
head('true share by day', ...days.map(String))
for (const { name, events } of shares) row(name, ...days.map((day) => truth.share(events, day).toFixed(3)))

// How the shares of a hundred and more stand to the target, 93.5 to 96.5 %, by the limits mostly used.
const judged = new Map(kinds.map((kind) => [kind, [] as number[]]))

const random = seededRandom(seed)
const others: (() => void)[] = []
for (const setting of settings) {
  console.log(`\n### ${setting.name[0]!.toUpperCase()}${setting.name.slice(1)}\n`)
  head('n', 'share', ...days.map((day) => `day ${day}`))
  for (const size of sizes) {
    const cell = simulate(size, setting, random)
    row(size, '*at risk, mean*', ...cell.atRisk.map((present) => `*${present.toFixed(1)}*`))
    cell.shares.forEach((tallies, index) => row(size, shares[index]!.name, ...tallies.map((found) => {
      const page = rare(found) ? 'withheld' : percent(found.held, found.shown) + marks[kindOf(found)]
      return `${percent(found.logLog, replicates)} → ${page}${shownPart(found)}`
    })))
    for (const found of cell.shares.flat()) if (size >= 100 && !rare(found)) judged.get(kindOf(found))!.push(found.held / found.shown)
    others.push(() => row(setting.name, size, ...[...cell.means, cell.quarter].map((found) => (rare(found) ? 'withheld' : `${percent(found.held, found.shown)}${shownPart(found)}`))))
  }
}
console.log('\n### Restricted means and the day by which a quarter is answered\n')
head('setting', 'n', 'mean days to 180', 'mean days to 365', 'days to 25 % answered')
for (const print of others) print()
console.log('\n### Shares of 100 and 1,000 against the target\n')
head('limits mostly used', 'under 93.5 %', '93.5 to 96.5 %', 'over 96.5 %', 'least', 'most')
for (const [kind, held] of judged) {
  if (held.length === 0) continue
  const [under, over] = [held.filter((part) => part < 0.935).length, held.filter((part) => part > 0.965).length]
  row(kind, under, held.length - under - over, over, percent(Math.min(...held), 1), percent(Math.max(...held), 1))
}
