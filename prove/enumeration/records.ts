// From records to readings: every history of up to three records of one fact, against a second way of reading them.
import type { CaseState } from '../../src/casework/case-state.ts'
import type { FactRecord, Reading } from '../../src/casework/fact-record.ts'
import { askGate, type Gate } from '../../src/casework/gate.ts'
import { readerOf } from '../../src/casework/read-case.ts'
import { readFact } from '../../src/casework/read-facts.ts'
import { askStep } from '../../src/casework/take-step.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import { seededRandom } from '../../src/kernel/random.ts'
import type { LawBook } from '../../src/law/book.ts'
import { factDefinition, facts, type FactCode } from '../../src/law/facts.ts'
import { everyStep } from '../../src/law/rule.ts'

export type Tried = { readonly tried: number; readonly faults: readonly string[] }

const [here, there] = ['BR', 'KE']
const values = ['yes', 'no', 'unknown'] as const
/** One fact of each kind; both are about a destination, so that records for here, for elsewhere and for all can meet. */
const kinds: readonly FactCode[] = (['happening', 'state'] as const).map((kind) => {
  const fact = (Object.keys(facts) as FactCode[]).find((one) => factDefinition(one).kind === kind && factDefinition(one).about === 'destination' && factDefinition(one).computed === undefined)
  if (fact === undefined) throw new Error(`no ${kind} about a destination is recorded`)
  return fact
})

/** Value, day (yesterday, today, tomorrow), destination (asked, other, all), and which earlier record it corrects: every choice for three. */
export function checkHistories(today: PlainDate): Tried {
  const days = [-1, 0, 1].map((step) => dayFromNumber(dayNumber(today) + step))
  const singles = values.flatMap((value) => days.flatMap((on) => [here, there, undefined].map((destination) => ({ value, on, destination }))))
  const faults: string[] = []
  let tried = 0
  const look = (history: readonly FactRecord[]) => {
    tried += 1
    const [first] = history
    const fact = first?.fact ?? 'restricted-protection-granted'
    const reading = JSON.stringify(readFact(history, fact, here, today))
    const others = [JSON.stringify(secondReading(history, fact, here, today)), JSON.stringify(readFact(history.toReversed(), fact, here, today))]
    if (others.some((other) => other !== reading) && faults.length < 10) faults.push(`${JSON.stringify(history)} reads ${reading}, and otherwise ${others.join(' and ')}`)
  }
  for (const fact of kinds) {
    look([])
    for (const first of singles) {
      look([recordOf(fact, 1, first)])
      for (const second of singles) {
        for (const at of [1, 2]) for (const corrects of [undefined, 1]) look([recordOf(fact, 1, first), recordOf(fact, 2, second, corrects, at)])
        for (const third of singles) for (const [two, three] of corrections) look([recordOf(fact, 1, first), recordOf(fact, 2, second, two), recordOf(fact, 3, third, three)])
      }
    }
  }
  return { tried, faults }
}

const corrections = [[undefined, undefined], [undefined, 1], [undefined, 2], [1, undefined], [1, 2]] as const

type Single = { readonly value: FactRecord['value']; readonly on: PlainDate; readonly destination: string | undefined }

function recordOf(fact: FactCode, number: number, { value, on, destination }: Single, corrects?: number, at: number = number): FactRecord {
  return { id: `r${number}`, fact, value, on, ...(destination === undefined ? {} : { destination }), source: 'sample', recordedAt: `2026-01-01T10:0${at}:00.000Z`, ...(corrects === undefined ? {} : { corrects: `r${corrects}` }) }
}

/** Walks through the records in the order of their days. Written from the description in `fact-record.ts`, not from the code. */
function secondReading(history: readonly FactRecord[], fact: FactCode, destination: string, today: PlainDate): Reading {
  const counting = history
    .filter((record) => history.every(({ corrects }) => corrects !== record.id) && record.on <= today && record.fact === fact)
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.recordedAt.localeCompare(other.recordedAt))
  const general = counting.filter((record) => !('destination' in record))
  const particular = counting.filter((record) => record.destination === destination)
  if (factDefinition(fact).kind === 'happening') return walkHappening(counting.filter((record) => general.includes(record) || particular.includes(record)))
  return meet(particular, general)
}

function walkHappening(timeline: readonly FactRecord[]): Reading {
  let happenedOn: PlainDate | undefined
  let happenedAt = ''
  let certainOn: PlainDate | undefined
  let doubtOn: PlainDate | undefined
  let contradicted = false
  for (const { value, on, recordedAt } of timeline) {
    if (value === 'unknown') doubtOn = on
    if (value === 'yes') [happenedOn, happenedAt] = [on, recordedAt]
    // "It has not happened by then", said of a day after it happened, or said of that day no earlier than that it did.
    if (value === 'no' && happenedOn !== undefined) contradicted = true
    if (value !== 'unknown' && (happenedOn === undefined || value === 'yes')) certainOn = on
  }
  const tie = timeline.some(({ value, on, recordedAt }) => value === 'no' && timeline.some((yes) => yes.value === 'yes' && yes.on === on && yes.recordedAt === recordedAt))
  if (contradicted || tie) return { value: 'conflict' }
  if (certainOn === undefined || (doubtOn !== undefined && doubtOn >= certainOn)) return { value: 'unknown' }
  return happenedOn === undefined || happenedAt === '' ? { value: 'no' } : { value: 'yes', on: happenedOn, ...moreThanOnce(timeline) }
}

function meet(particular: readonly FactRecord[], general: readonly FactRecord[]): Reading {
  const [one, all] = [lastWord(particular), lastWord(general)]
  if (!one || !all) return (one ?? all)?.reading ?? { value: 'unknown' }
  if (one.reading.value === 'conflict' || all.reading.value === 'conflict') return { value: 'conflict' }
  if (one.reading.value === 'yes' && all.reading.value === 'yes') return { value: 'yes', on: one.on < all.on ? all.on : one.on, again: true }
  // The particular word stands unless a general one of the same day or later says something else.
  if (one.on > all.on || one.reading.value === all.reading.value) return one.reading
  return one.reading.value === 'unknown' || all.reading.value === 'unknown' ? { value: 'unknown' } : { value: 'conflict' }
}

function lastWord(timeline: readonly FactRecord[]): { readonly on: PlainDate; readonly reading: Reading } | undefined {
  const on = timeline.at(-1)?.on
  if (on === undefined) return undefined
  const words = timeline.filter((record) => record.on === on)
  const certain = words.filter(({ value }) => value !== 'unknown')
  const lastCertain = certain.at(-1)
  const openDoubt = words.some(({ value, recordedAt }) => value === 'unknown' && !(lastCertain && lastCertain.recordedAt > recordedAt))
  if (openDoubt || !lastCertain) return { on, reading: { value: 'unknown' } }
  if (certain.some(({ value }) => value !== lastCertain.value)) return { on, reading: { value: 'conflict' } }
  return { on, reading: lastCertain.value === 'yes' ? { value: 'yes', on, ...moreThanOnce(timeline) } : { value: 'no' } }
}

function moreThanOnce(timeline: readonly FactRecord[]): { readonly again?: true } {
  return timeline.filter(({ value }) => value === 'yes').length >= 2 ? { again: true } : {}
}

/**
 * Destination same or other: whatever is recorded of a fact about one destination, another one is asked about as if nothing were;
 * what is recorded for all destinations, and every fact about the person, is read alike for both. By the whole reader of a case.
 */
export function checkDestinations(state: CaseState, book: LawBook, today: PlainDate): Tried {
  const recorded = (Object.keys(facts) as FactCode[]).filter((fact) => factDefinition(fact).computed === undefined)
  const faults: string[] = []
  let tried = 0
  for (const fact of recorded) {
    for (const value of values) {
      for (const destination of factDefinition(fact).about === 'person' ? [undefined] : [here, undefined]) {
        tried += 1
        const read = (asked: string) => JSON.stringify(readerOf({ ...state, facts: [recordOf(fact, 1, { value, on: today, destination })] }, asked, undefined, today, book)(fact))
        const nothing = JSON.stringify({ value: 'unknown' })
        const expected = value === 'yes' ? JSON.stringify({ value: 'yes', on: today }) : JSON.stringify({ value })
        if (read(here) !== expected) faults.push(`${fact} ${value} for ${destination ?? 'all'} reads ${read(here)} there`)
        if (read(there) !== (destination === undefined ? expected : nothing)) faults.push(`${fact} ${value} for ${destination ?? 'all'} reads ${read(there)} for another destination`)
      }
    }
  }
  return { tried, faults }
}

/**
 * A "no" of more than thirty days ago, of any fact, is as good as a doubt from the booking on, and as good as a new one at every step
 * before; one of thirty days ago is as good as a new one everywhere. But for what an order was when it was made, and how proceedings
 * began. By the answers of the steps themselves.
 */
export function checkOldNoes(state: CaseState, book: LawBook, today: PlainDate): Tried {
  const faults: string[] = []
  let tried = 0
  const aged = (record: FactRecord, days: number) => state.facts.map((one) => (one === record ? { ...one, on: dayFromNumber(dayNumber(today) - days) } : one))
  for (const record of state.facts.filter(({ fact, value }) => value === 'no' && !factDefinition(fact).ofOrder && fact !== 'proceedings-begun-on-arrival')) {
    for (const step of everyStep) {
      tried += 1
      const answer = (records: CaseState['facts']) => {
        const { answer: { state: open, gates } } = askStep({ ...state, facts: records }, { caseId: 'case-1', today, book }, { step, destination: here, place: undefined })
        return JSON.stringify([open, gates])
      }
      const [asNew, asDoubt] = [answer(aged(record, 0)), answer(state.facts.map((one) => (one === record ? { ...one, value: 'unknown' } : one)))]
      const believed = !['booking', 'hand-over', 'departure'].includes(step)
      if (answer(aged(record, 30)) !== asNew) faults.push(`${record.fact}: a "no" of thirty days ago is not believed at ${step}`)
      if (answer(aged(record, 31)) !== (believed ? asNew : asDoubt)) faults.push(`${record.fact}: a "no" of thirty-one days ago is ${believed ? 'not ' : ''}believed at ${step}`)
    }
  }
  return { tried, faults }
}

/** Consent to a place: for each country of which an instrument names parts, and each two places there, one of which may be nowhere in particular. */
export function checkPlaces(state: CaseState, book: LawBook, today: PlainDate): Tried {
  const ofPlace = (Object.keys(facts) as FactCode[]).filter((fact) => factDefinition(fact).ofPlace !== undefined)
  const faults: string[] = []
  let tried = 0
  for (const { place: { country, parts, outside = [] } } of book.instruments.filter(({ kind, place }) => kind === 'moratorium' && place.parts !== undefined)) {
    const places = [...(parts ?? []), ...outside, 'Sampletown', undefined]
    for (const fact of ofPlace) for (const recorded of places) for (const asked of places) {
      tried += 1
      const record: FactRecord = { ...recordOf(fact, 1, { value: 'yes', on: today, destination: country }), ...(recorded === undefined ? {} : { place: recorded }) }
      const { value } = readerOf({ ...state, facts: [record] }, country, asked, today, book)(fact)
      if ((value === 'yes') !== (recorded !== undefined && recorded === asked)) faults.push(`${fact} for ${recorded ?? 'the country'} reads ${value} for ${asked ?? 'no named place'} of ${country}`)
    }
  }
  return { tried, faults }
}

/** Whatever happened more than once, a gate that is held stays held; and some gate is held by it alone. Random days and values, of every gate. */
export function checkAgain(gates: readonly Gate[], book: LawBook, today: PlainDate, draws: number, seed: number): Tried & { readonly closed: number } {
  const random = seededRandom(seed)
  const days = [0, 1, 15, 40].map((ago) => dayFromNumber(dayNumber(today) - ago))
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const faults: string[] = []
  let closed = 0
  for (let draw = 0; draw < draws; draw += 1) {
    const gate = pick(gates)
    const once = new Map<FactCode, Reading>(gate.facts.map((fact) => [fact, pick<Reading>([{ value: 'yes', on: pick(days) }, { value: 'yes', on: pick(days) }, { value: 'no' }, { value: 'unknown' }])]))
    const more = new Map<FactCode, Reading>([...once].map(([fact, reading]) => [fact, reading.value === 'yes' && random() < 0.5 ? { ...reading, again: true } : reading]))
    const isHeld = (readings: ReadonlyMap<FactCode, Reading>) => askGate(gate, { read: (fact) => readings.get(fact) ?? { value: 'unknown' }, day: today, book }).holds.length > 0
    const [before, after] = [isHeld(once), isHeld(more)]
    if (before && !after) faults.push(`${gate.code} opens because something happened more than once: ${JSON.stringify([...more])}`)
    if (!before && after) closed += 1
  }
  return { tried: draws, faults, closed }
}
