import { defineFacts } from '../fact-definition.ts'

/** Facts that only rules of the United States ask about. */
export const unitedStatesFacts = defineFacts({
  'withholding-granted': { kind: 'state', about: 'destination', tells: 'protection', effect: 'closes' },
})
