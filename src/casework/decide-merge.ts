import { accept, refuse, type Result } from '../kernel/result.ts'
import { nationalitiesOf, returnToConsider, type CaseState } from './case-state.ts'
import { checkPastDay } from './check-day.ts'
import { checkFilled, firstOf } from './check-value.ts'
import type { Context, Decided, MergeCommand } from './command.ts'
import type { CaseEvent } from './event.ts'
import { mayBeMinor } from './minority.ts'
import type { CaseRefusal } from './refusal.ts'
import { isAwaited } from './request-standing.ts'

type Other = NonNullable<Context['other']>

/**
 * Two records of one person become one, and two again if that was wrong. What protects the person must never be lost between them:
 * the case that stays takes the facts over before the duplicate is merged, and gives them up only after the merge is undone.
 */
export function decideMerge({ kind, on, reason }: MergeCommand, state: CaseState, { caseId, today, other }: Context): Result<Decided, CaseRefusal> {
  if (!other) return refuse({ code: 'other-case-missing' })
  const refusal = firstOf(
    other.caseId === caseId ? { code: 'same-case' } : undefined,
    other.state.jurisdiction === state.jurisdiction ? undefined : { code: 'other-jurisdiction' },
    checkPastDay('on', on, today), checkFilled('reason', reason), checkMerge(kind, caseId, state, other, today),
  )
  return refusal ? refuse(refusal) : accept({ events: [eventOf(kind, on, reason, other)] })
}

function checkMerge(kind: MergeCommand['kind'], caseId: string, state: CaseState, other: Other, today: Context['today']): CaseRefusal | undefined {
  switch (kind) {
    case 'absorb-case': return checkAbsorbing(state, other, today)
    case 'merge-into': return checkMerging(caseId, state, other)
    case 'undo-merge': return state.mergedInto === other.caseId ? undefined : { code: 'not-absorbed', caseId: other.caseId }
    case 'undo-absorption': return checkUndoing(caseId, state, other)
  }
}

function eventOf(kind: MergeCommand['kind'], on: MergeCommand['on'], reason: string, other: Other): CaseEvent {
  switch (kind) {
    case 'absorb-case': return absorbedEvent(on, reason, other)
    case 'merge-into': return { kind: 'merged-into', caseId: other.caseId, on, reason }
    case 'undo-merge': return { kind: 'merge-undone', caseId: other.caseId, on, reason }
    case 'undo-absorption': return { kind: 'absorption-undone', caseId: other.caseId, on, reason }
  }
}

function checkAbsorbing(state: CaseState, { caseId, state: duplicate }: Other, today: Context['today']): CaseRefusal | undefined {
  if (duplicate.mergedInto !== undefined) return { code: 'case-merged', into: duplicate.mergedInto }
  if (absorptionOf(caseId, state)) return { code: 'already-absorbed', caseId }
  // Particulars are not taken over: one record of a person stays. A child must not grow up by that.
  const { bornOn } = duplicate.identity
  if (bornOn !== undefined && mayBeMinor(bornOn, today) && !mayBeMinor(state.identity.bornOn, today)) return { code: 'minority-would-be-lost', bornOn }
  const mine = new Set([...state.facts.map((fact) => fact.id), ...state.risks.map((risk) => risk.riskId)])
  const same = [...duplicate.facts.map((fact) => fact.id), ...duplicate.risks.map((risk) => risk.riskId)].find((id) => mine.has(id))
  return same === undefined ? undefined : { code: 'id-in-use', id: same }
}

function absorbedEvent(on: MergeCommand['on'], reason: string, { caseId, state }: Other): CaseEvent {
  const facts = state.facts.map(({ absorbedFrom: _from, ...record }) => record)
  const nationalities = nationalitiesOf(state).map(({ country, basis, on: recordedOn, source }) => ({ country, basis, on: recordedOn, source }))
  const risks = state.risks.map(({ absorbedFrom: _from, ...risk }) => risk)
  return { kind: 'case-absorbed', caseId, version: state.version, facts, nationalities, risks, on, reason }
}

function checkMerging(caseId: string, state: CaseState, { state: survivor }: Other): CaseRefusal | undefined {
  if (survivor.mergedInto !== undefined) return { code: 'case-merged', into: survivor.mergedInto }
  // Taken over at this very version: a fact recorded since would be left behind.
  if (absorptionOf(caseId, survivor)?.version !== state.version) return { code: 'not-absorbed', caseId }
  const requests = state.requests.filter(isAwaited).map((request) => request.requestId)
  const bookings = state.bookings.filter((one) => one.cancelledOn === undefined && !state.departures.some((left) => left.bookingId === one.bookingId)).map((one) => one.bookingId)
  if (requests.length + bookings.length > 0) return { code: 'still-open', requests, bookings }
  const toConsider = returnToConsider(state)
  return toConsider && { code: 'return-to-be-considered', ...toConsider }
}

function checkUndoing(caseId: string, state: CaseState, { caseId: duplicateId, state: duplicate }: Other): CaseRefusal | undefined {
  if (duplicate.mergedInto === caseId) return { code: 'still-merged', caseId: duplicateId }
  if (!absorptionOf(duplicateId, state)) return { code: 'not-absorbed', caseId: duplicateId }
  // What was put right here must be put right there before the two part, or a wrong record would count again.
  const corrections = state.facts.filter((fact) => fact.absorbedFrom === duplicateId && fact.corrects !== undefined)
  const lost = corrections.filter((mine) => !duplicate.facts.some((theirs) => theirs.corrects === mine.corrects && theirs.value === mine.value && theirs.on === mine.on && theirs.destination === mine.destination && theirs.place === mine.place))
  return lost.length === 0 ? undefined : { code: 'correction-would-be-lost', factIds: lost.map((fact) => fact.id) }
}

function absorptionOf(caseId: string, { absorbed }: CaseState): CaseState['absorbed'][number] | undefined {
  return absorbed.find((one) => one.caseId === caseId && one.undoneOn === undefined)
}
