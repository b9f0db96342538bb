import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reachOf, type Action } from '../../service/access/permissions.ts'
import type { SignedIn } from '../../service/identity/read-session.ts'
import { countWaiting } from '../../service/approvals/read-approvals.ts'
import { readGlassNotices } from '../../service/oversight/break-glass.ts'
import { hrefTo } from '../address.ts'
import { signInThere } from '../answer.ts'
import { notFoundPage } from '../error-pages.ts'
import { addDoor, remoteOf } from './add-door.ts'
import { findPage } from './find-page.ts'
import { landingPage } from './landing-page.ts'
import { refusedPage } from './refused-page.ts'
import { readVisitor } from './read-visitor.ts'
import { findEarlier, findUnsent, type Unsent } from './unsent-form.ts'
import { guardWork, readForm, sendFile, sendWork, withoutNul } from './work-guard.ts'
import type { WorkRequest, WorkRoute } from './work-route.ts'
import { workRoutes } from './work-routes.ts'
import type { WorkServices } from './work-services.ts'

/** Everything under `/work`, in a scope of its own: nothing outside it takes a form. */
export function addWork(server: FastifyInstance, services: WorkServices, routes: readonly WorkRoute[] = workRoutes) {
  server.decorate(signInThere, true)
  server.register(async (scope) => {
    guardWork(scope, services.signIn.origin)
    addDoor(scope, withLog(services, server.log))
    const all = [landingOf(routes), ...routes]
    for (const route of all) addRoute(scope, services, route, all)
  })
}

function landingOf(routes: readonly WorkRoute[]): WorkRoute {
  return { method: 'GET', path: '/work', action: 'own-account', answer: async (services, request) => landingPage(request, placesOf(request, routes), { glass: await readGlassNotices(services, request.signedIn), waiting: await countWaiting(services, request.signedIn), timeZone: services.clock.timeZone ?? 'UTC' }) }
}

/** Session, then action, then the page; whoever is not permitted finds nothing there. */
function addRoute(server: FastifyInstance, services: WorkServices, route: WorkRoute, all: readonly WorkRoute[]) {
  const { method, path, action, upload, answer } = route
  server.route({ method, url: `/:language(^en|fr$)${path}`, config: { upload: upload === true } as object, ...(upload ? { onRequest: beforeFiles(services, action, all) } : {}), handler: async (request, reply) => {
    const visitor = await readVisitor(request, services)
    const { signedIn, address } = visitor
    // A form that comes when nobody is signed in any more does nothing: what it asked must be asked anew. What was typed waits for whoever typed it.
    if (!signedIn) return reply.redirect(hrefTo(address.language, '/work/sign-in', { to: method === 'GET' ? `${address.path}${address.search}` : ((await keptAt(services, route, request, await findUnsent(services, request, visitor.token))) ?? findPage(all, request, services.signIn.origin) ?? null) }), 303)
    if (!isPermitted(signedIn, action)) {
      request.log.warn({ account: signedIn.handle, action }, 'not permitted')
      return sendWork(reply, notFoundPage(address))
    }
    const form = method === 'GET' ? new URLSearchParams() : readForm(request, visitor.token)
    if (!form) {
      const place = await keptAt(services, route, request, findEarlier(request, signedIn))
      return place === undefined ? sendWork(reply, refusedPage(address)) : reply.redirect(hrefTo(address.language, place), 303)
    }
    const answered = await answer(withLog(services, request.log), { visitor, signedIn, form, parameters: request.params as Readonly<Record<string, string>>, query: withoutNul(new URLSearchParams(address.search)), remote: remoteOf(request, reply, services.signIn.origin) })
    if ('to' in answered) return reply.redirect(answered.to.startsWith('/') ? hrefTo(address.language, answered.to) : answered.to, answered.again ? 307 : 303)
    return 'file' in answered ? sendFile(reply, answered) : sendWork(reply, answered)
  } })
}

/** What failed outside goes where the server's own lines go. */
function withLog(services: WorkServices, log: FastifyBaseLogger): WorkServices {
  return { ...services, noteFault: (fault) => log.warn(fault, 'outside fault') }
}

/** Where what was typed is kept; undefined where it is not. */
async function keptAt(services: WorkServices, { keepUnsent }: WorkRoute, request: FastifyRequest, unsent: Unsent | undefined): Promise<string | undefined> {
  return unsent && keepUnsent?.(services, { ...unsent, parameters: request.params as Readonly<Record<string, string>> })
}

/** Twenty megabytes are not read of whoever could do nothing with them. */
function beforeFiles(services: WorkServices, action: WorkRoute['action'], all: readonly WorkRoute[]) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { signedIn, address } = await readVisitor(request, services)
    if (!signedIn) return reply.redirect(hrefTo(address.language, '/work/sign-in', { to: findPage(all, request, services.signIn.origin) ?? null }), 303)
    return isPermitted(signedIn, action) ? undefined : sendWork(reply, notFoundPage(address))
  }
}

function isPermitted({ roles }: SignedIn, action: Action | 'own-account'): boolean {
  return action === 'own-account' || reachOf(roles, action) !== undefined
}

function placesOf({ signedIn }: WorkRequest, routes: readonly WorkRoute[]) {
  return routes.flatMap(({ path, name, action, group = 'own' }) => (name && isPermitted(signedIn, action) ? [{ path, name, group }] : []))
}

