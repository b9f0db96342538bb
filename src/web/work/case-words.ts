import { casework as caseworkInEnglish } from '../../text/en/casework.ts'
import { caseCli as cliInEnglish } from '../../text/en/case-cli.ts'
import { casework as caseworkInFrench } from '../../text/fr/casework.ts'
import { caseCli as cliInFrench } from '../../text/fr/case-cli.ts'

/** What cases are called and what happened to them, as the command line says it too. */
export const caseWords = {
  en: { ...caseworkInEnglish, dues: cliInEnglish.dues, collisions: cliInEnglish.collisions },
  fr: { ...caseworkInFrench, dues: cliInFrench.dues, collisions: cliInFrench.collisions },
}
