// On a page where somebody types, the other language keeps what was typed, with and without script, from either language.
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { ghanaian, given, opened } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { readDrafts } from '../../service/drafts/keep-draft.ts'
import { findAccount } from '../../store/accounts.ts'
import { record as recordInEnglish } from '../../text/en/record.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { work as workInEnglish } from '../../text/en/work.ts'
import { record as recordInFrench } from '../../text/fr/record.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'
import { work as workInFrench } from '../../text/fr/work.ts'

const words = { en: { ...english, record: recordInEnglish, search: workInEnglish.search }, fr: { ...french, record: recordInFrench, search: workInFrench.search } }

let served: ServedWork
let browser: Browser
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

async function asOfficer(language: 'en' | 'fr', javaScriptEnabled: boolean, work: (page: Page, go: (path: string) => Promise<unknown>) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 }, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${served.origin}/${language}/work`)
  await page.getByRole('button', { name: words[language].demonstration.as(words[language].roles.officer), exact: true }).click()
  try {
    await work(page, (path) => page.goto(`${served.origin}/${language}${path}`))
  } finally {
    await context.close()
  }
}

const drafts = async () => readDrafts(served.services, { accountId: (await findAccount(served.database.database, { handle: 'fictional-officer-1' }))?.accountId ?? '' })

test.each([['en', 'fr', true], ['fr', 'en', true], ['en', 'fr', false], ['fr', 'en', false]] as const)('from %s to %s with script %s, a question, several facts and a search keep what was typed; there is no link that would lose it', async (language, other, javaScriptEnabled) => {
  const caseId = await given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], [{ kind: 'assign-officer', officer: 'fictional-officer-1', note: 'file 1' }, {}], ghanaian)
  await asOfficer(language, javaScriptEnabled, async (page, go) => {
    const toOther = async () => {
      expect(await page.locator('header a[hreflang]').count()).toBe(0)
      await page.locator('header').getByRole('button', { name: words[language].otherLanguage, exact: true }).click()
      expect([new URL(page.url()).pathname.slice(0, 4), await page.locator('html').getAttribute('lang')]).toEqual([`/${other}/`, `${other}-CA`])
    }
    // The first question of all, before anything is kept.
    await go(`/work/cases/${caseId}/record/record-risk`)
    await page.locator('#destination').selectOption('GH')
    await toOther()
    expect(await page.locator('#destination').inputValue()).toBe('GH')
    // A later one, whose source and day are not sound yet.
    await page.getByRole('button', { name: words[other].record.next, exact: true }).click()
    await page.goto(page.url().replace(`/${other}/`, `/${language}/`))
    await page.locator('#reasons').fill('Sample reasons, half wr')
    await toOther()
    expect(await page.locator('#reasons').inputValue()).toBe('Sample reasons, half wr')
    await go(`/work/cases/${caseId}/facts`)
    await page.locator('#source').fill('file 2')
    await toOther()
    expect(await page.locator('#source').inputValue()).toBe('file 2')
    // Of a search nothing is kept, and no name stands in an address.
    await go('/work/search')
    await page.locator('#familyName').fill('Sample')
    await toOther()
    expect([await page.locator('#familyName').inputValue(), page.url().includes('Sample'), await page.locator('#results').count()]).toEqual(['Sample', false, 0])
    await page.getByRole('button', { name: words[other].search.button, exact: true }).click()
    expect(await page.locator('#results').count()).toBe(1)
    // And back again.
    await page.locator('header').getByRole('button', { name: words[other].otherLanguage, exact: true }).click()
    expect([new URL(page.url()).pathname, await page.locator('#familyName').inputValue()]).toEqual([`/${language}/work/search`, 'Sample'])
  })
})

test.each([true, false])('with script %s, the return key goes on and does not switch; a switch before anything was typed leaves no draft', async (javaScriptEnabled) => {
  await asOfficer('en', javaScriptEnabled, async (page, go) => {
    const before = (await drafts()).length
    await go('/work/new-case')
    await page.locator('header').getByRole('button', { name: english.otherLanguage, exact: true }).click()
    expect([new URL(page.url()).pathname, (await drafts()).length]).toEqual(['/fr/work/new-case', before])
    await go('/work/new-case')
    await page.locator('#jurisdiction').check()
    await page.getByRole('button', { name: recordInEnglish.next, exact: true }).click()
    await page.locator('#sex').check()
    await page.locator('#familyName').fill('Sample')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/work\/drafts\/[0-9a-f-]+\/birth$/)
    expect((await drafts()).length).toBe(before + 1)
  })
})
