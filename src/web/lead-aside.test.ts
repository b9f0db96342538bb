import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { caseServices } from '../../test/case-services.ts'
import { isAside } from './lead-aside.ts'
import { buildServer } from './server.ts'

let opened: { readonly database: FreshDatabase; readonly server: FastifyInstance } | undefined
afterEach(async () => {
  await opened?.server.close()
  await opened?.database.destroy()
  opened = undefined
})

async function serverWith(load: () => Promise<(server: FastifyInstance) => void>): Promise<{ readonly server: FastifyInstance; readonly log: readonly string[] }> {
  const database = await freshDatabase()
  const log: string[] = []
  const services = { ...caseServices(database), roles: database.as, signIn: { mode: 'passkeys', origin: 'http://localhost:8080' } } as const
  const server = buildServer({ database: database.database }, { write: (line) => { log.push(line) } }, { services, beside: { path: '/beside', load } })
  opened = { database, server }
  return { server, log }
}

test('what is served beside is loaded once, when it is first asked for, and pages do not wait for it', async () => {
  let loads = 0
  const { server, log } = await serverWith(async () => {
    loads++
    return (other) => { other.route({ method: 'POST', url: '/beside/echo', bodyLimit: 1000, handler: async (request) => ({ heard: request.body }) }) }
  })
  expect((await server.inject({ url: '/en/work/sign-in', headers: { host: 'localhost:8080' } })).statusCode).toBe(200)
  expect(loads).toBe(0)
  const asked = { method: 'POST', url: '/beside/echo', payload: { word: 'sample' } } as const
  const answers = await Promise.all([server.inject(asked), server.inject(asked), server.inject(asked)])
  expect(answers.map((answer) => answer.json())).toEqual(Array.from({ length: 3 }, () => ({ heard: { word: 'sample' } })))
  expect(loads).toBe(1)
  // One line of the log for each, from who answered.
  expect(log.filter((line) => line.includes('/beside/echo'))).toHaveLength(3)
  expect(log.filter((line) => line.includes('"POST"'))).toHaveLength(3)
})

test('what could not be loaded answers as a fault with a reference, and is loaded by the next request', async () => {
  let loads = 0
  const { server } = await serverWith(async () => {
    if (++loads === 1) throw new Error('sample fault')
    return (other) => { other.get('/beside', async () => 'there') }
  })
  const first = await server.inject('/beside')
  expect(first.statusCode).toBe(500)
  expect(first.body).not.toContain('sample fault')
  expect((await server.inject('/beside')).body).toBe('there')
})

test('only what is under the path is handed over', () => {
  const beside = { path: '/api' }
  expect(['/api', '/api/', '/api?x', '/api/v1/cases'].filter((url) => !isAside(url, beside))).toEqual([])
  expect(['/apiary', '/en/api', '/', '/ap', '//api'].filter((url) => isAside(url, beside))).toEqual([])
})
