// Reading what a role is not there for: the protected columns, by every door.
import { secret } from '../sample-case.ts'
import { allBut, attempts, trials, type Attempt } from './attack.ts'

const ofCases = allBut('application', 'auditor')
const ofStatutory = allBut('report')
const ofMessages = allBut('application', 'auditor', 'outbound')

export const reading: readonly Attempt[] = [
  ...attempts('read events', 'select * from case_event', ofCases),
  ...attempts('read what events say', 'select body from case_event limit 1', ofCases),
  ...attempts('count events', 'select count(*) from case_event', ofCases),
  ...attempts('read events as one text', 'select case_event::text from case_event', ofCases),
  ...attempts('read events as JSON', 'select to_jsonb(case_event) from case_event', ofCases),
  ...attempts('read events by a function of XML', `select query_to_xml('select body from case_event', true, true, '')`, ofCases),
  ...attempts('read a table by a function of XML', `select table_to_xml('case_event', true, true, '')`, ofCases),
  ...attempts('read events by a cursor', 'declare mine cursor for select body from case_event', ofCases),
  ...attempts('read events by a text search', `select * from ts_stat('select to_tsvector(body::text) from case_event')`, ofCases),
  ...attempts('read events by joining a view', 'select body from permitted_identity join case_event using (case_id)', ofCases),
  ...attempts('copy events out', 'copy case_event (body) to stdout', ofCases),
  ...attempts('plan a look at events', 'explain (analyze, verbose) select body from case_event', ofCases),
  ...attempts('lock events to wait for them', 'select 1 from case_event for update'),
  ...attempts('lock a case', 'select case_id from case_file for update'),
  ...attempts('lock a case a little', 'select case_id from case_file for key share'),
  ...attempts('lock events as a dump would', 'lock table case_event in access share mode', ofCases),
  ...attempts('lock decisions as a dump would', 'lock table gate_decision in access share mode', ofCases),
  ...attempts('read decisions', 'select bytes from gate_decision', ofCases),
  ...attempts('read how many decisions are open', `select count(*) from gate_decision where state = 'open'`, ofCases),
  ...attempts('read whose case it is', 'select family_name from case_file', ofCases),
  ...attempts('read the whole row of a case', 'select case_file from case_file', ofCases),
  ...attempts('read the stock of cases', 'select inventory from case_file', ofCases),
  ...attempts('read what is due', 'select due_for from case_file', ofCases),
  ...attempts('read the law’s proposals', 'select * from law_update', ofCases),
  ...attempts('read the law’s approvals', 'select effects from law_approval', ofCases),
  ...attempts('read measurements', 'select * from measurement', ofCases),
  ...attempts('read figures', 'select * from figure', ofCases),
  ...attempts('read messages', 'select content from outbound_message', ofMessages),
  ...attempts('read corrections', 'select content from outbound_correction', ofMessages),
  ...attempts('read identities', 'select * from permitted_identity', ofMessages),
  ...attempts('read nationalities', 'select * from permitted_nationality', ofMessages),
  ...attempts('read requests', 'select * from permitted_request', ofMessages),
  ...attempts('read withdrawals', 'select * from permitted_withdrawal', ofMessages),
  ...attempts('read statutory breakdowns', 'select * from statutory.person', ofStatutory),
  ...attempts('read criminal backgrounds alone', 'select criminal_background from statutory.person', ofStatutory),
  ...attempts('read removals', 'select * from statutory.removal', ofStatutory),
  ...attempts('read the monthly breakdown', 'select * from statutory.monthly_breakdown', ofStatutory),
  ...attempts('read statutory breakdowns by a function of XML', `select query_to_xml('select * from statutory.person', true, true, '')`, ofStatutory),
  ...attempts('list the statutory schema by a function of XML', `select schema_to_xml('statutory', true, true, '')`, ofStatutory),
  ...attempts('read which migrations ran', 'select * from migration'),
  ...trials('find the protected in the statistics of columns', () => [`select tablename, attname, most_common_vals::text, histogram_bounds::text from pg_stats where schemaname = 'statutory' or (tablename = 'case_event' and attname = 'body') or (tablename = 'gate_decision' and attname = 'bytes')`], (rows) => rows.length > 0, allBut('application', 'auditor', 'report')),
  ...trials('find statutory breakdowns in the statistics of columns', () => [`select * from pg_stats where schemaname = 'statutory'`], (rows) => rows.length > 0, ofStatutory),
  ...trials('find the protected in any statistics', () => [`select * from pg_stats`], (rows) => JSON.stringify(rows).includes(secret), allBut('application', 'auditor')),
  ...trials('find the protected in extended statistics', () => ['select * from pg_stats_ext', 'select * from pg_stats_ext_exprs'], (rows) => rows.length > 0, ofCases),
  ...trials('have a view’s barrier let another row through an error', () => [`select * from permitted_identity where (family_name || coalesce(given_names, ''))::text ~ '${secret}'`], (rows) => rows.length > 0, ['outbound']),
  ...trials('have an error name the destination of an event that a view leaves out', () => [`select 1 from permitted_request where case when destination = 'GH' then 1 else destination::integer end = 2`], (rows) => rows.length > 0, ['outbound'], []),
  ...trials('find the protected in what outbound may read', () => [
    `select to_jsonb(identity)::text || coalesce(to_jsonb(nationality)::text, '') || coalesce(to_jsonb(request)::text, '') as said
    from permitted_identity as identity left join permitted_nationality as nationality using (case_id) left join permitted_request as request using (case_id)`,
  ], (rows) => JSON.stringify(rows).includes(secret), ['outbound']),
  ...trials('see protected columns by an estimate', () => [`explain select * from permitted_identity where family_name = 'Sample'`], (rows) => JSON.stringify(rows).includes(secret), ['outbound']),
]
