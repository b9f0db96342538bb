import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { loadFictionalCaseload } from '../fictional-caseload.ts'
import { openChanges, ownCountsOf, ownMonthCounts, whatCasesThereAre } from '../../store/own-counts.ts'

type Row = { readonly caseId: string; readonly kind: string; readonly body: Readonly<Record<string, string>> }

let fresh: FreshDatabase
let events: readonly Row[]
beforeAll(async () => {
  fresh = await freshDatabase()
  expect(await whatCasesThereAre(fresh.database)).toBe('none')
  await loadFictionalCaseload({ owner: fresh.asOwner() }, { cases: 250, seed: 11, today })
  events = (await sql<Row>`select case_id as "caseId", kind::text as kind, body from case_event order by case_id, sequence`.execute(fresh.asOwner())).rows
})
afterAll(() => fresh.destroy())

const before = `${today.slice(0, 7)}-01` as PlainDate
const on = ({ body }: Row) => body['on'] ?? ''

test.each(['departed', 'document-taken'] as const)('%s is counted by state and month as one counts the events by hand', async (event) => {
  const byHand = Map.groupBy(events.filter((one) => one.kind === event && on(one) < before), (one) => `${one.body['destination']} ${on(one).slice(0, 7)}`)
  const counted = await ownMonthCounts(fresh.database, event, { fictional: true, before })
  expect(counted.length).toBeGreaterThan(3)
  expect(new Map(counted.map(({ country, month, count }) => [`${country} ${month}`, count]))).toEqual(new Map([...byHand].map(([key, list]) => [key, list.length])))
})

test('open requests and answers by day are what the events say, request by request', async () => {
  const decisive = ['issued', 'issued-conditions', 'agreed-at-border', 'nationality-confirmed-no-document', 'nationality-not-confirmed', 'refused-policy']
  const byHand = new Map<string, { change: number; answers: number }>()
  const add = (country: string, day: string, change: number, answers: number) => {
    if (day >= before) return
    const known = byHand.get(`${country} ${day}`) ?? { change: 0, answers: 0 }
    byHand.set(`${country} ${day}`, { change: known.change + change, answers: known.answers + answers })
  }
  for (const sent of events.filter(({ kind }) => kind === 'request-sent')) {
    const country = sent.body['destination'] ?? ''
    if (on(sent) >= before) continue
    add(country, on(sent), 1, 0)
    const [end] = events.filter((one) => one.caseId === sent.caseId && one.body['requestId'] === sent.body['requestId'] && (one.kind === 'request-withdrawn' || (one.kind === 'outcome-recorded' && decisive.includes(one.body['outcome'] ?? '')))).toSorted((one, other) => (on(one) < on(other) ? -1 : Number(on(one) > on(other))))
    if (end) add(country, on(end) > on(sent) ? on(end) : on(sent), -1, end.kind === 'outcome-recorded' ? 1 : 0)
  }
  const changes = await openChanges(fresh.database, { fictional: true, before })
  expect([changes.length > 20, changes.some(({ answers }) => answers > 0)]).toEqual([true, true])
  expect(new Map(changes.map(({ country, day, change, answers }) => [`${country} ${day}`, { change, answers }]))).toEqual(byHand)
})

test('a state’s own counts are those of its days, both ends counted, and made-up cases are never counted among others', async () => {
  const [first] = events.filter(({ kind }) => kind === 'request-sent')
  const [country, from] = [first?.body['destination'] ?? '', on(first ?? events[0]!) as PlainDate]
  const count = (kind: string) => events.filter((one) => one.kind === kind && one.body['destination'] === country && on(one) === from).length
  expect(await ownCountsOf(fresh.database, country, { fictional: true, from, until: from })).toEqual({ requests: count('request-sent'), documents: count('document-taken'), departures: count('departed') })
  expect(count('request-sent')).toBeGreaterThan(0)
  expect(await ownCountsOf(fresh.database, country, { fictional: false, from, until: today })).toEqual({ requests: 0, documents: 0, departures: 0 })
  expect(await whatCasesThereAre(fresh.database)).toBe('fictional')
})
