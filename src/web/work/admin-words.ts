import { administration as english } from '../../text/en/administration.ts'
import { administration as french } from '../../text/fr/administration.ts'

/** What administration says, in both languages. */
export const adminWords = { en: english, fr: french }
