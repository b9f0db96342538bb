import type { CaseState } from '../../src/casework/case-state.ts'
import type { Command } from '../../src/casework/command.ts'
import type { Instant } from '../../src/casework/fact-record.ts'
import type { PendingWithdrawal } from '../../src/casework/outbound-withdrawal.ts'
import { invariant } from '../../src/kernel/invariant.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { attempt, begun, mustDo, type When } from './base-case.ts'
import { daysLater, today, weeklyMoments } from './days.ts'
import { elsewhere, type Inner, type InnerFact, type Pair } from './pair.ts'
import type { Inside, System } from './system.ts'

/** One thing that somebody outside saw: a message with its moment, receiver, size and bytes, or the answer to a question. `act`: what it belongs to. */
export type Sight = { readonly act: string; readonly at: Instant; readonly to: string; readonly request: string; readonly kind: 'contact' | 'message' | 'withdrawal' | 'file' | 'answer'; readonly bytes: string }

/** What was seen outside, in its order; the acts that the gates let through; and how often the builder stopped what the gates had let through. */
export type Seen = { readonly sights: readonly Sight[]; readonly let: readonly string[]; readonly stopped: number }

const sentAt = `${today}T10:00:00.000Z`
const correctedAt = `${today}T11:00:00.000Z`
const asked = [`${today}T10:30:00.000Z`, `${daysLater(4)}T18:00:00.000Z`, `${daysLater(5)}T11:59:59.999Z`, ...weeklyMoments]

/** Runs one half of a pair through the real `decide` and `evolve`, and through a system that lets the outside see what it lets see. */
export function runStory({ open }: Pair, inner: Inner, base: CaseState, system: System): Seen {
  const when: When = { officer: 'officer-a', at: `${today}T09:00:00.000Z`, today, agreements: open.agreements }
  let state = mustDo({ kind: 'record-identity', identity: open.identity, source: inner.source }, base, when)
  for (const { country, basis } of open.claims) state = mustDo({ kind: 'record-nationality', country, basis, on: begun, source: inner.source }, state, when)
  state = recordInner(inner, open.requests[0]?.destination ?? '', open.requests.map(({ destination }) => destination), state, when)
  const inside = (refusal?: string): Inside => ({ state: state ?? base, inner, open, ...(refusal === undefined ? {} : { refusal }) })
  const [sights, sent, acts]: [Sight[], Map<string, Instant>, string[]] = [[], new Map(), []]
  let stopped = 0
  const ids = new Map(open.requests.map(({ requestId }) => [requestId, system.requestId(requestId, inside())] as const))

  for (const { requestId: drawn, destination, documentType, agreement } of open.requests) {
    const requestId = ids.get(drawn) ?? drawn
    if (open.contacted) {
      const tried = attempt({ kind: 'make-contact', destination, on: today }, state, when)
      state = tried.state
      if (tried.refusal === undefined) {
        acts.push(`contact/${destination}`)
        sights.push({ act: `contact/${destination}`, at: when.at, to: destination, request: '', kind: 'contact', bytes: '' })
      }
    }
    const act = `request/${drawn}`
    state = mustDo({ kind: 'draft-request', requestId, destination, consulate: 'Sample consulate', documentType, ...(agreement === undefined ? {} : { agreement }), on: today }, state, when)
    state = mustDo({ kind: 'check-request', requestId, on: today }, state, when)
    state = mustDo({ kind: 'approve-request', requestId, on: today }, state, { ...when, officer: 'officer-b' })
    const tried = attempt({ kind: 'send-request', requestId, on: today }, state, { ...when, at: sentAt })
    state = tried.state
    const messages = tried.refusal === undefined ? system.build(system.read(inside(), requestId, today), inside()) : []
    if (messages.length === 0) {
      if (tried.refusal === undefined) stopped += 1
      sights.push({ act, at: sentAt, to: destination, request: requestId, kind: 'answer', bytes: system.refused(inside(tried.refusal ?? 'not built')) })
      continue
    }
    acts.push(act)
    const leaves = system.requestLeavesAt(sentAt, inside())
    sent.set(drawn, leaves)
    for (const bytes of messages) sights.push({ act, at: leaves, to: destination, request: requestId, kind: 'message', bytes })
    for (const bytes of system.attach(system.file(inside()), inside())) sights.push({ act, at: leaves, to: destination, request: requestId, kind: 'file', bytes })
  }

  if (open.corrected) {
    state = mustDo({ kind: 'record-identity', identity: open.corrected, source: inner.source }, state, when)
    for (const drawn of system.correctionOrder(open.requests.map(({ requestId }) => requestId).filter((one) => sent.has(one)), inside())) {
      const destination = open.requests.find((one) => one.requestId === drawn)?.destination ?? ''
      const requestId = ids.get(drawn) ?? drawn
      const correctionId = state?.corrections.at(-1)?.correctionId ?? ''
      const tried = attempt({ kind: 'send-correction', correctionId, requestId, on: today }, state, { ...when, at: correctedAt })
      state = tried.state
      if (tried.refusal !== undefined) continue
      const messages = system.correct(system.read(inside(), requestId, today), inside())
      if (messages.length === 0) stopped += 1
      else acts.push(`correction/${drawn}`)
      const leaves = system.correctionLeavesAt(correctedAt, inside())
      for (const bytes of messages) sights.push({ act: `correction/${drawn}`, at: leaves, to: destination, request: requestId, kind: 'message', bytes })
    }
  }

  const pending: PendingWithdrawal[] = []
  for (const { requestId: drawn, reason, at } of inner.withdrawals) {
    const requestId = ids.get(drawn) ?? drawn
    state = mustDo({ kind: 'withdraw-request', requestId, reason, on: today }, state, { ...when, at, today: at.slice(0, 10) as PlainDate })
    // Nobody outside has heard of a request that never left.
    if (sent.has(drawn)) pending.push({ requestId, recordedAt: at })
  }
  const left = new Set<string>()
  for (const moment of system.moments(inside())) {
    for (const one of system.withdrawalsLeaving(pending.filter(({ requestId }) => !left.has(requestId)), moment, inside())) {
      left.add(one.requestId)
      const to = state?.requests.find(({ requestId }) => requestId === one.requestId)?.destination ?? ''
      const drawn = [...ids].find(([, id]) => id === one.requestId)?.[0] ?? one.requestId
      sights.push({ act: `request/${drawn}`, at: moment, to, request: one.requestId, kind: 'withdrawal', bytes: system.withdrawal(one, inside()) })
    }
  }
  for (const { requestId: drawn, destination } of open.requests) {
    const request = ids.get(drawn) ?? drawn
    const [leftAt, withdrawn] = [sent.get(drawn), pending.find(({ requestId }) => requestId === request)]
    const known = leftAt === undefined ? undefined : { leftAt, ...(withdrawn ? { withdrawalRecordedAt: withdrawn.recordedAt } : {}) }
    for (const at of asked) sights.push({ act: `request/${drawn}`, at, to: destination, request, kind: 'answer', bytes: system.standing(known, at, inside()) })
  }
  invariant(state, 'the proof lost its case')
  return { sights, let: acts, stopped }
}

function recordInner({ facts, risk, reasons, notes, counsel, notices, custodyReviews, available, source }: Inner, here: string, destinations: readonly string[], from: CaseState | undefined, when: When): CaseState | undefined {
  const day = (month: number) => `2026-${String(month).padStart(2, '0')}-01` as PlainDate
  const commands: readonly Command[] = [
    ...facts.map((fact) => factCommand(fact, here, source)),
    ...destinations.map((destination): Command => ({ kind: 'record-risk', riskId: `risk/${destination}`, destination, finding: risk, reasons, on: day(2) })),
    ...notes.map((note, at): Command => ({ kind: 'assign-officer', officer: `officer-${at}`, note })),
    ...(counsel ? [{ kind: 'record-counsel', counselId: 'counsel', ...counsel, on: day(3) } as const] : []),
    ...notices.map((about, at): Command => ({ kind: 'give-notice', noticeId: `notice-${at}`, to: 'person', about, factIds: [], on: day(4), source })),
    ...Array.from({ length: custodyReviews }, (_none, at): Command => ({ kind: 'record-custody-review', on: day(5 + at), source })),
    { kind: 'record-availability', available, on: day(9), source },
  ]
  return commands.reduce((state, command) => mustDo(command, state, when), from)
}

function factCommand({ fact, value, on, where }: InnerFact, here: string, source: string): Command {
  return { kind: 'record-fact', factId: `${fact}/${on}`, fact, value, on, ...(where === undefined ? {} : { destination: where === 'here' ? here : elsewhere }), source }
}
