import { defineFacts } from '../fact-definition.ts'

/** Facts that rules of both countries, or policies, ask about. */
export const commonFacts = defineFacts({
  'removal-order-made': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'either' },
})
