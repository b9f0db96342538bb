import type { Instant } from '../../casework/fact-record.ts'
import { actualsOf, readSeries, type Actuals, type Commitment, type PeriodCount } from '../../cooperation/commitment.ts'
import { forecastOf, type CommitmentForecast } from '../../cooperation/commitment-forecast.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { listCommitments } from '../../store/country-knowledge.ts'
import { ownDayCounts, whatCasesThereAre, type DayCount, type OwnEvent } from '../../store/own-counts.ts'
import type { Transaction } from '../../store/tables.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { Source } from '../read-catalogue.ts'
import { readOnly } from '../read-only.ts'
import { findLatest, pastOf, standingOfAll, type LatestCommitment, type PastCommitment, type StandingCommitment } from './commitment-history.ts'
import { countedLately } from './counted-lately.ts'
import { countsOfSeries, monthsOf, publishedCounts, seriesToChoose, sumOf, type Published, type SeriesToChoose } from './counted-series.ts'

/** What this authority's own cases count towards a commitment, on its very days. Nothing here is by officer or by person. */
export type OwnCount = {
  readonly event: OwnEvent
  readonly count: number
  /** The last day that can have been counted. */
  readonly through: PlainDate
  /** The first day of any such thing that is kept here: what happened before it is not known here. */
  readonly since: PlainDate
  readonly fictional: boolean
}

/** A commitment beside what was counted and what is to be expected. */
export type CommitmentLine = StandingCommitment & {
  /** First choice: this authority's own departures by the commitment's own days. */
  readonly own?: OwnCount
  /** What is published, and from where. */
  readonly actuals?: Actuals
  readonly sources: readonly Source[]
  readonly forecast?: CommitmentForecast
  /** Whether the forecast is of this authority's own months. */
  readonly forecastOfOwn: boolean
}

export type Commitments = { readonly lines: readonly CommitmentLine[]; readonly past: readonly PastCommitment[]; readonly series: readonly SeriesToChoose[]; readonly today: PlainDate; /** When own cases were counted, where there are any. */ readonly ownAsOf?: Instant }

/** Every commitment that stands, by its days, with its actuals and its forecast; and those that stand no longer. */
export function readCommitments(services: CaseServices): Promise<Commitments> {
  const today = services.clock.today()
  return readOnly(services, async (tx) => {
    const [published, cases, kept] = [await publishedCounts(tx, services), await whatCasesThereAre(tx), await listCommitments(tx)]
    const counted = cases === 'none' ? undefined : await countedLately(services, `days of ${cases} cases`, () => daysOfOwn(tx, cases === 'fictional'))
    const own = counted && { fictional: cases === 'fictional', days: counted.value }
    const lines = standingOfAll(kept).map((one) => lineOf(one, { published, own, today }))
    const byDays = ({ commitment: { from, until } }: CommitmentLine) => `${from}${until}`
    return { today, lines: lines.toSorted((one, other) => (byDays(one) < byDays(other) ? -1 : Number(byDays(one) > byDays(other)))), past: pastOf(kept), series: seriesToChoose(published, cases), ...(counted ? { ownAsOf: counted.asOf } : {}) }
  })
}

/** The latest commitment under a name that an address gave, withdrawn or not. */
export function readLatest(services: CaseServices, ref: string): Promise<LatestCommitment | undefined> {
  return readOnly(services, async (tx) => findLatest(await listCommitments(tx), ref))
}

type OwnDays = Readonly<Record<OwnEvent, readonly DayCount[]>>
type Counted = { readonly published: readonly Published[]; readonly own: { readonly fictional: boolean; readonly days: OwnDays } | undefined; readonly today: PlainDate }

async function daysOfOwn(tx: Transaction, fictional: boolean): Promise<OwnDays> {
  return { departed: await ownDayCounts(tx, 'departed', { fictional }), 'document-taken': await ownDayCounts(tx, 'document-taken', { fictional }) }
}

function lineOf(one: StandingCommitment, { published, own, today }: Counted): CommitmentLine {
  const { commitment } = one
  if (commitment.kind === 'capacity') return { ...one, sources: [], forecastOfOwn: false }
  const event = ownEventOf(commitment)
  const days = own && event && own.days[event].filter(({ jurisdiction }) => commitment.cases === undefined || jurisdiction === commitment.cases)
  const counted = own && event && days && ownCountOf(commitment, days, { event, fictional: own.fictional, today })
  const counts = countsOfSeries(commitment.series, published)
  const overlapping = counts.filter(({ from, until }) => from <= commitment.until && until >= commitment.from)
  return {
    ...one, sources: [...new Set(overlapping.map(({ source }) => source))], ...(counted ? { own: counted } : {}), ...(counts.length === 0 ? {} : { actuals: actualsOf(commitment, counts) }),
    ...expected(commitment, days && monthsOf(days, today), counts),
  }
}

/** What is to be expected, from this authority's own months where there are enough of them; else from what is published. */
function expected(commitment: Commitment, months: readonly PeriodCount[] | undefined, counts: readonly PeriodCount[]): Pick<CommitmentLine, 'forecast' | 'forecastOfOwn'> {
  const own = months && months.length > 0 ? forecastOf(commitment, months) : undefined
  if (own && (own.kind === 'made' || counts.length === 0)) return { forecast: own, forecastOfOwn: true }
  return counts.length === 0 ? { forecastOfOwn: false } : { forecast: forecastOf(commitment, counts), forecastOfOwn: false }
}

/** Own cases count where the commitment names them, or where it is known whose cases it is about. */
function ownEventOf({ series, cases }: Commitment): OwnEvent | undefined {
  const named = readSeries(series)
  return named?.of === 'own' ? named.event : cases === undefined ? undefined : 'departed'
}

function ownCountOf({ from, until }: Commitment, days: readonly DayCount[], { event, fictional, today }: { readonly event: OwnEvent; readonly fictional: boolean; readonly today: PlainDate }): OwnCount | undefined {
  const [through, since] = [until < today ? until : today, days[0]?.day]
  // An installation that began after these days has nothing to say of them.
  if (from > today || since === undefined || since > through) return undefined
  return { event, count: sumOf(days.filter(({ day }) => day >= from && day <= through)), through, since, fictional }
}
