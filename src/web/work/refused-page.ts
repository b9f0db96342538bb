import { html } from '../../render/html.ts'
import { type Address, hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { frame } from '../frame.ts'
import { recordWords } from './record-words.ts'
import { workWords } from './work-words.ts'

/** A form that another site sent, or an old page of ours. */
export function refusedPage(address: Address): Answer {
  const { refused } = workWords[address.language]
  return plain(address, 403, refused.title, refused.text)
}

export function largePage(address: Address): Answer {
  const { refused } = workWords[address.language]
  return plain(address, 413, refused.largeTitle, refused.large)
}

/** A file that is too large to be read: its draft is as it was. */
export function largeFilePage(address: Address): Answer {
  const { refused } = workWords[address.language]
  return plain(address, 413, refused.largeTitle, recordWords[address.language].files.large)
}

function plain(address: Address, status: number, title: string, text: string): Answer {
  const { navigation } = workWords[address.language]
  return { status, page: frame({ ...address, path: '/work', search: '' }, title, html`<h1>${title}</h1><p>${text}</p><p><a href="${hrefTo(address.language, '/work')}">${navigation.start}</a></p>`) }
}
