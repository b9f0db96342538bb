import type { Reading } from '../service/read-catalogue.ts'
import { accessibilityPage } from './accessibility-page.ts'
import type { Address } from './address.ts'
import { changesPage } from './changes-page.ts'
import { comparePage } from './compare-page.ts'
import { countryPage } from './country-page.ts'
import type { Answer } from './error-pages.ts'
import { homePage } from './home-page.ts'
import { methodsPage } from './methods-page.ts'
import { sourcePage } from './source-page.ts'
import { sourcesPage } from './sources-page.ts'

type Parameters = Readonly<Record<string, string>>

/** A page of the server: where it is after the language, and what it answers. */
export type Route = {
  readonly path: string
  readonly answer: (reading: Reading, address: Address, parameters: Parameters, query: URLSearchParams) => Answer | Promise<Answer>
}

export const routes: readonly Route[] = [
  { path: '', answer: (reading, address, _, query) => homePage(reading, address, query) },
  { path: '/countries/:code', answer: (reading, address, { code = '' }) => countryPage(reading, address, code) },
  { path: '/compare', answer: (reading, address, _, query) => comparePage(reading, address, query) },
  { path: '/sources', answer: (reading, address) => sourcesPage(reading, address) },
  { path: '/sources/:key', answer: (reading, address, { key = '' }) => sourcePage(reading, address, key) },
  { path: '/sources/:key/since/:earlier', answer: (reading, address, { key = '', earlier = '' }) => changesPage(reading, address, key, earlier) },
  { path: '/methods', answer: (_, address) => methodsPage(address) },
  { path: '/accessibility', answer: (_, address) => accessibilityPage(address) },
]
