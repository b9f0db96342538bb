import { signIn as english } from '../../text/en/sign-in.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'

/** What signing in says, in both languages. */
export const workWords = { en: english, fr: french }
