// Made-up measurements of every kind that the pages show: through the real methods, with made-up counts, true of nobody.
import { answerTime } from '../src/cooperation/answer-time.ts'
import { conditionalTime } from '../src/cooperation/conditional-time.ts'
import { counted } from '../src/cooperation/counted.ts'
import { leavingShares, stockByLength } from '../src/cooperation/leaving-shares.ts'
import type { Measurement } from '../src/cooperation/measurement.ts'
import { findMethod } from '../src/cooperation/methods.ts'
import { returnRates } from '../src/cooperation/return-rate.ts'
import type { TableCell } from '../src/cooperation/table-cell.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { seededRandom, type Random } from '../src/kernel/random.ts'
import { countsFromCells, type Cell } from '../src/statistics/counts.ts'

export const madeUpCountries = ['AFG', 'ALB', 'BGD', 'CIV', 'CUB', 'DZA', 'ERI', 'GIN', 'IND', 'IRN', 'JAM', 'LBR', 'MAR', 'NGA', 'SLV', 'VNM'] as const

type Facts = Pick<Measurement, 'method' | 'vintage' | 'cautions'> & { readonly asOf: string; readonly profiles: readonly string[]; readonly gated?: boolean | null }

function measurement({ method, vintage, cautions, asOf, profiles, gated = null }: Facts, parts: Pick<Measurement, 'figures' | 'curves'>): Measurement {
  const inputs = profiles.map((profile, index) => ({ name: `made-up-${index + 1}.csv`, sha256: String(index + 1).repeat(64), bytes: 12_345, profile, rowsRead: 500 }))
  const read = inputs.length * 500
  return {
    format: 'comity-measurement/1', method, vintage, cautions, asOf: asOf as PlainDate, gatedTimeRemoved: gated, inputs,
    reconciliation: { rowsRead: read, rowsUsed: read - 12, quarantined: [{ reason: 'unknown-country', rows: 9 }, { reason: 'impossible-date', rows: 3 }], countedWithoutDuration: [] },
    ...parts,
  }
}

/** Own format: open and closed requests on both clocks, with curves, strata for one country and sets of ranks. */
export function madeUpAnswers(seed = 11): Measurement {
  const random = seededRandom(seed)
  const method = findMethod('answer-time/1')
  if (!method) throw new Error('no method answer-time/1')
  const outcomes = ['issued', 'refused', 'withdrawn', 'submitted']
  const groups = [...madeUpCountries, 'all'].flatMap((country, index) => (['own', 'state'] as const).map((clock) => ({ country, clock, index })))
  const answers = groups.map(({ country, clock, index }) => {
    const requests = country === 'JAM' ? 6 : 40 + 35 * index
    const waits = Array.from({ length: requests - 2 }, () => wait(random, clock === 'own' ? [4] : [1, 1, 1, 2, 3], 40 + 20 * (index % 7)))
    const cells = [...waits, { entryDay: 0, exitDay: 600, event: 0, count: 2 }]
    return answerTime({ country, stratum: '', clock, period: '', requests, counts: countsFromCells(cells, outcomes.length) }, outcomes, method)
  })
  const figures = answers.flatMap((answer) => answer.figures)
  const ranked = figures.filter(({ measure, day, clock, country, value }) => measure === 'answered-by' && day === 180 && clock === 'state' && country !== 'all' && value !== null)
  return {
    ...measurement({ method: 'answer-time/1', vintage: 'made up, January 2031', asOf: '2031-01-31', profiles: ['comity-intervals/1'], cautions: ['small-numbers', 'overlaps-not-checked'], gated: true },
      { figures, curves: answers.flatMap(({ curves }) => curves) }),
    rankSets: { measure: 'answered-by', day: 180, confidence: 0.95, kind: 'simultaneous', seed, countries: ranked.map(({ country, value }, index) => ({ country, value: value ?? 0, lowest: Math.max(1, index - 3), highest: Math.min(ranked.length, index + 4) })) },
  }
}

function wait(random: Random, events: readonly number[], mean: number): Cell {
  const days = 1 + Math.floor(-Math.log(1 - random()) * mean)
  const watched = 30 + Math.floor(random() * 500)
  const entryDay = random() < 0.1 ? Math.min(days - 1, Math.floor(random() * 20)) : 0
  const event = events[Math.floor(random() * events.length)] ?? 1
  return days <= watched ? { entryDay, exitDay: days, event, count: 1 } : { entryDay: Math.min(entryDay, watched - 1), exitDay: watched, event: 0, count: 1 }
}

/** Orders and returns by year, rounded to five, in the edition asked for; later editions are revised. */
export function madeUpReturnRates(edition: 'first' | 'second', years = 10): Measurement {
  const random = seededRandom(23)
  const cells = (outcome: string): TableCell[] => madeUpCountries.flatMap((country, index) => Array.from({ length: years }, (_, year): TableCell => {
    const value = Math.round((random() * 60 + (outcome === 'orders' ? 100 : 40)) * (1 + index % 5)) * 5
    const revised = edition === 'second' && year > years - 3 ? value + 5 * (index % 3) : value
    return { country, area: '', period: String(2020 + year), outcome, band: null, value: country === 'ERI' && year === 4 ? null : revised }
  }))
  const [orders, returns] = [withTotals(cells('orders')), withTotals(cells('returns'))]
  return measurement({
    method: 'return-rate/1', vintage: edition === 'first' ? 'extracted 2030-04-02' : 'extracted 2030-10-09', asOf: edition === 'first' ? '2030-04-02' : '2030-10-09',
    profiles: ['eurostat-orders/1', 'eurostat-returns/1'], cautions: ['different-cohorts', 'rate-may-pass-one', 'rounded-source'],
  }, { figures: [...returnRates(orders, returns, 5), ...counted(orders), ...counted(returns)], curves: [] })
}

/** The publisher's total; one year's is wrong on purpose. */
function withTotals(cells: readonly TableCell[]): TableCell[] {
  const byYear = [...Map.groupBy(cells, ({ period }) => period)]
  return [...cells, ...byYear.map(([period, parts]): TableCell => ({ ...(parts[0] as TableCell), country: 'all', period, value: parts.reduce((sum, { value }) => sum + (value ?? 0), period === '2021' ? 5 : 0) }))]
}

/** People leaving detention and people present, by band of length. */
export function madeUpLeavers(): Measurement {
  const random = seededRandom(37)
  const bands = [[0, 3], [4, 7], [8, 14], [15, 28], [29, 60], [61, 120], [121, 180], [181, 365], [366, null]] as const
  const outcomes = ['returned', 'bailed', 'granted', 'refused_entry', 'other']
  const leavers = madeUpCountries.flatMap((country, index) => ['2028', '2029', '2030'].flatMap((period) => outcomes.flatMap((outcome, place) => bands.map(([fromDay, toDay]): TableCell =>
    ({ country, area: '', period, outcome, band: { fromDay, toDay }, value: Math.floor(random() * (40 + index) / (1 + place)) })))))
  const stock = madeUpCountries.flatMap((country) => bands.map(([fromDay, toDay]): TableCell => ({ country, area: '', period: '2030-12-31', outcome: '', band: { fromDay, toDay }, value: Math.floor(random() * 30) })))
  return measurement({ method: 'leaving-shares/1', vintage: 'made up, quarter 4 of 2030', asOf: '2030-12-31', profiles: ['uk-people-leaving-detention/1', 'uk-people-in-detention/1'], cautions: ['conditional-on-completion', 'detention-clock', 'bail-mixes-reasons'] },
    { figures: [...leavingShares(leavers), ...stockByLength(stock)], curves: [] })
}

/** Completed cases only, in reversed time. */
export function madeUpCompleted(): Measurement {
  const random = seededRandom(41)
  const windowDays = 730
  const answers = [...madeUpCountries.slice(0, 12), 'all'].map((country, index) => {
    const requests = 200 + 40 * index
    const cells = Array.from({ length: requests }, (): Cell => {
      const days = 1 + Math.min(windowDays - 1, Math.floor(-Math.log(1 - random()) * (50 + 10 * index)))
      const limit = days + Math.floor(random() * (windowDays - days))
      return { entryDay: windowDays - limit, exitDay: windowDays + 1 - days, event: 1, count: 1, cluster: Math.floor(random() * 60) }
    })
    return conditionalTime({ country, stratum: '', clock: 'apprehension-to-departure', period: '2028-10-01/2030-09-30', requests, counts: countsFromCells(cells, 1) }, windowDays)
  })
  return measurement({ method: 'conditional-time/1', vintage: 'made up, release 2031', asOf: '2030-09-30', profiles: ['us-ice-removals/1'], cautions: ['conditional-on-completion', 'order-date-absent', 'cluster-variance'] },
    { figures: answers.flatMap(({ figures }) => figures), curves: answers.flatMap(({ curves }) => curves) })
}

/** What a stranger's file could bring: markup, formulas and quotes wherever text is kept. */
export function hostileMeasurement(): Measurement {
  const made = madeUpReturnRates('first', 2)
  const nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  return {
    ...made,
    attribution: { title: { en: nasty, fr: nasty }, publisher: { en: nasty, fr: nasty }, terms: { en: nasty, fr: nasty }, addresses: ['javascript:alert(1)', `https://publisher.example/${nasty}`] },
    vintage: `=HYPERLINK("http://elsewhere.example","x")${nasty}`,
    inputs: [{ name: `=cmd|' /C calc'!A0${nasty}`, sha256: 'f'.repeat(64), bytes: 1, profile: `own-${nasty}/1`, rowsRead: 500 }],
    reconciliation: { rowsRead: 500, rowsUsed: 499, quarantined: [{ reason: nasty, rows: 1 }], countedWithoutDuration: [] },
    figures: made.figures.map((figure) => ({ ...figure, outcome: figure.outcome === 'returns' ? `=1+1${nasty}` : figure.outcome })),
  }
}

export function madeUpSources(): readonly Measurement[] {
  return [madeUpAnswers(), madeUpReturnRates('first'), madeUpReturnRates('second'), madeUpLeavers(), madeUpCompleted()]
}
