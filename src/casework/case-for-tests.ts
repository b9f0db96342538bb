import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import type { LawBook } from '../law/book.ts'
import type { Condition, Rule } from '../law/rule.ts'
import type { CaseState } from './case-state.ts'
import type { Command, Context } from './command.ts'
import { decide } from './decide.ts'
import type { CaseEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { allGates } from './gates/all.ts'
import type { Identity } from './identity.ts'
import type { CaseRefusal } from './refusal.ts'

// For tests of what surrounds the gates: law books in which every gate is open, or every gate is held, and a case to try commands on.

/** Nobody: every sample person is plainly fictional. */
export const sampleOne: Identity = { familyName: 'Exemple', givenNames: 'Un', bornOn: '1990', bornInCountry: 'SO', sex: 'unspecified', identityDocuments: [] }

/** A book in which every rule of every gate has this trigger and no ending. */
export function bookWhere(when: Condition, digest: string): LawBook {
  const codes = [...new Set(allGates.flatMap((gate) => [...gate.rules, ...(gate.weighs ?? [])]))]
  const rules = codes.map((code): Rule => ({ code, jurisdiction: 'policy', authority: 'policy', provisions: [], text: 'verified', inForce: {}, reach: 'everywhere', when, except: [], until: [] }))
  return { digest, provisions: [], rules, periods: [], questions: [], instruments: [], lists: [] }
}

export const openBook: LawBook = bookWhere({ no: { always: true } }, 'every gate is open')
export const heldBook: LawBook = bookWhere({ always: true }, 'every gate is held')

export const day = (text: string): PlainDate => text as PlainDate

export const today: PlainDate = day('2026-06-01')

export function contextOf(state: CaseState | undefined, more: Partial<Context> = {}): Context {
  return { caseId: 'case-1', version: state?.version ?? 0, officer: 'officer-1', at: '2026-06-01T10:00:00.000Z', today, book: openBook, agreements: [], ...more }
}

/** A case in which commands have been done one after the other; a refusal on the way is the test's mistake. */
export type TriedCase = { readonly state: CaseState; readonly events: readonly CaseEvent[] }

export function given(commands: readonly (Command | readonly [Command, Partial<Context>])[], from?: TriedCase): TriedCase {
  const done = commands.reduce<TriedCase | undefined>((so, step) => {
    const [command, more] = 'kind' in step ? [step, {}] : step
    const result = decide(command, so?.state, contextOf(so?.state, more))
    invariant(result.ok, 'a test starts from what was refused', { command: command.kind, ...(result.ok ? {} : { refusal: result.refusal }) })
    const { events } = result.value
    const state = events.reduce<CaseState | undefined>(evolve, so?.state)
    invariant(state, 'a command brought no event')
    return { state, events: [...(so?.events ?? []), ...events] }
  }, from)
  invariant(done, 'a test gave no command')
  return done
}

/** The refusal of a command, or undefined when it is done. */
export function refusalOf(command: Command, { state }: TriedCase, more: Partial<Context> = {}): CaseRefusal | undefined {
  const result = decide(command, state, contextOf(state, more))
  return result.ok ? undefined : result.refusal
}

export const opened = { kind: 'open-case', jurisdiction: 'CA', identity: sampleOne, on: day('2026-01-10'), source: 'file' } as const satisfies Command
export const somali = { kind: 'record-nationality', country: 'SO', basis: 'own-statement', on: day('2026-01-10'), source: 'interview' } as const satisfies Command
export const drafted = { kind: 'draft-request', requestId: 'q1', destination: 'SO', consulate: 'Ottawa', documentType: 'emergency-travel-document', on: today } as const satisfies Command
export const checked = { kind: 'check-request', requestId: 'q1', on: today } as const satisfies Command
export const approved: readonly [Command, Partial<Context>] = [{ kind: 'approve-request', requestId: 'q1', on: today }, { officer: 'officer-2' }]
export const sent = { kind: 'send-request', requestId: 'q1', on: today } as const satisfies Command
export const issued = { kind: 'record-outcome', requestId: 'q1', outcome: 'issued', on: today, source: 'note' } as const satisfies Command
export const taken = { kind: 'take-document', documentId: 'd1', requestId: 'q1', destination: 'SO', documentType: 'emergency-travel-document', validFrom: today, validUntil: day('2026-08-31'), on: today, source: 'the document' } as const satisfies Command
export const booked = { kind: 'make-booking', bookingId: 'b1', destination: 'SO', departsOn: day('2026-06-20'), documentId: 'd1', on: today } as const satisfies Command
export const departed: readonly [Command, Partial<Context>] = [{ kind: 'depart', bookingId: 'b1', on: day('2026-06-20') }, { today: day('2026-06-20') }]

/** Everything up to a request that is with the state. */
export const withState: readonly (Command | readonly [Command, Partial<Context>])[] = [opened, somali, drafted, checked, approved, sent]
