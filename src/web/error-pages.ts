import { html } from '../render/html.ts'
import { type Address, hrefTo } from './address.ts'
import { frame } from './frame.ts'
import type { QueryRefusal } from './wishes.ts'
import { words } from './words.ts'

/** An answer that is a page. */
export type Answer = { readonly status: number; readonly page: string }

export function notFoundPage(address: Address, why?: string): Answer {
  const { errors } = words[address.language]
  return { status: 404, page: errorPage(address, errors.notFoundTitle, html`${why === undefined ? null : html`<p>${why}</p>`}<p>${isWork(address) ? errors.notFoundAtWork : errors.notFound}</p>`) }
}

/** Says which word of the address is unknown; a word with more than letters and digits is not said back. */
export function unknownPage(address: Address, word: string, sentence: (word: string) => string): Answer {
  return notFoundPage(address, /^[\w-]{1,40}$/.test(word) ? sentence(word) : undefined)
}

export function methodPage(address: Address): Answer {
  const { errors } = words[address.language]
  return { status: 405, page: errorPage(address, errors.methodTitle, html`<p>${errors.method}</p>`) }
}

export function badAddressPage(address: Address): Answer {
  const { errors } = words[address.language]
  return { status: 400, page: errorPage(address, errors.badTitle, html`<p>${errors.badAddress}</p>`) }
}

/** Says which parameter is wrong and how to put it right, and leads back to the page without it. */
export function badQueryPage(address: Address, { code, name }: QueryRefusal): Answer {
  const { errors } = words[address.language]
  return {
    status: 400,
    page: errorPage(address, errors.badTitle, html`<p>${errors.badQuery[code](name)}</p>
<p><a href="${hrefTo(address.language, address.path)}">${errors.again}</a></p>`),
  }
}

/** Tells nothing but a reference: the cause is in the log. */
export function faultPage(address: Address, reference: string): Answer {
  const { errors } = words[address.language]
  return { status: 500, page: errorPage(address, errors.faultTitle, html`<p>${errors.fault} <code>${reference}</code></p>`) }
}

function errorPage(address: Address, title: string, explanation: ReturnType<typeof html>): string {
  const { home, homeAtWork } = words[address.language].errors
  return frame(address, title, html`<h1>${title}</h1>
${explanation}
<p><a href="${hrefTo(address.language, isWork(address) ? '/work' : '')}">${isWork(address) ? homeAtWork : home}</a></p>`)
}

// Whoever is at work is led back to work: the same for what does not exist and for what one does not reach.
function isWork({ path }: Address): boolean {
  return /^\/work(\/|$)/.test(path)
}
