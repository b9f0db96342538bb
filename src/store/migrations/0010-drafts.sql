-- Answers that somebody typed into forms and has not handed in yet. They bind nobody and are no evidence: whoever typed them may throw
-- them away, and after seven days they are gone. What was handed in leaves its answers too: the case has them then.

create table draft (
  draft_id uuid primary key,
  account_id uuid not null references account,
  -- Of a case that is to be opened, too: not a key.
  case_id uuid not null,
  -- The command that it will be, as casework calls it, or 'record-facts' for several facts on one page.
  kind text not null check (kind ~ '^[a-z-]{1,60}$'),
  -- Twice handed in is done once.
  command_id uuid not null unique,
  -- The id of what the command makes: a request, a booking, a record.
  made_id uuid not null unique,
  -- The version of the case when it began; 0 of a case that is not there.
  seen_version integer not null check (seen_version >= 0),
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 200000),
  -- What became of it once it was handed in; its answers are gone then.
  outcome jsonb check (jsonb_typeof(outcome) = 'object'),
  began_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  changed_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  ends_at timestamptz not null default clock_timestamp() + interval '7 days',
  constraint short check (ends_at <= began_at + interval '7 days 1 minute')
);
create index draft_of_account on draft (account_id, changed_at);
create index draft_by_end on draft (ends_at);

-- Files that are to go along. They are kept only until the draft is handed in, thrown away or over.
create table draft_file (
  draft_id uuid not null references draft on delete cascade,
  ordinal integer not null check (ordinal between 1 and 5),
  name text not null check (name <> '' and length(name) <= 200),
  bytes bytea not null check (length(bytes) <= 20971520),
  primary key (draft_id, ordinal)
);

grant select, delete on draft, draft_file to comity_application;
grant insert (draft_id, account_id, case_id, kind, command_id, made_id, seen_version, answers) on draft to comity_application;
grant update (answers, outcome, changed_at) on draft to comity_application;
grant insert (draft_id, ordinal, name, bytes) on draft_file to comity_application;
