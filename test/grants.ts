import { sql } from 'kysely'
import type { Database } from '../src/store/tables.ts'

/** Everything that a role that serves requests, or everybody, may do in this database, one right a line; and what is left open. `owner` sees all. */
export async function grantsOf(owner: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    with holder as (select oid, rolname as name from pg_roles where rolname like 'comity\_%' and rolname <> 'comity_owner' union all select 0, 'public'),
    ours as (select oid, nspname from pg_namespace where nspname in ('public', 'statutory'))
    select holder.name || ': ' || lower(privilege_type) || ' on ' || thing as line from holder join (
      select grantee, privilege_type, relname as thing from pg_class join ours on ours.oid = relnamespace, aclexplode(relacl)
      union all select grantee, privilege_type, relname || '.' || attname from pg_attribute join pg_class on pg_class.oid = attrelid join ours on ours.oid = relnamespace, aclexplode(attacl)
      union all select grantee, privilege_type, proname || '()' from pg_proc join ours on ours.oid = pronamespace, aclexplode(coalesce(proacl, acldefault('f', proowner)))
      union all select grantee, privilege_type, 'schema ' || ours.nspname from ours join pg_namespace using (oid), aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
      union all select grantee, privilege_type, 'the database' from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) where datname = current_database()
      union all select defaclrole, 'default', 'whatever is made next' from pg_default_acl
    ) as granted on granted.grantee = holder.oid
    union all select rolname || ': is ' || what from pg_roles, unnest(array[
      case when rolsuper then 'superuser' end, case when rolcreaterole then 'maker of roles' end, case when rolcreatedb then 'maker of databases' end,
      case when rolreplication then 'replicator' end, case when rolbypassrls then 'above row security' end]) as what
      where rolname like 'comity\_%' and rolname <> 'comity_owner' and what is not null
    union all select member.rolname || ': belongs to ' || role.rolname from pg_auth_members join pg_roles as member on member.oid = member join pg_roles as role on role.oid = roleid
      where member.rolname like 'comity\_%' and member.rolname <> 'comity_owner'
    union all select role.rolname || ': owns something' from pg_shdepend join pg_roles as role on role.oid = refobjid
      where deptype = 'o' and refclassid = 'pg_authid'::regclass and role.rolname like 'comity\_%' and role.rolname <> 'comity_owner' and dbid = (select oid from pg_database where datname = current_database())
    union all select relname || ': lets a condition see other rows' from pg_class join ours on ours.oid = relnamespace where relkind = 'v' and not coalesce(reloptions @> array['security_barrier=true'], false)
    union all select proname || ': looks for names where its caller says' from pg_proc join ours on ours.oid = pronamespace
      where (prosecdef or prorettype = 'trigger'::regtype or proname = 'add_events') and not coalesce(proconfig @> array['search_path=pg_catalog, public, pg_temp'], false)
    order by 1`.execute(owner)
  return rows.map(({ line }) => line)
}

const readByPeople = ['case_file', 'case_event', 'gate_decision', 'outbound_message', 'outbound_correction', 'outbound_withdrawal', 'law_update', 'law_approval', 'permitted_identity', 'permitted_nationality', 'permitted_request', 'permitted_withdrawal']
const readByBoth = ['account', 'account_role', 'provider_identity', 'passkey', ...['session_id', 'account_id', 'began_at', 'seen_at', 'ends_at', 'recognised', 'recognised_at', 'browser', 'revoked_at', 'revoked_by'].map((column) => `session.${column}`),
  ...['token_id', 'account_id', 'name', 'made_at', 'made_by', 'ends_at', 'seen_at', 'revoked_at', 'revoked_by'].map((column) => `api_token.${column}`)]
const glass = ['broken_glass', 'broken_glass_review']
const countryKnowledge = ['country_entry', 'evidence_pack', 'engagement_event', 'commitment']
const issued = ['travel_document_number', 'travel_document']
const columns = (table: string, ...names: readonly string[]) => names.map((name) => `${table}.${name}`)
const rights = (role: string, right: string, things: readonly string[]) => things.map((thing) => `comity_${role}: ${right} on ${thing}`)

/** What they may do, and nothing beyond it. */
export const lawfulGrants: readonly string[] = [
  ...rights('application', 'select', [...readByPeople, ...readByBoth, 'measurement', 'figure']),
  ...rights('application', 'insert', ['measurement', 'figure']),
  ...rights('application', 'delete', ['measurement', 'figure']),
  ...rights('application', 'execute', ['append_events()', 'lock_cases()', 'open_cases()', 'refresh_standing()', 'propose_law_update()', 'approve_law_update()', 'record_statutory_person()', 'gated_step()']),
  ...rights('application', 'insert', [
    ...columns('account', 'account_id', 'handle', 'display_name', 'language', 'made_by'), ...columns('account_role', 'account_id', 'role', 'given_by'),
    ...columns('provider_identity', 'issuer', 'subject', 'account_id', 'added_by'), ...columns('passkey', 'credential_id', 'account_id', 'public_key', 'counter', 'transports', 'backed_up', 'name'),
    ...columns('session', 'session_id', 'account_id', 'token_digest', 'recognised', 'browser'), ...columns('invitation', 'token_digest', 'account_id', 'made_by', 'ends_at'),
    ...columns('pending_sign_in', 'state_digest', 'kind', 'browser_digest', 'session_id', 'account_id', 'invitation', 'nonce', 'verifier', 'language', 'return_to', 'proposal_id', 'approval_digest', 'change_id'),
    ...columns('access_log', 'account_id', 'handle', 'session_id', 'action', 'case_id', 'purpose', 'about', 'token_id'),
    ...columns('api_token', 'token_id', 'account_id', 'token_digest', 'name', 'made_by', 'ends_at'),
  ]),
  ...rights('application', 'update', [
    ...columns('account', 'display_name', 'language', 'disabled_at', 'disabled_by'), ...columns('account_role', 'taken_at', 'taken_by'),
    ...columns('passkey', 'counter', 'backed_up', 'name', 'used_at', 'revoked_at', 'revoked_by'), ...columns('session', 'recognised', 'recognised_at', 'revoked_at', 'revoked_by'),
    ...columns('api_token', 'revoked_at', 'revoked_by'),
  ]),
  ...rights('application', 'select', countryKnowledge), ...rights('auditor', 'select', countryKnowledge),
  ...rights('application', 'insert', [
    ...columns('country_entry', 'entry_id', 'country', 'kind', 'consulate', 'topic', 'document', 'says', 'language', 'owner', 'source', 'checked_on', 'review_by', 'withdrawn', 'recorded_by'), ...columns('evidence_pack', 'digest', 'country', 'content'),
    ...columns('engagement_event', 'measure_id', 'sequence', 'country', 'kind', 'happened_on', 'body', 'evidence', 'recorded_by'),
    ...columns('commitment', 'commitment_id', 'replaces', 'kind', 'what_en', 'what_fr', 'number', 'unit', 'from_on', 'until_on', 'announced_by', 'announced_on', 'source', 'series', 'withdrawn', 'recorded_by', 'replaces_known', 'change', 'changed_on', 'change_source'),
  ]),
  ...['select', 'insert'].flatMap((right) => rights('application', right, ['standings_refreshed'])), ...rights('auditor', 'select', ['standings_refreshed']),
  ...['select', 'insert', 'update'].flatMap((right) => rights('application', right, ['packaged_figures'])), ...rights('auditor', 'select', ['packaged_figures']),
  ...rights('application', 'delete', ['provider_identity']),
  ...rights('application', 'execute', ['account_of_ended_session()']),
  // Drafts of forms: read by the account that typed them, through functions that ask for it.
  ...['select', 'delete'].flatMap((right) => rights('application', right, ['draft', 'draft_file'])),
  ...rights('application', 'insert', [...columns('draft', 'draft_id', 'account_id', 'case_id', 'kind', 'command_id', 'made_id', 'seen_version', 'answers'), ...columns('draft_file', 'draft_id', 'ordinal', 'name', 'bytes')]),
  ...rights('application', 'update', columns('draft', 'answers', 'outcome', 'changed_at')),
  ...rights('application', 'execute', ['use_session()', 'read_invitation()', 'use_invitation()', 'take_pending()', 'count_attempt()', 'remove_old_attempts()', 'use_api_token()']),
  ...rights('application', 'select', [...glass, 'saved_view', ...columns('migration', 'name', 'ran_at')]),
  ...['application', 'auditor'].flatMap((role) => rights(role, 'select', ['approval_proposal', 'approval_end'])),
  ...rights('application', 'execute', ['propose_approval()', 'propose_merge()', 'agree_approval()', 'end_approval()']),
  ...rights('application', 'execute', ['break_glass()', 'review_broken_glass()', 'glass_limits()']),
  // Changes of accounts that an administrator confirms in person: written by these functions alone.
  ...['application', 'auditor'].flatMap((role) => rights(role, 'select', ['account_change'])),
  ...rights('application', 'execute', ['ask_account_change()', 'recognise_account_change()', 'use_account_change()']),
  ...rights('application', 'delete', ['saved_view']),
  ...rights('application', 'insert', [
    ...columns('saved_view', 'view_id', 'account_id', 'name', 'choice'), ...columns('export_made', 'export_id', 'account_id', 'handle', 'kind', 'format', 'purpose', 'choice', 'lines', 'cut', 'digest'),
    ...columns('integrity_check', 'check_id', 'account_id', 'handle', 'began_at', 'faults'),
  ]),
  ...rights('auditor', 'select', [...glass, 'export_made', 'integrity_check', ...columns('migration', 'name', 'ran_at')]),
  ...rights('application', 'select', issued),
  ...rights('application', 'execute', ['take_travel_document_number()', 'keep_travel_document()']),
  ...rights('auditor', 'select', issued),
  ...rights('gates', 'execute', ['record_decision()']),
  ...rights('outbound', 'select', ['case_file.case_id', 'case_file.version', 'outbound_message', 'outbound_correction', 'outbound_withdrawal', 'permitted_identity', 'permitted_nationality', 'permitted_request', 'permitted_withdrawal']),
  ...rights('outbound', 'execute', ['send_outbound()', 'send_correction()', 'send_withdrawal()']),
  ...rights('auditor', 'select', [...readByPeople, ...readByBoth, 'access_log', ...columns('invitation', 'account_id', 'made_at', 'made_by', 'ends_at', 'used_at'), 'measurement', 'figure']),
  ...rights('auditor', 'execute', ['gated_step()']),
  // The log: what was committed to is read by who serves and by oversight; keys of records by nobody.
  ...['application', 'auditor'].flatMap((role) => rights(role, 'select', ['logged_act', 'log_tile', 'log_bundle', 'log_checkpoint', 'log_cosignature', 'log_policy', 'log_witnessed', 'log_halt', 'witnessed_log', 'witnessed_checkpoint', 'witness_evidence'])),
  ...rights('application', 'execute', ['grow_log()', 'keep_cosignature()', 'keep_witnessed_size()', 'halt_log()', 'log_stopped()', 'keep_seen()', 'keep_evidence()']),
  ...rights('application', 'insert', [...columns('log_policy', 'policy', 'disclosures_stop_after', 'outbound_stops_after', 'set_by'), ...columns('witnessed_log', 'origin', 'keys', 'root', 'added_by')]),
  ...rights('application', 'update', columns('witnessed_log', 'ended_at')),
  ...rights('outbound', 'execute', ['log_stopped()']),
  ...rights('auditor', 'execute', ['log_stopped()', 'open_act()', 'event_content()', 'act_content()']),
  ...rights('report', 'select', ['person', 'removal', 'monthly_breakdown', 'order_event']),
  ...['application', 'gates', 'outbound', 'auditor'].flatMap((role) => rights(role, 'usage', ['schema public'])),
  ...rights('report', 'usage', ['schema statutory']),
  'public: connect on the database',
].sort()
