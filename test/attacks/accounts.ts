// Accounts, sessions and the record of who looked: read, changed or made by whom they are not for.
import { attempts, allBut, everyRole, type Attempt } from './attack.ts'

const [missing, otherwise, stays] = ['23502', '23514', '23001']
const notForServing = allBut('application', 'auditor')
const notAuditor = allBut('auditor')
const person = `(select account_id from account where handle = 'sample-officer')`
const other = `(select account_id from account where handle = 'sample-auditor')`

export const accounts: readonly Attempt[] = [
  // Reading
  ...attempts('read who has an account', 'select * from account', notForServing),
  ...attempts('read what people may do', 'select * from account_role', notForServing),
  ...attempts('read passkeys', 'select * from passkey', notForServing),
  ...attempts('read who is who at the provider', 'select * from provider_identity', notForServing),
  ...attempts('read who is signed in', 'select session_id from session', notForServing),
  ...attempts('read the digests of session tokens', 'select token_digest from session'),
  ...attempts('read sessions as one text', 'select session::text from session'),
  ...attempts('read the digests of invitations', 'select token_digest from invitation'),
  ...attempts('read what browsers have begun', 'select * from pending_sign_in'),
  ...attempts('read how often an address knocked', 'select * from sign_in_attempt'),
  ...attempts('read who looked', 'select * from access_log', notAuditor),
  ...attempts('count who looked', 'select count(*) from access_log', notAuditor),
  ...attempts('read back what was just written down', `insert into access_log (account_id, handle, action) select account_id, handle, 'case.read' from account limit 1 returning entry`, notAuditor),

  // The record of who looked
  ...attempts('change who looked', `update access_log set handle = 'somebody-else'`),
  ...attempts('delete who looked', 'delete from access_log'),
  ...attempts('empty who looked', 'truncate access_log'),
  ...attempts('say when somebody looked', `insert into access_log (account_id, handle, action, happened_at) select account_id, handle, 'case.read', '2001-01-01' from account limit 1`),
  ...attempts('write a look down', `insert into access_log (account_id, handle, action) values (gen_random_uuid(), 'x', 'case.read')`, allBut('application')),
  ...attempts('change who looked, as the owner', `update access_log set handle = 'somebody-else'`, ['owner'], [stays]),
  ...attempts('delete who looked, as the owner', 'delete from access_log', ['owner'], [stays]),
  ...attempts('empty who looked, as the owner', 'truncate access_log', ['owner'], [stays]),

  // Accounts and roles
  ...attempts('make a demonstration account', `insert into account (account_id, handle, display_name, language, demonstration, made_by) values (gen_random_uuid(), 'x', 'x', 'en', true, 'x')`),
  ...attempts('call an account a demonstration', 'update account set demonstration = true'),
  ...attempts('give an account another handle', `update account set handle = 'somebody-else'`),
  ...attempts('delete an account', 'delete from account'),
  ...attempts('delete a role that was given', 'delete from account_role'),
  ...attempts('say since when a role is held', `insert into account_role (account_id, role, given_by, given_at) values (${person}, 'analyst', 'x', '2001-01-01')`),
  ...attempts('change which role was given', `update account_role set role = 'administrator'`),
  ...attempts('change who gave a role', `update account_role set given_by = 'somebody-else'`),
  ...attempts('give an auditor another role', `insert into account_role (account_id, role, given_by) values (${other}, 'officer', 'x')`, ['application', 'owner'], [otherwise]),
  ...attempts('give an officer the role of an administrator', `insert into account_role (account_id, role, given_by) values (${person}, 'administrator', 'x')`, ['application', 'owner'], [otherwise]),
  ...attempts('give a role that there is not', `insert into account_role (account_id, role, given_by) values (${person}, 'gatekeeper', 'x')`, ['application', 'owner'], [otherwise]),
  ...attempts('give back a role that was taken', `update account_role set taken_at = null, taken_by = null where role = 'analyst'`, ['application', 'owner'], [stays]),
  ...attempts('make an account whose handle looks like another', `insert into account (account_id, handle, display_name, language, made_by) values (gen_random_uuid(), 'Sample-Officer', 'x', 'en', 'x')`, ['application', 'owner'], [otherwise]),
  ...attempts('make an account that nobody made', `insert into account (account_id, handle, display_name, language, made_by) values (gen_random_uuid(), 'x', 'x', 'en', null)`, ['application', 'owner'], [missing]),

  // Sessions and passkeys
  ...attempts('let a session last longer', `update session set ends_at = ends_at + interval '1 day'`),
  ...attempts('let a session last longer, as the owner', `update session set ends_at = ends_at + interval '1 minute'`, ['owner'], [stays]),
  ...attempts('take a session over', 'update session set account_id = account_id'),
  ...attempts('give a session another token', `update session set token_digest = sha256('x')`),
  ...attempts('delete sessions', 'delete from session'),
  ...attempts('bring a revoked session back', 'update session set revoked_at = null, revoked_by = null where revoked_at is not null', ['application', 'owner'], [stays]),
  ...attempts('take a passkey over', 'update passkey set account_id = account_id'),
  ...attempts('give a passkey another key', `update passkey set public_key = 'x'`),
  ...attempts('delete a passkey', 'delete from passkey'),
  ...attempts('set a passkey’s counter back', 'update passkey set counter = 0', ['application', 'owner'], [stays]),
  ...attempts('bring a revoked passkey back', 'update passkey set revoked_at = null, revoked_by = null where revoked_at is not null', ['application', 'owner'], [stays]),
  ...attempts('change what a browser has begun', `update pending_sign_in set verifier = 'x'`),
  ...attempts('forget how often somebody knocked', 'delete from sign_in_attempt', everyRole),
]
