// One wall of the database taken away at a time. `npm run prove:database` expects that each is noticed.

/** `undo`: for what belongs to the whole server and would stay when the database is dropped. */
export type Removal = { readonly what: string; readonly statements: readonly string[]; readonly undo?: string }

const removal = (what: string, ...statements: readonly string[]): Removal => ({ what, statements })
const constraint = (table: string, name: string) => removal(`${table}: without ${name}`, `alter table ${table} drop constraint ${name} cascade`)
const nullable = (table: string, column: string) => removal(`${table}.${column} may be missing`, `alter table ${table} alter column ${column} drop not null`)
const trigger = (table: string, name: string) => removal(`${table}: without the trigger ${name}`, `drop trigger ${name} on ${table}`)
const grant = (right: string) => removal(`too much: grant ${right}`, `grant ${right}`)
const member = (role: string, to: string): Removal => ({ what: `too much: ${to} may take on ${role}`, statements: [`grant ${role} to ${to}`], undo: `revoke ${role} from ${to}` })

/** A function in which one guard was replaced; it fails when the guard is not found, so that no removal is an empty one. */
function guard(name: string, what: string, guarded: string, instead: string): Removal {
  const quoted = (text: string) => `$text$${text}$text$`
  return removal(`${name}: ${what}`, `do $do$
    declare
      definition text := pg_get_functiondef(to_regproc('${name}'));
    begin
      if position(${quoted(guarded)} in definition) = 0 then raise exception 'the guard is not there'; end if;
      execute replace(definition, ${quoted(guarded)}, ${quoted(instead)});
    end $do$`)
}

export const removals: readonly Removal[] = [
  // Keys
  constraint('case_event', 'happened_by_decision'),
  constraint('case_event', 'sent_as_message'),
  constraint('case_event', 'case_event_pkey'),
  constraint('case_file', 'version_happened'),
  constraint('gate_decision', 'gate_decision_case_id_case_version_fkey'),
  constraint('outbound_message', 'sent_by_decision'),
  constraint('outbound_message', 'outbound_message_case_id_sequence_fkey'),
  constraint('outbound_message', 'sent_once'),
  constraint('outbound_withdrawal', 'of_sent_request'),
  constraint('law_approval', 'law_approval_update_id_proposed_by_digest_fkey'),
  constraint('law_approval', 'law_approval_previous_fkey'),
  constraint('law_approval', 'law_approval_update_id_key'),
  // Checks
  constraint('case_event', 'gated_by_decision'),
  removal('case_event: one more kind of event', `alter type event_kind add value 'Departed'`),
  constraint('case_event', 'opened_first'),
  constraint('case_event', 'case_event_recorded_by_check'),
  constraint('case_event', 'case_event_body_check'),
  constraint('case_file', 'due_day_and_reason'),
  constraint('case_file', 'case_file_inventory_check'),
  constraint('case_file', 'case_file_jurisdiction_check'),
  constraint('gate_decision', 'digest_of_bytes'),
  constraint('gate_decision', 'bytes_say_so'),
  constraint('gate_decision', 'gate_decision_destination_check'),
  constraint('gate_decision', 'gate_decision_law_digest_check'),
  constraint('gate_decision', 'gate_decision_law_revision_check'),
  constraint('gate_decision', 'gate_decision_step_check'),
  constraint('outbound_message', 'digest_of_content'),
  constraint('outbound_message', 'same_length'),
  constraint('outbound_message', 'closed_content'),
  constraint('law_update', 'digest_of_update'),
  constraint('law_approval', 'two_people'),
  constraint('statutory.person', 'person_criminal_background_check'),
  // NOT NULL: a missing value switches a foreign key off
  nullable('case_event', 'kind'),
  nullable('outbound_message', 'decision'),
  nullable('outbound_message', 'destination'),
  nullable('outbound_message', 'day'),
  // Triggers
  trigger('case_event', 'continue_case'),
  trigger('case_event', 'only_grows'),
  trigger('gate_decision', 'only_grows'),
  trigger('outbound_message', 'only_grows'),
  trigger('outbound_withdrawal', 'only_grows'),
  trigger('law_update', 'only_grows'),
  trigger('law_approval', 'only_grows'),
  trigger('outbound_message', 'fit_message'),
  trigger('outbound_withdrawal', 'fit_withdrawal'),
  trigger('case_file', 'keep_file'),
  trigger('case_file', 'stays'),
  trigger('access_log', 'only_grows'),
  trigger('account_role', 'keep_role'),
  trigger('passkey', 'keep_passkey'),
  trigger('session', 'keep_session'),
  // Grants
  grant('insert on case_event to comity_application'),
  grant('update on case_event to comity_application'),
  grant('update (version) on case_file to comity_application'),
  grant('insert on gate_decision to comity_application'),
  grant('insert on outbound_message to comity_outbound'),
  grant('truncate on case_event to comity_application'),
  grant('trigger on case_event to comity_application'),
  grant('select on case_event to comity_outbound'),
  grant('select on gate_decision to comity_outbound'),
  grant('select (family_name) on case_file to comity_outbound'),
  grant('select on case_event to comity_gates'),
  removal('too much: grant select on statutory.person to comity_application', 'grant usage on schema statutory to comity_application', 'grant select on statutory.person to comity_application'),
  removal('too much: grant select on statutory.person to comity_auditor', 'grant usage on schema statutory to comity_auditor', 'grant select on statutory.person to comity_auditor'),
  removal('too much: grant select on case_event to comity_report', 'grant usage on schema public to comity_report', 'grant select on case_event to comity_report'),
  grant('select on access_log to comity_application'),
  grant('update on access_log to comity_application'),
  grant('select on session to comity_auditor'),
  grant('select on pending_sign_in to comity_auditor'),
  grant('insert on account to comity_application'),
  grant('update (handle) on account to comity_application'),
  grant('execute on function record_decision to comity_application'),
  grant('execute on function send_outbound to comity_application'),
  grant('execute on function append_events to comity_outbound'),
  grant('execute on function add_events to public'),
  grant('execute on function load_fictional_cases to comity_application'),
  grant('execute on function remove_fictional_cases to comity_application'),
  grant('execute on function lock_cases to comity_outbound'),
  removal('too much: grant select on statutory.order_event to comity_auditor', 'grant usage on schema statutory to comity_auditor', 'grant select on statutory.order_event to comity_auditor'),
  removal('lock_cases looks for names where its caller says', 'alter function lock_cases reset search_path'),
  grant('create on schema public to public'),
  grant('execute on function pg_read_file(text) to comity_auditor'),
  grant('execute on function lo_create(oid) to public'),
  removal('too much: everybody may make temporary tables', `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`),
  removal('too much: comity_application owns the events', 'grant create on schema public to comity_application', 'alter table case_event owner to comity_application', 'revoke create on schema public from comity_application'),
  member('comity_gates', 'comity_application'),
  member('pg_read_all_data', 'comity_outbound'),
  member('pg_write_all_data', 'comity_gates'),
  member('pg_execute_server_program', 'comity_report'),
  member('pg_signal_backend', 'comity_auditor'),
  { what: 'too much: comity_application may make roles', statements: ['alter role comity_application createrole'], undo: 'alter role comity_application nocreaterole' },
  { what: 'too much: comity_outbound passes row security', statements: ['alter role comity_outbound bypassrls'], undo: 'alter role comity_outbound nobypassrls' },
  // Guards of functions
  guard('add_events', 'whatever version was expected', 'current is distinct from expected', 'false'),
  guard('add_events', 'a command that comes back is done again', 'if found then', 'if false then'),
  guard('add_events', 'a command with another content counts as the same', 'earlier.digest = command_content', 'true'),
  guard('add_events', 'a booking to any place', `head ->> 'kind' = 'booking-made' and`, 'false and'),
  guard('add_events', 'a decision of any age', `fitting.decided_at < clock_timestamp() - interval '1 hour'`, 'false'),
  guard('add_events', 'a decision of any law', 'fitting.law_revision <> (select coalesce(max(revision), 0) from law_approval)', 'false'),
  guard('add_events', 'a decision in any state is taken for open', `and state = 'open' and digest = decided`, 'and digest = decided'),
  guard('add_events', 'a decision about any day is taken', `and day = head ->> 'on' and state`, 'and state'),
  guard('add_events', 'a decision about any destination is taken', `and destination = head ->> 'destination'`, ''),
  guard('add_events', 'a decision about any step is taken', `and step = gated_step((head ->> 'kind')::event_kind) and`, 'and'),
  guard('add_events', 'commits that do not wait', `current_setting('synchronous_commit') in ('off', 'local')`, 'false'),
  guard('add_events', 'commands without an id', 'command is null', 'false'),
  guard('add_events', 'whoever opens a case may call it fictional', `head ->> 'jurisdiction', false, row.opened_on`, `head ->> 'jurisdiction', coalesce(row.fictional, false), row.opened_on`),
  guard('add_events', 'the moment of recording as it was said', `- 'decisionDigest' #- '{record,recordedAt}'`, `- 'decisionDigest'`),
  guard('append_events', 'requests that are sent without a message', `jsonb_path_exists(events, '$[*] ? (@.kind == "request-sent")')`, 'false'),
  guard('send_outbound', 'other events than requests', `event ->> 'kind' is distinct from 'request-sent'`, 'false'),
  guard('send_outbound', 'no content', 'or content is null', ''),
  guard('record_decision', 'decisions about any version', `current is distinct from (said ->> 'caseVersion')::integer`, 'false'),
  guard('refresh_standing', 'the standing of any version', 'and file.version = expected_version', ''),
  guard('approve_law_update', 'one person is enough', 'lower(btrim(given.proposed_by)) = lower(btrim(officer))', 'false'),
  guard('approve_law_update', 'whatever was seen', `encode(given.digest, 'hex') is distinct from seen`, 'false'),
  guard('record_statutory_person', 'a breakdown of nobody', 'not exists (select 1 from case_file as file where file.case_id = record_statutory_person.case_id)', 'false'),
  guard('gated_step', 'a departure is no gated step', `when kind operator(pg_catalog.=) 'departed' then 'departure'`, ''),
  guard('gated_step', 'asking whether a state would admit is no contact', `when kind operator(pg_catalog.=) 'destination-asked' then 'contact'`, ''),
  guard('continue_case', 'gaps', 'or run.number <> run.last - run.first + 1', ''),
  guard('continue_case', 'gaps before what is added', 'or run.first > 1 and earlier.goes_on is not true', ''),
  guard('continue_case', 'versions that tell of no event', 'case_file.version is distinct from run.last', 'case_file.version is null'),
  guard('continue_case', 'commands twice', 'repeats > 0', 'false'),
  guard('keep_file', 'versions that fall', 'or new.version < old.version', ''),
  guard('keep_file', 'cases that become fictional', 'or new.fictional <> old.fictional', ''),
  guard('fit_message', 'another name', `said ->> 'familyName' is distinct from nullif(recorded ->> 'familyName', '')`, 'false'),
  guard('fit_message', 'another photograph', `or said ->> 'photograph' is distinct from recorded ->> 'photograph'`, ''),
  guard('fit_message', 'other documents', `or (recorded -> 'identityDocuments' @> (said -> 'identityDocuments')) is not true`, ''),
  guard('fit_message', 'requests that nobody drafted', `and request.document_type = said ->> 'document'`, ''),
  removal('append_events looks for names where its caller says', 'alter function append_events reset search_path'),
  removal('send_outbound runs with its caller’s rights', 'alter function send_outbound security invoker'),
  removal('permitted_request without its barrier', 'alter view permitted_request set (security_barrier = false)'),
  removal('permitted_identity shows what events say', 'create or replace view permitted_identity as select case_id, sequence, body::text as family_name, null::text as given_names, null::text as born_on, null::text as born_in, null::text as born_in_country, null::text as sex, null::text as photograph, null::jsonb as identity_documents from case_event'),
]
