import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { ghanaian, given } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { record as english } from '../../text/en/record.ts'
import { casework as caseworkInEnglish } from '../../text/en/casework.ts'
import { signIn as signInEnglish } from '../../text/en/sign-in.ts'
import { work as workEnglish } from '../../text/en/work.ts'
import { record as french } from '../../text/fr/record.ts'
import { casework as caseworkInFrench } from '../../text/fr/casework.ts'
import { signIn as signInFrench } from '../../text/fr/sign-in.ts'
import { work as workFrench } from '../../text/fr/work.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...signInEnglish, ...workEnglish, record: english, casework: caseworkInEnglish }, fr: { ...signInFrench, ...workFrench, record: french, casework: caseworkInFrench } }
const shots = process.env['COMITY_SHOTS']

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

/** Reaches a control as somebody does who has no mouse: from the top of the page, by the tab key. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().focus()
}

async function faultsOf(page: Page, scripts: boolean): Promise<string[]> {
  if (!scripts) return (await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`]
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) === page.viewportSize()?.width ? [] : [`${page.url()}: too wide`]
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

test.each([['en', 1280, true, 'light'], ['fr', 1280, false, 'light'], ['fr', 390, true, 'dark'], ['en', 320, true, 'light']] as const)('in %s at %i pixels, script %s, %s, without a mouse: a case is opened, facts are recorded, a request is drafted and checked; a step that gates hold is not taken', async (language, width, javaScriptEnabled, colorScheme) => {
  const said = words[language]
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, colorScheme })
  const page = await context.newPage()
  const faults: string[] = []
  let pages = 0
  const look = async (name: string) => {
    pages += 1
    faults.push(...await faultsOf(page, javaScriptEnabled))
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${language}-${width}-${String(pages).padStart(2, '0')}-${name}.png`, fullPage: true })
  }
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  }
  const type = async (selector: string, text: string) => {
    await tabTo(page, selector)
    await page.keyboard.type(text)
  }
  const choose = async (selector: string) => {
    await tabTo(page, selector)
    await page.keyboard.press('Space')
  }
  const typeDay = async (name: string, day: string) => {
    const [year = '', month = '', rest = ''] = day.split('-')
    await type(`#${name}`, year)
    await page.keyboard.press('Tab')
    await page.keyboard.type(month)
    await page.keyboard.press('Tab')
    await page.keyboard.type(rest)
  }
  await page.goto(`${served.origin}/${language}/work`)
  await press(said.demonstration.as(said.roles.officer))

  // A case is opened: an error first, then every question.
  await page.goto(`${served.origin}/${language}/work/new-case`)
  await press(said.record.next)
  await look('fault')
  expect(await page.getByRole('alert').innerText()).toContain(said.record.faults.choose(said.record.fields.jurisdiction))
  pages = 0
  await choose('#jurisdiction')
  await look('law')
  await press(said.record.next)
  await type('#familyName', 'Sample')
  await type('#givenNames', 'One')
  await choose('#sex')
  await look('person')
  await press(said.record.next)
  await type('#bornOn', '1990')
  await page.locator('#bornInCountry').selectOption('GH')
  await look('birth')
  await press(said.record.next)
  await look('papers')
  await press(said.record.next)
  await typeDay('on', '2026-01-10')
  await type('#source', 'file 1')
  await look('when')
  await press(said.record.next)
  await look('check')
  await press(said.record.submit)
  await look('case')
  expect(pages).toBeLessThanOrEqual(8)
  const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const caseAt = `${served.origin}/${language}/work/cases/${caseId}`
  expect(await page.locator('main').innerText()).toContain(said.record.done.text(said.record.commands['open-case']))

  // What opens something takes a second person; that is another journey. Here it is recorded already.
  await given(served.services, caseId, [ghanaian, { officer: 'fictional-officer-1' }])
  await page.goto(`${caseAt}/record`)
  await look('list')
  await page.goto(`${caseAt}/facts`)
  await page.locator('details.notice summary').focus()
  await page.keyboard.press('Enter')
  await choose('#purpose')
  await press(said.protection.button)
  await look('facts')
  await page.getByRole('link', { name: said.record.several.everyStep, exact: true }).focus()
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await typeDay('on', '2026-01-12')
  await type('#source', 'file 2')
  await choose('#value-child-affected')
  await press(said.record.several.button)
  await look('facts-recorded')
  expect(await page.getByRole('status').innerText()).toContain(said.record.several.recorded)

  // A request: which state, what, all answers, what the state would receive.
  await page.goto(`${caseAt}/record/draft-request`)
  pages = 0
  await page.locator('#destination').selectOption('GH')
  await look('request-to')
  await press(said.record.next)
  await type('#consulate', 'Ottawa')
  await choose('#documentType-emergency-travel-document')
  await look('request-what')
  await press(said.record.next)
  await look('request-check')
  await press(said.record.submit)
  await look('packet')
  expect(await page.locator('main').innerText()).toContain(said.record.packet.title)
  await press(said.record.submit)
  await look('case-after-request')
  expect(pages).toBeLessThanOrEqual(8)

  // The blocked one beside it: contact is held, before and after it is handed in.
  await page.goto(`${caseAt}/record/make-contact`)
  await page.locator('#destination').selectOption('GH')
  await press(said.record.next)
  await look('held')
  expect(await page.locator('main').innerText()).toContain(said.record.gates.held(said.casework.steps.contact))
  await page.getByRole('link', { name: said.record.goOn, exact: true }).focus()
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await look('sure')
  await press(said.record.sure['make-contact']?.button ?? '')
  await look('refused')
  expect(await page.getByRole('alert').innerText()).toContain(said.record.gates.refused(said.casework.steps.contact))
  await page.goto(`${served.origin}/${language}/work/drafts`)
  await look('drafts')
  expect(await page.locator('main').innerText()).toContain(said.record.commands['make-contact'])
  await context.close()
  expect(faults).toEqual([])
  const { rows } = await sql<{ kind: string }>`select kind from case_event where case_id = ${caseId} order by sequence`.execute(served.database.asOwner())
  expect(rows.map(({ kind }) => kind)).toEqual(['case-opened', 'officer-assigned', 'nationality-recorded', 'fact-recorded', 'request-drafted', 'request-checked'])
}, 240_000)
