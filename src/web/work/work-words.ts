import type { Role } from '../../service/access/roles.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'
import type { Language } from '../../text/language.ts'

/** What signing in says, in both languages. */
export const workWords = { en: english, fr: french }

/** What a demonstration account is: its role, with a number where there are several. */
export function demonstrationName({ role, number }: { readonly role: Role; readonly number?: number | undefined }, language: Language): string {
  return `${workWords[language].roles[role]}${number === undefined ? '' : ` ${number}`}`
}
