-- How often glass may be broken; commitments that were changed, corrected or withdrawn; and changes of accounts that an administrator
-- confirms in person. Why it is built like this: docs/operating/oversight.md and docs/rooms/country-knowledge.md.

-- Broken glass: the one place where the limits stand, for whoever breaks it and for the page that says so.
create function glass_limits() returns table (in_a_day integer, in_five_days integer) language sql immutable as $$ select 5, 10 $$;

-- As before, and no more often than that: reviewed or not, of the same case or of another.
create or replace function break_glass(glass_id uuid, account_id uuid, case_id uuid, reason text, words text) returns text language plpgsql security definer as $$
declare
  owner account;
  earlier broken_glass;
  most record;
  made record;
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
  select * into most from glass_limits();
  select count(*) filter (where one.broken_at > clock_timestamp() - interval '24 hours') as in_a_day, count(*) as in_five_days into made
    from broken_glass as one where one.account_id = break_glass.account_id and one.broken_at > clock_timestamp() - interval '5 days';
  if made.in_a_day >= most.in_a_day then
    return 'too-many-in-a-day';
  end if;
  if made.in_five_days >= most.in_five_days then
    return 'too-many-in-five-days';
  end if;
  insert into broken_glass (glass_id, account_id, handle, case_id, reason, words) values (break_glass.glass_id, owner.account_id, owner.handle, break_glass.case_id, break_glass.reason, break_glass.words);
  return 'broken';
end $$;

-- A commitment that takes the place of one says how: the authority announced another, what we had recorded was wrong, or it holds no
-- longer; with the day and where that stands. The one before stays. Those that ship with the program are named by their key.
alter table commitment
  add column replaces_known text unique check (replaces_known ~ '^[a-z0-9-]{1,60}$'),
  add column change text check (change in ('changed', 'corrected', 'withdrawn')),
  add column changed_on date,
  add column change_source text check (change_source <> '' and length(change_source) <= 500),
  add constraint replaces_one check (replaces is null or replaces_known is null),
  add constraint change_is_whole check ((change is null) = (changed_on is null) and (change is null) = (change_source is null) and (change is null or coalesce(replaces::text, replaces_known) is not null)),
  add constraint withdrawn_by_change check (withdrawn = (change is not distinct from 'withdrawn')),
  add constraint known_is_changed check (replaces_known is null or change is not null);
-- What was replaced before this column was there stays as it is.
alter table commitment add constraint replaced_is_changed check (replaces is null or change is not null) not valid;

-- A change of an account as an administrator asked for it, to the byte; that they were recognised over it, how, and that it was used: once,
-- in the session that asked, within five minutes. Written by three functions and no other way.
create table account_change (
  change_id uuid primary key,
  account_id uuid not null references account,
  session_id uuid not null references session,
  -- As it was called then.
  handle text not null check (handle <> ''),
  asked_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  digest bytea not null,
  -- Canonical JSON: what is changed, of whom, and the text that is shown, in both languages.
  content text not null check (length(content) <= 20000),
  recognised_at timestamptz,
  means text check (means in ('passkey', 'provider', 'demonstration')),
  evidence jsonb check (jsonb_typeof(evidence) = 'object'),
  used_at timestamptz,
  constraint digest_of_change check (digest = sha256(convert_to(content, 'UTF8'))),
  constraint says_whose check (jsonb_path_match(content::jsonb, '$.format == "comity-account-change/1" && $.changeId == $change && $.by == $by', jsonb_build_object('change', change_id, 'by', handle)) is true),
  constraint recognised_whole check ((recognised_at is null) = (means is null) and (means is null) = (evidence is null)),
  constraint used_once_recognised check (used_at is null or recognised_at is not null),
  constraint soon check (recognised_at <= asked_at + interval '6 minutes' and used_at <= asked_at + interval '6 minutes')
);
create index account_change_of_account on account_change (account_id, asked_at);

create trigger stays before delete or truncate on account_change for each statement execute function refuse_change();

create function keep_account_change() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or (old.recognised_at is not null and (new.recognised_at, new.means, new.evidence) is distinct from (old.recognised_at, old.means, old.evidence))
      or (new.change_id, new.account_id, new.session_id, new.handle, new.asked_at, new.digest, new.content) is distinct from (old.change_id, old.account_id, old.session_id, old.handle, old.asked_at, old.digest, old.content) then
    raise exception 'a change of an account stays what was asked, and is used once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_account_change before update on account_change for each row execute function keep_account_change();

-- Keeps what an administrator asks for, in a session of their own that is good now.
create function ask_account_change(change_id uuid, account_id uuid, session_id uuid, content text) returns text language plpgsql security definer as $$
declare
  person account;
begin
  select owner.* into person from account as owner join session as one using (account_id)
    where owner.account_id = ask_account_change.account_id and one.session_id = ask_account_change.session_id and owner.disabled_at is null
      and one.revoked_at is null and one.ends_at > clock_timestamp()
      and exists (select 1 from account_role as held where held.account_id = owner.account_id and held.role = 'administrator' and held.taken_at is null);
  if not found then return 'not-recognised'; end if;
  insert into account_change (change_id, account_id, session_id, handle, digest, content)
    values (ask_account_change.change_id, person.account_id, ask_account_change.session_id, person.handle, sha256(convert_to(ask_account_change.content, 'UTF8')), ask_account_change.content);
  return 'asked';
end $$;

-- Why a change cannot be confirmed or used in this session, or null. Takes the lock of the change.
create function account_change_is_over(of_change uuid, of_account uuid, of_session uuid) returns text language plpgsql as $$
declare
  given account_change;
begin
  select * into given from account_change as one where one.change_id = of_change for update;
  if not found or given.account_id is distinct from of_account or given.session_id is distinct from of_session then return 'no-change'; end if;
  if not exists (select 1 from session as one join account as owner using (account_id) where one.session_id = of_session and one.revoked_at is null and one.ends_at > clock_timestamp() and owner.disabled_at is null) then return 'no-change'; end if;
  if given.used_at is not null then return 'used-already'; end if;
  if given.asked_at < clock_timestamp() - interval '5 minutes' then return 'too-old'; end if;
  return null;
end $$;

-- Keeps that the administrator was recognised over a change: by a passkey of theirs that signed its digest, by the provider on a way that was
-- bound to it, or, where nothing is real, by being chosen once more. The signature is verified by whoever calls, and by anybody later.
create function recognise_account_change(change_id uuid, account_id uuid, session_id uuid, means text, evidence jsonb) returns text language plpgsql security definer as $$
declare
  over constant text := account_change_is_over(change_id, account_id, session_id);
  given account_change;
  person account;
  client jsonb;
begin
  if over is not null then return over; end if;
  select * into given from account_change as one where one.change_id = recognise_account_change.change_id;
  select * into person from account as one where one.account_id = given.account_id;
  if (means = 'demonstration' and not person.demonstration) or (means = 'provider' and person.demonstration) then return 'not-recognised'; end if;
  if means = 'passkey' then
    client := convert_from(decode(translate(evidence ->> 'clientDataJSON', '-_', '+/') || repeat('=', (4 - length(evidence ->> 'clientDataJSON') % 4) % 4), 'base64'), 'UTF8')::jsonb;
    if client ->> 'type' is distinct from 'webauthn.get' or client ->> 'challenge' is distinct from rtrim(translate(encode(given.digest, 'base64'), '+/', '-_'), '=') then return 'seen-otherwise'; end if;
    if coalesce(evidence ->> 'signature', '') = '' or coalesce(evidence ->> 'authenticatorData', '') = '' or not exists (select 1 from passkey as one where one.account_id = given.account_id and one.revoked_at is null
      and rtrim(translate(replace(encode(one.credential_id, 'base64'), E'\n', ''), '+/', '-_'), '=') = evidence ->> 'credentialId') then return 'not-recognised'; end if;
  end if;
  if given.recognised_at is null then
    update account_change as one set recognised_at = clock_timestamp(), means = recognise_account_change.means, evidence = recognise_account_change.evidence where one.change_id = given.change_id;
  end if;
  return 'recognised';
end $$;

-- Uses a change that its administrator was recognised over, once.
create function use_account_change(change_id uuid, account_id uuid, session_id uuid) returns text language plpgsql security definer as $$
declare
  over constant text := account_change_is_over(change_id, account_id, session_id);
begin
  if over is not null then return over; end if;
  update account_change as one set used_at = clock_timestamp() where one.change_id = use_account_change.change_id and one.recognised_at is not null;
  return case when found then 'used' else 'not-recognised' end;
end $$;

-- Whoever goes to the provider to confirm a change comes back to that change and no other.
alter table pending_sign_in add column change_id uuid references account_change, add constraint of_one_thing check (change_id is null or proposal_id is null);

drop function take_pending;
create function take_pending(state_digest bytea, browser_digest bytea, kind text)
returns table (session_id uuid, account_id uuid, invitation bytea, nonce text, verifier text, language text, return_to text, proposal_id uuid, approval_digest bytea, change_id uuid) language plpgsql security definer as $$
begin
  return query delete from pending_sign_in as one
    where one.state_digest = take_pending.state_digest and one.browser_digest = take_pending.browser_digest and one.kind = take_pending.kind and one.began_at > clock_timestamp() - interval '10 minutes'
    returning one.session_id, one.account_id, one.invitation, one.nonce, one.verifier, one.language, one.return_to, one.proposal_id, one.approval_digest, one.change_id;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['glass_limits', 'break_glass', 'keep_account_change', 'ask_account_change', 'account_change_is_over', 'recognise_account_change', 'use_account_change', 'take_pending'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant select on account_change to comity_application, comity_auditor;
grant insert (replaces_known, change, changed_on, change_source) on commitment to comity_application;
grant insert (change_id) on pending_sign_in to comity_application;
grant execute on function glass_limits, ask_account_change, recognise_account_change, use_account_change, take_pending to comity_application;
