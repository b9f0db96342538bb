-- Measurements and their figures. A measurement is never changed: another run is another measurement.

create table measurement (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the whole content: loading the same measurement again adds nothing.
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  -- A new release replaces the measurements that came with the package, never those of the user.
  origin text not null check (origin in ('packaged', 'user')),
  format text not null,
  method text not null check (method <> ''),
  as_of date not null,
  vintage text not null,
  source_profile text not null,
  gated_time_removed boolean,
  inputs jsonb not null check (jsonb_array_length(inputs) > 0),
  reconciliation jsonb not null,
  cautions jsonb not null,
  -- Curves, funnel, rank sets and the comparison with a published table: drawn as a whole, never searched.
  document jsonb not null,
  loaded_at timestamptz not null default now(),
  -- Every row read is used or quarantined.
  constraint rows_reconcile check (
    (reconciliation ->> 'rowsRead')::numeric
      = (reconciliation ->> 'rowsUsed')::numeric + (reconciliation ->> 'rowsQuarantined')::numeric
  )
);

create table figure (
  measurement_id uuid not null references measurement on delete cascade,
  ordinal integer not null check (ordinal >= 0),
  measure text not null check (measure <> ''),
  country text not null check (country ~ '^([A-Z]{3}|all)$'),
  stratum text not null,
  clock text not null,
  period text not null,
  outcome text not null,
  from_day integer,
  within_days integer,
  day integer,
  value double precision,
  lower double precision,
  upper double precision,
  standard_error double precision,
  interval_method text not null,
  denominator double precision,
  at_risk double precision,
  withheld text,
  primary key (measurement_id, ordinal),
  constraint value_or_reason check ((value is null) = (withheld is not null)),
  constraint no_interval_no_figure check (
    value is null or interval_method = 'complete-count' or lower is not null or upper is not null
  ),
  -- Rounding in the last place is no fault; limits the wrong way round are.
  constraint interval_round_value check (lower <= value + 1e-9 and value <= upper + 1e-9)
);

create index figure_of_country on figure (country, measure);
create index figure_of_measure on figure (measurement_id, measure, day);

-- A careful administrator has closed the schema to everybody.
do $$ begin execute format('grant usage on schema %I to comity_application', current_schema()); end $$;

grant select, insert, delete on measurement, figure to comity_application;
