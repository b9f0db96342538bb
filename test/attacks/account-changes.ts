// Changes of accounts that an administrator confirms: asked by others, confirmed without them, used twice or late.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'
import { insertRow } from './statements.ts'

const [otherwise, stays] = ['23514', '23001']
const serving = ['application', 'owner'] as const
const [change, administrator, session, otherSession] = [1, 2, 3, 4].map((place) => `'e0000000-0000-4000-8000-00000000000${place}'`) as [string, string, string, string]
const officer = `(select account_id from account where handle = 'sample-officer')`
const officersSession = `(select session_id from session where account_id = ${officer} and revoked_at is null limit 1)`

type Columns = Readonly<Record<string, string>>
const contentOf = (by = 'sample-chief', id = change) => `json_build_object('format', 'comity-account-change/1', 'changeId', ${id}, 'by', '${by}', 'what', 'roles')::text`
const begin = (id: string, account = administrator) => insertRow('session', { session_id: id, account_id: account, token_digest: `sha256(${id}::text::bytea)`, recognised: `'passkey'`, browser: `'x'` })
const key = (account = administrator) => insertRow('passkey', { credential_id: `'chief-key'`, account_id: account, public_key: `'x'`, counter: '0', transports: `'{}'`, backed_up: 'false', name: `'x'` })
const chief = [insertRow('account', { account_id: administrator, handle: `'sample-chief'`, display_name: `'x'`, language: `'en'`, made_by: `'x'` }), insertRow('account_role', { account_id: administrator, role: `'administrator'`, given_by: `'x'` }), begin(session), begin(otherSession)]
const ask = (account = administrator, at = session, by = 'sample-chief') => `select ask_account_change(${change}, ${account}, ${at}, ${contentOf(by)}) as outcome`
const asked = [...chief, ask()]
const recognise = ({ account = administrator, at = session, means = 'provider', evidence = `'{}'` } = {}) => `select recognise_account_change(${change}, ${account}, ${at}, '${means}', ${evidence}) as outcome`
const use = ({ account = administrator, at = session } = {}) => `select use_account_change(${change}, ${account}, ${at}) as outcome`
const base64url = (bytes: string) => `rtrim(translate(replace(encode(${bytes}, 'base64'), chr(10), ''), '+/', '-_'), '=')`
const digest = `(select digest from account_change where change_id = ${change})`
/** What a key would give over these bytes. */
const signed = (over = digest) => `jsonb_build_object('credentialId', ${base64url(`'chief-key'::bytea`)}, 'signature', 'eA', 'authenticatorData', 'eA', 'clientDataJSON', ${base64url(`convert_to(json_build_object('type', 'webauthn.get', 'challenge', ${base64url(over)})::text, 'UTF8')`)})`
const byKey = (over?: string) => recognise({ means: 'passkey', evidence: signed(over) })
const row = (columns: Columns = {}) => insertRow('account_change', { change_id: change, account_id: administrator, session_id: session, handle: `'sample-chief'`, digest: `sha256(convert_to(${contentOf()}, 'UTF8'))`, content: contentOf(), ...columns })
const through = (...wanted: readonly string[]) => (rows: readonly Row[]) => rows.some(({ outcome }) => wanted.includes(String(outcome)))
const refused = (name: string, code: string, ...statements: readonly string[]) => attempts(`${name}, as the owner`, statements.join('; '), ['owner'], [code])
/** Whatever becomes of the last statement must not be this. */
const tried = (name: string, wanted: string, ...statements: readonly string[]) => trials(name, () => statements, through(wanted), serving)

/** Taken when nothing is wrong in them: each ends with 1/0 where its last outcome is another. */
export const properChanges: readonly string[] = [
  [...asked, key(), byKey(), expected(use(), 'used')].join('; '),
  [...asked, recognise(), expected(use(), 'used')].join('; '),
]

export const accountChanges: readonly Attempt[] = [
  ...attempts('read what an administrator changes', 'select * from account_change', allBut('application', 'auditor')),
  ...attempts('ask for a change without the function', row({ account_id: officer, session_id: officersSession })),
  ...attempts('say that a change was confirmed', `update account_change set recognised_at = clock_timestamp()`),
  ...attempts('forget a change', 'delete from account_change'),
  ...attempts('ask for a change', `select ask_account_change(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '{}')`, allBut('application')),
  ...attempts('confirm a change', `select recognise_account_change(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'provider', '{}')`, allBut('application')),
  ...attempts('use a change', 'select use_account_change(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())', allBut('application')),
  ...attempts('ask on one’s own whether a change is over', 'select account_change_is_over(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())'),
  ...attempts('bind somebody’s way back to a change', 'update pending_sign_in set change_id = null'),

  ...refused('change what was asked', stays, ...asked, `update account_change set asked_at = asked_at + interval '1 minute'`),
  ...refused('confirm what was confirmed otherwise', stays, ...asked, recognise(), `update account_change set means = 'passkey'`),
  ...refused('use a change again', stays, ...asked, recognise(), use(), `update account_change set used_at = clock_timestamp()`),
  ...refused('forget a change', stays, ...asked, 'delete from account_change'),
  ...refused('forget all changes', stays, ...asked, 'truncate account_change cascade'),
  ...refused('a change with another digest', otherwise, ...chief, row({ digest: `sha256('x')` })),
  ...refused('a change under another’s name', otherwise, ...chief, row({ handle: `'sample-officer'` })),
  ...refused('a change that was confirmed without saying how', otherwise, ...chief, row({ recognised_at: 'clock_timestamp()' })),
  ...refused('a change that was confirmed in another way', otherwise, ...chief, row({ recognised_at: 'clock_timestamp()', means: `'word'`, evidence: `'{}'` })),
  ...refused('a change that was used unconfirmed', otherwise, ...chief, row({ used_at: 'clock_timestamp()' })),
  ...refused('a change that was used the day after', otherwise, ...chief, row({ recognised_at: 'clock_timestamp()', means: `'provider'`, evidence: `'{}'`, used_at: `clock_timestamp() + interval '1 day'` })),
  ...refused('a way to the provider for two things', otherwise, ...asked, insertRow('pending_sign_in', { state_digest: `sha256('x')`, kind: `'provider'`, browser_digest: `sha256('x')`, language: `'en'`, return_to: `'/work'`, change_id: change, proposal_id: '(select proposal_id from approval_proposal limit 1)', approval_digest: `sha256('x')` })),

  ...attempts('ask for a change under another’s name', [...chief, ask(administrator, session, 'sample-officer')].join('; '), serving, [otherwise]),
  ...tried('ask for a change as an officer', 'asked', `select ask_account_change(${change}, ${officer}, ${officersSession}, ${contentOf('sample-officer')}) as outcome`),
  ...tried('ask for a change in a session that has ended', 'asked', ...chief, `update session set revoked_at = clock_timestamp(), revoked_by = 'x' where session_id = ${session}`, ask()),
  ...tried('ask for a change in somebody else’s session', 'asked', ...chief, ask(administrator, officersSession)),
  ...tried('ask for a change as somebody who is disabled', 'asked', ...chief, `update account set disabled_at = clock_timestamp(), disabled_by = 'x' where account_id = ${administrator}`, begin(`'e0000000-0000-4000-8000-000000000009'`), ask(administrator, `'e0000000-0000-4000-8000-000000000009'`)),
  ...tried('confirm a change in another session', 'recognised', ...asked, recognise({ at: otherSession })),
  ...tried('confirm a change of somebody else', 'recognised', ...asked, recognise({ account: officer })),
  ...tried('confirm a change in a session that has ended', 'recognised', ...asked, `update session set revoked_at = clock_timestamp(), revoked_by = 'x' where session_id = ${session}`, recognise()),
  ...tried('confirm a change for demonstration where nobody demonstrates', 'recognised', ...asked, recognise({ means: 'demonstration' })),
  ...tried('confirm a change with another person’s key', 'recognised', ...asked, key(officer), byKey()),
  ...tried('confirm a change with a key that was revoked', 'recognised', ...asked, key(), `update passkey set revoked_at = clock_timestamp(), revoked_by = 'x' where credential_id = 'chief-key'`, byKey()),
  ...tried('confirm a change with a key that signed something else', 'recognised', ...asked, key(), byKey(`sha256('x')`)),
  ...tried('confirm a change without a signature', 'recognised', ...asked, key(), recognise({ means: 'passkey', evidence: `${signed()} - 'signature'` })),
  ...tried('use a change that nobody confirmed', 'used', ...asked, use()),
  ...tried('use a change a second time', 'used', ...asked, recognise(), use(), use()),
  ...tried('use a change in another session', 'used', ...asked, recognise(), use({ at: otherSession })),
  ...trials('confirm a change that was asked six minutes ago', () => [...chief, row({ asked_at: `clock_timestamp() - interval '5 minutes 30 seconds'` }), recognise()], through('recognised'), ['owner']),
]

function expected(statement: string, outcome: string): string {
  return `select 1 / (outcome = '${outcome}')::integer from (${statement}) as last`
}
