import type { OutboundRefusal } from '../casework/outbound-refusal.ts'
import type { PacketFinding } from '../casework/packet-finding.ts'
import type { CaseServices } from '../service/cases/case-services.ts'
import type { CommandRefusal } from '../service/cases/case-refusal.ts'
import { formatMomentThere } from '../text/format.ts'
import { caseCli as english } from '../text/en/case-cli.ts'
import { casework as englishCasework } from '../text/en/casework.ts'
import { outbound as englishOutbound } from '../text/en/outbound.ts'
import { caseCli as french } from '../text/fr/case-cli.ts'
import { casework as frenchCasework } from '../text/fr/casework.ts'
import { outbound as frenchOutbound } from '../text/fr/outbound.ts'
import type { Language } from '../text/language.ts'

export const caseWords = { en: english, fr: french }
export const caseworkWords = { en: englishCasework, fr: frenchCasework }

type Inner = Exclude<CommandRefusal, { code: 'outbound' | 'file-not-clean' }>
type Sentences<Refusal extends { readonly code: string }> = { readonly [Code in Refusal['code']]: (facts: Extract<Refusal, { readonly code: Code }>) => string }

// The type says that every refusal of every layer has its words, with the facts that it carries.
const inner: Readonly<Record<Language, Sentences<Inner>>> = {
  en: { ...english.ask, ...english.append, ...englishCasework.refusals },
  fr: { ...french.ask, ...french.append, ...frenchCasework.refusals },
}
const outbound: Readonly<Record<Language, Sentences<OutboundRefusal>>> = { en: englishOutbound.refusals, fr: frenchOutbound.refusals }

/** Why a command was not done, and what to do. */
export function commandSentence(refusal: CommandRefusal, language: Language): string {
  if (refusal.code === 'outbound') return say(outbound[language], refusal.why)
  if (refusal.code === 'file-not-clean') return [caseWords[language].fileNotClean(refusal.file), ...refusal.findings.map((finding) => findingSentence(finding, language)), ...(refusal.findings.some(({ code }) => code !== 'telling-name') ? [caseWords[language].howToClean] : [])].join(' ')
  return say(inner[language], refusal)
}

/** A moment where the authority works, with its time zone: whoever reads may sit in another one. */
export function momentText({ clock }: Pick<CaseServices, 'clock'>, moment: string, language: Language): string {
  return formatMomentThere(moment, clock.timeZone ?? 'UTC', language)
}

/** What a file holds besides what it shows. */
export function findingSentence(finding: PacketFinding, language: Language): string {
  return (language === 'fr' ? frenchOutbound : englishOutbound).findings[finding.code](finding)
}

/** The sentence of a refusal: its code chooses, so the facts are the ones that the sentence takes. */
export function say<Refusal extends { readonly code: string }>(sentences: Sentences<Refusal>, refusal: Refusal): string {
  const sentence = sentences[refusal.code as Refusal['code']] as (facts: Refusal) => string
  return sentence(refusal)
}
