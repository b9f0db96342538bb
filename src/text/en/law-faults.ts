import type { LawUpdateFault } from '../../law/check-law-update.ts'

/** What faults carry; each sentence takes what its fault has. */
type Facts = { readonly name: string; readonly kind: string; readonly missing: string; readonly provision: string; readonly jurisdiction: string }
export type LawFaultWords = Readonly<Record<LawUpdateFault['code'], (facts: Facts) => string>>

const kinds: Readonly<Record<string, string>> = { provision: 'a provision', period: 'a period', question: 'a question', fact: 'a fact' }

/** What is wrong with a change of the law book. */
export const lawFaults: LawFaultWords = {
  'named-twice': ({ name }) => `${name} is there twice`,
  'names-nothing': ({ name, kind, missing }) => `${name} names ${kinds[kind] ?? kind} that is not there (${missing})`,
  'ends-without-successor': ({ name }) => `the last version of ${name} has an end, and nothing follows it`,
  'versions-overlap': ({ name }) => `two versions of ${name} are in force on one day`,
  'versions-leave-a-gap': ({ name }) => `between two versions of ${name} there are days without any`,
  'cites-ended-provision': ({ name, provision }) => `${name} rests on ${provision}, which has ended`,
  'read-without-its-provision': ({ name, provision }) => `${name} is marked as verified, and ${provision}, on which it rests, is not`,
  'policy-shown-as-law': ({ name }) => `${name} is policy and is shown as law, or the other way round`,
  'questions-in-a-ring': ({ name }) => `the question ${name} rests on itself`,
  'length-of-nothing': ({ name }) => `the period ${name} has no whole length`,
  'no-source': ({ name }) => `${name} has no source`,
  'review-before-check': ({ name }) => `${name} is to be reviewed before the day on which it was checked`,
  'ends-before-it-starts': ({ name }) => `${name} ends before it starts`,
  'no-gate-asks': ({ name, kind, jurisdiction }) => `${name} is of a kind (${kind}) that no gate of ${jurisdiction} asks about, and would hold nothing`,
  'nothing-changes': () => 'it changes nothing',
  'update-without-source': () => 'it has no source',
  'replaces-nothing': ({ name }) => `it replaces ${name}, which is not there`,
  'adds-what-is-there': ({ name }) => `it adds ${name}, which is there already`,
  'changes-whose-rule-it-is': ({ name }) => `${name} would change its country, or from policy to law`,
}
