import type { HoldReason } from '../../casework/apply-rule.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { Authority, TextStatus } from '../../law/rule.ts'

const states: Readonly<Record<StepAnswer['state'], string>> = { open: 'open', 'held-here': 'held for this destination', 'held-everywhere': 'held for every destination' }

/** Why a hold is there, as the beginning of a sentence that its provisions end. */
const reasons: Readonly<Record<HoldReason, string>> = {
  so: 'Held by',
  'may-be-so': 'Held, because it is not known that this does not apply:',
  draft: 'Held by a draft whose text was not found; a legal reviewer must record the authority:',
  conflict: 'Held, because records contradict each other. One of them must be corrected.',
  'no-rule': 'Held, because the law book has no version of this rule for the day. A legal reviewer must look.',
  'two-rules': 'Held, because the law book has more than one version of this rule for the day. A legal reviewer must look.',
}

/** The same for what is only weighed. */
const weighing: Readonly<Record<HoldReason, string>> = {
  so: 'Speaks against it:',
  'may-be-so': 'It is not known whether this speaks against it:',
  draft: 'A draft, whose text was not found, speaks against it:',
  conflict: 'Records contradict each other here.',
  'no-rule': 'The law book has no version of this rule for the day.',
  'two-rules': 'The law book has more than one version of this rule for the day.',
}

/** A policy is never called law. */
const authorities: Readonly<Record<Authority | 'none', string>> = { statute: 'statute', regulation: 'regulation', instrument: 'instrument', court: 'court order', policy: 'policy, not law', none: 'no authority' }

const texts: Readonly<Record<TextStatus, string>> = { verified: 'text read', unverified: 'text not verified', draft: 'draft' }

/** How the acts are called; an act that is not here is called as it is cited. */
const acts: Readonly<Record<string, string>> = { 'I-2.5': 'IRPA', 'SOR/2002-227': 'IRPR', 'P-21': 'Privacy Act', 'A-18.8': 'Avoiding Complicity in Mistreatment by Foreign Entities Act', 'C-44.6': 'Corrections and Conditional Release Act' }

const conditions = {
  always: 'in every case',
  notBefore: (facts: { fact: string; other: string }) => `${facts.fact} (no earlier than: ${facts.other})`,
  no: (text: string) => `not: ${text}`,
  all: ' and ',
  any: ' or ',
  passed: (facts: { length: string; since: string }) => `${facts.length} have passed since: ${facts.since}`,
  reached: (facts: { length: string; since: string }) => `the last of ${facts.length} has come, counted from: ${facts.since}`,
  within: (facts: { length: string; since: string; happened: string }) => `${facts.happened}, within ${facts.length} of: ${facts.since}`,
  days: (length: number) => (length === 1 ? '1 day' : `${length} days`),
  months: (length: number) => (length === 1 ? '1 month' : `${length} months`),
}

const labels = {
  unsettled: 'Not recorded, recorded as not so too long ago, or in conflict (a record that it is not so may open it)',
  opensWhen: 'Opens when',
  opensNever: 'Nothing in verified words opens it',
  ignored: 'Is so, but its text is not verified and opens nothing',
  weighed: 'To weigh; holds nothing',
  alarms: (gates: string) => `Somebody must look at: ${gates}.`,
  noGate: 'No gate was asked, so the step is held.',
  note: 'Note',
}

/** How what is missing gets recorded, where it is no fact that somebody records. */
const toRecord = {
  command: (kind: string) => `command “${kind}”`,
  case: 'follows from the case',
  instruments: 'follows from the law book',
  gates: 'follows from other gates',
}

export const gates = { states, reasons, weighing, authorities, texts, acts, conditions, labels, toRecord }
