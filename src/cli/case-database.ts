import { fileURLToPath } from 'node:url'
import type { CaseServices } from '../service/cases/case-services.ts'
import { makeCaseServices } from '../service/cases/make-case-services.ts'
import { readAgreements } from '../service/cases/read-agreements.ts'
import { openDatabase, type DatabaseSettings } from '../service/database.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { DatabaseRefusal } from '../store/database-refusal.ts'
import { start as english } from '../text/en/start.ts'
import { start as french } from '../text/fr/start.ts'
import type { Language } from '../text/language.ts'
import { caseWords } from './case-sentences.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const startWords = { en: english, fr: french }

export type OpenCases = { readonly services: CaseServices; readonly close: () => Promise<void> }

/** Why there is no database to work with. */
export function databaseSentence(refusal: DatabaseRefusal, language: Language): string {
  const sentences: Readonly<Record<string, unknown>> = startWords[language].refusals
  // The code chooses the sentence, so the facts are the ones that the sentence takes.
  return (sentences[refusal.code] as (facts: DatabaseRefusal) => string)(refusal)
}

/** Opens the database that the settings name, or joins the one of a Comity that is being served; else says why not. */
export async function openCases(environment: NodeJS.ProcessEnv, language: Language): Promise<Result<OpenCases, string>> {
  const timeZone = environment['COMITY_TIME_ZONE'] || undefined
  if (timeZone !== undefined && !isTimeZone(timeZone)) return refuse(caseWords[language].badTimeZone(timeZone))
  const agreements = await readAgreements(environment['COMITY_AGREEMENTS'] || undefined)
  if (!agreements.ok) {
    const words = caseWords[language]
    return refuse(agreements.refusal.code === 'agreements-wrong' ? words.agreementsWrong(agreements.refusal) : words.agreementsUnreadable(agreements.refusal))
  }
  const opened = await openDatabase(settingsOf(environment))
  if (!opened.ok) return refuse(databaseSentence(opened.refusal, language))
  return accept({ services: makeCaseServices(opened.value, { agreements: agreements.value, timeZone }), close: opened.value.close })
}

/** The database that the settings name; one that is being served is joined. */
export function settingsOf(environment: NodeJS.ProcessEnv): DatabaseSettings {
  return {
    projectFolder, join: true, dataFolder: environment['COMITY_DATA'], url: environment['DATABASE_URL'], ownerUrl: environment['DATABASE_OWNER_URL'],
    roleUrls: { gates: environment['DATABASE_GATES_URL'], outbound: environment['DATABASE_OUTBOUND_URL'], auditor: environment['DATABASE_AUDITOR_URL'], report: environment['DATABASE_REPORT_URL'] },
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
