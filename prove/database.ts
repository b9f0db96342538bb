// `npm run prove:database`: takes one key, check, grant, trigger or guard of the database away at a time and makes every
// attempt of test/attacks. A removal is caught when an attempt gets through, or is refused by something else than the wall
// that was meant, or a proper statement fails, or the list of rights is another: in each case a test would be red.
// `npm run prove:database -- correction`: only the removals in whose name one of these words stands.
import { sql } from 'kysely'
import { everyAttempt } from '../test/attacks/all.ts'
import type { Attempt } from '../test/attacks/attack.ts'
import { takeProperOnes } from '../test/attacks/tables.ts'
import { makeWorld, type World } from '../test/attacks/world.ts'
import { startEveryServer, type DatabaseServer } from '../test/database-servers.ts'
import { grantsOf, lawfulGrants } from '../test/grants.ts'
import { removals as everyRemoval, type Removal } from './database-removals.ts'

const words = process.argv.slice(2)
const removals = everyRemoval.filter(({ what }) => words.length === 0 || words.some((word) => what.includes(word)))
const { servers, stop } = await startEveryServer()
let missed = 0
for (const server of servers) missed += await proveOn(server)
await stop()
if (servers.length < 2) console.log('PostgreSQL 15 is not installed here: not tried on it.')
process.exitCode = missed === 0 ? 0 : 1

async function proveOn(server: DatabaseServer): Promise<number> {
  console.log(`\n${server.name}: ${removals.length} removals, ${everyAttempt.length} attempts on each until one notices\n`)
  const whole = await examine(server)
  if (whole !== undefined) throw new Error(`with nothing removed: ${whole}`)
  let uncaught = 0
  for (const removal of removals) {
    const by = await examine(server, removal)
    if (by === undefined) uncaught += 1
    console.log(`${by === undefined ? 'MISSED' : 'caught'}  ${removal.what.padEnd(76)}  ${by ?? ''}`)
  }
  console.log(`\n${removals.length - uncaught} of ${removals.length} removals caught`)
  return uncaught
}

/** By what the removal is noticed; undefined when by nothing. */
async function examine(server: DatabaseServer, removal?: Removal): Promise<string | undefined> {
  const world = await makeWorld(server)
  const owner = world.fresh.asOwner()
  try {
    for (const statement of removal?.statements ?? []) await sql.raw(statement).execute(owner)
    return (await noticedByAttempt(world, removal)) ?? (await noticedByProperUse(world)) ?? (await noticedByRights(world))
  } finally {
    if (removal?.undo) await sql.raw(removal.undo).execute(owner)
    await world.fresh.destroy()
  }
}

async function noticedByAttempt(world: World, removal?: Removal): Promise<string | undefined> {
  for (const attempt of inOrderFor(removal)) {
    const noticed = await make(attempt, world)
    if (noticed) return `${attempt.attacker}: ${attempt.name} (${noticed})`
  }
  return undefined
}

// Whoever was given too much tries first; then what the tables refuse by themselves, which is quickest.
function inOrderFor(removal: Removal | undefined): readonly Attempt[] {
  const rank = ({ attacker }: Attempt) => (removal?.what.includes(`comity_${attacker}`) ? 0 : attacker === 'owner' ? 1 : 2)
  return everyAttempt.toSorted((one, other) => rank(one) - rank(other))
}

async function make({ attempt }: Attempt, world: World): Promise<string | undefined> {
  try {
    return 'gotThrough' in (await attempt(world)) ? 'got through' : undefined
  } catch (cause) {
    return `refused otherwise: ${cause instanceof Error ? cause.message.replace('this attempt fails for a reason of its own: ', '') : String(cause)}`
  }
}

async function noticedByProperUse(world: World): Promise<string | undefined> {
  return takeProperOnes(world).then(() => undefined, (cause: unknown) => `a proper statement fails: ${cause instanceof Error ? cause.message : String(cause)}`)
}

async function noticedByRights({ fresh }: World): Promise<string | undefined> {
  const found = await grantsOf(fresh.asOwner())
  const other = found.find((line) => !lawfulGrants.includes(line)) ?? lawfulGrants.find((line) => !found.includes(line))
  return other === undefined ? undefined : `the list of rights: ${other}`
}
