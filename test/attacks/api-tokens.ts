// Tokens of programs: read, prolonged, carried over to somebody else, or made to have never been.
import { allBut, attempts, trials, type Attempt } from './attack.ts'

const [missing, otherwise, stays] = ['23502', '23514', '23001']
const notForServing = allBut('application', 'auditor')
const person = `(select account_id from account where handle = 'sample-officer')`
const insert = (columns: string, values: string) => `insert into api_token (token_id, account_id, token_digest, name, made_by, ends_at${columns}) values (gen_random_uuid(), ${person}, sha256('x'), 'x', 'x', clock_timestamp() + interval '1 day'${values})`

const other = `(select account_id from account where handle = 'sample-gone')`
const token = (columns: Readonly<Record<string, string>> = {}) => {
  const row = { token_id: 'gen_random_uuid()', account_id: person, token_digest: `sha256('trial')`, name: `'x'`, made_by: `'x'`, ends_at: `clock_timestamp() + interval '1 day'`, ...columns }
  return `insert into api_token (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
}
const used = `select handle from use_api_token(sha256('trial'))`
const isGood = (rows: readonly unknown[]) => rows.length > 0
const revoked = `update api_token set revoked_at = clock_timestamp(), revoked_by = 'x' where token_digest = sha256('trial')`

/** Taken when nothing is wrong in them: a token of somebody who is let in is good. */
export const properTokens: readonly string[] = [`${token()}; select 1 / count(*) from (${used}) as good`]

export const apiTokens: readonly Attempt[] = [
  ...attempts('read who has a token', 'select name from api_token', notForServing),
  ...attempts('read the digests of tokens', 'select token_digest from api_token'),
  ...attempts('read tokens as one text', 'select api_token::text from api_token'),
  ...attempts('read back the digest of a token that was just made', `${insert('', '')} returning token_digest`),
  ...attempts('ask whose a token is', `select * from use_api_token(sha256('x'))`, allBut('application')),
  ...attempts('make a token', insert('', ''), allBut('application')),
  ...attempts('make a token that was seen', insert(', seen_at', ', clock_timestamp()')),
  ...attempts('make a token of long ago', insert(', made_at', `, '2001-01-01'`)),
  ...attempts('let a token last longer', `update api_token set ends_at = ends_at + interval '1 minute'`),
  ...attempts('let a token last longer, as the owner', `update api_token set ends_at = ends_at + interval '1 minute' where revoked_at is null`, ['owner'], [stays]),
  ...attempts('make a token for half a year', `insert into api_token (token_id, account_id, token_digest, name, made_by, ends_at) values (gen_random_uuid(), ${person}, sha256('x'), 'x', 'x', clock_timestamp() + interval '180 days')`, ['application', 'owner'], [otherwise]),
  ...attempts('make a token that nobody made', `insert into api_token (token_id, account_id, token_digest, name, made_by, ends_at) values (gen_random_uuid(), ${person}, sha256('x'), 'x', null, clock_timestamp())`, ['application', 'owner'], [missing]),
  ...attempts('take a token over', 'update api_token set account_id = account_id'),
  ...attempts('take a token over, as the owner', `update api_token set account_id = (select account_id from account where handle = 'sample-auditor') where revoked_at is null`, ['owner'], [stays]),
  ...attempts('give a token another secret', `update api_token set token_digest = sha256('y')`),
  ...attempts('give a token another secret, as the owner', `update api_token set token_digest = sha256('y') where revoked_at is null`, ['owner'], [stays]),
  ...attempts('say that a token was never used', 'update api_token set seen_at = null'),
  ...attempts('bring a revoked token back', 'update api_token set revoked_at = null, revoked_by = null where revoked_at is not null', ['application', 'owner'], [stays]),
  ...attempts('delete tokens', 'delete from api_token'),
  ...attempts('delete tokens, as the owner', 'delete from api_token', ['owner'], [stays]),
  ...attempts('empty the list of tokens, as the owner', 'truncate api_token cascade', ['owner'], [stays]),
  ...attempts('change through which token somebody looked', 'update access_log set token_id = null'),
  ...attempts('two tokens with one secret', `${token()}; ${token()}`, ['application', 'owner'], ['23505']),
  ...attempts('a token whose secret is no digest', token({ token_digest: `'x'` }), ['application', 'owner'], [otherwise]),
  ...attempts('a token without a name', token({ name: `''` }), ['application', 'owner'], [otherwise]),
  ...attempts('a token that somebody without a name made', token({ made_by: `''` }), ['application', 'owner'], [otherwise]),
  ...attempts('a token of nobody', token({ account_id: 'gen_random_uuid()' }), ['application', 'owner'], ['23503']),
  ...attempts('a token that was revoked by nobody', token({ revoked_at: 'clock_timestamp()' }), ['owner'], [otherwise]),
  ...attempts('say that a token was used long ago, as the owner', `${token({ seen_at: 'clock_timestamp()' })}; update api_token set seen_at = '2001-01-01' where token_digest = sha256('trial')`, ['owner'], [stays]),
  ...trials('use a token that was revoked, as the owner', () => [token(), revoked.replace(`where token_digest = sha256('trial')`, `where token_id = (select token_id from api_token where token_digest = sha256('trial'))`), used], isGood, ['owner']),
  ...trials('use a token that has ended', () => [token({ made_at: `clock_timestamp() - interval '2 days'`, ends_at: `clock_timestamp() - interval '1 second'` }), used], isGood, ['owner']),
  ...trials('use a token of somebody who is disabled', () => [token({ account_id: other }), used], isGood, ['application', 'owner']),
  ...trials('use a token of somebody who was disabled and let in again', () => [token(), `update account set disabled_at = clock_timestamp(), disabled_by = 'x' where handle = 'sample-officer'`, `update account set disabled_at = null, disabled_by = null where handle = 'sample-officer'`, used], isGood, ['application', 'owner']),
]
