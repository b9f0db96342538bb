// Numbers of travel documents, taken, changed or forgotten by whoever should not.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'
import { proposalIds } from './world.ts'

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

export const travelDocuments: readonly Attempt[] = [
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
