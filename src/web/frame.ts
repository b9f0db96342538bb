import type { Content } from '../render/html.ts'
import { page } from '../render/page.ts'
import { type Address, hrefTo, otherLanguageOf } from './address.ts'
import { addressesFor } from './stylesheets.ts'
import { words } from './words.ts'

const places = [['home', ''], ['compare', '/compare'], ['sources', '/sources'], ['methods', '/methods'], ['accessibility', '/accessibility']] as const

/** A page of the server: its navigation, its stylesheets by addresses that change with them, and the same place in the other language. */
export function frame(address: Address, title: string, main: Content): string {
  const { language, path, signIn = false } = address
  return page({
    language,
    title,
    main,
    home: hrefTo(language, ''),
    otherLanguage: otherLanguageOf(address),
    navigation: [...places, ...(signIn ? [['signIn', '/work'] as const] : [])].map(([name, place]) => ({ name: words[language].navigation[name], href: hrefTo(language, place), current: path === place })),
    stylesheets: addressesFor.public,
  })
}
