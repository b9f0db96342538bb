-- Tokens by which a program of somebody's own asks the API, in their name. Why it is built like this: docs/rooms/api.md and
-- docs/decisions/0015.

create table api_token (
  token_id uuid primary key,
  account_id uuid not null references account,
  -- SHA-256 of the token, which is shown once and kept nowhere.
  token_digest bytea not null unique check (length(token_digest) = 32),
  -- What its owner calls it, so that they can tell their tokens apart.
  name text not null check (name <> '' and length(name) <= 100),
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  made_by text not null check (made_by <> ''),
  ends_at timestamptz not null,
  -- Used last, to the minute.
  seen_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null)),
  constraint short check (ends_at <= made_at + interval '90 days 1 minute')
);
create index api_token_of_account on api_token (account_id, made_at);

create trigger stays before delete or truncate on api_token for each statement execute function refuse_change();

create function keep_api_token() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null or new.ends_at > old.ends_at or new.seen_at < old.seen_at
      or (new.token_id, new.account_id, new.token_digest, new.name, new.made_at, new.made_by) is distinct from (old.token_id, old.account_id, old.token_digest, old.name, old.made_at, old.made_by) then
    raise exception 'a token stays what it is, and never lasts longer' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_api_token before update on api_token for each row execute function keep_api_token();

-- Whoever is let in no more has no token either, then or when they are let in again.
create function revoke_api_tokens() returns trigger language plpgsql as $$
begin
  update api_token as one set revoked_at = clock_timestamp(), revoked_by = new.disabled_by where one.account_id = new.account_id and one.revoked_at is null;
  return null;
end $$;
create trigger revoke_api_tokens after update of disabled_at on account for each row when (new.disabled_at is not null and old.disabled_at is null) execute function revoke_api_tokens();

-- Whose a token is, with their roles, where it is still good. Says once a minute that it was used.
create function use_api_token(token_digest bytea)
returns table (token_id uuid, account_id uuid, handle text, display_name text, language text, demonstration boolean, roles text[], ends_at timestamptz)
language plpgsql security definer as $$
begin
  update api_token as one set seen_at = clock_timestamp() where one.token_digest = use_api_token.token_digest
    and one.revoked_at is null and one.ends_at > clock_timestamp() and coalesce(one.seen_at, '-infinity') < clock_timestamp() - interval '1 minute';
  return query
    select one.token_id, owner.account_id, owner.handle, owner.display_name, owner.language, owner.demonstration,
      array(select held.role from account_role as held where held.account_id = owner.account_id and held.taken_at is null order by held.role), one.ends_at
    from api_token as one join account as owner using (account_id)
    where one.token_digest = use_api_token.token_digest and one.revoked_at is null and one.ends_at > clock_timestamp() and owner.disabled_at is null;
end $$;

-- Which token somebody looked through, where they did not look in a browser.
alter table access_log add column token_id uuid references api_token;

do $$
declare
  name text;
begin
  foreach name in array array['keep_api_token', 'revoke_api_tokens', 'use_api_token'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant select (token_id, account_id, name, made_at, made_by, ends_at, seen_at, revoked_at, revoked_by) on api_token to comity_application, comity_auditor;
grant insert (token_id, account_id, token_digest, name, made_by, ends_at) on api_token to comity_application;
grant update (revoked_at, revoked_by) on api_token to comity_application;
grant insert (token_id) on access_log to comity_application;
grant execute on function use_api_token to comity_application;
