import type { Command } from '../casework/command.ts'
import { factDefinition, type FactCode } from '../law/facts.ts'
import { gates as english } from '../text/en/gates.ts'
import { gates as french } from '../text/fr/gates.ts'
import type { Language } from '../text/language.ts'
import { factName } from './fact-name.ts'

const words = { en: english.toRecord, fr: french.toRecord }

// What follows from the case is not recorded as a fact, but by the command that the case follows.
const commands: Readonly<Partial<Record<FactCode, Command['kind']>>> = {
  'recorded-as-own-citizen': 'withdraw-nationality', 'nationality-basis-recorded': 'record-nationality', 'home-state': 'record-nationality',
  'person-is-minor': 'record-identity', 'mistreatment-risk-cleared': 'record-risk', 'destination-open-in-order': 'propose-destination',
  'removal-order-made': 'record-order', 'judge-ordered-removal': 'record-order', 'ordered-removed-in-absentia': 'record-order',
  'administrative-order-issued': 'record-order', 'expedited-order-made': 'record-order', 'order-reinstated': 'record-order',
}

/** A fact in words, with how it gets recorded: its code for `comity case fact`, or the command that it follows from. */
export function factToRecord(fact: FactCode, language: Language): string {
  const { computed, about } = factDefinition(fact)
  const command = commands[fact]
  if (command !== undefined) return `${factName(fact, language)} [${words[language].command(command)}]`
  if (computed !== undefined) return `${factName(fact, language)} [${words[language][computed]}]`
  return `${factName(fact, language)} [${fact}${about === 'destination' ? ' --destination XX' : ''}]`
}
