import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import type { IncidencePanel } from './incidence-chart.ts'

/** The figures of one place, sorted into what is shown together; every figure is in one part, `left` holds what no part shows. */
export type CountryParts = {
  readonly headline: readonly Figure[]
  readonly panels: readonly Omit<IncidencePanel, 'id'>[]
  readonly sizes: readonly Figure[]
  readonly shares: readonly Figure[]
  readonly bands: readonly Figure[]
  readonly periods: readonly Figure[]
  readonly left: readonly Figure[]
}

const byDay: ReadonlySet<MeasureCode> = new Set(['answered-by', 'outcome-by', 'open-by', 'completed-by'])
const sizesAndWaits: ReadonlySet<MeasureCode> = new Set(['requests', 'open', 'days-to-25', 'days-to-50', 'days-to-75', 'mean-days-waiting'])

// With more groups than this a page shows them for all countries together only, and the data file for each.
const mostGroups = 12

/** Sorts the figures and curves of one place. `groups` is how many strata the measurement has. */
export function countryParts(figures: readonly Figure[], curves: readonly Curve[], groups: number): CountryParts {
  const panels = panelsOf(figures, curves)
  const drawn = new Set(panels.flatMap((panel) => panel.figures))
  const rest = figures.filter((figure) => !drawn.has(figure))
  const showGroups = groups <= mostGroups || figures[0]?.country === 'all'
  const partOf = (figure: Figure) => placeOf(figure, figures, showGroups)
  const pick = (part: ReturnType<typeof placeOf>) => rest.filter((figure) => partOf(figure) === part)
  return { headline: headlines(figures), panels, sizes: pick('sizes'), shares: pick('shares'), bands: pick('bands'), periods: pick('periods'), left: pick('left') }
}

/** One panel for each clock and period, all groups together. */
function panelsOf(figures: readonly Figure[], curves: readonly Curve[]): Omit<IncidencePanel, 'id'>[] {
  const whole = curves.filter(({ stratum }) => stratum === '')
  const clockOrder = (clock: string) => (clock === 'own' ? 0 : 1)
  const groups = [...Map.groupBy(whole, ({ clock, period }) => `${clock}\u001f${period}`).values()]
  return groups.toSorted(([one], [other]) => clockOrder(one?.clock ?? '') - clockOrder(other?.clock ?? '')).map((group) => ({
    curves: group,
    figures: figures.filter((figure) => byDay.has(figure.measure) && figure.stratum === '' && figure.clock === group[0]?.clock && figure.period === group[0]?.period),
  }))
}

function placeOf(figure: Figure, figures: readonly Figure[], showGroups: boolean): 'sizes' | 'shares' | 'bands' | 'periods' | 'left' {
  if (figure.stratum !== '' && !showGroups && figures.some(({ stratum }) => stratum === '')) return 'left'
  // Of the groups' endings the page shows the answer only: eight endings in ten groups are a data file, not a page.
  if (byDay.has(figure.measure)) return figure.stratum === '' || figure.measure === 'answered-by' || figure.measure === 'completed-by' ? 'shares' : 'left'
  if (sizesAndWaits.has(figure.measure)) return figure.stratum === '' && !manyPeriods(figure, figures) ? 'sizes' : figure.measure === 'requests' ? 'periods' : 'left'
  if (figure.fromDay !== null) return figure.period === latestPeriod(figure.measure, figures) ? 'bands' : 'left'
  return 'periods'
}

function manyPeriods({ measure }: Figure, figures: readonly Figure[]): boolean {
  return figures.some((figure) => figure.measure === measure && figure.period !== latestPeriod(measure, figures))
}

function latestPeriod(measure: MeasureCode, figures: readonly Figure[]): string {
  return figures.reduce((latest, figure) => (figure.measure === measure && figure.period > latest ? figure.period : latest), '')
}

/** At most four figures that stand for the others: answered and median by clock, or the latest of what the source has. */
function headlines(figures: readonly Figure[]): Figure[] {
  const whole = figures.filter(({ stratum, fromDay }) => stratum === '' && fromDay === null)
  const pool = whole.length > 0 ? whole : figures.filter(({ fromDay }) => fromDay === null)
  const isHeadline = ({ measure, day, period }: Figure) =>
    (measure === 'answered-by' && day === 180) || measure === 'days-to-50' || (measure === 'completed-by' && (day === 90 || day === 180))
    || (['return-rate', 'count', 'share-of-leavers'].includes(measure) && period === latestPeriod(measure, pool))
  return pool.filter(isHeadline).toSorted((one, other) => Number(other.clock === 'state') - Number(one.clock === 'state')).slice(0, 4)
}
