-- Reading a case that is not one's own, for an hour, with a reason, and what a legal reviewer said of it. Why it is built like
-- this: docs/operating/oversight.md.
--
-- Nobody who serves requests writes these tables: they call functions of the owner, which ask whether a review is overdue, and whether
-- the reviewer is another person.

create table broken_glass (
  glass_id uuid primary key,
  account_id uuid not null references account,
  -- As it was called then.
  handle text not null check (handle <> ''),
  -- Not a key: glass can be broken for a case that there is not, and whoever breaks it is told the same.
  case_id uuid not null,
  reason text not null check (reason in ('officer-unavailable', 'urgent-step', 'safety', 'court-today')),
  words text not null check (length(btrim(words)) between 10 and 1000 and length(words) <= 1000),
  broken_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  ends_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()) + interval '1 hour',
  review_by timestamptz not null default date_trunc('milliseconds', clock_timestamp()) + interval '5 days',
  unique (glass_id, account_id),
  constraint short check (ends_at <= broken_at + interval '1 hour 1 minute'),
  constraint reviewed_soon check (review_by <= broken_at + interval '5 days 1 minute')
);
create index broken_glass_of_account on broken_glass (account_id, case_id, ends_at);
create index broken_glass_by_review on broken_glass (review_by);

create table broken_glass_review (
  glass_id uuid primary key,
  broken_by uuid not null,
  reviewed_by uuid not null references account,
  -- As it was called then.
  handle text not null check (handle <> ''),
  verdict text not null check (verdict in ('justified', 'not-justified')),
  words text not null check (length(btrim(words)) between 10 and 1000 and length(words) <= 1000),
  reviewed_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  foreign key (glass_id, broken_by) references broken_glass (glass_id, account_id),
  constraint two_people check (reviewed_by <> broken_by)
);

create trigger only_grows before update or delete or truncate on broken_glass for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on broken_glass_review for each statement execute function refuse_change();

-- Breaks glass, unless a review of this person's own is overdue. The same act again changes nothing and gives the same answer.
create function break_glass(glass_id uuid, account_id uuid, case_id uuid, reason text, words text) returns text language plpgsql security definer as $$
declare
  owner account;
  earlier broken_glass;
begin
  -- Two acts of one person come one after the other.
  select * into owner from account as one where one.account_id = break_glass.account_id and one.disabled_at is null for no key update;
  if not found then
    raise exception 'nobody' using errcode = 'restrict_violation';
  end if;
  select * into earlier from broken_glass as one where one.glass_id = break_glass.glass_id;
  if found then
    return case when (earlier.account_id, earlier.case_id, earlier.reason, earlier.words) = (break_glass.account_id, break_glass.case_id, break_glass.reason, break_glass.words) then 'broken' else 'repeated-differently' end;
  end if;
  if exists (select 1 from broken_glass as one where one.account_id = break_glass.account_id and one.review_by < clock_timestamp()
      and not exists (select 1 from broken_glass_review as review where review.glass_id = one.glass_id)) then
    return 'review-overdue';
  end if;
  insert into broken_glass (glass_id, account_id, handle, case_id, reason, words) values (break_glass.glass_id, owner.account_id, owner.handle, break_glass.case_id, break_glass.reason, break_glass.words);
  return 'broken';
end $$;

-- What a legal reviewer says of it, once, and never of their own act.
create function review_broken_glass(glass_id uuid, account_id uuid, verdict text, words text) returns text language plpgsql security definer as $$
declare
  reviewer account;
  act broken_glass;
begin
  select * into reviewer from account as one where one.account_id = review_broken_glass.account_id and one.disabled_at is null;
  select * into act from broken_glass as one where one.glass_id = review_broken_glass.glass_id for update;
  if act.glass_id is null or reviewer.account_id is null then
    return 'no-glass';
  end if;
  if act.account_id = reviewer.account_id then
    return 'same-person';
  end if;
  if exists (select 1 from broken_glass_review as review where review.glass_id = act.glass_id) then
    return 'reviewed-already';
  end if;
  insert into broken_glass_review (glass_id, broken_by, reviewed_by, handle, verdict, words) values (act.glass_id, act.account_id, reviewer.account_id, reviewer.handle, review_broken_glass.verdict, review_broken_glass.words);
  return 'reviewed';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['break_glass', 'review_broken_glass'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant select on broken_glass, broken_glass_review to comity_application, comity_auditor;
grant execute on function break_glass, review_broken_glass to comity_application;
