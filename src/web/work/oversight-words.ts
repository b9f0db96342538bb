import { oversight as english } from '../../text/en/oversight.ts'
import { oversight as french } from '../../text/fr/oversight.ts'

/** What breaking glass, audit, inventories, views and exports say, in both languages. */
export const oversightWords = { en: english, fr: french }
