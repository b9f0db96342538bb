import { sha256 } from '../../kernel/digest.ts'
import { privateStatements } from './private-statements.ts'

/** One text in both languages; a sentence made of facts stands as its program. */
export type Pair = { readonly key: string; readonly english: string; readonly french: string }

/** One file of texts in one language: what it exports, and how it is written. */
export type TextFile = { readonly exported: object; readonly program: string }

/** Every text of two files side by side; where one has none, it is empty. */
export function pairsOf(file: string, english: TextFile, french: TextFile): readonly Pair[] {
  const [inEnglish, inFrench] = [textsOf(english), textsOf(french)]
  return [...new Set([...inEnglish.keys(), ...inFrench.keys()])].map((path) => ({
    key: `${file}: ${path}`,
    english: inEnglish.get(path) ?? '',
    french: inFrench.get(path) ?? '',
  }))
}

function textsOf({ exported, program }: TextFile): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const functions: string[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'function') {
      functions.push(Function.prototype.toString.call(value))
      texts.set(path, withoutLayout(functions.at(-1)!))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, path === '' ? key : `${path}.${key}`)
    } else if (value !== undefined) texts.set(path, typeof value === 'string' ? value : JSON.stringify(value))
  }
  walk(exported, '')
  // A table or a function of the file itself reaches people only through a function that names it.
  const behind = withoutLayout(privateStatements(program, functions).join('\n'))
  if (behind !== '') texts.set('(behind its functions)', behind)
  return texts
}

// Not \s: a space that does not break is part of a text.
function withoutLayout(program: string): string {
  return program.replace(/[ \t\r\n]+/g, ' ').trim()
}

/** Every text that stands in data with its translation beside it: `{ en, fr }`. What has a code is called by it, wherever it stands. */
export function pairsInData(file: string, data: unknown): readonly Pair[] {
  const pairs: Pair[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { en, fr } = value as { readonly en?: unknown; readonly fr?: unknown }
    if (typeof en === 'string' || typeof fr === 'string') pairs.push({ key: keyOf(`${file}: ${path}`, pairs), english: textOrNone(en), french: textOrNone(fr) })
    else for (const [key, part] of Object.entries(value)) walk(part, `${path}${path === '' ? '' : '.'}${codeOf(part) ?? key}`)
  }
  walk(data, '')
  return pairs
}

// Versions of one rule share its code.
function keyOf(key: string, pairs: readonly Pair[]): string {
  const earlier = pairs.filter((pair) => pair.key === key || pair.key.startsWith(`${key} (`)).length
  return earlier === 0 ? key : `${key} (${earlier + 1})`
}

function textOrNone(text: unknown): string {
  return typeof text === 'string' ? text : ''
}

function codeOf(part: unknown): string | undefined {
  const code = typeof part === 'object' && part !== null && 'code' in part ? part.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Changes when either language does. */
export function fingerprint({ english, french }: Pair): string {
  return sha256(JSON.stringify([english, french])).slice(0, 16)
}
