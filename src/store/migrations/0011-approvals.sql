-- What takes two people: what the first proposed, to the byte, and how it ended. Why it is built like this: docs/rooms/work.md and
-- docs/decisions/0014. Both tables are evidence and only grow; the role that serves requests writes them by three functions and no other
-- way. Whether a proposal waits, or died because its case moved on, because the law was
-- changed or because it is a week old, is computed and not kept.

create table approval_proposal (
  proposal_id uuid primary key,
  subject text not null check (subject in ('command', 'travel-document', 'law-update')),
  -- Not a key: fictional cases can be removed, and what was proposed stays.
  case_id uuid,
  case_version integer check (case_version >= 0),
  -- Of the command that is run once it is agreed to, or of the act: the same again is the same proposal.
  command_id uuid not null unique,
  -- The kind of command; for lists, which show no more.
  kind text not null check (kind ~ '^[a-z-]{1,60}$'),
  -- Whether what was shown tells of protection, health or criminality: it is then read by those who propose and approve, or with a purpose.
  protected boolean not null,
  -- Null where somebody without an account proposed, at the command line.
  proposed_by uuid references account,
  proposer text not null check (proposer <> ''),
  proposed_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  digest bytea not null,
  -- Canonical JSON: case, version, command, and the text that is shown, in both languages.
  content text not null,
  constraint digest_of_proposal check (digest = sha256(convert_to(content, 'UTF8'))),
  constraint of_a_case check ((subject = 'law-update') = (case_id is null) and (case_id is null) = (case_version is null)),
  constraint says_what_it_is check (jsonb_path_match(content::jsonb,
    '$.format == "comity-approval/1" && $.subject == $subject && $.commandId == $command && $.proposer == $proposer && $.shown.en.type() == "string" && $.shown.fr.type() == "string"',
    jsonb_build_object('subject', subject, 'command', command_id, 'proposer', proposer)) is true),
  constraint says_of_which_case check (case_id is null or jsonb_path_match(content::jsonb, '$.caseId == $case && $.version == $version',
    jsonb_build_object('case', case_id, 'version', case_version)) is true),
  unique (proposal_id, proposer, digest)
);
create index approval_proposal_of_case on approval_proposal (case_id, proposed_at) where case_id is not null;
create index approval_proposal_by_day on approval_proposal (proposed_at);
create index approval_proposal_of_account on approval_proposal (proposed_by, proposed_at);

create table approval_end (
  -- A proposal ends once.
  proposal_id uuid primary key,
  proposer text not null,
  digest bytea not null,
  outcome text not null check (outcome in ('agreed', 'rejected', 'withdrawn')),
  account_id uuid not null references account,
  -- As it was called then.
  handle text not null check (handle <> ''),
  ended_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  -- How the second person was recognised over the digest; by the provider is the weaker kind.
  means text check (means in ('passkey', 'provider', 'demonstration')),
  -- What shows it again later: of a passkey its public key, the signature, and what it is over.
  evidence jsonb check (jsonb_typeof(evidence) = 'object'),
  reason text check (reason in ('wrong', 'unproven', 'unlawful', 'unclear', 'other')),
  -- In the words of whoever rejected it.
  note text not null default '' check (length(note) <= 2000),
  foreign key (proposal_id, proposer, digest) references approval_proposal (proposal_id, proposer, digest),
  constraint two_people check ((outcome = 'withdrawn') = (lower(btrim(handle)) = lower(btrim(proposer)))),
  constraint as_it_ended check ((outcome = 'agreed') = (means is not null) and (means is null) = (evidence is null) and (outcome = 'rejected') = (reason is not null))
);

create trigger only_grows before update or delete or truncate on approval_proposal for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on approval_end for each statement execute function refuse_change();

-- Whoever goes to the provider to agree comes back to this proposal, as it was shown.
alter table pending_sign_in add column proposal_id uuid references approval_proposal, add column approval_digest bytea check (length(approval_digest) = 32);
alter table pending_sign_in add constraint of_a_proposal check ((proposal_id is null) = (approval_digest is null));

drop function take_pending;
create function take_pending(state_digest bytea, browser_digest bytea, kind text)
returns table (session_id uuid, account_id uuid, invitation bytea, nonce text, verifier text, language text, return_to text, proposal_id uuid, approval_digest bytea) language plpgsql security definer as $$
begin
  return query delete from pending_sign_in as one
    where one.state_digest = take_pending.state_digest and one.browser_digest = take_pending.browser_digest and one.kind = take_pending.kind and one.began_at > clock_timestamp() - interval '10 minutes'
    returning one.session_id, one.account_id, one.invitation, one.nonce, one.verifier, one.language, one.return_to, one.proposal_id, one.approval_digest;
end $$;

-- Keeps a proposal about the version that its case has now. The same command again gives the proposal that is there.
create function propose_approval(proposal_id uuid, subject text, case_id uuid, case_version integer, command_id uuid, kind text, protected boolean, account_id uuid, proposer text, content text)
returns table (outcome text, kept_id uuid, version integer) language plpgsql security definer as $$
declare
  earlier approval_proposal;
  current integer;
begin
  if account_id is not null and not exists (select 1 from account as one where one.account_id = propose_approval.account_id and one.handle = propose_approval.proposer and one.disabled_at is null) then
    raise exception 'an account proposes under its own name' using errcode = 'check_violation', constraint = 'own_name';
  end if;
  -- The lock that everybody takes who moves the case on: nothing moves between our look and our row.
  select file.version into current from case_file as file where file.case_id = propose_approval.case_id for update;
  select * into earlier from approval_proposal as one where one.command_id = propose_approval.command_id;
  if found then
    return query select case when earlier.proposer = propose_approval.proposer and earlier.content::jsonb -> 'act' = propose_approval.content::jsonb -> 'act' and earlier.case_id is not distinct from propose_approval.case_id
      then 'repeated' else 'command-repeated-differently' end, earlier.proposal_id, current;
    return;
  end if;
  if subject is distinct from 'law-update' and current is distinct from case_version then
    return query select 'stale-version', null::uuid, coalesce(current, 0);
    return;
  end if;
  insert into approval_proposal (proposal_id, subject, case_id, case_version, command_id, kind, protected, proposed_by, proposer, digest, content)
    values (proposal_id, subject, case_id, case_version, command_id, kind, protected, account_id, proposer, sha256(convert_to(content, 'UTF8')), content);
  return query select 'proposed', propose_approval.proposal_id, current;
end $$;

-- Why a proposal cannot end any more, or null. Takes the lock of the case, then that of the proposal.
create function proposal_is_over(of_proposal uuid) returns text language plpgsql as $$
declare
  given approval_proposal;
  current integer;
begin
  select * into given from approval_proposal as one where one.proposal_id = of_proposal;
  if not found then return 'no-proposal'; end if;
  select file.version into current from case_file as file where file.case_id = given.case_id for update;
  perform 1 from approval_proposal as one where one.proposal_id = of_proposal for update;
  if exists (select 1 from approval_end as one where one.proposal_id = of_proposal) then return 'ended'; end if;
  if given.case_id is not null and current is distinct from given.case_version then return 'moved-on'; end if;
  -- What a recording lets go of was said under the law of then.
  if given.case_id is not null and exists (select 1 from law_approval where approved_at > given.proposed_at) then return 'moved-on'; end if;
  if given.proposed_at < clock_timestamp() - interval '7 days' then return 'too-old'; end if;
  return null;
end $$;

-- Agrees to a proposal: another person than the one who proposed, over the very bytes that were shown, while the case stands where it stood.
-- A passkey's evidence says of itself that it is over this digest, and names a key of this account; the signature is verified by whoever calls,
-- and by anybody later.
create function agree_approval(proposal_id uuid, account_id uuid, seen text, means text, evidence jsonb) returns text language plpgsql security definer as $$
declare
  over constant text := proposal_is_over(proposal_id);
  given approval_proposal;
  person account;
  client jsonb;
begin
  if over is not null then return over; end if;
  select * into given from approval_proposal as one where one.proposal_id = agree_approval.proposal_id;
  select * into person from account as one where one.account_id = agree_approval.account_id and one.disabled_at is null;
  if not found then return 'not-recognised'; end if;
  if person.account_id is not distinct from given.proposed_by or person.handle = lower(btrim(given.proposer)) then return 'same-person'; end if;
  if encode(given.digest, 'hex') is distinct from seen then return 'seen-otherwise'; end if;
  if (means = 'demonstration' and not person.demonstration) or (means = 'provider' and person.demonstration) then return 'not-recognised'; end if;
  if means = 'passkey' then
    client := convert_from(decode(translate(evidence ->> 'clientDataJSON', '-_', '+/') || repeat('=', (4 - length(evidence ->> 'clientDataJSON') % 4) % 4), 'base64'), 'UTF8')::jsonb;
    if client ->> 'type' is distinct from 'webauthn.get' or client ->> 'challenge' is distinct from rtrim(translate(encode(given.digest, 'base64'), '+/', '-_'), '=') then return 'seen-otherwise'; end if;
    if coalesce(evidence ->> 'signature', '') = '' or coalesce(evidence ->> 'authenticatorData', '') = '' or not exists (select 1 from passkey as one where one.account_id = agree_approval.account_id and one.revoked_at is null
      and rtrim(translate(replace(encode(one.credential_id, 'base64'), E'\n', ''), '+/', '-_'), '=') = evidence ->> 'credentialId') then return 'not-recognised'; end if;
  end if;
  insert into approval_end (proposal_id, proposer, digest, outcome, account_id, handle, means, evidence)
    values (given.proposal_id, given.proposer, given.digest, 'agreed', person.account_id, person.handle, means, evidence);
  return 'agreed';
end $$;

-- Ends a proposal without agreement: whoever proposed withdraws it, anybody else rejects it with a reason.
create function end_approval(proposal_id uuid, account_id uuid, outcome text, reason text, note text) returns text language plpgsql security definer as $$
declare
  over constant text := proposal_is_over(proposal_id);
  given approval_proposal;
  person account;
begin
  if over is not null then return over; end if;
  if outcome is null or outcome not in ('rejected', 'withdrawn') then raise exception 'agreement has its own way' using errcode = 'insufficient_privilege'; end if;
  select * into given from approval_proposal as one where one.proposal_id = end_approval.proposal_id;
  select * into person from account as one where one.account_id = end_approval.account_id and one.disabled_at is null;
  if not found then return 'not-recognised'; end if;
  if (outcome = 'withdrawn') is distinct from (person.handle = lower(btrim(given.proposer))) then return case outcome when 'withdrawn' then 'not-proposer' else 'same-person' end; end if;
  insert into approval_end (proposal_id, proposer, digest, outcome, account_id, handle, reason, note)
    values (given.proposal_id, given.proposer, given.digest, outcome, person.account_id, person.handle, reason, coalesce(note, ''));
  return outcome;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['take_pending', 'propose_approval', 'proposal_is_over', 'agree_approval', 'end_approval'] loop
    execute format('alter function %I set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    execute (select format('revoke all on function %s from public', oid::regprocedure) from pg_proc where proname = name and pronamespace = current_schema()::regnamespace);
  end loop;
end $$;

grant select on approval_proposal, approval_end to comity_application, comity_auditor;
grant insert (proposal_id, approval_digest) on pending_sign_in to comity_application;
grant execute on function take_pending, propose_approval, agree_approval, end_approval to comity_application;
