import { intake as english } from '../text/en/intake.ts'
import { capitalise } from '../text/format.ts'
import { intake as french } from '../text/fr/intake.ts'
import type { Language } from '../text/language.ts'
import { lookUp } from './names.ts'

const reasons = { en: english.reasons, fr: french.reasons }

/** Why a row was set aside, in words; a code of a later edition is shown as it is. */
export function reasonName(reason: string, language: Language): string {
  return capitalise(lookUp<string>(reasons[language], reason) ?? reason)
}
