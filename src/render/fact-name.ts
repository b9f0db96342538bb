import type { FactCode } from '../law/facts.ts'
import { factsCanada as canadaEnglish } from '../text/en/facts-canada.ts'
import { factsCommon as commonEnglish } from '../text/en/facts-common.ts'
import { factsUnitedStates as unitedStatesEnglish } from '../text/en/facts-united-states.ts'
import { factsCanada as canadaFrench } from '../text/fr/facts-canada.ts'
import { factsCommon as commonFrench } from '../text/fr/facts-common.ts'
import { factsUnitedStates as unitedStatesFrench } from '../text/fr/facts-united-states.ts'
import type { Language } from '../text/language.ts'

// A fact without its sentence does not compile.
const names: Readonly<Record<Language, Readonly<Record<FactCode, string>>>> = {
  en: { ...commonEnglish, ...canadaEnglish, ...unitedStatesEnglish },
  fr: { ...commonFrench, ...canadaFrench, ...unitedStatesFrench },
}

/** What a fact says when it is so. */
export function factName(code: FactCode, language: Language): string {
  return names[language][code]
}
