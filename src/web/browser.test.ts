import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../test/browser.ts'
import { hostileMeasurement, madeUpSources } from '../../test/made-up-sources.ts'
import { errorPages, everyPage, servePages, type ServedPages } from '../../test/served-pages.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let served: ServedPages
let browser: Browser
let origin = ''
beforeAll(async () => {
  served = await servePages([...madeUpSources(), hostileMeasurement()])
  origin = await served.server.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

describe.each([1280, 390])('at %i pixels', (width) => {
  test.each(['en', 'fr'])('axe finds nothing on any page in %s, and no page asks anyone else for anything', async (language) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => { if (!request.url().startsWith(origin)) asked.push(request.url()) })
    const found: string[] = []
    for (const path of [...everyPage(served.keys), ...errorPages]) {
      await page.goto(`${origin}/${language}${path}`)
      const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        `${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
      found.push(...violations.map(({ id, nodes }) => `${language}${path}: ${id} ${nodes[0]?.html.slice(0, 120)}`))
    }
    expect(found).toEqual([])
    expect(asked).toEqual([])
    await context.close()
  })
})

test('no page is wider than a window of 320 pixels, which is 400 % zoom of 1280', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  for (const path of everyPage(served.keys)) {
    await page.goto(`${origin}/fr${path}`)
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320)
  }
  await context.close()
})

test('without JavaScript a reader chooses a measure, switches the language and comes to a country', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${origin}/en/compare`)
  await page.getByLabel('Source').selectOption(served.keys[2] ?? '')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByLabel('Measure').selectOption('return-rate.returns')
  await page.getByLabel('Period').selectOption('2023')
  await page.getByRole('button', { name: 'Show' }).click()
  const place = new URL(page.url())
  expect([place.searchParams.get('measure'), place.searchParams.get('period')]).toEqual(['return-rate.returns', '2023'])
  await page.getByRole('link', { name: 'Français' }).click()
  expect(new URL(page.url()).search).toBe(place.search)
  expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA')
  await page.getByRole('link', { name: 'Carte et pays' }).click()
  await page.getByRole('link', { name: 'Guinée', exact: true }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Guinée')
  await context.close()
})

test('browsers can draw the mark of the installation', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/en`)
  expect(await page.evaluate("new Promise((resolve) => { const image = new Image(); image.onload = () => resolve(image.naturalWidth); image.onerror = () => resolve(0); image.src = '/favicon.ico' })")).toBeGreaterThanOrEqual(16)
  await context.close()
})

test('the keyboard reaches the content first, and every box that scrolls', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${origin}/en/countries/GIN`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.className')).toBe('skip')
  const unreachable = await page.evaluate(`[...document.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto' && one.tabIndex < 0).length`)
  expect(unreachable).toBe(0)
  await context.close()
})
