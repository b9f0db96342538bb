import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { gatedSteps, type CaseEvent } from '../casework/event.ts'

// A kind that is missing here does not compile.
const everyKind: Readonly<Record<CaseEvent['kind'], true>> = {
  'case-opened': true, 'identity-recorded': true, 'nationality-recorded': true, 'nationality-withdrawn': true, 'order-recorded': true, 'order-ended': true, 'fact-recorded': true,
  'recipient-told': true, 'correction-sent': true, 'destination-proposed': true, 'destination-asked': true, 'destination-answered': true, 'answer-period-set': true, 'destination-set-aside': true,
  'counsel-recorded': true, 'counsel-ended': true, 'notice-given': true, 'officer-assigned': true, 'travels-with': true, 'travels-alone': true, 'contact-made': true,
  'request-drafted': true, 'earlier-request-recorded': true, 'request-checked': true, 'request-approved': true, 'request-sent': true, 'request-acknowledged': true,
  'person-copy-given': true, 'interview-arranged': true, 'interview-held': true, 'outcome-recorded': true, 'request-withdrawn': true, 'document-taken': true, 'document-lost': true,
  'booking-made': true, 'booking-cancelled': true, 'handed-over': true, departed: true, 'left-without-removal': true, 'departure-confirmed': true, 'arrival-recorded': true, 'removal-found-unlawful': true, 'return-considered': true,
  'risk-recorded': true, 'availability-recorded': true, 'custody-reviewed': true, 'detention-recorded': true, 'case-absorbed': true, 'absorption-undone': true, 'merged-into': true,
  'merge-undone': true, 'case-closed': true, 'case-reopened': true,
}

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  test('the database knows every kind of event, and no other', async () => {
    const { rows } = await sql<{ kind: string }>`select unnest(enum_range(null::event_kind))::text as kind`.execute(fresh.asOwner())
    expect(rows.map(({ kind }) => kind).sort()).toEqual(Object.keys(everyKind).sort())
  })

  test.each(Object.keys(everyKind))('the database and the casework agree on the step that %s takes', async (kind) => {
    const { rows } = await sql<{ step: string | null }>`select gated_step(${kind}) as step`.execute(fresh.as.application)
    expect(rows[0]?.step ?? undefined).toBe((gatedSteps as Readonly<Record<string, string>>)[kind])
  })
})
