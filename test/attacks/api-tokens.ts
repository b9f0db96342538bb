// Tokens of programs: read, prolonged, carried over to somebody else, or made to have never been.
import { allBut, attempts, type Attempt } from './attack.ts'

const [missing, otherwise, stays] = ['23502', '23514', '23001']
const notForServing = allBut('application', 'auditor')
const person = `(select account_id from account where handle = 'sample-officer')`
const insert = (columns: string, values: string) => `insert into api_token (token_id, account_id, token_digest, name, made_by, ends_at${columns}) values (gen_random_uuid(), ${person}, sha256('x'), 'x', 'x', clock_timestamp() + interval '1 day'${values})`

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
]
