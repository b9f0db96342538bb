import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { caseServices } from '../../../test/case-services.ts'
import { actions, reachOf } from '../../service/access/permissions.ts'
import { roles, type Role } from '../../service/access/roles.ts'
import { letDemonstrate, signInForDemonstration } from '../../service/identity/demonstration.ts'
import { formToken } from '../../service/identity/secret-token.ts'
import { guard } from '../guard.ts'
import { addWork } from './add-work.ts'
import type { WorkRoute } from './work-route.ts'
import { workRoutes } from './work-routes.ts'

const host = 'localhost:8080'
const server = fastify()
const tokens = new Map<Role, string>()
let fresh: FreshDatabase

/** One address of each method for every action of the table, and the addresses that there are. */
const ofActions: readonly WorkRoute[] = actions.flatMap((action) => (['GET', 'POST'] as const).map((method): WorkRoute => ({
  method, action, path: `/work/permitted/${action.replace('.', '-')}`, ...(method === 'GET' ? { name: { en: `To ${action}`, fr: `Vers ${action}` } } : {}), answer: () => ({ status: 200, page: 'reached' }),
})))

beforeAll(async () => {
  fresh = await freshDatabase()
  await letDemonstrate(fresh.asOwner(), { loopback: true, embedded: true })
  const services = { ...caseServices(fresh), roles: fresh.as, signIn: { mode: 'demonstration', origin: `http://${host}` } } as const
  guard(server)
  addWork(server, services, [...workRoutes, ...ofActions])
  for (const role of roles) {
    const token = await signInForDemonstration(services, { role, address: '127.0.0.1', agent: 'Sample' })
    if (token.ok) tokens.set(role, token.value)
  }
  await server.ready()
})
afterAll(async () => {
  await server.close()
  await fresh.destroy()
})

const ask = (role: Role | undefined, { method, path }: Pick<WorkRoute, 'method' | 'path'>) => {
  const token = (role && tokens.get(role)) ?? ''
  return server.inject({ method, url: `/en${path}`, headers: { host, ...(token ? { cookie: `comity=${token}` } : {}), ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) }, ...(method === 'POST' ? { payload: new URLSearchParams({ form: formToken(token) }).toString() } : {}) })
}
const bare = (page: string) => page.replaceAll(/value="[\w-]{43}"/g, '')

describe.each(roles)('%s', (role) => {
  test('reaches the addresses of the actions that the table gives, and no other', async () => {
    for (const route of ofActions) {
      const answer = await ask(role, route)
      const may = reachOf([role], route.action as (typeof actions)[number]) !== undefined
      expect([route.method, route.action, answer.statusCode, answer.body === 'reached']).toEqual([route.method, route.action, may ? 200 : 404, may])
    }
  })

  test('is answered, where it may not go, as where there is nothing', async () => {
    const forbidden = ofActions.find(({ method, action }) => method === 'GET' && reachOf([role], action as (typeof actions)[number]) === undefined)
    const [there, nowhere] = [await ask(role, { method: 'GET', path: forbidden?.path ?? '' }), await ask(role, { method: 'GET', path: `${forbidden?.path}-not` })]
    const same = (page: string, path: string) => bare(page).replaceAll(path, '')
    expect(there.statusCode).toBe(nowhere.statusCode)
    expect(same(there.body, forbidden?.path ?? '')).toBe(same(nowhere.body, `${forbidden?.path}-not`))
  })

  test('is led by the first page to what it reaches, and to nothing else', async () => {
    const { body } = await ask(role, { method: 'GET', path: '/work' })
    for (const action of actions) expect([action, body.includes(`>To ${action}<`)]).toEqual([action, reachOf([role], action) !== undefined])
  })
})

test('nobody who is not signed in reaches any address but the door', async () => {
  for (const route of [...ofActions, ...workRoutes]) {
    const answer = await ask(undefined, route)
    expect([route.path, answer.statusCode, String(answer.headers.location).startsWith('/en/work/sign-in')]).toEqual([route.path, 303, true])
  }
})

test('each of the application’s own addresses names one action of the table, or is of one’s own account', () => {
  for (const { action } of workRoutes) expect([...actions, 'own-account']).toContain(action)
  const addresses = workRoutes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})
