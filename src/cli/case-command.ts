import type { CaseServices } from '../service/cases/case-services.ts'
import type { Language } from '../text/language.ts'
import type { CaseArguments } from './case-arguments.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** What every `comity case …` is handed. */
export type CaseCall = {
  readonly asked: CaseArguments
  readonly services: CaseServices
  readonly language: Language
  readonly terminal: Terminal
  readonly officer: string
  /** The releaser's secret; empty when there is none. */
  readonly releaseKey: string
}

export type CaseSubcommand = (call: CaseCall) => Promise<ExitCode>
