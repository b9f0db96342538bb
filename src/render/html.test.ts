import { expect, test } from 'vitest'
import { type Content, html, raw } from './html.ts'

test('text from outside is escaped in content and in attributes', () => {
  const hostile = `<script>alert("1")</script>' onload='x`
  const page = html`<p title="${hostile}">${hostile}</p>`.toString()
  expect(page).toBe('<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x</p>')
})

test('markup inside markup stays as it is, in lists too', () => {
  expect(html`<ul>${['a', '<b>'].map((item) => html`<li>${item}</li>`)}</ul>`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
})

test('nothing is written for what is missing, and nought is written', () => {
  expect(html`${null}${undefined}${false}${0}`.toString()).toBe('0')
})

test('a document from outside cannot pass for markup', () => {
  const forged = JSON.parse('{"text":"<script>"}') as Content
  expect(() => html`${forged}`).toThrow()
})

test('an attribute without quotes is refused', () => {
  expect(() => html`<p title=${'a b'}></p>`).toThrow('an attribute needs quotes')
})

test('raw markup is written as it is', () => {
  expect(html`<g>${raw('<path d="M0 0"/>')}</g>`.toString()).toBe('<g><path d="M0 0"/></g>')
})
