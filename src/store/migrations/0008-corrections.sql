-- What a state is told that received a request which said something wrong: a message of its own, on the same rails as a request.
-- That a correction was sent cannot be recorded without the bytes that left, nor can bytes leave without it.

create table outbound_correction (
  case_id uuid not null,
  sent_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  -- The event that says so.
  sequence integer not null,
  decided_version integer not null generated always as (sequence - 1) stored,
  step text not null generated always as ('contact') stored,
  decided_state text not null generated always as ('open') stored,
  destination text not null,
  day text not null,
  decision bytea not null,
  -- What is corrected: a request that left.
  request_id text not null,
  -- What was recorded otherwise since; never told outside.
  correction_id text not null,
  sent_by text not null check (sent_by <> ''),
  digest bytea not null,
  content text not null,
  primary key (case_id, sequence),
  -- Each correction is told once about each request.
  constraint corrected_once unique (case_id, request_id, correction_id),
  foreign key (case_id, sequence) references case_event (case_id, sequence),
  constraint of_sent_request foreign key (case_id, request_id) references outbound_message (case_id, request_id),
  constraint sent_by_decision foreign key (case_id, decided_version, step, destination, day, decided_state, decision)
    references gate_decision (case_id, case_version, step, destination, day, state, digest),
  constraint digest_of_content check (digest = sha256(convert_to(content, 'UTF8'))),
  constraint same_length check (octet_length(content) = 8192),
  -- The keys of a request, and no others.
  constraint closed_content check (
    jsonb_path_match(content::jsonb, '$.format == "comity-correction/1" && $.request == $request && $.to == $to && $.nationality.claimed == $to
      && $.padding like_regex "^ *$" && $.required.type() == "object"
      && !exists($.keyvalue() ? (!(@.key like_regex "^(format|request|to|document|familyName|givenNames|bornOn|bornIn|bornInCountry|sex|nationality|photograph|identityDocuments|required|files|padding)$")))
      && !exists($.nationality.keyvalue() ? (!(@.key like_regex "^(claimed|bases)$")))
      && !exists($.nationality.bases[*] ? (!(@ like_regex "^(own-document|copy-of-document|own-statement|register-answer|consular-statement|on-record)$")))
      && !exists($.identityDocuments[*].keyvalue() ? (!(@.key like_regex "^(documentType|number|copy)$")))
      && !exists($.files[*].keyvalue() ? (!(@.key like_regex "^(file|format)$")))
      && !exists($.files[*] ? (!(@.file like_regex "^[0-9a-f]{64}$" && @.format like_regex "^(jpeg|png|pdf)$")))
      && !exists($.required.keyvalue() ? (!(@.key like_regex "^(otherNames|height|fingerprints|visa)$")))
      && !exists($.required.* ? (@.type() != "object" && @.type() != "null"))
      && !exists($.required.* ? (@.type() == "object").keyvalue() ? (!(@.key like_regex "^(agreement|article|value)$")))
      && !exists($.required.* ? (@.type() == "object") ? (!(@.agreement like_regex "^.{1,40}$" && @.article like_regex "^.{1,40}$")))
      && !exists($.required.otherNames.value[*].keyvalue() ? (!(@.key like_regex "^(familyName|givenNames)$")))
      && !exists($.required.otherNames.value[*].* ? (@.type() != "string"))
      && !exists($.required.height.value ? (@.type() != "number"))
      && !exists($.required.fingerprints.value ? (!(@ like_regex "^[0-9a-f]{64}$")))
      && !exists($.required.visa.value.keyvalue() ? (!(@.key like_regex "^(number|validFrom|validUntil)$")))
      && !exists($.required.visa.value.* ? (!(@ like_regex "^[A-Za-z0-9/ -]{1,40}$")))',
      jsonb_build_object('request', request_id, 'to', destination)) is true
  )
);

alter table case_event add column correction_sequence integer generated always as (case when kind = 'correction-sent' then sequence end) stored;
alter table case_event add constraint corrected_as_message foreign key (case_id, correction_sequence) references outbound_correction (case_id, sequence) not valid;

-- Of corrections that were recorded before this, no bytes were kept, and none can be made up now: check-whole.ts goes on naming them.
-- Where there are none, the key holds for all rows.
do $$ begin
  if not exists (select 1 from case_event where kind = 'correction-sent') then
    alter table case_event validate constraint corrected_as_message;
  end if;
end $$;

create trigger only_grows before update or delete or truncate on outbound_correction for each statement execute function refuse_change();

-- A correction leaves now, about the version that the case has now (only the made-up past of a fictional case is told at once), is
-- what its event tells of, is of a request that left to this state and was not taken back, about something that was recorded
-- otherwise since; and says of the person what was recorded last, to the letter.
create function fit_correction() returns trigger language plpgsql as $$
declare
  said constant jsonb := new.content::jsonb;
  recorded jsonb;
begin
  select event.body -> 'identity' into recorded from case_event as event
    where event.case_id = new.case_id and event.sequence <= new.sequence and event.kind in ('case-opened', 'identity-recorded') order by event.sequence desc limit 1;
  if not exists (
    select 1 from case_file as file join case_event as event using (case_id)
    where file.case_id = new.case_id and (file.version = new.sequence or file.fictional)
      and event.sequence = new.sequence and event.kind = 'correction-sent' and event.decision = new.decision
      and event.body ->> 'requestId' = new.request_id and event.body ->> 'correctionId' = new.correction_id
  ) or not exists (
    select 1 from outbound_message as message join case_event as event using (case_id)
    where message.case_id = new.case_id and message.request_id = new.request_id and message.destination = new.destination
      and event.sequence > message.sequence and event.sequence < new.sequence
      and (event.kind = 'identity-recorded' and new.correction_id = 'identity/' || event.sequence
        or event.kind = 'nationality-withdrawn' and new.correction_id = 'nationality/' || event.sequence and event.body ->> 'country' = new.destination)
  ) or exists (
    select 1 from case_event as event
    where event.case_id = new.case_id and event.sequence < new.sequence and event.kind = 'request-withdrawn' and event.body ->> 'requestId' = new.request_id
  ) or not exists (
    select 1 from permitted_request as request where request.case_id = new.case_id and request.request_id = new.request_id
      and request.destination = new.destination and request.document_type = said ->> 'document'
  ) or not exists (
    select 1 from permitted_nationality as claim where claim.case_id = new.case_id and claim.country = new.destination
    union all select 1 from case_file as file where file.case_id = new.case_id and file.fictional
  ) or said ->> 'familyName' is distinct from nullif(recorded ->> 'familyName', '') or said ->> 'givenNames' is distinct from nullif(recorded ->> 'givenNames', '')
    or said ->> 'bornOn' is distinct from recorded ->> 'bornOn' or said ->> 'bornIn' is distinct from recorded ->> 'bornIn'
    or said ->> 'bornInCountry' is distinct from recorded ->> 'bornInCountry' or said ->> 'sex' is distinct from nullif(recorded ->> 'sex', 'unspecified')
    or said ->> 'photograph' is distinct from recorded ->> 'photograph' or (recorded -> 'identityDocuments' @> (said -> 'identityDocuments')) is not true
  then
    raise exception 'a correction fits the newest event of its case, the request that left and what was recorded' using errcode = 'check_violation', constraint = 'fit_correction';
  end if;
  return null;
end $$;

create trigger fit_correction after insert on outbound_correction for each row execute function fit_correction();

-- As before, and the content of a correction goes to a table of its own. Granted to nobody.
create or replace function add_events(of_case uuid, expected integer, command uuid, command_content bytea, by_officer text, events jsonb, standing jsonb, message text)
returns table (outcome text, first_sequence integer, last_sequence integer, version integer) language plpgsql as $$
declare
  number constant integer := jsonb_array_length(events);
  head constant jsonb := events -> 0;
  decided constant bytea := decode(head ->> 'decisionDigest', 'hex');
  current integer;
  earlier record;
  fitting record;
begin
  if number = 0 or expected is null or command is null or length(command_content) is distinct from 32 then
    raise exception 'no command to do' using errcode = 'invalid_parameter_value';
  end if;
  -- What was acknowledged is kept, whatever the caller's session says.
  if current_setting('synchronous_commit') in ('off', 'local') then perform set_config('synchronous_commit', 'on', true); end if;
  for attempt in 1..2 loop
    -- The lock that everybody takes who moves the case on. No isolation level is relied on.
    select file.version into current from case_file as file where file.case_id = of_case for update;
    current := coalesce(current, 0);

    select sequence as first, command_digest as digest into earlier from case_event where case_id = of_case and command_id = command order by sequence limit 1;
    if found then
      return query select case when earlier.digest = command_content then 'repeated' else 'command-repeated-differently' end, earlier.first,
        (select max(sequence) from case_event where case_id = of_case and command_id = command), current;
      return;
    end if;
    if current is distinct from expected then
      return query select 'stale-version', null::integer, null::integer, current;
      return;
    end if;

    if gated_step((head ->> 'kind')::event_kind) is not null then
      select decided_at, law_revision, place into fitting from gate_decision
        where case_id = of_case and case_version = current and step = gated_step((head ->> 'kind')::event_kind) and destination = head ->> 'destination'
          and day = head ->> 'on' and state = 'open' and digest = decided;
      if not found or (head ->> 'kind' = 'booking-made' and fitting.place is distinct from head ->> 'place') then
        return query select 'decision-missing', null::integer, null::integer, current;
        return;
      end if;
      if fitting.decided_at < clock_timestamp() - interval '1 hour' or fitting.law_revision <> (select coalesce(max(revision), 0) from law_approval) then
        return query select 'decision-outdated', null::integer, null::integer, current;
        return;
      end if;
    end if;

    with opened as (
      insert into case_file (case_id, version, jurisdiction, fictional, opened_on, last_step_on, due_on, due_for, attention, inventory, country, officer, family_name, given_names, born_on, name_key)
      select of_case, number, head ->> 'jurisdiction', false, row.opened_on, row.last_step_on, coalesce(row.due_on, 'infinity'), row.due_for, row.attention, row.inventory, row.country, row.officer,
        row.family_name, row.given_names, row.born_on, row.name_key
      from jsonb_populate_record(null::case_file, standing) as row where current = 0
      on conflict do nothing returning case_id
    ), moved as (
      update case_file as file set version = current + number, opened_on = row.opened_on, last_step_on = row.last_step_on,
        due_on = coalesce(row.due_on, 'infinity'), due_for = row.due_for, attention = row.attention, inventory = row.inventory, country = row.country, officer = row.officer,
        family_name = coalesce(row.family_name, file.family_name), given_names = coalesce(row.given_names, file.given_names),
        born_on = case when row.name_key is null then file.born_on else row.born_on end, name_key = coalesce(row.name_key, file.name_key)
      from jsonb_populate_record(null::case_file, standing) as row where file.case_id = of_case and file.version = current and current > 0
      returning file.case_id
    ), file as (
      select case_id from opened union all select case_id from moved
    ), added as (
      insert into case_event (case_id, sequence, command_id, command_digest, recorded_by, kind, body, decision)
      select file.case_id, current + place::integer, command, case when place = 1 then command_content end, by_officer, (event ->> 'kind')::event_kind,
        event - 'kind' - 'decisionDigest' #- '{record,recordedAt}',
        case when gated_step((event ->> 'kind')::event_kind) is not null then decode(event ->> 'decisionDigest', 'hex') end
      from file, jsonb_array_elements(events) with ordinality as list (event, place)
      returning sequence
    ), sent as (
      insert into outbound_message (case_id, sequence, destination, day, decision, request_id, sent_by, digest, content)
      select file.case_id, current + 1, head ->> 'destination', head ->> 'on', decided, head ->> 'requestId', by_officer, sha256(convert_to(message, 'UTF8')), message
      from file where message is not null and head ->> 'kind' is distinct from 'correction-sent'
    ), corrected as (
      insert into outbound_correction (case_id, sequence, destination, day, decision, request_id, correction_id, sent_by, digest, content)
      select file.case_id, current + 1, head ->> 'destination', head ->> 'on', decided, head ->> 'requestId', head ->> 'correctionId', by_officer, sha256(convert_to(message, 'UTF8')), message
      from file where message is not null and head ->> 'kind' = 'correction-sent'
    )
    select count(*) as number into fitting from added;
    if fitting.number = number then
      return query select 'added', current + 1, current + number, current + number;
      return;
    end if;
    -- Another program opened the same case between our look and our step: look again.
  end loop;
  raise exception 'the case could not be opened' using errcode = 'serialization_failure';
end $$;

create or replace function append_events(case_id uuid, expected_version integer, command_id uuid, command_digest text, officer text, events jsonb, standing jsonb)
returns table (outcome text, first_sequence integer, last_sequence integer, version integer) language plpgsql security definer as $$
begin
  if jsonb_path_exists(events, '$[*] ? (@.kind == "request-sent")') then
    raise exception 'a request is sent by send_outbound only' using errcode = 'insufficient_privilege';
  end if;
  if jsonb_path_exists(events, '$[*] ? (@.kind == "correction-sent")') then
    raise exception 'a correction is sent by send_correction only' using errcode = 'insufficient_privilege';
  end if;
  return query select * from add_events(case_id, expected_version, command_id, decode(command_digest, 'hex'), officer, events, standing, null);
end $$;

-- Sends one correction to the state that received the request: the event that says so and the message, or neither.
create function send_correction(case_id uuid, expected_version integer, command_id uuid, command_digest text, officer text, event jsonb, content text, standing jsonb)
returns table (outcome text, first_sequence integer, last_sequence integer, version integer) language plpgsql security definer as $$
begin
  if event ->> 'kind' is distinct from 'correction-sent' or content is null then
    raise exception 'only a correction leaves, and not without its content' using errcode = 'insufficient_privilege';
  end if;
  return query select * from add_events(case_id, expected_version, command_id, decode(command_digest, 'hex'), officer, jsonb_build_array(event), standing, content);
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['fit_correction', 'add_events', 'append_events', 'send_correction'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
  end loop;
  foreach name in array array['fit_correction', 'add_events'] loop
    execute format('alter function %I set enable_seqscan = off', name);
  end loop;
end $$;
revoke all on function fit_correction, send_correction from public;

grant select on outbound_correction to comity_application, comity_auditor, comity_outbound;
grant execute on function send_correction to comity_outbound;
