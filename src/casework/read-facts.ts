import type { PlainDate } from '../kernel/day.ts'
import { factDefinition, type FactCode } from '../law/facts.ts'
import type { FactRecord, Reading } from './fact-record.ts'

const unknown: Reading = { value: 'unknown' }
const conflict: Reading = { value: 'conflict' }

/** What the records say about one fact on a day, for one destination. Records of a later day, and corrected ones, do not count. */
export function readFact(records: readonly FactRecord[], fact: FactCode, destination: string, day: PlainDate): Reading {
  const corrected = new Set(records.map((record) => record.corrects))
  const mine = records.filter((record) => record.fact === fact && record.on <= day && !corrected.has(record.id))
  const read = factDefinition(fact).kind === 'happening' ? readHappening : readState
  const particular = mine.filter((record) => record.destination === destination)
  const general = mine.filter((record) => record.destination === undefined)
  return join({ reading: read(particular), lastOn: lastDay(particular) }, { reading: read(general), lastOn: lastDay(general) })
}

type Part = { readonly reading: Reading; readonly lastOn: PlainDate | undefined }

// A later general record ("no protection anywhere") must not silently lift what was recorded for this very destination.
function join(particular: Part, general: Part): Reading {
  if (particular.lastOn === undefined) return general.reading
  if (general.lastOn === undefined || particular.reading.value === general.reading.value) return particular.reading
  if (general.reading.value === 'conflict') return conflict
  return particular.lastOn >= general.lastOn ? particular.reading : conflict
}

function lastDay(records: readonly FactRecord[]): PlainDate | undefined {
  return records.map((record) => record.on).reduce<PlainDate | undefined>((last, on) => (last === undefined || on > last ? on : last), undefined)
}

/** It took place on the latest day that somebody recorded; a record that it had not taken place by then contradicts it. */
function readHappening(records: readonly FactRecord[]): Reading {
  const happened = records.filter((record) => record.value === 'yes')
  const not = records.filter((record) => record.value === 'no')
  if (happened.some((yes) => not.some((no) => contradicts(yes, no)))) return conflict
  const doubtful = lastDay(records.filter((record) => record.value === 'unknown'))
  const last = lastDay(happened.length > 0 ? happened : not)
  if (last === undefined || (doubtful !== undefined && doubtful >= last)) return unknown
  return happened.length > 0 ? { value: 'yes', on: last } : { value: 'no' }
}

// "Not yet", looked up in the morning, is no contradiction of what happened and was recorded later the same day.
function contradicts(yes: FactRecord, no: FactRecord): boolean {
  return yes.on < no.on || (yes.on === no.on && yes.recordedAt <= no.recordedAt)
}

/** The latest day decides; `on` is the first day of the unbroken run of that value. */
function readState(records: readonly FactRecord[]): Reading {
  const last = lastDay(records)
  if (last === undefined) return unknown
  const values = new Set(records.filter((record) => record.on === last).map((record) => record.value))
  if (values.size > 1) return conflict
  const [value] = [...values]
  if (value === 'unknown') return unknown
  if (value === 'no') return { value: 'no' }
  return { value: 'yes', on: beginOfRun(records, last) }
}

function beginOfRun(records: readonly FactRecord[], last: PlainDate): PlainDate {
  const interruptedOn = lastDay(records.filter((record) => record.value !== 'yes'))
  return records
    .filter((record) => record.value === 'yes' && (interruptedOn === undefined || record.on > interruptedOn))
    .reduce((first, { on }) => (on < first ? on : first), last)
}
