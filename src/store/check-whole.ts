import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** Something that must not be, and how many times it is. */
export type Fault = { readonly fault: string; readonly times: number; readonly caseId: string }

/**
 * Looks through every case, decision and message for what the keys and triggers ought to have refused: after a crash, a
 * restored backup, or work by the owner's hand. Empty when all is whole. `tx` is of the auditor; reads every row.
 */
export async function checkWhole(tx: Database): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`
    with run as (
      select case_id, min(sequence) as first, max(sequence) as last, count(*) as number, count(*) filter (where kind = 'case-opened') as openings from case_event group by case_id
    ), found as (
      select 'a gap in the order of events' as fault, case_id from run where first <> 1 or number <> last
      union all select 'a case that is not opened once', case_id from run where openings <> 1
      union all select 'a version that is not the last event', coalesce(run.case_id, file.case_id) from run full join case_file as file using (case_id) where file.version is distinct from run.last
      union all select 'a command that was done twice', case_id from (select case_id, command_id from case_event group by 1, 2 having max(sequence) - min(sequence) + 1 <> count(*) or count(command_digest) > 1) as twice
      union all select 'a step without an open decision about the version before', event.case_id from case_event as event
        where gated_step(event.kind) is not null and not exists (
          select 1 from gate_decision as decision where decision.case_id = event.case_id and decision.case_version = event.sequence - 1 and decision.step = gated_step(event.kind)
            and decision.destination = event.body ->> 'destination' and decision.day = event.body ->> 'on' and decision.state = 'open' and decision.digest = event.decision)
      union all select 'a decision on an event that no gate holds', case_id from case_event where gated_step(kind) is null and decision is not null
      union all select 'a request that was sent without a message', event.case_id from case_event as event
        where event.kind = 'request-sent' and not exists (select 1 from outbound_message as message where message.case_id = event.case_id and message.sequence = event.sequence)
      union all select 'a message that its event does not tell of', message.case_id from outbound_message as message
        where not exists (select 1 from case_event as event where event.case_id = message.case_id and event.sequence = message.sequence and event.kind = 'request-sent' and event.decision = message.decision and event.body ->> 'requestId' = message.request_id)
      union all select 'a correction that was sent without a message', event.case_id from case_event as event
        where event.kind = 'correction-sent' and not exists (select 1 from outbound_correction as message where message.case_id = event.case_id and message.sequence = event.sequence)
      union all select 'a correction that its event does not tell of, or of a request that did not leave', message.case_id from outbound_correction as message
        where not exists (select 1 from case_event as event where event.case_id = message.case_id and event.sequence = message.sequence and event.kind = 'correction-sent' and event.decision = message.decision and event.body ->> 'requestId' = message.request_id)
          or not exists (select 1 from outbound_message as request where request.case_id = message.case_id and request.request_id = message.request_id and request.destination = message.destination and request.sequence < message.sequence)
      union all select 'bytes that are not those of their digest', case_id from gate_decision where digest <> sha256(convert_to(bytes, 'UTF8'))
      union all select 'bytes that are not those of their digest', case_id from outbound_message where digest <> sha256(convert_to(content, 'UTF8'))
      union all select 'bytes that are not those of their digest', case_id from outbound_correction where digest <> sha256(convert_to(content, 'UTF8'))
      union all select 'an event that is not the one committed to in the log', event.case_id
        from logged_act as act join case_event as event on event.case_id = substring(act.record from 6)::uuid and event.sequence = act.place::integer cross join lateral open_act(act.act_number) as opened
        where act.kind = 'case-event' and act.record like 'case:%' and opened.salt is not null
          and act.commitment <> sha256(convert_to(E'comity-act/v1\n', 'UTF8') || opened.salt || sha256(convert_to(event_content(event), 'UTF8')))
    )
    select fault, count(*) as times, min(case_id::text) as "caseId" from found group by fault order by fault`.execute(tx)
  return rows
}
