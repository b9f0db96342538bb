import type { LawFaultWords } from '../en/law-faults.ts'

const kinds: Readonly<Record<string, string>> = { provision: 'une disposition', period: 'un délai', question: 'une question', fact: 'un fait' }

export const lawFaults: LawFaultWords = {
  'named-twice': ({ name }) => `${name} y figure deux fois`,
  'names-nothing': ({ name, kind, missing }) => `${name} nomme ${kinds[kind] ?? kind} qui n’y est pas (${missing})`,
  'ends-without-successor': ({ name }) => `la dernière version de ${name} a une fin, et rien ne la suit`,
  'versions-overlap': ({ name }) => `deux versions de ${name} sont en vigueur le même jour`,
  'versions-leave-a-gap': ({ name }) => `entre deux versions de ${name}, des jours n’en ont aucune`,
  'cites-ended-provision': ({ name, provision }) => `${name} repose sur ${provision}, qui a pris fin`,
  'read-without-its-provision': ({ name, provision }) => `${name} est marqué comme vérifié, et ${provision}, sur quoi il repose, ne l’est pas`,
  'policy-shown-as-law': ({ name }) => `${name} est une politique présentée comme du droit, ou l’inverse`,
  'questions-in-a-ring': ({ name }) => `la question ${name} repose sur elle-même`,
  'length-of-nothing': ({ name }) => `le délai ${name} n’a pas de durée entière`,
  'no-source': ({ name }) => `${name} n’a pas de source`,
  'review-before-check': ({ name }) => `${name} est à revoir avant le jour où il a été vérifié`,
  'ends-before-it-starts': ({ name }) => `${name} finit avant de commencer`,
  'no-gate-asks': ({ name, kind, jurisdiction }) => `${name} est d’un type (${kind}) qu’aucun verrou de ${jurisdiction} ne consulte, et ne retiendrait rien`,
  'nothing-changes': () => 'elle ne change rien',
  'update-without-source': () => 'elle n’a pas de source',
  'replaces-nothing': ({ name }) => `elle remplace ${name}, qui n’y est pas`,
  'adds-what-is-there': ({ name }) => `elle ajoute ${name}, qui y est déjà`,
  'changes-whose-rule-it-is': ({ name }) => `${name} changerait de pays, ou passerait de politique à droit`,
}
