// A bare server of Node and pg: the same statements, nothing checked, nothing decided, rows answered as they come.
import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { Pool, type PoolClient, type QueryConfig } from 'pg'
import type { Statement } from './api-statements.ts'

export type Plan = { readonly create: readonly Statement[]; readonly list: readonly Statement[]; readonly read: readonly Statement[]; /** Values that are another one in each request. */ readonly created: readonly string[]; readonly readId: string }

const pool = new Pool({ ...(JSON.parse(process.env['BENCH_CONNECTION'] ?? '{}') as object), max: 10 })
const plan = JSON.parse(process.env['BENCH_PLAN'] ?? '{}') as Plan
const steps = { create: stepsOf(plan.create), list: stepsOf(plan.list), read: stepsOf(plan.read) }

const server = createServer((request, response) => {
  const { method, url = '' } = request
  if (method === 'POST') {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { readonly source: string }
      const ids = new Map(plan.created.map((id, index): [string, string] => [id, index === 0 ? String(request.headers['idempotency-key']) : randomUUID()]))
      void answer(response, 201, steps.create, ids, (rows) => ({ source: body.source, rows: rows.at(-1) }))
    })
    return
  }
  const id = url.startsWith('/cases/') ? url.slice('/cases/'.length) : undefined
  if (id === undefined) void answer(response, 200, steps.list, new Map(), (rows) => ({ rows }))
  else void answer(response, 200, steps.read, new Map([[plan.readId, id]]), (rows) => ({ rows }))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ ready: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` })
})
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))

async function answer(response: ServerResponse, status: number, groups: readonly Group[], ids: ReadonlyMap<string, string>, bodyOf: (rows: readonly unknown[]) => object) {
  try {
    const rows: unknown[] = []
    for (const group of groups) rows.push(...(await run(group, ids)))
    const body = JSON.stringify(bodyOf(rows))
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  } catch (cause) {
    console.error(cause)
    response.writeHead(500, { 'content-length': 0 }).end()
  }
}

/** Statements on one connection, in a transaction or each for itself; those that were asked at the same time are asked at the same time. */
type Group = { readonly transaction: boolean; readonly statements: readonly Statement[] }

function stepsOf(statements: readonly Statement[]): readonly Group[] {
  const groups: { transaction: boolean; statements: Statement[] }[] = []
  let within = false
  for (const [index, statement] of statements.entries()) {
    const begins = /^(?:begin|start transaction)/i.test(statement.text)
    const last = groups.at(-1)
    // Asked before the one before was answered: at the same time.
    const together = !within && !begins && last !== undefined && !last.transaction && statement.after < index
    if (within || together) last?.statements.push(statement)
    else groups.push({ transaction: begins, statements: [statement] })
    if (begins) within = true
    if (/^(?:commit|rollback)/i.test(statement.text)) within = false
  }
  return groups
}

async function run({ transaction, statements }: Group, ids: ReadonlyMap<string, string>): Promise<readonly unknown[]> {
  if (!transaction) return (await Promise.all(statements.map((one) => pool.query(withIds(one, ids))))).flatMap(({ rows }) => rows as unknown[])
  const client: PoolClient = await pool.connect()
  try {
    const rows: unknown[] = []
    for (const one of statements) rows.push(...((await client.query(withIds(one, ids))).rows as unknown[]))
    return rows
  } finally {
    client.release()
  }
}

function withIds({ name, text, values }: Statement, ids: ReadonlyMap<string, string>): QueryConfig {
  return { ...(name === undefined ? {} : { name }), text, values: values.map((value) => (typeof value === 'string' ? (ids.get(value) ?? value) : value)) }
}
