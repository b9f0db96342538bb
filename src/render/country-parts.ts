import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import type { IncidencePanel } from './incidence-chart.ts'
import { leadingPeriod } from './periods.ts'

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
  const [periods, main] = [leadingPeriods(figures), mainGroup(figures)]
  const partOf = (figure: Figure) => (figure.stratum !== main && !showGroups ? 'left' : placeOf(figure, periods))
  const sorted = Map.groupBy(rest, partOf)
  const of = (part: ReturnType<typeof placeOf>) => sorted.get(part) ?? []
  return { headline: headlines(figures.filter(({ stratum, fromDay }) => stratum === main && fromDay === null), periods), panels, sizes: of('sizes'), shares: of('shares'), bands: of('bands'), periods: of('periods'), left: of('left') }
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

type Leading = ReadonlyMap<MeasureCode, { readonly period: string; readonly many: boolean }>

/** For each measure the period that stands for it, and whether there are others. */
function leadingPeriods(figures: readonly Figure[]): Leading {
  return new Map([...Map.groupBy(figures, ({ measure }) => measure)].map(([measure, group]) => {
    const periods = [...new Set(group.map(({ period }) => period))]
    return [measure, { period: leadingPeriod(periods), many: periods.length > 1 }]
  }))
}

function placeOf({ measure, stratum, fromDay, period }: Figure, leading: Leading): 'sizes' | 'shares' | 'bands' | 'periods' | 'left' {
  // Of the groups' endings the page shows the answer only: eight endings in ten groups are a data file, not a page.
  if (byDay.has(measure)) return stratum === '' || measure === 'answered-by' || measure === 'completed-by' ? 'shares' : 'left'
  if (sizesAndWaits.has(measure)) return stratum === '' && leading.get(measure)?.many !== true ? 'sizes' : measure === 'requests' ? 'periods' : 'left'
  if (fromDay !== null) return period === leading.get(measure)?.period ? 'bands' : 'left'
  return 'periods'
}

/** At most four figures that stand for the others: answered and median by clock, or the latest of what the source has. */
function headlines(figures: readonly Figure[], leading: Leading): Figure[] {
  const isHeadline = ({ measure, day, period }: Figure) =>
    (measure === 'answered-by' && day === 180) || measure === 'days-to-50' || (measure === 'completed-by' && (day === 90 || day === 180))
    || (['return-rate', 'count', 'share-of-leavers'].includes(measure) && period === leading.get(measure)?.period)
  return figures.filter(isHeadline).toSorted((one, other) => Number(other.clock === 'state') - Number(one.clock === 'state')).slice(0, 4)
}

/** All groups together; where no figure is of that, the group with most cases behind one figure stands for them (the union, not a member). */
export function mainGroup(figures: readonly Figure[]): string {
  if (figures.some(({ stratum }) => stratum === '')) return ''
  return figures.reduce<Figure | undefined>((most, figure) => ((figure.denominator ?? 0) > (most?.denominator ?? -1) ? figure : most), undefined)?.stratum ?? ''
}
