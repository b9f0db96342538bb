/**
 * A gate that is too large to be tried whole is split: each question over all of its facts, the gate over all answers of its questions.
 *
 * What carries over to the whole gate, even where two questions read the same fact:
 * - decided: every combination of facts gives each question one answer, and every combination of answers is in the gate's table;
 * - nothing opens too soon: a question says yes (or no) only if all completions of its unknowns do; so completing facts changes no
 *   answer but an unknown one, and the gate's table has no combination that opens although completing an unknown answer closes it;
 * - a fact that only closes never opens: it moves each question only in directions in which the gate never opens, one after the other.
 *
 * What does not carry over is looked for by drawing: that two questions with a fact in common do not together hold too long, and that
 * each fact and each ending matters by itself, for which an example is enough.
 */
import { askGate } from '../../src/casework/gate.ts'
import type { Reading } from '../../src/casework/fact-record.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { seededRandom, type Random } from '../../src/kernel/random.ts'
import type { LawBook } from '../../src/law/book.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import type { Rule } from '../../src/law/rule.ts'
import { eachChange, type Checked } from './caution.ts'
import { changed, type Value } from './component.ts'
import { gridOf } from './draws.ts'
import { counterOf } from './findings.ts'
import { sharedFacts } from './lists.ts'
import { forEachCombination, forEachPair } from './numbers.ts'
import { tabulate, type Table } from './table.ts'
import { bits, byteOf, questionUnit, questionsNamed, rulesOf, truths, type GateUnit } from './unit.ts'
import { openingsOf } from './walk-condition.ts'

type Readings = Map<FactCode, Reading>

/**
 * Facts inside questions whose yes can open the gate, and a fault for each that may only close. First by direction: a fact opens
 * nothing that moves no question in a direction in which the gate opens. Where that is not enough, because the fact is also read
 * outside or by several questions at once, by trying all of its moves together.
 */
export function checkEffectsInQuestions(unit: GateUnit, table: Table): Checked & { readonly openers: readonly string[] } {
  const standIns = [...unit.standIns].map(([code, standIn]) => ({ standIn, moves: movesOf(unit, code), opens: openingDirections(unit, table, standIn) }))
  const inside = [...new Set(standIns.flatMap(({ moves }) => [...moves.keys()]))]
  const openers = inside.filter((fact) => standIns.some(({ moves, opens }) => (opens.up && goesUp(moves.get(fact))) || (opens.down && goesDown(moves.get(fact))))
    && opensTogether(unit, table, fact, standIns.flatMap(({ standIn, moves }) => (moves.has(fact) ? [{ standIn, moves: moves.get(fact) ?? [] }] : []))))
  const wrong = openers.filter((fact) => factDefinition(fact).effect === 'closes')
  return { faults: wrong.map((fact) => `yes to ${fact} opens through a question, although it may only close`), notes: [], openers: openers.map((fact) => `${fact} (${factDefinition(fact).effect}, ${factDefinition(fact).tells}, ${factDefinition(fact).about})`) }
}

/** One answer of a question when the fact is a no, and another when it is a yes and nothing else has changed. */
type Move = readonly [from: Value, to: Value]

function movesOf(unit: GateUnit, code: string): ReadonlyMap<FactCode, readonly Move[]> {
  const question = questionsNamed(rulesOf(unit.whole.gate, unit.whole.asked), unit.whole.asked).find((one) => one.code === code)
  if (!question) throw new Error(`no question ${code}`)
  const inside = questionUnit(question, unit.whole.asked, unit.day)
  const table = tabulate(inside)
  const moves = new Map<FactCode, Map<string, Move>>()
  eachChange(inside, 'no', 'yes', (fact, place, from, to) => forEachPair(inside, place, from, to, (one, other) => {
    const move: Move = [answerOf(table, one), answerOf(table, other)]
    moves.set(fact, (moves.get(fact) ?? new Map<string, Move>()).set(move.join(' '), move))
    return false
  }))
  return new Map([...moves].map(([fact, some]) => [fact, [...some.values()]]))
}

function answerOf({ answers }: Table, number: number): Value {
  const answer = answers[number]
  return answer === truths.yes ? 'yes' : answer === truths.no ? 'no' : 'unknown'
}

// Truth goes up from no over unknown to yes.
const ladder: readonly Value[] = ['no', 'unknown', 'yes']

function goesUp(moves: readonly Move[] | undefined): boolean {
  return moves?.some(([from, to]) => ladder.indexOf(to) > ladder.indexOf(from)) ?? false
}

function goesDown(moves: readonly Move[] | undefined): boolean {
  return moves?.some(([from, to]) => ladder.indexOf(to) < ladder.indexOf(from)) ?? false
}

/** Is there a combination that is held, and open after the fact has become a yes and all questions that read it have moved? */
function opensTogether(unit: GateUnit, table: Table, fact: FactCode, moving: readonly { readonly standIn: FactCode; readonly moves: readonly Move[] }[]): boolean {
  const outside = unit.components.findIndex((component) => component.facts.includes(fact))
  const own = unit.components[outside]
  const placed = moving.map(({ standIn, moves }) => ({ place: unit.components.findIndex(({ facts }) => facts[0] === standIn), moves }))
  let opens = false
  forEachCombination(unit, (number, digits) => {
    if (opens || ((table.answers[number] ?? 0) & bits.held) === 0) return
    const letter = digits[outside] ?? 0
    const targets = own ? (own.valueOf(letter, own.facts.indexOf(fact)) === 'no' ? changed(own, fact, letter, 'yes').map((to) => number + (to - letter) * (table.strides[outside] ?? 1)) : []) : [number]
    const reached = placed.reduce<readonly number[]>((numbers, { place, moves }) => numbers.flatMap((one) => movedTo(unit, table, one, place, digits[place] ?? 0, moves)), targets)
    opens = reached.some((one) => ((table.answers[one] ?? 0) & bits.held) === 0)
  })
  return opens
}

function movedTo(unit: GateUnit, table: Table, number: number, place: number, digit: number, moves: readonly Move[]): readonly number[] {
  const component = unit.components[place]
  if (!component) throw new Error('a question without a stand-in')
  const value = component.valueOf(digit, 0)
  const letters = moves.filter(([from]) => from === value).map(([, to]) => Array.from({ length: component.letters }, (_, letter) => letter).find((letter) => component.valueOf(letter, 0) === to) ?? 0)
  return letters.map((letter) => number + (letter - digit) * (table.strides[place] ?? 1))
}

type Directions = { readonly up: boolean; readonly down: boolean }

function openingDirections(unit: GateUnit, table: Table, standIn: FactCode): Directions {
  const open = (number: number) => ((table.answers[number] ?? 0) & bits.held) === 0
  const found = { up: false, down: false }
  for (const [low, high] of [['no', 'yes'], ['no', 'unknown'], ['unknown', 'yes']] as const) {
    eachChange(unit, low, high, (fact, place, from, to) => fact === standIn && forEachPair(unit, place, from, to, (one, other) => {
      found.up ||= !open(one) && open(other)
      found.down ||= open(one) && !open(other)
      return found.up && found.down
    }))
  }
  return found
}

/** Draws of the whole gate: unknowns against all their completions, conflicts, and one example for each fact and each ending. */
export function checkWhole(unit: GateUnit, draws: number, seed: number): Checked {
  const random = seededRandom(seed)
  const shared = sharedFacts(unit.whole)
  const parts = [checkCompletions(unit, random, draws, seed), checkWholeFacts(unit, random), checkWholeOpenings(unit, random)]
  return {
    faults: parts.flatMap(({ faults }) => faults),
    heldTooLong: parts.flatMap(({ heldTooLong = [] }) => heldTooLong),
    notes: [`split; its questions, or one and the rest, share ${shared.length === 0 ? 'no fact' : shared.join(', ')}; ${draws} drawn combinations with up to two unknowns were completed in every way`, ...parts.flatMap(({ notes }) => notes)],
  }
}

function checkCompletions(unit: GateUnit, random: Random, draws: number, seed: number): Checked {
  const grid = wholeGrid(unit)
  // What is known lies before today: an ending of today is known not to lie before any beginning, which no condition asks about.
  const known = grid.filter((day) => day < unit.day)
  const tooSoon = counterOf(`whole gate opens although some value of an unknown closes (seed ${seed})`)
  const tooLong = counterOf('whole gate is held only because something is unknown, although every value of it opens')
  const conflicts = counterOf('whole gate is open in spite of a conflict')
  for (let draw = 0; draw < draws; draw += 1) {
    const readings = drawReadings(unit, known, random)
    const [one, two] = [pick(unit.whole.gate.facts, random), pick(unit.whole.gate.facts, random)]
    const words = () => JSON.stringify([...readings, [one, 'unknown'], [two, 'unknown']])
    const some = completionsOf(readings, one, grid).flatMap((first) => (one === two ? [first] : completionsOf(first, two, grid)))
    const allOpen = some.every((completed) => isOpen(unit, completed))
    const open = isOpen(unit, new Map([...readings, [one, { value: 'unknown' }], [two, { value: 'unknown' }]]))
    if (open && !allOpen) tooSoon.add(words)
    if (!open && allOpen) tooLong.add(words)
    if (isOpen(unit, new Map([...readings, [one, { value: 'conflict' }]]))) conflicts.add(words)
  }
  return { faults: [...tooSoon.words(), ...conflicts.words()], notes: [], heldTooLong: tooLong.words() }
}

function completionsOf(readings: Readings, fact: FactCode, grid: readonly PlainDate[]): readonly Readings[] {
  return [new Map([...readings, [fact, { value: 'no' } as Reading]]), ...grid.map((on) => new Map([...readings, [fact, { value: 'yes', on } as Reading]]))]
}

const mostTries = 300_000

function checkWholeFacts(unit: GateUnit, random: Random): Checked {
  const grid = wholeGrid(unit)
  const inside = unit.whole.gate.facts.filter((fact) => !unit.facts.includes(fact) || [...unit.standIns.values()].includes(fact))
  const idle = inside.filter((fact) => !found(mostTries, () => {
    const readings = drawReadings(unit, grid, random)
    return answerTo(unit, new Map([...readings, [fact, { value: 'no' }]])) !== answerTo(unit, new Map([...readings, [fact, { value: 'yes', on: pick(grid, random) }]]))
  }))
  return { faults: idle.map((fact) => `whole gate: ${fact} makes no difference by itself in ${mostTries} draws`), notes: [] }
}

function checkWholeOpenings(unit: GateUnit, random: Random): Checked {
  const grid = wholeGrid(unit)
  const idle = rulesOf(unit.whole.gate, unit.whole.book).filter((rule) => rule.text !== 'draft' && unit.whole.gate.rules.includes(rule.code)).flatMap((rule) => openingsOf(rule).filter(({ text }) => text === 'verified').filter((opening) => {
    const without: Rule = { ...rule, except: rule.except.filter((one) => one !== opening), until: rule.until.filter((one) => one !== opening) }
    const book: LawBook = { ...unit.whole.book, rules: unit.whole.book.rules.map((one) => (one === rule ? without : one)) }
    return !found(mostTries, () => {
      const readings = drawReadings(unit, grid, random)
      return isOpen(unit, readings) && !isOpen(unit, readings, book)
    })
  }))
  return { faults: idle.map(({ code }) => `whole gate: ${code} never opens by itself in ${mostTries} draws`), notes: [] }
}

function found(tries: number, succeeds: () => boolean): boolean {
  for (let attempt = 0; attempt < tries; attempt += 1) if (succeeds()) return true
  return false
}

function wholeGrid(unit: GateUnit): readonly PlainDate[] {
  return gridOf({ day: unit.day, periods: unit.whole.book.periods }, 1)
}

function drawReadings({ whole }: GateUnit, grid: readonly PlainDate[], random: Random): Readings {
  const likely = random()
  return new Map(whole.gate.facts.map((fact) => [fact, random() < likely ? { value: 'no' } : { value: 'yes', on: pick(grid, random) }]))
}

function isOpen(unit: GateUnit, readings: Readings, book?: LawBook): boolean {
  return (answerTo(unit, readings, book) & bits.held) === 0
}

function answerTo({ whole, day }: GateUnit, readings: Readings, book: LawBook = whole.book): number {
  return byteOf(askGate(whole.gate, { read: (fact) => readings.get(fact) ?? { value: 'unknown' }, day, book }))
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item
}
