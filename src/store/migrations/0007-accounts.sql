-- Who may sign in, how they are recognised, and what they looked at. Why it is built like this: docs/rooms/work.md and
-- docs/decisions/0013.
--
-- The role that serves requests keeps these tables, for that is what signing in is; but what happened stays: a role that was
-- given, a session that was revoked, a look at a case cannot be made not to have been. Secrets are kept as digests only, and
-- not even these can be read: one asks with the secret in hand.

create table account (
  account_id uuid primary key,
  -- What case_file.officer and recorded_by hold. One writing only, so that two accounts cannot look like one person, nor one like two.
  handle text not null unique check (handle ~ '^[a-z0-9]([a-z0-9.-]{0,58}[a-z0-9])?$'),
  display_name text not null check (display_name <> '' and length(display_name) <= 200),
  language text not null check (language in ('en', 'fr')),
  -- Made by the owner at the start, only where nothing is real: no role that serves can make one.
  demonstration boolean not null default false,
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  made_by text not null check (made_by <> ''),
  disabled_at timestamptz,
  disabled_by text,
  constraint disabled_by_somebody check ((disabled_at is null) = (disabled_by is null))
);

-- Every role that somebody ever had.
create table account_role (
  account_id uuid not null references account,
  role text not null check (role in ('officer', 'legal-reviewer', 'analyst', 'partner-liaison', 'disclosure-officer', 'auditor', 'administrator')),
  given_at timestamptz not null default clock_timestamp(),
  given_by text not null check (given_by <> ''),
  taken_at timestamptz,
  taken_by text,
  primary key (account_id, role, given_at),
  constraint taken_by_somebody check ((taken_at is null) = (taken_by is null))
);
create unique index account_role_held on account_role (account_id, role) where taken_at is null;

-- An agency's identity provider says who somebody is, and nothing else: what they may do stands above.
create table provider_identity (
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> '' and length(subject) <= 255),
  account_id uuid not null references account,
  added_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  added_by text not null check (added_by <> ''),
  primary key (issuer, subject)
);
create index provider_identity_of_account on provider_identity (account_id);

-- Web Authentication level 3, section 4: a public key credential source, as far as a relying party keeps it.
create table passkey (
  credential_id bytea primary key check (length(credential_id) between 1 and 1023),
  account_id uuid not null references account,
  public_key bytea not null,
  counter bigint not null check (counter between 0 and 4294967295),
  transports text[] not null,
  -- Whether copies of it may be on several devices: weaker against whoever has those.
  backed_up boolean not null,
  name text not null check (name <> '' and length(name) <= 100),
  added_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index passkey_of_account on passkey (account_id);

create table session (
  session_id uuid primary key,
  account_id uuid not null references account,
  token_digest bytea not null unique check (length(token_digest) = 32),
  began_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  seen_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null default clock_timestamp() + interval '12 hours',
  recognised text not null check (recognised in ('provider', 'passkey', 'demonstration')),
  -- When the person themself was there last, at a key or at the provider.
  recognised_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  -- What the browser calls itself, so that the owner of an account can tell their sessions apart.
  browser text not null check (length(browser) <= 200),
  revoked_at timestamptz,
  revoked_by text,
  constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null)),
  constraint short check (ends_at <= began_at + interval '12 hours 1 minute')
);
create index session_of_account on session (account_id, began_at);
create index session_by_end on session (ends_at);

-- A link by which somebody registers their first passkey, once.
create table invitation (
  token_digest bytea primary key check (length(token_digest) = 32),
  account_id uuid not null references account,
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null check (made_by <> ''),
  ends_at timestamptz not null,
  used_at timestamptz,
  constraint short check (ends_at <= made_at + interval '7 days')
);
create index invitation_of_account on invitation (account_id);

-- What a browser has begun at our door and must bring back within ten minutes, once.
create table pending_sign_in (
  -- SHA-256 of the state sent to the provider, or of the challenge sent to a passkey.
  state_digest bytea primary key check (length(state_digest) = 32),
  kind text not null check (kind in ('provider', 'passkey', 'add-passkey')),
  -- SHA-256 of the cookie of the browser that began.
  browser_digest bytea not null check (length(browser_digest) = 32),
  -- Of whom, where that is known: to be recognised afresh, or to add a passkey.
  session_id uuid references session,
  account_id uuid references account,
  invitation bytea references invitation,
  nonce text,
  verifier text,
  language text not null check (language in ('en', 'fr')),
  return_to text not null check (return_to ~ '^/work(/|\?|$)' and length(return_to) <= 500),
  began_at timestamptz not null default clock_timestamp()
);
create index pending_sign_in_by_age on pending_sign_in (began_at);

-- How often somebody knocked in a stretch of time: counts for a limit, not a record. Old ones are removed.
create table sign_in_attempt (
  counted text not null check (counted in ('account', 'address', 'all')),
  -- SHA-256 of the handle or address; of nothing for all.
  digest bytea not null check (length(digest) = 32),
  began_at timestamptz not null,
  attempts integer not null check (attempts > 0),
  primary key (counted, digest, began_at)
);

-- Who looked at what, and why. Written before it is shown.
create table access_log (
  entry bigint generated always as identity primary key,
  happened_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  account_id uuid not null references account,
  -- As it was called then.
  handle text not null check (handle <> ''),
  session_id uuid references session,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  -- Not a key: fictional cases can be removed, and what was looked at stays.
  case_id uuid,
  purpose text check (purpose ~ '^[a-z-]{1,60}$'),
  -- What else the look was of: a country, the number of cases found. Never a name that was looked for.
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object')
);
create index access_log_of_case on access_log (case_id, entry) where case_id is not null;
create index access_log_of_account on access_log (account_id, entry);

create trigger only_grows before update or delete or truncate on access_log for each statement execute function refuse_change();
create trigger stays before delete or truncate on account for each statement execute function refuse_change();
create trigger stays before delete or truncate on account_role for each statement execute function refuse_change();
create trigger stays before delete or truncate on passkey for each statement execute function refuse_change();
create trigger stays before delete or truncate on session for each statement execute function refuse_change();

-- A role that was taken stays taken; it may be given again, as another row. Roles that are held alone are in service/access/roles.ts.
create function keep_role() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.taken_at is not null or new.taken_at is null or (new.account_id, new.role, new.given_at, new.given_by) is distinct from (old.account_id, old.role, old.given_at, old.given_by) then
      raise exception 'a role that was given stays in its history' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  perform 1 from account as one where one.account_id = new.account_id for no key update;
  if exists (select 1 from account_role as held where held.account_id = new.account_id and held.taken_at is null and held.role <> new.role
      and (held.role in ('auditor', 'administrator') or new.role in ('auditor', 'administrator'))) then
    raise exception 'a role that is held alone' using errcode = 'check_violation', constraint = 'held_alone';
  end if;
  return new;
end $$;
create trigger keep_role before insert or update on account_role for each row execute function keep_role();

-- What was revoked stays so; a passkey's counter only grows, and neither its key nor its owner becomes another.
create function keep_passkey() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null or new.counter < old.counter
      or (new.credential_id, new.account_id, new.public_key, new.added_at) is distinct from (old.credential_id, old.account_id, old.public_key, old.added_at) then
    raise exception 'a passkey stays what it is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_passkey before update on passkey for each row execute function keep_passkey();

create function keep_session() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null or new.ends_at > old.ends_at or new.seen_at < old.seen_at
      or (new.session_id, new.account_id, new.token_digest, new.began_at) is distinct from (old.session_id, old.account_id, old.token_digest, old.began_at) then
    raise exception 'a session stays what it is, and never lasts longer' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_session before update on session for each row execute function keep_session();

-- Whoever is taken a role, or disabled, is signed out of everything at once.
create function sign_out_everywhere() returns trigger language plpgsql as $$
begin
  update session as one set revoked_at = clock_timestamp(), revoked_by = case tg_table_name when 'account' then to_jsonb(new) ->> 'disabled_by' else to_jsonb(new) ->> 'taken_by' end
    where one.account_id = new.account_id and one.revoked_at is null;
  return null;
end $$;
create trigger sign_out_everywhere after update of disabled_at on account for each row when (new.disabled_at is not null and old.disabled_at is null) execute function sign_out_everywhere();
create trigger sign_out_everywhere after update of taken_at on account_role for each row when (new.taken_at is not null and old.taken_at is null) execute function sign_out_everywhere();

-- The session of a token, with its account and roles, where it is still good: not ended, not revoked, an hour without a request at
-- most, and its account not disabled. Says once a minute that it was seen.
create function use_session(token_digest bytea)
returns table (session_id uuid, account_id uuid, handle text, display_name text, language text, demonstration boolean, roles text[], began_at timestamptz, ends_at timestamptz, recognised text, recognised_at timestamptz)
language plpgsql security definer as $$
begin
  update session as one set seen_at = clock_timestamp() where one.token_digest = use_session.token_digest
    and one.revoked_at is null and one.ends_at > clock_timestamp() and one.seen_at between clock_timestamp() - interval '1 hour' and clock_timestamp() - interval '1 minute';
  return query
    select one.session_id, owner.account_id, owner.handle, owner.display_name, owner.language, owner.demonstration,
      array(select held.role from account_role as held where held.account_id = owner.account_id and held.taken_at is null order by held.role),
      one.began_at, one.ends_at, one.recognised, one.recognised_at
    from session as one join account as owner using (account_id)
    where one.token_digest = use_session.token_digest and one.revoked_at is null and one.ends_at > clock_timestamp()
      and one.seen_at > clock_timestamp() - interval '1 hour' and owner.disabled_at is null;
end $$;

-- The account that an invitation is for, where it can still be used.
create function read_invitation(token_digest bytea) returns table (account_id uuid, handle text, display_name text) language plpgsql security definer as $$
begin
  return query select owner.account_id, owner.handle, owner.display_name from invitation as one join account as owner using (account_id)
    where one.token_digest = read_invitation.token_digest and one.used_at is null and one.ends_at > clock_timestamp() and owner.disabled_at is null;
end $$;

-- Uses an invitation, once.
create function use_invitation(token_digest bytea) returns uuid language plpgsql security definer as $$
declare
  invited uuid;
begin
  update invitation as one set used_at = clock_timestamp() from account as owner
    where one.token_digest = use_invitation.token_digest and one.used_at is null and one.ends_at > clock_timestamp()
      and owner.account_id = one.account_id and owner.disabled_at is null
    returning one.account_id into invited;
  return invited;
end $$;

-- What a browser began and brings back: given out once, to the browser that began, within ten minutes.
create function take_pending(state_digest bytea, browser_digest bytea, kind text)
returns table (session_id uuid, account_id uuid, invitation bytea, nonce text, verifier text, language text, return_to text) language plpgsql security definer as $$
begin
  return query delete from pending_sign_in as one
    where one.state_digest = take_pending.state_digest and one.browser_digest = take_pending.browser_digest and one.kind = take_pending.kind and one.began_at > clock_timestamp() - interval '10 minutes'
    returning one.session_id, one.account_id, one.invitation, one.nonce, one.verifier, one.language, one.return_to;
end $$;

-- Counts one attempt and says how many there were in the last stretch of time, this one among them.
create function count_attempt(counted text, digest bytea, stretch interval) returns bigint language plpgsql security definer as $$
declare
  -- Six buckets a stretch: what is older than one stretch falls out a sixth at a time.
  bucket timestamptz := date_bin(stretch / 6, clock_timestamp(), timestamptz '2020-01-01 00:00Z');
  total bigint;
begin
  insert into sign_in_attempt as one (counted, digest, began_at, attempts) values (counted, digest, bucket, 1)
    on conflict on constraint sign_in_attempt_pkey do update set attempts = one.attempts + 1;
  select sum(one.attempts) into total from sign_in_attempt as one
    where one.counted = count_attempt.counted and one.digest = count_attempt.digest and one.began_at > bucket - stretch;
  return total;
end $$;

-- Removes what only stood there for a while. Sessions stay: the access log names them.
create function remove_old_attempts() returns void language plpgsql security definer as $$
begin
  delete from sign_in_attempt where began_at < clock_timestamp() - interval '2 hours';
  delete from pending_sign_in where began_at < clock_timestamp() - interval '1 hour';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['keep_role', 'keep_passkey', 'keep_session', 'sign_out_everywhere', 'use_session', 'read_invitation', 'use_invitation', 'take_pending', 'count_attempt', 'remove_old_attempts'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant select on account, account_role, provider_identity, passkey to comity_application, comity_auditor;
grant select (session_id, account_id, began_at, seen_at, ends_at, recognised, recognised_at, browser, revoked_at, revoked_by) on session to comity_application, comity_auditor;
grant select (account_id, made_at, made_by, ends_at, used_at) on invitation to comity_auditor;
grant select on access_log to comity_auditor;

grant insert (account_id, handle, display_name, language, made_by) on account to comity_application;
grant update (display_name, language, disabled_at, disabled_by) on account to comity_application;
grant insert (account_id, role, given_by) on account_role to comity_application;
grant update (taken_at, taken_by) on account_role to comity_application;
grant insert (issuer, subject, account_id, added_by) on provider_identity to comity_application;
grant delete on provider_identity to comity_application;
grant insert (credential_id, account_id, public_key, counter, transports, backed_up, name) on passkey to comity_application;
grant update (counter, backed_up, name, used_at, revoked_at, revoked_by) on passkey to comity_application;
grant insert (session_id, account_id, token_digest, recognised, browser) on session to comity_application;
grant update (recognised, recognised_at, revoked_at, revoked_by) on session to comity_application;
grant insert (token_digest, account_id, made_by, ends_at) on invitation to comity_application;
grant insert (state_digest, kind, browser_digest, session_id, account_id, invitation, nonce, verifier, language, return_to) on pending_sign_in to comity_application;
grant insert (account_id, handle, session_id, action, case_id, purpose, about) on access_log to comity_application;
grant execute on function use_session, read_invitation, use_invitation, take_pending, count_attempt, remove_old_attempts to comity_application;
