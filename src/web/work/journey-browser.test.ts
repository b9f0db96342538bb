import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { day, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { clientId, clientSecret, startIdentityProvider } from '../../../test/identity-provider.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import type { Command } from '../../casework/command.ts'
import { askStep } from '../../casework/take-step.ts'
import { dayFromNumber, dayNumber } from '../../kernel/day.ts'
import { invariant } from '../../kernel/invariant.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import type { Step } from '../../law/rule.ts'
import { loadCaseState } from '../../service/cases/load-case-state.ts'
import { newPlayer } from '../../service/fictional/player.ts'
import { invite } from '../../service/identity/keep-accounts.ts'
import { findAccount, linkProvider } from '../../store/accounts.ts'
import { proposalsOfCase } from '../../store/approvals.ts'
import type { Language } from '../../text/language.ts'
import { approvals as approvalsEnglish } from '../../text/en/approvals.ts'
import { caseCli as cliEnglish } from '../../text/en/case-cli.ts'
import { casework as caseworkEnglish } from '../../text/en/casework.ts'
import { record as english, type RecordedKind } from '../../text/en/record.ts'
import { signIn as doorEnglish } from '../../text/en/sign-in.ts'
import { work as workEnglish } from '../../text/en/work.ts'
import { approvals as approvalsFrench } from '../../text/fr/approvals.ts'
import { caseCli as cliFrench } from '../../text/fr/case-cli.ts'
import { casework as caseworkFrench } from '../../text/fr/casework.ts'
import { record as french } from '../../text/fr/record.ts'
import { signIn as doorFrench } from '../../text/fr/sign-in.ts'
import { work as workFrench } from '../../text/fr/work.ts'

// The whole way of one case, as an officer and a second person walk it, under the law book as it is shipped. Beside it the same way with a
// stay of removal on it, which ends before the departure.

const words = {
  en: { ...english, approvals: approvalsEnglish, door: doorEnglish, work: workEnglish, casework: caseworkEnglish, collisions: cliEnglish.collisions },
  fr: { ...french, approvals: approvalsFrench, door: doorFrench, work: workFrench, casework: caseworkFrench, collisions: cliFrench.collisions },
}
/** Where somebody wants to look at the pages themselves. */
const pictures = process.env['COMITY_TEST_PICTURES']
/** Of what gates ask for, what is so in this case; everything else is answered with no. */
const isSo = ['absence-of-moratorium-confirmed', 'consented-to-disclosure', 'voluntary-return-offered', 'order-made-at-port-of-entry', 'file-rechecked']
const daysFrom = (days: number) => dayFromNumber(dayNumber(today) + days)

let browser: Browser
beforeAll(async () => { browser = await launchBrowser() })
afterAll(() => browser.close())

/** Two people at their browsers, and how the second one says that they agree. */
type Walk = {
  readonly served: ServedWork
  readonly language: Language
  readonly officer: Page
  readonly reviewer: Page
  readonly agree: (page: Page) => Promise<void>
  /** Pages that the officer was shown since this was last set. */
  pages: number
}

const open = (walk: Walk, page: Page, path: string) => page.goto(`${walk.served.origin}/${walk.language}${path}`)

async function picture({ language, officer }: Walk, name: string, page = officer) {
  if (pictures) await page.screenshot({ path: `${pictures}/journey-${language}-${name}.png`, fullPage: true })
}

const mostTabs = 1500

/** Presses Tab until this has the focus: there is no other way to it without a mouse. */
async function reach(page: Page, target: Locator) {
  await tabUntil(page, () => target.evaluate((one) => one === (globalThis as unknown as { readonly document: { readonly activeElement: unknown } }).document.activeElement), String(target))
}

async function tabUntil(page: Page, isThere: () => Promise<boolean>, what: string) {
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${what}`)
}

async function follow(page: Page, link: Locator) {
  await reach(page, link)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const press = (page: Page, name: string) => follow(page, page.getByRole('button', { name, exact: true }))

async function type(page: Page, field: Locator, text: string) {
  await reach(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

async function typeDay(page: Page, name: string, text: string) {
  for (const [index, part] of text.split('-').entries()) await type(page, page.locator(`[id="${['', '-month', '-day'].map((end) => name + end)[index]}"]`), part)
}

/** Chooses with the arrows, as the browser moves in a group of choices or in a list. */
async function choose(page: Page, name: string, value: string) {
  const [has, at] = [`document.activeElement.getAttribute('name') === ${JSON.stringify(name)}`, 'document.activeElement.value']
  await tabUntil(page, () => page.evaluate<boolean>(has), name)
  if ((await page.evaluate(at)) === value) return page.keyboard.press('Space')
  for (let steps = 0; steps < mostTabs; steps++) {
    await page.keyboard.press('ArrowDown')
    if ((await page.evaluate(at)) === value) return undefined
  }
  throw new Error(`no arrow leads to ${value} of ${name}`)
}

/** Chooses among choices by what is written beside them. */
async function reachChoice(page: Page, label: string) {
  const choice = page.getByLabel(label, { exact: true })
  await choose(page, (await choice.getAttribute('name')) ?? '', (await choice.getAttribute('value')) ?? '')
}

/** Fills in whatever of these answers the page asks for, by the keyboard alone. */
async function fill(page: Page, answers: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.count()) === 0) continue
    const isList = (await page.locator(`main select[name="${name}"]`).count()) > 0
    if (isList || (await field.first().getAttribute('type')) === 'radio') await choose(page, name, value)
    else if (/^\d{4}-\d{2}-\d{2}$/.test(value)) await typeDay(page, name, value)
    else await type(page, field, value)
  }
}

/** Answers the questions of one recording, checks them, and hands them in; what needs a second person is then agreed to. */
async function record(walk: Walk, caseId: string | undefined, kind: RecordedKind, answers: Readonly<Record<string, string>>): Promise<string> {
  const { officer, language } = walk
  const said = words[language]
  await open(walk, officer, caseId === undefined ? '/work/new-case' : `/work/cases/${caseId}/record/${kind}`)
  walk.pages = 1
  while (!new URL(officer.url()).pathname.endsWith('/check')) {
    await fill(officer, answers)
    await press(officer, (await officer.getByRole('button', { name: said.next, exact: true }).count()) ? said.next : said.files.next)
    walk.pages += 1
    expect([kind, ...await officer.getByRole('alert').allInnerTexts()]).toEqual([kind])
  }
  await picture(walk, `${kind}-check`)
  if (await officer.getByRole('link', { name: said.goOn, exact: true }).count()) {
    await follow(officer, officer.getByRole('link', { name: said.goOn, exact: true }))
    walk.pages += 1
    await press(officer, said.sure[kind]?.button ?? said.submit)
  } else await press(officer, (await officer.getByText(said.gates.takesTwo).count()) ? said.propose : said.submit)
  walk.pages += 1
  await picture(walk, kind)
  const id = caseId ?? new URL(officer.url()).pathname.split('/').at(-1) ?? ''
  await agreeTo(walk, id)
  return id
}

/** The second person finds what waits in their list, reads it, and agrees. How many they agreed to. */
async function agreeTo(walk: Walk, caseId: string): Promise<number> {
  const { reviewer, served, language } = walk
  const waiting = (await proposalsOfCase(served.database.database, caseId)).filter(({ state }) => state === 'waiting')
  for (const { proposalId, kind } of waiting) {
    await open(walk, reviewer, '/work/approvals')
    await follow(reviewer, reviewer.locator(`section[aria-labelledby=waiting] a[href$="${proposalId}"]`))
    expect(await reviewer.locator('.to-agree').first().innerText()).toContain(caseId)
    await picture(walk, `proposal-${kind}`, reviewer)
    await walk.agree(reviewer)
    expect(await reviewer.locator('main').innerText()).toContain(words[language].approvals.states.agreed)
  }
  return waiting.length
}

/** Records every fact that the gates of a step ask for, on one page at a time, until they ask for none. Returns how many agreements it took. */
async function recordFactsFor(walk: Walk, caseId: string, step: Step): Promise<number> {
  const { officer, language } = walk
  const said = words[language]
  let agreements = 0
  for (let round = 0; round < 8; round++) {
    await open(walk, officer, `/work/cases/${caseId}/facts?step=${step}`)
    const shown = await officer.content()
    // Where this step asks nothing more, the page shows the next one that does.
    if (!shown.includes(`name="step" value="${step}"`)) return agreements
    const asked = [...shown.matchAll(/name="(value-[^"]+)" value="no"/g)].map((match) => match[1] ?? '')
    await typeDay(officer, 'on', today)
    await type(officer, officer.locator('#source'), 'file 2')
    for (const name of asked) await fill(officer, { [name]: isSo.includes(name.slice('value-'.length).split('.')[0] ?? '') ? 'yes' : 'no' })
    const offered = officer.locator('div.fact-to-record', { has: officer.locator('[id="on-voluntary-return-offered"]') })
    if (await offered.count()) {
      await reach(officer, offered.locator('summary'))
      await officer.keyboard.press('Enter')
      await typeDay(officer, 'on-voluntary-return-offered', daysFrom(-21))
    }
    await press(officer, said.several.button)
    expect(await officer.getByRole('alert').allInnerTexts()).toEqual([])
    await picture(walk, `facts-${step}-${round}`)
    const waiting = await agreeTo(walk, caseId)
    expect(waiting).toBeLessThanOrEqual(1)
    agreements += waiting
  }
  throw new Error(`the gates of ${step} still ask`)
}

const stateOf = async ({ served }: Walk, caseId: string) => {
  const loaded = await loadCaseState(served.database.database, caseId)
  invariant(loaded, 'no case', { caseId })
  return loaded.state
}

/** What still holds a step, by rule. */
async function held(walk: Walk, caseId: string, step: Step): Promise<readonly string[]> {
  const { answer } = askStep(await stateOf(walk, caseId), { caseId, today, book: shippedBook() }, { step, destination: 'GH' })
  return answer.gates.flatMap(({ holds }) => holds.map(({ rule, unsettled }) => `${rule}: ${unsettled.join(' ')}`))
}

/** Reasons that rest on what is protected are shown for a purpose. */
async function givePurpose(walk: Walk, caseId: string) {
  const { officer, language } = walk
  await open(walk, officer, `/work/cases/${caseId}/facts`)
  await reach(officer, officer.locator('details.notice summary'))
  await officer.keyboard.press('Enter')
  await reach(officer, officer.locator('#purpose'))
  await officer.keyboard.press('Space')
  await press(officer, words[language].work.protection.button)
}

/** From the opening of a case to a journey that is booked for today. */
async function walkToBooking(walk: Walk): Promise<string> {
  const { officer, language } = walk
  const said = words[language]
  const caseId = await record(walk, undefined, 'open-case', { jurisdiction: 'CA', familyName: 'Sample', givenNames: 'One', sex: 'female', bornOn: '1990-05-17', bornInCountry: 'GH', on: '2026-01-10', source: 'file 1' })
  await record(walk, caseId, 'record-nationality', { country: 'GH', basis: 'own-document', on: '2026-01-10', source: 'passport' })
  await record(walk, caseId, 'record-order', { orderKind: 'departure-order', on: '2026-01-12', source: 'order' })
  expect((await held(walk, caseId, 'request')).length).toBeGreaterThan(0)
  await givePurpose(walk, caseId)
  await record(walk, caseId, 'record-risk', { destination: 'GH', finding: 'no-substantial-risk', reasons: 'sample reasons', on: today })
  expect(await recordFactsFor(walk, caseId, 'request')).toBeLessThanOrEqual(4)
  expect(await held(walk, caseId, 'request')).toEqual([])
  expect(await factsThatAreSo(walk, caseId)).toEqual(expect.arrayContaining(['consented-to-disclosure', 'voluntary-return-offered']))
  // The request: drafted, checked and proposed to a second person in eight pages; sent once they have agreed.
  await open(walk, officer, `/work/cases/${caseId}/record/draft-request`)
  walk.pages = 1
  for (const answers of [{ destination: 'GH' }, { consulate: 'Ottawa', documentType: 'emergency-travel-document' }]) {
    await fill(officer, answers)
    await press(officer, said.next)
    walk.pages += 1
  }
  await press(officer, said.submit)
  expect(await officer.locator('main').innerText()).toContain(said.packet.title)
  await press(officer, said.submit)
  walk.pages += 2
  const pages = walk.pages
  await record(walk, caseId, 'approve-request', {})
  expect(pages + walk.pages).toBeLessThanOrEqual(8)
  expect((await stateOf(walk, caseId)).requests[0]?.approved?.by).not.toBe((await stateOf(walk, caseId)).requests[0]?.drafted?.by)
  await record(walk, caseId, 'send-request', {})
  expect(walk.pages).toBeLessThanOrEqual(8)
  expect((await stateOf(walk, caseId)).requests[0]?.sentOn).toBe(today)
  await record(walk, caseId, 'record-outcome', { outcome: 'issued', on: today, source: 'note of the embassy' })
  const [request] = (await stateOf(walk, caseId)).requests
  await record(walk, caseId, 'take-document', { requestId: request?.requestId ?? '', destination: 'GH', documentType: 'emergency-travel-document', validFrom: today, validUntil: daysFrom(20), source: 'the document' })
  // The document runs out within a month while a gate still holds the journey: the list says so.
  await open(walk, officer, '/work/cases')
  await picture(walk, 'collision')
  expect(await officer.locator('tr', { has: officer.locator(`a[href$="${caseId}"]`) }).innerText()).toContain(said.work.list.collision(said.collisions['gate-held-until-expiry']))
  await recordFactsFor(walk, caseId, 'booking')
  expect(await held(walk, caseId, 'booking')).toEqual([])
  await record(walk, caseId, 'make-booking', { documentId: (await stateOf(walk, caseId)).documents[0]?.documentId ?? '', destination: 'GH', departsOn: today })
  return caseId
}

async function depart(walk: Walk, caseId: string) {
  for (const step of ['hand-over', 'departure'] as const) await recordFactsFor(walk, caseId, step)
  await record(walk, caseId, 'hand-over', {})
  await record(walk, caseId, 'depart', {})
  expect(await walk.officer.locator('main').innerText()).toContain(words[walk.language].done.text(words[walk.language].commands.depart))
  expect((await stateOf(walk, caseId)).departures).toMatchObject([{ on: today }])
}

/** Another case with a journey for today, made without pages: what the gates ask for is recorded as a made-up case has it. */
async function bookedCase({ served }: Walk, officer: string): Promise<string> {
  const [caseId, requestId, documentId] = [randomUUID(), randomUUID(), randomUUID()]
  const player = newPlayer({ caseId, book: shippedBook(), from: today, until: today, today, officer })
  for (const command of [opened, ghanaian, { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }, { kind: 'draft-request', requestId, destination: 'GH', consulate: 'Ottawa', documentType: 'emergency-travel-document', on: today }, { kind: 'check-request', requestId, on: today }] satisfies readonly Command[]) player.say(command)
  player.say({ kind: 'approve-request', requestId, on: today }, 'somebody-else')
  player.take({ kind: 'send-request', requestId, on: today })
  player.say({ kind: 'record-outcome', requestId, outcome: 'issued', on: today, source: 'note' })
  player.take({ kind: 'take-document', documentId, requestId, destination: 'GH', documentType: 'emergency-travel-document', validFrom: today, validUntil: daysFrom(20), on: today, source: 'the document' })
  player.take({ kind: 'make-booking', bookingId: randomUUID(), destination: 'GH', departsOn: today, documentId, on: today })
  player.prepare('departure', 'GH')
  invariant(player.played().state?.bookings.length === 1, 'no journey was booked', { refused: player.played().refused })
  // That there was no stay was known the day before: what the court orders today is the later word, and no contradiction.
  const dayBefore = (command: Command): Command => (command.kind === 'record-fact' && command.fact === 'court-stay-ordered' ? { ...command, on: daysFrom(-1) } : command)
  const commands = player.played().commands.map(({ command, officer: by }) => [dayBefore(command), { officer: by }] as const)
  return given(served.services, caseId, ...commands, { kind: 'assign-officer', officer, note: 'sample' })
}

/** A court stays removal on the day of the journey: recorded by one person, since it holds. */
async function departUnderStay(walk: Walk, caseId: string) {
  const { officer, language } = walk
  const said = words[language]
  await givePurpose(walk, caseId)
  const before = await stateOf(walk, caseId)
  await record(walk, caseId, 'record-fact', { fact: 'court-stay-ordered', value: 'yes', on: today, source: 'order of the court' })
  expect((await stateOf(walk, caseId)).version).toBe(before.version + 1)
  await open(walk, officer, `/work/cases/${caseId}/record/depart`)
  await press(officer, said.next)
  expect(await officer.locator('main').innerText()).toContain(said.gates.held(said.casework.steps.departure))
  await follow(officer, officer.getByRole('link', { name: said.goOn, exact: true }))
  await press(officer, said.sure.depart?.button ?? '')
  await picture(walk, 'stayed')
  expect(await officer.getByRole('alert').innerText()).toContain(said.gates.refused(said.casework.steps.departure))
  const [stays] = await officer.locator('section[aria-labelledby=gates] details.hold').all()
  if (stays) await reach(officer, stays.locator('summary'))
  await officer.keyboard.press('Enter')
  await picture(walk, 'provision')
  expect(await stays?.innerText()).toContain(language === 'en' ? 'IRPA 50(c)' : 'LIPR 50c)')
  expect((await stateOf(walk, caseId)).departures).toEqual([])
}

async function inContexts(options: Parameters<Browser['newContext']>[0], work: (officer: Page, reviewer: Page, context: BrowserContext) => Promise<void>) {
  const [own, others] = [await browser.newContext(options), await browser.newContext(options)]
  try {
    await work(await own.newPage(), await others.newPage(), others)
  } finally {
    await own.close()
    await others.close()
  }
}

const factsThatAreSo = async ({ served }: Walk, caseId: string) => (await sql<{ fact: string }>`select body->'record'->>'fact' as fact from case_event where case_id = ${caseId} and kind = 'fact-recorded' and body->'record'->>'value' = 'yes'`.execute(served.database.asOwner())).rows.map(({ fact }) => fact)
const eventKinds = async ({ served }: Walk, caseId: string) => (await sql<{ kind: string }>`select distinct kind from case_event where case_id = ${caseId}`.execute(served.database.asOwner())).rows.map(({ kind }) => kind)

async function walkBoth(walk: Walk, officer: string) {
  const caseId = await walkToBooking(walk)
  await depart(walk, caseId)
  expect(await eventKinds(walk, caseId)).toEqual(expect.arrayContaining(['request-sent', 'document-taken', 'booking-made', 'departed']))
  await departUnderStay(walk, await bookedCase(walk, officer))
}

test('in French without script, in a demonstration: from a case that is opened to a departure that is recorded; beside it, one that a stay holds', async () => {
  const served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  try {
    await inContexts({ viewport: { width: 390, height: 900 }, javaScriptEnabled: false }, async (officer, reviewer) => {
      const said = words.fr
      const agree = async (page: Page) => {
        await reachChoice(page, said.door.roles['legal-reviewer'])
        await press(page, said.approvals.one.demonstration)
      }
      for (const [page, role] of [[officer, 'officer'], [reviewer, 'legal-reviewer']] as const) {
        await page.goto(`${served.origin}/fr/work`)
        await press(page, said.door.demonstration.as(said.door.roles[role]))
      }
      await walkBoth({ served, language: 'fr', officer, reviewer, agree, pages: 0 }, 'fictional-officer-1')
    })
  } finally {
    await served.close()
  }
}, 600_000)

test('in English with script, and a passkey over what was shown: from a case that is opened to a departure that is recorded; beside it, one that a stay holds', async () => {
  const provider = await startIdentityProvider()
  const served = await serveWork({ mode: 'provider', provider: (origin) => {
    provider.register(`${origin}/work/sign-in/return`)
    return { issuer: provider.issuer, clientId, clientSecret, acr: 'urn:sample:two-factor' }
  } })
  Object.assign(served.services, { shipped: shippedBook() })
  try {
    for (const [handle, role] of [['sample-officer', 'officer'], ['sample-reviewer', 'legal-reviewer']] as const) {
      await invite(served.services, { handle, displayName: handle, language: 'en', roles: [role], by: 'sample' })
      const account = await findAccount(served.database.database, { handle })
      await linkProvider(served.database.database, { issuer: provider.issuer, subject: handle, accountId: account?.accountId ?? '', by: 'sample' })
    }
    await inContexts({ viewport: { width: 1280, height: 900 } }, async (officer, reviewer, context) => {
      for (const [page, who] of [[officer, 'sample-officer'], [reviewer, 'sample-reviewer']] as const) {
        provider.atKeyboard.who = who
        await page.goto(`${served.origin}/en/work/sign-in/provider?to=/work/account`)
        await page.waitForURL(`${served.origin}/en/work/account`)
      }
      const cdp = await context.newCDPSession(reviewer)
      await cdp.send('WebAuthn.enable')
      await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
      await reviewer.getByRole('button', { name: doorEnglish.account.addPasskey }).click()
      await reviewer.getByRole('button', { name: doorEnglish.passkey.add }).click()
      await reviewer.waitForURL(`${served.origin}/en/work/account`)
      const agree = async (page: Page) => {
        await reach(page, page.getByRole('button', { name: approvalsEnglish.one.passkey }))
        await page.keyboard.press('Enter')
        await page.getByText(approvalsEnglish.one.how(approvalsEnglish.means.passkey)).waitFor()
      }
      await walkBoth({ served, language: 'en', officer, reviewer, agree, pages: 0 }, 'sample-officer')
    })
  } finally {
    await served.close()
    await provider.close()
  }
}, 600_000)
