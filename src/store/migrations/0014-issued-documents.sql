-- Numbers of single-journey documents and the documents that were made. Why it is built like this: docs/decisions/0016.
--
-- A number is taken, and stands here for good, before anything is signed: what was signed cannot be without its number. A number
-- without a document was spoiled. Both tables only grow; the role that serves requests writes them by two functions and no other way.

-- So that keys can say: agreed to, by whom and how; about this case and version, and this subject.
alter table approval_proposal add constraint proposal_of_version unique (proposal_id, proposer, subject, case_id, case_version);
alter table approval_end add constraint end_as_it_was unique (proposal_id, outcome, handle, means);

create table travel_document_number (
  document_number text primary key check (document_number ~ '^[A-Z]{2}[0-9]{6}$' and document_number not like '%SPECIMEN%'),
  series text not null,
  serial integer not null check (serial between 1 and 999999),
  case_id uuid not null,
  case_version integer not null,
  -- The gates of the step were open for that very version.
  step text not null generated always as ('document') stored,
  decided_state text not null generated always as ('open') stored,
  destination text not null,
  day text not null,
  decision bytea not null,
  -- Two agreements to one and the same draft, by two people, neither of whom proposed it.
  subject text not null generated always as ('travel-document') stored,
  outcome text not null generated always as ('agreed') stored,
  first_proposal uuid not null unique,
  second_proposal uuid not null unique,
  first_approver text not null,
  second_approver text not null,
  first_means text not null check (first_means in ('passkey', 'provider')),
  second_means text not null check (second_means in ('passkey', 'provider')),
  draft_digest bytea not null check (length(draft_digest) = 32),
  layout_digest bytea not null check (length(layout_digest) = 32),
  account_id uuid not null references account,
  taken_by text not null check (taken_by <> ''),
  taken_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  unique (series, serial),
  constraint numbered check (document_number = series || lpad(serial::text, 6, '0')),
  constraint two_proposals check (first_proposal <> second_proposal),
  constraint three_people check (lower(btrim(first_approver)) <> lower(btrim(second_approver)) and lower(btrim(taken_by)) not in (lower(btrim(first_approver)), lower(btrim(second_approver)))),
  constraint taken_by_decision foreign key (case_id, case_version, step, destination, day, decided_state, decision)
    references gate_decision (case_id, case_version, step, destination, day, state, digest),
  constraint first_about_it foreign key (first_proposal, taken_by, subject, case_id, case_version) references approval_proposal (proposal_id, proposer, subject, case_id, case_version),
  constraint second_about_it foreign key (second_proposal, taken_by, subject, case_id, case_version) references approval_proposal (proposal_id, proposer, subject, case_id, case_version),
  constraint first_agreed foreign key (first_proposal, outcome, first_approver, first_means) references approval_end (proposal_id, outcome, handle, means),
  constraint second_agreed foreign key (second_proposal, outcome, second_approver, second_means) references approval_end (proposal_id, outcome, handle, means)
);
create index travel_document_number_of_case on travel_document_number (case_id, taken_at);

create table travel_document (
  document_number text primary key references travel_document_number,
  certificate_digest bytea not null check (length(certificate_digest) = 32),
  -- The seal as it was signed, with the zone in it; of the page only what shows which one it was.
  seal bytea not null check (length(seal) between 60 and 400),
  page_digest bytea not null check (length(page_digest) = 32),
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);

create trigger only_grows before update or delete or truncate on travel_document_number for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on travel_document for each statement execute function refuse_change();

-- Takes the next number of a series for a draft that two people agreed to, while its case stands where it stood and the gates of the step are open.
create function take_travel_document_number(of_case uuid, version integer, of_series text, to_destination text, on_day text, decided text, first uuid, second uuid, draft text, layout text, of_account uuid)
returns table (outcome text, document_number text) language plpgsql security definer as $$
declare
  file case_file;
  answer gate_decision;
  person account;
  one record;
  two record;
  next integer;
begin
  -- The lock that everybody takes who moves the case on.
  select * into file from case_file where case_file.case_id = of_case for update;
  if not found or file.version is distinct from take_travel_document_number.version then return query select 'stale-version', null::text; return; end if;
  if file.fictional then return query select 'fictional', null::text; return; end if;
  select * into person from account where account.account_id = of_account and account.disabled_at is null and not account.demonstration;
  if not found then return query select 'not-recognised', null::text; return; end if;

  select * into answer from gate_decision as given where given.case_id = of_case and given.case_version = file.version and given.step = 'document' and given.destination = to_destination
    and given.day = on_day and given.state = 'open' and given.digest = decode(decided, 'hex');
  if not found then return query select 'decision-missing', null::text; return; end if;
  if answer.decided_at < clock_timestamp() - interval '1 hour' or answer.law_revision <> (select coalesce(max(revision), 0) from law_approval) then
    return query select 'decision-outdated', null::text; return;
  end if;

  select given.proposer, given.content::jsonb -> 'act' as act, given.proposed_at, ending.handle, ending.means into one from approval_proposal as given join approval_end as ending using (proposal_id) where given.proposal_id = first and ending.outcome = 'agreed';
  if not found then return query select 'not-agreed', null::text; return; end if;
  select given.proposer, given.content::jsonb -> 'act' as act, given.proposed_at, ending.handle, ending.means into two from approval_proposal as given join approval_end as ending using (proposal_id) where given.proposal_id = second and ending.outcome = 'agreed';
  if not found then return query select 'not-agreed', null::text; return; end if;
  if one.act is distinct from two.act or one.act ->> 'draft' is distinct from draft or one.act ->> 'layout' is distinct from layout or one.act ->> 'destination' is distinct from to_destination then
    return query select 'agreed-to-another', null::text; return;
  end if;
  if least(one.proposed_at, two.proposed_at) < clock_timestamp() - interval '7 days' then return query select 'too-old', null::text; return; end if;
  if one.proposer is distinct from person.handle or two.proposer is distinct from person.handle or one.handle = two.handle then return query select 'not-two-people', null::text; return; end if;
  if one.means not in ('passkey', 'provider') or two.means not in ('passkey', 'provider') then return query select 'not-recognised', null::text; return; end if;
  if exists (select 1 from travel_document_number as taken where taken.first_proposal in (first, second) or taken.second_proposal in (first, second)) then
    return query select 'used-already', null::text; return;
  end if;

  -- One after the other: the next number is one more, and none is left out.
  lock table travel_document_number in share row exclusive mode;
  select coalesce(max(taken.serial), 0) + 1 into next from travel_document_number as taken where taken.series = of_series;
  insert into travel_document_number (document_number, series, serial, case_id, case_version, destination, day, decision, first_proposal, second_proposal, first_approver, second_approver, first_means, second_means, draft_digest, layout_digest, account_id, taken_by)
    values (of_series || lpad(next::text, 6, '0'), of_series, next, of_case, file.version, to_destination, on_day, answer.digest, first, second, one.handle, two.handle, one.means, two.means, decode(draft, 'hex'), decode(layout, 'hex'), person.account_id, person.handle);
  return query select 'taken', of_series || lpad(next::text, 6, '0');
end $$;

-- Keeps that the document of a number was made; false when there is no such number, or its document was made before.
create function keep_travel_document(of_number text, certificate text, seal bytea, page text) returns boolean language plpgsql security definer as $$
begin
  insert into travel_document (document_number, certificate_digest, seal, page_digest)
    select taken.document_number, decode(certificate, 'hex'), keep_travel_document.seal, decode(page, 'hex') from travel_document_number as taken
    where taken.document_number = of_number and taken.taken_at > clock_timestamp() - interval '1 hour' on conflict do nothing;
  return found;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['take_travel_document_number', 'keep_travel_document'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant select on travel_document_number, travel_document to comity_application, comity_auditor;
grant execute on function take_travel_document_number, keep_travel_document to comity_application;
