// What must be true after a crash, looked up in the database.
import { checkCase } from '../src/casework/check-case.ts'
import { decide } from '../src/casework/decide.ts'
import { gatedSteps, type KeptEvent } from '../src/casework/event.ts'
import { evolveAll } from '../src/casework/evolve.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { loadCase } from '../src/store/cases.ts'
import { decisionsOf } from '../src/store/decisions.ts'
import { messagesOf } from '../src/store/outbound.ts'
import { findCaseRow } from '../src/store/worklist.ts'
import type { Roles } from './kill-services.ts'
import type { Note } from './kill-notes.ts'

export type Checked = { readonly acknowledged: number; /** Of these, events that needed an open gate decision. */ readonly gated: number; readonly lost: readonly string[]; readonly broken: readonly string[] }

type Asked = Extract<Note, { note: 'asked' }>

/** Looks up everything that was noted about these cases. */
export async function checkNotes({ auditor }: Pick<Roles, 'auditor'>, notes: readonly Note[]): Promise<Checked> {
  const [lost, broken]: [string[], string[]] = [[], []]
  let [acknowledged, gated] = [0, 0]
  const cases = Map.groupBy(notes, ({ caseId }) => caseId)
  for (const [caseId, mine] of cases) {
    const events = (await loadCase(auditor, caseId)) ?? []
    for (const one of mine) {
      if (one.note === 'refused') broken.push(`${caseId}: refused ${JSON.stringify(one.refusal).slice(0, 300)}`)
      if (one.note !== 'done') continue
      acknowledged += one.last - one.first + 1
      const kept = events.filter(({ commandId, sequence }) => commandId === one.commandId && sequence >= one.first && sequence <= one.last)
      gated += kept.filter(({ event }) => event.kind in gatedSteps).length
      if (kept.length !== one.last - one.first + 1) lost.push(`${caseId}: command ${one.commandId}, events ${one.first} to ${one.last}`)
    }
    if (events.length > 0) broken.push(...(await faultsOf(auditor, caseId, events)), ...halfWritten(caseId, events, mine.filter((one) => one.note === 'asked')))
  }
  return { acknowledged, gated, lost, broken }
}

/** Events without a gap, the version that of the last one, a state that follows, a decision and a message behind each that needs one. */
async function faultsOf(auditor: Roles['auditor'], caseId: string, events: readonly KeptEvent[]): Promise<readonly string[]> {
  const found: string[] = []
  const state = evolveAll(events.map(({ event }) => event))
  // The file and the messages are read after the events, while others write: later is right, earlier is not.
  const row = await findCaseRow(auditor, caseId)
  const [decisions, messages] = [await decisionsOf(auditor, caseId), await messagesOf(auditor, caseId)]
  if (events.some(({ sequence }, index) => sequence !== index + 1)) found.push('a gap')
  if (!row || row.version < events.length) found.push('a version before its last event')
  if (state) found.push(...checkCase(state))
  for (const { event, sequence } of events) {
    if (!('decisionDigest' in event) || !(event.kind in gatedSteps)) continue
    if (!decisions.some((one) => one.digest === event.decisionDigest && one.caseVersion === sequence - 1 && one.state === 'open')) found.push(`${event.kind} without its decision`)
    const leaves = leaving[event.kind]
    if (leaves && !messages.some((one) => one.sequence === sequence && one.kind === leaves)) found.push(`a ${leaves} without its message`)
  }
  found.push(...messages.filter((one) => one.sequence <= events.length && leaving[events[one.sequence - 1]?.event.kind ?? ''] !== one.kind).map(() => 'a message without its event'))
  return found.map((fault) => `${caseId}: ${fault}`)
}

// The events that come with a message, and of which kind.
const leaving: Readonly<Record<string, 'request' | 'correction'>> = { 'request-sent': 'request', 'correction-sent': 'correction' }

/** A command is there with all its events, or not at all: they are decided once more and compared. */
function halfWritten(caseId: string, events: readonly KeptEvent[], asked: readonly Asked[]): readonly string[] {
  return asked.flatMap(({ commandId, command, officer, on }) => {
    const mine = events.filter((one) => one.commandId === commandId)
    const [first] = mine
    if (!first) return []
    const before = evolveAll(events.slice(0, first.sequence - 1).map(({ event }) => event))
    const again = decide(command, before, { caseId, version: first.sequence - 1, officer, at: first.recordedAt, today: on, book: shippedBook(), agreements: [] })
    const wanted = again.ok ? again.value.events.map(({ kind }) => kind).join() : JSON.stringify(again.refusal)
    return wanted === mine.map(({ event }) => event.kind).join() ? [] : [`${caseId}: command ${commandId} is half there: ${wanted}`]
  })
}
