import { findDay, type PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

/** The rungs of the ladder, lowest first. What a measure is called says nothing of whether it is wise. */
export const rungs = ['working-level', 'demarche', 'joint-work', 'agreement', 'positive', 'targeted-visa', 'class-visa', 'broad-visa', 'trade-or-aid'] as const
export type Rung = (typeof rungs)[number]

export const engagementKinds = ['decided', 'started', 'replied', 'reviewed', 'ended'] as const
export type EngagementKind = (typeof engagementKinds)[number]

/** What a decision must say: nothing is begun without its law, its office, its end and a day on which it is looked at again. */
export type Decided = {
  readonly kind: 'decided'
  readonly on: PlainDate
  readonly rung: Rung
  readonly what: string
  readonly legalBasis: string
  /** An office, never a person. */
  readonly decidedBy: string
  readonly startsOn: PlainDate
  readonly sunsetOn: PlainDate
  readonly reviewBy: PlainDate
  /** SHA-256 of the evidence that it rested on, as it was kept that day. */
  readonly evidence: string
  readonly source: string
}

export type EngagementEvent =
  | Decided
  | { readonly kind: 'started'; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'replied'; readonly on: PlainDate; readonly says: string; readonly source: string }
  /** A review goes on to the next one, and alone may move the sunset. */
  | { readonly kind: 'reviewed'; readonly on: PlainDate; readonly says: string; readonly reviewBy: PlainDate; readonly sunsetOn: PlainDate; readonly source: string }
  | { readonly kind: 'ended'; readonly on: PlainDate; readonly says: string; readonly source: string }

/** A measure as its events make it. */
export type EngagementMeasure = Omit<Decided, 'kind' | 'on' | 'source'> & {
  readonly decidedOn: PlainDate
  readonly startedOn?: PlainDate
  readonly repliedOn?: PlainDate
  readonly reviewedOn?: PlainDate
  readonly endedOn?: PlainDate
  /** Events so far. */
  readonly version: number
}

/** Past its sunset a measure is over, whatever nobody recorded. */
export type Standing = 'decided' | 'in-force' | 'lapsed' | 'ended'

export type EngagementField = 'on' | 'rung' | 'what' | 'legalBasis' | 'decidedBy' | 'startsOn' | 'sunsetOn' | 'reviewBy' | 'source' | 'says' | 'kind'
export type EngagementFault = { readonly field: EngagementField; readonly code: 'missing' | 'too-long' | 'not-listed' | 'not-a-day' | 'in-future' | 'before-last' | 'not-after-start' | 'not-before-sunset' | 'not-after-today' | 'over' | 'started-already' | 'not-started' }

/** As somebody typed it; fields that an event has not are not asked. */
export type TypedEngagement = Readonly<Partial<Record<EngagementField, string>>>

/** Reads the decision of a new measure, or says everything that is wrong with it. */
export function readDecision(typed: TypedEngagement, evidence: string, today: PlainDate): Result<Decided, readonly EngagementFault[]> {
  const rung = rungs.find((one) => one === typed.rung)
  const [on, startsOn, sunsetOn, reviewBy] = [dayIn(typed, 'on'), dayIn(typed, 'startsOn'), dayIn(typed, 'sunsetOn'), dayIn(typed, 'reviewBy')]
  const faults = [
    ...(['on', 'startsOn', 'sunsetOn', 'reviewBy'] as const).flatMap((field) => missingDay(typed, field)),
    ...textFaults(typed, ['what', 'legalBasis', 'decidedBy', 'source']),
    ...(rung ? [] : [fault('rung', typed.rung ? 'not-listed' : 'missing')]),
    ...(on && on > today ? [fault('on', 'in-future')] : []),
    ...(startsOn && sunsetOn && sunsetOn <= startsOn ? [fault('sunsetOn', 'not-after-start')] : []),
    ...(reviewBy && sunsetOn && reviewBy >= sunsetOn ? [fault('reviewBy', 'not-before-sunset')] : []),
    ...(reviewBy && on && reviewBy <= on ? [fault('reviewBy', 'not-after-today')] : []),
  ]
  if (faults.length > 0 || !rung || !on || !startsOn || !sunsetOn || !reviewBy) return refuse(faults)
  const { what = '', legalBasis = '', decidedBy = '', source = '' } = typed
  return accept({ kind: 'decided', on, rung, what, legalBasis, decidedBy, startsOn, sunsetOn, reviewBy, evidence, source })
}

/** Reads what happened next to a measure, or says everything that is wrong with it. */
export function readNext(events: readonly EngagementEvent[], typed: TypedEngagement, today: PlainDate): Result<EngagementEvent, readonly EngagementFault[]> {
  const state = measureOf(events)
  const kind = engagementKinds.find((one) => one === typed.kind && one !== 'decided')
  const on = dayIn(typed, 'on')
  const faults = [
    ...(kind ? orderFaults(kind, state) : [fault('kind', typed.kind ? 'not-listed' : 'missing')]),
    ...missingDay(typed, 'on'),
    ...(on && on > today ? [fault('on', 'in-future')] : []),
    ...(on && on < (events.at(-1)?.on ?? on) ? [fault('on', 'before-last')] : []),
    ...textFaults(typed, kind === 'started' ? ['source'] : ['says', 'source']),
    ...(kind === 'reviewed' ? reviewFaults(typed, on) : []),
  ]
  if (faults.length > 0 || !kind || !on) return refuse(faults)
  const { says = '', source = '' } = typed
  if (kind === 'started') return accept({ kind, on, source })
  if (kind !== 'reviewed') return accept({ kind: kind === 'ended' ? 'ended' : 'replied', on, says, source })
  return accept({ kind, on, says, source, reviewBy: dayIn(typed, 'reviewBy') ?? state.reviewBy, sunsetOn: dayIn(typed, 'sunsetOn') ?? state.sunsetOn })
}

/** What the events make of a measure; the first one decides it. */
export function measureOf(events: readonly EngagementEvent[]): EngagementMeasure {
  const [first, ...rest] = events
  invariant(first?.kind === 'decided', 'a measure begins with its decision')
  const { kind: _, on: decidedOn, source: __, ...decided } = first
  return { ...rest.reduce<Omit<EngagementMeasure, 'version'>>(evolve, { ...decided, decidedOn }), version: events.length }
}

/** Where a measure stands on a day. */
export function standingOfMeasure({ startsOn, startedOn, sunsetOn, endedOn }: EngagementMeasure, today: PlainDate): Standing {
  if (endedOn !== undefined && endedOn <= today) return 'ended'
  if (sunsetOn < today) return 'lapsed'
  return startedOn !== undefined && startsOn <= today ? 'in-force' : 'decided'
}

function evolve(measure: Omit<EngagementMeasure, 'version'>, event: EngagementEvent): Omit<EngagementMeasure, 'version'> {
  switch (event.kind) {
    case 'decided': return measure
    case 'started': return { ...measure, startedOn: event.on }
    case 'replied': return { ...measure, repliedOn: event.on }
    case 'reviewed': return { ...measure, reviewedOn: event.on, reviewBy: event.reviewBy, sunsetOn: event.sunsetOn }
    case 'ended': return { ...measure, endedOn: event.on }
  }
}

function orderFaults(kind: EngagementKind, { startedOn, endedOn }: EngagementMeasure): EngagementFault[] {
  if (endedOn !== undefined) return [fault('kind', 'over')]
  if (kind === 'started' && startedOn !== undefined) return [fault('kind', 'started-already')]
  // A state may answer to the announcement alone, and a measure may be given up before it starts.
  return kind === 'reviewed' && startedOn === undefined ? [fault('kind', 'not-started')] : []
}

function reviewFaults(typed: TypedEngagement, on: PlainDate | undefined): EngagementFault[] {
  const [reviewBy, sunsetOn] = [dayIn(typed, 'reviewBy'), dayIn(typed, 'sunsetOn')]
  return [
    ...missingDay(typed, 'reviewBy'), ...missingDay(typed, 'sunsetOn'),
    ...(reviewBy && on && reviewBy <= on ? [fault('reviewBy', 'not-after-today')] : []),
    ...(reviewBy && sunsetOn && reviewBy >= sunsetOn ? [fault('reviewBy', 'not-before-sunset')] : []),
  ]
}

function dayIn(typed: TypedEngagement, field: EngagementField): PlainDate | undefined {
  return findDay(typed[field] ?? '')
}

function missingDay(typed: TypedEngagement, field: EngagementField): EngagementFault[] {
  return dayIn(typed, field) ? [] : [fault(field, (typed[field] ?? '') === '' ? 'missing' : 'not-a-day')]
}

function textFaults(typed: TypedEngagement, fields: readonly EngagementField[]): EngagementFault[] {
  return fields.flatMap((field) => {
    const text = typed[field] ?? ''
    return text === '' ? [fault(field, 'missing')] : text.length > 2000 ? [fault(field, 'too-long')] : []
  })
}

function fault(field: EngagementField, code: EngagementFault['code']): EngagementFault {
  return { field, code }
}
