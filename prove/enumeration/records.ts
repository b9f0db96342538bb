// From records to readings: every history of up to three records of one fact, against a second way of reading them.
import type { CaseState } from '../../src/casework/case-state.ts'
import type { FactRecord, Reading } from '../../src/casework/fact-record.ts'
import { readerOf } from '../../src/casework/read-case.ts'
import { readFact } from '../../src/casework/read-facts.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import type { LawBook } from '../../src/law/book.ts'
import { factDefinition, facts, type FactCode } from '../../src/law/facts.ts'

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
  return happenedOn === undefined || happenedAt === '' ? { value: 'no' } : { value: 'yes', on: happenedOn }
}

function meet(particular: readonly FactRecord[], general: readonly FactRecord[]): Reading {
  const [one, all] = [lastWord(particular), lastWord(general)]
  if (!one || !all) return (one ?? all)?.reading ?? { value: 'unknown' }
  if (one.reading.value === 'conflict' || all.reading.value === 'conflict') return { value: 'conflict' }
  if (one.reading.value === 'yes' && all.reading.value === 'yes') return one.on < all.on ? all.reading : one.reading
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
  return { on, reading: lastCertain.value === 'yes' ? { value: 'yes', on } : { value: 'no' } }
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
