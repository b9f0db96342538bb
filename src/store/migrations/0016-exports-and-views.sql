-- Choices of filters that people named, files that were exported, and looks through the whole database. Why it is built like
-- this: docs/operating/oversight.md.

-- A choice of filters under a name: of its account alone, and deleted when it says so.
create table saved_view (
  view_id uuid primary key,
  account_id uuid not null references account,
  name text not null check (name = btrim(name) and length(name) between 1 and 60),
  -- What the address of the list says: an inventory, a country, a due day. Never a name.
  choice jsonb not null check (jsonb_typeof(choice) = 'object' and not jsonb_path_exists(choice, '$.* ? (@.type() != "string")') and length(choice::text) <= 300),
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  unique (account_id, name)
);

-- Every file that left by an export: who, why, how much, and the digest of its bytes, so that a file that turns up can be told.
create table export_made (
  export_id uuid primary key,
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  account_id uuid not null references account,
  -- As it was called then.
  handle text not null check (handle <> ''),
  kind text not null check (kind in ('cases', 'access-log', 'oversight')),
  format text not null check (format in ('csv', 'xlsx', 'jsonl')),
  purpose text not null check (purpose ~ '^[a-z-]{1,60}$'),
  choice jsonb not null check (jsonb_typeof(choice) = 'object'),
  lines integer not null check (lines >= 0),
  -- Whether there was more than an export takes.
  cut boolean not null,
  digest bytea not null check (length(digest) = 32)
);
create index export_made_by_time on export_made (made_at);

-- What was found when somebody had everything looked through.
create table integrity_check (
  check_id uuid primary key,
  account_id uuid not null references account,
  -- As it was called then.
  handle text not null check (handle <> ''),
  began_at timestamptz not null,
  ended_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  faults jsonb not null check (jsonb_typeof(faults) = 'array')
);

create trigger only_grows before update or delete or truncate on export_made for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on integrity_check for each statement execute function refuse_change();
create trigger stays before update or truncate on saved_view for each statement execute function refuse_change();

-- Whoever audits asks by action and by day. Rows that come in the order of time need no more than this sparse kind of index.
create index access_log_of_action on access_log (action, entry);
create index access_log_by_time on access_log using brin (happened_at) with (pages_per_range = 16);
create index case_event_by_time on case_event using brin (recorded_at) with (pages_per_range = 16);
create index gate_decision_by_time on gate_decision using brin (decided_at) with (pages_per_range = 16);

grant select, delete on saved_view to comity_application;
grant insert (view_id, account_id, name, choice) on saved_view to comity_application;
grant insert (export_id, account_id, handle, kind, format, purpose, choice, lines, cut, digest) on export_made to comity_application;
grant insert (check_id, account_id, handle, began_at, faults) on integrity_check to comity_application;
grant select on export_made, integrity_check to comity_auditor;
-- Which shape the database has is no secret, and administrators ask.
grant select (name, ran_at) on migration to comity_application, comity_auditor;
