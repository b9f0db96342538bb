// Two records of one person: proposals about two cases, made about others than they say, or agreed to by who proposed them.
import { allBut, attempts, trials, type Attempt, type Row } from './attack.ts'
import type { World } from './world.ts'

const otherwise = ['23514']
const serving = ['application', 'owner'] as const
const person = `(select account_id from account where handle = 'sample-officer')`
const auditor = `(select account_id from account where handle = 'sample-auditor')`
const [proposalId, commandId, nobodys] = ['b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-0000000000ff', '00000000-0000-4000-8000-000000000000']

type Said = Readonly<Partial<Record<'by' | 'proposer' | 'stays' | 'duplicate' | 'version' | 'otherVersion' | 'saysCase' | 'saysOther' | 'saysVersion' | 'saysOtherVersion' | 'actStays' | 'actDuplicate' | 'other', string>>>

/** A proposal about two cases at version 4, but for what is said otherwise. */
const propose = (said: Said = {}) => ({ ready, held }: World) => {
  const { by = person, proposer = 'sample-officer', stays = ready.caseId, duplicate = held.caseId, version = '4', otherVersion = '4' } = said
  const { saysCase = stays, saysOther = duplicate, saysVersion = version, saysOtherVersion = otherVersion, actStays = stays, actDuplicate = duplicate } = said
  const { other = `jsonb_build_object('caseId', '${saysOther}', 'version', ${saysOtherVersion})` } = said
  const content = `jsonb_build_object('format', 'comity-approval/1', 'subject', 'merge', 'caseId', '${saysCase}', 'version', ${saysVersion}, 'other', ${other}, 'commandId', '${commandId}', 'proposer', '${proposer}', 'act', jsonb_build_object('stays', '${actStays}', 'duplicate', '${actDuplicate}'), 'shown', '{"en": "x", "fr": "x"}'::jsonb)::text`
  return `select outcome from propose_merge('${proposalId}', '${stays}', ${version}, '${duplicate}', ${otherVersion}, '${commandId}', 'merge', ${by}, '${proposer}', ${content})`
}
const proposed = (rows: readonly Row[]) => rows.some(({ outcome }) => outcome === 'proposed')
const agreed = (rows: readonly Row[]) => rows.some(({ outcome }) => outcome === 'agreed')
const agree = (by: string, seen = `(select encode(digest, 'hex') from approval_proposal where proposal_id = '${proposalId}')`) => `select agree_approval('${proposalId}', ${by}, ${seen}, 'provider', '{}') as outcome`

/** The same by the function for one case, whose text names another case, or none. */
const proposeAsOne = (subject: string, other: string) => ({ ready }: World) => `select outcome from propose_approval('${proposalId}', '${subject}', '${ready.caseId}', 4, '${commandId}', 'merge', true, ${person}, 'sample-officer',
  (jsonb_build_object('format', 'comity-approval/1', 'subject', '${subject}', 'caseId', '${ready.caseId}', 'version', 4, 'commandId', '${commandId}', 'proposer', 'sample-officer', 'act', '{}'::jsonb, 'shown', '{"en": "x", "fr": "x"}'::jsonb)${other})::text)`

export const merges: readonly Attempt[] = [
  ...attempts('propose a merge by the function', propose(), allBut('application')),
  ...attempts('propose a merge under somebody else’s name', propose({ by: auditor }), serving, otherwise),
  ...attempts('propose a merge as nobody', propose({ by: 'null::uuid' }), serving, otherwise),
  ...attempts('propose a merge of one case with itself', (world) => propose({ duplicate: world.ready.caseId })(world), serving, otherwise),
  ...attempts('propose a merge whose text names another case that stays', (world) => propose({ saysCase: world.sent.caseId })(world), serving, otherwise),
  ...attempts('propose a merge whose text names another duplicate', (world) => propose({ saysOther: world.sent.caseId })(world), serving, otherwise),
  ...attempts('propose a merge whose text names another version of the duplicate', propose({ saysOtherVersion: '3' }), serving, otherwise),
  ...attempts('propose a merge whose text names no duplicate', propose({ other: `'{}'::jsonb` }), serving, otherwise),
  ...attempts('propose a merge that is done to another duplicate than it says', (world) => propose({ actDuplicate: world.sent.caseId })(world), serving, otherwise),
  ...attempts('propose a merge that is done to another case than it says', (world) => propose({ actStays: world.sent.caseId })(world), serving, otherwise),
  ...attempts('propose a merge by the way of one case', proposeAsOne('merge', ''), serving, otherwise),
  ...attempts('propose about one case what speaks of two', (world) => proposeAsOne('command', ` || jsonb_build_object('other', jsonb_build_object('caseId', '${world.held.caseId}', 'version', 4))`)(world), serving, otherwise),
  ...trials('propose a merge about a version of the case that is gone', (world) => [propose({ version: '3' })(world)], proposed, serving),
  ...trials('propose a merge about a version of the duplicate that is gone', (world) => [propose({ otherVersion: '3' })(world)], proposed, serving),
  ...trials('propose a merge with a duplicate that there is not', (world) => [propose({ duplicate: nobodys })(world)], proposed, serving),
  ...trials('agree to one’s own merge', (world) => [propose()(world), agree(person)], agreed, serving),
  ...trials('agree to other bytes of a merge than those shown', (world) => [propose()(world), agree(auditor, `repeat('0', 64)`)], agreed, serving),
  ...trials('propose another merge under the id of one', (world) => [propose()(world), propose({ stays: world.held.caseId, duplicate: world.ready.caseId })(world)], (rows) => rows.some(({ outcome }) => outcome === 'proposed' || outcome === 'repeated'), serving),
]
