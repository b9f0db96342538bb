import type { CaseState } from '../../src/casework/case-state.ts'
import type { Command } from '../../src/casework/command.ts'
import { decide } from '../../src/casework/decide.ts'
import { decideStep, gatesOf } from '../../src/casework/decide-step.ts'
import { evolve } from '../../src/casework/evolve.ts'
import { allGates } from '../../src/casework/gates/all.ts'
import { readerOf } from '../../src/casework/read-case.ts'
import { invariant } from '../../src/kernel/invariant.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import { everyStep, type Jurisdiction } from '../../src/law/rule.ts'
import { shippedBook } from '../../src/law/shipped-book.ts'
import type { Agreement } from '../../src/casework/agreement.ts'
import { today } from './days.ts'
import { homeStates } from './pair.ts'

export const begun = '2020-01-01' as PlainDate

/** Authorities that the builder asks for, beyond what the gates ask. */
const authorities: Readonly<Record<Jurisdiction, readonly FactCode[]>> = {
  CA: ['disclosure-authority-recorded'], US: ['registration-records-recipient-designated', 'visa-records-release-authorised'],
}

/** Every fact that a gate before contact or request asks for and that somebody records. */
export function askedFacts(jurisdiction: Jurisdiction): readonly FactCode[] {
  const gates = [...gatesOf(jurisdiction, 'contact'), ...gatesOf(jurisdiction, 'request')]
  return [...new Set(gates.flatMap((gate) => gate.facts))].filter((fact) => factDefinition(fact).computed === undefined).sort()
}

/** Facts that tell of protection, health or criminality and that somebody records, those too that no gate asks for before a later step. */
export function protectedFacts(jurisdiction: Jurisdiction): readonly FactCode[] {
  const all = [...new Set(everyStep.flatMap((step) => gatesOf(jurisdiction, step)).flatMap((gate) => gate.facts))]
  return all.filter((fact) => factDefinition(fact).computed === undefined && isProtected(fact)).sort()
}

function isProtected(fact: FactCode): boolean {
  return factDefinition(fact).tells !== 'ordinary'
}

/** A case in which nothing protected ever happened, and every gate before a request is open once its risk is cleared. */
export function baseCase(jurisdiction: Jurisdiction): CaseState {
  const orderKind = jurisdiction === 'CA' ? 'deportation-order' : 'removal-order'
  const identity = { familyName: 'Sample', givenNames: 'One', bornOn: '1980-01-01', sex: 'unspecified', identityDocuments: [] } as const
  const commands: readonly Command[] = [
    { kind: 'open-case', jurisdiction, identity, on: begun, source: 'sample' },
    { kind: 'record-order', orderId: 'order', orderKind, on: begun, source: 'sample' },
    ...askedFacts(jurisdiction).map((fact): Command => ({ kind: 'record-fact', factId: `no/${fact}`, fact, value: 'no', on: begun, source: 'sample' })),
    ...authorities[jurisdiction].flatMap((fact) => saidYes(fact, '2020-02-01' as PlainDate)),
  ]
  const state = commands.reduce<CaseState | undefined>((before, command) => mustDo(command, before, setting), undefined)
  invariant(state, 'the proof has no case to begin with')
  return settled(state, 12)
}

const setting: When = { officer: 'officer-a', at: `${today}T06:00:00.000Z`, today, agreements: [] }

/** Says yes to one fact after the other, ordinary ones first, long ago or on the day itself, as long as each opens a gate more. */
function settled(state: CaseState, left: number): CaseState {
  const holding = holdsOf(state)
  if (holding.length === 0) return state
  invariant(left > 0, 'the proof finds no case whose gates are open', { holding: holding.map(({ gate }) => gate) })
  const facts = [...new Set(holding.flatMap(({ gate }) => allGates.find(({ code }) => code === gate)?.facts ?? []))].filter((fact) => factDefinition(fact).computed === undefined).sort((one, other) => Number(isProtected(one)) - Number(isProtected(other)))
  const tried = facts.flatMap((fact) => ['2020-01-02', '2020-02-01', '2020-03-01', today].map((on) => saidYes(fact, on as PlainDate).reduce<CaseState>((before, command) => attempt(command, before, setting).state ?? before, state)))
  const [best] = tried.toSorted((one, other) => holdsOf(one).length - holdsOf(other).length)
  return best && holdsOf(best).length < holding.length ? settled(best, left - 1) : settled(state, 0)
}

/** What still holds contact or request, of somebody whose nationality is recorded and whose risk is cleared. */
function holdsOf(state: CaseState): readonly { readonly gate: string }[] {
  const ready = readyFor(state)
  return (['contact', 'request'] as const).flatMap((step) => decideStep({ jurisdiction: state.jurisdiction, step, day: today, book: shippedBook(), read: readerOf(ready, 'BR', undefined, today, shippedBook()) }).gates.filter(({ holds }) => holds.length > 0))
}

/** The same case with a nationality and a cleared risk, which each story records for itself. */
export function readyFor(state: CaseState): CaseState {
  const claimed = evolve(state, { kind: 'nationality-recorded', country: 'BR', basis: 'own-document', on: today, source: 'sample' })
  return evolve(claimed, { kind: 'risk-recorded', riskId: 'risk', destination: 'BR', finding: 'no-substantial-risk', reasons: 'sample', by: 'officer-a', on: '2020-02-01' as PlainDate })
}

function saidYes(fact: FactCode, on: PlainDate): readonly Command[] {
  if (factDefinition(fact).about === 'person') return [{ kind: 'record-fact', factId: `yes/${fact}/${on}`, fact, value: 'yes', on, source: 'sample' }]
  return homeStates.map((destination) => ({ kind: 'record-fact', factId: `yes/${fact}/${on}/${destination}`, fact, value: 'yes', on, destination, source: 'sample' }))
}

export type When = { readonly officer: string; readonly at: string; readonly today: PlainDate; readonly agreements: readonly Agreement[] }

/** What `decide` makes of a command, and the state after it. */
export function attempt(command: Command, state: CaseState | undefined, { officer, at, today, agreements }: When): { readonly state: CaseState | undefined; readonly refusal?: string } {
  const decided = decide(command, state, { caseId: 'sample-case', version: state?.version ?? 0, officer, at, today, book: shippedBook(), agreements })
  return decided.ok ? { state: decided.value.events.reduce<CaseState | undefined>(evolve, state) } : { state, refusal: decided.refusal.code === 'gate-held' ? heldBy(decided.refusal.answer.gates) : decided.refusal.code }
}

/** A command of the proof's own setting, which is never refused. */
export function mustDo(command: Command, state: CaseState | undefined, when: When): CaseState | undefined {
  const { state: after, refusal } = attempt(command, state, when)
  invariant(refusal === undefined, 'the proof gave an impossible command', { command: command.kind, refusal })
  return after
}

function heldBy(gates: readonly { readonly gate: string; readonly holds: readonly unknown[] }[]): string {
  return `gate-held: ${gates.filter(({ holds }) => holds.length > 0).map(({ gate }) => gate).join(' ')}`
}
