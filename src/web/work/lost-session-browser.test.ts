// Whoever loses the session while typing signs in again and goes on where they were, with what they had typed.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { ghanaian, given, opened } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import type { Role } from '../../service/access/roles.ts'
import { record as recordInEnglish } from '../../text/en/record.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { record as recordInFrench } from '../../text/fr/record.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'
import type { Language } from '../../text/language.ts'

const words = { en: { ...english, record: recordInEnglish }, fr: { ...french, record: recordInFrench } }

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

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const signInAs = (page: Page, language: Language, role: Role) => press(page, words[language].demonstration.as(words[language].roles[role]))
const pathOf = (page: Page) => new URL(page.url()).pathname

const ways = {
  'ended by itself': () => sql`update session set ends_at = clock_timestamp() - interval '1 minute' where ends_at > clock_timestamp() and revoked_at is null`.execute(served.database.asOwner()),
  'was forgotten by the browser': (context: BrowserContext) => context.clearCookies({ name: 'comity' }),
} as const

async function fillIn(page: Page, language: Language) {
  for (const [name, text] of [['#on', '2026'], ['#on-month', '1'], ['#on-day', '12'], ['#source', `letter, ${language}`]] as const) await page.locator(name).fill(text)
}

test.each((['en', 'fr'] as const).flatMap((language) => [true, false].flatMap((script) => Object.keys(ways).map((way) => [language, script, way as keyof typeof ways] as const))))('in %s, script %s, a session that %s: the last answer is there after signing in again, and for nobody else', async (language, javaScriptEnabled, way) => {
  const said = words[language]
  const caseId = await given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], [{ kind: 'assign-officer', officer: 'fictional-officer-1', note: 'file 1' }, {}], ghanaian)
  const context = await browser.newContext({ viewport: { width: 390, height: 900 }, javaScriptEnabled })
  const page = await context.newPage()
  try {
    await page.goto(`${served.origin}/${language}/work`)
    await signInAs(page, language, 'officer')
    await page.goto(`${served.origin}/${language}/work/cases/${caseId}/record/record-order`)
    await page.locator('input[name=orderKind]').first().check()
    await press(page, said.record.next)
    const question = pathOf(page)
    await fillIn(page, language)
    await ways[way](context)
    await press(page, said.record.next)
    expect([pathOf(page), await page.locator('h1').innerText()]).toEqual([`/${language}/work/sign-in`, said.door.title])
    // Somebody else at the same machine comes to a place where there is nothing for them.
    await signInAs(page, language, 'legal-reviewer')
    expect([pathOf(page), (await page.content()).includes('letter, ')]).toEqual([question, false])
    await page.goto(`${served.origin}/${language}/work`)
    await press(page, said.signOut)
    await page.goto(`${served.origin}${question}`)
    await signInAs(page, language, 'officer')
    expect([pathOf(page), await page.locator('#source').inputValue(), await page.locator('#on-day').inputValue()]).toEqual([question, `letter, ${language}`, '12'])
    await press(page, said.record.next)
    expect([pathOf(page), (await page.locator('main').innerText()).includes(`letter, ${language}`)]).toEqual([question.replace(/[^/]+$/, 'check'), true])
    // On the page of all answers nothing is typed: one comes back to it.
    await ways[way](context)
    await press(page, said.record.submit)
    await signInAs(page, language, 'officer')
    expect(pathOf(page)).toBe(question.replace(/[^/]+$/, 'check'))
    await press(page, said.record.submit)
    expect(await page.getByRole('status').innerText()).toContain(said.record.done.text(said.record.commands['record-order']))
  } finally {
    await context.close()
  }
})

test.each([['en', true], ['fr', false]] as const)('in %s, script %s, whoever signed in again in another window goes on in the first one, with a word about it', async (language, javaScriptEnabled) => {
  const said = words[language]
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled })
  const page = await context.newPage()
  try {
    await page.goto(`${served.origin}/${language}/work`)
    await signInAs(page, language, 'officer')
    await page.goto(`${served.origin}/${language}/work/new-case`)
    await page.locator('#jurisdiction').check()
    const second = await context.newPage()
    await second.goto(`${served.origin}/${language}/work/sign-in`)
    await signInAs(second, language, 'officer')
    await press(page, said.record.next)
    expect([await page.getByRole('status').innerText(), await page.locator('#jurisdiction').isChecked()]).toEqual([said.record.kept, true])
    await press(page, said.record.next)
    expect(await page.locator('h1').innerText()).toBe(said.record.questions.person)
  } finally {
    await context.close()
  }
})
