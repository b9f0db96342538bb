import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { administration as adminEnglish } from '../../text/en/administration.ts'
import { administration as adminFrench } from '../../text/fr/administration.ts'
import { oversight as english } from '../../text/en/oversight.ts'
import { oversight as french } from '../../text/fr/oversight.ts'
import { signIn as signInEnglish } from '../../text/en/sign-in.ts'
import { signIn as signInFrench } from '../../text/fr/sign-in.ts'
import { oversightPlaces } from './oversight-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...english, ...signInEnglish, admin: adminEnglish }, fr: { ...french, ...signInFrench, admin: adminFrench } }
type Words = (typeof words)['en']

let served: ServedWork
let browser: Browser
let foreign: readonly string[] = []
let people = 0
beforeAll(async () => {
  served = await serveWork()
  await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 60, seed: 4, today })
  foreign = (await sql<{ case_id: string }>`select case_id from case_file where officer <> 'fictional-officer-1' and inventory = 'working' order by case_id`.execute(served.database.asOwner())).rows.map(({ case_id }) => case_id)
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

type Walk = { readonly page: Page; readonly said: Words; readonly to: (path: string) => Promise<void>; readonly look: () => Promise<void>; readonly faults: readonly string[] }

async function walking(language: 'en' | 'fr', role: 'officer' | 'legal-reviewer' | 'auditor' | 'administrator' | 'analyst', options: { readonly width: number; readonly scripts: boolean; readonly dark: boolean }, walk: (walk: Walk) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: options.width, height: 900 }, javaScriptEnabled: options.scripts, colorScheme: options.dark ? 'dark' : 'light' })
  const page = await context.newPage()
  const faults: string[] = []
  const look = async () => { faults.push(...await faultsOf(page, options.scripts)) }
  const to = async (path: string) => {
    await page.goto(`${served.origin}/${language}${path}`)
    await look()
  }
  const said: Words = words[language]
  await page.goto(`${served.origin}/${language}/work`)
  await page.locator(`form:has(input[name=role][value="${role}"]) button`).first().click()
  await walk({ page, said, to, look, faults })
  await context.close()
  expect(faults).toEqual([])
}

/** What was done before counts no more: nobody does it so often in a day. */
const sixDaysPass = () => served.database.asOwner().transaction().execute(async (tx) => {
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`update broken_glass set broken_at = broken_at - interval '6 days', ends_at = ends_at - interval '6 days', review_by = review_by - interval '6 days'`.execute(tx)
})

const ways = [{ width: 1280, scripts: true, dark: false }, { width: 320, scripts: true, dark: true }, { width: 390, scripts: false, dark: false }]

test.each(ways)('%j: an officer reads what is not theirs, and a legal reviewer judges it, in both languages', async (options) => {
  for (const language of ['en', 'fr'] as const) {
    const caseId = foreign[people++ % foreign.length] ?? ''
    await sixDaysPass()
    await walking(language, 'officer', options, async ({ page, said, to, look }) => {
      await to('/work')
      await page.getByRole('link', { name: said.glass.name }).click()
      await look()
      await page.getByRole('button', { name: said.glass.button }).click()
      expect(await page.getByRole('alert').innerText()).toContain(said.glass.faults['bad-id']({ day: '', fiveDays: '' }))
      await look()
      await page.getByLabel(said.glass.caseId).fill(caseId)
      await page.getByLabel(said.glass.reasons['court-today']).check()
      await page.getByLabel(said.glass.words, { exact: true }).fill('The court asks today. / Le tribunal le demande aujourd’hui.')
      await page.getByRole('button', { name: said.glass.button }).click()
      await look()
      await page.getByRole('link', { name: said.glass.open }).click()
      expect(await page.getByRole('note').innerText()).toContain(said.glass.reasons['court-today'])
      await look()
    })
    await walking(language, 'legal-reviewer', options, async ({ page, said, to, look }) => {
      await to('/work')
      expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe(said.review.notice(1))
      await to('/work/glass-reviews')
      await page.locator('table a.case').first().click()
      await look()
      await page.getByRole('button', { name: said.review.button }).click()
      expect(await page.getByRole('alert').innerText()).toContain(said.review.faults['no-verdict'])
      await look()
      await page.getByLabel(said.glass.verdicts.justified, { exact: true }).check()
      await page.getByLabel(said.review.words, { exact: true }).fill('The summons is on file. / La citation est au dossier.')
      await page.getByRole('button', { name: said.review.button }).click()
      expect(await page.locator('main').innerText()).toContain(said.review.noneWaiting)
      await look()
    })
  }
})

test.each(ways)('%j: views, inventories, exports, audit and oversight, in both languages', async (options) => {
  for (const language of ['en', 'fr'] as const) {
    await walking(language, 'officer', options, async ({ page, said, to, look }) => {
      await to('/work/cases?inventory=working')
      await page.locator('details.views summary').click()
      await look()
      await page.getByRole('button', { name: said.views.save }).click()
      expect(await page.getByRole('alert').innerText()).toContain(said.views.faults['no-name'])
      await look()
      await page.getByLabel(said.views.name).fill('Sample view')
      await page.getByRole('button', { name: said.views.save }).click()
      await page.locator('details.views summary').click()
      await look()
      await page.getByRole('button', { name: said.views.deleteNamed('Sample view') }).click()
      await page.getByRole('link', { name: said.export.link }).click()
      await look()
      await page.getByRole('button', { name: said.export.button }).click()
      expect(await page.getByRole('alert').innerText()).toContain(said.export.faults.purpose)
      await look()
      await page.getByLabel(said.export.purposes['work-plan']).check()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: said.export.button }).click()
      expect((await download).suggestedFilename()).toBe(`comity-cases-${today}.csv`)
      await to('/work/inventories')
    })
    await walking(language, 'analyst', options, async ({ page, said, to }) => {
      await to('/work/inventories')
      expect(await page.locator('main').innerText()).toContain(said.inventories.hidden)
    })
    await walking(language, 'auditor', options, async ({ page, said, to, look }) => {
      await to('/work/oversight')
      for (const place of oversightPlaces) await to(`/work/oversight/${place}`)
      await page.getByRole('button', { name: said.workspace.check.button }).click()
      expect(await page.locator('main').innerText()).toContain(said.workspace.check.whole)
      await look()
      await to('/work/oversight/decisions?from=2000-01-01')
      await to('/work/oversight/export')
      await to('/work/audit')
      await page.getByLabel(said.audit.account).fill('nobody')
      await page.getByRole('button', { name: said.audit.button }).click()
      expect(await page.getByRole('alert').innerText()).toContain(said.audit.faults.account)
      await look()
      await to('/work/audit/export?action=case.read')
    })
  }
})

async function confirm(page: Page, { admin }: Pick<Words, 'admin'>) {
  await page.locator('input[name=account][value=demonstration-administrator]').check()
  await page.getByRole('button', { name: admin.confirm.demonstration }).click()
}

test.each(ways)('%j: accounts, an invitation, sessions and settings, in both languages', async (options) => {
  for (const language of ['en', 'fr'] as const) {
    await walking(language, 'administrator', options, async ({ page, said: { admin, roles }, to, look }) => {
      await to('/work/accounts')
      await page.getByRole('link', { name: admin.accounts.invite }).click()
      await look()
      await page.getByRole('button', { name: admin.invite.button }).click()
      expect(await page.getByRole('alert').count()).toBe(1)
      await look()
      const handle = `sample.${people++}`
      await page.getByLabel(admin.invite.displayName, { exact: true }).fill('Sample Person')
      await page.getByLabel(admin.invite.handle).fill(handle)
      await page.getByLabel(roles.officer, { exact: true }).check()
      await page.getByRole('button', { name: admin.invite.button }).click()
      await look()
      await page.getByRole('button', { name: admin.confirm.demonstration }).click()
      expect(await page.getByRole('alert').innerText()).toContain(admin.confirm.faults['account-missing'])
      await look()
      await confirm(page, { admin })
      expect(await page.locator('code.digest').innerText()).toContain('/work/invited/')
      await look()
      await page.getByRole('link', { name: admin.invite.toAccount }).click()
      await look()
      await page.getByLabel(roles.analyst, { exact: true }).check()
      await page.getByRole('button', { name: admin.account.rolesButton }).click()
      await confirm(page, { admin })
      expect(await page.locator('main dl').first().innerText()).toContain(roles.analyst)
      await page.getByRole('button', { name: admin.account.disable }).click()
      expect(await page.getByRole('button', { name: admin.account.enable }).count()).toBe(1)
      await look()
      await to('/work/settings')
    })
  }
})
