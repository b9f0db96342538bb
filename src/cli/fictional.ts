import { openDatabase } from '../service/database.ts'
import { removeFictionalCases } from '../store/fictional-cases.ts'
import { cli as english } from '../text/en/cli.ts'
import { formatCount } from '../text/format.ts'
import { cli as french } from '../text/fr/cli.ts'
import type { Language } from '../text/language.ts'
import { databaseSentence, settingsOf } from './case-database.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

const words = { en: english.fictional, fr: french.fictional }

/** `comity fictional remove`: deletes every case that is marked as fictional, and no other, as the owner of the database. */
export async function fictional([what, ...rest]: readonly string[], language: Language, terminal: Terminal, environment: NodeJS.ProcessEnv = process.env): Promise<ExitCode> {
  if (what !== 'remove' || rest.some((word) => !/^--lang(=|$)|^(en|fr)$/.test(word))) return terminal.refuse(words[language].needs)
  let removed = 0
  const opened = await openDatabase({ ...settingsOf(environment), atStart: async (owner) => { removed = await removeFictionalCases(owner) } })
  if (!opened.ok) return terminal.refuse(databaseSentence(opened.refusal, language))
  await opened.value.close()
  return terminal.answer([words[language].removed(formatCount(removed, language))])
}
