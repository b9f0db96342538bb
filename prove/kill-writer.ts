// A writer that is killed: plays made-up cases through the service, several at once, and notes each command before it is asked and
// after it was acknowledged. Notes go straight to a file, so that a kill takes none of them; a writer goes on where the one before
// it was killed, and asks again what that one heard no answer to. Ends when its standard input ends.
import { openSync, writeSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { dayFromNumber, dayNumber, type PlainDate } from '../src/kernel/day.ts'
import { seededRandom } from '../src/kernel/random.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { runCommand, type Asked } from '../src/service/cases/run-command.ts'
import { idOf, newPlayer, type Played } from '../src/service/fictional/player.ts'
import { madeUpCase } from '../src/service/fictional/made-up-case.ts'
import { readNotes, type Note } from './kill-notes.ts'
import { connectRoles, servicesOn, type Endpoint } from './kill-services.ts'

const today = '2026-11-22' as PlainDate
const [endpointText = '{}', seedText = '0', notes = 'notes.jsonl', hands = '4'] = process.argv.slice(2)
const seed = Number(seedText)
const file = openSync(notes, 'a')
const known = new Set(readNotes(notes).flatMap((one) => (one.note === 'done' ? [one.commandId] : one.note === 'finished' ? [one.caseId] : [])))
const roles = connectRoles(JSON.parse(endpointText) as Endpoint)
const ending = new AbortController()
void text(process.stdin).then(() => ending.abort())
await Promise.all(Array.from({ length: Number(hands) }, (_, hand) => work(hand)))
await Promise.all(Object.values(roles).map((database) => database.destroy()))

async function work(hand: number) {
  for (let turn = 0; !ending.signal.aborted; turn++) {
    const caseId = idOf('killed', seed, hand, turn)
    if (known.has(caseId)) continue
    for (const [index, { command, officer, on }] of commandsOf(hand, turn).entries()) {
      if (ending.signal.aborted) return
      const commandId = idOf('command', caseId, index)
      if (!known.has(commandId)) await tell({ caseId, commandId, command, officer, version: 'newest' }, on)
    }
    note({ note: 'finished', caseId, commandId: '' })
  }
}

/** A made-up case in which some gate is passed; where a request left, a correction leaves the day after, if its gate can be opened. */
function commandsOf(hand: number, turn: number): Played['commands'] {
  const random = seededRandom(seed * 10_007 + hand * 101 + turn * 1009)
  for (;;) {
    const played = madeUpCase({ number: Math.floor(random() * 1_000_000), of: 1000, seed, today, book: shippedBook() })
    if (played.decisions.length > 0) return [...played.commands, ...correctionAfter(played)]
  }
}

function correctionAfter({ caseId, state, commands }: Played): Played['commands'] {
  const last = commands.at(-1)
  const request = state?.requests.find(({ sentOn, withdrawn, earlier }) => sentOn !== undefined && !withdrawn && !earlier)
  if (!state || !last || !request || last.on >= today) return []
  const on = dayFromNumber(dayNumber(last.on) + 1)
  const player = newPlayer({ caseId, book: shippedBook(), from: on, until: on, today, officer: last.officer, state })
  player.say({ kind: 'record-identity', identity: { ...state.identity, bornIn: 'Exampleville' }, source: 'Fictional correction' })
  const correctionId = player.played().state?.corrections.at(-1)?.correctionId ?? ''
  return player.take({ kind: 'send-correction', correctionId, requestId: request.requestId, on }) ? player.played().commands : []
}

/** Asks until there is an answer; the same command that comes twice is done once. */
async function tell(asked: Asked, on: PlainDate) {
  const { caseId, commandId, command, officer } = asked
  note({ note: 'asked', caseId, commandId, command, officer, on })
  for (;;) {
    try {
      const answer = await runCommand(servicesOn(roles, on), asked)
      if (!answer.ok) return note({ note: 'refused', caseId, commandId, refusal: answer.refusal })
      return note({ note: 'done', caseId, commandId, first: answer.value.firstSequence, last: answer.value.lastSequence })
    } catch (cause) {
      if (!isServerGone(cause)) throw cause
      // Nobody knows whether the command was done. It is asked again until the server is back.
      await pause(20)
    }
  }
}

// https://www.postgresql.org/docs/18/errcodes-appendix.html: class 08 is about connections, 57P about servers that go or come. Without
// a code of five signs the fault lies between the server and us.
function isServerGone(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57P') || code === 'EPIPE'
}

function note(line: Note) {
  writeSync(file, `${JSON.stringify(line)}\n`)
}
