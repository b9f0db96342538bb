// What takes two people: proposals and their ends, made, changed or agreed to by whoever should not.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'
import { proposalIds } from './world.ts'

const [otherwise, stays, elsewhere] = ['23514', '23001', '23503']
const notForServing = allBut('application', 'auditor')
const serving = ['application', 'owner'] as const
const person = `(select account_id from account where handle = 'sample-officer')`
const other = `(select account_id from account where handle = 'sample-auditor')`
const { waiting, moved, agreed } = proposalIds

/** A call by which somebody agrees; the digest that was seen is the right one unless another is given. */
const agree = (proposalId: string, { by = other, seen = `(select encode(digest, 'hex') from approval_proposal where proposal_id = '${proposalId}')`, means = 'provider', evidence = `'{}'` } = {}) => `select agree_approval('${proposalId}', ${by}, ${seen}, '${means}', ${evidence}) as outcome`
const end = (proposalId: string, outcome: string, by: string) => `select end_approval('${proposalId}', ${by}, '${outcome}', ${outcome === 'rejected' ? `'other'` : 'null'}, '') as outcome`
const ended = (rows: readonly Row[]) => rows.some(({ outcome }) => outcome === 'agreed' || outcome === 'rejected' || outcome === 'withdrawn')

/** Evidence of a key, the officer's unless another is named, over this digest. */
const key = (over: string, id = `(select credential_id from passkey where revoked_at is null and account_id = ${person} limit 1)`) => `jsonb_build_object('credentialId', ${base64url(id)}, 'signature', 'eA', 'authenticatorData', 'eA',
  'clientDataJSON', ${base64url(`convert_to(json_build_object('type', 'webauthn.get', 'challenge', ${base64url(over)})::text, 'UTF8')`)})`
const base64url = (bytes: string) => `rtrim(translate(replace(encode(${bytes}, 'base64'), chr(10), ''), '+/', '-_'), '=')`
const digestOf = (proposalId: string) => `(select digest from approval_proposal where proposal_id = '${proposalId}')`

/** A key of the second person's own. */
const ownKey = `insert into passkey (credential_id, account_id, public_key, counter, transports, backed_up, name) values ('key', ${other}, 'x', 0, '{}', false, 'x')`

const propose = (changes: Readonly<Record<string, string>> = {}) => ({ caseId, version = '4' }: { readonly caseId: string; readonly version?: string }) => {
  const { by = person, proposer = `'sample-officer'`, says = caseId, saysVersion = version, about = version } = changes
  const content = `jsonb_build_object('format', 'comity-approval/1', 'subject', 'command', 'caseId', '${says}', 'version', ${saysVersion}, 'commandId', '00000000-0000-4000-8000-00000000abcd', 'proposer', ${proposer}, 'act', '{}'::jsonb, 'shown', '{"en": "x", "fr": "x"}'::jsonb)::text`
  return `select outcome from propose_approval(gen_random_uuid(), 'command', '${caseId}', ${about}, '00000000-0000-4000-8000-00000000abcd', 'record-fact', true, ${by}, ${proposer}, ${content})`
}
const insertEnd = (columns: Readonly<Record<string, string>>) => {
  const row = { proposal_id: `'${waiting}'`, proposer: `'sample-officer'`, digest: digestOf(waiting), outcome: `'agreed'`, account_id: other, handle: `'sample-auditor'`, means: `'provider'`, evidence: `'{}'`, ...columns }
  return `insert into approval_end (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
}

export const approvals: readonly Attempt[] = [
  // Reading
  ...attempts('read what was proposed', 'select * from approval_proposal', notForServing),
  ...attempts('read who agreed', 'select * from approval_end', notForServing),

  // Around the functions
  ...attempts('propose without the function', `insert into approval_proposal (proposal_id, subject, command_id, kind, protected, proposer, digest, content) values (gen_random_uuid(), 'law-update', gen_random_uuid(), 'x', false, 'x', sha256('x'), 'x')`),
  ...attempts('agree without the function', insertEnd({})),
  ...attempts('change what was proposed', `update approval_proposal set content = content`),
  ...attempts('let a proposal be younger', `update approval_proposal set proposed_at = clock_timestamp()`),
  ...attempts('forget what was proposed', 'delete from approval_proposal'),
  ...attempts('make a rejection an agreement', `update approval_end set outcome = 'agreed'`),
  ...attempts('forget who agreed', 'delete from approval_end'),
  ...attempts('propose by the function', ({ ready }) => propose()(ready), allBut('application')),
  ...attempts('agree by the function', agree(waiting), allBut('application', 'auditor')),
  ...attempts('agree by the function, with what can be read', agree(waiting, { seen: `repeat('0', 64)` }), ['auditor']),
  ...attempts('reject by the function', end(waiting, 'rejected', 'gen_random_uuid()'), allBut('application')),
  ...attempts('ask on one’s own whether a proposal is over', `select proposal_is_over('${waiting}')`),
  ...attempts('bind somebody’s way back to another proposal', `update pending_sign_in set proposal_id = '${waiting}'`),

  // What the tables refuse even to their owner
  ...attempts('change what was proposed, as the owner', 'update approval_proposal set content = content', ['owner'], [stays]),
  ...attempts('forget what was proposed, as the owner', 'delete from approval_proposal', ['owner'], [stays]),
  ...attempts('empty what was proposed, as the owner', 'truncate approval_proposal cascade', ['owner'], [stays]),
  ...attempts('change who agreed, as the owner', `update approval_end set handle = 'x'`, ['owner'], [stays]),
  ...attempts('forget who agreed, as the owner', 'delete from approval_end', ['owner'], [stays]),
  ...attempts('agree to one’s own proposal, as the owner', insertEnd({ account_id: person, handle: `'sample-officer'` }), ['owner'], [otherwise]),
  ...attempts('agree to one’s own proposal under a name with capitals and blanks, as the owner', insertEnd({ account_id: person, handle: `' Sample-Officer '` }), ['owner'], [otherwise]),
  ...attempts('agree to another’s proposal, said to be somebody else’s, as the owner', insertEnd({ account_id: person, handle: `'sample-officer'`, proposer: `'x'` }), ['owner'], [elsewhere]),
  ...attempts('agree to other bytes, as the owner', insertEnd({ digest: `sha256('x')` }), ['owner'], [elsewhere]),
  ...attempts('agree without saying how, as the owner', insertEnd({ means: 'null', evidence: 'null' }), ['owner'], [otherwise]),
  ...attempts('end a proposal twice, as the owner', insertEnd({ proposal_id: `'${agreed}'`, digest: digestOf(agreed), outcome: `'rejected'`, means: 'null', evidence: 'null', reason: `'other'` }), ['owner'], ['23505']),
  ...attempts('propose bytes with another digest, as the owner', `insert into approval_proposal (proposal_id, subject, case_id, case_version, command_id, kind, protected, proposer, digest, content)
    select gen_random_uuid(), subject, case_id, case_version, one.new_id, kind, protected, proposer, sha256('x'), replace(content, command_id::text, one.new_id::text) from (select *, gen_random_uuid() as new_id from approval_proposal limit 1) as one`, ['owner'], [otherwise]),

  // Through the functions
  ...attempts('propose under somebody else’s name', ({ ready }) => propose({ by: other })(ready), serving, [otherwise]),
  ...attempts('propose about one case what speaks of another', ({ ready, held }) => propose({ says: held.caseId })(ready), serving, [otherwise]),
  ...attempts('propose about one version what speaks of another', ({ ready }) => propose({ saysVersion: '3' })(ready), serving, [otherwise]),
  ...trials('propose about a version that is gone', ({ ready }) => [propose({ about: '3', saysVersion: '3' })(ready)], (rows) => rows.some(({ outcome }) => outcome === 'proposed'), serving),
  ...trials('propose about a case that there is not', () => [propose()({ caseId: '00000000-0000-4000-8000-000000000000' })], (rows) => rows.some(({ outcome }) => outcome === 'proposed'), serving),
  ...trials('agree to one’s own proposal', () => [agree(waiting, { by: person })], ended, serving),
  ...trials('agree to one’s own proposal with a key', () => [agree(waiting, { by: person, means: 'passkey', evidence: key(digestOf(waiting)) })], ended, serving),
  ...trials('agree when the case has moved on', () => [agree(moved)], ended, serving),
  ...trials('reject when the case has moved on', () => [end(moved, 'rejected', other)], ended, serving),
  ...trials('agree to what was agreed to', () => [agree(agreed)], ended, serving),
  ...trials('agree to what there is not', () => [agree('00000000-0000-4000-8000-000000000000', { seen: `''` })], ended, serving),
  ...trials('agree to other bytes than those shown', () => [agree(waiting, { seen: `repeat('0', 64)` })], ended, serving),
  ...trials('agree as nobody', () => [agree(waiting, { by: 'gen_random_uuid()' })], ended, serving),
  ...trials('agree as one who is shut out', () => [`update account set disabled_at = clock_timestamp(), disabled_by = 'x' where handle = 'sample-auditor'`, agree(waiting)], ended, serving),
  ...trials('agree for demonstration where nobody demonstrates', () => [agree(waiting, { means: 'demonstration' })], ended, serving),
  ...trials('agree with another person’s key', () => [agree(waiting, { means: 'passkey', evidence: key(digestOf(waiting)) })], ended, serving),
  ...trials('agree with a key that signed something else', () => [ownKey, agree(waiting, { means: 'passkey', evidence: key(`sha256('x')`, `'key'::bytea`) })], ended, serving),
  ...trials('agree with a key that was revoked', () => [ownKey, `update passkey set revoked_at = clock_timestamp(), revoked_by = 'x' where credential_id = 'key'`, agree(waiting, { means: 'passkey', evidence: key(digestOf(waiting), `'key'::bytea`) })], ended, serving),
  ...trials('agree without a signature', () => [ownKey, agree(waiting, { means: 'passkey', evidence: `${key(digestOf(waiting), `'key'::bytea`)} - 'signature'` })], ended, serving),
  ...trials('withdraw what somebody else proposed', () => [end(waiting, 'withdrawn', other)], ended, serving),
  ...trials('reject one’s own proposal', () => [end(waiting, 'rejected', person)], ended, serving),
  ...attempts('agree by the way of rejecting', end(waiting, 'agreed', other), serving),
]
