import type { PlainDate } from '../kernel/day.ts'

/** What falls due next, and on which day at the latest. */
export type DueFor = 'return-to-consider' | 'custody-review' | 'departure' | 'recheck-before-departure' | 'recheck-before-interview' | 'interview' | 'state-reply' | 'document-expiry'
export type Due = { readonly on: PlainDate; readonly for: DueFor }
