-- Two walls behind the program. A journey is taken under a booking that stands, which somebody made and nobody has cancelled or used, and
-- under a decision about the very place that was booked: a moratorium may be about a part of a country. And a real case and a made-up
-- one are never merged: with the made-up cases, which can be deleted, a real person's record would go.
create function fit_event() returns trigger language plpgsql as $$
declare
  file case_file;
  booking jsonb;
  booked_at integer;
  decided text;
begin
  select * into file from case_file as one where one.case_id = new.case_id;
  if new.kind in ('case-absorbed', 'merged-into') then
    if exists (select 1 from case_file as other where other.case_id = (new.body ->> 'caseId')::uuid and other.fictional <> file.fictional) then
      raise exception 'a real case and a fictional one are not merged' using errcode = 'check_violation', constraint = 'fit_event';
    end if;
  elsif file.fictional is not true then
    select body, sequence into booking, booked_at from case_event as earlier
      where earlier.case_id = new.case_id and earlier.sequence < new.sequence and earlier.kind = 'booking-made' and earlier.body ->> 'bookingId' = new.body ->> 'bookingId'
      order by earlier.sequence desc limit 1;
    if booking is null then
      raise exception 'nobody made this booking' using errcode = 'check_violation', constraint = 'fit_event';
    end if;
    if exists (select 1 from case_event as later where later.case_id = new.case_id and later.sequence > booked_at and later.sequence < new.sequence
        and later.kind in ('booking-cancelled', 'departed') and later.body ->> 'bookingId' = new.body ->> 'bookingId') then
      raise exception 'this booking is cancelled or was used' using errcode = 'check_violation', constraint = 'fit_event';
    end if;
    select place into decided from gate_decision as decision
      where decision.case_id = new.case_id and decision.case_version = new.decided_version and decision.step = new.step and decision.destination = new.destination
        and decision.day = new.day and decision.state = new.decided_state and decision.digest = new.decision;
    if decided is distinct from booking ->> 'place' or booking ->> 'destination' <> new.destination then
      raise exception 'a journey goes where it was booked and decided to go' using errcode = 'check_violation', constraint = 'fit_event';
    end if;
  end if;
  return null;
end $$;

create trigger fit_event after insert on case_event for each row
  when (new.kind in ('handed-over', 'departed', 'case-absorbed', 'merged-into')) execute function fit_event();

do $$ begin
  execute format('alter function fit_event set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
alter function fit_event set enable_seqscan = off;
revoke all on function fit_event from public;
