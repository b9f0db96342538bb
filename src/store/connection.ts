import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types, type CustomTypesConfig, type PoolClient, type PoolConfig } from 'pg'
import { invariant } from '../kernel/invariant.ts'
import type { Tables } from './tables.ts'

export type Connection = PoolConfig

/**
 * Opens a pool of connections. `onLost` hears of connections that broke while idle, as when the server stops;
 * without a listener the pool would bring the whole program down.
 */
export function connect(connection: Connection, onLost: (cause: Error) => void = () => undefined): Kysely<Tables> {
  const pool = new Pool({ max: 10, connectionTimeoutMillis: 30_000, ...connection, types: { getTypeParser } })
  pool.on('error', onLost)
  // The same while a connection is in use; there the query in hand fails with the cause, so nobody else needs to hear it.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    keepPlans(client)
  })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

const mark = '/* often */'

/**
 * Begins a statement that the server shall read and plan once for each connection, not each time: for the few that every
 * command runs. Not for those that look through a table that grows: a plan made while it was small would be kept.
 */
export const often = sql.raw(mark)

// Kysely has no way to name a statement, which is how pg asks the server to keep it.
function keepPlans(client: PoolClient) {
  const ask = client.query.bind(client) as (...given: readonly unknown[]) => unknown
  const query = (text: unknown, ...rest: readonly unknown[]) => (typeof text === 'string' && text.startsWith(mark) ? ask({ name: nameOf(text), text, values: rest[0] }) : ask(text, ...rest))
  client.query = query as PoolClient['query']
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `often-${names.size}`
  names.set(text, name)
  return name
}

type TypeId = Parameters<typeof types.getTypeParser>[0]

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [types.builtins.DATE, (text) => text], // pg's own makes it a moment in the machine's time zone
  [types.builtins.INT8, readInteger], // pg's own leaves it as text
])

// pg asks for text always; a binary value would need parsers of its own.
const getTypeParser = ((type: TypeId) => parsers.get(type) ?? types.getTypeParser(type)) as CustomTypesConfig['getTypeParser']

function readInteger(text: string): number {
  const number = Number(text)
  invariant(Number.isSafeInteger(number), 'a whole number from the database is too large to hold', { text })
  return number
}
