-- What is known of countries, measures towards them, kept evidence, and commitments. Why it is built like this:
-- docs/rooms/country-knowledge.md.
--
-- Rows only grow; the newest about a thing stands. No column is about a person, and none is about an officer but who recorded a row.

create table country_entry (
  entry_id uuid primary key,
  place bigint generated always as identity unique,
  country text not null check (country ~ '^[A-Z]{3}$'),
  kind text not null check (kind in ('playbook', 'acceptance', 'contact')),
  consulate text not null check (length(consulate) <= 100),
  topic text not null check (topic ~ '^[a-z-]{1,40}$'),
  document text not null check (document ~ '^[a-z-]{1,40}$'),
  says text not null check (says <> '' and length(says) <= 2000),
  language text not null check (language in ('en', 'fr')),
  owner text not null check (owner <> '' and length(owner) <= 200),
  source text not null check (source <> '' and length(source) <= 500),
  checked_on date not null,
  review_by date not null,
  withdrawn boolean not null,
  recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by text not null check (recorded_by <> ''),
  constraint checked_again check (review_by > checked_on),
  constraint acceptance_answers check (kind <> 'acceptance' or topic in ('accepted', 'refused', 'unknown'))
);
create index country_entry_of_country on country_entry (country, place);

-- An evidence pack as it was on a day, byte for byte: what a measure rested on.
create table evidence_pack (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  country text not null check (country ~ '^[A-Z]{3}$'),
  kept_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  content text not null,
  constraint digest_of_pack check (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint pack_says_so check (jsonb_path_match(content::jsonb, '$.format == "comity-evidence/1" && $.country == $country', jsonb_build_object('country', country)) is true)
);

-- What happened to a measure towards a country, in order.
create table engagement_event (
  measure_id uuid not null,
  sequence integer not null check (sequence > 0),
  previous integer generated always as (nullif(sequence - 1, 0)) stored,
  country text not null check (country ~ '^[A-Z]{3}$'),
  kind text not null check (kind in ('decided', 'started', 'replied', 'reviewed', 'ended')),
  happened_on date not null,
  -- The rest of the event, as src/cooperation/engagement.ts lists it.
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  -- Of a decision: the evidence that it rested on.
  evidence text references evidence_pack,
  recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by text not null check (recorded_by <> ''),
  primary key (measure_id, sequence),
  -- No gap, and the same country throughout.
  unique (measure_id, sequence, country),
  foreign key (measure_id, previous, country) references engagement_event (measure_id, sequence, country),
  constraint decided_first check ((sequence = 1) = (kind = 'decided')),
  -- Nothing without its law, its office, its end, its review and its evidence.
  constraint decision_is_whole check (kind <> 'decided' or (evidence is not null and coalesce(body ->> 'legalBasis', '') <> '' and coalesce(body ->> 'decidedBy', '') <> ''
    and (body ->> 'startsOn') ~ '^\d{4}-\d\d-\d\d$' and (body ->> 'sunsetOn') > (body ->> 'startsOn') and (body ->> 'reviewBy') < (body ->> 'sunsetOn')) is true),
  constraint evidence_of_decision check ((kind = 'decided') = (evidence is not null)),
  constraint review_is_whole check (kind <> 'reviewed' or ((body ->> 'reviewBy') < (body ->> 'sunsetOn')) is true)
);
-- After its end nothing happens to a measure.
create function keep_ended() returns trigger language plpgsql as $$
begin
  if exists (select 1 from engagement_event as one where one.measure_id = new.measure_id and one.kind = 'ended') then
    raise exception 'the measure has ended' using errcode = 'check_violation', constraint = 'ended_stays_so';
  end if;
  return new;
end $$;
create trigger keep_ended before insert on engagement_event for each row execute function keep_ended();

-- What somebody announced, or what there is to do it with. No column names an officer or a person it is about.
create table commitment (
  commitment_id uuid primary key,
  place bigint generated always as identity unique,
  -- The one whose place it takes; each is replaced once.
  replaces uuid unique references commitment,
  kind text not null check (kind in ('target', 'capacity')),
  what_en text not null check (what_en <> '' and length(what_en) <= 300),
  what_fr text not null check (what_fr <> '' and length(what_fr) <= 300),
  number double precision not null check (number > 0 and number < 1e12),
  unit text not null check (unit ~ '^[a-z-]{1,40}$'),
  from_on date not null,
  until_on date not null,
  announced_by text not null check (announced_by <> '' and length(announced_by) <= 200),
  announced_on date,
  source text not null check (source <> '' and length(source) <= 500),
  -- Which figures are its actuals, as src/cooperation/commitment.ts reads it; empty where there are none.
  series text not null check (length(series) <= 200),
  withdrawn boolean not null,
  recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by text not null check (recorded_by <> ''),
  constraint in_order check (until_on > from_on)
);

create trigger only_grows before update or delete or truncate on country_entry for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on evidence_pack for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on engagement_event for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on commitment for each statement execute function refuse_change();

-- Counts over months of what states did: few of thirty million events, found without reading the others.
create index case_event_by_state on case_event (destination, day) where kind in ('document-taken', 'departed');
create index outbound_message_by_state on outbound_message (destination, day);

do $$
begin
  execute format('alter function keep_ended() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke all on function keep_ended from public;

grant select on country_entry, evidence_pack, engagement_event, commitment to comity_application, comity_auditor;
grant insert (entry_id, country, kind, consulate, topic, document, says, language, owner, source, checked_on, review_by, withdrawn, recorded_by) on country_entry to comity_application;
grant insert (digest, country, content) on evidence_pack to comity_application;
grant insert (measure_id, sequence, country, kind, happened_on, body, evidence, recorded_by) on engagement_event to comity_application;
grant insert (commitment_id, replaces, kind, what_en, what_fr, number, unit, from_on, until_on, announced_by, announced_on, source, series, withdrawn, recorded_by) on commitment to comity_application;
