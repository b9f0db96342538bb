// What somebody tries at the database by plain SQL, and whether it got through. The tests expect of every attempt that it
// did not; `npm run prove:database` takes one wall away at a time and expects that at least one attempt then does.
import { sql } from 'kysely'
import type { Database } from '../../src/store/tables.ts'
import { everyServingRole, type ServingRole } from '../../src/store/roles.ts'
import type { World } from './world.ts'

/** `owner`: what the tables refuse by themselves, even to whoever owns them. */
export type Attacker = ServingRole | 'owner'

export type Attempt = {
  readonly name: string
  readonly attacker: Attacker
  /** How it was refused; or that it got through, and with what. */
  readonly attempt: (world: World) => Promise<Refused | GotThrough>
}

/** `refused`: everything that the database said, so that a test can look whether it said too much. */
export type Refused = { readonly refused: string }
export type GotThrough = { readonly gotThrough: string }

export const everyRole = everyServingRole

/** The roles but these, which may do that lawfully. */
export function allBut(...roles: readonly ServingRole[]): readonly ServingRole[] {
  return everyServingRole.filter((role) => !roles.includes(role))
}

/**
 * Tries a statement as each of the attackers. It is undone at its end, so that one that gets through changes nothing for the next.
 * `refusals`: the SQLSTATE codes that are a refusal of this attempt; any other fault is a mistake in the attempt.
 */
export function attempts(name: string, statement: string | ((world: World) => string | Promise<string>), attackers: readonly Attacker[] = everyRole, refusals: readonly string[] = forbidden): readonly Attempt[] {
  return attackers.map((attacker) => ({
    name,
    attacker,
    attempt: async (world) => tryStatement(world, attacker, typeof statement === 'string' ? statement : await statement(world), refusals),
  }))
}

/** 42501: no privilege, or not the owner. */
export const forbidden = ['42501'] as const

async function tryStatement(world: World, attacker: Attacker, statement: string, refusals: readonly string[]): Promise<Refused | GotThrough> {
  try {
    await undone(databaseOf(world, attacker), (tx) => sql.raw(statement).execute(tx))
    return { gotThrough: 'no error' }
  } catch (cause) {
    return refusalOf(cause, accepted(attacker, refusals))
  }
}

/**
 * Tries statements that may be lawful in themselves, and judges by the rows of the last one: `gotThrough` says what they
 * would have to show for the attempt to have succeeded.
 */
export function trials(name: string, statements: (world: World) => readonly string[], gotThrough: (rows: readonly Row[]) => boolean, attackers: readonly Attacker[], refusals: readonly string[] = forbidden): readonly Attempt[] {
  return attackers.map((attacker) => ({ name, attacker, attempt: (world) => tryStatements(world, attacker, statements(world), gotThrough, refusals) }))
}

// The report's role does not even see the other schema: for it, nothing there exists.
function accepted(attacker: Attacker, refusals: readonly string[]): readonly string[] {
  return attacker === 'report' ? [...refusals, '42P01', '42883', '42704', '3F000'] : refusals
}

export type Row = Readonly<Record<string, unknown>>

async function tryStatements(world: World, attacker: Attacker, statements: readonly string[], gotThrough: (rows: readonly Row[]) => boolean, refusals: readonly string[]): Promise<Refused | GotThrough> {
  let last: readonly Row[] = []
  try {
    await undone(databaseOf(world, attacker), async (tx) => {
      for (const statement of statements) last = (await sql.raw<Row>(statement).execute(tx)).rows
    })
  } catch (cause) {
    return refusalOf(cause, accepted(attacker, refusals))
  }
  return gotThrough(last) ? { gotThrough: JSON.stringify(last) } : { refused: JSON.stringify(last) }
}

export function databaseOf({ fresh }: World, attacker: Attacker): Database {
  return attacker === 'owner' ? fresh.asOwner() : fresh.as[attacker]
}

/** Throws what is no refusal: an attempt that fails for another reason proves nothing. */
export function refusalOf(cause: unknown, refusals: readonly string[]): Refused {
  const { code = '', message = '', detail = '', hint = '', where = '' } = cause as Readonly<Record<'code' | 'message' | 'detail' | 'hint' | 'where', string | undefined>>
  if (refusals.includes(code)) return { refused: [code, message, detail, hint, where].join(' | ') }
  throw new Error(`this attempt fails for a reason of its own: ${code} ${message}`, { cause })
}

const undoing = new Error('undone on purpose')

/** Does something in a transaction that is rolled back, deferred checks included. */
export async function undone(database: Database, work: (tx: Database) => Promise<unknown>): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await work(tx)
    await sql`set constraints all immediate`.execute(tx)
    throw undoing
  }).catch((cause: unknown) => {
    if (cause !== undoing) throw cause
  })
}
