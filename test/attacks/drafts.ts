// Answers that somebody typed and has not handed in: made to last, read by others, or made another's.
import { allBut, attempts, type Attempt } from './attack.ts'
import { insertRow } from './statements.ts'

const [missing, elsewhere, taken, otherwise] = ['23502', '23503', '23505', '23514']
const person = `(select account_id from account where handle = 'sample-officer')`
const id = `'d0000000-0000-4000-8000-000000000001'`

type Columns = Readonly<Record<string, string>>
const draft = (columns: Columns = {}) => insertRow('draft', { draft_id: id, account_id: person, case_id: 'gen_random_uuid()', kind: `'record-order'`, command_id: `'d0000000-0000-4000-8000-000000000002'`, made_id: `'d0000000-0000-4000-8000-000000000003'`, seen_version: '0', ...columns })
const file = (columns: Columns = {}) => insertRow('draft_file', { draft_id: id, ordinal: '1', name: `'x.png'`, bytes: `'x'`, ...columns })
const another = (columns: Columns) => draft({ draft_id: 'gen_random_uuid()', command_id: 'gen_random_uuid()', made_id: 'gen_random_uuid()', ...columns })
const refused = (name: string, code: string, statement: string) => attempts(`${name}, as the owner`, statement, ['owner'], [code])

/** Taken when nothing is wrong in them. */
export const properDrafts: readonly string[] = [`${draft()}; ${file()}`, `${draft()}; ${another({})}`]

export const drafts: readonly Attempt[] = [
  ...attempts('read what somebody typed', 'select * from draft', allBut('application')),
  ...attempts('read what somebody put with it', 'select * from draft_file', allBut('application')),
  ...attempts('begin a draft', draft(), allBut('application')),
  ...attempts('give a draft to somebody else', 'update draft set account_id = account_id'),
  ...attempts('make a draft another command', `update draft set kind = 'record-risk'`),
  ...attempts('let a draft stay for good', `update draft set ends_at = 'infinity'`),
  ...attempts('begin a draft that stays for good', draft({ ends_at: `'infinity'` })),
  ...attempts('change a file of a draft', `update draft_file set bytes = 'y'`),
  ...refused('keep a draft for a month', otherwise, draft({ ends_at: `now() + interval '30 days'` })),
  ...refused('keep a draft of nobody', elsewhere, draft({ account_id: 'gen_random_uuid()' })),
  ...refused('keep a draft without whose it is', missing, draft({ account_id: 'null' })),
  ...refused('keep a draft of a kind that no command has', otherwise, draft({ kind: `'Record'` })),
  ...refused('keep a draft that saw less than nothing', otherwise, draft({ seen_version: '-1' })),
  ...refused('keep answers that are none', otherwise, draft({ answers: `'[]'` })),
  ...refused('keep answers without end', otherwise, draft({ answers: `jsonb_build_object('x', repeat('y', 200001))` })),
  ...refused('keep an end that is none', otherwise, draft({ outcome: `'1'` })),
  ...refused('hand in the same command by two drafts', taken, `${draft()}; ${another({ command_id: `'d0000000-0000-4000-8000-000000000002'` })}`),
  ...refused('make the same thing by two drafts', taken, `${draft()}; ${another({ made_id: `'d0000000-0000-4000-8000-000000000003'` })}`),
  ...refused('keep a file of no draft', elsewhere, file()),
  ...refused('keep a sixth file', otherwise, `${draft()}; ${file({ ordinal: '6' })}`),
  ...refused('keep two files in one place', taken, `${draft()}; ${file()}; ${file()}`),
  ...refused('keep a file without a name', otherwise, `${draft()}; ${file({ name: `''` })}`),
  ...refused('keep a file without end', otherwise, `${draft()}; ${file({ bytes: `decode(repeat('00', 20971521), 'hex')` })}`),
]
