-- Whose session it was that ended by itself, for a day: what somebody had typed into a form when it ended is kept with their drafts, and
-- nothing is shown or done for it. One that was revoked, or whose account was disabled, is nobody's.

create function account_of_ended_session(token_digest bytea) returns uuid language sql stable security definer as $$
  select owner.account_id from session as one join account as owner using (account_id)
    where one.token_digest = account_of_ended_session.token_digest and one.revoked_at is null and owner.disabled_at is null
      and (one.ends_at <= clock_timestamp() or one.seen_at <= clock_timestamp() - interval '1 hour')
      and least(one.ends_at, one.seen_at + interval '1 hour') > clock_timestamp() - interval '1 day'
$$;

do $$
begin
  execute format('alter function account_of_ended_session set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke all on function account_of_ended_session from public;
grant execute on function account_of_ended_session to comity_application;
