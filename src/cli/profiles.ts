import { listProfiles } from '../intake/built-in-profiles.ts'
import { loadProfile } from '../intake/find-profile.ts'
import type { Language } from '../text/language.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-codes.ts'
import { refusalSentence } from './sentences.ts'
import { cliWords } from './table.ts'
import type { Terminal } from './terminal.ts'

/** `comity profiles [NAME]`: the source profiles, or one of them as JSON to start a new one from. */
export async function profiles({ files: [name] }: Arguments, language: Language, terminal: Terminal): Promise<ExitCode> {
  if (name !== undefined) {
    const profile = await loadProfile(name)
    return profile.ok ? terminal.answer([JSON.stringify(profile.value, null, 2)]) : terminal.refuse(refusalSentence(profile.refusal, language))
  }
  return terminal.answer([
    cliWords[language].profilesHeading,
    ...listProfiles().flatMap((profile) => ['', `${profile.name}/${profile.version}`, `  ${profile.title[language]}`, `  ${profile.publisher[language]}`, `  ${profile.terms[language]}`]),
  ])
}
