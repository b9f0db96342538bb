// Broken glass, exports and saved views: acts that somebody would like not to have been, or to be judged by themselves.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'

const [otherwise, stays] = ['23514', '23001']
const notForServing = allBut('application', 'auditor')
const person = `(select account_id from account where handle = 'sample-officer')`
const words = `'Written in a test of the database.'`
const glass = `'90000000-0000-4000-8000-000000000001'`
const account = (handle: string) => `(select account_id from account where handle = '${handle}')`
const reviewed = `'90000000-0000-4000-8000-000000000003'`
const glassRow = (ends: string, review: string) => `insert into broken_glass (glass_id, account_id, handle, case_id, reason, words, ends_at, review_by) values (gen_random_uuid(), ${person}, 'x', gen_random_uuid(), 'safety', ${words}, now() + interval '${ends}', now() + interval '${review}')`
const breakOnce = `select break_glass(gen_random_uuid(), ${person}, gen_random_uuid(), 'safety', ${words}) as outcome`
const outcome = (wanted: string) => ([row]: readonly Row[]) => row?.['outcome'] === wanted

export const oversight: readonly Attempt[] = [
  ...attempts('read whose glass was broken', 'select * from broken_glass', notForServing),
  ...attempts('read what was said of broken glass', 'select * from broken_glass_review', notForServing),
  ...attempts('break glass without the function', `insert into broken_glass (glass_id, account_id, handle, case_id, reason, words) values (gen_random_uuid(), ${person}, 'x', gen_random_uuid(), 'safety', ${words})`),
  ...attempts('review one’s own act without the function', `insert into broken_glass_review (glass_id, broken_by, reviewed_by, handle, verdict, words) select glass_id, account_id, account_id, 'x', 'justified', ${words} from broken_glass`),
  ...attempts('break glass by the function', `select break_glass(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'safety', ${words})`, allBut('application')),
  ...attempts('review by the function', `select review_broken_glass(${glass}, gen_random_uuid(), 'justified', ${words})`, allBut('application')),
  ...attempts('break glass without a reason that there is', `select break_glass(gen_random_uuid(), ${person}, gen_random_uuid(), 'curiosity', ${words})`, ['application', 'owner'], [otherwise]),
  ...attempts('break glass without saying why', `select break_glass(gen_random_uuid(), ${person}, gen_random_uuid(), 'safety', '         x         ')`, ['application', 'owner'], [otherwise]),
  ...attempts('break glass as nobody', `select break_glass(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'safety', ${words})`, ['application', 'owner'], [stays]),
  ...attempts('break glass for longer', `update broken_glass set ends_at = ends_at + interval '1 day'`),
  ...attempts('break glass for longer, as the owner', `update broken_glass set ends_at = ends_at + interval '1 day'`, ['owner'], [stays]),
  ...attempts('review one’s own act, as the owner', `insert into broken_glass_review (glass_id, broken_by, reviewed_by, handle, verdict, words) values (${glass}, ${person}, ${person}, 'x', 'justified', ${words})`, ['owner'], [otherwise]),
  ...attempts('review one’s own act under another’s name, as the owner', `insert into broken_glass_review (glass_id, broken_by, reviewed_by, handle, verdict, words) select ${glass}, account_id, ${person}, 'x', 'justified', ${words} from account where handle = 'sample-auditor'`, ['owner'], ['23503']),
  ...attempts('break glass for two hours, as the owner', glassRow('2 hours', '5 days'), ['owner'], [otherwise]),
  ...attempts('be reviewed in a month, as the owner', glassRow('1 hour', '30 days'), ['owner'], [otherwise]),
  ...attempts('review an act a second time, as the owner', `insert into broken_glass_review (glass_id, broken_by, reviewed_by, handle, verdict, words) select ${reviewed}, ${person}, account_id, 'x', 'not-justified', ${words} from account where handle = 'sample-auditor'`, ['owner'], ['23505']),
  ...trials('break glass although a review of one’s own is overdue', () => [`select break_glass(gen_random_uuid(), ${account('sample-auditor')}, gen_random_uuid(), 'safety', ${words}) as outcome`], outcome('broken'), ['application']),
  ...trials('break glass as often as one likes', () => Array.from({ length: 6 }, () => breakOnce), outcome('broken'), ['application', 'owner']),
  ...trials('break glass as often as one likes, a few times a day', () => [`insert into broken_glass (glass_id, account_id, handle, case_id, reason, words, broken_at, ends_at, review_by)
    select gen_random_uuid(), ${person}, 'x', gen_random_uuid(), 'safety', ${words}, at, at + interval '1 hour', at + interval '5 days' from generate_series(now() - interval '4 days', now() - interval '2 days', interval '6 hours') as at`, breakOnce], outcome('broken'), ['owner']),
  ...attempts('say anew how often glass may be broken', `create or replace function glass_limits() returns table (in_a_day integer, in_five_days integer) language sql immutable as 'select 1000, 1000'`),
  ...attempts('ask how often glass may be broken', 'select * from glass_limits()', allBut('application')),
  ...attempts('break glass as somebody who is disabled', `select break_glass(gen_random_uuid(), ${account('sample-gone')}, gen_random_uuid(), 'safety', ${words})`, ['application'], [stays]),
  ...trials('review one’s own act by the function', () => [`select review_broken_glass(${glass}, ${person}, 'justified', ${words}) as outcome`], outcome('reviewed'), ['application']),
  ...trials('review an act a second time by the function', () => [`select review_broken_glass(${reviewed}, ${account('sample-auditor')}, 'not-justified', ${words}) as outcome`], outcome('reviewed'), ['application']),
  ...trials('review as somebody who is disabled', () => [`select review_broken_glass(${glass}, ${account('sample-gone')}, 'justified', ${words}) as outcome`], outcome('reviewed'), ['application']),
  ...attempts('forget broken glass', 'delete from broken_glass'),
  ...attempts('forget broken glass, as the owner', 'delete from broken_glass', ['owner'], [stays]),
  ...attempts('change what was said of it, as the owner', `update broken_glass_review set verdict = 'justified'`, ['owner'], [stays]),
  ...attempts('read what was exported', 'select * from export_made', allBut('auditor')),
  ...attempts('forget an export', 'delete from export_made'),
  ...attempts('forget an export, as the owner', 'delete from export_made', ['owner'], [stays]),
  ...attempts('say when an export was made', `insert into export_made (export_id, account_id, handle, kind, format, purpose, choice, lines, cut, digest, made_at) values (gen_random_uuid(), ${person}, 'x', 'cases', 'csv', 'x', '{}', 1, false, sha256('x'), '2001-01-01')`),
  ...attempts('forget a look through everything, as the owner', 'delete from integrity_check', ['owner'], [stays]),
  ...attempts('read a look through everything', 'select * from integrity_check', allBut('auditor')),
  ...attempts('read saved views', 'select * from saved_view', allBut('application')),
  ...attempts('change a saved view', `update saved_view set name = 'x'`),
  ...attempts('keep a name of a person as a choice', `insert into saved_view (view_id, account_id, name, choice) values (gen_random_uuid(), ${person}, 'x', '{"of": {"name": "Sample"}}')`, ['application'], [otherwise]),
]
