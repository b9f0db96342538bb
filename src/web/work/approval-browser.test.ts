import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { day, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { clientId, clientSecret, startIdentityProvider, type IdentityProvider } from '../../../test/identity-provider.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { loadCaseState } from '../../service/cases/load-case-state.ts'
import { proposeLawUpdate } from '../../service/cases/propose-law-update.ts'
import { invite } from '../../service/identity/keep-accounts.ts'
import { submitCommand } from '../../service/work/submit-command.ts'
import { findAccount, linkProvider } from '../../store/accounts.ts'
import { findProposal } from '../../store/approvals.ts'
import { approvals as english } from '../../text/en/approvals.ts'
import { signIn as doorEnglish } from '../../text/en/sign-in.ts'
import { approvals as french } from '../../text/fr/approvals.ts'
import { signIn as doorFrench } from '../../text/fr/sign-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: { ...english, door: doorEnglish }, fr: { ...french, door: doorFrench } }
/** Where somebody wants to look at the pages themselves. */
const pictures = process.env['COMITY_TEST_PICTURES']

let browser: Browser
beforeAll(async () => { browser = await launchBrowser() })
afterAll(() => browser.close())

const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const stay: Command = { kind: 'record-fact', factId: 'f1', fact: 'court-stay-ordered', value: 'no', on: today, source: 'register of the court' }

/** A case of this officer, with a fact that waits for a second person. */
async function propose(served: ServedWork, handle: string): Promise<{ readonly caseId: string; readonly proposalId: string }> {
  const account = await findAccount(served.database.database, { handle })
  const caseId = await given(served.services, randomUUID(), [opened, { officer: handle }], ghanaian, order, { kind: 'assign-officer', officer: handle, note: 'sample' })
  const done = await submitCommand(served.services, { accountId: account?.accountId ?? '', handle, roles: ['officer'] }, { caseId, command: stay, commandId: randomUUID(), version: 'newest' })
  if (!done.ok || done.value.kind !== 'proposed') throw new Error(JSON.stringify(done))
  return { caseId, proposalId: done.value.proposalId }
}

const versionOf = async ({ database: { database } }: ServedWork, caseId: string) => (await loadCaseState(database, caseId))?.state.version
const endOf = async ({ database: { database } }: ServedWork, proposalId: string) => (await findProposal(database, proposalId))?.ending

async function faultsOf(page: Page, scripts: boolean): Promise<string[]> {
  if (!scripts) return (await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`]
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) === (page.viewportSize()?.width ?? 0) ? [] : [`${page.url()}: wider than the window`]
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(`${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return [...wide, ...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)]
}

async function withPage(options: Parameters<Browser['newContext']>[0], work: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext(options)
  try {
    await work(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

describe('in a demonstration', () => {
  let served: ServedWork
  beforeAll(async () => {
    served = await serveWork()
    Object.assign(served.services, { shipped: shippedBook() })
  })
  afterAll(() => served.close())

  const as = async (page: Page, language: 'en' | 'fr', name: string, to = '/work') => {
    const { door } = words[language]
    await page.context().clearCookies()
    await page.goto(`${served.origin}/${language}/work/sign-in?to=${to}`)
    await page.getByRole('button', { name: door.demonstration.as(name), exact: true }).click()
  }

  test.each([[1280, true, 'light'], [320, true, 'dark'], [390, false, 'light']] as const)('at %i pixels, script %s, %s: proposed, looked at, rejected with an error first, agreed to, withdrawn', async (width, javaScriptEnabled, colorScheme) => {
    for (const language of ['en', 'fr'] as const) {
      const said = words[language]
      const [agreed, rejected, withdrawn] = [await propose(served, 'fictional-officer-1'), await propose(served, 'fictional-officer-1'), await propose(served, 'fictional-officer-1')]
      await withPage({ viewport: { width, height: 900 }, javaScriptEnabled, colorScheme }, async (page) => {
        const faults: string[] = []
        const look = async (name: string) => {
          faults.push(...await faultsOf(page, javaScriptEnabled))
          if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}-${language}-${colorScheme}.png`, fullPage: true })
        }
        const go = (path: string) => page.goto(`${served.origin}/${language}${path}`)
        await as(page, language, said.door.roles['legal-reviewer'], '/work/approvals')
        await look('list')
        await page.locator(`a[href$="${agreed.proposalId}"]`).click()
        expect(await page.locator('.to-agree').first().innerText()).toContain('register of the court')
        await look('proposal')
        // Whoever they are was not said again.
        await page.getByRole('button', { name: said.one.demonstration, exact: true }).click()
        expect(await page.getByRole('alert').innerText()).toContain(said.one.faults['account-missing'])
        await look('proposal-error')
        await page.getByLabel(said.door.roles['legal-reviewer'], { exact: true }).check()
        await page.getByRole('button', { name: said.one.demonstration, exact: true }).click()
        expect(await page.locator('main').innerText()).toContain(said.one.how(said.means.demonstration))
        await look('agreed')
        expect(await versionOf(served, agreed.caseId)).toBe(5)
        await go(`/work/cases/${agreed.caseId}`)
        expect(await page.locator('section[aria-labelledby=approvals]').innerText()).toContain(said.means.demonstration)
        await go(`/work/approvals/${rejected.proposalId}`)
        await page.getByLabel(said.one.note).fill('Sample words')
        // To the other language and back: what was typed goes along, and nothing is rejected.
        const other = language === 'en' ? 'fr' : 'en'
        await page.locator('header').getByRole('button', { name: said.door.otherLanguage, exact: true }).click()
        expect([await page.locator('html').getAttribute('lang'), await page.getByLabel(words[other].one.note).inputValue(), await page.getByRole('alert').count()]).toEqual([`${other}-CA`, 'Sample words', 0])
        await page.locator('header').getByRole('button', { name: words[other].door.otherLanguage, exact: true }).click()
        await page.getByRole('button', { name: said.one.reject }).click()
        expect(await page.getByRole('alert').innerText()).toContain(said.one.faults['reason-missing'])
        expect(await page.getByLabel(said.one.note).inputValue()).toBe('Sample words')
        await look('reject-error')
        await page.getByLabel(said.reasons.unproven).check()
        await page.getByRole('button', { name: said.one.reject }).click()
        expect(await page.locator('main').innerText()).toContain('Sample words')
        await as(page, language, said.door.roles.officer, '/work/approvals')
        await look('own-list')
        await page.locator(`a[href$="${withdrawn.proposalId}"]`).click()
        expect(await page.getByRole('button', { name: said.one.demonstration, exact: true }).count()).toBe(0)
        await look('own')
        await page.getByRole('button', { name: said.one.withdraw }).click()
        expect(await page.locator('main').innerText()).toContain(said.states.withdrawn)
        expect([faults, await versionOf(served, rejected.caseId), await versionOf(served, withdrawn.caseId)]).toEqual([[], 4, 4])
      })
    }
  })

  test.each(['en', 'fr'] as const)('a change of the law is read with its effects and agreed to by a legal reviewer who did not propose it, in %s', async (language) => {
    const said = words[language]
    const proposed = await proposeLawUpdate(served.services, { json: JSON.stringify(change(language)), officer: 'demonstration-legal-reviewer' })
    expect(proposed).toMatchObject({ ok: true })
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await as(page, language, said.door.roles['legal-reviewer'], '/work/law-updates')
      await page.getByRole('link', { name: change(language).title[language] }).click()
      expect(await page.locator('main').innerText()).toContain(said.law.own)
      await as(page, language, `${said.door.roles['legal-reviewer']} 2`, '/work/law-updates')
      expect(await faultsOf(page, true)).toEqual([])
      await page.getByRole('link', { name: change(language).title[language] }).click()
      expect(await faultsOf(page, true)).toEqual([])
      await page.getByRole('button', { name: said.law.prepare }).click()
      expect(await page.locator('.to-agree').first().innerText()).toContain(said.shown.law.effects)
      expect(await faultsOf(page, true)).toEqual([])
      // What does not fit into a line goes on further in: it cannot look like the beginning of another one.
      await page.setViewportSize({ width: 320, height: 900 })
      const wrapped = await page.evaluate<number[][]>("[...document.querySelectorAll('.to-agree')[0].querySelectorAll('.line')].map((line) => { const range = document.createRange(); range.selectNodeContents(line); return [...range.getClientRects()].map(({ left }) => Math.round(left)) }).filter((lefts) => lefts.length > 1)")
      expect([wrapped.length > 3, wrapped.every(([first = 0, ...others]) => others.every((left) => left > first))]).toEqual([true, true])
      await page.setViewportSize({ width: 1280, height: 900 })
      if (pictures) await page.screenshot({ path: `${pictures}/law-${language}.png`, fullPage: true })
      await page.getByLabel(`${said.door.roles['legal-reviewer']} 2`, { exact: true }).check()
      await page.getByRole('button', { name: said.one.demonstration, exact: true }).click()
      expect(await page.locator('main').innerText()).toContain(said.one.how(said.means.demonstration))
    })
    const { rows } = await sql<{ approved_by: string }>`select approved_by from law_approval order by revision desc limit 1`.execute(served.database.asOwner())
    expect(rows).toEqual([{ approved_by: 'demonstration-legal-reviewer-2' }])
  })
})

/** A made-up moratorium on Ghana, whose title says in which language it is tried. */
function change(language: string) {
  const title = { en: `Sample change ${language}`, fr: `Exemple de changement ${language}` }
  const instrument = { code: `ca-moratorium-sample-${language}`, kind: 'moratorium', jurisdiction: 'CA', title, place: { country: 'GH' }, legalBasis: 'ca-irpr-230', startsOn: '2026-01-01', text: 'verified', source: 'made up for a test', checkedOn: today, reviewBy: '2099-12-31' }
  return { format: 'comity-law-update/1', title, source: 'made up for a test', add: { instruments: [instrument] }, replace: {} } as const
}

describe('where people are recognised at a provider, or by a passkey', () => {
  let provider: IdentityProvider
  let served: ServedWork
  beforeAll(async () => {
    provider = await startIdentityProvider()
    served = await serveWork({ mode: 'provider', provider: (origin) => {
      provider.register(`${origin}/work/sign-in/return`)
      return { issuer: provider.issuer, clientId, clientSecret, acr: 'urn:sample:two-factor' }
    } })
    Object.assign(served.services, { shipped: shippedBook() })
    for (const [handle, role] of [['sample-officer', 'officer'], ['sample-reviewer', 'legal-reviewer']] as const) {
      await invite(served.services, { handle, displayName: handle, language: 'en', roles: [role], by: 'sample' })
      const account = await findAccount(served.database.database, { handle })
      await linkProvider(served.database.database, { issuer: provider.issuer, subject: handle, accountId: account?.accountId ?? '', by: 'sample' })
    }
  })
  afterAll(async () => {
    await served.close()
    await provider.close()
  })

  const signIn = async (page: Page, who: string, to: string) => {
    provider.atKeyboard.who = who
    await page.goto(`${served.origin}/en/work/sign-in/provider?to=${to}`)
    await page.waitForURL(`${served.origin}/en${to}`)
  }

  test('without script somebody agrees by signing in afresh, which is kept as the weaker kind with what the provider said', async () => {
    const { caseId, proposalId } = await propose(served, 'sample-officer')
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await signIn(page, 'sample-reviewer', `/work/approvals/${proposalId}`)
      expect(await page.locator('main').innerText()).toContain(english.one.noPasskey)
      await page.getByRole('button', { name: english.one.provider }).click()
      expect([await page.locator('h1').innerText(), await page.locator('.to-agree').first().innerText()]).toEqual([english.asking.providerTitle, expect.stringContaining('register of the court')])
      expect(await versionOf(served, caseId)).toBe(4)
      await page.getByRole('link', { name: english.asking.go }).click()
      await page.waitForURL(`${served.origin}/en/work/approvals/${proposalId}`)
      expect(await page.locator('main').innerText()).toContain(english.one.how(english.means.provider))
    })
    expect(await versionOf(served, caseId)).toBe(5)
    expect(await endOf(served, proposalId)).toMatchObject({ outcome: 'agreed', handle: 'sample-reviewer', means: 'provider', evidence: { issuer: provider.issuer, subject: 'sample-reviewer', acr: 'urn:sample:two-factor' } })
  })

  test('somebody else who comes back from the provider, or one who was recognised less well, agrees to nothing', async () => {
    const { caseId, proposalId } = await propose(served, 'sample-officer')
    for (const [who, acr] of [['sample-officer', 'urn:sample:two-factor'], ['sample-reviewer', 'urn:sample:password']] as const) {
      await withPage({ javaScriptEnabled: false }, async (page, context) => {
        await signIn(page, 'sample-reviewer', `/work/approvals/${proposalId}`)
        await page.getByRole('button', { name: english.one.provider }).click()
        // The provider's own session, which it would first ask about.
        await context.clearCookies({ name: /^(?!comity)/ })
        Object.assign(provider.atKeyboard, { who, acr })
        await page.getByRole('link', { name: english.asking.go }).click()
        expect(await page.locator('main').innerText()).toContain(doorEnglish.door.refusals['not-recognised'])
        Object.assign(provider.atKeyboard, { acr: 'urn:sample:two-factor' })
      })
    }
    expect([await versionOf(served, caseId), await endOf(served, proposalId)]).toEqual([4, undefined])
  })

  test('when the case moved on while they were at the provider, they are told so, and nothing happened', async () => {
    const { caseId, proposalId } = await propose(served, 'sample-officer')
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await signIn(page, 'sample-reviewer', `/work/approvals/${proposalId}`)
      await page.getByRole('button', { name: english.one.provider }).click()
      await given(served.services, caseId, { kind: 'travel-with', group: 'family-1' })
      await page.getByRole('link', { name: english.asking.go }).click()
      expect(await page.getByRole('alert').innerText()).toContain(english.one.faults['moved-on'])
    })
    expect(await endOf(served, proposalId)).toBeUndefined()
  })

  test('with a passkey the signature is over what was shown, and is kept', async () => {
    const { caseId, proposalId } = await propose(served, 'sample-officer')
    await withPage({}, async (page, context) => {
      const cdp = await context.newCDPSession(page)
      await cdp.send('WebAuthn.enable')
      await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
      await signIn(page, 'sample-reviewer', '/work/account')
      await page.getByRole('button', { name: doorEnglish.account.addPasskey }).click()
      await page.getByRole('button', { name: doorEnglish.passkey.add }).click()
      await page.waitForURL(`${served.origin}/en/work/account`)
      await page.goto(`${served.origin}/en/work/approvals/${proposalId}`)
      // The question asks by itself; axe has no time to look at its page, which is looked at below.
      await page.getByRole('button', { name: english.one.passkey }).click()
      await page.getByText(english.one.how(english.means.passkey)).waitFor()
      expect(await faultsOf(page, true)).toEqual([])
    })
    expect(await versionOf(served, caseId)).toBe(5)
    const ending = await endOf(served, proposalId)
    const { challenge } = JSON.parse(Buffer.from(ending?.evidence?.['clientDataJSON'] ?? '', 'base64url').toString()) as { readonly challenge: string }
    expect([ending?.means, Buffer.from(challenge, 'base64url').toString('hex')]).toEqual(['passkey', (await findProposal(served.database.database, proposalId))?.digest])
  })

  test.each(['en', 'fr'] as const)('the page that asks for a passkey shows the text beside the question, and axe finds nothing on it, in %s', async (language) => {
    const { proposalId } = await propose(served, 'sample-officer')
    await withPage({ viewport: { width: 390, height: 900 } }, async (page) => {
      await signIn(page, 'sample-reviewer', `/work/approvals/${proposalId}`)
      await page.goto(`${served.origin}/${language}/work/approvals/${proposalId}`)
      await page.route('**/passkey.js*', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }))
      await page.getByRole('button', { name: words[language].one.passkey }).click()
      expect(await page.locator('.to-agree').first().innerText()).toContain('register of the court')
      expect(await faultsOf(page, true)).toEqual([])
    })
  })
})
