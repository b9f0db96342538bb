import { parseArgs } from 'node:util'
import { gridDays } from '../cooperation/figure.ts'
import { findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Language } from '../text/language.ts'

export const strata = ['area', 'disposition', 'order-type'] as const
export type Stratum = (typeof strata)[number]

export type Arguments = {
  readonly command: string
  readonly files: readonly string[]
  readonly profile: string | undefined
  /** Empty when countries are not told apart. */
  readonly by: readonly ('country' | Stratum)[]
  readonly asOf: PlainDate | undefined
  readonly method: string | undefined
  readonly published: string | undefined
  readonly rankSetsDay: number | undefined
  readonly seed: number
  readonly out: string | undefined
  readonly quarantine: string | undefined
}

export type ArgumentRefusal =
  | { readonly code: 'unknown-option' | 'option-without-value' | 'bad-date' | 'bad-stratum' | 'bad-day' | 'bad-seed' | 'bad-output'; readonly value: string }

const options = {
  profile: { type: 'string' },
  by: { type: 'string' },
  'as-of': { type: 'string' },
  method: { type: 'string' },
  published: { type: 'string' },
  'rank-sets': { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  quarantine: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** Reads what stands after `comity`. The language is found first, apart, so that a refusal can be said in it. */
export function readArguments(words: readonly string[]): Result<Arguments, ArgumentRefusal> {
  const fault = faultOfShape(words)
  if (fault) return refuse(fault)
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const asOf = values['as-of'] === undefined ? undefined : findDay(values['as-of'])
  if (values['as-of'] !== undefined && asOf === undefined) return refuse({ code: 'bad-date', value: values['as-of'] })
  const by = (values.by ?? 'country').split(',').map((name) => name.trim()).filter((name) => name !== '')
  const wrong = by.find((name) => name !== 'country' && !strata.some((stratum) => stratum === name))
  if (wrong !== undefined) return refuse({ code: 'bad-stratum', value: wrong })
  const rankSetsDay = values['rank-sets'] === undefined ? undefined : Number(values['rank-sets'])
  if (rankSetsDay !== undefined && !gridDays.some((day) => day === rankSetsDay)) return refuse({ code: 'bad-day', value: values['rank-sets'] ?? '' })
  const seed = Number(values.seed ?? 1)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) return refuse({ code: 'bad-seed', value: values.seed ?? '' })
  for (const file of [values.out, values.quarantine]) {
    const endings = file === values.out ? /\.(html|csv|json|parquet)$/ : /\.csv$/
    if (file !== undefined && !endings.test(file)) return refuse({ code: 'bad-output', value: file })
  }
  return accept({
    command: values.help ? 'help' : values.version ? 'version' : (positionals[0] ?? 'help'),
    files: positionals.slice(1),
    profile: values.profile,
    by: by as readonly ('country' | Stratum)[],
    asOf,
    method: values.method,
    published: values.published,
    rankSetsDay,
    seed,
    out: values.out,
    quarantine: values.quarantine,
  })
}

/** parseArgs throws prose in English; asked loosely first, we can say it in either language. */
function faultOfShape(words: readonly string[]): ArgumentRefusal | undefined {
  const { tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const known = Object.entries(options).find(([name]) => name === token.name)?.[1]
    if (!known) return { code: 'unknown-option', value: token.rawName }
    const wantsValue = known.type === 'string'
    if (wantsValue && (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-')))) {
      return { code: 'option-without-value', value: token.rawName }
    }
    if (!wantsValue && token.value !== undefined) return { code: 'unknown-option', value: `${token.rawName}=${token.value}` }
  }
  return undefined
}

export type LanguageChoice = { readonly language: Language; readonly wrong: string | undefined }

/** `--lang`, else the system's language, else English. */
export function chooseLanguage(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): LanguageChoice {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : words[at]?.includes('=') ? words[at]?.slice('--lang='.length) : words[at + 1]
  // POSIX: set to nothing is as good as not set.
  const system = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name] ?? '').find((value) => value !== '') ?? ''
  const language = asked === 'fr' || (asked === undefined && system.startsWith('fr')) ? 'fr' : 'en'
  return { language, wrong: asked === undefined || asked === 'en' || asked === 'fr' ? undefined : asked }
}
