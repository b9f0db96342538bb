-- Cases as events, gate decisions, outbound messages. Why it is built like this: docs/decisions/0008.
--
-- Nobody who serves requests writes these tables. They call functions of the owner, which lock the case first; and the
-- tables refuse by themselves, by key and check, what such a function ought to refuse.

-- Everything that can happen to a case, as src/casework/event.ts lists it.
create type event_kind as enum (
  'case-opened', 'identity-recorded', 'nationality-recorded', 'nationality-withdrawn', 'order-recorded', 'order-ended',
  'fact-recorded', 'recipient-told', 'correction-sent', 'destination-proposed', 'destination-asked',
  'destination-answered', 'destination-set-aside', 'counsel-recorded', 'counsel-ended', 'notice-given', 'officer-assigned',
  'travels-with', 'travels-alone', 'contact-made', 'request-drafted', 'earlier-request-recorded', 'request-checked',
  'request-approved', 'request-sent', 'request-acknowledged', 'person-copy-given', 'interview-arranged', 'interview-held',
  'outcome-recorded', 'request-withdrawn', 'document-taken', 'document-lost', 'booking-made', 'booking-cancelled',
  'handed-over', 'departed', 'left-without-removal', 'departure-confirmed', 'arrival-recorded', 'risk-recorded',
  'availability-recorded', 'custody-reviewed', 'detention-recorded', 'case-absorbed', 'absorption-undone', 'merged-into',
  'merge-undone', 'case-closed', 'case-reopened'
);

-- The step that an event takes, which an open gate decision must have allowed; null for all other events. Its comparison is
-- named in full, whatever the caller's session says. Not in SQL, which each statement would put into its place and compile anew.
create function gated_step(kind event_kind) returns text language plpgsql immutable parallel safe as $$
begin
  return case
    when kind operator(pg_catalog.=) 'contact-made' then 'contact'
    when kind operator(pg_catalog.=) 'destination-asked' then 'contact'
    when kind operator(pg_catalog.=) 'correction-sent' then 'contact'
    when kind operator(pg_catalog.=) 'request-sent' then 'request'
    when kind operator(pg_catalog.=) 'interview-held' then 'interview'
    when kind operator(pg_catalog.=) 'document-taken' then 'document'
    when kind operator(pg_catalog.=) 'booking-made' then 'booking'
    when kind operator(pg_catalog.=) 'handed-over' then 'hand-over'
    when kind operator(pg_catalog.=) 'departed' then 'departure'
  end;
end $$;

-- One row for each case: its version, and what worklists sort by, computed from its events by the program.
create table case_file (
  case_id uuid primary key,
  version integer not null check (version > 0),
  opened_on date not null,
  -- The latest day that an event speaks of: how long nothing has happened.
  last_step_on date not null,
  -- The next day on which something is due; infinity when nothing is.
  due_on date not null default 'infinity',
  jurisdiction text not null check (jurisdiction in ('CA', 'US')),
  inventory text not null check (inventory in ('stayed', 'monitoring', 'working', 'ready-to-return', 'departed', 'closed')),
  fictional boolean not null default false,
  -- The state that is or will be asked, ISO 3166-1 alpha-2.
  country text check (country ~ '^[A-Z]{2}$'),
  officer text check (officer <> ''),
  due_for text check (due_for ~ '^[a-z-]{1,40}$'),
  -- What a list shows besides, as it was on a day: see casework/attention.ts. Nothing is looked for in it.
  attention jsonb not null check (jsonb_typeof(attention) = 'object'),
  -- The name as recorded last, and as it is looked for: see name-key.ts.
  family_name text not null,
  given_names text not null,
  born_on text,
  name_key text not null,
  constraint due_day_and_reason check ((due_on = 'infinity') = (due_for is null))
) with (fillfactor = 85);

-- Everything that happened, in the order of its sequence. Fixed widths first: thirty million rows.
create table case_event (
  case_id uuid not null,
  command_id uuid not null,
  -- When Comity learned of it: the database's clock, to the millisecond, and nobody's word.
  recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  sequence integer not null check (sequence > 0),
  -- The version that a gated event's decision must be about: the one before it.
  decided_version integer generated always as (case when decision is not null then sequence - 1 end) stored,
  -- A request that is sent leaves as an outbound message.
  outbound_sequence integer generated always as (case when kind = 'request-sent' then sequence end) stored,
  kind event_kind not null,
  recorded_by text not null check (recorded_by <> ''),
  -- The event without its kind and the decision, which stand beside it.
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  -- What the command asked, with its first event: the same id may not come back with another content.
  command_digest bytea check (length(command_digest) = 32),
  step text generated always as (gated_step(kind)) stored,
  destination text generated always as (case when decision is not null then body ->> 'destination' end) stored,
  day text generated always as (case when decision is not null then body ->> 'on' end) stored,
  decided_state text generated always as (case when decision is not null then 'open' end) stored,
  decision bytea,
  primary key (case_id, sequence),
  constraint opened_first check ((sequence = 1) = (kind = 'case-opened')),
  -- A null in any column would switch the foreign key off, so none of them may be missing.
  constraint gated_by_decision check (
    case when step is null then decision is null
      else decision is not null and destination is not null and day is not null and decided_version is not null and decided_state is not null end
  )
);

-- What the gates answered about one version of one case, as bytes that say all it rested on.
create table gate_decision (
  case_id uuid not null,
  decided_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  case_version integer not null check (case_version > 0),
  -- How many approved updates the law book held.
  law_revision integer not null check (law_revision >= 0),
  step text not null check (step in ('contact', 'request', 'interview', 'document', 'booking', 'hand-over', 'departure')),
  destination text not null check (destination <> ''),
  place text check (place <> ''),
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  state text not null check (state in ('open', 'held-here', 'held-everywhere')),
  digest bytea not null,
  law_digest bytea not null check (length(law_digest) = 32),
  bytes text not null,
  primary key (case_id, case_version, step, destination, day, state, digest),
  foreign key (case_id, case_version) references case_event (case_id, sequence),
  constraint digest_of_bytes check (digest = sha256(convert_to(bytes, 'UTF8'))),
  -- The columns are what the bytes say; an open answer has asked gates, and none of them holds or alarms; its day has come
  -- somewhere on Earth.
  constraint bytes_say_so check (
    jsonb_path_match(bytes::jsonb, '$.format == "comity-decision/1" && $.caseId == $caseId && $.caseVersion == $caseVersion
      && $.step == $step && $.destination == $destination && $.day == $day && $.day <= $latestDay && $.law == $law && $.state == $state
      && ($place != "" && $.place == $place || $place == "" && !exists($.place))
      && ($state == "open" && exists($.asked[*]) && !exists($.gates[*].holds[*]) && !exists($.alarms[*])
        || $state != "open" && (exists($.gates[*].holds[*]) || !exists($.asked[*])))',
      jsonb_build_object('caseId', case_id, 'caseVersion', case_version, 'step', step, 'destination', destination, 'place', coalesce(place, ''),
        'day', day, 'latestDay', to_char(decided_at at time zone 'UTC' + interval '14 hours', 'YYYY-MM-DD'),
        'law', encode(law_digest, 'hex'), 'state', state)) is true
  )
);

-- What left for a home state, byte for byte: requests, and nothing else. A second wall behind src/casework/outbound-message.ts:
-- no key that a request does not have, and (in fit_message below) no value that is not the one recorded.
create table outbound_message (
  case_id uuid not null,
  sent_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  -- The event that says so.
  sequence integer not null,
  decided_version integer not null generated always as (sequence - 1) stored,
  step text not null generated always as ('request') stored,
  decided_state text not null generated always as ('open') stored,
  destination text not null,
  day text not null,
  decision bytea not null,
  request_id text not null check (request_id <> ''),
  sent_by text not null check (sent_by <> ''),
  digest bytea not null,
  content text not null,
  primary key (case_id, sequence),
  -- A request leaves once.
  constraint sent_once unique (case_id, request_id),
  foreign key (case_id, sequence) references case_event (case_id, sequence),
  constraint sent_by_decision foreign key (case_id, decided_version, step, destination, day, decided_state, decision)
    references gate_decision (case_id, case_version, step, destination, day, state, digest),
  constraint digest_of_content check (digest = sha256(convert_to(content, 'UTF8'))),
  constraint same_length check (octet_length(content) = 8192),
  constraint closed_content check (
    jsonb_path_match(content::jsonb, '$.format == "comity-request/1" && $.request == $request && $.to == $to && $.nationality.claimed == $to
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

-- The one message without a decision: it names a request that had left under one, and says that it has ended. Its bytes
-- follow from the request's id alone.
create table outbound_withdrawal (
  case_id uuid not null,
  request_id text not null,
  left_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (case_id, request_id),
  constraint of_sent_request foreign key (case_id, request_id) references outbound_message (case_id, request_id)
);

alter table case_event add constraint happened_by_decision foreign key (case_id, decided_version, step, destination, day, decided_state, decision)
  references gate_decision (case_id, case_version, step, destination, day, state, digest);
alter table case_event add constraint sent_as_message foreign key (case_id, outbound_sequence) references outbound_message (case_id, sequence);
alter table case_file add constraint version_happened foreign key (case_id, version) references case_event (case_id, sequence);

-- Worklists are of open cases; names are looked for among all.
create index case_file_by_officer on case_file (officer, due_on, case_id) where inventory not in ('departed', 'closed');
create index case_file_by_country on case_file (country, due_on, case_id) where inventory not in ('departed', 'closed');
create index case_file_by_day on case_file (due_on, case_id) where inventory not in ('departed', 'closed');
create index case_file_by_age on case_file (last_step_on, case_id) where inventory not in ('departed', 'closed');
create index case_file_by_name on case_file (name_key text_pattern_ops, case_id);
create index case_event_of_withdrawal on case_event (case_id) where kind = 'request-withdrawn';

-- Law data changes by the work of two people.
create table law_update (
  update_id uuid primary key,
  proposed_at timestamptz not null default clock_timestamp(),
  proposed_by text not null check (proposed_by <> ''),
  digest bytea not null,
  content text not null,
  constraint digest_of_update check (digest = sha256(convert_to(content, 'UTF8'))),
  unique (update_id, proposed_by, digest)
);

create table law_approval (
  -- 1, 2, 3 …: the law book's revision.
  revision integer primary key check (revision > 0),
  previous integer generated always as (nullif(revision - 1, 0)) stored references law_approval (revision),
  update_id uuid not null unique,
  proposed_by text not null,
  digest bytea not null,
  approved_at timestamptz not null default clock_timestamp(),
  approved_by text not null check (approved_by <> ''),
  -- The list of open cases whose answer changes, as the second person saw it.
  effects text not null,
  foreign key (update_id, proposed_by, digest) references law_update (update_id, proposed_by, digest),
  constraint two_people check (lower(btrim(approved_by)) <> lower(btrim(proposed_by)))
);

-- IRPA 49(4): countries of origin, age and gender breakdowns and criminal backgrounds of persons removed. For the monthly
-- report and nothing else: no worklist, search, export or measure reads it.
create schema statutory;

create table statutory.person (
  case_id uuid primary key,
  country_of_origin text not null check (country_of_origin ~ '^[A-Z]{2}$'),
  birth_year smallint check (birth_year between 1880 and 2200),
  gender text not null check (gender in ('female', 'male', 'another', 'unknown')),
  -- The grounds of IRPA 34 to 37.
  criminal_background text not null check (criminal_background in
    ('none-recorded', 'security', 'rights-violations', 'serious-criminality', 'criminality', 'organized-criminality', 'unknown')),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> '')
);

-- What a travel-document request may hold, for the role that writes it. Barriers: a condition must not see other rows.
create view permitted_identity with (security_barrier) as
  select distinct on (case_id) case_id, sequence,
    body -> 'identity' ->> 'familyName' as family_name,
    body -> 'identity' ->> 'givenNames' as given_names,
    body -> 'identity' ->> 'bornOn' as born_on,
    body -> 'identity' ->> 'bornIn' as born_in,
    body -> 'identity' ->> 'bornInCountry' as born_in_country,
    body -> 'identity' ->> 'sex' as sex,
    body -> 'identity' ->> 'photograph' as photograph,
    (select coalesce(jsonb_agg(jsonb_build_object('documentType', document -> 'documentType', 'number', document -> 'number', 'country', document -> 'country', 'copy', document -> 'copy') order by place), '[]')
      from jsonb_array_elements(body -> 'identity' -> 'identityDocuments') with ordinality as documents (document, place)) as identity_documents
  from case_event where kind in ('case-opened', 'identity-recorded')
  order by case_id, sequence desc;

create view permitted_nationality with (security_barrier) as
  select claim.case_id, claim.sequence, claim.country, claim.basis, claim.recorded_on
  from (
    select case_id, sequence, body ->> 'country' as country, body ->> 'basis' as basis, body ->> 'on' as recorded_on
    from case_event where kind = 'nationality-recorded'
    union all
    select case_id, sequence, one ->> 'country', one ->> 'basis', one ->> 'on'
    from case_event as absorbed, jsonb_array_elements(body -> 'nationalities') as one
    where kind = 'case-absorbed' and not exists (
      select 1 from case_event as undone where undone.case_id = absorbed.case_id and undone.sequence > absorbed.sequence
        and undone.kind = 'absorption-undone' and undone.body ->> 'caseId' = absorbed.body ->> 'caseId')
  ) as claim
  where not exists (
    select 1 from case_event as withdrawn where withdrawn.case_id = claim.case_id and withdrawn.sequence > claim.sequence
      and withdrawn.kind = 'nationality-withdrawn' and withdrawn.body ->> 'country' = claim.country);

create view permitted_request with (security_barrier) as
  select case_id, sequence, body ->> 'requestId' as request_id, body ->> 'destination' as destination, body ->> 'consulate' as consulate,
    body ->> 'documentType' as document_type, body ->> 'agreement' as agreement
  from case_event where kind = 'request-drafted';

-- Withdrawals that have not left yet: which request, and when it was recorded. Never why.
create view permitted_withdrawal with (security_barrier) as
  select withdrawn.case_id, message.request_id, withdrawn.recorded_at
  from case_event as withdrawn join outbound_message as message on message.case_id = withdrawn.case_id and message.request_id = withdrawn.body ->> 'requestId'
  where withdrawn.kind = 'request-withdrawn'
    and not exists (select 1 from outbound_withdrawal as gone where gone.case_id = message.case_id and gone.request_id = message.request_id);

create view statutory.removal with (security_barrier) as
  select case_event.case_id, jurisdiction, (body ->> 'on')::date as removed_on
  from case_event join case_file using (case_id) where kind = 'departed' and not fictional;

create view statutory.monthly_breakdown with (security_barrier) as
  select date_trunc('month', removed_on)::date as month, jurisdiction, country_of_origin,
    extract(year from removed_on)::integer - birth_year as age, gender, criminal_background, count(*) as persons
  from statutory.removal left join statutory.person using (case_id)
  group by 1, 2, 3, 4, 5, 6;

-- What happened stays. Only the owner could change it at all, and is stopped here.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

create trigger only_grows before update or delete or truncate on case_event for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on gate_decision for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on outbound_message for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on outbound_withdrawal for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on law_update for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on law_approval for each statement execute function refuse_change();
create trigger stays before delete or truncate on case_file for each statement execute function refuse_change();

create function keep_file() returns trigger language plpgsql as $$
begin
  if new.case_id <> old.case_id or new.jurisdiction <> old.jurisdiction or new.fictional <> old.fictional or new.version < old.version then
    raise exception 'a case keeps its id and jurisdiction, and its version never falls' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger keep_file before update on case_file for each row execute function keep_file();

-- Once for each statement, whatever the number of rows: new events follow the last one without a gap, the file's version is
-- the last of them, and no command comes back.
create function continue_case() returns trigger language plpgsql as $$
declare
  faults integer;
  repeats integer;
begin
  -- A case that was opened just now has no earlier event.
  select count(*) filter (where case_file.version is distinct from run.last or run.number <> run.last - run.first + 1
      or run.first > 1 and earlier.goes_on is not true), count(*) filter (where earlier.repeats)
    into faults, repeats
    from (select case_id, min(sequence) as first, max(sequence) as last, count(*) as number, array_agg(command_id) as commands from added group by case_id) as run
    left join case_file on case_file.case_id = run.case_id
    left join lateral (
      select bool_or(before.sequence = run.first - 1) as goes_on, bool_or(before.command_id = any (run.commands)) as repeats
      from case_event as before where before.case_id = run.case_id and before.sequence < run.first
    ) as earlier on run.first > 1;
  if faults > 0 then
    raise exception 'events follow the version of their case' using errcode = 'check_violation', constraint = 'continue_case';
  end if;
  if repeats > 0 then
    raise exception 'a command is done once' using errcode = 'unique_violation', constraint = 'command_once';
  end if;
  return null;
end $$;

create trigger continue_case after insert on case_event referencing new table as added for each statement execute function continue_case();

-- A message leaves now, about the version that the case has now (only the made-up past of a fictional case is told at once),
-- is what its event tells of, and says of the person what was recorded last, to the letter.
create function fit_message() returns trigger language plpgsql as $$
declare
  said constant jsonb := new.content::jsonb;
  recorded jsonb;
begin
  select event.body -> 'identity' into recorded from case_event as event
    where event.case_id = new.case_id and event.sequence <= new.sequence and event.kind in ('case-opened', 'identity-recorded') order by event.sequence desc limit 1;
  if not exists (
    select 1 from case_file as file join case_event as event using (case_id)
    where file.case_id = new.case_id and (file.version = new.sequence or file.fictional)
      and event.sequence = new.sequence and event.kind = 'request-sent' and event.decision = new.decision and event.body ->> 'requestId' = new.request_id
  ) or not exists (
    select 1 from permitted_request as request where request.case_id = new.case_id and request.request_id = new.request_id
      and request.sequence < new.sequence and request.destination = new.destination and request.document_type = said ->> 'document'
  ) or not exists (
    select 1 from permitted_nationality as claim where claim.case_id = new.case_id and claim.country = new.destination
    union all select 1 from case_file as file where file.case_id = new.case_id and file.fictional
  ) or said ->> 'familyName' is distinct from nullif(recorded ->> 'familyName', '') or said ->> 'givenNames' is distinct from nullif(recorded ->> 'givenNames', '')
    or said ->> 'bornOn' is distinct from recorded ->> 'bornOn' or said ->> 'bornIn' is distinct from recorded ->> 'bornIn'
    or said ->> 'bornInCountry' is distinct from recorded ->> 'bornInCountry' or said ->> 'sex' is distinct from nullif(recorded ->> 'sex', 'unspecified')
    or said ->> 'photograph' is distinct from recorded ->> 'photograph' or (recorded -> 'identityDocuments' @> (said -> 'identityDocuments')) is not true
  then
    raise exception 'a message fits the newest event of its case and what was recorded' using errcode = 'check_violation', constraint = 'fit_message';
  end if;
  return null;
end $$;

create trigger fit_message after insert on outbound_message for each row execute function fit_message();

create function fit_withdrawal() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from case_event where case_id = new.case_id and kind = 'request-withdrawn' and body ->> 'requestId' = new.request_id) then
    raise exception 'only what was withdrawn is told to be' using errcode = 'check_violation', constraint = 'fit_withdrawal';
  end if;
  return null;
end $$;

create trigger fit_withdrawal after insert on outbound_withdrawal for each row execute function fit_withdrawal();

-- The work of append_events and send_outbound; granted to nobody. `message` is null, or the content that leaves.
create function add_events(of_case uuid, expected integer, command uuid, command_content bytea, by_officer text, events jsonb, standing jsonb, message text)
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
      from file where message is not null
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

-- Appends events to a case at the version that the officer saw, or opens it (version 0). One call is one command.
create function append_events(case_id uuid, expected_version integer, command_id uuid, command_digest text, officer text, events jsonb, standing jsonb)
returns table (outcome text, first_sequence integer, last_sequence integer, version integer) language plpgsql security definer as $$
begin
  if jsonb_path_exists(events, '$[*] ? (@.kind == "request-sent")') then
    raise exception 'a request is sent by send_outbound only' using errcode = 'insufficient_privilege';
  end if;
  return query select * from add_events(case_id, expected_version, command_id, decode(command_digest, 'hex'), officer, events, standing, null);
end $$;

-- Sends one request to a home state: the event that says so and the message, or neither.
create function send_outbound(case_id uuid, expected_version integer, command_id uuid, command_digest text, officer text, event jsonb, content text, standing jsonb)
returns table (outcome text, first_sequence integer, last_sequence integer, version integer) language plpgsql security definer as $$
begin
  if event ->> 'kind' is distinct from 'request-sent' or content is null then
    raise exception 'only a request leaves, and not without its content' using errcode = 'insufficient_privilege';
  end if;
  return query select * from add_events(case_id, expected_version, command_id, decode(command_digest, 'hex'), officer, jsonb_build_array(event), standing, content);
end $$;

-- Keeps that the one message by which a withdrawn request ends has left; false when it had left before.
create function send_withdrawal(case_id uuid, request_id text) returns boolean language plpgsql security definer as $$
begin
  insert into outbound_withdrawal (case_id, request_id) values (case_id, request_id) on conflict do nothing;
  return found;
end $$;

-- Opens many cases at once, each by a command of its own: what an import does. No gated event can be among them.
create function open_cases(officer text, cases jsonb)
returns table (case_id uuid, outcome text, version integer) language plpgsql security definer as $$
begin
  return query
  with given as materialized (
    select (one ->> 'caseId')::uuid as id, (one ->> 'commandId')::uuid as command, decode(one ->> 'commandDigest', 'hex') as content,
      one -> 'events' as events, one -> 'standing' as standing
    from jsonb_array_elements(cases) as one
  ), opened as (
    insert into case_file as file (case_id, version, jurisdiction, fictional, opened_on, last_step_on, due_on, due_for, attention, inventory, country, officer, family_name, given_names, born_on, name_key)
    select id, jsonb_array_length(events), events -> 0 ->> 'jurisdiction', false, row.opened_on, row.last_step_on, coalesce(row.due_on, 'infinity'), row.due_for, row.attention, row.inventory, row.country, row.officer,
      row.family_name, row.given_names, row.born_on, row.name_key
    from given, jsonb_populate_record(null::case_file, standing) as row
    on conflict do nothing returning file.case_id as id, file.version as number
  ), added as (
    insert into case_event (case_id, sequence, command_id, command_digest, recorded_by, kind, body)
    select id, place, command, case when place = 1 then content end, open_cases.officer, (event ->> 'kind')::event_kind, event - 'kind' #- '{record,recordedAt}'
    from opened join given using (id), jsonb_array_elements(events) with ordinality as list (event, place)
  )
  select given.id,
    case when opened.id is not null then 'added'
      when first.command_digest = given.content then 'repeated'
      when first.command_digest is not null then 'command-repeated-differently'
      else 'stale-version' end,
    coalesce(opened.number, (select file.version from case_file as file where file.case_id = given.id), 0)
  from given left join opened using (id)
  left join case_event as first on first.case_id = given.id and first.sequence = 1 and first.command_id = given.command;
end $$;

-- Keeps what the gates answered about the version that the case has now.
create function record_decision(decision text, revision integer)
returns table (outcome text, version integer) language plpgsql security definer as $$
declare
  said constant jsonb := decision::jsonb;
  current integer;
begin
  select file.version into current from case_file as file where file.case_id = (said ->> 'caseId')::uuid;
  if current is distinct from (said ->> 'caseVersion')::integer then
    return query select 'stale-version', coalesce(current, 0);
    return;
  end if;
  -- An open answer is worth nothing before an event names it, and that event's commit makes both durable.
  if said ->> 'state' = 'open' then perform set_config('synchronous_commit', 'off', true); end if;
  insert into gate_decision (case_id, case_version, step, destination, place, day, state, law_revision, law_digest, digest, bytes)
    select (said ->> 'caseId')::uuid, current, said ->> 'step', said ->> 'destination', said ->> 'place', said ->> 'day', said ->> 'state',
      revision, decode(said ->> 'law', 'hex'), sha256(convert_to(decision, 'UTF8')), decision
    on conflict do nothing;
  return query select case when found then 'recorded' else 'repeated' end, current;
end $$;

-- What worklists sort by depends on the day too: brought up to date without an event, for a version that is still the newest.
create function refresh_standing(case_id uuid, expected_version integer, standing jsonb) returns boolean language plpgsql security definer as $$
begin
  update case_file as file set opened_on = row.opened_on, last_step_on = row.last_step_on, due_on = coalesce(row.due_on, 'infinity'),
    due_for = row.due_for, attention = row.attention, inventory = row.inventory, country = row.country, officer = row.officer
  from jsonb_populate_record(null::case_file, standing) as row
  where file.case_id = refresh_standing.case_id and file.version = expected_version;
  return found;
end $$;

create function propose_law_update(update_id uuid, officer text, content text) returns void language plpgsql security definer as $$
begin
  insert into law_update (update_id, proposed_by, digest, content) values (update_id, officer, sha256(convert_to(content, 'UTF8')), content);
end $$;

-- `seen` is the digest of what the second person was shown. One approval after the other: the next revision is one more.
create function approve_law_update(update_id uuid, officer text, seen text, effects text)
returns table (outcome text, revision integer) language plpgsql security definer as $$
declare
  given law_update;
  next integer;
begin
  lock table law_approval in share row exclusive mode;
  select * into given from law_update as one where one.update_id = approve_law_update.update_id;
  if not found then return query select 'no-update', null::integer; return; end if;
  if exists (select 1 from law_approval as one where one.update_id = approve_law_update.update_id) then return query select 'approved-already', null::integer; return; end if;
  if lower(btrim(given.proposed_by)) = lower(btrim(officer)) then return query select 'same-person', null::integer; return; end if;
  if encode(given.digest, 'hex') is distinct from seen then return query select 'seen-otherwise', null::integer; return; end if;
  select coalesce(max(one.revision), 0) + 1 into next from law_approval as one;
  insert into law_approval (revision, update_id, proposed_by, digest, approved_by, effects) values (next, given.update_id, given.proposed_by, given.digest, officer, effects);
  return query select 'approved', next;
end $$;

-- Written by those who keep the case, read by the statutory report alone.
create function record_statutory_person(case_id uuid, officer text, country_of_origin text, birth_year integer, gender text, criminal_background text)
returns void language plpgsql security definer as $$
begin
  if not exists (select 1 from case_file as file where file.case_id = record_statutory_person.case_id) then
    raise exception 'no such case' using errcode = 'foreign_key_violation';
  end if;
  insert into statutory.person as person (case_id, country_of_origin, birth_year, gender, criminal_background, recorded_by)
    values (case_id, country_of_origin, birth_year, gender, criminal_background, officer)
    on conflict on constraint person_pkey do update set country_of_origin = excluded.country_of_origin, birth_year = excluded.birth_year,
      gender = excluded.gender, criminal_background = excluded.criminal_background, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at;
end $$;

-- Names in these functions mean our own things, whatever the caller's session says; temporary things come last.
do $$
declare
  name text;
begin
  foreach name in array array['refuse_change', 'keep_file', 'continue_case', 'fit_message', 'fit_withdrawal', 'add_events', 'append_events',
    'send_outbound', 'send_withdrawal', 'open_cases', 'record_decision', 'refresh_standing', 'propose_law_update', 'approve_law_update', 'record_statutory_person'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
  end loop;
  -- A plan that was made while a table was small, and read it whole, would be kept while it grows.
  foreach name in array array['continue_case', 'fit_message', 'add_events', 'record_decision'] loop
    execute format('alter function %I set enable_seqscan = off', name);
  end loop;
end $$;

-- Nobody has anything but what is granted here.
do $$ begin
  execute format('revoke all on schema %I from public', current_schema());
  execute format('revoke all on all tables in schema %I from public', current_schema());
  execute format('revoke all on all functions in schema %I from public', current_schema());
  execute format('grant usage on schema %I to comity_application, comity_gates, comity_outbound, comity_auditor', current_schema());
end $$;
revoke all on schema statutory from public;

grant select on case_file, case_event, gate_decision, outbound_message, outbound_withdrawal, law_update, law_approval,
  permitted_identity, permitted_nationality, permitted_request, permitted_withdrawal to comity_application, comity_auditor;
grant select on measurement, figure to comity_auditor;
grant select (case_id, version) on case_file to comity_outbound;
grant select on outbound_message, outbound_withdrawal, permitted_identity, permitted_nationality, permitted_request, permitted_withdrawal to comity_outbound;
grant usage on schema statutory to comity_report;
grant select on statutory.person, statutory.removal, statutory.monthly_breakdown to comity_report;

grant execute on function append_events, open_cases, refresh_standing, propose_law_update, approve_law_update, record_statutory_person to comity_application;
grant execute on function record_decision to comity_gates;
grant execute on function gated_step to comity_application, comity_auditor;
grant execute on function send_outbound, send_withdrawal to comity_outbound;
