import type { Answers } from '../cooperation/answer-time.ts'
import { compareByFunnel } from '../cooperation/compare.ts'
import type { Measurement, PublishedComparison, Reconciliation } from '../cooperation/measurement.ts'
import { defaultMethod, findMethod, type Method, methods } from '../cooperation/methods.ts'
import { rankByShare } from '../cooperation/rank.ts'
import { comparePublished } from '../intake/compare-published.ts'
import { countFiles } from '../intake/count-files.ts'
import type { CountOptions } from '../intake/count-options.ts'
import { groupByProfile, loadProfile } from '../intake/find-profile.ts'
import type { Stratum } from '../intake/profile.ts'
import type { IntakeRefusal } from '../intake/refusal.ts'
import type { Quarantine, Tally } from '../intake/tally.ts'
import type { PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { RankRefusal } from '../statistics/rank-sets.ts'
import { inputsOf, measureTallies } from './measure-tallies.ts'

export type MeasureRequest = {
  readonly files: readonly string[]
  /** Name of a built-in profile, or path of a profile file. */
  readonly profile: string | undefined
  readonly byCountry: boolean
  readonly strata: readonly Stratum[]
  readonly asOf: PlainDate | undefined
  readonly method: string | undefined
  readonly published: string | undefined
  readonly rankSetsDay: number | undefined
  readonly seed: number
  readonly onProgress: CountOptions['onProgress']
}

export type MeasureRefusal =
  | IntakeRefusal
  | { readonly code: 'unknown-method'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'method-does-not-fit'; readonly method: string; readonly fitting: readonly string[] }
  | { readonly code: 'files-do-not-go-together'; readonly profiles: readonly string[] }
  | RankRefusal

export type Measured = { readonly measurement: Measurement; readonly quarantine: Quarantine }

/** Reads the files, counts them, and says what the method finds: from files to figures in one call. */
export async function measureFiles(request: MeasureRequest): Promise<Result<Measured, MeasureRefusal>> {
  // 1. The method first: a misspelt name should not cost a long read.
  const asked = request.method === undefined ? undefined : findMethod(request.method)
  if (request.method !== undefined && !asked) return refuse({ code: 'unknown-method', name: request.method, known: methods.map(({ name }) => name) })
  // 2. Read and count.
  const tallies = await countAll(request)
  if (!tallies.ok) return tallies
  // 3. Decide.
  const fitting = inputsOf(tallies.value)
  const method = asked ?? defaultMethod(fitting[0] ?? 'counts')
  if (!fitting.includes(method.reads)) {
    return refuse({ code: 'method-does-not-fit', method: method.name, fitting: methods.filter(({ reads }) => fitting.includes(reads)).map(({ name }) => name) })
  }
  const answers = measureTallies(tallies.value, method, request.byCountry)
  const published = request.published === undefined ? undefined : await publishedOf(tallies.value, request.published)
  if (published && !published.ok) return published
  const rankSets = request.rankSetsDay === undefined ? undefined : rankByShare(answers.figures, request.rankSetsDay, request.seed)
  if (rankSets && !rankSets.ok) return rankSets
  return accept({
    measurement: { ...measurementOf(tallies.value, method, answers), ...(published ? { published: published.value } : {}), ...(rankSets ? { rankSets: rankSets.value } : {}) },
    quarantine: {
      rows: tallies.value.flatMap(({ quarantine }) => quarantine.rows),
      unlisted: tallies.value.reduce((sum, { quarantine }) => sum + quarantine.unlisted, 0),
    },
  })
}

async function countAll(request: MeasureRequest): Promise<Result<Tally[], MeasureRefusal>> {
  const profile = request.profile === undefined ? undefined : await loadProfile(request.profile)
  if (profile && !profile.ok) return profile
  const sources = profile ? accept([{ profile: profile.value, files: request.files }]) : await groupByProfile(request.files)
  if (!sources.ok) return sources
  const tallies: Tally[] = []
  for (const source of sources.value) {
    const options = { strata: request.strata, asOf: request.asOf, clusters: true, onProgress: request.onProgress, profile: source.profile }
    const tally = await countFiles(source.files, options)
    if (!tally.ok) return tally
    // A measurement of nothing would pass for one that found nothing.
    if (tally.value.reconciliation.rowsUsed === 0) return refuse({ code: 'no-rows', file: tally.value.inputs.map(({ name }) => name).join(', ') })
    tallies.push(tally.value)
  }
  if (tallies.length > 1 && tallies.some(({ kind }) => kind === 'durations')) {
    return refuse({ code: 'files-do-not-go-together', profiles: sources.value.map((source) => source.profile.name) })
  }
  return accept(tallies)
}

async function publishedOf(tallies: readonly Tally[], file: string): Promise<Result<PublishedComparison, MeasureRefusal>> {
  const [tally] = tallies
  return tally ? comparePublished(tally, file) : refuse({ code: 'file-missing', file })
}

function measurementOf(tallies: readonly Tally[], method: Method, answers: Answers): Measurement {
  const asOf = tallies.map((tally) => tally.asOf).toSorted().at(-1) as PlainDate
  const funnel = funnelOf(method, answers)
  return {
    format: 'comity-measurement/1',
    method: method.name,
    asOf,
    vintage: asOf,
    inputs: tallies.flatMap(({ inputs }) => inputs),
    // Comity's own format leaves gated time out by construction; other files do not say.
    gatedTimeRemoved: method.reads === 'cohort' ? true : null,
    reconciliation: tallies.map(({ reconciliation }) => reconciliation).reduce(addReconciliations),
    figures: answers.figures,
    curves: answers.curves,
    ...(funnel ? { funnel } : {}),
    cautions: [...new Set(answers.cautions)],
  }
}

// An authority's own delay says nothing of the state: countries are compared on the state's clock only.
function funnelOf(method: Method, { figures }: Answers) {
  if (method.reads === 'cohort') return compareByFunnel(figures.filter(({ clock }) => clock !== 'own'), 'answered-by', 180)
  return method.reads === 'right-truncated' ? compareByFunnel(figures, 'completed-by', 180) : undefined
}

function addReconciliations(a: Reconciliation, b: Reconciliation): Reconciliation {
  return {
    rowsRead: a.rowsRead + b.rowsRead,
    rowsUsed: a.rowsUsed + b.rowsUsed,
    quarantined: addReasons([...a.quarantined, ...b.quarantined]),
    countedWithoutDuration: addReasons([...a.countedWithoutDuration, ...b.countedWithoutDuration]),
  }
}

function addReasons(parts: Reconciliation['quarantined']): Reconciliation['quarantined'] {
  return [...Map.groupBy(parts, ({ reason }) => reason)].map(([reason, same]) => ({ reason, rows: same.reduce((sum, { rows }) => sum + rows, 0) }))
}
