import { lookUp } from '../render/names.ts'
import type { ReasonName } from '../render/reconciliation.ts'
import { capitalise } from '../text/format.ts'
import { intake as english } from '../text/en/intake.ts'
import { intake as french } from '../text/fr/intake.ts'
import type { Language } from '../text/language.ts'

const reasons = { en: english.reasons, fr: french.reasons }

/** Reasons of quarantine in words; a code of a later edition is shown as it is. */
export function reasonName(language: Language): ReasonName {
  return (reason) => capitalise(lookUp<string>(reasons[language], reason) ?? reason)
}
