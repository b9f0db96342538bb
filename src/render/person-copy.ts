import type { OutboundRequest } from '../casework/outbound-message.ts'
import { personRecord as english } from '../text/en/person-record.ts'
import { formatDay } from '../text/format.ts'
import { personRecord as french } from '../text/fr/person-record.ts'
import type { Language } from '../text/language.ts'
import { stateName } from '../text/state-name.ts'
import { requestLines } from './person-record.ts'

const words = { en: english.copy, fr: french.copy }

/** The person's copy of a request, with the receipt to sign, in the person's language. */
export function copyText({ request, consulate, sentOn, digest }: { readonly request: OutboundRequest; readonly consulate: string; readonly sentOn?: string; readonly digest: string }, language: Language): string {
  const said = words[language]
  return [
    said.title({ to: stateName(request.to, language), consulate }), sentOn === undefined ? said.draft : said.sent(formatDay(sentOn, language)),
    '', ...requestLines(request, language), '', said.nothingElse,
    '', said.receipt, said.received(digest), said.refused, '', said.signature, '',
  ].join('\n')
}
