import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { signIn as signInEnglish } from '../../text/en/sign-in.ts'
import { work as english } from '../../text/en/work.ts'
import { signIn as signInFrench } from '../../text/fr/sign-in.ts'
import { work as french } from '../../text/fr/work.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...english, ...signInEnglish }, fr: { ...french, ...signInFrench } }

let served: ServedWork
let browser: Browser
let held = ''
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 60, seed: 4, today })
  const { rows } = await sql<{ case_id: string }>`select case_id from case_file where officer = 'fictional-officer-1' and inventory = 'stayed' order by version desc limit 1`.execute(served.database.asOwner())
  held = rows[0]?.case_id ?? ''
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

async function faultsOf(page: Page, scripts: boolean): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0
  // Without script nothing can be evaluated in the page: then it is walked through.
  if (!scripts) return (await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`]
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) === width ? [] : [`${page.url()}: wider than ${width}`]
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

test.each([[1280, true, 'light'], [390, true, 'dark'], [320, true, 'light'], [1280, false, 'light'], [390, false, 'light']] as const)('at %i pixels, script %s, %s: work, a case, its purpose and a search, in both languages', async (width, javaScriptEnabled, colorScheme) => {
  for (const language of ['en', 'fr'] as const) {
    const said = words[language]
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, colorScheme })
    const page = await context.newPage()
    const faults: string[] = []
    const look = async () => { faults.push(...await faultsOf(page, javaScriptEnabled)) }
    await page.goto(`${served.origin}/${language}/work`)
    await page.getByRole('button', { name: said.demonstration.as(said.roles.officer), exact: true }).click()
    await page.getByRole('link', { name: said.list.name }).click()
    await look()
    await page.goto(`${served.origin}/${language}/work/cases?country=AQ`)
    await look()
    await page.goto(`${served.origin}/${language}/work/cases/${held}`)
    await page.locator('details.hold summary').first().click()
    await look()
    await page.getByRole('button', { name: said.protection.button }).click()
    expect(await page.getByRole('alert').innerText()).toContain(said.protection.missing)
    await look()
    await page.getByLabel(said.protection.purposes['legal-review']).check()
    await page.getByRole('button', { name: said.protection.button }).click()
    expect(await page.locator('main').innerText()).toContain(said.protection.shown(said.protection.purposes['legal-review']))
    await look()
    await page.goto(`${served.origin}/${language}/work/search`)
    await page.getByRole('button', { name: said.search.button }).click()
    await look()
    await page.getByLabel(said.search.familyName).fill('Sample')
    await page.getByRole('button', { name: said.search.button }).click()
    expect(await page.locator('main').innerText()).toContain(said.search.results)
    await look()
    await context.close()
    expect(faults).toEqual([])
  }
})
