import type { Agreement } from '../../src/casework/agreement.ts'
import type { FactValue, Instant } from '../../src/casework/fact-record.ts'
import type { Identity } from '../../src/casework/identity.ts'
import type { DocumentType, NationalityBasis, RiskFinding, WithdrawalReason } from '../../src/casework/lists.ts'
import type { SuppliedExtras } from '../../src/casework/outbound-source.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Jurisdiction } from '../../src/law/rule.ts'

/** Two cases that are the same in everything that a home state may know, and differ in what it may not. */
export type Pair = { readonly jurisdiction: Jurisdiction; readonly open: Open; readonly one: Inner; readonly other: Inner }

/** What both have in common. */
export type Open = {
  readonly identity: Identity
  readonly claims: readonly { readonly country: string; readonly basis: NationalityBasis }[]
  readonly requests: readonly { readonly requestId: string; readonly destination: string; readonly documentType: DocumentType; readonly agreement?: string }[]
  readonly agreements: readonly Agreement[]
  /** Is the state spoken to before it is asked? */
  readonly contacted: boolean
  readonly extras: SuppliedExtras
  /** Recorded after the requests left, and told to whoever received the first one. */
  readonly corrected?: Identity
  readonly withdrawn: readonly string[]
}

/** What a home state must not be able to tell. */
export type Inner = {
  readonly facts: readonly InnerFact[]
  readonly risk: RiskFinding
  readonly reasons: string
  readonly notes: readonly string[]
  readonly counsel?: { readonly name: string; readonly address: string }
  readonly notices: readonly string[]
  readonly custodyReviews: number
  readonly available: boolean
  readonly source: string
  /** The details of IRPA 49(4), kept in a place of their own. */
  readonly statutory: { readonly gender: string; readonly criminalBackground: string }
  /** Reason and moment of each withdrawal, in the order in which they were recorded; all within one week. */
  readonly withdrawals: readonly { readonly requestId: string; readonly reason: WithdrawalReason; readonly at: Instant }[]
}

/** A record of a protected fact. `here`: about the state that is asked; `elsewhere`: about another one; absent: about the person, or every state. */
export type InnerFact = { readonly fact: FactCode; readonly value: FactValue; readonly on: PlainDate; readonly where?: 'here' | 'elsewhere' }

export const homeStates = ['BR', 'PE', 'GH', 'VN', 'MD', 'LK'] as const
export const elsewhere = 'FJ'
