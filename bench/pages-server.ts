// The program that bench/pages.ts asks: Comity, and bare pages that read the same rows, in one process on two ports.
import { createServer, type IncomingMessage } from 'node:http'
import { Pool } from 'pg'
import { sql } from 'kysely'
import { makeCaseServices } from '../src/service/cases/make-case-services.ts'
import type { Roles } from '../src/service/database.ts'
import { connect } from '../src/store/connection.ts'
import { nameKey } from '../src/store/name-key.ts'
import { everyServingRole, type ServingRole } from '../src/store/roles.ts'
import { buildServer } from '../src/web/server.ts'

type Reached = { readonly host: string; readonly port: number; readonly user: string; readonly password: string; readonly database: string }
const connections = JSON.parse(process.env['CONNECTIONS'] ?? '{}') as Readonly<Record<ServingRole, Reached>>

const bareUrl = await serveBare()
const ours = await serveOurs()
process.send?.({ ours, bare: bareUrl })

async function serveOurs(): Promise<string> {
  const roles = Object.fromEntries(everyServingRole.map((role) => [role, connect({ max: 10, ...connections[role] })])) as Roles
  await sql`select 1`.execute(roles.application)
  // The port is known only when it listens, and the pages answer to one name alone.
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const services = { ...makeCaseServices({ database: roles.application, roles }, { agreements: [] }), roles, signIn: { mode: 'passkeys' as const, origin } }
  const server = buildServer({ database: roles.application }, { write: () => undefined }, { services })
  await server.listen({ host: '127.0.0.1', port })
  return origin
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const files = 'case_id, version, opened_on, last_step_on, due_on, due_for, jurisdiction, inventory, fictional, country, officer, attention, family_name, given_names, born_on'
const isOpen = `inventory not in ('departed', 'closed')`

/** Whoever asks is believed, nothing is written down, nothing is decided: rows are read and put into a table. */
async function serveBare(): Promise<string> {
  const pool = new Pool({ max: 10, ...connections.application })
  const read = async (text: string, values: readonly unknown[]) => (await pool.query<Record<string, unknown>>(text, [...values])).rows
  const events = (ids: readonly unknown[]) => read('select case_id, sequence, kind, body, decision, recorded_at, recorded_by, command_id from case_event where case_id = any($1::uuid[]) order by case_id, sequence', [ids])
  const pageOf = async (request: IncomingMessage): Promise<readonly Record<string, unknown>[]> => {
    const url = new URL(request.url ?? '', 'http://bare')
    const handle = request.headers['x-handle']
    const caseId = /\/cases\/([0-9a-f-]+)$/.exec(url.pathname)?.[1]
    if (caseId !== undefined) return [...await read(`select ${files} from case_file where case_id = $1`, [caseId]), ...await events([caseId]), ...await read('select * from outbound_message where case_id = $1', [caseId])]
    if (request.method === 'POST') {
      const key = nameKey((await bodyOf(request)).get('familyName') ?? '', '')
      return read(`select ${files} from case_file where name_key ~>=~ $1 and name_key ~<~ $2 and officer = $3 order by name_key using ~<~, case_id limit 51`, [key, `${key}\u{10ffff}`, handle])
    }
    const after = url.searchParams.get('after')?.split('_')
    const where = after ? `${isOpen} and (due_on, case_id) > ($1::date, $2::uuid)` : `${isOpen} and officer = $1`
    const rows = await read(`select ${files} from case_file where ${where} order by due_on, case_id limit 51`, after ?? [handle])
    const counted = await read(`select count(*), min(last_step_on), max(due_on) from (select due_on, last_step_on from case_file where ${after ? isOpen : `${isOpen} and officer = $1`} order by due_on, case_id limit 1001) as first`, after ? [] : [handle])
    return [...rows, ...counted]
  }
  const server = createServer((request, response) => {
    pageOf(request).then((rows) => response.setHeader('content-type', 'text/html').end(tableOf(rows)), (cause: unknown) => { response.statusCode = 500; response.end(String(cause)) })
  })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new URLSearchParams(Buffer.concat(parts).toString())
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function tableOf(rows: readonly Record<string, unknown>[]): string {
  const cell = (value: unknown) => `<td>${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? letter)}</td>`
  return `<!doctype html><title>Rows</title><table>${rows.map((row) => `<tr>${Object.values(row).map(cell).join('')}</tr>`).join('\n')}</table>`
}
