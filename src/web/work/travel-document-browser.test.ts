import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { day, drafted, ghanaian, given } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { makeTrial, missingForTrial, type Trial } from '../../../test/trial-token.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { travelDocuments as documentsInEnglish } from '../../text/en/travel-documents.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const refugee = 'PRUTOEXEMPLE<<DEUX<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C37XXB7408122F1204159ZE184226B<<<<<10'
const opened = { kind: 'open-case', jurisdiction: 'CA', on: day('2026-01-10'), source: 'file 1', identity: { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornInCountry: 'GH', sex: 'female', identityDocuments: [{ documentType: 'passport', number: 'X0000001', country: 'GH', copy: true }] } } as const
const requestId = randomUUID()

let served: ServedWork
let browser: Browser
let trial: Trial | undefined
let caseId: string
beforeAll(async () => {
  served = await serveWork()
  trial = missingForTrial.length === 0 ? makeTrial() : undefined
  if (trial) Object.assign(served.services, { production: trial.settings })
  // By a demonstration account: where anybody else opened a case, nothing is a demonstration any more.
  const by = { officer: 'fictional-officer-1' }
  caseId = await given(served.services, randomUUID(), [opened, by], [ghanaian, by], [{ kind: 'assign-officer', ...by, note: 'sample' }, by], [drafted(requestId), by])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  trial?.remove()
  await served?.close()
})

const url = (path: string, language: string) => `${served.origin}/${language}${path}`

async function signIn(page: Page) {
  page.setDefaultTimeout(10_000)
  await page.goto(url('/work/sign-in', 'en'))
  await page.getByRole('button', { name: english.demonstration.as(english.roles.officer), exact: true }).click()
  await page.locator('.who').waitFor()
}

async function findFaults(page: Page): Promise<string[]> {
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)
}

/** What is wider than the window, and targets smaller than 24 pixels. */
async function measure(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...(document.documentElement.scrollWidth > innerWidth + 1 ? [location.pathname + ' is ' + document.documentElement.scrollWidth + ' wide'] : []),
    ...[...document.querySelectorAll('main button, main input:not([type=hidden]), main select, main textarea')].filter((one) => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24 }).map((one) => location.pathname + ': ' + one.outerHTML.slice(0, 80))]`)
}

describe.each([1280, 390, 320])('at %i pixels', (width) => {
  test.each(['en', 'fr'] as const)('the pages of documents in %s are whole, and axe finds nothing on them', async (language) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    try {
      const faults: string[] = []
      const look = async (name: string) => {
        faults.push(...await findFaults(page), ...await measure(page))
        if (process.env['LOOKS']) await page.screenshot({ path: `${process.env['LOOKS']}/${name}-${language}-${width}.png`, fullPage: true })
      }
      await signIn(page)
      await page.goto(url('/work/documents/specimen', language))
      await look('specimen')
      await page.locator('#serial').fill('x')
      await page.locator('main form.act button').last().click()
      await look('specimen-refused')
      expect(await page.locator('#familyName').inputValue()).toBe('Sample')
      await page.goto(url('/work/documents/zone', language))
      await page.locator('#lines').fill(refugee)
      await page.locator('main form.act button').last().click()
      await look('zone')
      expect(await page.locator('.caution').count()).toBe(1)
      await page.goto(url(`/work/cases/${caseId}/requests/${requestId}/packet`, language))
      await look('packet')
      await page.goto(url(`/work/cases/${caseId}/travel-document`, language))
      await look('document')
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  })
})

test('with the keyboard alone a specimen is made, and the browser saves it', async () => {
  const context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  try {
    await signIn(page)
    await page.goto(url('/work/documents/specimen', 'en'))
    await page.locator('#serial').focus()
    const download = page.waitForEvent('download')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe(documentsInEnglish.specimen.button)
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe('specimen.pdf')
  } finally {
    await context.close()
  }
})
