-- What worklists say goes out of date with the day and with the law: on which day, under how many approved updates, every open case was
-- brought up to date last. No gate reads it.
create table standings_refreshed (
  day date not null,
  law_revision integer not null check (law_revision >= 0),
  done_at timestamptz not null default clock_timestamp(),
  cases integer not null check (cases >= 0)
);

create trigger only_grows before update or delete or truncate on standings_refreshed for each statement execute function refuse_change();

grant select, insert on standings_refreshed to comity_application;
grant select on standings_refreshed to comity_auditor;
