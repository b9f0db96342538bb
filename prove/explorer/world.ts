import type { CaseState } from '../../src/casework/case-state.ts'
import { checkCase } from '../../src/casework/check-case.ts'
import type { Command, Context, Decided } from '../../src/casework/command.ts'
import type { Decision } from '../../src/casework/decision.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import type { LawBook } from '../../src/law/book.ts'
import { commandsFor, type Bounds } from './alphabet.ts'
import { guarded, judge, judgeHeld, openLedger, outboundKinds, writeLedger, type Ledger } from './judge.ts'
import { firstDay, secondDay, type Code } from './ready-case.ts'

/**
 * An office at one moment: how its cases stand, what each officer is in the middle of, which day it is, how many updates of the law
 * are approved, and which gate decisions about the cases' present versions are kept.
 */
export type World = {
  readonly day: 0 | 1
  readonly revision: 0 | 1
  readonly cases: readonly number[]
  readonly officers: readonly Work[]
  readonly decisions: readonly number[]
}

/**
 * `idle`. `decided`: looked and decided, nothing kept yet. `recorded`: the decision is kept, the event is not. `crashed`: the
 * program died; the officer will ask for the same again. `unheard`: the event is kept, the answer was lost.
 */
export type Work =
  | { readonly at: 'idle' }
  | { readonly at: 'decided' | 'recorded'; readonly answer: number; readonly done: boolean }
  | { readonly at: 'crashed' | 'unheard'; readonly answer: number }

/** What `decide` gave one officer for one command on one state, day and law; found once, used in every world where it comes up. */
export type Answer = { readonly number: number; readonly case: number; readonly node: number; readonly officer: number; readonly command: Command; readonly revision: 0 | 1; readonly day: PlainDate; readonly decided: Decided; readonly next: number }

export type Setting = { readonly code: Code; readonly books: readonly [LawBook, LawBook]; readonly caseIds: readonly string[]; readonly officers: number; readonly bounds: Bounds; readonly updates: boolean; readonly days: boolean }

export type Seen = {
  readonly faults: Set<string>
  departures: number
  messages: number
  gatedRows: number
  refusedByStore: Map<string, number>
  repeated: number
  emitted: number
}

/** Everything that can happen next in a world. */
export type Office = { readonly start: (states: readonly CaseState[]) => World; readonly next: (world: World) => readonly World[]; readonly seen: Seen; readonly states: () => number; readonly answers: () => number }

export function officeOf(setting: Setting): Office {
  const nodes: { readonly case: number; readonly state: CaseState; readonly ledger: Ledger }[] = []
  const nodeNumbers = new Map<string, number>()
  const answers: Answer[] = []
  const answerNumbers = new Map<string, number | undefined>()
  const offers = new Map<string, readonly Command[]>()
  const seen: Seen = { faults: new Set(), departures: 0, messages: 0, gatedRows: 0, refusedByStore: new Map(), repeated: 0, emitted: 0 }
  const days = [firstDay, secondDay] as const

  const nodeOf = (which: number, state: CaseState, ledger: Ledger): number => {
    const key = sha256(`${which} ${JSON.stringify(state)} ${JSON.stringify(ledger)}`)
    const known = nodeNumbers.get(key)
    if (known !== undefined) return known
    for (const wrong of checkCase(state)) seen.faults.add(`case: ${wrong}`)
    nodeNumbers.set(key, nodes.length)
    return nodes.push({ case: which, state, ledger }) - 1
  }

  const stateOf = (node: number): CaseState => (nodes[node] as { readonly state: CaseState }).state
  const ledgerOf = (node: number): Ledger => (nodes[node] as { readonly ledger: Ledger }).ledger

  /** Looks and decides: the real `decide`, judged as it stands, and the real `evolve`. Undefined: refused. */
  const answerFor = (world: World, which: number, officer: number, command: Command): number | undefined => {
    const node = world.cases[which] ?? 0
    const otherCase = which === 0 ? 1 : 0
    const other = /merge|absor/.test(command.kind) && setting.caseIds.length > 1 ? world.cases[otherCase] : undefined
    const key = `${which} ${node} ${officer} ${world.revision} ${world.day} ${other ?? ''} ${JSON.stringify(command)}`
    if (answerNumbers.has(key)) return answerNumbers.get(key)
    const day = days[world.day]
    const state = stateOf(node)
    const context: Context = {
      caseId: setting.caseIds[which] ?? '', version: state.version, officer: `officer-${officer + 1}`, at: `${day}T${String(10 + Math.floor(state.version / 60)).padStart(2, '0')}:${String(state.version % 60).padStart(2, '0')}:00.000Z`, today: day, book: setting.books[world.revision], agreements: [],
      ...(other === undefined ? {} : { other: { caseId: setting.caseIds[otherCase] ?? '', state: stateOf(other) } }),
    }
    const result = setting.code.decide(command, state, context)
    const judged = { state, ledger: ledgerOf(node), context, ...(other === undefined ? {} : { otherLedger: ledgerOf(other) }) }
    if (!result.ok) {
      if (result.refusal.code === 'gate-held') for (const wrong of judgeHeld(judged, result.refusal.decision)) seen.faults.add(`held: ${wrong}`)
      answerNumbers.set(key, undefined)
      return undefined
    }
    for (const wrong of judge(judged, result.value)) seen.faults.add(`decided: ${wrong}`)
    // Whoever looked at another version is told so, whatever the command.
    for (const version of [context.version - 1, context.version + 1]) {
      const stale = setting.code.decide(command, state, { ...context, version })
      if (stale.ok || stale.refusal.code !== 'stale-version') seen.faults.add(`decided: ${command.kind} about version ${version} of a case at version ${state.version}`)
    }
    seen.emitted += result.value.events.filter(({ kind }) => kind in guarded).length
    const next = result.value.events.reduce<CaseState | undefined>(setting.code.evolve, state) as CaseState
    if (next.version !== state.version + result.value.events.length) seen.faults.add('a version that does not count the events')
    const number = answers.length
    answers.push({ number, case: which, node, officer, command, revision: world.revision, day, decided: result.value, next: nodeOf(which, next, result.value.events.reduce(writeLedger, ledgerOf(node))) })
    answerNumbers.set(key, number)
    return number
  }

  const offered = (which: number, node: number, day: 0 | 1): readonly Command[] => {
    const key = `${which} ${node} ${day}`
    const known = offers.get(key) ?? commandsFor(setting.caseIds[which] ?? '', stateOf(node), days[day], setting.bounds)
    offers.set(key, known)
    return known
  }

  /** What the database does when it is asked to append: see `add_events` in the migration. */
  const append = (world: World, answer: Answer, done: boolean): 'repeated' | 'stale-version' | 'decision-missing' | 'decision-outdated' | number => {
    if (done) return 'repeated'
    const current = world.cases[answer.case] ?? 0
    if (stateOf(current).version !== stateOf(answer.node).version) return 'stale-version'
    const [first] = answer.decided.events
    const step = first && guarded[first.kind]
    if (!first || !step) return answer.next
    const kept = world.decisions.map((number) => answers[number]).find((one) => one && fits(one.decided.decision, first as never, setting.caseIds[answer.case] ?? '', stateOf(current).version, step))
    if (!kept) return 'decision-missing'
    if (kept.revision !== world.revision) return 'decision-outdated'
    return answer.next
  }

  const withWork = (world: World, officer: number, work: Work): World => ({ ...world, officers: world.officers.with(officer, work) })

  const begin = (world: World, officer: number, which: number, command: Command, done: boolean): readonly World[] => {
    const answer = answerFor(world, which, officer, command)
    if (answer === undefined) return done ? [withWork(world, officer, { at: 'idle' })] : []
    const atOnce = setting.bounds.crashes === 'gated' && !(answers[answer] as Answer).decided.decision
    if (atOnce) return [withWork(perform(world, officer, { at: 'decided', answer, done }), officer, { at: 'idle' })]
    return [withWork(world, officer, { at: 'decided', answer, done })]
  }

  const record = (world: World, officer: number, work: Extract<Work, { done: boolean }>): World => {
    const answer = answers[work.answer] as Answer
    const keeps = answer.decided.decision !== undefined && world.cases[answer.case] === answer.node && !world.decisions.includes(work.answer)
    return { ...withWork(world, officer, { ...work, at: 'recorded' }), decisions: keeps ? [...world.decisions, work.answer].sort((one, other) => one - other) : world.decisions }
  }

  const perform = (world: World, officer: number, work: Extract<Work, { done: boolean }>): World => {
    const answer = answers[work.answer] as Answer
    const outcome = append(world, answer, work.done)
    const idle = withWork(world, officer, { at: 'idle' })
    if (typeof outcome === 'string') {
      if (outcome === 'repeated') seen.repeated += 1
      else seen.refusedByStore.set(outcome, (seen.refusedByStore.get(outcome) ?? 0) + 1)
      return idle
    }
    look(world, answer)
    const decisions = world.decisions.filter((number) => answers[number]?.case !== answer.case)
    return { ...withWork(world, officer, { at: 'unheard', answer: work.answer }), cases: world.cases.with(answer.case, outcome), decisions }
  }

  /** Looks at what was kept, with the case as it stood at that very moment. */
  const look = (world: World, answer: Answer): void => {
    const state = stateOf(world.cases[answer.case] ?? 0)
    const context: Context = { caseId: setting.caseIds[answer.case] ?? '', version: state.version, officer: '', at: '', today: answer.day, book: setting.books[world.revision], agreements: [] }
    for (const { kind } of answer.decided.events.filter((event) => event.kind in guarded)) {
      seen.gatedRows += 1
      if (kind === 'departed') seen.departures += 1
      if (outboundKinds.includes(kind)) seen.messages += 1
      for (const wrong of judge({ state, ledger: ledgerOf(world.cases[answer.case] ?? 0), context }, answer.decided)) seen.faults.add(`kept: ${wrong}`)
    }
  }

  const workOn = (world: World, officer: number): readonly World[] => {
    const work = world.officers[officer] as Work
    switch (work.at) {
      case 'idle': return world.cases.flatMap((node, which) => offered(which, node, world.day).flatMap((command) => begin(world, officer, which, command, false)))
      case 'decided': return (answers[work.answer] as Answer).decided.decision ? [record(world, officer, work)] : [perform(world, officer, work), withWork(world, officer, { at: 'idle' })]
      case 'recorded': return [perform(world, officer, work), withWork(world, officer, { at: 'crashed', answer: work.answer })]
      case 'crashed': return again(world, officer, work, false)
      case 'unheard': return [withWork(world, officer, { at: 'idle' }), ...again(world, officer, work, true)]
    }
  }

  // The same command once more, decided on the case as it now stands.
  const again = (world: World, officer: number, { answer }: { readonly answer: number }, done: boolean): readonly World[] => {
    const { case: which, command } = answers[answer] as Answer
    const begun = begin(world, officer, which, command, done)
    return begun.length > 0 ? begun : [withWork(world, officer, { at: 'idle' })]
  }

  return {
    start: (states) => ({ day: 0, revision: 0, cases: states.map((state, which) => nodeOf(which, state, openLedger(state.facts))), officers: Array.from({ length: setting.officers }, () => ({ at: 'idle' })), decisions: [] }),
    next: (world) => [
      ...world.officers.flatMap((_, officer) => workOn(world, officer)),
      ...(setting.updates && world.revision === 0 ? [{ ...world, revision: 1 } as const] : []),
      ...(setting.days && world.day === 0 ? [{ ...world, day: 1 } as const] : []),
    ],
    seen,
    states: () => nodes.length,
    answers: () => answers.length,
  }
}

/** The database's rule: an open decision about this very version, step, destination and day, which the event names. */
function fits(decision: Decision | undefined, event: { readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }, caseId: string, version: number, step: string): boolean {
  return decision !== undefined && decision.caseId === caseId && decision.caseVersion === version && decision.step === step && decision.state === 'open'
    && decision.destination === event.destination && decision.digest === event.decisionDigest && (JSON.parse(decision.bytes) as { readonly day: PlainDate }).day === event.on
}

/** Names a world, so that it is looked at once. */
export function worldKey({ day, revision, cases, officers, decisions }: World): string {
  return `${day}${revision}|${cases.join(' ')}|${officers.map((work) => (work.at === 'idle' ? '-' : `${work.at[0]}${work.at[1]}${work.answer}${'done' in work && work.done ? '!' : ''}`)).join(' ')}|${decisions.join(' ')}`
}
