// What is known of countries, measures and commitments: made whole cloth, changed afterwards, or without what it needs.
import { allBut, attempts, type Attempt } from './attack.ts'
import { insertRow, quoted } from './statements.ts'

const [elsewhere, taken, otherwise, stays] = ['23503', '23505', '23514', '23001']
const tables = ['country_entry', 'evidence_pack', 'engagement_event', 'commitment'] as const

type Columns = Readonly<Record<string, string>>
const entry = (columns: Columns = {}) => insertRow('country_entry', {
  entry_id: 'gen_random_uuid()', country: `'GHA'`, kind: `'playbook'`, consulate: `''`, topic: `'form'`, document: `'any'`, says: `'x'`, language: `'en'`, owner: `'x'`, source: `'x'`, checked_on: `'2026-01-01'`, review_by: `'2026-06-01'`, withdrawn: 'false', recorded_by: `'x'`, ...columns,
})
const content = `'{"country":"GHA","format":"comity-evidence/1"}'`
const digestOf = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`
const pack = (columns: Columns = {}) => insertRow('evidence_pack', { digest: digestOf(columns['content'] ?? content), country: `'GHA'`, content, ...columns })

const whole = { legalBasis: 'Sample Act', decidedBy: 'Sample office', startsOn: '2026-02-01', reviewBy: '2026-06-01', sunsetOn: '2026-09-01' }
const measure = `'c0000000-0000-4000-8000-000000000001'`
const event = (columns: Columns = {}) => insertRow('engagement_event', { measure_id: measure, sequence: '1', country: `'GHA'`, kind: `'decided'`, happened_on: `'2026-01-15'`, body: quoted(whole), evidence: digestOf(content), recorded_by: `'x'`, ...columns })
const next = (columns: Columns = {}) => event({ sequence: '2', kind: `'started'`, body: `'{}'`, evidence: 'null', ...columns })
const decided = `${pack()}; ${event()}`

const first = `'c0000000-0000-4000-8000-000000000002'`
const commitment = (columns: Columns = {}) => insertRow('commitment', {
  commitment_id: 'gen_random_uuid()', kind: `'target'`, what_en: `'x'`, what_fr: `'x'`, number: '1', unit: `'removals'`, from_on: `'2026-01-01'`, until_on: `'2026-12-31'`, announced_by: `'x'`, source: `'x'`, series: `''`, withdrawn: 'false', recorded_by: `'x'`, ...columns,
})
const replaced = { replaces: first, change: `'changed'`, changed_on: `'2026-02-01'`, change_source: `'x'` }
const known = { ...replaced, replaces: 'null', replaces_known: `'sample-key'` }
const instead = (columns: Columns = {}) => `${commitment({ commitment_id: first })}; ${commitment({ ...replaced, ...columns })}`

const refused = (name: string, code: string, statement: string) => attempts(`${name}, as the owner`, statement, ['owner'], [code])
const refusedEach = (name: string, make: (columns: Columns) => string, wrong: Columns) => Object.entries(wrong).flatMap(([column, value]) => refused(`${name} with another ${column}`, otherwise, make({ [column]: value })))

/** Taken when nothing is wrong in them. */
export const properKnowledge: readonly string[] = [entry(), entry({ kind: `'acceptance'`, topic: `'accepted'` }), `${decided}; ${next()}; ${next({ sequence: '3', kind: `'reviewed'`, body: quoted(whole) })}`, commitment(), instead(), commitment(known), instead({ change: `'withdrawn'`, withdrawn: 'true' })]

export const countryKnowledge: readonly Attempt[] = [
  ...tables.flatMap((table) => [
    ...attempts(`read ${table}`, `select * from ${table}`, allBut('application', 'auditor')),
    ...attempts(`forget rows of ${table}`, `delete from ${table}`),
    ...attempts(`change rows of ${table}`, `update ${table} set ${table === 'evidence_pack' ? 'country = country' : 'recorded_by = recorded_by'}`),
    ...refused(`change rows of ${table}`, stays, `update ${table} set ${table === 'evidence_pack' ? 'country = country' : 'recorded_by = recorded_by'}`),
    ...refused(`forget rows of ${table}`, stays, `delete from ${table}`),
    ...refused(`empty ${table}`, stays, `truncate ${table} cascade`),
  ]),
  ...attempts('record what is known of a country', entry(), allBut('application')),
  ...attempts('say when something was recorded of a country', entry({ recorded_at: `'2001-01-01'` })),
  ...attempts('keep evidence of another day', pack({ kept_at: `'2001-01-01'` })),
  ...attempts('decide a measure', decided, allBut('application')),
  ...attempts('record a commitment', commitment(), allBut('application')),
  ...attempts('say when a commitment was recorded', commitment({ recorded_at: `'2001-01-01'` })),

  ...refusedEach('an entry', entry, { country: `'gh'`, kind: `'rumour'`, topic: `'Form 1'`, document: `'ANY'`, says: `''`, language: `'de'`, owner: `''`, source: `''`, recorded_by: `''`, review_by: `'2026-01-01'`, consulate: `repeat('x', 101)` }),
  ...refused('an acceptance that is no answer', otherwise, entry({ kind: `'acceptance'` })),
  ...refused('evidence with another digest', otherwise, pack({ digest: `repeat('0', 64)` })),
  ...refused('evidence of another country', otherwise, pack({ country: `'KEN'` })),
  ...refused('evidence in another format', otherwise, pack({ content: `'{"country":"GHA","format":"x"}'` })),
  ...refused('the same evidence twice', taken, `${pack()}; ${pack()}`),

  ...refused('a measure that starts before it is decided', otherwise, `${pack()}; ${next({ sequence: '1' })}`),
  ...refused('a measure that is decided again', otherwise, `${decided}; ${event({ sequence: '2' })}`),
  ...refused('a measure of two countries at once', taken, `${decided}; ${insertOther('KEN')}`),
  ...refused('a step of a measure behind a gap', elsewhere, `${decided}; ${next({ sequence: '3' })}`),
  ...refused('a step of a measure towards another country', elsewhere, `${decided}; ${next({ country: `'KEN'` })}`),
  ...refused('a decision on evidence that nobody kept', elsewhere, event()),
  ...refused('a start that rests on evidence', otherwise, `${decided}; ${next({ evidence: digestOf(content) })}`),
  ...['legalBasis', 'decidedBy', 'startsOn', 'sunsetOn', 'reviewBy'].flatMap((field) => refused(`a decision without ${field}`, otherwise, `${pack()}; ${event({ body: quoted({ ...whole, [field]: undefined }) })}`)),
  ...refused('a decision whose sunset comes first', otherwise, `${pack()}; ${event({ body: quoted({ ...whole, sunsetOn: '2026-01-31' }) })}`),
  ...refused('a decision that is reviewed after its sunset', otherwise, `${pack()}; ${event({ body: quoted({ ...whole, reviewBy: '2026-09-02' }) })}`),
  ...refused('a review that is due after the sunset', otherwise, `${decided}; ${next({ kind: `'reviewed'`, body: quoted({ reviewBy: '2026-10-01', sunsetOn: '2026-09-01' }) })}`),
  ...refused('a step that there is not', otherwise, `${decided}; ${next({ kind: `'forgotten'` })}`),
  ...refused('a step that is no object', otherwise, `${decided}; ${next({ body: `'[]'` })}`),
  ...refused('a step of nobody', otherwise, `${decided}; ${next({ recorded_by: `''` })}`),
  ...refused('a step after the end', otherwise, `${decided}; ${next({ kind: `'ended'` })}; ${next({ sequence: '3', kind: `'replied'` })}`),

  ...refusedEach('a commitment', commitment, { kind: `'hope'`, what_en: `''`, what_fr: `''`, number: '0', unit: `'Removals'`, until_on: `'2026-01-01'`, announced_by: `''`, source: `''`, series: `repeat('x', 201)`, recorded_by: `''` }),
  ...refusedEach('a change of a commitment', instead, { change: `'forgotten'`, changed_on: 'null', change_source: `''`, withdrawn: 'true', replaces_known: `'sample-key'` }),
  ...refused('a commitment in the place of one, without saying why', otherwise, instead({ change: 'null', changed_on: 'null', change_source: 'null' })),
  ...refused('a commitment in the place of a known one, without saying why', otherwise, commitment({ replaces_known: `'sample-key'` })),
  ...refused('a commitment in the place of a key that is none', otherwise, commitment({ ...known, replaces_known: `'Sample Key'` })),
  ...refused('a change of nothing', otherwise, commitment({ ...replaced, replaces: 'null' })),
  ...refused('a withdrawal that is not said to be one', otherwise, instead({ change: `'withdrawn'` })),
  ...refused('a commitment in the place of one that there is not', elsewhere, commitment(replaced)),
  ...refused('two commitments in the place of one', taken, `${instead()}; ${commitment(replaced)}`),
  ...refused('two commitments in the place of a known one', taken, `${commitment(known)}; ${commitment(known)}`),
]

/** A second decision on the same measure, towards another country, with evidence of its own. */
function insertOther(country: string): string {
  const other = quoted(`{"country":"${country}","format":"comity-evidence/1"}`)
  return `${pack({ country: quoted(country), content: other })}; ${event({ country: quoted(country), evidence: digestOf(other) })}`
}
