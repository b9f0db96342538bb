import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import type { Commitment } from '../../cooperation/commitment.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { loadPublicFigures } from '../../service/load-public-figures.ts'
import { addCommitment } from '../../store/country-knowledge.ts'
import { countriesWork as english } from '../../text/en/countries-work.ts'
import { signIn as signInEnglish } from '../../text/en/sign-in.ts'
import { countriesWork as french } from '../../text/fr/countries-work.ts'
import { signIn as signInFrench } from '../../text/fr/sign-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...english, signIn: signInEnglish }, fr: { ...french, signIn: signInFrench } }
const inDays = (days: number) => dayFromNumber(dayNumber(today) + days)

let served: ServedWork
let browser: Browser
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  await loadPublicFigures({ database: served.database.database }, 'data/public-figures')
  await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 120, seed: 4, today })
  await withdrawOne()
  browser = await launchBrowser()
})
/** Where somebody wants to look at the pages themselves. */
const pictures = process.env['COMITY_TEST_PICTURES']

/** One that was withdrawn, so that the list of those that stand no longer is looked at too. */
async function withdrawOne() {
  const commitment: Commitment = { kind: 'target', what: { en: 'Sample that was withdrawn', fr: 'Exemple retiré' }, number: 100, unit: 'removals', from: '2026-01-01' as PlainDate, until: '2026-12-31' as PlainDate, announcedBy: 'Sample agency', source: 'Sample file', series: '' }
  const commitmentId = randomUUID()
  await addCommitment(served.database.database, commitmentId, commitment, { by: 'sample' })
  await addCommitment(served.database.database, randomUUID(), commitment, { by: 'sample', replacement: { of: { commitmentId }, change: { how: 'withdrawn', on: '2026-02-01' as PlainDate, source: 'Sample release' } } })
}

afterAll(async () => {
  await browser.close()
  await served.close()
})

async function faultsOf(page: Page, scripts: boolean): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0
  // Without script nothing can be evaluated in the page: then it is walked through.
  if (!scripts) return (await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`]
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) === width ? [] : [`${page.url()}: wider than ${width}`]
  // At this width it is the width that is asked about; axe has seen the same pages at the others.
  if (width === 320) return wide
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

async function signIn(page: Page, language: 'en' | 'fr', role: 'analyst' | 'partner-liaison') {
  const { signIn: said } = words[language]
  await page.goto(`${served.origin}/${language}/work/sign-in`)
  await page.getByRole('button', { name: said.demonstration.as(said.roles[role]), exact: true }).click()
}

async function fill(page: Page, fields: readonly (readonly [label: string, value: string])[]) {
  for (const [label, value] of fields) await page.getByLabel(label, { exact: true }).fill(value)
}

test.each((['en', 'fr'] as const).flatMap((language) => ([[1280, true, 'light'], [390, true, 'dark'], [320, true, 'light'], [390, false, 'light']] as const).map((window) => [language, ...window] as const)))('in %s at %i pixels, script %s, %s: a country, its entries, a measure, its effect, the evidence and the commitments', async (language, width, javaScriptEnabled, colorScheme) => {
  const said = words[language]
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, colorScheme })
  const page = await context.newPage()
  const faults: string[] = []
  const look = async () => { faults.push(...await faultsOf(page, javaScriptEnabled)) }
  const go = async (path: string) => {
    await page.goto(`${served.origin}/${language}${path}`)
    await look()
  }
  await signIn(page, language, 'analyst')
  await page.getByRole('link', { name: said.list.name, exact: true }).click()
  await look()
  await go('/work/countries/GIN')
  await page.getByRole('link', { name: said.page.addAcceptance }).click()
  await look()
  await page.getByRole('button', { name: said.record }).click()
  expect(await page.getByRole('alert').innerText()).toContain(said.problem)
  await look()
  await page.getByLabel(said.entryFields.document).selectOption('charter-clearance')
  await page.getByLabel(said.entry.answer).selectOption('refused')
  await page.getByLabel(said.entryFields.language).selectOption(language)
  await fill(page, [[said.entryFields.says, 'Sample'], [said.entryFields.owner, 'Sample office'], [said.entryFields.source, 'Sample note'], [said.entryFields.checkedOn, today], [said.entryFields.reviewBy, inDays(90)]])
  await page.getByRole('button', { name: said.record }).click()
  expect(await page.locator('main').innerText()).toContain('Sample office')
  await look()
  for (const path of ['/work/countries/GIN/entries', '/work/countries/GIN/evidence', '/work/countries/GIN/effect?on=2017-09-13', '/work/countries/GIN/effect?on=x', '/work/commitments', '/work/commitments/new', '/work/commitments/new?replaces=cbsa-removals-2025', '/work/commitments/withdraw?of=cbsa-removals-2024', '/work/countries/AQ', '/work/countries/SOM']) await go(path)
  await page.goto(`${served.origin}/${language}/work/commitments`)
  expect(await page.locator('section:has(#past)').innerText()).toContain(language === 'en' ? 'Sample that was withdrawn' : 'Exemple retiré')
  if (pictures) await page.screenshot({ path: `${pictures}/commitments-${language}-${width}.png`, fullPage: true })
  await page.goto(`${served.origin}/${language}/work`)
  await page.getByRole('button', { name: said.signIn.signOut }).click()
  await signIn(page, language, 'partner-liaison')
  await go('/work/countries/GIN/measures/new')
  await page.getByLabel(said.engagementFields.rung).selectOption('demarche')
  await fill(page, [[said.engagementFields.what, 'Sample note'], [said.engagementFields.legalBasis, 'Sample Act, section 1'], [said.engagementFields.decidedBy, 'Sample directorate'], [said.engagementFields.startsOn, today], [said.engagementFields.reviewBy, inDays(30)], [said.engagementFields.sunsetOn, inDays(60)], [said.engagementFields.source, 'Sample file']])
  await page.getByRole('button', { name: said.measure.decide }).click()
  expect(await page.locator('h1').innerText()).toBe(said.measure.title('Sample note'))
  await look()
  await page.getByRole('link', { name: said.measure.evidenceLink('') }).click()
  expect(await page.locator('main').innerText()).toContain(said.evidence.kept)
  await look()
  await go('/work/engagement')
  expect(await page.locator('main').innerText()).toContain('Sample note')
  await context.close()
  expect(faults).toEqual([])
}, 180_000)
