import { caseCli as cliInEnglish } from '../../text/en/case-cli.ts'
import { casework as caseworkInEnglish } from '../../text/en/casework.ts'
import { outbound as outboundInEnglish } from '../../text/en/outbound.ts'
import { record as english } from '../../text/en/record.ts'
import { caseCli as cliInFrench } from '../../text/fr/case-cli.ts'
import { casework as caseworkInFrench } from '../../text/fr/casework.ts'
import { outbound as outboundInFrench } from '../../text/fr/outbound.ts'
import { record as french } from '../../text/fr/record.ts'

/** What the pages that record say, in both languages. */
export const recordWords = { en: english, fr: french }

/** Why a command was not done, from every layer, as the command line says it too. */
export const refusalWords = {
  en: { inner: { ...cliInEnglish.ask, ...cliInEnglish.append, ...caseworkInEnglish.refusals }, outbound: outboundInEnglish, fileNotClean: cliInEnglish.fileNotClean },
  fr: { inner: { ...cliInFrench.ask, ...cliInFrench.append, ...caseworkInFrench.refusals }, outbound: outboundInFrench, fileNotClean: cliInFrench.fileNotClean },
}
