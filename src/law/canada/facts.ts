import { defineFacts } from '../fact-definition.ts'

/** Facts that only Canadian rules ask about. */
export const canadaFacts = defineFacts({
  'prra-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'prra-waived-in-writing': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-application-received': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'prra-rejected': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
})
