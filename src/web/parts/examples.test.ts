import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { html, type Content } from '../../render/html.ts'
import { page } from '../../render/page.ts'
import type { Language } from '../../text/language.ts'
import { everyPage, pagesOfWork } from '../stylesheets.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'part-words.ts')

/** Targets under 24 by 24 pixels (WCAG 2.2, 2.5.8). A link within a sentence is as tall as its line, which the criterion allows. */
const smallTargets = `[...document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary')].flatMap((one) => {
  const { width, height } = one.getBoundingClientRect()
  return width === 0 || (width >= 23.99 && height >= 23.99) ? [] : [one.outerHTML.slice(0, 120) + ' ' + Math.round(width) + '×' + Math.round(height)]
})`

let browser: Browser
beforeAll(async () => { browser = await launchBrowser() })
afterAll(() => browser.close())

test.each(files.flatMap((file) => (['en', 'fr'] as const).map((language) => [file, language] as const)))('the examples of %s in %s are there, axe finds nothing in light, dark and forced colours, targets are large enough, and they fit into 320 pixels', async (file, language) => {
  const { examples } = (await import(/* @vite-ignore */ new URL(file, import.meta.url).href)) as { readonly examples: (language: Language) => readonly Content[] }
  const shown = examples(language)
  expect(shown.length).toBeGreaterThan(0)
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const sheet = await context.newPage()
  // Fields stand in forms, and look like fields only there.
  await sheet.setContent(page({ language, title: file, stylesheets: ['none.css'], main: html`<h1>${file}</h1><h2>${file}</h2><div class="act">${shown}</div>` }))
  await sheet.addStyleTag({ content: `${everyPage.text}\n${pagesOfWork.text}` })
  const violations = await sheet.evaluate<{ id: string }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id})=>({id})))`)
  const width = await sheet.evaluate('document.documentElement.scrollWidth')
  await sheet.emulateMedia({ forcedColors: 'active' })
  const forced = await sheet.evaluate<{ id: string }[]>(`axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id})=>({id})))`)
  await sheet.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' })
  const dark = await sheet.evaluate<{ id: string }[]>(`axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id})=>({id})))`)
  const small = await sheet.evaluate<string[]>(smallTargets)
  await context.close()
  expect([violations, forced, dark, small, width]).toEqual([[], [], [], [], 320])
})
