import fastify from 'fastify'
import { addApi } from './add-api.ts'
import { problemStatus } from './problem-status.ts'
import { apiReference, type Description } from './reference-text.ts'
import type { WorkingServices } from './working-services.ts'

/** What the server says of its API, asked without a database: nothing of it depends on one. */
export async function describeAlone(): Promise<Description> {
  const server = fastify()
  addApi(server, {} as WorkingServices)
  const { body } = await server.inject('/api/v1/openapi.json')
  await server.close()
  return JSON.parse(body) as Description
}

/** The page of the documents that is written from it. */
export async function referenceNow(): Promise<string> {
  return apiReference(await describeAlone(), Object.entries(problemStatus).map(([code, status]) => ({ code, status })))
}
