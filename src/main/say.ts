import { log as logEnglish } from '../text/en/log.ts'
import { signIn as signInEnglish } from '../text/en/sign-in.ts'
import { start as startEnglish } from '../text/en/start.ts'
import { travelDocuments as documentsEnglish } from '../text/en/travel-documents.ts'
import { log as logFrench } from '../text/fr/log.ts'
import { signIn as signInFrench } from '../text/fr/sign-in.ts'
import { start as startFrench } from '../text/fr/start.ts'
import { travelDocuments as documentsFrench } from '../text/fr/travel-documents.ts'
import type { ProductionSettingRefusal } from '../service/documents/production-settings.ts'
import type { ShowRefusal } from '../service/show-measurements.ts'
import type { DatabaseRefusal } from '../store/database-refusal.ts'
import type { AddressRefusal } from './address.ts'
import type { LogSettingRefusal } from '../service/log/log-settings.ts'
import type { SampleRefusal } from './sample-size.ts'
import type { ThemeFileRefusal } from './read-theme.ts'
import type { SignInSettingRefusal } from './sign-in-settings.ts'

export const english = { language: 'en', ...startEnglish, ...signInEnglish.start, refusals: { ...startEnglish.refusals, ...signInEnglish.start.refusals, ...documentsEnglish.start, ...logEnglish.refusals } }
export const french: typeof english = { language: 'fr', ...startFrench, ...signInFrench.start, refusals: { ...startFrench.refusals, ...signInFrench.start.refusals, ...documentsFrench.start, ...logFrench.refusals } }

export type StartRefusal = DatabaseRefusal | AddressRefusal | ShowRefusal | SampleRefusal | SignInSettingRefusal | ThemeFileRefusal | ProductionSettingRefusal | LogSettingRefusal | { readonly code: 'agreements-unreadable'; readonly file: string }
export type StartText = typeof english

/** Prints a sentence in English and in French: at the start nobody has chosen a language yet. */
export function say(sentence: (text: StartText) => string) {
  const lines = [english, french].map(sentence)
  for (const line of new Set(lines)) console.log(line)
}

export function sayRefusal(refusal: StartRefusal) {
  for (const text of [english, french]) console.error(sentenceFor(text, refusal))
}

export function sentenceFor(text: StartText, refusal: StartRefusal): string {
  // The code chooses the sentence, so the facts are the ones that the sentence takes.
  const sentence = text.refusals[refusal.code] as (facts: typeof refusal) => string
  return sentence(refusal)
}
