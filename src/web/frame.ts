import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Content } from '../render/html.ts'
import { page } from '../render/page.ts'
import { stylesheet as shared } from '../render/stylesheet.ts'
import { type Address, hrefTo, otherLanguageOf } from './address.ts'
import { words } from './words.ts'

const styleOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** The stylesheet of figures and pictures, and what only the pages have: forms, lists, and the parts of the pages of work. */
export const stylesheet = [shared, styleOf('style.css'), styleOf('parts/parts.css')].join('\n')

export const stylesheetDigest = createHash('sha256').update(stylesheet).digest('hex').slice(0, 16)

const places = [['home', ''], ['compare', '/compare'], ['sources', '/sources'], ['methods', '/methods'], ['accessibility', '/accessibility']] as const

/** A page of the server: its navigation, its stylesheet by an address that changes with it, and the same place in the other language. */
export function frame(address: Address, title: string, main: Content): string {
  const { language, path } = address
  return page({
    language,
    title,
    main,
    home: hrefTo(language, ''),
    otherLanguage: otherLanguageOf(address),
    navigation: places.map(([name, place]) => ({ name: words[language].navigation[name], href: hrefTo(language, place), current: path === place })),
    stylesheet: `/style.css?v=${stylesheetDigest}`,
  })
}
