import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caseServices, day, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { readDataMatrices } from '../../../test/read-barcode.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { makeTrial, missingForTrial, type Trial } from '../../../test/trial-token.ts'
import { heldBook } from '../../casework/case-for-tests.ts'
import { readZone } from '../../documents/read-zone.ts'
import { checkSealSignature } from '../../documents/seal-signature.ts'
import { decodeSeal } from '../../documents/seal.ts'
import { dayFromNumber, dayNumber } from '../../kernel/day.ts'
import { makeAccount } from '../../store/accounts.ts'
import { agreeApproval, findProposal } from '../../store/approvals.ts'
import { documentsOfCase } from '../../store/issued-documents.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { issueTravelDocument } from './issue-travel-document.ts'
import { readLayoutPackage } from './layout-package.ts'
import { proposeTravelDocument } from './propose-travel-document.ts'

const wishes = { destination: 'GH', validUntil: dayFromNumber(dayNumber(today) + 14), distinguishingMarks: '', addressAtDestination: '1 Sample Street' }
let fresh: FreshDatabase
let trial: Trial
let people: Readonly<Record<'officer' | 'reviewer' | 'second', SignedIn>>

describe.skipIf(missingForTrial.length > 0)(`with a token of software (${missingForTrial.length > 0 ? `left out, because there is no ${missingForTrial.join(', ')}` : 'softhsm2'})`, () => {
  beforeAll(async () => {
    fresh = await freshDatabase()
    trial = makeTrial()
    people = { officer: await person('officer-one', 'officer'), reviewer: await person('reviewer-one', 'legal-reviewer'), second: await person('reviewer-two', 'legal-reviewer') }
  })
  afterAll(async () => {
    trial?.remove()
    await fresh?.destroy()
  })
  afterEach(() => {
    trial.writeLayout()
    trial.issueSigner()
  })

  test('a document is made from an open case and two agreements, is numbered, sealed by the token, and says what was agreed to', async () => {
    const { caseId, proposals } = await agreedCase()
    const made = await issueTravelDocument(services(), people.officer, { caseId, proposals })
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const { text } = await readPdf(made.value.pdf)
    for (const said of [made.value.documentNumber, 'Sample authority', 'Sample Act, section 1', '1 Sample Street', 'familyName: Sample']) expect(text).toContain(said)
    const seal = decodeSeal((await readDataMatrices(made.value.pdf))[0] ?? new Uint8Array())
    if (!seal.ok) throw new Error(JSON.stringify(seal.refusal))
    const layout = await readLayoutPackage(trial.settings, new Date())
    expect(layout.ok && checkSealSignature(seal.value, layout.value.signer.raw)).toEqual({ ok: true, value: 'fits' })
    expect(seal.value.header).toMatchObject({ issuingState: 'ATA', signer: 'AQTS', certificate: '2A', issuedOn: today })
    expect(readZone(seal.value.zone ?? [], today)).toMatchObject({ ok: true, value: { documentCode: { value: 'PU' }, documentNumber: { value: made.value.documentNumber, verdict: 'verified' }, composite: 'verified', nationality: { value: { code: 'GHA' } }, disclosesStatus: [], faults: [] } })
    expect(await documentsOfCase(fresh.database, caseId)).toMatchObject([{ documentNumber: made.value.documentNumber, takenBy: 'officer-one', approvers: ['reviewer-one', 'reviewer-two'], made: {} }])
    expect(await looks(caseId)).toContainEqual({ handle: 'officer-one', action: 'case.change', about: { document: made.value.documentNumber } })
  })

  test('numbers follow one another, and two agreements make one document', async () => {
    const one = await agreedCase()
    const first = await issueTravelDocument(services(), people.officer, one)
    expect(await issueTravelDocument(services(), people.officer, one)).toEqual({ ok: false, refusal: { code: 'used-already' } })
    const second = await issueTravelDocument(services(), people.officer, await agreedCase())
    expect(first.ok && second.ok && Number(second.value.documentNumber.slice(2)) - Number(first.value.documentNumber.slice(2))).toBe(1)
  })

  test.each([
    ['neither agreed', [] as const], ['one agreed', ['reviewer'] as const],
  ])('where %s there is none', async (_, agreeing) => {
    const { caseId, proposals } = await proposedCase()
    for (const [at, who] of agreeing.entries()) await agree(proposals[at] ?? '', people[who])
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'not-agreed' } })
    expect(await documentsOfCase(fresh.database, caseId)).toEqual([])
  })

  test('one person who agreed twice is not two, and one agreement named twice is not either', async () => {
    const { caseId, proposals } = await proposedCase()
    for (const proposal of proposals) await agree(proposal, people.reviewer)
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'not-two-people' } })
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals: [proposals[0], proposals[0]] })).toEqual({ ok: false, refusal: { code: 'not-two-people' } })
  })

  test('two agreements to different drafts are none', async () => {
    const { caseId, version } = await openCase()
    const [one, other] = [await propose(caseId, version), await propose(caseId, version, { addressAtDestination: '2 Sample Street' })]
    await agree(one[0], people.reviewer)
    await agree(other[0], people.second)
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals: [one[0], other[0]] })).toEqual({ ok: false, refusal: { code: 'agreed-to-another' } })
  })

  test('when the case has moved on since, there is none', async () => {
    const { caseId, proposals } = await agreedCase()
    await given(services(), caseId, { kind: 'record-nationality', country: 'TG', basis: 'own-statement', on: day('2026-01-11'), source: 'sample' })
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'stale-version' } })
  })

  test('when a gate is held there is none, whoever agreed, and what held it is kept', async () => {
    const { caseId, proposals } = await agreedCase()
    expect(await issueTravelDocument(services({ book: heldBook }), people.officer, { caseId, proposals })).toMatchObject({ ok: false, refusal: { code: 'gate-held' } })
    expect((await sql<{ state: string }>`select state from gate_decision where case_id = ${caseId} and step = 'document'`.execute(fresh.asOwner())).rows[0]?.state).toMatch(/^held/)
    expect(await documentsOfCase(fresh.database, caseId)).toEqual([])
  })

  test('without settings, and for a case that is not one’s own, there is nothing', async () => {
    const { caseId, proposals } = await agreedCase()
    const { production: _none, ...without } = services()
    expect(await issueTravelDocument(without, people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'not-configured' } })
    for (const somebody of [people.reviewer, people.second]) expect(await issueTravelDocument(services(), somebody, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'not-reached' } })
    expect(await issueTravelDocument(services(), people.officer, { caseId: randomUUID(), proposals })).toEqual({ ok: false, refusal: { code: 'not-reached' } })
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals: ['x', "' or true"] })).toEqual({ ok: false, refusal: { code: 'not-agreed' } })
  })

  test('a wrong PIN, another key and a missing library are found out before a number is spent', async () => {
    const { caseId, proposals } = await agreedCase()
    for (const change of [{ pin: '000000' }, { module: '/nowhere/lib.so' }]) expect(await issueTravelDocument(services({ production: change }), people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'token-does-not-sign' } })
    expect(await documentsOfCase(fresh.database, caseId)).toEqual([])
    trial.writeLayout({ key: '02' })
    expect(await issueTravelDocument(services(), people.officer, await agreedCase())).toEqual({ ok: false, refusal: { code: 'token-does-not-sign' } })
  })

  test('a template that does not set the page, or leaves a picture without words, spends no number', async () => {
    const file = join(trial.settings.folder, 'layout.typ')
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, whole.replace(', alt: "Seal"', ''))
    const { caseId, proposals } = await agreedCase()
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'page-cannot-be-set' } })
    expect(await documentsOfCase(fresh.database, caseId)).toEqual([])
    writeFileSync(file, whole)
  })

  test('a layout that changed after the agreements is another one', async () => {
    const { caseId, proposals } = await agreedCase()
    trial.writeLayout({ placeOfIssue: 'Elsewhere' })
    expect(await issueTravelDocument(services(), people.officer, { caseId, proposals })).toEqual({ ok: false, refusal: { code: 'layout-changed' } })
  })

  test.each([
    ['signed by a stranger of the same name', { by: 'stranger' }, 'signer-not-trusted'], ['signed by itself', { by: 'itself' }, 'signer-not-trusted'], ['of another country', { subject: '/C=UT/CN=TS' }, 'signer-of-another-country'],
    ['without a name of four letters', { subject: '/C=AQ/CN=Signer' }, 'signer-name'], ['with the number of trials', { serial: '0x0' }, 'signer-name'],
  ] as const)('a certificate %s is refused', async (_, change, code) => {
    trial.issueSigner(change)
    expect(await readLayoutPackage(trial.settings, new Date())).toEqual({ ok: false, refusal: { code } })
  })

  test('a certificate that has ended, or has not begun, is refused', async () => {
    for (const days of [-40, 40]) expect(await readLayoutPackage(trial.settings, new Date(Date.now() + days * 86_400_000))).toMatchObject({ ok: false, refusal: { code: 'certificate-not-valid-today' } })
  })

  test.each([
    ['issuingState', 'UTO'], ['issuingState', 'XXB'], ['issuingState', 'GBD'], ['issuingState', 'QQQ'], ['country', 'UT'], ['series', 'S1'], ['longestValidityDays', 0], ['longestValidityDays', 4000], ['token', '--so-pin'], ['key', '-x'], ['key', 'seal'], ['authority', ''], ['format', 'x'], ['legalBasis.citation', ''],
  ])('a layout whose %s is %j is refused', async (field, value) => {
    trial.writeLayout(field === 'legalBasis.citation' ? { legalBasis: { citation: value, suppliedBy: 'x', approvedOn: '2026-01-05' } } : { [field]: value })
    expect(await readLayoutPackage(trial.settings, new Date())).toEqual({ ok: false, refusal: { code: 'layout-field', field } })
  })

  test('no layout, no template, no anchor: nothing', async () => {
    expect(await readLayoutPackage({ ...trial.settings, folder: join(trial.folder, 'nowhere') }, new Date())).toMatchObject({ ok: false, refusal: { code: 'layout-unreadable' } })
    expect(await readLayoutPackage({ ...trial.settings, trustAnchors: join(trial.folder, 'nowhere') }, new Date())).toEqual({ ok: false, refusal: { code: 'no-anchor' } })
    writeFileSync(join(trial.settings.folder, 'layout.json'), '{')
    expect(await readLayoutPackage(trial.settings, new Date())).toEqual({ ok: false, refusal: { code: 'layout-unreadable', file: 'layout.json' } })
  })

  test('what was proposed shows every field in both languages, and the digest of the draft', async () => {
    const { proposals } = await proposedCase()
    const { content } = await findProposal(fresh.database, proposals[0]) ?? { content: '{}' }
    const { shown, act } = JSON.parse(content) as { readonly shown: Readonly<Record<'en' | 'fr', string>>; readonly act: Readonly<Record<string, string>> }
    for (const said of ['Sample authority', 'Sample Act, section 1', '1 Sample Street', act['draft'] ?? '-', act['layout'] ?? '-']) for (const language of ['en', 'fr'] as const) expect(shown[language]).toContain(said)
  })

  test.each([[{ destination: 'FR' }, 'no-nationality'], [{ validUntil: 'x' }, 'no-valid-until'], [{ validUntil: '2020-01-01' }, 'valid-in-the-past'], [{ validUntil: dayFromNumber(dayNumber(today) + 31) }, 'valid-too-long'], [{ addressAtDestination: 'a\nb' }, 'text-not-printable']])('a draft with %j is refused', async (change, code) => {
    const { caseId, version } = await openCase()
    expect(await proposeTravelDocument(services(), people.officer, { caseId, version, wishes: { ...wishes, ...change }, commandIds: [randomUUID(), randomUUID()] })).toMatchObject({ ok: false, refusal: { code } })
  })

  test('the tables refuse what the functions would not do, even to their owner', async () => {
    const { caseId, proposals } = await agreedCase()
    const made = await issueTravelDocument(services(), people.officer, { caseId, proposals })
    expect(made.ok).toBe(true)
    const owner = fresh.asOwner()
    const copy = (change: string) => sql.raw(`insert into travel_document_number (document_number, series, serial, case_id, case_version, destination, day, decision, first_proposal, second_proposal, first_approver, second_approver, first_means, second_means, draft_digest, layout_digest, account_id, taken_by)
      select series || '000999', series, 999, case_id, case_version, destination, day, decision, ${change}, draft_digest, layout_digest, account_id, taken_by from travel_document_number where case_id = '${caseId}'`).execute(owner)
    for (const [change, why] of [
      [`first_proposal, second_proposal, first_approver, second_approver, first_means, second_means`, 'duplicate key'], [`gen_random_uuid(), gen_random_uuid(), first_approver, second_approver, first_means, second_means`, 'foreign key'],
      [`gen_random_uuid(), gen_random_uuid(), first_approver, first_approver, first_means, second_means`, 'three_people'], [`gen_random_uuid(), gen_random_uuid(), taken_by, second_approver, first_means, second_means`, 'three_people'],
      [`gen_random_uuid(), gen_random_uuid(), first_approver, second_approver, 'demonstration', second_means`, 'first_means'],
    ] as const) await expect(copy(change)).rejects.toThrow(why)
    for (const statement of ['update travel_document_number set taken_by = taken_by', 'delete from travel_document', 'truncate travel_document_number cascade']) {
      await expect(sql.raw(statement).execute(owner)).rejects.toThrow()
      await expect(sql.raw(statement).execute(fresh.as.application)).rejects.toThrow('permission denied')
    }
    for (const statement of [`insert into travel_document (document_number, certificate_digest, seal, page_digest) values ('QS000001', '', '', '')`, `insert into travel_document_number (document_number) values ('QS000001')`]) await expect(sql.raw(statement).execute(fresh.as.application)).rejects.toThrow('permission denied')
  })
})

function services({ book, production }: { readonly book?: typeof heldBook; readonly production?: object } = {}) {
  return { ...caseServices(fresh, book ? { book } : {}), production: { ...trial.settings, ...production } } satisfies CaseServices & { readonly production: object }
}

async function person(handle: string, role: SignedIn['roles'][number]): Promise<SignedIn> {
  const accountId = randomUUID()
  await makeAccount(fresh.database, { accountId, handle, displayName: `Sample ${handle}`, language: 'en', roles: [role], by: 'sample' })
  const sessionId = randomUUID()
  await sql`insert into session (session_id, account_id, token_digest, recognised, browser) values (${sessionId}, ${accountId}, sha256(${sessionId}::bytea), 'provider', 'Sample')`.execute(fresh.asOwner())
  return { accountId, handle, sessionId, roles: [role], displayName: handle, demonstration: false } as unknown as SignedIn
}

async function openCase() {
  const caseId = await given(caseServices(fresh), randomUUID(), opened, ghanaian, { kind: 'assign-officer', officer: 'officer-one', note: 'sample' })
  return { caseId, version: (await loadCaseState(fresh.database, caseId))?.state.version ?? 0 }
}

async function propose(caseId: string, version: number, change: object = {}): Promise<readonly [string, string]> {
  const proposed = await proposeTravelDocument(services(), people.officer, { caseId, version, wishes: { ...wishes, ...change }, commandIds: [randomUUID(), randomUUID()] })
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
  return proposed.value
}

async function proposedCase() {
  const { caseId, version } = await openCase()
  return { caseId, proposals: await propose(caseId, version) }
}

async function agree(proposalId: string, { accountId }: SignedIn) {
  const seen = (await findProposal(fresh.database, proposalId))?.digest ?? ''
  const done = await agreeApproval(fresh.database, { proposalId, accountId, seen, means: 'provider', evidence: {} })
  if (!done.ok) throw new Error(done.refusal.code)
}

async function agreedCase() {
  const { caseId, proposals } = await proposedCase()
  await agree(proposals[0], people.reviewer)
  await agree(proposals[1], people.second)
  return { caseId, proposals }
}

const looks = async (caseId: string) => (await sql<{ handle: string; action: string; about: object }>`select handle, action, about from access_log where case_id = ${caseId}`.execute(fresh.asOwner())).rows
