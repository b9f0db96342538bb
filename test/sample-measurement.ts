// Measurements of invented numbers, dated 2099, for the tests and looks of pages. No figure here is about any real request.
import type { CautionCode } from '../src/cooperation/cautions.ts'
import { type Figure, figureOf, type FigureSubject, gridDays } from '../src/cooperation/figure.ts'
import type { Curve, Funnel, Measurement } from '../src/cooperation/measurement.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { type Random, seededRandom } from '../src/kernel/random.ts'
import { countries } from '../src/reference/countries.ts'

export type SampleKind = 'cohort' | 'completed' | 'leavers' | 'rates'

const cautionsOf: Readonly<Record<SampleKind, readonly CautionCode[]>> = {
  cohort: ['small-numbers'],
  completed: ['conditional-on-completion', 'cluster-variance'],
  leavers: ['bail-mixes-reasons', 'detention-clock'],
  rates: ['different-cohorts', 'rate-may-pass-one', 'rounded-source'],
}

const period = '2097-01-01/2099-12-31'
const stateOutcomes = ['issued', 'agreed_at_border', 'refused', 'nationality_not_confirmed', 'withdrawn', 'admitted', 'departed']

/** `count` countries, spread over the alphabet, each with everything that a measurement of this kind has. */
export function sampleMeasurement(kind: SampleKind, count: number, seed = 1): Measurement {
  const random = seededRandom(seed)
  const places = ['all', ...spreadCountries(count)]
  const parts = places.map((country) => sampleOf(kind, country, random))
  const figures = parts.flatMap((part) => part.figures)
  return {
    format: 'comity-measurement/1',
    method: { cohort: 'answer-time/1', completed: 'conditional-time/1', leavers: 'leaving-shares/1', rates: 'return-rate/1' }[kind],
    asOf: '2099-12-31' as PlainDate,
    vintage: 'invented edition 1',
    inputs: [{ name: 'invented.csv', sha256: '0123456789abcdef'.repeat(4), bytes: 1_234_567, profile: 'comity-intervals/1', rowsRead: 54_321 }],
    gatedTimeRemoved: kind === 'cohort' ? true : null,
    reconciliation: { rowsRead: 54_321, rowsUsed: 54_300, quarantined: [{ reason: 'unknown-country', rows: 14 }, { reason: 'impossible-date', rows: 7 }], countedWithoutDuration: [{ reason: 'began-before-window', rows: 12 }] },
    figures,
    curves: parts.flatMap((part) => part.curves),
    ...(kind === 'leavers' ? {} : { funnel: sampleFunnel(kind, figures) }),
    cautions: cautionsOf[kind],
  }
}

function spreadCountries(count: number): string[] {
  const assigned = countries.filter(({ standing }) => standing === 'assigned').map(({ code }) => code)
  return Array.from({ length: count }, (_, index) => assigned[Math.floor((index * assigned.length) / count)] ?? '')
}

type Part = { readonly figures: Figure[]; readonly curves: Curve[] }

function sampleOf(kind: SampleKind, country: string, random: Random): Part {
  const behind = country === 'all' ? 40_000 : Math.floor(8 + 3000 * random() ** 4)
  return makers[kind](country, behind, random)
}

const makers: Readonly<Record<SampleKind, (country: string, behind: number, random: Random) => Part>> = {
  cohort: (country, behind, random) => join([clockPart(country, 'own', ['submitted', 'withdrawn'], behind, random), clockPart(country, 'state', stateOutcomes, behind, random)]),
  completed: completedPart,
  leavers: (country, behind, random) => ({ figures: leaverFigures(country, behind, random), curves: [] }),
  rates: (country, behind, random) => ({ figures: rateFigures(country, behind, random), curves: [] }),
}

function join(parts: readonly Part[]): Part {
  return { figures: parts.flatMap(({ figures }) => figures), curves: parts.flatMap(({ curves }) => curves) }
}

function clockPart(country: string, clock: string, outcomes: readonly string[], behind: number, random: Random): Part {
  const subject = { country, stratum: '', clock, period }
  const weights = outcomes.map((_, index) => random() / (index + 1))
  const ending = 0.35 + 0.6 * random()
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shapes = weights.map((weight) => ({ share: (ending * weight) / total, scale: 30 + 200 * random() }))
  const at = (which: readonly number[]) => (day: number) => which.reduce((sum, index) => sum + (shapes[index]?.share ?? 0) * (1 - Math.exp(-day / (shapes[index]?.scale ?? 1))), 0)
  const answers = outcomes.flatMap((outcome, index) => (['withdrawn', 'departed'].includes(outcome) ? [] : [index]))
  const lines = [{ measure: 'answered-by' as const, outcome: '', value: at(answers) }, ...outcomes.map((outcome, index) => ({ measure: 'outcome-by' as const, outcome, value: at([index]) }))]
  const everything = at(outcomes.map((_, index) => index))
  const size = { value: behind, denominator: behind }
  return {
    figures: [
      figureOf(subject, 'requests', size),
      figureOf(subject, 'open', { value: Math.round(behind * (1 - everything(1000))), denominator: behind }),
      ...lines.flatMap(({ measure, outcome, value }) => gridDays.map((day) => shareFigure(subject, measure, outcome, day, value(day), behind))),
      ...gridDays.map((day) => shareFigure(subject, 'open-by', '', day, 1 - everything(day), behind)),
      behind < 10 ? figureOf(subject, 'days-to-50', { interval: 'log-log', denominator: behind, withheld: 'too-few' })
        : ending < 0.6 ? figureOf(subject, 'days-to-50', { interval: 'log-log', denominator: behind, withheld: 'not-reached' })
          : figureOf(subject, 'days-to-50', { value: 84, lower: 61, upper: behind < 100 ? null : 120, interval: 'log-log', denominator: behind }),
      figureOf(subject, 'mean-days-waiting', { day: 180, value: 97.4, lower: 80.1, upper: 114.7, interval: 'plain', denominator: behind }),
    ],
    curves: behind < 10 ? [] : lines.map(({ measure, outcome, value }) => sampleCurve(subject, measure, outcome, value, behind)),
  }
}

function limitsOf(share: number, behind: number): { readonly lower: number; readonly upper: number } {
  const reach = 1.96 * Math.sqrt((share * (1 - share)) / behind)
  return { lower: Math.max(0, share - reach), upper: Math.min(1, share + reach) }
}

function shareFigure(subject: FigureSubject, measure: Figure['measure'], outcome: string, day: number, share: number, behind: number): Figure {
  if (behind < 10) return figureOf(subject, measure, { outcome, day, interval: 'log-log', denominator: behind, withheld: 'too-few' })
  return figureOf(subject, measure, { outcome, day, value: share, ...limitsOf(share, behind), interval: 'log-log', denominator: behind, atRisk: Math.round(behind * Math.exp(-day / 200)) })
}

function sampleCurve(subject: FigureSubject, measure: Curve['measure'], outcome: string, value: (day: number) => number, behind: number): Curve {
  const days = [...new Set([...Array.from({ length: 60 }, (_, step) => 1 + step * 6), ...gridDays])].sort((one, other) => one - other)
  const shares = days.map(value)
  return {
    ...subject, measure, outcome, days, value: shares,
    lower: shares.map((share) => limitsOf(share, behind).lower), upper: shares.map((share) => limitsOf(share, behind).upper),
    atRisk: days.map((day) => Math.round(behind * Math.exp(-day / 200))),
  }
}

function completedPart(country: string, behind: number, random: Random): Part {
  const scale = 20 + 150 * random()
  const value = (day: number) => (1 - Math.exp(-day / scale)) / (1 - Math.exp(-730 / scale))
  const subject = { country, stratum: '', clock: '', period }
  const groups = ['ONE', 'TWO', 'THREE'].map((name) => ({ ...subject, stratum: `disposition=${name}` }))
  return {
    figures: [
      ...['FY2098', 'FY2099'].map((year) => figureOf({ ...subject, period: year }, 'count', { value: behind * 2, denominator: behind * 2 })),
      ...[subject, ...groups].flatMap((group) => gridDays.map((day) => shareFigure(group, 'completed-by', '', day, value(day), behind))),
    ],
    curves: behind < 10 ? [] : [sampleCurve(subject, 'completed-by', '', value, behind)],
  }
}

const bands = [[0, 3], [4, 7], [8, 14], [15, 28], [29, 61], [62, 122], [123, 183], [184, 365], [366, null]] as const

function leaverFigures(country: string, behind: number, random: Random): Figure[] {
  const outcomes = ['returned', 'bailed', 'granted', 'other']
  const weights = outcomes.map(() => bands.map(() => random()))
  const total = weights.flat().reduce((sum, weight) => sum + weight, 0)
  return ['2098', '2099'].flatMap((year) => {
    const subject = { country, stratum: '', clock: 'detention', period: year }
    const share = (outcome: string, value: number, band?: readonly [number, number | null]) => figureOf(subject, 'share-of-leavers',
      { outcome, fromDay: band?.[0] ?? null, day: band?.[1] ?? null, value, ...limitsOf(value, behind), interval: 'exact', denominator: behind })
    return [
      figureOf(subject, 'requests', { value: behind, denominator: behind }),
      ...outcomes.flatMap((outcome, index) => [
        share(outcome, (weights[index] ?? []).reduce((sum, weight) => sum + weight, 0) / total),
        ...bands.map((band, column) => share(outcome, (weights[index]?.[column] ?? 0) / total, band)),
      ]),
      ...bands.map(([fromDay, day], column) => figureOf(subject, 'stock', { fromDay, day, value: Math.round(behind / (2 + column)), denominator: behind })),
    ]
  })
}

function rateFigures(country: string, behind: number, random: Random): Figure[] {
  return ['2097', '2098', '2099'].flatMap((year) => {
    const subject = { country, stratum: 'area=XX', clock: '', period: year }
    const rate = random() * 1.1
    return [
      figureOf(subject, 'count', { outcome: 'orders', value: behind * 5, denominator: behind * 5 }),
      figureOf(subject, 'count', { outcome: 'returns', value: Math.round(behind * 5 * rate), denominator: Math.round(behind * 5 * rate) }),
      figureOf(subject, 'return-rate', { value: rate, lower: rate * 0.98, upper: rate * 1.02, interval: 'rounding', denominator: behind * 5 }),
    ]
  })
}

function sampleFunnel(kind: SampleKind, figures: readonly Figure[]): Funnel {
  const measure = kind === 'cohort' ? 'answered-by' : kind === 'completed' ? 'completed-by' : 'return-rate'
  const day = measure === 'return-rate' ? null : 180
  const chosen = figures.filter((figure) => figure.country !== 'all' && figure.measure === measure && figure.day === day && figure.clock !== 'own' && figure.value !== null && (day !== null || figure.period === '2099') && (figure.stratum === '' || day === null))
  const target = chosen.reduce((sum, { value }) => sum + (value ?? 0), 0) / Math.max(1, chosen.length)
  const reach = (size: number, z: number) => z * 3 * Math.sqrt(Math.max(0.01, target * (1 - target)) / size)
  return {
    measure, day, period, target, overdispersion: 9,
    points: chosen.map(({ country, value, denominator }) => {
      const [share, size] = [value ?? 0, denominator ?? 10]
      const distance = Math.abs(share - target)
      return { country, denominator: size, value: share, position: distance > reach(size, 3.09) ? 'beyond-998' : distance > reach(size, 1.96) ? 'beyond-95' : 'within' }
    }),
    limits: Array.from({ length: 50 }, (_, step) => {
      const size = 10 * 1.18 ** step
      return { denominator: size, lower95: Math.max(0, target - reach(size, 1.96)), upper95: Math.min(1, target + reach(size, 1.96)), lower998: Math.max(0, target - reach(size, 3.09)), upper998: Math.min(1, target + reach(size, 3.09)) }
    }),
  }
}
