import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyAttempt } from '../../test/attacks/all.ts'
import { takeProperOnes } from '../../test/attacks/tables.ts'
import { everyRow, makeWorld, type World } from '../../test/attacks/world.ts'
import { databaseServers } from '../../test/database.ts'
import { secret } from '../../test/sample-case.ts'
import { everyServingRole } from './roles.ts'

if (databaseServers.length < 2) test.skip('what is tried at the database fails on PostgreSQL 15, which is not installed here', () => undefined)

const attackers = [...everyServingRole, 'owner'] as const
const of = (attacker: (typeof attackers)[number]) => everyAttempt.filter((attempt) => attempt.attacker === attacker)

test.each(everyServingRole)('at least sixty attempts are made as %s', (role) => {
  expect(of(role).length).toBeGreaterThanOrEqual(60)
})

describe.each(databaseServers)('$name', (server) => {
  let world: World
  let before: string
  beforeAll(async () => {
    world = await makeWorld(server)
    before = await everyRow(world)
  })
  afterAll(() => world.fresh.destroy())

  describe.each(attackers)('as %s', (attacker) => {
    test.each(of(attacker).map((one) => [one.name, one.attempt] as const))('%s', async (_, attempt) => {
      const outcome = await attempt(world)
      expect(outcome).toHaveProperty('refused')
      // A refusal must not say what its hearer may not read.
      if (attacker === 'gates' || attacker === 'outbound' || attacker === 'report') expect(JSON.stringify(outcome)).not.toContain(secret)
    })
  })

  test('the owner’s statements that the attempts vary are taken when nothing is wrong in them', () => takeProperOnes(world))

  test('after all of it not one row is another', async () => {
    expect(await everyRow(world)).toBe(before)
  })
})
