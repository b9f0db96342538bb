import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { clientId, clientSecret, startIdentityProvider, type IdentityProvider } from '../../../test/identity-provider.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { invite } from '../../service/identity/keep-accounts.ts'
import { findAccount, linkProvider } from '../../store/accounts.ts'
import { administration as english } from '../../text/en/administration.ts'
import { signIn as doorEnglish } from '../../text/en/sign-in.ts'
import { administration as french } from '../../text/fr/administration.ts'
import { signIn as doorFrench } from '../../text/fr/sign-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...english, door: doorEnglish }, fr: { ...french, door: doorFrench } }
/** Where somebody wants to look at the pages themselves. */
const pictures = process.env['COMITY_TEST_PICTURES']

let browser: Browser
let provider: IdentityProvider
let served: ServedWork
beforeAll(async () => {
  browser = await launchBrowser()
  provider = await startIdentityProvider()
  served = await serveWork({ mode: 'provider', provider: (origin) => {
    provider.register(`${origin}/work/sign-in/return`)
    return { issuer: provider.issuer, clientId, clientSecret, acr: 'urn:sample:two-factor' }
  } })
  await invite(served.services, { handle: 'sample-administrator', displayName: 'Sample Administrator', language: 'en', roles: ['administrator'], by: 'sample' })
  await linkProvider(served.database.database, { issuer: provider.issuer, subject: 'sample-administrator', accountId: (await findAccount(served.database.database, { handle: 'sample-administrator' }))?.accountId ?? '', by: 'sample' })
})
afterAll(async () => {
  await browser.close()
  await served.close()
  await provider.close()
})

async function withPage(options: Parameters<Browser['newContext']>[0], work: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext(options)
  try {
    provider.atKeyboard.who = 'sample-administrator'
    const page = await context.newPage()
    await page.goto(`${served.origin}/en/work/sign-in/provider?to=/work/account`)
    await page.waitForURL(`${served.origin}/en/work/account`)
    await work(page, context)
  } finally {
    await context.close()
  }
}

async function faultsOf(page: Page): Promise<string[]> {
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) === (page.viewportSize()?.width ?? 0) ? [] : [`${page.url()}: wider than the window`]
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

/** Asks for an account, and comes to the page where that is confirmed. */
async function ask(page: Page, language: 'en' | 'fr', handle: string) {
  const { invite: form, confirm, door } = words[language]
  await page.goto(`${served.origin}/${language}/work/accounts/invite`)
  await page.getByLabel(form.displayName, { exact: true }).fill('Sample Person')
  await page.getByLabel(form.handle).fill(handle)
  await page.getByLabel(door.roles.officer, { exact: true }).check()
  await page.getByRole('button', { name: form.button }).click()
  expect([await page.locator('h1').innerText(), await page.locator('.to-agree').first().innerText()]).toEqual([confirm.title, expect.stringContaining(handle)])
}
const meansOf = async (handle: string) => (await sql<{ means: string }>`select means from account_change where content::jsonb ->> 'of' = ${handle} and used_at is not null`.execute(served.database.asOwner())).rows.map(({ means }) => means)

test.each(['en', 'fr'] as const)('with a passkey, a change is confirmed over the text that stands beside the question, in %s', async (language) => {
  const { confirm } = words[language]
  await withPage({ viewport: { width: 320, height: 800 } }, async (page, context) => {
    const cdp = await context.newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
    await page.getByRole('button', { name: doorEnglish.account.addPasskey }).click()
    await page.getByRole('button', { name: doorEnglish.passkey.add }).click()
    await page.waitForURL(`${served.origin}/en/work/account`)
    await ask(page, language, `sample.key.${language}`)
    expect(await faultsOf(page)).toEqual([])
    if (pictures) await page.screenshot({ path: `${pictures}/admin-change-${language}.png`, fullPage: true })
    await page.getByRole('button', { name: confirm.passkey }).click()
    await page.getByText('/work/invited/').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
  expect(await meansOf(`sample.key.${language}`)).toEqual(['passkey'])
})

test.each(['en', 'fr'] as const)('without script, a change is confirmed at the provider and made by a button, in %s', async (language) => {
  const { confirm } = words[language]
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await ask(page, language, `sample.provider.${language}`)
    await page.getByRole('button', { name: confirm.provider }).click()
    expect(await page.locator('h1').innerText()).toBe(confirm.providerTitle)
    if (pictures) await page.screenshot({ path: `${pictures}/admin-change-provider-${language}.png`, fullPage: true })
    await page.getByRole('link', { name: confirm.go }).click()
    await page.waitForURL(`${served.origin}/${language}/work/account-changes/*`)
    expect(await page.locator('main').innerText()).toContain(confirm.states.recognised)
    await page.getByRole('button', { name: confirm.make }).click()
    expect(await page.locator('code.digest').innerText()).toContain('/work/invited/')
  })
  expect(await meansOf(`sample.provider.${language}`)).toEqual(['provider'])
})
