import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stylesheet as shared } from '../render/stylesheet.ts'

/** A stylesheet as it is served: under an address that changes with it, so that browsers may keep it for ever. */
export type Stylesheet = { readonly path: string; readonly text: string; readonly digest: string; readonly address: string }

/** What every page has: tokens, pictures and tables, forms that choose figures. */
export const everyPage = sheet('/style.css', [shared, styleOf('style.css')])

/** What only the pages of work have besides: forms that record, and the parts. */
export const pagesOfWork = sheet('/work.css', [styleOf('work/work.css'), styleOf('parts/parts.css')])

/** The agency's own tokens, over ours. It stands last, is empty where there is no theme, and is asked for anew every five minutes. */
export const themePath = '/theme.css'

/** Where a page finds its stylesheets, in their order. */
export const addressesFor = { public: [everyPage.address, themePath], work: [everyPage.address, pagesOfWork.address, themePath] } as const

function sheet(path: string, texts: readonly string[]): Stylesheet {
  const text = texts.join('\n')
  const digest = digestOf(text)
  return { path, text, digest, address: `${path}?v=${digest}` }
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function styleOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}
