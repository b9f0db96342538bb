import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey, opening, serveApi, type Asking, type ServedApi } from '../../test/served-api.ts'
import { accept } from '../kernel/result.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { actions, may, reachOf, type Action } from '../service/access/permissions.ts'
import { roles, type Role } from '../service/access/roles.ts'
import { submitCommand } from '../service/work/submit-command.ts'
import { caseServices } from '../../test/case-services.ts'
import { apiRoutes } from './api-routes.ts'
import type { ApiRoute } from './api-route.ts'

/** One address of each method for every action of the table, beside the addresses that there are. */
const ofActions: readonly ApiRoute[] = actions.flatMap((action) => (['GET', 'POST'] as const).map((method): ApiRoute => ({
  method, action, path: `/permitted/${action.replace('.', '-')}`, summary: '', description: '', answers: {}, problems: [], answer: async () => accept({ status: 200, body: { reached: true } }),
})))

let served: ServedApi
const cases = { own: '', others: '', nobodys: randomUUID() }
beforeAll(async () => {
  served = await serveApi({ routes: [...apiRoutes, ...ofActions], book: shippedBook() })
  const services = caseServices(served.database, { book: shippedBook() })
  const open = async (handle: string) => {
    const caseId = randomUUID()
    const done = await submitCommand(services, { accountId: randomUUID(), handle, roles: ['officer'] }, { caseId, command: { kind: 'open-case', ...opening } as never, commandId: randomUUID(), version: 0 })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    return caseId
  }
  cases.own = await open('fictional-officer-1')
  cases.others = await open('somebody-else')
})
afterAll(() => served.close())

const method = (route: ApiRoute, path = route.path): Asking => ({ method: route.method, path, ...(route.method === 'POST' ? { body: bodyOf(route), headers: { ...newKey(), 'if-match': '"2"' } } : {}) })

function bodyOf({ path }: ApiRoute): unknown {
  if (path === '/cases') return opening
  if (path === '/searches') return { familyName: 'Sample' }
  // With itself, which casework refuses where it gets so far.
  if (path.endsWith('merge')) return { duplicate: cases.own, duplicateVersion: 2, on: '2026-01-10', reason: 'sample' }
  // Refused by casework itself where it gets so far: nothing changes from one role to the next.
  return path.endsWith('/commands') ? { kind: 'travel-alone' } : {}
}

describe.each(roles)('%s', (role) => {
  test('reaches the addresses of the actions that the table gives, and no other', async () => {
    for (const route of ofActions) {
      const answer = await served.ask(role, method(route))
      expect([route.method, route.action, answer.status]).toEqual([route.method, route.action, reachOf([role], route.action as Action) === undefined ? 404 : 200])
    }
  })

  test('reaches, at every address of the API, the cases that the table gives, and what is not reached is answered as what is not there', async () => {
    const nowhere = await served.ask(role, { path: '/no-such-address' })
    expect(nowhere.status).toBe(404)
    for (const route of apiRoutes) {
      for (const [whose, caseId] of route.path.includes(':caseId') ? Object.entries(cases) : [['none', ''] as const]) {
        const answer = await served.ask(role, method(route, route.path.replace(':caseId', caseId)))
        const reached = reaches(role, route, whose)
        expect([route.method, route.path, whose, answer.status !== 404]).toEqual([route.method, route.path, whose, reached])
        if (!reached) expect([answer.text, answer.headers['content-type'], answer.headers['etag']]).toEqual([nowhere.text, nowhere.headers['content-type'], undefined])
        expect(answer.status).toBeLessThan(500)
      }
    }
  })
})

function reaches(role: Role, { action }: ApiRoute, whose: string): boolean {
  if (action === 'own-account') return true
  if (whose === 'none') return reachOf([role], action) !== undefined
  // The demonstration officer is the one whose case it is; nobody else here has any.
  return whose !== 'nobodys' && may([role], action, whose === 'own' && role === 'officer')
}

test('nobody reaches any address without a token that is good, whatever else they bring', async () => {
  const good = served.tokens.get('officer') ?? ''
  for (const route of ofActions) expect((await served.ask(undefined, method(route))).status).toBe(401)
  for (const route of apiRoutes) {
    for (const headers of [{}, { authorization: '' }, { authorization: 'Bearer' }, { authorization: `Bearer comity_${'x'.repeat(43)}` }, { authorization: `Basic ${Buffer.from(`x:${good}`).toString('base64')}` }, { authorization: good }, { cookie: `comity=${good}; __Host-comity=${good}` }, { 'x-api-key': good }] as const) {
      const asked = method(route)
      const answer = await served.ask(undefined, { ...asked, headers: { ...asked.headers, ...headers } })
      expect([route.path, answer.status, answer.body.code]).toEqual([route.path, 401, 'no-token'])
    }
  }
  expect((await served.ask(undefined, { path: `/me?token=${good}` })).status).toBe(401)
})

test('each address names one action of the table, or is of one’s own account, and no two are the same', () => {
  for (const { action } of apiRoutes) expect([...actions, 'own-account']).toContain(action)
  const addresses = apiRoutes.map((route) => `${route.method} ${route.path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('a method that an address does not take is refused in the form of the API', async () => {
  for (const [wrong, path, allow] of [['PUT', '/cases', 'GET, POST'], ['DELETE', `/cases/${cases.own}`, 'GET'], ['PATCH', '/me', 'GET'], ['OPTIONS', '/cases', 'GET, POST']] as const) {
    const answer = await served.ask('officer', { method: wrong, path })
    expect([wrong, answer.status, answer.headers['allow'], answer.body.code]).toEqual([wrong, 405, allow, 'method-not-allowed'])
  }
})
