import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { readToken } from '../../service/access/read-token.ts'
import { api as english } from '../../text/en/api.ts'
import { signIn as signInEnglish } from '../../text/en/sign-in.ts'
import { api as french } from '../../text/fr/api.ts'
import { signIn as signInFrench } from '../../text/fr/sign-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...english.tokens, ...signInEnglish }, fr: { ...french.tokens, ...signInFrench } }
/** Where pictures go, for somebody who wants to look: COMITY_LOOKS=FOLDER. */
const looks = process.env['COMITY_LOOKS']

let served: ServedWork
let browser: Browser
beforeAll(async () => {
  served = await serveWork()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

async function faultsOf(page: Page, scripts: boolean): Promise<string[]> {
  if (!scripts) return (await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`]
  const width = page.viewportSize()?.width ?? 0
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) === width ? [] : [`${page.url()}: wider than ${width}`]
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

test.each([[1280, true, 'light'], [390, true, 'dark'], [320, true, 'light'], [390, false, 'light']] as const)('at %i pixels, script %s, %s: a token is made by the keyboard, shown, listed and revoked, in both languages', async (width, javaScriptEnabled, colorScheme) => {
  for (const language of ['en', 'fr'] as const) {
    const said = words[language]
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, colorScheme })
    const page = await context.newPage()
    const faults: string[] = []
    const look = async (name: string) => {
      faults.push(...await faultsOf(page, javaScriptEnabled))
      if (looks) await page.screenshot({ path: join(looks, `tokens-${name}-${language}-${width}-${javaScriptEnabled}.png`), fullPage: true })
    }
    await page.goto(`${served.origin}/${language}/work`)
    await page.getByRole('button', { name: said.demonstration.as(said.roles.officer), exact: true }).click()
    await page.goto(`${served.origin}/${language}/work/account`)
    await page.getByRole('link', { name: said.manage }).click()
    await page.getByLabel(said.days).waitFor()
    await look('empty')
    await page.getByLabel(said.name).fill('nightly')
    await page.getByLabel(said.days).fill('91')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await look('wrong')
    expect(await page.getByRole('alert').innerText()).toContain(said.refusals['days-wrong'])
    await page.getByLabel(said.days).fill('7')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: said.madeTitle }).waitFor()
    await look('made')
    const token = /comity_[\w-]{43}/.exec(await page.locator('main').innerText())?.[0] ?? ''
    expect(await readToken(served.services, token)).toMatchObject({ handle: 'fictional-officer-1' })
    await page.getByRole('link', { name: said.back }).click()
    await page.getByRole('table').waitFor()
    await look('list')
    await page.getByRole('button', { name: said.revokeNamed('nightly') }).first().click()
    await page.getByText(said.states.revoked('fictional-officer-1')).first().waitFor()
    expect(await readToken(served.services, token)).toBeUndefined()
    expect(faults).toEqual([])
    await context.close()
  }
})

test.each(['en', 'fr'] as const)('everybody’s tokens are listed for an administrator, in %s', async (language) => {
  const said = words[language]
  const page = await browser.newPage({ viewport: { width: 390, height: 900 } })
  await page.goto(`${served.origin}/${language}/work`)
  await page.getByRole('button', { name: said.demonstration.as(said.roles.administrator), exact: true }).click()
  await page.goto(`${served.origin}/${language}/work/tokens`)
  expect(await faultsOf(page, true)).toEqual([])
  if (looks) await page.screenshot({ path: join(looks, `tokens-everybody-${language}.png`), fullPage: true })
  await page.close()
})
