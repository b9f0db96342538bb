import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'
import { finishToAddPasskey } from '../../service/identity/add-passkey.ts'
import { invite } from '../../service/identity/keep-accounts.ts'
import { readSession, type SignedIn } from '../../service/identity/read-session.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const words = { en: english, fr: french }

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

const url = (path: string, language = 'en') => `${served.origin}/${language}${path}`

async function findFaults(page: Page): Promise<string[]> {
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `${axe};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>({id,nodes:nodes.map(({html})=>({html}))})))`)
  return violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]?.html.slice(0, 160)}`)
}

/** A security key in this page's browser, of which Chromium plays the part: it knows its person, and answers at once. */
const keys = new WeakMap<CDPSession, string>()

async function plugIn(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  keys.set(cdp, authenticatorId)
  return cdp
}

async function invited(handle: string, roles: readonly string[] = ['officer']) {
  const token = await invite(served.services, { handle, displayName: `Sample ${handle}`, language: 'en', roles, by: 'sample' })
  if (!token.ok) throw new Error(token.refusal.code)
  return `/work/invited/${token.value}`
}

async function register(page: Page, handle: string) {
  await page.goto(url(await invited(handle)))
  await page.getByRole('button', { name: english.invited.passkey }).click()
  await page.getByLabel(english.passkey.name).fill('Sample key')
  await page.getByRole('button', { name: english.passkey.add }).click()
  await page.waitForURL(url('/work/account'))
}

async function withPage<Value>(work: (page: Page, context: BrowserContext) => Promise<Value>, options: Parameters<Browser['newContext']>[0] = {}): Promise<Value> {
  const context = await browser.newContext(options)
  try {
    return await work(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

describe.each([[1280, true], [390, true], [1280, false], [390, false]] as const)('at %i pixels, script %s', (width, javaScriptEnabled) => {
  test.each(['en', 'fr'] as const)('every page is there in %s, and axe finds nothing on it where it can run', async (language) => {
    await withPage(async (page) => {
      const said = words[language]
      const faults: string[] = []
      // Without script axe cannot run either: then the pages are walked through, and measured.
      const look = async () => {
        if (javaScriptEnabled) faults.push(...await findFaults(page))
        else faults.push(...(await page.locator('main h1').count()) === 1 ? [] : [`${page.url()}: no heading`])
      }
      await page.goto(url('/work', language))
      await look()
      await page.getByRole('button', { name: said.door.passkey }).click()
      await look()
      await page.goto(url(await invited(`s${randomUUID()}`), language))
      await look()
      await page.goto(url(`/work/invited/${'x'.repeat(43)}`, language))
      await look()
      await page.goto(url('/work', language))
      await page.getByRole('button', { name: said.demonstration.as(said.roles['legal-reviewer']), exact: true }).click()
      await look()
      expect(await page.locator('main').innerText()).toContain(said.reaches['legal-reviewer'])
      for (const path of ['/work/account', '/work/recognise?to=/work/account', '/work/nothing']) {
        await page.goto(url(path, language))
        await look()
      }
      await page.goto(url('/work/account', language))
      await page.getByRole('button', { name: said.account.addPasskey }).click()
      await look()
      await page.goto(url('/work', language))
      await page.getByRole('button', { name: said.signOut }).click()
      await look()
      expect(await page.locator('h1').innerText()).toBe(said.signedOut.title)
      expect(faults).toEqual([])
    }, { viewport: { width, height: 900 }, javaScriptEnabled })
  })
})

test('no page is wider than a window of 320 pixels', async () => {
  await withPage(async (page) => {
    const wide: string[] = []
    const measure = async () => { if (await page.evaluate('document.documentElement.scrollWidth') !== 320) wide.push(page.url()) }
    await page.goto(url('/work', 'fr'))
    await measure()
    await page.getByRole('button', { name: french.demonstration.as(french.roles['disclosure-officer']), exact: true }).click()
    for (const path of ['/work', '/work/account', '/work/recognise']) {
      await page.goto(url(path, 'fr'))
      await measure()
    }
    expect(wide).toEqual([])
  }, { viewport: { width: 320, height: 640 } })
})

test('without script a passkey’s page says so', async () => {
  await withPage(async (page) => {
    await page.goto(url('/work/sign-in', 'fr'))
    await page.getByRole('button', { name: french.door.passkey }).click()
    expect(await page.locator('main').innerText()).toContain(french.passkey.noScript)
  }, { javaScriptEnabled: false })
})

test('a person registers a passkey by their link, signs out, and in again with it', async () => {
  await withPage(async (page) => {
    await plugIn(page)
    await register(page, 'sample-key')
    expect(await page.locator('main').innerText()).toContain('Sample key')
    await page.getByRole('button', { name: english.signOut }).click()
    await page.goto(url('/work/account', 'fr'))
    await page.getByRole('button', { name: french.door.passkey }).click()
    // No second click: the page asks by itself.
    await page.waitForURL(url('/work/account', 'fr'))
    expect(await page.locator('main').innerText()).toContain('Sample sample-key')
    const { rows } = await sql<{ counter: number; used: boolean }>`select counter, used_at is not null as used from passkey where account_id = (select account_id from account where handle = 'sample-key')`.execute(served.database.asOwner())
    expect(rows).toEqual([{ counter: expect.toSatisfy((counter: number) => counter > 1) as number, used: true }])
    expect(await findFaults(page)).toEqual([])
  })
})

test('a link works once', async () => {
  const path = await invited('sample-once')
  await withPage(async (page) => {
    await plugIn(page)
    await page.goto(url(path))
    await page.getByRole('button', { name: english.invited.passkey }).click()
    await page.getByRole('button', { name: english.passkey.add }).click()
    await page.waitForURL(url('/work/account'))
    await page.goto(url(path))
    expect(await page.locator('h1').innerText()).toBe(english.invited.badTitle)
  })
})

test('a key that does not know its person is not taken: user verification is demanded', async () => {
  await withPage(async (page) => {
    const cdp = await plugIn(page)
    await register(page, 'sample-unverified')
    await page.getByRole('button', { name: english.signOut }).click()
    const { credentials } = await credentialsOf(cdp)
    expect(credentials).toHaveLength(1)
    await page.goto(url('/work/sign-in'))
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: (await credentialsOf(cdp)).authenticatorId, isUserVerified: false })
    await page.getByRole('button', { name: english.door.passkey }).click()
    await page.getByText(english.passkey.failed).waitFor()
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('comity')
    // A browser that was told not to ask: the key then signs, rightly, that it does not know who is there.
    await rewriteQuestions(page, withoutVerification(await credentialIdOf('sample-unverified')))
    await page.goto(url('/work/sign-in'))
    await page.getByRole('button', { name: english.door.passkey }).click()
    await page.getByText(english.door.refusals['not-recognised']).waitFor()
    await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: keys.get(cdp) ?? '' })
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: false, automaticPresenceSimulation: true } })
    await page.goto(url(await invited('sample-unverified-new')))
    await page.getByRole('button', { name: english.invited.passkey }).click()
    await page.getByRole('button', { name: english.passkey.add }).click()
    await page.getByText(english.door.refusals['not-recognised']).waitFor()
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('comity')
  })
})

type Change = readonly [asked: RegExp, instead: string]

/** Makes of a question to a key that it no longer asks the key to know its person; a key that is named answers without. */
const withoutVerification = (credentialId: string): readonly Change[] => [
  [/"userVerification":"required"(?=\})/, `"userVerification":"discouraged","allowCredentials":[{"id":"${credentialId}","type":"public-key"}]`],
  [/"residentKey":"required","userVerification":"required","requireResidentKey":true/, '"residentKey":"discouraged","userVerification":"discouraged","requireResidentKey":false'],
]

/** Changes the questions of our pages on their way to the browser. */
async function rewriteQuestions(page: Page, changes: readonly Change[]) {
  await page.route('**/work/**', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    const body = (await answer.text()).replace(/data-question="([^"]*)"/, (_, question: string) => `data-question="${changes.reduce((text, [asked, instead]) => text.replace(asked, instead), question.replaceAll('&quot;', '"')).replaceAll('"', '&quot;')}"`)
    await route.fulfill({ response: answer, body })
  })
}

async function credentialIdOf(handle: string): Promise<string> {
  const { rows: [row] } = await sql<{ id: string }>`select encode(credential_id, 'base64') as id from passkey where account_id = (select account_id from account where handle = ${handle})`.execute(served.database.asOwner())
  return Buffer.from(row?.id ?? '', 'base64').toString('base64url')
}

test('answers that were tampered with, replayed, of another origin, or without the person, get the one answer', async () => {
  await withPage(async (page) => {
    await plugIn(page)
    await register(page, 'sample-tampered')
    await page.getByRole('button', { name: english.signOut }).click()
    const spoil: Record<string, (answer: Answer) => void> = {
      'another signature': (answer) => { answer.response.signature = flip(answer.response.signature, 20) },
      'no user verification': (answer) => { answer.response.authenticatorData = flip(answer.response.authenticatorData, 32, 0b100) },
      'another origin': (answer) => { answer.response.clientDataJSON = rewrite(answer.response.clientDataJSON, { origin: 'https://elsewhere.example' }) },
      'another challenge': (answer) => { answer.response.clientDataJSON = rewrite(answer.response.clientDataJSON, { challenge: 'x'.repeat(43) }) },
      'an unknown key': (answer) => { answer.id = answer.rawId = Buffer.from('unknown').toString('base64url') },
    }
    const bodies = new Set<string>()
    for (const [name, change] of Object.entries(spoil)) {
      const answer = await answerWith(page, change)
      expect([name, answer.status]).toEqual([name, 403])
      bodies.add(answer.body.replaceAll(/value="[\w-]{43}"/g, ''))
    }
    expect(bodies.size).toBe(1)
    const fine = await answerWith(page, () => undefined)
    expect([fine.status, fine.sentTwice]).toEqual([200, 403])
  })
})

test('a passkey whose counter went back is a copy, and opens nothing', async () => {
  await withPage(async (page) => {
    await plugIn(page)
    await register(page, 'sample-copied')
    await page.getByRole('button', { name: english.signOut }).click()
    await sql`update passkey set counter = 4000000000 where account_id = (select account_id from account where handle = 'sample-copied')`.execute(served.database.asOwner())
    expect((await answerWith(page, () => undefined)).status).toBe(403)
  })
})

test('a removed passkey opens nothing, and ends the sessions that it may have begun', async () => {
  await withPage(async (page, context) => {
    await plugIn(page)
    await register(page, 'sample-removed')
    const [cookie] = (await context.cookies()).filter(({ name }) => name === 'comity')
    await page.goto(url('/work/sign-in'))
    await page.getByRole('button', { name: english.door.passkey }).click()
    await page.waitForURL(url('/work'))
    await page.goto(url('/work/account'))
    await page.getByRole('button', { name: english.account.removeNamed('Sample key') }).click()
    expect(await page.locator('main').innerText()).toContain(english.account.noPasskeys)
    expect((await fetch(url('/work'), { redirect: 'manual', headers: { cookie: `comity=${cookie?.value}` } })).status).toBe(303)
    await page.getByRole('button', { name: english.signOut }).click()
    await page.goto(url('/work/sign-in'))
    await page.getByRole('button', { name: english.door.passkey }).click()
    await page.getByText(english.door.refusals['not-recognised']).waitFor()
    // Where the person is taken when something did not work.
    expect(await page.evaluate('document.activeElement.className')).toBe('problem')
    expect(await findFaults(page)).toEqual([])
  })
})

test('with a passkey somebody is recognised afresh', async () => {
  await withPage(async (page) => {
    await plugIn(page)
    await register(page, 'sample-afresh')
    await sql`update session set recognised_at = recognised_at - interval '1 hour' where revoked_at is null`.execute(served.database.asOwner())
    await page.getByRole('button', { name: english.account.addPasskey }).click()
    expect(await page.locator('h1').innerText()).toBe(english.recognise.title)
    await page.getByRole('button', { name: english.recognise.passkey }).click()
    await page.waitForURL(url('/work/account'))
    await page.getByRole('button', { name: english.account.addPasskey }).click()
    expect(await page.locator('h1').innerText()).toBe(english.passkey.addTitle)
  })
})

test('nobody is recognised afresh by somebody else’s passkey', async () => {
  await withPage(async (page) => {
    await plugIn(page)
    await register(page, 'sample-colleague')
    await page.getByRole('button', { name: english.signOut }).click()
    await register(page, 'sample-absent')
    await rewriteQuestions(page, [[/"id":"[\w-]+"(?=,"type")/, `"id":"${await credentialIdOf('sample-colleague')}"`]])
    await page.goto(url('/work/recognise'))
    await page.getByRole('button', { name: english.recognise.passkey }).click()
    await page.getByText(english.door.refusals['not-recognised']).waitFor()
  })
})

test('a passkey that one session began to add is not added by another one of the same browser', async () => {
  await withPage(async (page, context) => {
    await plugIn(page)
    await register(page, 'sample-first')
    const other = await finishAs(page, context, { ...(await sessionOf(context)), sessionId: randomUUID() })
    expect(other).toEqual({ ok: false, refusal: { code: 'not-recognised' } })
    const nobody = await finishAs(page, context, undefined)
    expect(nobody).toEqual({ ok: false, refusal: { code: 'not-recognised' } })
  })
})

async function sessionOf(context: BrowserContext): Promise<SignedIn> {
  const token = (await context.cookies()).find(({ name }) => name === 'comity')?.value ?? ''
  const signedIn = await readSession(served.services, token)
  if (!signedIn) throw new Error('nobody is signed in')
  return signedIn
}

/** Begins to add a passkey in the browser, and brings the answer to the use-case as somebody else. */
async function finishAs(page: Page, context: BrowserContext, signedIn: SignedIn | undefined) {
  let answer = ''
  // One that the key does not hold already.
  await rewriteQuestions(page, [[/"excludeCredentials":\[[^\]]*\]/, '"excludeCredentials":[]']])
  await page.route('**/passkeys/answer', async (route) => {
    answer = new URLSearchParams(route.request().postData() ?? '').get('answer') ?? ''
    await route.abort()
  })
  await page.goto(url('/work/account'))
  await page.getByRole('button', { name: english.account.addPasskey }).click()
  await page.getByRole('button', { name: english.passkey.add }).click()
  await expect.poll(() => answer).toContain('attestationObject')
  await page.unrouteAll()
  const browserSecret = (await context.cookies()).find(({ name }) => name === 'comity-door')?.value ?? ''
  return finishToAddPasskey(served.services, { answer, name: 'Sample', browser: browserSecret, address: '127.0.0.1', agent: 'Sample', signedIn })
}

type Answer = { id: string; rawId: string; response: { signature: string; authenticatorData: string; clientDataJSON: string } }

/** Signs in as the page's script does, but lets somebody change the answer on its way; then sends the same once more. */
async function answerWith(page: Page, change: (answer: Answer) => void): Promise<{ readonly status: number; readonly body: string; readonly sentTwice: number }> {
  let sent: URLSearchParams | undefined
  let action = ''
  await page.goto(url('/work/sign-in'))
  await page.route('**/passkey/answer', async (route) => {
    const fields = new URLSearchParams(route.request().postData() ?? '')
    const answer = JSON.parse(fields.get('answer') ?? '{}') as Answer
    change(answer)
    fields.set('answer', JSON.stringify(answer))
    sent = fields
    action = route.request().url()
    await route.abort()
  })
  await page.getByRole('button', { name: english.door.passkey }).click()
  await expect.poll(() => sent?.get('form')).toBeTruthy()
  await page.unroute('**/passkey/answer')
  const send = () => page.context().request.post(action, { headers: { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin }, data: sent?.toString() ?? '' })
  const first = await send()
  const again = await send()
  return { status: first.status(), body: await first.text(), sentTwice: again.status() }
}

async function credentialsOf(cdp: CDPSession): Promise<{ readonly authenticatorId: string; readonly credentials: readonly unknown[] }> {
  const authenticatorId = keys.get(cdp) ?? ''
  return { authenticatorId, credentials: (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials }
}

const flip = (base64url: string, at: number, mask = 1) => {
  const bytes = Buffer.from(base64url, 'base64url')
  bytes[at] = (bytes[at] ?? 0) ^ mask
  return bytes.toString('base64url')
}
const rewrite = (base64url: string, more: object) => Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(base64url, 'base64url').toString()) as object), ...more })).toString('base64url')
