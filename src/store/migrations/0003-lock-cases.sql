-- Two records of one person are merged, or parted, under the locks of both: each step is decided by what the other case holds, and
-- the lock of one alone would let the other move between the look and the step. In the order of ids, so that merges that cross wait
-- for each other and never in a ring.
create function lock_cases(cases uuid[]) returns void language plpgsql security definer as $$
begin
  perform 1 from case_file as file where file.case_id = any (cases) order by file.case_id for update;
end $$;

do $$ begin
  execute format('alter function lock_cases set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke all on function lock_cases from public;
grant execute on function lock_cases to comity_application;
