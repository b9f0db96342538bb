import type { FastifyRequest } from 'fastify'
import { readAddress } from '../address.ts'
import { readPlace } from './read-place.ts'
import type { WorkRoute } from './work-route.ts'

/**
 * Where somebody was who sent a form: the page that it stood on, as the browser says, else the page at the form's own address; undefined where neither
 * is a page of ours. Nothing is believed of it but a place to go to.
 */
export function findPage(routes: readonly Pick<WorkRoute, 'method' | 'path'>[], { headers, url }: Pick<FastifyRequest, 'headers' | 'url'>, origin: string): string | undefined {
  const from = headers.referer?.startsWith(`${origin}/`) === true ? headers.referer.slice(origin.length).replace(/#.*$/, '') : ''
  return [from, url].map(placeOf).find((place) => place !== undefined && routes.some((route) => route.method === 'GET' && pattern(route.path).test(pathOf(place))))
}

function placeOf(address: string): string | undefined {
  const { path = '', search = '' } = readAddress(address) ?? {}
  return [`${path}${search}`, path].find((place) => place !== '/work' && readPlace(place) === place)
}

const pathOf = (place: string) => place.replace(/\?.*$/, '')
const pattern = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
