import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unitedStatesInstrumentLists, unitedStatesInstruments } from './instruments.ts'

const table = new URL('../../../../shared/data/measures/tps_status.csv', import.meta.url)
const there = existsSync(table)
const rows = there ? readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => [...line.matchAll(/"[^"]*"|[^,]+|(?<=,)(?=,)/g)].map(([cell]) => cell.replaceAll('"', ''))) : []
const dayIn = (cell: string | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(cell ?? '')?.[0]

test.skipIf(!there)('every row of the table of designations is an instrument with the same days', () => {
  const named = (country: string) => unitedStatesInstruments.find(({ kind, title }) => kind === 'tps' && title.en.endsWith(`: ${country.replace(' designation', '').replace(' (Myanmar)', '')}`))
  expect(rows).toHaveLength(unitedStatesInstruments.filter(({ kind }) => kind === 'tps').length)
  for (const [country = '', status, notice, applied] of rows) {
    const instrument = named(country)
    expect(instrument, country).toBeDefined()
    const days = [instrument?.noticedEndOn, instrument?.endsOn?.day]
    if (status === 'terminated') expect(days.filter(Boolean), country).toEqual([...new Set([dayIn(notice), dayIn(applied)])].filter(Boolean))
    else expect(instrument?.noticedEndOn, country).toBe(dayIn(notice))
  }
})

test('no end of the United States is shown as read, and each kind of instrument says how complete it is', () => {
  expect(unitedStatesInstruments.filter(({ text, endsOn }) => text === 'verified' || endsOn?.text === 'verified')).toEqual([])
  expect(new Set(unitedStatesInstruments.map(({ kind }) => kind))).toEqual(new Set(unitedStatesInstrumentLists.map(({ kind }) => kind)))
})

test('each says when it was looked up and when it must be looked up again', () => {
  expect(unitedStatesInstruments.filter(({ checkedOn, reviewBy }) => checkedOn !== '2026-11-22' || reviewBy <= checkedOn || reviewBy > '2027-02-22')).toEqual([])
})
