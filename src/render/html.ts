import { invariant } from '../kernel/invariant.ts'

/** What may stand in a template: text and numbers are escaped, markup is ours already, lists are joined, the rest is nothing. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[]

/** Finished HTML or SVG. A class with a private field, so that no document read from JSON can pass for it. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/**
 * HTML or SVG with every value escaped.
 *
 * Safe in text and in quoted attributes; an attribute without quotes is our bug and throws.
 * Never put a value inside `<script>` or `<style>`, or a foreign address in `href`: escaping does not make those safe.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    // The literal before the value, and not the text so far: to look at that would copy the whole page for every value.
    const before = strings[index] ?? ''
    invariant(!before.endsWith('='), 'an attribute needs quotes', { before })
    text += write(value) + (strings[index + 1] ?? '')
  })
  return new Markup(text)
}

/** Takes a text for markup as it is. Only for our own: the stylesheet, paths made of numbers. */
export function raw(text: string): Markup {
  return new Markup(text)
}

function write(value: Content): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return String(value)
  return value.map(write).join('')
}

function escape(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? character) : text
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
