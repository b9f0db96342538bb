import { figureOf, gridDays, type Figure } from '../src/cooperation/figure.ts'
import type { Curve, Measurement } from '../src/cooperation/measurement.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { seededRandom } from '../src/kernel/random.ts'

const clock = 'state'
const period = '2019-01-01/2019-12-31'

/** A measurement with made-up numbers for these country codes: plausible in shape, true of nobody. */
export function madeUpMeasurement({ seed = 1, countries = ['AAA', 'BBB', 'CCC'] }: { readonly seed?: number; readonly countries?: readonly string[] } = {}): Measurement {
  const random = seededRandom(seed)
  return {
    format: 'comity-measurement/1',
    method: 'answer-time/1',
    asOf: '2020-01-31' as PlainDate,
    vintage: 'made up for a test',
    inputs: [{ name: 'made-up.csv', sha256: 'a'.repeat(64), bytes: 1_000, profile: 'comity-intervals/1', rowsRead: 1_000 }],
    gatedTimeRemoved: true,
    reconciliation: { rowsRead: 1_000, rowsUsed: 990, quarantined: [{ reason: 'unknown-country', rows: 10 }], countedWithoutDuration: [] },
    figures: countries.flatMap((country) => figuresFor(country, random)),
    curves: countries.map((country) => curveFor(country, random)),
    cautions: [],
  }
}

function figuresFor(country: string, random: () => number): Figure[] {
  const subject = { country, stratum: '', clock, period }
  const denominator = 20 + Math.floor(random() * 1_000)
  const shares = gridDays.map((day) => {
    const value = random() * 0.8 + 0.1
    return figureOf(subject, 'answered-by', { day, value, lower: value - 0.1, upper: value + 0.1, interval: 'log-log', denominator, atRisk: Math.floor(denominator * (1 - value)) })
  })
  return [
    figureOf(subject, 'requests', { value: denominator, denominator }),
    ...shares,
    figureOf(subject, 'days-to-75', { interval: 'log-log', denominator, withheld: 'not-reached' }),
  ]
}

function curveFor(country: string, random: () => number): Curve {
  const value = gridDays.map(() => random() * 0.8 + 0.1).sort((one, other) => one - other)
  const [lower, upper, atRisk] = [value.map((share) => share - 0.1), value.map((share) => share + 0.1), value.map((share) => Math.round((1 - share) * 500))]
  return { measure: 'answered-by', country, stratum: '', clock, period, outcome: '', days: [...gridDays], value, lower, upper, atRisk }
}
