import { intake as english } from '../text/en/intake.ts'
import { intake as french } from '../text/fr/intake.ts'
import type { Language } from '../text/language.ts'
import type { IntakeRefusal } from './refusal.ts'

type Sentences = { readonly [Code in IntakeRefusal['code']]: (facts: Extract<IntakeRefusal, { readonly code: Code }>) => string }

// The types say that each code has its sentence, with the facts that the refusal carries.
const sentences: Readonly<Record<Language, Sentences>> = { en: english.refusals, fr: french.refusals }

/** What happened to a file, and what to do. */
export function refusalSentence(refusal: IntakeRefusal, language: Language): string {
  const say = sentences[language][refusal.code] as (facts: IntakeRefusal) => string
  return say(refusal)
}

/** Why a row was not used or not timed; the code itself where it has no sentence. */
export function reasonSentence(reason: string, language: Language): string {
  const reasons: Readonly<Record<string, string>> = (language === 'fr' ? french : english).reasons
  return reasons[reason] ?? reason
}
