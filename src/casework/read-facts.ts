import type { PlainDate } from '../kernel/day.ts'
import { factDefinition, type FactCode } from '../law/facts.ts'
import type { FactRecord, Reading } from './fact-record.ts'
import { isTooWide, speaksOfPlace, type PlaceAsked } from './of-place.ts'

const unknown: Reading = { value: 'unknown' }
const conflict: Reading = { value: 'conflict' }

/** Which records count besides: those about this part of the destination, and of days on which a record is still believed. */
export type Narrowed = { readonly place?: PlaceAsked; readonly believed?: (on: PlainDate) => boolean }

/** What the records say about one fact on a day, for one destination. Records of a later day, and corrected ones, do not count. */
export function readFact(records: readonly FactRecord[], fact: FactCode, destination: string, day: PlainDate, { place, believed }: Narrowed = {}): Reading {
  const mine = standingRecords(records).get(fact)?.filter(({ on }) => on <= day && (believed === undefined || believed(on)))
  if (mine === undefined) return unknown
  const here = mine.filter((record) => record.destination === destination)
  const placed = place === undefined ? [] : here.filter((record) => speaksOfPlace(record, place))
  const particular = here.filter((record) => record.place === undefined && !isTooWide(record, place))
  const general = mine.filter((record) => record.destination === undefined && !isTooWide(record, place))
  // What happened with every destination happened with this one: one history, in which a later "no" contradicts.
  if (factDefinition(fact).kind === 'happening') return readHappening([...placed, ...particular, ...general])
  return join(partOf(placed), join(partOf(particular), partOf(general))).reading
}

const standingByRecords = new WeakMap<readonly FactRecord[], ReadonlyMap<FactCode, readonly FactRecord[]>>()

/** Records that no other one corrects, by their facts. Some fifty facts are asked for of the same records: sorted once. */
function standingRecords(records: readonly FactRecord[]): ReadonlyMap<FactCode, readonly FactRecord[]> {
  const known = standingByRecords.get(records)
  if (known) return known
  const corrected = new Set(records.map(({ corrects }) => corrects))
  const standing = Map.groupBy(records.filter(({ id }) => !corrected.has(id)), ({ fact }) => fact)
  standingByRecords.set(records, standing)
  return standing
}

type Part = { readonly reading: Reading; readonly lastOn: PlainDate | undefined }

function partOf(records: readonly FactRecord[]): Part {
  return { reading: readState(records), lastOn: lastDay(records) }
}

/** What holds for this place or destination, and what holds for more than it. */
function join(particular: Part, general: Part): Part {
  if (particular.lastOn === undefined) return general
  if (general.lastOn === undefined) return particular
  return { reading: joinReadings(particular, particular.lastOn, general, general.lastOn), lastOn: particular.lastOn > general.lastOn ? particular.lastOn : general.lastOn }
}

function joinReadings(particular: Part, particularOn: PlainDate, general: Part, generalOn: PlainDate): Reading {
  if (particular.reading.value === 'conflict' || general.reading.value === 'conflict') return conflict
  if (particular.reading.value === 'yes' && general.reading.value === 'yes') return { value: 'yes', on: particular.reading.on >= general.reading.on ? particular.reading.on : general.reading.on, again: true }
  if (particular.reading.value === general.reading.value || particularOn > generalOn) return particular.reading
  if (particular.reading.value === 'unknown' || general.reading.value === 'unknown') return unknown
  // A later general record ("no protection anywhere") must not silently lift what was recorded for this very destination.
  return conflict
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
  return happened.length > 0 ? yesOn(last, happened) : { value: 'no' }
}

// "Not yet", looked up in the morning, is no contradiction of what happened and was recorded later the same day.
function contradicts(yes: FactRecord, no: FactRecord): boolean {
  return yes.on < no.on || (yes.on === no.on && yes.recordedAt <= no.recordedAt)
}

/**
 * The latest day decides. `on` is the day that its record names as the first one: a state that is recorded anew began anew, so
 * that an ending of 2019 never lifts what was granted in 2018 and again in 2020.
 */
function readState(records: readonly FactRecord[]): Reading {
  const last = lastDay(records)
  if (last === undefined) return unknown
  const latest = records.filter((record) => record.on === last)
  const certain = latest.filter((record) => record.value !== 'unknown')
  // Doubt that was recorded first is settled by what was recorded after it; doubt that came later is doubt.
  if (latest.some((doubt) => doubt.value === 'unknown' && !certain.some((record) => record.recordedAt > doubt.recordedAt))) return unknown
  if (new Set(certain.map((record) => record.value)).size > 1) return conflict
  return certain[0]?.value === 'yes' ? yesOn(last, records.filter(({ value }) => value === 'yes')) : { value: 'no' }
}

function yesOn(on: PlainDate, happened: readonly FactRecord[]): Reading {
  return { value: 'yes', on, ...(happened.length > 1 ? { again: true } : {}) }
}
