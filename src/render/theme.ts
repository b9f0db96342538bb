import { accept, refuse, type Result } from '../kernel/result.ts'
import { findLowContrast } from './contrast.ts'
import { stylesheet } from './stylesheet.ts'

/** Why a theme is not taken. Lines count from 1. */
export type ThemeRefusal =
  | { readonly code: 'theme-not-tokens'; readonly line: number; readonly text: string }
  | { readonly code: 'theme-unknown-token'; readonly line: number; readonly name: string }
  | { readonly code: 'theme-wrong-value'; readonly line: number; readonly name: string; readonly value: string }
  | { readonly code: 'theme-low-contrast'; readonly dark: boolean; readonly one: string; readonly other: string; readonly ratio: number; readonly least: number }

type Token = { readonly name: string; readonly value: string; readonly dark: boolean }

const [ownLight = '', ownRest = ''] = stylesheet.split('@media (prefers-color-scheme: dark)')
const own = { light: tokensIn(ownLight), dark: tokensIn(ownRest.split('@media')[0] ?? '') }

/** Names of the tokens that a theme may set, with what Comity gives them itself. */
export const ownTokens: ReadonlyMap<string, string> = own.light

/**
 * The stylesheet that an agency's theme makes: its tokens over ours, and nothing else. It is written anew from what was read, so that no
 * rule, address or import of the file reaches a page. Colours that readers could not tell apart are refused.
 */
export function readTheme(text: string): Result<string, ThemeRefusal> {
  const tokens: Token[] = []
  let [dark, depth] = [false, 0]
  // Comments go, their lines stay: a refusal names the line.
  const lines = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, '')).replaceAll('\r', '').split('\n')
  for (const [index, line] of lines.entries()) {
    for (const part of line.split(/(?<=[{};])/).map((one) => one.trim()).filter((one) => one !== '')) {
      const [, name = '', value = ''] = /^--([a-z][a-z0-9-]*)\s*:\s*([^{};]*?)\s*;$/.exec(part) ?? []
      if (name !== '' && depth === (dark ? 2 : 1)) {
        const refusal = checkToken({ name, value, dark }, index + 1)
        if (refusal) return refuse(refusal)
        tokens.push({ name, value: value.startsWith('#') ? longColour(value) : value, dark })
      } else if (/^@media\s*\(prefers-color-scheme:\s*dark\)\s*\{$/.test(part) && depth === 0) [dark, depth] = [true, 1]
      else if (/^:root\s*\{$/.test(part) && depth === (dark ? 1 : 0)) depth += 1
      else if (part === '}' && depth > 0) [depth, dark] = [depth - 1, dark && depth > 1]
      else return refuse({ code: 'theme-not-tokens', line: index + 1, text: part.slice(0, 80) })
    }
  }
  if (depth > 0) return refuse({ code: 'theme-not-tokens', line: lines.length, text: '' })
  return findFault(tokens) ?? accept(write(tokens))
}

function tokensIn(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/^\s*--([\w-]+): (.+);$/gm)].map(([, name = '', value = '']) => [name, value]))
}

function checkToken({ name, value, dark }: Token, line: number): ThemeRefusal | undefined {
  const ours = (dark ? own.dark : own.light).get(name)
  if (ours === undefined) return { code: 'theme-unknown-token', line, name }
  return fits(value, ours) ? undefined : { code: 'theme-wrong-value', line, name, value: value.slice(0, 80) }
}

/** A colour for a colour, a length for a length, names of fonts for names of fonts: none of them can name an address. */
function fits(value: string, ours: string): boolean {
  if (ours.startsWith('#')) return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)
  // Between half and twice ours: smaller is unreadable, larger breaks at 320 pixels.
  if (/^[\d.]+rem$/.test(ours)) return /^\d{0,2}(?:\.\d{1,3})?rem$/.test(value) && Number.parseFloat(value) >= Number.parseFloat(ours) / 2 && Number.parseFloat(value) <= Number.parseFloat(ours) * 2
  return /^(?:[A-Za-z][A-Za-z0-9 -]*|'[A-Za-z0-9 -]+'|"[A-Za-z0-9 -]+")(?:\s*,\s*(?:[-A-Za-z][A-Za-z0-9 -]*|'[A-Za-z0-9 -]+'|"[A-Za-z0-9 -]+"))*$/.test(value) && value.length <= 200
}

function longColour(colour: string): string {
  return (colour.length === 4 ? `#${Array.from(colour.slice(1), (digit) => digit + digit).join('')}` : colour).toLowerCase()
}

function findFault(tokens: readonly Token[]): Result<string, ThemeRefusal> | undefined {
  for (const dark of [false, true]) {
    // What a theme says for light ground alone does not hold on dark ground: `write` keeps the two apart.
    const colours = new Map([...own.light, ...(dark ? own.dark : []), ...tokens.filter((one) => one.dark === dark).map(({ name, value }) => [name, value] as const)])
    const [fault] = findLowContrast(colours)
    if (fault) return refuse({ code: 'theme-low-contrast', dark, ...fault })
  }
  return undefined
}

// Only on screens: paper is white whatever the theme, and who forces colours has their own.
function write(tokens: readonly Token[]): string {
  const colours = (dark: boolean) => tokens.filter((one) => one.dark === dark && one.value.startsWith('#'))
  const block = (query: string, some: readonly Token[]) => (some.length === 0 ? '' : `@media ${query} { :root { ${some.map(({ name, value }) => `--${name}: ${value};`).join(' ')} } }\n`)
  return [
    block('all', tokens.filter(({ value }) => !value.startsWith('#'))),
    block('screen and (prefers-color-scheme: light) and (forced-colors: none)', colours(false)), block('screen and (prefers-color-scheme: dark) and (forced-colors: none)', colours(true)),
  ].join('')
}
