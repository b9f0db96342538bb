// The log: acts that somebody would like not to have happened, keys that would tell whose leaves are whose, and a witness that forgets.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'
import { append } from './functions.ts'

const [otherwise, stays] = ['23514', '23001']
const outcome = (wanted: string) => ([row]: readonly Row[]) => row?.['outcome'] === wanted
const commitment = `sha256('nothing that happened')`
const growOne = (acts: string, bundles = `jsonb_build_array(encode(decode(repeat('0020' || encode(${commitment}, 'hex'), 256), 'hex'), 'base64'))`) =>
  `select grow_log((select coalesce(max(size), 0) from log_checkpoint), '[]', ${bundles}, ${acts}, encode(sha256('x'), 'base64'), 'note') as outcome`

const unlogged = ([row]: readonly Row[]) => row?.['unlogged'] === true

export const log: readonly Attempt[] = [
  ...trials('do something that the log does not know', ({ ready }) => [append({ caseId: ready.caseId }), `select not exists (select 1 from logged_act where record = 'case:${ready.caseId}' and place = '5') as unlogged`], unlogged, ['application']),
  ...trials('propose something that the log does not know', () => [
    `insert into law_update (update_id, proposed_by, digest, content) values ('90000000-0000-4000-8000-0000000000aa', 'x', sha256('{}'), '{}')`,
    `select not exists (select 1 from logged_act where record = 'law' and place = '90000000-0000-4000-8000-0000000000aa') as unlogged`], unlogged, ['owner'], [otherwise]),
  ...attempts('take a key without a trace, as the owner', 'insert into record_key (record, key, destroyed_at) values (\'case:x\', sha256(\'x\'), now())', ['owner'], [otherwise]),
  ...attempts('read the keys of records', 'select * from record_key', allBut()),
  ...attempts('read what was committed to', 'select * from logged_act', allBut('application', 'auditor')),
  ...attempts('open an act', 'select * from open_act(1)', allBut('auditor')),
  ...attempts('commit to what did not happen', `select commit_to('case:x', 'case-event', '1', 'made up')`),
  ...attempts('commit to what did not happen, without the function', `insert into logged_act (record, kind, place, commitment) values ('case:x', 'case-event', '1', ${commitment})`),
  ...attempts('take an act out of the log', 'delete from logged_act'),
  ...attempts('take an act out of the log, as the owner', 'delete from logged_act', ['owner'], [stays]),
  ...attempts('commit to something else, as the owner', `update logged_act set commitment = ${commitment}, leaf_index = 1000000`, ['owner'], [stays]),
  ...attempts('give an act another record, as the owner', `update logged_act set record = 'law', leaf_index = 1000000`, ['owner'], [stays]),
  ...attempts('change a key, as the owner', `update record_key set key = sha256('another')`, ['owner'], [stays]),
  ...attempts('forget that there was a key, as the owner', 'delete from record_key', ['owner'], [stays]),
  ...attempts('empty the keys, as the owner', 'truncate record_key', ['owner'], [stays]),
  ...attempts('grow the log by the function', growOne(`'[]'`), allBut('application')),
  ...attempts('call an act a leaf that it is not', growOne(`(select jsonb_build_array(jsonb_build_object('act', min(act_number), 'leaf', (select coalesce(max(size), 0) from log_checkpoint))) from logged_act where leaf_index is null)`), ['application'], [otherwise]),
  ...attempts('call an act a leaf of a batch that is not there', growOne(`(select jsonb_build_array(jsonb_build_object('act', min(act_number), 'leaf', 99999999)) from logged_act where leaf_index is null)`, `'[]'`), ['application'], [otherwise, '23505']),
  ...attempts('change a leaf, as the owner', `update log_bundle set entries = set_byte(entries, 3, (get_byte(entries, 3) + 1) % 256)`, ['owner'], [stays]),
  ...attempts('forget a checkpoint, as the owner', 'delete from log_checkpoint', ['owner'], [stays]),
  ...attempts('put a tile in order that only grows, as the owner', `insert into log_tile (level, tile_index, hashes) values (7, 0, sha256('x')); update log_tile set hashes = sha256('y') where level = 7`, ['owner'], [stays]),
  ...attempts('make a cosignature up', `insert into log_cosignature (size, witness, line, seen_at) select size, 'x', 'x', now() from log_checkpoint`),
  ...attempts('say that enough witnesses saw it, without a cosignature', `select keep_witnessed_size(0, now())`, ['application'], [otherwise]),
  ...attempts('go on although the log was stopped', 'delete from log_halt', ['owner'], [stays]),
  ...attempts('change the policy that held, as the owner', `update log_policy set policy = 'quorum none'`, ['owner'], [stays]),
  ...attempts('never stop without witnesses', `insert into log_policy (policy, disclosures_stop_after, outbound_stops_after, set_by) values ('x', interval '1 year', interval '2 years', 'x')`, ['application', 'owner'], [otherwise]),
  ...attempts('stop outbound before disclosures', `insert into log_policy (policy, disclosures_stop_after, outbound_stops_after, set_by) values ('x', interval '2 hours', interval '1 hour', 'x')`, ['application', 'owner'], [otherwise]),
  ...attempts('forget what was seen of another log', `update witnessed_log set size = 0`),
  ...attempts('stop witnessing without a trace, as the owner', 'delete from witnessed_log', ['owner'], [stays]),
  ...attempts('throw evidence away, as the owner', 'delete from witness_evidence', ['owner'], [stays]),
  ...attempts('ask what stops', `select log_stopped('outbound')`, allBut('application', 'outbound', 'auditor')),
  ...attempts('see another log get shorter, as the owner', `insert into witnessed_log (origin, keys, size, root, added_by) values ('sample.example/log', 'x', 512, sha256('x'), 'x'); update witnessed_log set size = 256 where origin = 'sample.example/log'`, ['owner'], [stays]),
  ...attempts('see another root of the same size, as the owner', `insert into witnessed_log (origin, keys, size, root, added_by) values ('sample.example/log', 'x', 512, sha256('x'), 'x'); update witnessed_log set root = sha256('y') where origin = 'sample.example/log'`, ['owner'], [stays]),
  ...trials('grow a log that is longer than it was said to be', () => [`select grow_log(-256, '[]', '[]', '[]', encode(sha256('x'), 'base64'), 'note') as outcome`], outcome('grown'), ['application']),
]
