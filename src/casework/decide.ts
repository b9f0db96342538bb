import { refuse, type Result } from '../kernel/result.ts'
import type { CaseState } from './case-state.ts'
import type { Command, Context, Decided } from './command.ts'
import { decideDestination } from './decide-destination.ts'
import { decideFact } from './decide-fact.ts'
import { decideFile, openCase } from './decide-file.ts'
import { decideMerge } from './decide-merge.ts'
import { decideMovement } from './decide-movement.ts'
import { decidePerson } from './decide-person.ts'
import { decideRequest } from './decide-request.ts'
import type { CaseRefusal } from './refusal.ts'

/** What follows from a command: events to append, with the gate decision that they rest on; or a refusal, and nothing changes. */
export function decide(command: Command, state: CaseState | undefined, context: Context): Result<Decided, CaseRefusal> {
  const actual = state?.version ?? 0
  if (context.version !== actual) return refuse({ code: 'stale-version', expected: context.version, actual })
  if (command.kind === 'open-case') return state === undefined ? openCase(command, context) : refuse({ code: 'case-already-open' })
  if (state === undefined) return refuse({ code: 'no-case' })
  return decideOpen(command, state, context)
}

/** One file for each group of commands. */
function decideOpen(command: Exclude<Command, { kind: 'open-case' }>, state: CaseState, context: Context): Result<Decided, CaseRefusal> {
  const closed = checkOpen(command, state)
  if (closed) return refuse(closed)
  switch (command.kind) {
    case 'record-identity': case 'record-nationality': case 'withdraw-nationality': case 'record-order': case 'end-order':
    case 'assign-officer': case 'travel-with': case 'travel-alone': case 'close-case': case 'reopen-case':
      return decideFile(command, state, context)
    case 'record-fact': case 'correct-fact': case 'tell-recipient': case 'send-correction': case 'record-risk': case 'record-detention': case 'record-custody-review':
      return decideFact(command, state, context)
    case 'propose-destination': case 'ask-destination': case 'record-destination-answer': case 'set-answer-period': case 'set-destination-aside': case 'make-contact':
      return decideDestination(command, state, context)
    case 'record-counsel': case 'end-counsel': case 'give-notice': case 'give-person-copy': case 'record-availability':
      return decidePerson(command, state, context)
    case 'draft-request': case 'record-earlier-request': case 'check-request': case 'approve-request': case 'send-request':
    case 'acknowledge-request': case 'arrange-interview': case 'hold-interview': case 'record-outcome': case 'withdraw-request':
      return decideRequest(command, state, context)
    case 'take-document': case 'lose-document': case 'make-booking': case 'cancel-booking': case 'hand-over': case 'depart':
    case 'record-left': case 'confirm-departure': case 'record-arrival': case 'record-unlawful-removal': case 'record-return-considered':
      return decideMovement(command, state, context)
    case 'absorb-case': case 'merge-into': case 'undo-merge': case 'undo-absorption':
      return decideMerge(command, state, context)
  }
}

// A wrong fact must be put right, and those told who received it, whether or not anybody still works on the case.
const worksOnClosed: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'record-fact', 'correct-fact', 'tell-recipient', 'send-correction', 'give-notice', 'give-person-copy', 'record-identity', 'record-nationality', 'withdraw-nationality',
  'end-order', 'assign-officer', 'reopen-case', 'confirm-departure', 'record-arrival', 'record-unlawful-removal', 'record-counsel', 'end-counsel', 'undo-absorption',
])

function checkOpen({ kind }: Command, { closed, mergedInto }: CaseState): CaseRefusal | undefined {
  if (mergedInto !== undefined) return kind === 'undo-merge' ? undefined : { code: 'case-merged', into: mergedInto }
  if (kind === 'undo-merge') return { code: 'case-not-merged' }
  if (closed === undefined) return kind === 'reopen-case' ? { code: 'case-not-closed' } : undefined
  return worksOnClosed.has(kind) ? undefined : { code: 'case-closed', reason: closed.reason, closedOn: closed.on }
}
