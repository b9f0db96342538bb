import { actualsOf, readCommitment, readSeries, writeSeries, type Actuals, type Commitment, type CommitmentFault, type PeriodCount, type TypedCommitment } from '../../cooperation/commitment.ts'
import { knownCommitments } from '../../cooperation/known-commitments.ts'
import { forecastOf, type CommitmentForecast } from '../../cooperation/commitment-forecast.ts'
import { spanOf } from '../../cooperation/period-span.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { addCommitment, listCommitments } from '../../store/country-knowledge.ts'
import { figuresOfMeasure } from '../../store/figures.ts'
import { ownMonthCounts, whatCasesThereAre, type OwnEvent } from '../../store/own-counts.ts'
import type { Transaction } from '../../store/tables.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Source } from '../read-catalogue.ts'
import { readOnly } from '../read-only.ts'
import { readingOf } from './country-reading.ts'

/** A commitment beside what was counted and what is to be expected. Nothing here is by officer or by person. */
export type CommitmentLine = {
  /** Absent for those that ship with the program. */
  readonly commitmentId?: string
  readonly commitment: Commitment
  readonly actuals?: Actuals
  readonly forecast?: CommitmentForecast
  /** Where the counts come from. */
  readonly source?: Source
  readonly fictional: boolean
}

/** Counts that can stand beside a commitment. */
export type SeriesToChoose = { readonly series: string; readonly source?: Source; readonly outcome: string; readonly event?: OwnEvent; readonly fictional: boolean }

export type Commitments = { readonly lines: readonly CommitmentLine[]; readonly series: readonly SeriesToChoose[]; readonly today: PlainDate }

/** Every commitment that stands, by its days, with its actuals and its forecast. */
export function readCommitments(services: CaseServices): Promise<Commitments> {
  const today = services.clock.today()
  return readOnly(services, async (tx) => {
    const counted = await countedSeries(tx, services, today)
    const lines = (await standingCommitments(tx)).map((line): CommitmentLine => {
      const series = counted.find(({ choice }) => choice.series === line.commitment.series)
      if (line.commitment.kind === 'capacity' || !series) return { ...line, fictional: false }
      const { choice: { source, fictional }, counts } = series
      return { ...line, fictional, ...(source ? { source } : {}), actuals: actualsOf(line.commitment, counts), forecast: forecastOf(line.commitment, counts) }
    })
    const byDays = ({ commitment: { from, until } }: CommitmentLine) => `${from}${until}`
    return { today, lines: lines.toSorted((one, other) => (byDays(one) < byDays(other) ? -1 : Number(byDays(one) > byDays(other)))), series: counted.map(({ choice }) => choice) }
  })
}

/** `replaced`: what it was to take the place of does not stand any more. */
export type CommitmentRefusal = { readonly code: 'faults'; readonly faults: readonly CommitmentFault[] } | { readonly code: 'replaced' }

/** Records a commitment, or puts another in the place of one. The same id twice is recorded once. */
export async function recordCommitment(services: CaseServices, { handle }: SignedIn, { commitmentId, replaces, typed }: { readonly commitmentId: string; readonly replaces?: string | undefined; readonly typed: TypedCommitment }): Promise<Result<null, CommitmentRefusal>> {
  const today = services.clock.today()
  const id = isId(commitmentId) ? commitmentId : services.newId()
  return services.database.transaction().execute(async (tx) => {
    const known = (await countedSeries(tx, services, today)).map(({ choice }) => choice.series)
    const commitment = readCommitment(typed, known, today)
    if (!commitment.ok) return refuse({ code: 'faults', faults: commitment.refusal })
    if ((await listCommitments(tx)).some((one) => one.commitmentId === id)) return accept(null)
    if (replaces !== undefined && !(await standingCommitments(tx)).some((one) => one.commitmentId === replaces)) return refuse({ code: 'replaced' })
    return (await addCommitment(tx, id, commitment.value, { ...(replaces === undefined ? {} : { replaces }), withdrawn: false, by: handle })) ? accept(null) : refuse({ code: 'replaced' })
  })
}

/** Those that nothing replaces, and those that ship with the program. */
async function standingCommitments(tx: Transaction): Promise<readonly { readonly commitmentId?: string; readonly commitment: Commitment }[]> {
  const all = await listCommitments(tx)
  const replaced = new Set(all.map(({ replaces }) => replaces))
  const own = all.filter(({ commitmentId, withdrawn }) => !withdrawn && !replaced.has(commitmentId)).map(({ commitmentId, commitment }) => ({ commitmentId, commitment }))
  return [...knownCommitments.map((commitment) => ({ commitment })), ...own]
}

/** Counts over periods of everything that a commitment can be held against: of all countries together, and of our own cases. */
async function countedSeries(tx: Transaction, services: CaseServices, today: PlainDate): Promise<readonly { readonly choice: SeriesToChoose; readonly counts: readonly PeriodCount[] }[]> {
  const seen = new Set<string>()
  const published: { choice: SeriesToChoose; counts: readonly PeriodCount[] }[] = []
  // The newest edition of a source comes first, and stands for it.
  for (const source of (await readingOf(services).catalogue(tx)).sources) {
    const figures = (await figuresOfMeasure(tx, source.id, 'count', { stratum: '' })).filter(({ country }) => country === 'all')
    for (const [outcome, group] of Map.groupBy(figures, (figure) => figure.outcome)) {
      const series = writeSeries({ of: 'figures', profile: profileOf(source), outcome, country: 'all' })
      const counts = group.flatMap(({ period, value }) => countOf(period, value))
      if (seen.has(series) || counts.length === 0 || readSeries(series) === undefined) continue
      seen.add(series)
      published.push({ choice: { series, source, outcome, fictional: false }, counts })
    }
  }
  return [...await ownSeries(tx, today), ...published]
}

async function ownSeries(tx: Transaction, today: PlainDate) {
  const cases = await whatCasesThereAre(tx)
  if (cases === 'none') return []
  const fictional = cases === 'fictional'
  const before = `${today.slice(0, 7)}-01` as PlainDate
  const counted = []
  for (const event of ['departed', 'document-taken'] as const) {
    const months = Map.groupBy(await ownMonthCounts(tx, event, { fictional, before }), ({ month }) => month)
    const counts = [...months].flatMap(([month, group]) => countOf(month, group.reduce((sum, { count }) => sum + count, 0)))
    counted.push({ choice: { series: writeSeries({ of: 'own', event }), outcome: '', event, fictional }, counts })
  }
  return counted
}

function countOf(period: string, value: number | null): readonly PeriodCount[] {
  const span = spanOf(period)
  return span && value !== null ? [{ ...span, period, count: value }] : []
}

/** A source is told by its profiles, whatever their versions. */
function profileOf({ sourceProfile }: Source): string {
  return sourceProfile.replaceAll(/\/\d+/g, '').replaceAll(', ', '+')
}
