-- Made-up cases: loaded with their whole made-up past, each event by the officer who is said to have done it, and deleted again, all at
-- once. Granted to nobody: the owner's alone. Of real cases nothing can be deleted by it.

-- The tables refuse what they always refuse; what is left out is that a decision must be fresh and about the newest version.
create function load_fictional_cases(officer text, cases jsonb) returns void language plpgsql as $$
begin
  with given as materialized (
    select (one ->> 'caseId')::uuid as id, one -> 'events' as events, one -> 'decisions' as decisions, one -> 'messages' as messages, one -> 'standing' as standing
    from jsonb_array_elements(cases) as one
  ), opened as (
    insert into case_file (case_id, version, jurisdiction, fictional, opened_on, last_step_on, due_on, due_for, attention, inventory, country, officer, family_name, given_names, born_on, name_key)
    select id, jsonb_array_length(events), events -> 0 -> 'event' ->> 'jurisdiction', true, row.opened_on, row.last_step_on, coalesce(row.due_on, 'infinity'), row.due_for, row.attention, row.inventory, row.country, row.officer,
      row.family_name, row.given_names, row.born_on, row.name_key
    from given, jsonb_populate_record(null::case_file, standing) as row
  ), decided as (
    insert into gate_decision (case_id, case_version, step, destination, place, day, state, law_revision, law_digest, digest, bytes)
    select id, (said ->> 'caseVersion')::integer, said ->> 'step', said ->> 'destination', said ->> 'place', said ->> 'day', said ->> 'state', 0,
      decode(said ->> 'law', 'hex'), sha256(convert_to(bytes, 'UTF8')), bytes
    from given, jsonb_array_elements_text(decisions) as bytes, cast(bytes as jsonb) as said
  ), added as (
    insert into case_event (case_id, sequence, command_id, command_digest, recorded_at, recorded_by, kind, body, decision)
    select id, place, (kept ->> 'commandId')::uuid, decode(kept ->> 'commandDigest', 'hex'), (kept ->> 'recordedAt')::timestamptz, coalesce(kept ->> 'officer', load_fictional_cases.officer), (event ->> 'kind')::event_kind,
      event - 'kind' - 'decisionDigest' #- '{record,recordedAt}', case when gated_step((event ->> 'kind')::event_kind) is not null then decode(event ->> 'decisionDigest', 'hex') end
    from given, jsonb_array_elements(events) with ordinality as list (kept, place), lateral (select kept -> 'event') as inner_list (event)
  ), told as materialized (
    select id, sequence, content, events -> (sequence - 1) -> 'event' as event, coalesce(events -> (sequence - 1) ->> 'officer', load_fictional_cases.officer) as by
    from given, jsonb_to_recordset(messages) as message (sequence integer, content text)
  ), corrected as (
    insert into outbound_correction (case_id, sequence, destination, day, decision, request_id, correction_id, sent_by, digest, content)
    select id, sequence, event ->> 'destination', event ->> 'on', decode(event ->> 'decisionDigest', 'hex'), event ->> 'requestId', event ->> 'correctionId', by,
      sha256(convert_to(content, 'UTF8')), content
    from told where event ->> 'kind' = 'correction-sent'
  )
  insert into outbound_message (case_id, sequence, destination, day, decision, request_id, sent_by, digest, content)
  select id, sequence, event ->> 'destination', event ->> 'on', decode(event ->> 'decisionDigest', 'hex'), event ->> 'requestId', by, sha256(convert_to(content, 'UTF8')), content
  from told where event ->> 'kind' is distinct from 'correction-sent';
end $$;

create function remove_fictional_cases() returns integer language plpgsql as $$
declare
  guarded constant text[] := array['case_event', 'gate_decision', 'outbound_message', 'outbound_correction', 'outbound_withdrawal'];
  name text;
  removed integer;
begin
  -- Nobody may add anything meanwhile, and the tables refuse deletion to everybody else again as soon as this is done, or undone.
  lock table case_file, case_event, gate_decision, outbound_message, outbound_correction, outbound_withdrawal, statutory.person in access exclusive mode;
  foreach name in array guarded loop execute format('alter table %I disable trigger only_grows', name); end loop;
  alter table case_file disable trigger stays;
  -- One statement: the rows hold on to each other, and fall together.
  with fictional as materialized (select case_id from case_file where fictional),
    withdrawals as (delete from outbound_withdrawal using fictional where outbound_withdrawal.case_id = fictional.case_id),
    corrections as (delete from outbound_correction using fictional where outbound_correction.case_id = fictional.case_id),
    messages as (delete from outbound_message using fictional where outbound_message.case_id = fictional.case_id),
    decisions as (delete from gate_decision using fictional where gate_decision.case_id = fictional.case_id),
    events as (delete from case_event using fictional where case_event.case_id = fictional.case_id),
    persons as (delete from statutory.person using fictional where person.case_id = fictional.case_id)
  delete from case_file using fictional where case_file.case_id = fictional.case_id;
  get diagnostics removed = row_count;
  set constraints all immediate;
  foreach name in array guarded loop execute format('alter table %I enable trigger only_grows', name); end loop;
  alter table case_file enable trigger stays;
  return removed;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['load_fictional_cases', 'remove_fictional_cases'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
  end loop;
end $$;
revoke all on function load_fictional_cases, remove_fictional_cases from public;
