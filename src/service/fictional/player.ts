import type { CaseState } from '../../casework/case-state.ts'
import type { Command, Context } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import type { Decision } from '../../casework/decision.ts'
import type { CaseEvent } from '../../casework/event.ts'
import { evolve } from '../../casework/evolve.ts'
import type { Instant } from '../../casework/fact-record.ts'
import { authoritiesOf } from '../../casework/outbound-authorities.ts'
import { buildOutboundCorrection } from '../../casework/outbound-correction.ts'
import { buildOutboundRequest } from '../../casework/outbound-request.ts'
import type { OutboundSource } from '../../casework/outbound-source.ts'
import type { Hold } from '../../casework/apply-rule.ts'
import { nationalitiesOf } from '../../casework/case-state.ts'
import { askStep } from '../../casework/take-step.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import { readerOf } from '../../casework/read-case.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { sha256 } from '../../kernel/digest.ts'
import { invariant } from '../../kernel/invariant.ts'
import { rulesInForce, type LawBook } from '../../law/book.ts'
import { factDefinition, type FactCode } from '../../law/facts.ts'
import type { Step } from '../../law/rule.ts'
import { commandDigest } from '../../store/command-digest.ts'
import { factsThatOpen, readerWith, type Wish } from './facts-that-open.ts'

/** What has been played of a case so far, as the store takes it. */
export type Played = {
  readonly caseId: string
  readonly state: CaseState | undefined
  readonly events: readonly { readonly event: CaseEvent; readonly recordedAt: Instant; readonly commandId: string; readonly commandDigest?: string }[]
  /** What was done, in order: by whom and on which day. */
  readonly commands: readonly { readonly command: Command; readonly officer: string; readonly on: PlainDate }[]
  readonly decisions: readonly Decision[]
  readonly messages: readonly { readonly sequence: number; readonly content: string }[]
  /** Codes of refusals other than a held gate: there should be none. */
  readonly refused: readonly string[]
}

/** Plays a made-up case: the real `decide` is asked each day, and what it refuses does not happen. */
export type Player = {
  readonly day: () => PlainDate
  readonly played: () => Played
  /** Lets days go by, never beyond the last one. */
  readonly wait: (days: number) => void
  /** Asks for one command; was it done? */
  readonly say: (command: Command, officer?: string) => boolean
  /** Asks for a gated step, records what its gates still want to know as long as that helps, and asks again. */
  readonly take: (command: Command, officer?: string) => boolean
  /** Records what the gates of a step still want to know, without taking it; are they open? */
  readonly prepare: (step: Step, destination: string) => boolean
  /** Records a fact; one that the case itself says is made so by the command that does it, if there is one. */
  readonly record: (fact: FactCode, value: 'yes' | 'no', on: PlainDate, destination: string) => boolean
}

export type PlayerSettings = { readonly caseId: string; readonly book: LawBook; readonly from: PlainDate; readonly until: PlainDate; /** Of this day nothing may be recorded later than it has begun anywhere. */ readonly today: PlainDate; readonly officer: string; /** A case that is there already is played on. */ readonly state?: CaseState }

const nine = 9 * 60
// Midnight where the day begins first, 14 hours before it does in Greenwich.
const firstMidnight = -14 * 60
// What one answer brings to light, the next one may ask more about.
const rounds = 6

export function newPlayer({ caseId, book, from, until, today, officer, state: known }: PlayerSettings): Player {
  let [day, minutes] = [from, from === today ? firstMidnight : nine]
  let state = known
  const events: Played['events'][number][] = []
  const commands: Played['commands'][number][] = []
  const decisions: Decision[] = []
  const messages: Played['messages'][number][] = []
  const refused: string[] = []

  const context = (by: string): Context => ({ caseId, version: state?.version ?? 0, officer: by, at: instant(day, minutes), today: day, book, agreements: [] })
  const attempt = (command: Command, by: string) => {
    minutes++
    const result = decide(command, state, context(by))
    if (!result.ok) return result.refusal
    const [first] = result.value.events
    const leaving = (first?.kind === 'request-sent' || first?.kind === 'correction-sent') && state ? contentOf(state, first, day) : undefined
    if (leaving && !leaving.ok) return leaving.refusal
    const commandId = idOf(caseId, commands.push({ command, officer: by, on: day }))
    for (const [index, event] of result.value.events.entries()) {
      state = evolve(state, event)
      events.push({ event, recordedAt: instant(day, minutes), commandId, ...(index === 0 ? { commandDigest: commandDigest(command) } : {}) })
    }
    if (leaving && state) messages.push({ sequence: state.version, content: leaving.value.content })
    if (result.value.decision) decisions.push(result.value.decision)
    return undefined
  }
  const say = (command: Command, by = officer) => {
    const refusal = attempt(command, by)
    if (refusal) refused.push(refusal.code)
    return refusal === undefined
  }
  const record: Player['record'] = (fact, value, on, destination) => {
    const sheet = (state?.version ?? 0) + 1
    const source = `Fictional file, sheet ${sheet}`
    if (fact === 'nationality-basis-recorded') return say({ kind: 'record-nationality', country: destination, basis: 'own-statement', on, source })
    if (fact === 'mistreatment-risk-cleared') return say({ kind: 'record-risk', riskId: `risk-${sheet}`, destination, finding: 'no-substantial-risk', reasons: 'Made up for a fictional case.', on })
    if (fact === 'destination-open-in-order') return proposeHome(destination, on)
    // In Canada a claim to protection is a refugee claim, and is recorded as one.
    if (fact === 'protection-claim-made' && state?.jurisdiction === 'CA') return record('refugee-claim-opened', value, on, destination)
    if (factDefinition(fact).computed !== undefined) return false
    return say({ kind: 'record-fact', factId: `fact-${sheet}`, fact, value, on, ...(factDefinition(fact).about === 'destination' ? { destination } : {}), source })
  }
  // The country of nationality, after it is recorded that the person designated none: 8 USC 1231(b)(2)(D).
  const proposeHome = (destination: string, on: PlainDate): boolean => {
    if (state?.destinations.some((one) => one.destination === destination)) return false
    return record('proceedings-begun-on-arrival', 'no', on, destination) && record('no-country-designated', 'yes', on, destination)
      && say({ kind: 'propose-destination', destination, clause: 'us-8usc-1231-b-2-D', on, source: 'Fictional file' })
  }
  /** Records what these holds want to know; false when recording would not end them. */
  const settle = (gates: StepAnswer['gates'], step: Step, destination: string, place: string | undefined): boolean => {
    invariant(state, 'a step of no case')
    const wishes = wishesFor(gates.flatMap(({ holds }) => holds), { read: readerOf(state, destination, place, day, book, step), day, book })
    return wishes !== undefined && wishes.length > 0 && wishes.every(({ fact, value, on }) => record(fact, value, on, destination))
  }
  const take: Player['take'] = (command, by = officer) => {
    for (let round = 0; round < rounds; round++) {
      const refusal = attempt(command, by)
      if (!refusal) return true
      if (refusal.code !== 'gate-held') { refused.push(refusal.code); return false }
      if (!settle(refusal.answer.gates, refusal.step, refusal.destination, refusal.decision.place)) return false
    }
    return false
  }
  const prepare: Player['prepare'] = (step, destination) => {
    for (let round = 0; round < rounds; round++) {
      invariant(state, 'a step of no case')
      const { answer } = askStep(state, { caseId, today: day, book }, { step, destination })
      if (answer.state === 'open') return true
      if (!settle(answer.gates, step, destination, undefined)) return false
    }
    return false
  }
  const wait = (days: number) => {
    const next = dayFromNumber(Math.min(dayNumber(day) + Math.max(days, 0), dayNumber(until)))
    ;[day, minutes] = [next, next === day ? minutes : next === today ? firstMidnight : nine]
  }
  return { day: () => day, played: () => ({ caseId, state, events, commands, decisions, messages, refused }), wait, say, take, prepare, record }
}

/** What to record so that none of these holds is left; undefined when one of them cannot be ended by recording. */
function wishesFor(holds: readonly Hold[], reader: Parameters<typeof factsThatOpen>[1] & { readonly book: LawBook }): readonly Wish[] | undefined {
  const wishes: Wish[] = []
  for (const hold of holds) {
    const [rule] = rulesInForce(reader.book, hold.rule, reader.day)
    const more = rule && factsThatOpen(rule, readerWith(wishes, reader))
    if (!more) return undefined
    wishes.push(...more)
  }
  return wishes
}

function contentOf(state: CaseState, { kind, requestId }: Extract<CaseEvent, { kind: 'request-sent' | 'correction-sent' }>, today: PlainDate): ReturnType<typeof buildOutboundRequest | typeof buildOutboundCorrection> {
  const request = state.requests.find((one) => one.requestId === requestId)
  invariant(request, 'a request was sent that is not there', { requestId })
  const { destination, consulate, documentType } = request
  const source: OutboundSource = {
    identity: state.identity, nationalities: nationalitiesOf(state).map(({ country, basis, on }) => ({ country, basis, on })), request: { requestId, destination, consulate, documentType },
    agreements: [], extras: {}, authorities: authoritiesOf(state, destination, today), today,
  }
  return kind === 'request-sent' ? buildOutboundRequest(source) : buildOutboundCorrection(source, { left: request.sentOn !== undefined, withdrawn: request.withdrawn !== undefined })
}

function instant(day: PlainDate, minutes: number): Instant {
  return new Date(dayNumber(day) * 86_400_000 + minutes * 60_000).toISOString()
}

/** An id that follows from what it names, so that the same seed makes the same rows. */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = sha256(parts.join('/'))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
