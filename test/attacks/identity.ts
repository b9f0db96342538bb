// Becoming somebody else, or getting more rights.
import { servingRoles } from '../../src/store/roles.ts'
import { allBut, attempts, everyRole, forbidden, trials, type Attempt } from './attack.ts'
import { everyServingRole } from '../../src/store/roles.ts'

export const identity: readonly Attempt[] = [
  ...everyServingRole.flatMap((other) => [
    ...attempts(`take on ${servingRoles[other]}`, `set role ${servingRoles[other]}`, allBut(other)),
    ...attempts(`take on ${servingRoles[other]} by its setting`, `select set_config('role', '${servingRoles[other]}', true)`, allBut(other)),
    ...attempts(`sign in anew as ${servingRoles[other]}`, `set session authorization ${servingRoles[other]}`, allBut(other)),
    ...attempts(`make oneself a member of ${servingRoles[other]}`, `grant ${servingRoles[other]} to current_user`, allBut(other)),
    ...attempts(`give ${servingRoles[other]} another password`, `alter role ${servingRoles[other]} password 'mine'`, allBut(other)),
  ]),
  ...attempts('take on the owner', 'set role comity_owner'),
  ...attempts('sign in anew as the owner', 'set session authorization comity_owner'),
  ...attempts('make oneself the owner', 'grant comity_owner to current_user'),
  ...attempts('make oneself a superuser', 'alter role current_user superuser'),
  ...attempts('make oneself pass row security', 'alter role current_user bypassrls'),
  ...attempts('let oneself make roles', 'alter role current_user createrole'),
  ...attempts('make a role', 'create role mine'),
  ...attempts('drop a role', 'drop role comity_auditor', allBut('auditor')),
  ...attempts('read all as PostgreSQL’s own reader', 'grant pg_read_all_data to current_user'),
  ...attempts('write all as PostgreSQL’s own writer', 'set role pg_write_all_data'),
  ...attempts('run programs as PostgreSQL’s own role', 'set role pg_execute_server_program'),
  // Whoever has some right on a thing is only warned that nothing more was granted.
  ...trials('give oneself a table', () => ['grant all on case_event to current_user', `select has_table_privilege('case_event', 'insert') as may`], ([row]) => row?.['may'] === true, everyRole),
  ...trials('give oneself a column', () => ['grant update (state) on gate_decision to current_user', `select has_column_privilege('gate_decision', 'state', 'update') as may`], ([row]) => row?.['may'] === true, everyRole),
  ...trials('give oneself a schema', () => ['grant all on schema public to current_user', `select has_schema_privilege('public', 'create') as may`], ([row]) => row?.['may'] === true, everyRole),
  ...attempts('give oneself all functions', 'grant execute on all functions in schema public to current_user'),
  ...attempts('give everybody a function', 'grant execute on function add_events to public'),
  ...attempts('give oneself whatever the owner makes next', 'alter default privileges for role comity_owner grant all on tables to public'),
  ...attempts('take all that the owner has', 'reassign owned by comity_owner to current_user'),
  ...attempts('drop all that the owner has', 'drop owned by comity_owner'),
  ...attempts('turn triggers and keys off for the session', 'set session_replication_role = replica'),
  ...attempts('turn triggers and keys off by the setting’s function', `select set_config('session_replication_role', 'replica', true)`),
  ...attempts('change system tables', 'set allow_system_table_mods = on'),
  ...attempts('write into the list of roles', 'update pg_authid set rolsuper = true'),
  ...attempts('write into the list of tables', 'update pg_class set relacl = null'),
  ...attempts('write into the list of functions', `update pg_proc set proacl = null where proname = 'add_events'`),
  ...attempts('write into the list of triggers', `update pg_trigger set tgenabled = 'D'`),
  ...attempts('write into the list of constraints', `delete from pg_constraint where conname = 'happened_by_decision'`),
  ...attempts('give the database settings', `do $$ begin execute format('alter database %I set session_replication_role = replica', current_database()); end $$`),
  ...attempts('give another role settings', 'alter role comity_owner set search_path = pg_temp'),
  ...attempts('change the server’s settings', 'alter system set fsync = off', everyRole, [...forbidden, '25001']),
]
