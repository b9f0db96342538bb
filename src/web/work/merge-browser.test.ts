import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { day, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import { loadCaseState } from '../../service/cases/load-case-state.ts'
import { approvals as approvalsInEnglish } from '../../text/en/approvals.ts'
import { merge as mergeInEnglish } from '../../text/en/merge.ts'
import { personCopy as copyInEnglish } from '../../text/en/person-copy.ts'
import { signIn as signInEnglish } from '../../text/en/sign-in.ts'
import { approvals as approvalsInFrench } from '../../text/fr/approvals.ts'
import { merge as mergeInFrench } from '../../text/fr/merge.ts'
import { personCopy as copyInFrench } from '../../text/fr/person-copy.ts'
import { signIn as signInFrench } from '../../text/fr/sign-in.ts'
import { demonstrationName } from './work-words.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = {
  en: { merge: mergeInEnglish, copy: copyInEnglish, approvals: approvalsInEnglish, signIn: signInEnglish },
  fr: { merge: mergeInFrench, copy: copyInFrench, approvals: approvalsInFrench, signIn: signInFrench },
}

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

const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const theCase = (...more: readonly Command[]) => given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], ghanaian, order, ...more, { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })

/** What is wrong with a page as it stands: axe where script runs, and its width everywhere. */
async function look(page: Page, width: number, script: boolean): Promise<readonly string[]> {
  const wide = (await page.locator('html').evaluate((html) => html.scrollWidth)) > width ? [`${page.url()}: wider than ${width}`] : []
  if (!script) return [...wide, ...(await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`]]
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...found.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

test.each([['en', 1280, true], ['fr', 390, true], ['fr', 1280, false], ['en', 320, false]] as const)('in %s at %i pixels, script %s, two records are brought together by two people, and the person gets their copy', async (language, width, javaScriptEnabled) => {
  const { merge, copy, approvals, signIn } = words[language]
  const [stays, duplicate] = [await theCase(), await theCase({ kind: 'record-fact', factId: randomUUID(), fact: 'court-stay-ordered', value: 'no', on: today, source: 'register' })]
  const url = (path: string) => `${served.origin}/${language}${path}`
  const faults: string[] = []
  const signedIn = async (role: 'officer' | 'legal-reviewer' | 'disclosure-officer') => {
    const page = await (await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled })).newPage()
    await page.goto(url('/work'))
    await page.getByRole('button', { name: signIn.demonstration.as(signIn.roles[role]), exact: true }).click()
    return page
  }
  const seen = async (page: Page) => { faults.push(...await look(page, width, javaScriptEnabled)) }

  // 1. An officer names the other record, reads both, says why, sees the gates of both, and proposes.
  const officer = await signedIn('officer')
  await officer.goto(url(`/work/cases/${stays}/record`))
  await officer.getByRole('link', { name: merge.link }).click()
  await officer.getByRole('button', { name: merge.start.next }).click()
  await seen(officer)
  await officer.getByLabel(merge.start.other).fill(duplicate)
  await officer.getByRole('button', { name: merge.start.next }).click()
  await seen(officer)
  await officer.locator('#stays').check()
  await officer.getByRole('button', { name: merge.compare.next }).click()
  await officer.getByLabel(merge.why.reason).fill('same prints')
  // The other language keeps what was typed, and back again.
  await officer.locator('header .language button.link').click()
  expect(await officer.locator('textarea').inputValue()).toBe('same prints')
  await officer.locator('header .language button.link').click()
  await officer.getByRole('button', { name: merge.why.next }).click()
  await seen(officer)
  await officer.getByRole('link', { name: merge.check.goOn }).click()
  await seen(officer)
  await officer.getByRole('button', { name: merge.sure.merge.proposeButton }).click()
  await seen(officer)
  const proposal = new URL((await officer.getByRole('link', { name: merge.done.proposal }).getAttribute('href')) ?? '', served.origin).pathname

  // 2. A legal reviewer reads both records and agrees.
  const reviewer = await signedIn('legal-reviewer')
  await reviewer.goto(`${served.origin}${proposal}`)
  await seen(reviewer)
  for (const caseId of [stays, duplicate]) expect(await reviewer.locator('.to-agree').first().innerText()).toContain(caseId)
  const account = demonstrationAccounts.find(({ as }) => as === 'legal-reviewer')
  if (account) await reviewer.getByLabel(demonstrationName(account, language), { exact: true }).check()
  await reviewer.getByRole('button', { name: approvals.one.demonstration }).click()
  expect((await loadCaseState(served.database.database, duplicate))?.state.mergedInto).toBe(stays)
  await officer.goto(url(`/work/cases/${stays}/merge`))
  await seen(officer)

  // 3. A disclosure officer makes the person's copy.
  const disclosure = await signedIn('disclosure-officer')
  await disclosure.goto(url('/work/person-copy'))
  await seen(disclosure)
  await disclosure.getByLabel(copy.ask.caseId).fill(stays)
  await disclosure.getByLabel(copy.ask.purposes['disclosure-request']).check()
  await disclosure.getByLabel(copy.ask.languages.fr).check()
  await disclosure.getByRole('button', { name: copy.ask.button }).click()
  await seen(disclosure)
  expect(await disclosure.locator('main').innerText()).toContain(mergeInFrench === merge ? 'Sample' : 'Sample, One')
  for (const page of [officer, reviewer, disclosure]) await page.context().close()
  expect(faults).toEqual([])
})
