import { accept, refuse, type Result } from '../kernel/result.ts'
import type { CaseState } from './case-state.ts'
import { checkNotBefore, checkPastDay } from './check-day.ts'
import { checkFilled, checkListed, checkNewId, checkSource, firstOf } from './check-value.ts'
import type { Context, Decided, PersonCommand } from './command.ts'
import type { CaseEvent } from './event.ts'
import type { CaseRefusal } from './refusal.ts'

type Of<Kind extends PersonCommand['kind']> = Extract<PersonCommand, { kind: Kind }>

/** Commands about the person and those who speak for the person: counsel, notices, copies, whether they can be reached. */
export function decidePerson(command: PersonCommand, state: CaseState, context: Context): Result<Decided, CaseRefusal> {
  const refusal = firstOf(checkPastDay('on', command.on, context.today), checkPerson(command, state))
  return refusal ? refuse(refusal) : accept({ events: [eventOf(command)] })
}

function checkPerson(command: PersonCommand, state: CaseState): CaseRefusal | undefined {
  switch (command.kind) {
    case 'record-counsel': return firstOf(checkNewId(command.counselId, state.counsel.map((one) => one.counselId)), checkFilled('name', command.name), checkFilled('address', command.address))
    case 'end-counsel': return checkEndedCounsel(command, state)
    case 'give-notice': return checkNotice(command, state)
    case 'give-person-copy': return checkCopy(command, state)
    case 'record-availability': return firstOf(checkSource(command.source), checkNotBefore(command.on, 'availability-recorded', state.available?.on))
  }
}

function eventOf(command: PersonCommand): CaseEvent {
  switch (command.kind) {
    case 'record-counsel': return { kind: 'counsel-recorded', counselId: command.counselId, name: command.name, address: command.address, from: command.on }
    case 'end-counsel': return { kind: 'counsel-ended', counselId: command.counselId, on: command.on }
    case 'give-notice': return { kind: 'notice-given', noticeId: command.noticeId, to: command.to, about: command.about, factIds: command.factIds, on: command.on, source: command.source }
    case 'give-person-copy': return { kind: 'person-copy-given', requestId: command.requestId, on: command.on, receipt: command.receipt }
    case 'record-availability': return { kind: 'availability-recorded', available: command.available, on: command.on, source: command.source }
  }
}

function checkEndedCounsel({ counselId, on }: Of<'end-counsel'>, { counsel }: CaseState): CaseRefusal | undefined {
  const found = counsel.find((one) => one.counselId === counselId)
  if (!found) return { code: 'unknown-counsel', counselId }
  return found.endedOn === undefined ? checkNotBefore(on, 'counsel-recorded', found.from) : { code: 'counsel-ended', counselId }
}

function checkNotice({ noticeId, to, about, factIds, on, source }: Of<'give-notice'>, { notices, facts, counsel }: CaseState): CaseRefusal | undefined {
  const hasCounsel = counsel.some((one) => one.from <= on && (one.endedOn === undefined || on <= one.endedOn))
  const strange = factIds.find((factId) => !facts.some((fact) => fact.id === factId))
  return firstOf(
    checkNewId(noticeId, notices.map((notice) => notice.noticeId)), checkListed('to', to, ['person', 'counsel']), checkFilled('about', about), checkSource(source),
    strange === undefined ? undefined : { code: 'unknown-fact-record', factId: strange },
    to === 'counsel' && !hasCounsel ? { code: 'no-counsel' } : undefined,
  )
}

function checkCopy({ requestId, receipt, on }: Of<'give-person-copy'>, { requests }: CaseState): CaseRefusal | undefined {
  const request = requests.find((one) => one.requestId === requestId)
  if (!request) return { code: 'unknown-request', requestId }
  return firstOf(checkFilled('receipt', receipt), checkNotBefore(on, 'request-drafted', request.drafted?.on))
}
