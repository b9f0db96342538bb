import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseServices, day, given, opened, run, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Command } from '../../casework/command.ts'
import { loadCaseState } from './load-case-state.ts'
import { mergeCases, undoMerge, type Merge } from './merge-cases.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

const rounds = 12
const merge = (stays: string, duplicate: string): Merge => ({ stays, duplicate, officer: 'officer-one', on: today, reason: 'same person', mergeId: randomUUID() })
const stay = (factId: string): Command => ({ kind: 'record-fact', factId, fact: 'court-stay-ordered', value: 'yes', on: day('2026-02-01'), source: 'order of the court' })
const stateOf = async (caseId: string) => (await loadCaseState(fresh.database, caseId))?.state
const factsOf = async (caseId: string) => (await stateOf(caseId))?.facts.map(({ id }) => id).toSorted()

test('two merges that cross come one after the other: one is done, the other refused, and no protection is lost', async () => {
  const services = caseServices(fresh)
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [await given(services, randomUUID(), opened, stay('fact-one')), await given(services, randomUUID(), opened, stay('fact-other'))]
    const results = await Promise.all([mergeCases(services, merge(one, other)), mergeCases(services, merge(other, one))])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ ok: false, refusal: { code: 'case-merged' } })
    const [kept, gone] = results[0].ok ? [one, other] : [other, one]
    expect([(await stateOf(kept))?.mergedInto, (await stateOf(gone))?.mergedInto]).toEqual([undefined, kept])
    expect(await factsOf(kept)).toEqual(['fact-one', 'fact-other'])
  }
})

test('three merges in a ring stand still for nobody, and leave one case that is not merged', async () => {
  const services = caseServices(fresh)
  for (let round = 0; round < rounds; round++) {
    const cases: string[] = []
    for (const name of ['fact-a', 'fact-b', 'fact-c']) cases.push(await given(services, randomUUID(), opened, stay(name)))
    const [first = '', second = '', third = ''] = cases
    const results = await Promise.all([mergeCases(services, merge(first, second)), mergeCases(services, merge(second, third)), mergeCases(services, merge(third, first))])
    const states = await Promise.all(cases.map(stateOf))
    const standing = states.filter((state) => state?.mergedInto === undefined)
    expect(standing).toHaveLength(3 - results.filter(({ ok }) => ok).length)
    for (const state of states.filter((one) => one?.mergedInto !== undefined)) {
      const into = states[cases.indexOf(state?.mergedInto ?? '')]
      expect(into?.facts.map(({ id }) => id)).toEqual(expect.arrayContaining(state?.facts.map(({ id }) => id) ?? []))
    }
  }
})

test('what is recorded in a duplicate while it is merged is taken over, or refused with where to go', async () => {
  const services = caseServices(fresh)
  for (let round = 0; round < rounds; round++) {
    const [stays, duplicate] = [await given(services, randomUUID(), opened), await given(services, randomUUID(), opened)]
    const [merged, recorded] = await Promise.all([mergeCases(services, merge(stays, duplicate)), run(services, duplicate, stay('fact-late'))])
    expect(merged).toMatchObject({ ok: true })
    expect(await factsOf(stays)).toEqual(recorded.ok ? ['fact-late'] : [])
    if (!recorded.ok) expect(recorded.refusal).toMatchObject({ code: 'case-merged', into: stays })
  }
})

test('a merge that is refused at its second step leaves nothing of its first', async () => {
  const services = caseServices(fresh)
  const [stays, duplicate] = [await given(services, randomUUID(), opened), await given(services, randomUUID(), opened)]
  const requestId = randomUUID()
  await given(services, duplicate, { kind: 'record-earlier-request', requestId, destination: 'GH', consulate: 'Ottawa', documentType: 'national-passport', on: day('2026-01-05'), source: 'file 1' })
  expect(await mergeCases(services, merge(stays, duplicate))).toMatchObject({ ok: false, refusal: { code: 'still-open' } })
  expect([(await stateOf(stays))?.version, (await stateOf(duplicate))?.version]).toEqual([1, 2])
})

test('a merge and its undoing at once leave two cases or one, and nothing between', async () => {
  const services = caseServices(fresh)
  for (let round = 0; round < rounds; round++) {
    const [stays, duplicate] = [await given(services, randomUUID(), opened), await given(services, randomUUID(), opened, stay('fact-one'))]
    await Promise.all([mergeCases(services, merge(stays, duplicate)), undoMerge(services, merge(stays, duplicate))])
    const merged = (await stateOf(duplicate))?.mergedInto === stays
    expect(await factsOf(stays)).toEqual(merged ? ['fact-one'] : [])
  }
})
