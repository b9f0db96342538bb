// `npm run prove:gates [-- words of gates…]`: every combination of the facts of every gate, with the real code, on two threads.
import { Worker } from 'node:worker_threads'
import { gatesOf } from '../src/casework/decide-step.ts'
import { allGates } from '../src/casework/gates/all.ts'
import { everyStep } from '../src/law/rule.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import type { Findings } from './enumeration/findings.ts'
import { expectedGates } from './expected-steps.ts'
import { explanations } from './explained.ts'
import { checkInstruments } from './enumeration/instruments.ts'
import { checkLists } from './enumeration/lists.ts'
import { checkAgain, checkDestinations, checkHistories, checkOldNoes, checkPlaces } from './enumeration/records.ts'
import { checkDecideStep, checkStepState } from './enumeration/step-state.ts'
import type { Unit } from './enumeration/unit.ts'
import { compareWithOracle, oracles } from './oracle/compare.ts'
import { readyCase, realCode } from './explorer/ready-case.ts'
import { proofDay, proofUnits } from './proof-units.ts'

const words = process.argv.slice(2)
const threads = 2
const started = performance.now()

const units = proofUnits().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const lists = allGates.flatMap((gate) => checkLists(gate, shippedBook()))
const [state, step] = [checkStepState(), checkDecideStep()]
const findings = await examineAll(units)

report(findings)
console.log(`\nThe answer of a step is the conjunction of its gates: ${state.words}; ${step.words}`)
const [explained, unexplained] = [true, false].map((wanted) => findings.flatMap(({ unit, heldTooLong }) => heldTooLong.filter(() => unit in explanations === wanted).map((words) => `${unit}: ${words}`)))
console.log(`\nHeld because something is unknown, although every value of it opens:\n${explained?.map((words) => `  ${words}\n    Why: ${explanations[words.split(':')[0] ?? '']}`).join('\n')}`)
console.log('\nAgainst a second reading of the statutes, where all facts are known')
const compared = proofUnits().flatMap((unit) => (unit.kind === 'gate' && unit.gate.code in oracles && (words.length === 0 || words.some((word) => unit.name.includes(word))) ? [compareWithOracle(unit, unit.standIns.size > 0 ? 3_000_000 : 300_000, 20_261_122)] : []))
for (const { gate, combinations, drawn, disagreements } of compared) console.log(`  ${gate.padEnd(30)} ${combinations.toLocaleString('en').padStart(9)} combinations and ${drawn.toLocaleString('en')} drawn ones, ${disagreements} disagreements`)
const missing = (['CA', 'US'] as const).flatMap((jurisdiction) => everyStep.flatMap((one) => {
  const asked = gatesOf(jurisdiction, one).map(({ code }) => code).sort().join(' ')
  return asked === expectedGates(jurisdiction, one).join(' ') ? [] : [`${jurisdiction}, ${one}: asks ${asked}`]
}))
const histories = checkHistories(proofDay)
const destinations = checkDestinations(readyCase(realCode, shippedBook(), 'case-1', 'CA', 'known'), shippedBook(), proofDay)
console.log(`\nFrom records to readings: ${histories.tried.toLocaleString('en')} histories of up to three records, ${histories.faults.length} disagreements with a second reading`)
console.log(`Destination same or other: ${destinations.tried.toLocaleString('en')} records, each read for its destination and for another one, ${destinations.faults.length} faults`)
const instruments = checkInstruments(proofDay)
console.log(`From instruments to readings: ${instruments.tried.toLocaleString('en')} states of up to two instruments and their list, ${instruments.faults.length} disagreements with a second reading`)
const ready = (['CA', 'US'] as const).map((jurisdiction) => readyCase(realCode, shippedBook(), 'case-1', jurisdiction, 'known'))
const oldNoes = ready.map((one) => checkOldNoes(one, shippedBook(), proofDay))
const places = ready.slice(0, 1).map((one) => checkPlaces(one, shippedBook(), proofDay))
const again = checkAgain(allGates, shippedBook(), proofDay, 1_000_000, 20_261_122)
const triedIn = (all: readonly { readonly tried: number }[]) => all.reduce((sum, { tried }) => sum + tried, 0).toLocaleString('en')
console.log(`A “no” of long ago: ${triedIn(oldNoes)} records, each of today, of 30 and of 31 days ago, at each step, ${oldNoes.flatMap((one) => one.faults).length} faults`)
console.log(`Parts of a country: ${triedIn(places)} records, each read for its place and for every other one, ${places.flatMap((one) => one.faults).length} faults`)
console.log(`What happened more than once: ${again.tried.toLocaleString('en')} drawn combinations, ${again.closed.toLocaleString('en')} held by that alone, ${again.faults.length} opened by it`)
const faults = [...[...oldNoes, ...places, again].flatMap((one) => one.faults), ...instruments.faults, ...histories.faults, ...destinations.faults, ...(unexplained ?? []), ...missing, ...compared.filter(({ disagreements }) => disagreements > 0).map(({ gate, first }) => `${gate}: ${first}`), ...lists, ...state.faults, ...step.faults, ...findings.flatMap(({ unit, faults: some }) => some.map((fault) => `${unit}: ${fault}`))]
const total = findings.reduce((sum, { combinations }) => sum + combinations, 0)
console.log(`\n${allGates.length} gates, ${findings.length} units, ${total.toLocaleString('en')} combinations, ${seconds(performance.now() - started)} in all`)
console.log(faults.length === 0 ? 'No fault.' : `${faults.length} faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
process.exitCode = faults.length === 0 && findings.length > 0 ? 0 : 1

async function examineAll(all: readonly Unit[]): Promise<readonly Findings[]> {
  const waiting = all.toSorted((one, other) => one.combinations - other.combinations)
  const found: Findings[] = []
  await Promise.all(Array.from({ length: Math.min(threads, all.length) }, () => workThrough(waiting, found)))
  return all.flatMap(({ name }) => found.filter(({ unit }) => unit === name))
}

// Each thread takes the largest unit that is left; an error in a thread ends the run.
async function workThrough(waiting: Unit[], found: Findings[]): Promise<void> {
  const worker = new Worker(new URL('enumeration/worker.ts', import.meta.url))
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    const { name } = unit
    found.push(await new Promise<Findings>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (cause) => reject(new Error(`the thread failed at ${name}`, { cause })))
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(name)
    }))
    worker.removeAllListeners('error')
  }
  await worker.terminate()
}

function report(all: readonly Findings[]): void {
  console.log(`${'unit'.padEnd(52)} ${'facts'.padStart(5)} ${'combinations'.padStart(12)} ${'open'.padStart(10)} ${'ms'.padStart(8)} ${'per second'.padStart(11)}`)
  for (const { unit, facts, combinations, open, milliseconds, fine } of all) {
    const rate = milliseconds > 0 ? Math.round((combinations / milliseconds) * 1000) : 0
    console.log(`${unit.padEnd(52)} ${String(facts).padStart(5)} ${combinations.toLocaleString('en').padStart(12)} ${open.toLocaleString('en').padStart(10)} ${milliseconds.toFixed(0).padStart(8)} ${rate.toLocaleString('en').padStart(11)}${fine ? '' : ' (only <, =, > of each comparison)'}`)
  }
  console.log('\nFacts whose yes can open a gate that a no holds: the listed exceptions and endings')
  for (const { unit, openers } of all) if (openers.length > 0) console.log(`  ${unit}: ${openers.join(', ')}`)
  console.log('\nFor a reader')
  for (const { unit, notes } of all) for (const note of notes) console.log(`  ${unit}: ${note}`)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
