import { work as english } from '../../text/en/work.ts'
import { work as french } from '../../text/fr/work.ts'

/** What the pages of work say, in both languages. */
export const partWords = { en: english, fr: french }
