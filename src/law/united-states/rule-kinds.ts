import type { Condition, Opening, Rule } from '../rule.ts'

type Kind = Pick<Rule, 'jurisdiction' | 'authority' | 'text' | 'inForce' | 'reach' | 'except' | 'until'>

/** What most rules of the United States have in common: words read, in force since a day that we do not know, nobody excepted. */
export const statute: Kind = { jurisdiction: 'US', authority: 'statute', text: 'verified', inForce: {}, reach: 'everywhere', except: [], until: [] }

export const regulation: Kind = { ...statute, authority: 'regulation' }

/** An exception or an ending in words that were read. */
export function opening(code: string, provision: string, condition: Condition): Opening {
  return { code, provision, text: 'verified', condition }
}

/** An exception or an ending that others describe: shown, and ignored in the opening direction. */
export function unverifiedOpening(code: string, provision: string, condition: Condition): Opening {
  return { code, provision, text: 'unverified', condition }
}
