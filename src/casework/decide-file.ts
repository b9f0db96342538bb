import { accept, refuse, type Result } from '../kernel/result.ts'
import { hasLeft, nationalitiesOf, returnToConsider, type CaseState } from './case-state.ts'
import { checkCountry } from './check-country.ts'
import { checkNotBefore, checkPastDay } from './check-day.ts'
import { checkIdentity } from './check-identity.ts'
import { checkFilled, checkListed, checkNewId, checkSource, firstOf } from './check-value.ts'
import type { Context, Decided, FileCommand } from './command.ts'
import type { CaseEvent } from './event.ts'
import { closeReasons, nationalityBases, orderKinds } from './lists.ts'
import type { CaseRefusal } from './refusal.ts'
import { isAwaited } from './request-standing.ts'
import { checkForeigner } from './take-step.ts'

type Answer = Result<Decided, CaseRefusal>
type Of<Kind extends FileCommand['kind']> = Extract<FileCommand, { kind: Kind }>

/** Opens a case. There is none of this id before. */
export function openCase({ jurisdiction, identity, on, source }: Of<'open-case'>, { today }: Context): Answer {
  const refusal = firstOf(checkListed('jurisdiction', jurisdiction, ['CA', 'US']), checkIdentity(identity, today), checkPastDay('on', on, today), checkSource(source))
  return refusal ? refuse(refusal) : happened({ kind: 'case-opened', jurisdiction, identity, openedOn: on, source })
}

/** Commands about the case as a file. */
export function decideFile(command: Exclude<FileCommand, { kind: 'open-case' }>, state: CaseState, context: Context): Answer {
  const refusal = checkFile(command, state, context)
  return refusal ? refuse(refusal) : happened(eventOf(command))
}

function checkFile(command: Exclude<FileCommand, { kind: 'open-case' }>, state: CaseState, { today }: Context): CaseRefusal | undefined {
  switch (command.kind) {
    case 'record-identity': return firstOf(checkIdentity(command.identity, today), checkSource(command.source), JSON.stringify(command.identity) === JSON.stringify(state.identity) ? { code: 'nothing-changed' } : undefined)
    case 'record-nationality': return checkNationality(command, state, today)
    case 'withdraw-nationality': return firstOf(checkWithdrawnNationality(command, state), checkPastDay('on', command.on, today), checkSource(command.source))
    case 'record-order': return checkOrder(command, state, today)
    case 'end-order': return firstOf(checkPastDay('on', command.on, today), checkEndedOrder(command, state), checkFilled('reason', command.reason), checkSource(command.source))
    case 'assign-officer': return firstOf(checkFilled('officer', command.officer), checkFilled('note', command.note), state.officers.at(-1)?.officer === command.officer ? { code: 'same-officer', officer: command.officer } : undefined)
    case 'travel-with': return firstOf(checkFilled('group', command.group), state.travelGroup === command.group ? { code: 'nothing-changed' } : undefined)
    case 'travel-alone': return state.travelGroup === undefined ? { code: 'not-travelling-with-others' } : undefined
    case 'close-case': return firstOf(checkPastDay('on', command.on, today), checkNotBefore(command.on, 'case-opened', state.openedOn), checkClosing(command, state))
    // Only a closed case comes here (`decide`); the types do not know it.
    case 'reopen-case': return firstOf(checkPastDay('on', command.on, today), checkNotBefore(command.on, 'case-closed', state.closed?.on), checkFilled('reason', command.reason))
  }
}

function eventOf(command: Exclude<FileCommand, { kind: 'open-case' }>): CaseEvent {
  switch (command.kind) {
    case 'record-identity': return { kind: 'identity-recorded', identity: command.identity, source: command.source }
    case 'record-nationality': return { kind: 'nationality-recorded', country: command.country, basis: command.basis, on: command.on, source: command.source }
    case 'withdraw-nationality': return { kind: 'nationality-withdrawn', country: command.country, on: command.on, source: command.source }
    case 'record-order': return { kind: 'order-recorded', orderId: command.orderId, orderKind: command.orderKind, madeOn: command.on, source: command.source }
    case 'end-order': return { kind: 'order-ended', orderId: command.orderId, reason: command.reason, on: command.on, source: command.source }
    case 'assign-officer': return { kind: 'officer-assigned', officer: command.officer, note: command.note }
    case 'travel-with': return { kind: 'travels-with', group: command.group }
    case 'travel-alone': return { kind: 'travels-alone' }
    case 'close-case': return { kind: 'case-closed', reason: command.reason, on: command.on }
    case 'reopen-case': return { kind: 'case-reopened', reason: command.reason, on: command.on }
  }
}

// A person may have several nationalities, and one on several grounds; the same one on the same ground twice says nothing new.
function checkNationality({ country, basis, on, source }: Of<'record-nationality'>, state: CaseState, today: Context['today']): CaseRefusal | undefined {
  const again = nationalitiesOf(state).some((one) => one.country === country && one.basis === basis)
  return firstOf(checkCountry(country), checkListed('basis', basis, nationalityBases), checkPastDay('on', on, today), checkSource(source), again ? { code: 'nationality-already-recorded', country } : undefined)
}

function checkWithdrawnNationality({ country, on }: Of<'withdraw-nationality'>, state: CaseState): CaseRefusal | undefined {
  const recorded = nationalitiesOf(state).filter((one) => one.country === country)
  if (recorded.length === 0) return { code: 'unknown-nationality', country }
  return firstOf(...recorded.map((one) => checkNotBefore(on, 'nationality-recorded', one.on)))
}

function checkOrder({ orderId, orderKind, on, source }: Of<'record-order'>, state: CaseState, today: Context['today']): CaseRefusal | undefined {
  return firstOf(checkForeigner(state), checkNewId(orderId, state.orders.map((order) => order.orderId)), checkListed('orderKind', orderKind, orderKinds[state.jurisdiction]), checkPastDay('on', on, today), checkSource(source))
}

function checkEndedOrder({ orderId, on }: Of<'end-order'>, { orders }: CaseState): CaseRefusal | undefined {
  const order = orders.find((one) => one.orderId === orderId)
  if (!order) return { code: 'unknown-order', orderId }
  return order.ended ? { code: 'order-ended', orderId } : checkNotBefore(on, 'order-recorded', order.madeOn)
}

function checkClosing({ reason }: Of<'close-case'>, state: CaseState): CaseRefusal | undefined {
  const requests = state.requests.filter(isAwaited).map((request) => request.requestId)
  const bookings = state.bookings.filter((booking) => isAhead(booking.bookingId, state)).map((booking) => booking.bookingId)
  return firstOf(
    checkListed('reason', reason, closeReasons),
    reason === 'merged' ? { code: 'reason-does-not-fit', reason } : undefined,
    checkLeaving(reason, state),
    checkReturnConsidered(reason, state),
    requests.length + bookings.length > 0 ? { code: 'still-open', requests, bookings } : undefined,
  )
}

/** Booked, not cancelled, and not used. */
function isAhead(bookingId: string, { bookings, departures }: CaseState): boolean {
  return bookings.some((one) => one.bookingId === bookingId && one.cancelledOn === undefined) && !departures.some((one) => one.bookingId === bookingId)
}

// "Departed" is said of who was seen to leave, or is known to have left: a departure without its confirmation closes nothing.
function checkLeaving(reason: Of<'close-case'>['reason'], state: CaseState): CaseRefusal | undefined {
  if (reason !== 'departed' && reason !== 'left-without-removal') return undefined
  if (!hasLeft(state)) return { code: 'person-has-not-left' }
  const last = state.departures.at(-1)
  if ((last?.kind === 'removal') !== (reason === 'departed')) return { code: 'reason-does-not-fit', reason }
  return last?.confirmed ? undefined : { code: 'not-confirmed' }
}

// Whether to bring somebody back who was removed unlawfully is for the authority to consider; only death makes that idle.
function checkReturnConsidered(reason: Of<'close-case'>['reason'], state: CaseState): CaseRefusal | undefined {
  const open = reason === 'died' ? undefined : returnToConsider(state)
  return open && { code: 'return-to-be-considered', ...open }
}

function happened(...events: readonly CaseEvent[]): Answer {
  return accept({ events })
}
