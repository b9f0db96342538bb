import { factsCommon as commonEnglish } from '../text/en/facts-common.ts'
import { factsUnitedStates as unitedStatesEnglish } from '../text/en/facts-united-states.ts'
import { factsCommon as commonFrench } from '../text/fr/facts-common.ts'
import { factsUnitedStates as unitedStatesFrench } from '../text/fr/facts-united-states.ts'
import type { Language } from '../text/language.ts'

const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { ...commonEnglish, ...unitedStatesEnglish },
  fr: { ...commonFrench, ...unitedStatesFrench },
}

/** What a fact says when it is so. */
export function factName(code: string, language: Language): string {
  return names[language][code] ?? code
}
