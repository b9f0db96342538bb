-- The log of this node: what it committed to, the tree, and who witnessed it; and what it witnessed of others. Why: docs/rooms/transparency.md.

-- One key for each record (a case, a country, an instrument). Without it nobody can tell which leaves were the record's.
create table record_key (
  record text primary key check (record ~ '^[a-z-]{1,20}(:[A-Za-z0-9-]{1,60})?$'),
  key bytea check (length(key) = 32),
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  destroyed_at timestamptz,
  constraint destroyed_or_kept check ((key is null) = (destroyed_at is not null))
);

-- What was done, and the commitment to it that waits for a place in the log, or has one. Acts are not numbered in their order: a number
-- without gaps would make each act wait for every other.
create table logged_act (
  act_number bigint generated always as identity primary key,
  record text not null,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  -- Where the act stands in its record, as its table has it.
  place text not null check (place ~ '^[A-Za-z0-9: .-]{1,80}$'),
  commitment bytea not null check (length(commitment) = 32),
  leaf_index bigint unique check (leaf_index >= 0)
);

create index logged_act_of_record on logged_act (record, act_number);
create index logged_act_waiting on logged_act (commitment) where leaf_index is null;

-- The tree as tiles of 256 hashes of 32 bytes, and the leaves' own bytes, as tlog-tiles has them.
create table log_tile (
  level smallint not null check (level between 0 and 7),
  tile_index bigint not null check (tile_index >= 0),
  hashes bytea not null check (length(hashes) % 32 = 0 and length(hashes) between 32 and 8192),
  primary key (level, tile_index)
);

create table log_bundle (
  tile_index bigint primary key check (tile_index >= 0),
  entries bytea not null check (length(entries) = 256 * 34)
);

create table log_checkpoint (
  size bigint primary key check (size >= 0 and size % 256 = 0),
  root bytea not null check (length(root) = 32),
  -- With our own signatures, and nobody else's.
  note text not null check (note <> ''),
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);

create table log_cosignature (
  size bigint not null references log_checkpoint,
  witness text not null check (witness <> ''),
  -- The line as it came: tlog-cosignature.
  line text not null check (line <> ''),
  seen_at timestamptz not null,
  received_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (size, witness, seen_at)
);

-- Which witnesses are enough, as a tlog-policy file; the newest holds. Two limits: after how long without them what stops.
create table log_policy (
  revision integer generated always as identity primary key,
  policy text not null check (policy <> ''),
  disclosures_stop_after interval not null check (disclosures_stop_after between interval '10 minutes' and interval '7 days'),
  outbound_stops_after interval not null check (outbound_stops_after between disclosures_stop_after and interval '7 days'),
  set_by text not null check (set_by <> ''),
  set_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);

-- That a checkpoint was cosigned by enough, under which policy, and at the earliest moment that one of those needed says.
create table log_witnessed (
  size bigint not null references log_checkpoint,
  revision integer not null references log_policy,
  witnessed_at timestamptz not null,
  primary key (size, revision)
);

-- Why this node signs no more, for instance because witnesses saw a longer log than it has.
create table log_halt (
  halt_number integer generated always as identity primary key,
  code text not null check (code in ('rolled-back', 'forked')),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  halted_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);

-- Other logs that we witness: the last that we saw of each, and all that we cosigned.
create table witnessed_log (
  origin text primary key check (origin <> ''),
  -- Verifier keys (signed-note), one a line.
  keys text not null check (keys <> ''),
  size bigint not null default 0 check (size >= 0),
  root bytea not null check (length(root) = 32),
  added_by text not null check (added_by <> ''),
  added_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  ended_at timestamptz
);

create table witnessed_checkpoint (
  origin text not null references witnessed_log,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  -- The checkpoint with the log's signature, and our cosignatures.
  note text not null check (note <> ''),
  seen_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (origin, size, seen_at)
);

-- Two checkpoints of one log, both signed by it, that no log could both have: evidence, kept as it came.
create table witness_evidence (
  evidence_number integer generated always as identity primary key,
  origin text not null references witnessed_log,
  code text not null check (code in ('two-roots', 'empty-tree-with-root', 'unexplained')),
  -- What we cosigned last; empty where nothing was.
  seen_note text not null,
  other_note text not null check (other_note <> ''),
  proof text not null,
  found_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);

do $$
declare
  name text;
begin
  foreach name in array array['log_bundle', 'log_checkpoint', 'log_cosignature', 'log_policy', 'log_witnessed', 'log_halt', 'witnessed_checkpoint', 'witness_evidence'] loop
    execute format('create trigger only_grows before update or delete or truncate on %I for each statement execute function refuse_change()', name);
  end loop;
  foreach name in array array['record_key', 'logged_act', 'log_tile', 'witnessed_log'] loop
    execute format('create trigger stays before delete or truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;

create function keep_record_key() returns trigger language plpgsql as $$
begin
  if new.record <> old.record or new.made_at <> old.made_at or old.key is null or new.key is not null then
    raise exception 'a key is kept or destroyed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_record_key before update on record_key for each row execute function keep_record_key();

create function keep_act() returns trigger language plpgsql as $$
begin
  if (new.act_number, new.record, new.kind, new.place, new.commitment) is distinct from (old.act_number, old.record, old.kind, old.place, old.commitment)
    or old.leaf_index is not null or new.leaf_index is null then
    raise exception 'an act stays as it was committed to, and takes its place in the log once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_act before update on logged_act for each row execute function keep_act();

-- A tile only grows at its end.
create function keep_tile() returns trigger language plpgsql as $$
begin
  if new.level <> old.level or new.tile_index <> old.tile_index or length(new.hashes) <= length(old.hashes) or substring(new.hashes for length(old.hashes)) <> old.hashes then
    raise exception 'a tile only grows' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_tile before update on log_tile for each row execute function keep_tile();

-- What was seen of a log never gets shorter.
create function keep_witnessed() returns trigger language plpgsql as $$
begin
  if new.origin <> old.origin or new.size < old.size or (new.size = old.size and new.root <> old.root) then
    raise exception 'what was seen of a log stays seen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_witnessed before update on witnessed_log for each row execute function keep_witnessed();

-- Of an act the salt, which its record's key and its number give; null when the key was destroyed.
create function salt_of(key bytea, act_number bigint) returns bytea language sql immutable strict parallel safe as $$
  select sha256(key || int8send(act_number))
$$;

-- docs/rooms/transparency.md, “A leaf”. The content is hashed first, so that a leaf can be opened without showing it.
create function commitment_to(salt bytea, content text) returns bytea language sql immutable strict parallel safe as $$
  select sha256(convert_to(E'comity-act/v1\n', 'UTF8') || salt || sha256(convert_to(content, 'UTF8')))
$$;

-- Commits to one act, in the transaction of whoever acts. Granted to nobody: triggers call it.
create function commit_to(of_record text, of_kind text, at_place text, content text) returns void language plpgsql security definer as $$
declare
  its bytea;
  number bigint;
begin
  select key into its from record_key where record = of_record;
  if not found then
    insert into record_key (record, key) values (of_record, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) on conflict do nothing;
    select key into its from record_key where record = of_record;
  end if;
  if its is null then
    raise exception 'the record was destroyed' using errcode = 'restrict_violation', constraint = 'record_destroyed';
  end if;
  number := nextval(pg_get_serial_sequence('logged_act', 'act_number'));
  insert into logged_act (act_number, record, kind, place, commitment) overriding system value
    values (number, of_record, of_kind, at_place, commitment_to(salt_of(its, number), content));
end $$;

-- The content of one act of a table: the named columns as JSON, in the one form that PostgreSQL writes. A column that is added later is no part of it.
create function act_content(act text, said jsonb, names text[]) returns text language sql immutable as $$
  select (jsonb_build_object('act', act) || (select jsonb_object_agg(name, said -> name) from unnest(names) as name))::text
$$;

-- For tables whose rows come one at a time. Arguments: kind of act; kind of record; its column, or '' for one record of all; the place's column; the other columns.
create function commit_row() returns trigger language plpgsql security definer as $$
declare
  said constant jsonb := to_jsonb(new);
  its_record text := tg_argv[1];
begin
  if tg_argv[2] <> '' and said ->> tg_argv[2] is not null then its_record := its_record || ':' || (said ->> tg_argv[2]); end if;
  perform commit_to(its_record, tg_argv[0], said ->> tg_argv[3], act_content(tg_argv[0], said, tg_argv[4:]));
  return null;
end $$;

-- What is committed to of an event: lines, because this is made for each event there is. What could hold a line break stands in JSON's quotes.
create function event_content(event case_event) returns text language sql stable as $$
  select concat_ws(E'\n', 'comity-event/1', event.case_id, event.sequence, event.kind, to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_json(event.recorded_by), event.command_id, coalesce(encode(event.command_digest, 'hex'), '-'), coalesce(encode(event.decision, 'hex'), '-'), event.body)
$$;

-- Once for each statement: each event by itself; more than 256 at once (an import) as one act, over the digests of all in order.
create function commit_events() returns trigger language plpgsql security definer as $$
declare
  number integer;
  event case_event;
begin
  select count(*) into number from added;
  if number > 256 then
    perform commit_to('import', 'case-events', to_char(min(one.recorded_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS'), concat_ws(E'\n', 'comity-events/1', number,
      encode(sha256(string_agg(sha256(convert_to(event_content(one), 'UTF8')), ''::bytea order by one.case_id, one.sequence)), 'hex'))) from added as one;
    return null;
  end if;
  for event in select * from added order by case_id, sequence loop
    perform commit_to('case:' || event.case_id, 'case-event', event.sequence::text, event_content(event));
  end loop;
  return null;
end $$;

create trigger commit_events after insert on case_event referencing new table as added for each statement execute function commit_events();

create trigger commit_row after insert on outbound_withdrawal for each row execute function commit_row('withdrawal-sent', 'case', 'case_id', 'request_id', 'case_id', 'request_id', 'left_at');
create trigger commit_row after insert on law_update for each row execute function commit_row('law-proposed', 'law', '', 'update_id', 'update_id', 'proposed_at', 'proposed_by', 'digest');
create trigger commit_row after insert on law_approval for each row execute function commit_row('law-approved', 'law', '', 'update_id', 'revision', 'update_id', 'digest', 'approved_by');
create trigger commit_row after insert on approval_proposal for each row execute function commit_row('proposed', 'case', 'case_id', 'proposal_id', 'proposal_id', 'subject', 'case_id', 'case_version', 'command_id', 'kind', 'proposer', 'digest');
create trigger commit_row after insert on approval_end for each row execute function commit_row('approval-ended', 'approval', 'proposal_id', 'proposal_id', 'proposal_id', 'digest', 'outcome', 'handle', 'ended_at', 'means', 'evidence', 'reason');
create trigger commit_row after insert on country_entry for each row execute function commit_row('country-entry', 'country', 'country', 'entry_id', 'entry_id', 'country', 'kind', 'consulate', 'topic', 'document', 'says', 'owner', 'source', 'checked_on', 'review_by', 'withdrawn');
create trigger commit_row after insert on evidence_pack for each row execute function commit_row('evidence-kept', 'country', 'country', 'digest', 'digest', 'country', 'kept_at');
create trigger commit_row after insert on engagement_event for each row execute function commit_row('engagement', 'country', 'country', 'measure_id', 'measure_id', 'sequence', 'country', 'kind', 'happened_on', 'body', 'evidence', 'recorded_at', 'recorded_by');
create trigger commit_row after insert on commitment for each row execute function commit_row('commitment', 'commitments', '', 'commitment_id', 'commitment_id', 'replaces', 'kind', 'what_en', 'what_fr', 'number', 'unit', 'from_on', 'until_on', 'announced_by', 'announced_on', 'source');
create trigger commit_row after insert on travel_document for each row execute function commit_row('document-made', 'documents', '', 'document_number', 'document_number', 'certificate_digest', 'seal', 'page_digest', 'made_at');
create trigger commit_row after insert on broken_glass for each row execute function commit_row('glass-broken', 'case', 'case_id', 'glass_id', 'glass_id', 'handle', 'case_id', 'reason', 'words', 'broken_at');
create trigger commit_row after insert on broken_glass_review for each row execute function commit_row('glass-reviewed', 'oversight', '', 'glass_id', 'glass_id', 'handle', 'verdict', 'words', 'reviewed_at');
create trigger commit_row after insert on export_made for each row execute function commit_row('export-made', 'oversight', '', 'export_id', 'export_id', 'handle', 'kind', 'format', 'purpose', 'choice', 'lines', 'cut', 'digest');

-- The next batch: tiles, leaves, checkpoint, and the places of the acts in it. The caller holds the log's lock and worked out the tree; here
-- nothing that was there is changed, and each act's commitment is the leaf that it is said to be.
create function grow_log(expected_size bigint, tiles jsonb, bundles jsonb, acts jsonb, root text, note text) returns text language plpgsql security definer as $$
declare
  current constant bigint := coalesce((select max(size) from log_checkpoint), 0);
  grown constant bigint := expected_size + 256 * jsonb_array_length(bundles);
begin
  if exists (select 1 from log_halt) then return 'halted'; end if;
  if current <> expected_size then return 'stale-size'; end if;
  insert into log_bundle (tile_index, entries) select current / 256 + place - 1, decode(one #>> '{}', 'base64') from jsonb_array_elements(bundles) with ordinality as list (one, place);
  insert into log_tile (level, tile_index, hashes) select (one ->> 'level')::smallint, (one ->> 'index')::bigint, decode(one ->> 'hashes', 'base64') from jsonb_array_elements(tiles) as one
    on conflict (level, tile_index) do update set hashes = excluded.hashes;
  update logged_act as act set leaf_index = (one ->> 'leaf')::bigint from jsonb_array_elements(acts) as one where act.act_number = (one ->> 'act')::bigint;
  if exists (
    select 1 from jsonb_array_elements(acts) as one left join logged_act as act on act.act_number = (one ->> 'act')::bigint
      left join log_bundle as bundle on bundle.tile_index = (one ->> 'leaf')::bigint / 256
    where act.leaf_index is distinct from (one ->> 'leaf')::bigint or (one ->> 'leaf')::bigint not between current and grown - 1
      or substring(bundle.entries from ((one ->> 'leaf')::bigint % 256 * 34 + 3)::integer for 32) is distinct from act.commitment
  ) then
    raise exception 'an act is the leaf that it is said to be' using errcode = 'check_violation', constraint = 'act_is_leaf';
  end if;
  insert into log_checkpoint (size, root, note) values (grown, decode(root, 'base64'), note);
  return 'grown';
end $$;

-- A cosignature of a checkpoint of ours that the program verified.
create function keep_cosignature(size bigint, witness text, line text, seen_at timestamptz) returns boolean language plpgsql security definer as $$
begin
  insert into log_cosignature (size, witness, line, seen_at) values (size, witness, line, seen_at) on conflict do nothing;
  return found;
end $$;

-- That enough witnesses cosigned a checkpoint under the policy that holds now. Not without a cosignature, and not from the future.
create function keep_witnessed_size(size bigint, witnessed_at timestamptz) returns boolean language plpgsql security definer as $$
begin
  if witnessed_at > clock_timestamp() + interval '5 minutes' or not exists (select 1 from log_cosignature as one where one.size = keep_witnessed_size.size and one.seen_at >= keep_witnessed_size.witnessed_at) then
    raise exception 'no such cosignature' using errcode = 'check_violation', constraint = 'cosigned';
  end if;
  insert into log_witnessed (size, revision, witnessed_at) select keep_witnessed_size.size, max(revision), keep_witnessed_size.witnessed_at from log_policy on conflict do nothing;
  return found;
end $$;

create function halt_log(code text, facts jsonb) returns void language plpgsql security definer as $$
begin
  insert into log_halt (code, facts) values (code, facts);
end $$;

-- Whether the log is witnessed freshly enough for what asks. Null: this node has no policy and stands alone.
create function log_stopped(asks text) returns text language plpgsql stable security definer as $$
declare
  policy log_policy;
  last timestamptz;
begin
  if exists (select 1 from log_halt) then return 'log-halted'; end if;
  select * into policy from log_policy order by revision desc limit 1;
  if not found then return null; end if;
  select max(witnessed_at) into last from log_witnessed where revision = policy.revision;
  -- A new policy has its time to be fulfilled.
  if greatest(last, policy.set_at) > clock_timestamp() - (case asks when 'disclosure' then policy.disclosures_stop_after else policy.outbound_stops_after end) then return null; end if;
  return 'log-unwitnessed';
end $$;

-- What leaves for a home state does not leave when nobody witnesses. Made-up cases send nothing to anybody.
create function leave_witnessed() returns trigger language plpgsql as $$
declare
  stopped constant text := log_stopped('outbound');
begin
  if stopped is not null and not exists (select 1 from case_file as file where file.case_id = new.case_id and file.fictional) then
    raise exception 'nothing leaves: %', stopped using errcode = 'check_violation', constraint = replace(stopped, '-', '_');
  end if;
  return null;
end $$;
create trigger leave_witnessed after insert on outbound_message for each row execute function leave_witnessed();
create trigger leave_witnessed after insert on outbound_correction for each row execute function leave_witnessed();
create trigger leave_witnessed after insert on outbound_withdrawal for each row execute function leave_witnessed();

-- Witnessing another log: the caller read and locked what was seen last, checked proof and signatures; here the step is kept, or the evidence.
create function keep_seen(of_origin text, old_size bigint, new_size bigint, new_root text, note text) returns boolean language plpgsql security definer as $$
begin
  update witnessed_log set size = new_size, root = decode(new_root, 'base64') where origin = of_origin and size = old_size and ended_at is null;
  if not found then return false; end if;
  insert into witnessed_checkpoint (origin, size, root, note) values (of_origin, new_size, decode(new_root, 'base64'), note);
  return true;
end $$;

create function keep_evidence(of_origin text, code text, seen_note text, other_note text, proof text) returns boolean language plpgsql security definer as $$
begin
  -- Once: whoever asks again and again fills nothing. The caller holds the lock of the log.
  insert into witness_evidence (origin, code, seen_note, other_note, proof)
    select of_origin, keep_evidence.code, keep_evidence.seen_note, keep_evidence.other_note, keep_evidence.proof
    where not exists (select 1 from witness_evidence as kept where kept.origin = of_origin and kept.other_note = keep_evidence.other_note);
  return found;
end $$;

-- What opens an act: its record's key gives the salt. For oversight, and for whoever answers for a disclosure.
create function open_act(act_number bigint) returns table (record text, kind text, place text, salt bytea, commitment bytea, leaf_index bigint) language sql stable security definer as $$
  select act.record, act.kind, act.place, salt_of(key.key, act.act_number), act.commitment, act.leaf_index
    from logged_act as act join record_key as key using (record) where act.act_number = open_act.act_number
$$;

do $$
declare
  name text;
begin
  foreach name in array array['keep_record_key', 'keep_act', 'keep_tile', 'keep_witnessed', 'commit_to', 'commit_row', 'commit_events',
    'grow_log', 'keep_cosignature', 'keep_witnessed_size', 'halt_log', 'log_stopped', 'leave_witnessed', 'keep_seen', 'keep_evidence', 'open_act'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
  -- Made for every event, so that PostgreSQL puts them into the statement that asks; what they name is PostgreSQL's own.
  foreach name in array array['salt_of', 'commitment_to', 'act_content', 'event_content'] loop
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
  -- The text of a row is the same whatever the caller's session says. That of an event needs none of it.
  alter function commit_row set timezone = 'UTC';
  alter function commit_row set datestyle = 'ISO';
  alter function commit_row set bytea_output = 'hex';
  alter function commit_row set extra_float_digits = 1;
  foreach name in array array['commit_to', 'commit_events', 'grow_log'] loop
    execute format('alter function %I set enable_seqscan = off', name);
  end loop;
end $$;

-- record_key is read by nobody: the functions of its owner read it.
grant select on logged_act, log_tile, log_bundle, log_checkpoint, log_cosignature, log_policy, log_witnessed, log_halt, witnessed_log, witnessed_checkpoint, witness_evidence to comity_application, comity_auditor;
grant execute on function grow_log, keep_cosignature, keep_witnessed_size, halt_log, log_stopped, keep_seen, keep_evidence to comity_application;
grant execute on function log_stopped to comity_outbound, comity_auditor;
grant execute on function open_act, event_content, act_content to comity_auditor;
grant insert (policy, disclosures_stop_after, outbound_stops_after, set_by) on log_policy to comity_application;
grant insert (origin, keys, root, added_by) on witnessed_log to comity_application;
grant update (ended_at) on witnessed_log to comity_application;
