-- Bringing two records of one person together, or apart again, takes two people where it lets go of something. What is proposed is then
-- about two cases, and dies when either of them moves on. Why it is built like this: docs/rooms/work.md.

alter table approval_proposal
  -- The record that is brought into the case; no key, like the case itself.
  add column other_case_id uuid,
  add column other_case_version integer check (other_case_version >= 0),
  drop constraint approval_proposal_subject_check,
  add constraint known_subject check (subject in ('command', 'travel-document', 'law-update', 'merge')),
  add constraint of_two_cases check ((subject = 'merge') = (other_case_id is not null) and (other_case_id is null) = (other_case_version is null)),
  add constraint two_cases_are_two check (other_case_id <> case_id),
  -- What is signed names both cases, their versions, and the act as one about these very two; of one case it names no other.
  add constraint says_of_which_other check (case when other_case_id is null then not (content::jsonb ? 'other')
    else jsonb_path_match(content::jsonb, '$.other.caseId == $other && $.other.version == $version && $.act.stays == $case && $.act.duplicate == $other',
      jsonb_build_object('case', case_id, 'other', other_case_id, 'version', other_case_version)) is true end);
create index approval_proposal_of_other_case on approval_proposal (other_case_id, proposed_at) where other_case_id is not null;

-- Keeps a proposal about the versions that both cases have now. Only somebody with an account proposes one: the command line records alone.
create function propose_merge(proposal_id uuid, case_id uuid, case_version integer, other_case_id uuid, other_case_version integer, command_id uuid, kind text, account_id uuid, proposer text, content text)
returns table (outcome text, kept_id uuid, version integer, other_version integer) language plpgsql security definer as $$
declare
  earlier approval_proposal;
  current integer;
  other integer;
begin
  if not exists (select 1 from account as one where one.account_id = propose_merge.account_id and one.handle = propose_merge.proposer and one.disabled_at is null) then
    raise exception 'an account proposes under its own name' using errcode = 'check_violation', constraint = 'own_name';
  end if;
  -- Both, in the order of ids, as lock_cases has it: who crosses waits, and never in a ring.
  perform 1 from case_file as file where file.case_id in (propose_merge.case_id, propose_merge.other_case_id) order by file.case_id for update;
  select file.version into current from case_file as file where file.case_id = propose_merge.case_id;
  select file.version into other from case_file as file where file.case_id = propose_merge.other_case_id;
  select * into earlier from approval_proposal as one where one.command_id = propose_merge.command_id;
  if found then
    return query select case when earlier.proposer = propose_merge.proposer and earlier.content::jsonb -> 'act' = propose_merge.content::jsonb -> 'act' and earlier.case_id = propose_merge.case_id and earlier.other_case_id is not distinct from propose_merge.other_case_id
      then 'repeated' else 'command-repeated-differently' end, earlier.proposal_id, current, other;
    return;
  end if;
  if current is distinct from case_version or other is distinct from other_case_version then
    return query select 'stale-version', null::uuid, coalesce(current, 0), coalesce(other, 0);
    return;
  end if;
  insert into approval_proposal (proposal_id, subject, case_id, case_version, other_case_id, other_case_version, command_id, kind, protected, proposed_by, proposer, digest, content)
    values (proposal_id, 'merge', case_id, case_version, other_case_id, other_case_version, command_id, kind, true, account_id, proposer, sha256(convert_to(content, 'UTF8')), content);
  return query select 'proposed', propose_merge.proposal_id, current, other;
end $$;

-- Why a proposal cannot end any more, or null. Takes the locks of its cases, then that of the proposal.
create or replace function proposal_is_over(of_proposal uuid) returns text language plpgsql as $$
declare
  given approval_proposal;
  current integer;
  other integer;
begin
  select * into given from approval_proposal as one where one.proposal_id = of_proposal;
  if not found then return 'no-proposal'; end if;
  perform 1 from case_file as file where file.case_id in (given.case_id, given.other_case_id) order by file.case_id for update;
  select file.version into current from case_file as file where file.case_id = given.case_id;
  select file.version into other from case_file as file where file.case_id = given.other_case_id;
  perform 1 from approval_proposal as one where one.proposal_id = of_proposal for update;
  if exists (select 1 from approval_end as one where one.proposal_id = of_proposal) then return 'ended'; end if;
  if given.case_id is not null and current is distinct from given.case_version then return 'moved-on'; end if;
  if given.other_case_id is not null and other is distinct from given.other_case_version then return 'moved-on'; end if;
  -- What a recording lets go of was said under the law of then.
  if given.case_id is not null and exists (select 1 from law_approval where approved_at > given.proposed_at) then return 'moved-on'; end if;
  if given.proposed_at < clock_timestamp() - interval '7 days' then return 'too-old'; end if;
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['propose_merge', 'proposal_is_over'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant execute on function propose_merge to comity_application;
