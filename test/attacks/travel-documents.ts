// Numbers of travel documents, taken, changed or forgotten by whoever should not.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'
import { sampleDecision } from '../sample-case.ts'
import { bytea, decisionAsOwner, insertRow } from './statements.ts'
import { proposalIds, type World } from './world.ts'

const [otherwise, stays, elsewhere] = ['23514', '23001', '23503']
const { waiting, agreed } = proposalIds
const digest = `sha256('sample')`
const hex = `repeat('0', 64)`
const person = `(select account_id from account where handle = 'sample-officer')`

type Columns = Readonly<Record<string, string>>

const insertNumber = (caseId: string, columns: Columns = {}) => {
  const row = {
    document_number: `'QS000001'`, series: `'QS'`, serial: '1', case_id: `'${caseId}'`, case_version: '4', destination: `'GH'`, day: `'2026-03-02'`, decision: digest, first_proposal: `'${waiting}'`, second_proposal: `'${agreed}'`,
    first_approver: `'one'`, second_approver: `'two'`, first_means: `'passkey'`, second_means: `'provider'`, draft_digest: digest, layout_digest: digest, account_id: person, taken_by: `'sample-officer'`, ...columns,
  }
  return `insert into travel_document_number (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
}

const take = (caseId: string, { first = waiting, second = agreed, decided = hex, version = '4' }: { readonly first?: string; readonly second?: string; readonly decided?: string; readonly version?: string } = {}) =>
  `select outcome from take_travel_document_number('${caseId}', ${version}, 'QS', 'GH', '2026-03-02', ${decided}, '${first}', '${second}', ${hex}, ${hex}, ${person})`
const taken = (rows: readonly Row[]) => rows.some(({ outcome }) => outcome === 'taken')
const keep = (certificate = hex, seal = digest, page = hex) => `select keep_travel_document('QS000001', ${certificate}, ${seal}, ${page}) as kept`

/** Everything that a number needs: an open decision of the step, and two people's agreement to one draft; each attempt leaves one thing out. */
const [firstProposal, secondProposal, third] = [`b0000000-0000-4000-8000-000000000001`, `b0000000-0000-4000-8000-000000000002`, `b0000000-0000-4000-8000-000000000003`]
const auditor = `(select account_id from account where handle = 'sample-auditor')`
type Draft = { readonly by?: string; readonly draft?: string }
const agreedTo = (caseId: string, proposalId: string, { by = auditor, draft = '0' }: Draft = {}) => {
  const content = `json_build_object('format', 'comity-approval/1', 'subject', 'travel-document', 'caseId', '${caseId}', 'version', 4, 'commandId', '${proposalId}', 'proposer', 'sample-officer', 'act', json_build_object('draft', repeat('${draft}', 64), 'layout', ${hex}, 'destination', 'GH'), 'shown', json_build_object('en', 'x', 'fr', 'x'))::text`
  return [
    `select outcome from propose_approval('${proposalId}', 'travel-document', '${caseId}', 4, '${proposalId}', 'travel-document', false, ${person}, 'sample-officer', ${content})`,
    `select agree_approval('${proposalId}', ${by}, (select encode(digest, 'hex') from approval_proposal where proposal_id = '${proposalId}'), 'provider', '{}')`,
  ]
}
const thirdPerson = `insert into account (account_id, handle, display_name, language, made_by) values ('${third}', 'sample-third', 'x', 'en', 'x')`
const documentDecision = ({ ready }: World) => sampleDecision(ready.caseId, { step: 'document' })
const readied = (world: World, second: Draft = {}) => [thirdPerson, decisionAsOwner(documentDecision(world)), ...agreedTo(world.ready.caseId, firstProposal), ...agreedTo(world.ready.caseId, secondProposal, { by: `'${third}'`, ...second })]
const takeReadied = (world: World, change: Parameters<typeof take>[1] = {}) => take(world.ready.caseId, { first: firstProposal, second: secondProposal, decided: `'${documentDecision(world).digest}'`, ...change })
/** A number that nothing is wrong with, put in by hand, with one thing changed; two agreements more are there to be used where they must not be. */
const [thirdProposal, fourthProposal] = ['b0000000-0000-4000-8000-000000000004', 'b0000000-0000-4000-8000-000000000005'] as const
const byHand = (columns: Columns = {}) => (world: World) => [...readied(world), ...agreedTo(world.ready.caseId, thirdProposal), ...agreedTo(world.ready.caseId, fourthProposal, { by: `'${third}'` }), insertNumber(world.ready.caseId, { ...properNumber(world), ...columns })]
const properNumber = (world: World): Columns => ({ decision: bytea(documentDecision(world).digest), first_proposal: `'${firstProposal}'`, second_proposal: `'${secondProposal}'`, first_approver: `'sample-auditor'`, second_approver: `'sample-third'`, first_means: `'provider'` })
const wrongByHand = (name: string, code: string, columns: Columns) => attempts(`a number ${name}, as the owner`, (world) => byHand(columns)(world).join('; '), ['owner'], [code])
const twoByHand = (name: string, columns: Columns) => attempts(`two numbers ${name}, as the owner`, (world) => [...byHand()(world), insertNumber(world.ready.caseId, { ...properNumber(world), document_number: `'QS000002'`, serial: '2', ...columns })].join('; '), ['owner'], ['23505'])
const documentByHand = (columns: Columns) => (world: World) => [...byHand()(world), insertRow('travel_document', { document_number: `'QS000001'`, certificate_digest: digest, seal: `decode(repeat('00', 100), 'hex')`, page_digest: digest, ...columns })].join('; ')

/** The function, with everything there but one thing. */
const lacking = (name: string, statements: (world: World) => readonly string[]) => trials(name, statements, taken, ['owner'])

/** Taken when nothing is wrong in them: the number is given, and a document made of it once. */
export const properDocuments = (world: World): readonly string[] => [documentByHand({})(world), [...readied(world), `select 1 / (outcome = 'taken')::integer from (${takeReadied(world)}) as last`, `select 1 / kept::integer from (${keep(hex, `decode(repeat('00', 100), 'hex')`)}) as last`].join('; ')]

export const travelDocuments: readonly Attempt[] = [
  // By hand, with everything right but one thing
  ...wrongByHand('under a decision that was never made', elsewhere, { decision: digest }),
  ...wrongByHand('whose first agreement was about something else', elsewhere, { first_proposal: `'${agreed}'` }),
  ...wrongByHand('whose second agreement was about something else', elsewhere, { second_proposal: `'${agreed}'`, second_approver: `'sample-auditor'`, first_proposal: `'${secondProposal}'`, first_approver: `'sample-third'` }),
  ...wrongByHand('whose first agreement was somebody else’s', elsewhere, { first_approver: `'sample-gone'` }),
  ...wrongByHand('whose second agreement was somebody else’s', elsewhere, { second_approver: `'sample-gone'` }),
  ...wrongByHand('that no account took', elsewhere, { account_id: 'gen_random_uuid()' }),
  ...wrongByHand('of a series in small letters', otherwise, { document_number: `'qs000001'`, series: `'qs'` }),
  ...wrongByHand('nought', otherwise, { document_number: `'QS000000'`, serial: '0' }),
  ...wrongByHand('with a first agreement by demonstration', otherwise, { first_means: `'demonstration'` }),
  ...wrongByHand('with a second agreement by demonstration', otherwise, { second_means: `'demonstration'` }),
  ...wrongByHand('of a draft without a digest', otherwise, { draft_digest: `'x'` }),
  ...wrongByHand('of a layout without a digest', otherwise, { layout_digest: `'x'` }),
  ...wrongByHand('that nobody took', otherwise, { taken_by: `''` }),
  ...twoByHand('with one first agreement', { second_proposal: `'${fourthProposal}'` }),
  ...twoByHand('with one second agreement', { first_proposal: `'${thirdProposal}'` }),
  ...attempts('a document whose certificate has no digest, as the owner', documentByHand({ certificate_digest: `'x'` }), ['owner'], [otherwise]),
  ...attempts('a document whose page has no digest, as the owner', documentByHand({ page_digest: `'x'` }), ['owner'], [otherwise]),
  ...lacking('take a number with an open decision about a request', (world) => [...readied(world), takeReadied(world, { decided: `'${world.ready.decision.digest}'` })]),
  // The function, with everything there but one thing
  ...lacking('take a number for a case that moved on', (world) => [...readied(world), takeReadied(world, { version: '3' })]),
  ...lacking('take a number for a made-up case', (world) => [...readied(world), 'set local session_replication_role = replica', `update case_file set fictional = true where case_id = '${world.ready.caseId}'`, 'set local session_replication_role = origin', takeReadied(world)]),
  ...lacking('take a number as somebody who is disabled', (world) => [...readied(world), `update account set disabled_at = clock_timestamp(), disabled_by = 'x' where handle = 'sample-officer'`, takeReadied(world)]),
  ...lacking('take a number with a decision of two hours ago', (world) => [thirdPerson, decisionAsOwner(documentDecision(world), { decided_at: `clock_timestamp() - interval '2 hours'` }), ...readied(world).slice(2), takeReadied(world)]),
  ...lacking('take a number with a decision of another law', (world) => [thirdPerson, decisionAsOwner(documentDecision(world), { law_revision: '7' }), ...readied(world).slice(2), takeReadied(world)]),
  ...lacking('take a number with a decision that holds', (world) => [thirdPerson, decisionAsOwner(sampleDecision(world.ready.caseId, { step: 'document' }, 'held-everywhere')), ...readied(world).slice(2), takeReadied(world, { decided: `'${sampleDecision(world.ready.caseId, { step: 'document' }, 'held-everywhere').digest}'` })]),
  ...lacking('take a number with agreements to two drafts', (world) => [...readied(world, { draft: '1' }), takeReadied(world)]),
  ...lacking('take a number with two agreements of one person', (world) => [...readied(world, { by: auditor }), takeReadied(world)]),
  ...lacking('take a number with one proposal that was not agreed to', (world) => [...readied(world).slice(0, -1), takeReadied(world)]),
  ...lacking('take a number with an agreement of a week ago', (world) => [...readied(world), 'set local session_replication_role = replica', `update approval_proposal set proposed_at = proposed_at - interval '8 days' where proposal_id = '${firstProposal}'`, 'set local session_replication_role = origin', takeReadied(world)]),
  ...lacking('take two numbers with one pair of agreements', (world) => [...readied(world), takeReadied(world), takeReadied(world)]),
  ...trials('make the document of a number twice', (world) => [...readied(world), takeReadied(world), keep(hex, `decode(repeat('00', 100), 'hex')`), keep(hex, `decode(repeat('00', 100), 'hex')`)], (rows) => rows.some(({ kept }) => kept === true), ['owner']),
  ...trials('make the document of a number of yesterday', (world) => [...readied(world), takeReadied(world), 'set local session_replication_role = replica', `update travel_document_number set taken_at = taken_at - interval '1 day'`, 'set local session_replication_role = origin', keep(hex, `decode(repeat('00', 100), 'hex')`)], (rows) => rows.some(({ kept }) => kept === true), ['owner']),
  ...attempts('make a document with a seal of nothing, as the owner', (world) => [...readied(world), takeReadied(world), keep(hex, `'x'`)].join('; '), ['owner'], [otherwise]),

  // Reading
  ...attempts('read who got a travel document', 'select * from travel_document_number', allBut('application', 'auditor')),
  ...attempts('read the seals of travel documents', 'select * from travel_document', allBut('application', 'auditor')),

  // Around the functions
  ...attempts('take a number without the function', ({ ready }) => insertNumber(ready.caseId)),
  ...attempts('say that a document was made, without the function', `insert into travel_document (document_number, certificate_digest, seal, page_digest) values ('QS000001', ${digest}, ${digest}, ${digest})`),
  ...attempts('give a number to another case', 'update travel_document_number set case_id = gen_random_uuid()'),
  ...attempts('forget a number', 'delete from travel_document_number'),
  ...attempts('forget a document', 'delete from travel_document'),
  ...attempts('empty the numbers', 'truncate travel_document_number cascade'),
  ...attempts('take a number by the function', ({ ready }) => take(ready.caseId), allBut('application')),
  ...attempts('say that a document was made, by the function', keep(), allBut('application')),

  // What the tables refuse even to their owner
  ...attempts('change a number, as the owner', `update travel_document_number set serial = 2`, ['owner'], [stays]),
  ...attempts('forget a number, as the owner', 'delete from travel_document_number', ['owner'], [stays]),
  ...attempts('empty the numbers, as the owner', 'truncate travel_document_number cascade', ['owner'], [stays]),
  ...attempts('forget a document, as the owner', 'delete from travel_document', ['owner'], [stays]),
  ...attempts('take a number without an open decision, as the owner', ({ ready }) => insertNumber(ready.caseId), ['owner'], [elsewhere]),
  ...attempts('take a number with one approver, as the owner', ({ ready }) => insertNumber(ready.caseId, { second_approver: `' ONE '` }), ['owner'], [otherwise]),
  ...attempts('take a number that one has agreed to oneself, as the owner', ({ ready }) => insertNumber(ready.caseId, { first_approver: `'Sample-Officer'` }), ['owner'], [otherwise]),
  ...attempts('take a number with one proposal twice, as the owner', ({ ready }) => insertNumber(ready.caseId, { second_proposal: `'${waiting}'` }), ['owner'], [otherwise]),
  ...attempts('take a number with an agreement of a demonstration, as the owner', ({ ready }) => insertNumber(ready.caseId, { first_means: `'demonstration'` }), ['owner'], [otherwise]),
  ...attempts('take a number that is not the next of its series, as the owner', ({ ready }) => insertNumber(ready.caseId, { document_number: `'QS000007'` }), ['owner'], [otherwise]),
  ...attempts('make a document without a number, as the owner', `insert into travel_document (document_number, certificate_digest, seal, page_digest) values ('QS000001', ${digest}, decode(repeat('00', 100), 'hex'), ${digest})`, ['owner'], [elsewhere]),

  // By the function, with what is there
  ...trials('take a number with what was not agreed to', ({ ready }) => [take(ready.caseId)], taken, ['application', 'owner']),
  ...trials('take a number with the decision about another step', ({ ready }) => [take(ready.caseId, { decided: `'${ready.decision.digest}'` })], taken, ['application', 'owner']),
  ...trials('take a number with one agreement named twice', ({ ready }) => [take(ready.caseId, { first: agreed })], taken, ['application', 'owner']),
  ...trials('take a number for a version that is over', ({ ready }) => [take(ready.caseId, { version: '3' })], taken, ['application', 'owner']),
  ...trials('say that a document without a number was made', () => [keep()], (rows) => rows.some(({ kept }) => kept === true), ['application', 'owner']),
]
