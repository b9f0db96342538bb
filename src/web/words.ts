import { pages as pagesInEnglish } from '../text/en/pages.ts'
import { pages as pagesInFrench } from '../text/fr/pages.ts'

/** What this room says, in both languages. What figures and pictures say is in `render`. */
export const words = { en: pagesInEnglish, fr: pagesInFrench }
