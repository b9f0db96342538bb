import type { CaseState } from '../../casework/case-state.ts'

/** Whom a case is about, as its pages say it: `Sample, One`. */
export function personName({ identity: { familyName, givenNames } }: Pick<CaseState, 'identity'>): string {
  return [familyName, givenNames].filter((part) => part !== '').join(', ')
}
