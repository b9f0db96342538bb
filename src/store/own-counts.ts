import { sql } from 'kysely'
import type { PlainDate } from '../kernel/day.ts'
import type { Jurisdiction } from '../law/rule.ts'
import type { Database } from './tables.ts'

/** What of this authority's own cases is counted by state and month: nothing about a person, and nothing by officer. */
export type OwnEvent = 'document-taken' | 'departed'

export type MonthCount = { readonly country: string; /** `2026-03` */ readonly month: string; readonly count: number }

/** How many, by state (ISO 3166-1 alpha-2) and month. `fictional`: of made-up cases, or of the others; never of both together. */
export async function ownMonthCounts(tx: Database, event: OwnEvent, { fictional, before }: { readonly fictional: boolean; readonly before: PlainDate }): Promise<readonly MonthCount[]> {
  const { rows } = await sql<MonthCount>`select destination as country, substr(day, 1, 7) as month, count(*) as count from case_event join case_file using (case_id)
    where kind in ('document-taken', 'departed') and kind = ${event} and day < ${before} and fictional = ${fictional} group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

/** How many on a day, to all states together, in the cases under one state's law. */
export type DayCount = { readonly jurisdiction: Jurisdiction; readonly day: PlainDate; readonly count: number }

/** How many, by day. `fictional`: as above. */
export async function ownDayCounts(tx: Database, event: OwnEvent, { fictional }: { readonly fictional: boolean }): Promise<readonly DayCount[]> {
  const { rows } = await sql<DayCount>`select jurisdiction, day, count(*) as count from case_event join case_file using (case_id)
    where kind in ('document-taken', 'departed') and kind = ${event} and fictional = ${fictional} group by 1, 2 order by 2, 1`.execute(tx)
  return rows
}

/** By how many the open requests to a state grew on a day, and how many were answered. */
export type OpenChange = { readonly country: string; readonly day: PlainDate; readonly change: number; readonly answers: number }

/** Outcomes by which a state has answered; silence and “not enough information” are none. */
const answers = ['issued', 'issued-conditions', 'agreed-at-border', 'nationality-confirmed-no-document', 'nationality-not-confirmed', 'refused-policy']

/**
 * Requests that left as messages, from the day they were sent to their first answer or withdrawal. Requests from before a case was kept
 * here are left out: nobody knows how many others there were.
 */
export async function openChanges(tx: Database, { fictional, before }: { readonly fictional: boolean; readonly before: PlainDate }): Promise<readonly OpenChange[]> {
  const { rows } = await sql<OpenChange>`
    with sent as (select case_id, request_id, destination, day from outbound_message join case_file using (case_id) where fictional = ${fictional} and day < ${before}),
    -- Of the cases that were sent alone: all events of an installation are a hundred times as many.
    ended as (
      select sent.case_id, sent.request_id, first.day, first.answered from sent cross join lateral (
        select body ->> 'on' as day, kind = 'outcome-recorded' as answered from case_event as event
        where event.case_id = sent.case_id and event.body ->> 'requestId' = sent.request_id and (kind = 'request-withdrawn' or (kind = 'outcome-recorded' and body ->> 'outcome' = any(${answers})))
        order by day limit 1) as first)
    select destination as country, day, sum(change) as change, sum(answers) as answers from (
      select destination, day, 1 as change, 0 as answers from sent
      union all select destination, greatest(ended.day, sent.day), -1, answered::integer from sent join ended using (case_id, request_id) where greatest(ended.day, sent.day) < ${before}
    ) as changes group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

/** What was sent to one state, taken from it, and departed to it, from a day to another, both counted. */
export async function ownCountsOf(tx: Database, country: string, { fictional, from, until }: { readonly fictional: boolean; readonly from: PlainDate; readonly until: PlainDate }): Promise<{ readonly requests: number; readonly documents: number; readonly departures: number }> {
  const { rows: [row] } = await sql<{ requests: number; documents: number; departures: number }>`select
    (select count(*) from outbound_message join case_file using (case_id) where destination = ${country} and day between ${from} and ${until} and fictional = ${fictional}) as requests,
    (select count(*) from case_event join case_file using (case_id) where kind in ('document-taken', 'departed') and kind = 'document-taken' and destination = ${country} and day between ${from} and ${until} and fictional = ${fictional}) as documents,
    (select count(*) from case_event join case_file using (case_id) where kind in ('document-taken', 'departed') and kind = 'departed' and destination = ${country} and day between ${from} and ${until} and fictional = ${fictional}) as departures`.execute(tx)
  return row ?? { requests: 0, documents: 0, departures: 0 }
}

/** Whether there is any case at all, and whether all of them are made up. */
export async function whatCasesThereAre(tx: Database): Promise<'none' | 'fictional' | 'real'> {
  const { rows: [row] } = await sql<{ any: boolean; real: boolean }>`select exists (select 1 from case_file) as any, exists (select 1 from case_file where not fictional) as real`.execute(tx)
  return row?.real ? 'real' : row?.any ? 'fictional' : 'none'
}
