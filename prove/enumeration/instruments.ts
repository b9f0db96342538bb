// From instruments to readings: one or two instruments and their list, in every state that matters, against a second way of reading.
import type { Reading } from '../../src/casework/fact-record.ts'
import { readInstruments } from '../../src/casework/read-instruments.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import type { LawBook } from '../../src/law/book.ts'
import type { Instrument, InstrumentKind, InstrumentList } from '../../src/law/instrument.ts'
import type { Tried } from './records.ts'

type Kind = { readonly fact: 'moratorium' | 'tps-designation-ended' | 'deferred-enforced-departure-in-force'; readonly kind: InstrumentKind; readonly jurisdiction: 'CA' | 'US'; readonly unlistedIsNone: boolean }

const kinds: readonly Kind[] = [
  // Whether a place that is on no list is free is asked by a gate of its own, so that it counts as free here.
  { fact: 'moratorium', kind: 'moratorium', jurisdiction: 'CA', unlistedIsNone: true },
  { fact: 'tps-designation-ended', kind: 'tps', jurisdiction: 'US', unlistedIsNone: false },
  { fact: 'deferred-enforced-departure-in-force', kind: 'ded', jurisdiction: 'US', unlistedIsNone: false },
]

/** Starts, ends, texts, reviews and places of up to two instruments; lists that are current or not, read or not; the place asked about. */
export function checkInstruments(today: PlainDate): Tried {
  const day = (step: number) => dayFromNumber(dayNumber(today) + step)
  const ends = [undefined, ...[-1, 0, 1].flatMap((step) => (['verified', 'unverified'] as const).map((text) => ({ day: day(step), text })))]
  const starts = [undefined, day(-9), day(0), day(1)]
  const some = starts.flatMap((startsOn) => ends.flatMap((endsOn) => (['verified', 'unverified'] as const).flatMap((text) => [day(0), day(-1)].flatMap((reviewBy) =>
    [{ country: 'BR' }, { country: 'KE' }, { country: 'BR', parts: ['North'], outside: ['South'] }].map((place) => ({ startsOn, endsOn, text, reviewBy, place }))))))
  const faults: string[] = []
  let tried = 0
  for (const kind of kinds) {
    const lists = [[], ...[day(0), day(-1)].flatMap((reviewBy) => (['verified', 'unverified'] as const).map((text) => [{ kind: kind.kind, jurisdiction: kind.jurisdiction, text, source: 'sample', checkedOn: day(-30), reviewBy }]))]
    const look = (instruments: readonly Instrument[], list: readonly InstrumentList[], place: string | undefined) => {
      tried += 1
      const book: LawBook = { digest: 'sample', provisions: [], rules: [], periods: [], questions: [], instruments, lists: list }
      const reading = readInstruments(kind.fact, { nationalities: [{ country: 'BR', basis: 'own-document', on: day(-100), source: 'sample' }] }, 'BR', place, today, book)
      const second = secondReading(kind, instruments, list, kind.fact === 'moratorium' ? place : undefined, today)
      if (!alike(reading, second) && faults.length < 10) faults.push(`${kind.fact} reads ${JSON.stringify(reading)}, and otherwise ${JSON.stringify(second)}: ${JSON.stringify({ instruments, list, place })}`)
    }
    const instruments = some.map((one, number) => instrumentOf(kind, one, `sample-${number}`))
    for (const list of lists) {
      for (const place of [undefined, 'north ', 'South', 'Somewhere']) {
        look([], list, place)
        for (const one of instruments) look([one], list, place)
      }
    }
    // Two at once: every pair of every third, with a current list; what one says must not hide what the other says.
    const fewer = instruments.filter((_, number) => number % 3 === 0)
    for (const one of fewer) for (const other of fewer) look([one, other], lists[1] ?? [], 'north')
  }
  return { tried, faults }
}

type Varied = Pick<Instrument, 'text' | 'reviewBy' | 'place'> & { readonly startsOn: PlainDate | undefined; readonly endsOn: Instrument['endsOn'] | undefined }

function instrumentOf({ kind, jurisdiction }: Kind, { startsOn, endsOn, ...rest }: Varied, code: string): Instrument {
  return {
    code, kind, jurisdiction, title: { en: 'sample', fr: 'exemple' }, legalBasis: 'sample', source: 'sample', checkedOn: '2026-01-01' as PlainDate, ...rest,
    ...(startsOn === undefined ? {} : { startsOn }), ...(endsOn === undefined ? {} : { endsOn }),
  }
}

/** Asks of each instrument: certainly in force, perhaps, certainly over? Says nothing about days. */
function secondReading({ fact, unlistedIsNone }: Kind, instruments: readonly Instrument[], lists: readonly InstrumentList[], place: string | undefined, today: PlainDate): Reading['value'] | 'unverified' {
  const there = instruments.map((one) => ({ one, inside: insideOf(one, place) })).filter(({ inside }) => inside !== 'no')
  const begun = there.filter(({ one }) => one.startsOn === undefined || one.startsOn <= today)
  const isOver = ({ endsOn }: Instrument) => endsOn !== undefined && endsOn.text === 'verified' && endsOn.day < today
  const perhaps = begun.filter(({ one }) => !isOver(one))
  const certainly = perhaps.filter(({ one, inside }) => inside === 'yes' && one.reviewBy >= today)
  if (certainly.length > 0) {
    if (fact === 'tps-designation-ended') return 'no'
    return certainly.some(({ one }) => one.text === 'verified') ? 'yes' : 'unverified'
  }
  const list = lists.find(({ reviewBy }) => reviewBy >= today)
  if (perhaps.length > 0 || !list) return 'unknown'
  if (there.some(({ one }) => one.endsOn !== undefined && one.endsOn.day < today)) return fact === 'tps-designation-ended' ? 'yes' : 'no'
  return list.text === 'verified' || unlistedIsNone ? 'no' : 'unknown'
}

function insideOf({ place: { country, parts, outside } }: Instrument, place: string | undefined): 'yes' | 'no' | 'perhaps' {
  if (country !== 'BR') return 'no'
  if (!parts) return 'yes'
  const said = (place ?? '').trim().toLowerCase()
  if (parts.some((part) => part.toLowerCase() === said)) return 'yes'
  return outside?.some((part) => part.toLowerCase() === said) ? 'no' : 'perhaps'
}

function alike(reading: Reading, second: Reading['value'] | 'unverified'): boolean {
  if (reading.value === 'yes') return second === (reading.unverified ? 'unverified' : 'yes')
  return reading.value === second
}
