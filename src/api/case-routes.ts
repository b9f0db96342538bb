import { Type } from 'typebox'
import { inventories, type Inventory } from '../casework/lists.ts'
import { findDay } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { listCases } from '../service/work/list-cases.ts'
import { readCase, readLooks } from '../service/work/read-case.ts'
import { readGates } from '../service/work/read-gates.ts'
import { searchCases, type SearchFault } from '../service/work/search-cases.ts'
import type { ApiAnswer, ApiRequest, ApiRoute } from './api-route.ts'
import { caseJson, eventsJson, gatesJson, looksJson, summaryJson } from './case-json.ts'
import { caseFound, caseList, eventList, gatesAnswer, lookList, oneOf, wholeCase } from './case-schema.ts'
import { readPlace, writePlace } from './place-text.ts'
import type { ApiRefusal } from './problem.ts'
import { readPurpose } from './read-headers.ts'
import type { WorkingServices } from './working-services.ts'

const pageSize = 50
const limit = Type.Optional(Type.String({ pattern: '^(?:[1-9]\\d?|1\\d\\d|200)$', description: `How many on a page: 1 to 200; ${pageSize} when it is not said` }))
// Departed and closed cases are in no list.
const openInventories = inventories.filter((one) => one !== 'departed' && one !== 'closed')
const notFound: ApiRefusal = { code: 'not-found' }

/** Reading cases: lists, one case, what happened, what the gates say, who looked, looking for one. */
export const caseRoutes: readonly ApiRoute[] = [
  {
    method: 'GET', path: '/cases', action: 'work.read', summary: 'Open cases by due day', description: 'Those of the bearer, or all for a legal reviewer. Departed and closed cases are in no list: they are found by a search.',
    query: Type.Object({ inventory: Type.Optional(oneOf(openInventories)), country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })), dueBy: Type.Optional(Type.String({ format: 'date' })), after: Type.Optional(Type.String({ maxLength: 100, description: '`next` of the page before' })), limit }, { additionalProperties: false }),
    answers: { 200: caseList }, problems: [], answer: list,
  },
  {
    method: 'GET', path: '/cases/:caseId', action: 'case.read', summary: 'One case', description: 'What is protected, sources and reasons are there only with a purpose, which is written down with the look. ETag is the version of the case, for If-Match.',
    headers: ['Comity-Purpose'], answers: { 200: wholeCase }, problems: [], answer: readOne,
  },
  {
    method: 'GET', path: '/cases/:caseId/events', action: 'case.read', summary: 'What happened in a case', description: 'In the order in which it was recorded. Without a purpose some events are not in the list; their numbers are left out.',
    query: Type.Object({ after: Type.Optional(Type.String({ pattern: '^\\d{1,9}$', description: '`next` of the page before' })), limit }, { additionalProperties: false }),
    headers: ['Comity-Purpose'], answers: { 200: eventList }, problems: [], answer: readEvents,
  },
  {
    method: 'GET', path: '/cases/:caseId/gates', action: 'case.read', summary: 'What the gates say today', description: 'For every step, to one destination or to every one that the case speaks of. Nobody opens a gate: what would change it stands with each hold. Without a purpose, reasons that rest on what is protected are left out; that a step is held is said always.',
    query: Type.Object({ destination: Type.Optional(Type.String({ pattern: '^[A-Z]{2,3}$' })), place: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }),
    headers: ['Comity-Purpose'], answers: { 200: gatesAnswer }, problems: [422], answer: askGates,
  },
  {
    method: 'GET', path: '/cases/:caseId/looks', action: 'case.see-who-looked', summary: 'Who looked at a case', description: 'The latest 200, the latest first.',
    answers: { 200: lookList }, problems: [], answer: async (services, { bearer, parameters }) => {
      const looks = await readLooks(services, bearer, parameters['caseId'] ?? '')
      return looks ? accept({ status: 200, body: looksJson(looks) }) : refuse(notFound)
    },
  },
  {
    method: 'POST', path: '/searches', action: 'cases.search', summary: 'Look for a case', description: 'By family name (and given names), or by id. A POST, so that no name stands in an address; it changes nothing. Never by anything protected.',
    body: Type.Object({ familyName: Type.Optional(Type.String()), givenNames: Type.Optional(Type.String()), caseId: Type.Optional(Type.String()) }, { additionalProperties: false }),
    answers: { 200: caseFound }, problems: [422], answer: search,
  },
]

async function list(services: WorkingServices, { bearer, query: { inventory, country, dueBy, after, limit: wished } }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const place = after === undefined ? undefined : readPlace(after)
  if (after !== undefined && !place) return refuse({ code: 'query-wrong', faults: [{ code: 'not-so', pointer: '/after' }] })
  const due = dueBy === undefined ? undefined : findDay(dueBy)
  const { rows, next } = await listCases(services, bearer, { ...(inventory === undefined ? {} : { inventory: inventory as Inventory }), ...(country === undefined ? {} : { country }), ...(due ? { dueBy: due } : {}), ...(place ? { after: place } : {}), limit: Number(wished ?? pageSize) })
  return accept({ status: 200, body: { cases: rows.map(summaryJson), ...(next ? { next: writePlace(next) } : {}) } })
}

async function readOne(services: WorkingServices, { bearer, parameters, headers }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const purpose = readPurpose(headers)
  if (!purpose.ok) return purpose
  const read = await readCase(services, bearer, parameters['caseId'] ?? '', purpose.value)
  return read ? accept({ status: 200, body: caseJson(read), version: read.state.version }) : refuse(notFound)
}

async function readEvents(services: WorkingServices, { bearer, parameters, headers, query: { after = '0', limit: wished } }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const purpose = readPurpose(headers)
  if (!purpose.ok) return purpose
  const read = await readCase(services, bearer, parameters['caseId'] ?? '', purpose.value)
  if (!read) return refuse(notFound)
  const [rest, size] = [read.events.filter(({ sequence }) => sequence > Number(after)), Number(wished ?? pageSize)]
  const page = rest.slice(0, size)
  const next = rest.length > size ? page.at(-1)?.sequence.toString() : undefined
  return accept({ status: 200, body: eventsJson(page, purpose.value, next), version: read.state.version })
}

async function askGates(services: WorkingServices, { bearer, parameters, headers, query: { destination, place } }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const purpose = readPurpose(headers)
  if (!purpose.ok) return purpose
  const read = await readGates(services, bearer, parameters['caseId'] ?? '', { ...(destination === undefined ? {} : { destination }), ...(place === undefined ? {} : { place }), ...(purpose.value ? { purpose: purpose.value } : {}) })
  if (!read) return refuse(notFound)
  return read.ok ? accept({ status: 200, body: gatesJson(read.value), version: read.value.version }) : read
}

async function search(services: WorkingServices, { bearer, body }: ApiRequest): Promise<Result<ApiAnswer, ApiRefusal>> {
  const { familyName = '', givenNames = '', caseId = '' } = body as { readonly familyName?: string; readonly givenNames?: string; readonly caseId?: string }
  const found = await searchCases(services, bearer, { familyName: familyName.trim(), givenNames: givenNames.trim(), caseId: caseId.trim() })
  if (!found.ok) return refuse(searchRefusal(found.refusal, caseId))
  return accept({ status: 200, body: { cases: found.value.rows.map(summaryJson), more: found.value.more } })
}

function searchRefusal({ code, field }: SearchFault, caseId: string): ApiRefusal {
  return code === 'bad-id' ? { code, field, value: caseId.slice(0, 60) } : { code: `search-${code}`, field }
}
