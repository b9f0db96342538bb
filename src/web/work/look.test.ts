// How every page looks that somebody who is signed in can reach by links: found by following them, so that a new page is looked at too.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { roles, type Role } from '../../service/access/roles.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'
import type { Language } from '../../text/language.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: english, fr: french }

let served: ServedWork
let browser: Browser
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 40, seed: 4, today })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** One address of each kind: pages that differ only in which case, country or page they show look alike. */
const kindOf = (address: string) => new URL(address).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/\/[A-Z]{2,3}(?=\/|$)/g, '/COUNTRY').replaceAll(/\/\d+(?=\/|$)/g, '/N').replace(/\/record\/[a-z-]+/, '/record/COMMAND')

/** Follows links from the first page of work, and shows `look` one page of each kind; what one command asks is asked like what another one does. */
async function eachPage(page: Page, language: Language, role: Role, look: () => Promise<void>): Promise<readonly string[]> {
  await page.goto(`${served.origin}/${language}/work`)
  await page.getByRole('button', { name: words[language].demonstration.as(words[language].roles[role]), exact: true }).click()
  const [seen, waiting] = [new Set<string>(), [`${served.origin}/${language}/work`]]
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (seen.has(kindOf(address))) continue
    seen.add(kindOf(address))
    const answer = await page.goto(address).catch(() => null)
    // A file to keep is no page.
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    await look()
    const links = await page.evaluate<string[]>("[...document.querySelectorAll('a[href]')].map(({ href }) => href.split('#')[0])")
    waiting.push(...links.filter((link) => link.startsWith(`${served.origin}/${language}/work`) && !/\/(?:signed-out|recognise|provider)/.test(link)))
  }
  return [...seen]
}

/** Targets under 24 by 24 pixels (WCAG 2.2, 2.5.8). A link within a sentence is as tall as its line, which the criterion allows. */
const smallTargets = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].flatMap((one) => {
  const { width, height } = one.getBoundingClientRect()
  const within = one.tagName === 'A' && getComputedStyle(one).display === 'inline' && (one.parentElement?.textContent ?? '').trim() !== (one.textContent ?? '').trim()
  return width === 0 || within || one.classList.contains('skip') || (width >= 23.99 && height >= 23.99) ? [] : [one.outerHTML.slice(0, 120) + ' ' + Math.round(width) + '×' + Math.round(height)]
})`

/** What reaches out of the window and does not scroll within a region of its own that the keyboard reaches. */
const wideParts = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((one) => one.outerHTML.slice(0, 120))`
const deafRegions = `[...document.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.tabIndex < 0 && !['SELECT', 'INPUT', 'TEXTAREA'].includes(one.tagName)).map((one) => one.outerHTML.slice(0, 120))`

test.each(roles.flatMap((role) => (['en', 'fr'] as const).map((language) => [role, language] as const)))('as %s in %s, every page fits into 320 pixels, and every target is 24 pixels wide and tall', async (role, language) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const faults: string[] = []
  const pages = await eachPage(page, language, role, async () => {
    for (const [what, found] of [['too small', smallTargets], ['too wide', wideParts], ['not reached by keys', deafRegions]] as const) faults.push(...(await page.evaluate<string[]>(found)).map((one) => `${page.url()}: ${what}: ${one}`))
  })
  await context.close()
  expect(pages.length).toBeGreaterThan(1)
  expect(faults).toEqual([])
})

/** Where the keyboard is: whether it is seen, and whether something covers it. */
const focused = `(() => {
  const one = document.activeElement
  if (one === null || one === document.body || one === document.documentElement) return undefined
  const [box] = one.getClientRects()
  const style = getComputedStyle(one)
  const [x, y] = [box.left + Math.min(box.width / 2, 8), box.top + box.height / 2]
  const top = document.elementFromPoint(x, y)
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const free = top !== null && (one === top || one.contains(top) || top.contains(one))
  return { seen, free, what: one.outerHTML.slice(0, 120) }
})()`

test.each([['officer', 'fr', 320], ['legal-reviewer', 'en', 1280]] as const)('as %s in %s at %i pixels, what has the keyboard is seen, and nothing covers it', async (role, language, width) => {
  const context = await browser.newContext({ viewport: { width, height: 640 } })
  const page = await context.newPage()
  const faults: string[] = []
  await eachPage(page, language, role, async () => {
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate<{ seen: boolean; free: boolean; what: string } | undefined>(focused)
      if (at && !(at.seen && at.free)) faults.push(`${page.url()}: ${at.seen ? 'covered' : 'not seen'}: ${at.what}`)
    }
  })
  await context.close()
  expect(faults).toEqual([])
}, 120_000)

test.each([['officer', 'fr'], ['legal-reviewer', 'en'], ['administrator', 'en']] as const)('as %s in %s, the first stop of the keyboard leads past all that repeats, the way out too, to the main heading', async (role, language) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const faults: string[] = []
  const pages = await eachPage(page, language, role, async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const at = await page.evaluate<string>("`${document.activeElement.tagName} of ${document.querySelectorAll('h1').length}`")
    if (at !== 'H1 of 1') faults.push(`${page.url()}: ${at}`)
  })
  await context.close()
  expect(pages.length).toBeGreaterThan(1)
  expect(faults).toEqual([])
}, 120_000)

/** With colours of the reader's own, what stood out by its ground alone needs a border. Round and square boxes are drawn by the browser. */
const borderless = `[...document.querySelectorAll('button, a.button, input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea, .tag, .problem, .notice, .interruption, .cautions, .counts div')].filter((one) => {
  const style = getComputedStyle(one)
  return one.getBoundingClientRect().width > 0 && !['Top', 'Left', 'Bottom'].some((side) => style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) >= 1)
}).map((one) => one.outerHTML.slice(0, 120))`

test.each([['officer', 'en'], ['auditor', 'fr']] as const)('as %s in %s, with forced colours, nothing loses its border and axe finds nothing', async (role, language) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, forcedColors: 'active' })
  const page = await context.newPage()
  const faults: string[] = []
  await eachPage(page, language, role, async () => {
    faults.push(...(await page.evaluate<string[]>(borderless)).map((one) => `${page.url()}: ${one}`))
    const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
    faults.push(...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 120)}`))
  })
  await context.close()
  expect(faults).toEqual([])
}, 120_000)

test('on paper a page of work is white, without navigation and buttons, and its folded parts are open', async () => {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, colorScheme: 'dark' })
  const page = await context.newPage()
  const shown: (readonly [boolean, string])[] = []
  await eachPage(page, 'en', 'legal-reviewer', async () => {
    await page.emulateMedia({ media: 'print' })
    shown.push(await page.evaluate<[boolean, string]>("[[...document.querySelectorAll('.top nav, .who form, form.act')].some((one) => one.getClientRects().length > 0), getComputedStyle(document.body).backgroundColor]"))
  })
  await context.close()
  expect(new Set(shown.map((one) => one.join(' ')))).toEqual(new Set(['false rgb(255, 255, 255)']))
})
