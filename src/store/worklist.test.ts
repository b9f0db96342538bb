import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { command, openingEvents, sampleDay, sampleIdentity, sampleStanding } from '../../test/sample-case.ts'
import type { CaseEvent } from '../casework/event.ts'
import type { PlainDate } from '../kernel/day.ts'
import { appendEvents } from './cases.ts'
import { nameKey } from './name-key.ts'
import { openCases, type Opening } from './open-cases.ts'
import type { Standing } from './standing.ts'
import { countInventories, findCaseRow, findCasesByName, placeAfter, refreshStanding, stalledCases, worklist } from './worklist.ts'

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}` as PlainDate

function opening(standing: Partial<Standing>, familyName = 'Sample', givenNames = 'One'): Opening {
  const events = openingEvents.map((event): CaseEvent => (event.kind === 'case-opened' ? { ...event, identity: { ...sampleIdentity, familyName, givenNames } } : event))
  const { expectedVersion: _version, officer: _officer, ...rest } = command(randomUUID(), 0, events)
  return { ...rest, standing: { ...sampleStanding, ...standing } }
}

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  test('an import opens every case by its own command, and again does nothing', async () => {
    const openings = Array.from({ length: 50 }, () => opening({}))
    const [first] = openings
    expect(await openCases(fresh.database, 'importer', openings)).toEqual(openings.map(() => ({ ok: true, value: { version: 4, repeated: false } })))
    expect(await openCases(fresh.database, 'importer', openings)).toEqual(openings.map(() => ({ ok: true, value: { version: 4, repeated: true } })))
    if (!first) throw new Error('no opening')
    expect(await openCases(fresh.database, 'importer', [{ ...first, commandDigest: 'ab'.repeat(32) }, { ...first, caseId: randomUUID(), events: [{ kind: 'case-opened', jurisdiction: 'CA', identity: sampleIdentity, openedOn: sampleDay, source: '\u0000' }] }])).toMatchObject([{ ok: false, refusal: { code: 'command-repeated-differently' } }, { ok: false, refusal: { code: 'text-not-storable' } }])
    expect(await openCases(fresh.database, 'importer', [{ ...first, commandId: randomUUID() }])).toEqual([{ ok: false, refusal: { code: 'stale-version', expected: 0, actual: 4 } }])
  })

  test('a worklist is of one officer, by what is due first, a page at a time, without cases that are over', async () => {
    const officer = `officer-${randomUUID()}`
    const dues = [9, 3, 5, 3, 7].map((on) => opening({ officer, due: { on: day(on), for: 'reply' } }))
    const { due: _due, ...without } = sampleStanding
    await openCases(fresh.database, 'importer', [...dues, { ...opening({}), standing: { ...without, officer } }, opening({ officer, inventory: 'closed' }), opening({ officer, inventory: 'departed' })])
    const all = await worklist(fresh.database, { of: { officer }, limit: 100 })
    expect(all.map(({ due }) => due?.on ?? 'none')).toEqual([day(3), day(3), day(5), day(7), day(9), 'none'])
    const pages = [await worklist(fresh.database, { of: { officer }, limit: 2 })]
    for (let last = pages.at(-1)?.at(-1); last; last = pages.at(-1)?.at(-1)) pages.push(await worklist(fresh.database, { of: { officer }, limit: 2, after: placeAfter(last) }))
    expect(pages.flat()).toEqual(all)
    expect(await worklist(fresh.database, { of: { officer }, dueBy: day(5), limit: 100 })).toEqual(all.slice(0, 3))
    expect(await worklist(fresh.database, { of: { officer }, inventory: 'stayed', limit: 100 })).toEqual([])
  })

  test('cases are found by country, by nobody’s hands, by age and by name, whatever accents are typed', async () => {
    const { officer: _officer, ...unassigned } = sampleStanding
    const nobodys = { ...opening({}), standing: { ...unassigned, country: 'TG' } }
    const old = opening({ country: 'TG', lastStepOn: '2019-01-01' as PlainDate }, 'Élève-O’Neill', 'Zoë')
    await openCases(fresh.database, 'importer', [nobodys, old])
    expect((await worklist(fresh.database, { of: { country: 'TG' }, limit: 10 })).map(({ caseId }) => caseId).sort()).toEqual([nobodys.caseId, old.caseId].sort())
    expect(await worklist(fresh.database, { of: { officer: null }, limit: 10 })).toMatchObject([{ caseId: nobodys.caseId }])
    expect(await stalledCases(fresh.database, '2019-06-01' as PlainDate, 10)).toMatchObject([{ caseId: old.caseId }])
    for (const typed of ['eleve', 'ÉLÈVE O', 'Élève-O’neill']) expect((await findCasesByName(fresh.database, typed.replace(' O', '-O'), '', 10)).map(({ caseId }) => caseId)).toEqual([old.caseId])
    expect(await findCasesByName(fresh.database, 'Élève-O’Neill', 'Zoe', 10)).toMatchObject([{ familyName: 'Élève-O’Neill', givenNames: 'Zoë', bornOn: '1990-05-17' }])
    expect(await findCasesByName(fresh.database, '%', '', 10)).not.toEqual([])
  })

  test('a name that is recorded anew is the one that is found', async () => {
    const one = opening({}, 'Vorher')
    await openCases(fresh.database, 'importer', [one])
    await appendEvents(fresh.database, command(one.caseId, 4, [{ kind: 'identity-recorded', identity: { familyName: 'Nachher', givenNames: 'Zwei', sex: 'male', identityDocuments: [] }, source: 'register' }]))
    expect(await findCasesByName(fresh.database, 'vorher', '', 10)).toEqual([])
    const [found] = await findCasesByName(fresh.database, 'nachher', '', 10)
    expect(found).toMatchObject({ caseId: one.caseId, version: 5, familyName: 'Nachher' })
    expect(found).not.toHaveProperty('bornOn')
  })

  test('what depends on the day is brought up to date without an event, for the newest version only', async () => {
    const one = opening({})
    await openCases(fresh.database, 'importer', [one])
    expect(await refreshStanding(fresh.database, one.caseId, 3, { ...sampleStanding, inventory: 'stayed' })).toBe(false)
    expect(await refreshStanding(fresh.database, one.caseId, 4, { ...sampleStanding, inventory: 'stayed' })).toBe(true)
    expect(await findCaseRow(fresh.database, one.caseId)).toMatchObject({ inventory: 'stayed', version: 4, familyName: 'Sample' })
  })

  test('inventories add up to the cases', async () => {
    const counts = await countInventories(fresh.database)
    const { rows } = await sql<{ cases: number }>`select count(*) as cases from case_file`.execute(fresh.database)
    expect(counts.reduce((sum, { cases }) => sum + cases, 0)).toBe(rows[0]?.cases)
  })
})

test.each([['O’Neill', 'Ana  Maria', 'oneill ana maria'], ['Müller-Lüdenscheidt', '', 'mullerludenscheidt'], ['ÅNGSTRÖM', 'Ø', 'angstrom ø'], ['Ñandú', 'José', 'nandu jose']])('%s %s is looked for as %s', (familyName, givenNames, key) => {
  expect(nameKey(familyName, givenNames)).toBe(key)
})
