import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiRoutes } from './api-routes.ts'
import { describeAlone, referenceNow } from './describe-alone.ts'

test('the reference is what the server says of itself (node scripts/write-api-reference.ts)', async () => {
  expect(readFileSync(new URL('../../docs/reference/api.md', import.meta.url), 'utf8')).toBe(await referenceNow())
})

test('every address is described, with every header and problem that it has', async () => {
  const { paths } = await describeAlone()
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  expect(described.toSorted()).toEqual(apiRoutes.map(({ method, path }) => `${method} /api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted())
  for (const { method, path, headers = [], answers } of apiRoutes) {
    const operation = paths[`/api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()]
    expect(operation?.parameters?.filter((one) => one.in === 'header').map(({ name }) => name) ?? []).toEqual(headers)
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining([...Object.keys(answers), '400', '401', '429', '500']))
  }
})
