import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aalenJohansen } from './aalen-johansen.ts'
import { clusterVarianceOfIncidence, clusterVarianceOfSurvival } from './cluster-variance.ts'
import { countsFromCells } from './counts.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { limits, type LimitKind } from './limits.ts'
import { everyEvent } from './margins.ts'
import { nelsonAalen } from './nelson-aalen.ts'
import { survivalQuantile } from './quantiles.ts'
import { restrictedMean } from './restricted-mean.ts'
import { valueOnDay } from './step.ts'

type Column = (number | null)[]
type Vector = {
  name: string
  outcomes: number
  cells: number[][]
  days: number[]
  kaplanMeier: Record<'atRisk' | 'events' | 'survival' | 'error' | 'hazard' | 'hazardError' | 'jackknife', Column> & {
    limits: Record<LimitKind, { lower: Column; upper: Column }>
    quantiles: Record<LimitKind, { days: Column; lower: Column; upper: Column }>
    means: { until: number; days: number; error: number }[]
  }
  survfit: { open: Column; incidence: Column[]; jackknife: Column[] }
  etm: { variance: Column[]; lower: Column[]; upper: Column[] }
  cuminc: Column[] | null
}
type Vectors = { packages: Record<string, string>; probabilities: number[]; cases: Vector[] }

const vectors = JSON.parse(readFileSync(new URL('vectors/curves.json', import.meta.url), 'utf8')) as Vectors

// R's null is a number that it does not give.
function agree(ours: (number | null)[], theirs: Column, what: string) {
  expect(ours.length, what).toBe(theirs.length)
  theirs.forEach((value, index) => {
    const mine = ours[index] ?? Number.NaN
    const near = value === null ? Number.isNaN(mine) : Math.abs(mine - value) <= 1e-9 * Math.abs(value) + 1e-14
    expect(near, `${what}, number ${index}: ours ${mine}, R ${value}`).toBe(true)
  })
}

for (const vector of vectors.cases) test(`curves agree with R: ${vector.name}`, () => agreesWithR(vector))

function agreesWithR({ outcomes, cells, days, kaplanMeier: km, survfit, etm, cuminc }: Vector) {
  const counts = countsFromCells(cells.map(([entryDay, exitDay, event, count, cluster]) => ({
    entryDay: entryDay!, exitDay: exitDay!, event: event!, count: count!, ...(cluster === undefined ? {} : { cluster }),
  })), outcomes)
  const all = everyEvent(counts)
  const curve = kaplanMeier(counts, all)
  const on = (values: Float64Array, before = 0) => days.map((day) => valueOnDay(curve.days, values, day, before))
  agree(on(curve.survival), km.survival, 'survival')
  // survfit gives no error where the curve is zero; ours is zero there.
  const errors = on(curve.variance).map(Math.sqrt).map((error, index) => km.survival[index] === 0 ? Number.NaN : error)
  agree(errors, km.error, 'Greenwood error')
  agree(on(curve.atRisk), km.atRisk, 'at risk')
  agree(on(curve.events), km.events, 'events')
  const hazard = nelsonAalen(counts, all)
  agree(on(hazard.cumulativeHazard), km.hazard, 'cumulative hazard')
  agree(on(hazard.variance).map(Math.sqrt), km.hazardError, 'hazard error')
  agree(Array.from(clusterVarianceOfSurvival(counts, all, days).variance, Math.sqrt), km.jackknife, 'Kaplan–Meier jackknife')

  for (const kind of ['plain', 'log', 'log-log'] as const) {
    const found = on(curve.survival).map((value, index) => limits(value, errors[index]!, 0.95, kind, 'survival'))
    agree(found.map(({ lower }) => lower), km.limits[kind].lower, `lower ${kind} limit`)
    agree(found.map(({ upper }) => upper), km.limits[kind].upper, `upper ${kind} limit`)
    const quantiles = vectors.probabilities.map((probability) => survivalQuantile(curve, probability, 0.95, kind))
    for (const part of ['days', 'lower', 'upper'] as const) agree(quantiles.map((quantile) => quantile[part]), km.quantiles[kind][part], `${kind} quantile ${part}`)
  }
  for (const mean of km.means) {
    const ours = restrictedMean(curve, mean.until)
    agree([ours.days, ours.standardError], [mean.days, mean.error], `restricted mean to ${mean.until}`)
  }

  const shares = aalenJohansen(counts, 'multinomial')
  agree(on(shares.open), survfit.open, 'open')
  agree(Array.from(clusterVarianceOfSurvival(counts, everyEvent(counts), days).variance, Math.sqrt), survfit.jackknife[0]!, 'open, jackknife')
  agree(on(shares.openVariance), km.survival.map((value, index) => value === 0 ? 0 : km.error[index]! ** 2), 'open, Greenwood')
  const aalen = aalenJohansen(counts, 'aalen')
  for (const event of all) {
    const [incidence, variance] = [shares.incidence[event - 1]!, shares.variance[event - 1]!]
    agree(on(incidence), survfit.incidence[event - 1]!, `incidence of ${event}`)
    agree(on(variance), etm.variance[event - 1]!, `etm variance of ${event}`)
    agree(Array.from(clusterVarianceOfIncidence(counts, event, days).variance, Math.sqrt), survfit.jackknife[event]!, `jackknife of ${event}`)
    if (cuminc) agree(on(aalen.variance[event - 1]!), cuminc[event - 1]!, `cuminc variance of ${event}`)
    const found = on(incidence).map((value, index) => limits(value, Math.sqrt(on(variance)[index]!), 0.95, 'log-log', 'incidence'))
    if (incidence.some((value) => value > 0)) {
      agree(found.map(({ lower }) => lower), etm.lower[event - 1]!, `etm cloglog lower of ${event}`)
      agree(found.map(({ upper }) => upper), etm.upper[event - 1]!, `etm cloglog upper of ${event}`)
    }
  }
}
