import { canadaFacts } from '../law/canada/facts.ts'
import { commonFacts } from '../law/common/facts.ts'
import { factDefinition, isFactCode } from '../law/facts.ts'
import { unitedStatesFacts } from '../law/united-states/facts.ts'
import { factName } from '../render/fact-name.ts'
import type { Language } from '../text/language.ts'
import { caseWords } from './case-sentences.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

const tables: Readonly<Record<string, object>> = { CA: { ...commonFacts, ...canadaFacts }, US: { ...commonFacts, ...unitedStatesFacts } }

/** `comity case facts CA|US`: the codes of the facts that can be recorded, with what each says. Needs no case. */
export function listFacts([jurisdiction = '']: readonly string[], language: Language, terminal: Terminal): ExitCode {
  const table = Object.hasOwn(tables, jurisdiction) ? tables[jurisdiction] : undefined
  if (!table) return terminal.refuse(caseWords[language].needs('CA|US'))
  const codes = Object.keys(table).filter(isFactCode).filter((code) => factDefinition(code).computed === undefined)
  return terminal.answer(codes.map((code) => `${code}  ${factName(code, language)}${factDefinition(code).about === 'destination' ? '  --destination XX' : ''}`))
}
