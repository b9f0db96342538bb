import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { openSampleCase, sampleDecision, sendSample } from '../../test/sample-case.ts'
import { sha256 } from '../kernel/digest.ts'
import { recordDecision } from './decisions.ts'
import { approvedLawUpdates, approveLawUpdate, proposedLawUpdates, proposeLawUpdate } from './law-updates.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  test('law data changes when a second person approves what the first proposed, and decisions made before no longer serve', async () => {
    const [updateId, other] = [randomUUID(), randomUUID()]
    const content = '{"format":"sample-update"}'
    const caseId = await openSampleCase(fresh)
    const before = sampleDecision(caseId)
    await recordDecision(fresh.as.gates, before, 0)
    await proposeLawUpdate(fresh.database, updateId, 'reviewer-one', content)
    await proposeLawUpdate(fresh.database, other, 'reviewer-one', '{}')
    const approve = (officer: string, seen = sha256(content), id = updateId) => approveLawUpdate(fresh.database, { updateId: id, officer, seen, effects: '[]' })
    expect(await approve('reviewer-one')).toEqual({ ok: false, refusal: { code: 'same-person' } })
    expect(await approve(' Reviewer-ONE ')).toEqual({ ok: false, refusal: { code: 'same-person' } })
    expect(await approve('reviewer-two', sha256('another'))).toEqual({ ok: false, refusal: { code: 'seen-otherwise' } })
    expect(await approve('reviewer-two', sha256(content), randomUUID())).toEqual({ ok: false, refusal: { code: 'no-update' } })
    expect(await approvedLawUpdates(fresh.database)).toEqual([])
    expect(await approve('reviewer-two')).toEqual({ ok: true, value: 1 })
    expect(await approve('reviewer-three')).toEqual({ ok: false, refusal: { code: 'approved-already' } })
    expect(await approvedLawUpdates(fresh.database)).toMatchObject([{ updateId, content, proposedBy: 'reviewer-one', approval: { revision: 1, by: 'reviewer-two', effects: '[]' } }])
    expect(await approvedLawUpdates(fresh.database, '2001-01-01T00:00:00.000Z')).toEqual([])
    expect(await proposedLawUpdates(fresh.database)).toMatchObject([{ updateId: other }])
    expect(await sendSample(fresh, caseId, 4, before)).toEqual({ ok: false, refusal: { code: 'decision-outdated' } })
    const after = sampleDecision(caseId, { lawDigest: sha256('newer law') })
    await recordDecision(fresh.as.gates, after, 1)
    expect(await sendSample(fresh, caseId, 4, after)).toMatchObject({ ok: true })
  })

  test('two approvals at once get one revision each', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    for (const id of ids) await proposeLawUpdate(fresh.database, id, 'reviewer-one', id)
    const approved = await Promise.all(ids.map((id) => approveLawUpdate(fresh.database, { updateId: id, officer: 'reviewer-two', seen: sha256(id), effects: '[]' })))
    const revisions = approved.flatMap((one) => (one.ok ? [one.value] : [])).sort((one, another) => one - another)
    expect(revisions.map((revision) => revision - (revisions[0] ?? 0))).toEqual([0, 1, 2])
  })
})
