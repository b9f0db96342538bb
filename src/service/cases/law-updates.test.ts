import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseServices, day, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { LawUpdate } from '../../law/law-update.ts'
import type { Instrument } from '../../law/instrument.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { approvedLawUpdates } from '../../store/law-updates.ts'
import { approveLawUpdate } from './approve-law-update.ts'
import { askGates } from './ask-gates.ts'
import type { CaseServices } from './case-services.ts'
import { lawUpdateEffects } from './law-update-effects.ts'
import { proposeLawUpdate } from './propose-law-update.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

const book = shippedBook()

/** A made-up moratorium on Ghana. */
const moratorium: Instrument = {
  code: 'ca-moratorium-sample', kind: 'moratorium', jurisdiction: 'CA', title: { en: 'Sample moratorium', fr: 'Moratoire exemple' }, place: { country: 'GH' }, legalBasis: 'ca-irpr-230', startsOn: day('2026-01-01'),
  text: 'verified', source: 'made up for a test', checkedOn: today, reviewBy: day('2099-12-31'),
}
const update: LawUpdate = { format: 'comity-law-update/1', title: { en: 'Sample change', fr: 'Changement exemple' }, source: 'made up for a test', add: { instruments: [moratorium] }, replace: {} }

async function propose(services: CaseServices, change: LawUpdate = update, officer = 'lawyer-one'): Promise<string> {
  const proposed = await proposeLawUpdate(services, { json: JSON.stringify(change), officer })
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
  return proposed.value.updateId
}

async function effects(services: CaseServices, updateId: string) {
  const found = await lawUpdateEffects(services, updateId)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

test('a change lists the open cases whose answer it changes, and another person who read the list approves it', async () => {
  const services = caseServices(fresh, { book })
  const touched = await given(services, randomUUID(), opened, ghanaian)
  const untouched = await given(services, randomUUID(), opened, { ...ghanaian, country: 'KE' } as typeof ghanaian)
  const updateId = await propose(services)
  const found = await effects(services, updateId)
  expect(new Set(found.effects.map(({ caseId }) => caseId))).toEqual(new Set([touched]))
  expect(found.effects.map(({ caseId }) => caseId)).not.toContain(untouched)
  expect(found.effects.find(({ step }) => step === 'departure')).toMatchObject({ destination: 'GH', on: today, gates: expect.arrayContaining(['moratorium']) })
  expect(await approveLawUpdate(services, { updateId, officer: 'lawyer-one', seen: found.digest })).toEqual({ ok: false, refusal: { code: 'same-person' } })
  expect(await approveLawUpdate(services, { updateId, officer: 'lawyer-two', seen: 'something else' })).toEqual({ ok: false, refusal: { code: 'effects-changed', now: found.digest } })
  expect(await approvedLawUpdates(fresh.database)).toEqual([])
  const approvedAt = new Date().toISOString()
  expect(await approveLawUpdate(services, { updateId, officer: 'lawyer-two', seen: found.digest })).toMatchObject({ ok: true, value: { revision: 1 } })
  expect(await approveLawUpdate(services, { updateId, officer: 'lawyer-three', seen: found.digest })).toMatchObject({ ok: false, refusal: { code: 'no-update' } })
  // Asked again as known before the approval, the moratorium is not there.
  const asked = { caseId: touched, step: 'departure', destination: 'GH' } as const
  const [now, then] = [await askGates(services, asked), await askGates(services, { ...asked, knownAt: approvedAt })]
  if (!now.ok || !then.ok) throw new Error('refused')
  const reasonOf = (answered: typeof now) => answered.value.answers[0]?.answer.gates.find(({ gate }) => gate === 'moratorium')?.holds[0]?.reason
  expect(reasonOf(now)).toBe('so')
  expect(reasonOf(then)).not.toBe('so')
})

test('when a case changes after the list was read, the list must be read again', async () => {
  const services = caseServices(fresh, { book })
  const updateId = await propose(services, { ...update, add: { instruments: [{ ...moratorium, code: 'ca-moratorium-other', place: { country: 'KE' } }] } })
  const before = await effects(services, updateId)
  await given(services, randomUUID(), opened, { ...ghanaian, country: 'KE' } as typeof ghanaian)
  const refused = await approveLawUpdate(services, { updateId, officer: 'lawyer-two', seen: before.digest })
  const after = await effects(services, updateId)
  expect(refused).toEqual({ ok: false, refusal: { code: 'effects-changed', now: after.digest } })
  expect(after.effects.length).toBeGreaterThan(before.effects.length)
})

test.each<readonly [string, unknown, object]>([
  ['is no JSON', undefined, { code: 'not-json' }],
  ['is not of the form', { ...update, ad: {} }, { code: 'law-update-unreadable', at: 'ad' }],
  ['changes nothing', { ...update, add: {} }, { code: 'law-update-refused' }],
  ['adds a rule that no gate asks', { ...update, add: { rules: [{ ...book.rules[0], code: 'ca-sample-rule' }] } }, { code: 'rule-without-gate', rule: 'ca-sample-rule' }],
])('a change that %s is refused before anybody reads it', async (_, change, refusal) => {
  const services = caseServices(fresh, { book })
  const proposed = await proposeLawUpdate(services, { json: change === undefined ? '{' : JSON.stringify(change), officer: 'lawyer-one' })
  expect(proposed).toMatchObject({ ok: false, refusal })
})

test('nobody proposes or approves without a name', async () => {
  const services = caseServices(fresh, { book })
  expect(await proposeLawUpdate(services, { json: JSON.stringify(update), officer: '' })).toEqual({ ok: false, refusal: { code: 'no-officer' } })
  expect(await approveLawUpdate(services, { updateId: randomUUID(), officer: ' ', seen: '' })).toEqual({ ok: false, refusal: { code: 'no-officer' } })
})
