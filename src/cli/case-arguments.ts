import { parseArgs } from 'node:util'
import { findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

/** What stands after `comity case`: words without dashes, and options. Which of them a command takes is its own business. */
export type CaseArguments = { readonly words: readonly string[]; readonly flags: ReadonlySet<string>; readonly values: ReadonlyMap<string, string>; /** Every `--attach`. */ readonly attached: readonly string[] }

export type CaseArgumentRefusal = { readonly code: 'unknown-option' | 'option-without-value'; readonly value: string }

const flags = ['json', 'dry-run', 'unassigned', 'help'] as const
const values = [
  'lang', 'officer', 'command', 'command-id', 'at-version', 'with', 'extras', 'step', 'destination', 'place', 'on', 'as-known', 'source',
  'jurisdiction', 'family-name', 'given-names', 'sex', 'born-on', 'born-in', 'born-in-country', 'reference', 'consulate', 'document', 'agreement',
  'reason', 'receipt', 'outcome', 'of', 'country', 'inventory', 'due-by', 'before', 'limit', 'from', 'to', 'note', 'profile', 'report', 'out', 'seen',
  'origin', 'birth-year', 'gender', 'criminal-background', 'attach',
] as const

export type CaseFlag = (typeof flags)[number]
export type CaseOption = (typeof values)[number]

const options = Object.fromEntries([...flags.map((name) => [name, { type: 'boolean' }]), ...values.map((name) => [name, { type: 'string' }])]) as Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>

/** Reads what stands after `comity case`. Asked loosely, because parseArgs throws prose in English. */
export function readCaseArguments(words: readonly string[]): Result<CaseArguments, CaseArgumentRefusal> {
  const { tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true })
  const found = { words: [] as string[], flags: new Set<string>(), values: new Map<string, string>(), attached: [] as string[] }
  for (const token of tokens) {
    if (token.kind === 'positional') found.words.push(token.value)
    if (token.kind !== 'option') continue
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!known) return refuse({ code: 'unknown-option', value: token.rawName })
    if (known.type === 'boolean') {
      if (token.value !== undefined) return refuse({ code: 'unknown-option', value: `${token.rawName}=${token.value}` })
      found.flags.add(token.name)
    } else {
      if (token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))) return refuse({ code: 'option-without-value', value: token.rawName })
      if (token.name === 'attach') found.attached.push(token.value)
      else found.values.set(token.name, token.value)
    }
  }
  return accept(found)
}

/** A day as the option names it; undefined when it is not there, `wrong` when it is no day. */
export function dayOption({ values }: CaseArguments, name: CaseOption): PlainDate | undefined | 'wrong' {
  const text = values.get(name)
  return text === undefined ? undefined : (findDay(text) ?? 'wrong')
}

/** A moment as the option names it, in UTC with milliseconds; null when it is none. */
export function momentOption({ values }: CaseArguments, name: CaseOption): string | undefined | null {
  const text = values.get(name)
  if (text === undefined) return undefined
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  return zoned && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null
}

/** A whole number as the option names it; `wrong` when it is none. */
export function numberOption({ values }: CaseArguments, name: CaseOption): number | undefined | 'wrong' {
  const text = values.get(name)
  if (text === undefined) return undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : 'wrong'
}
