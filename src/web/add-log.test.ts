import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { letWitness, logNode, type LogNode, type Network } from '../../test/log-nodes.ts'
import { openSampleCase } from '../../test/sample-case.ts'
import { askWitnesses } from '../service/log/ask-witnesses.ts'
import { growLog } from '../service/log/grow-log.ts'
import { publishLog } from '../service/log/publish-log.ts'
import { verifyLog } from '../verify/verify-log.ts'
import { buildServer } from './server.ts'

const open: LogNode[] = []
const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  for (const node of open.splice(0)) await node.close()
})

/** Two nodes that reach each other's pages by HTTP, as it would be over a network. */
async function twoNodes() {
  const network: Network = new Map()
  const [north, south] = [await logNode('north', network), await logNode('south', network)]
  open.push(north, south)
  const serve = (node: LogNode) => {
    const server = buildServer({ database: node.fresh.database }, { write: () => undefined }, undefined, '', node.services)
    servers.push(server)
    return server
  }
  const servedSouth = serve(south)
  const services = { ...north.services, post: async (url: string, body: Uint8Array) => {
    const { statusCode: status, rawPayload } = await servedSouth.inject({ method: 'POST', url: new URL(url).pathname, payload: Buffer.from(body), headers: { 'content-type': 'text/plain' } })
    return { status, body: Uint8Array.from(rawPayload) }
  }, get: async (url: string) => {
    const { statusCode: status, rawPayload } = await servedSouth.inject(new URL(url).pathname)
    return { status, body: Uint8Array.from(rawPayload) }
  } }
  return { north: { ...north, services }, south, servedNorth: serve(north), servedSouth }
}

const filesOf = (server: FastifyInstance) => async (path: string) => {
  const { statusCode, rawPayload } = await server.inject(`/log/${path}`)
  return statusCode === 200 ? Uint8Array.from(rawPayload) : undefined
}

test('a log is read from its addresses and checked whole, and a folder holds the very same files', async () => {
  const { north, south, servedNorth } = await twoNodes()
  const policy = Uint8Array.from(Buffer.from(await letWitness(south, north)))
  await openSampleCase(north.fresh)
  for (let tick = 0; tick < 2; tick++) await growLog(north.services, { batch: 256 })
  expect((await servedNorth.inject('/log/checkpoint')).statusCode).toBe(404)
  await askWitnesses(north.services)
  expect(await verifyLog(filesOf(servedNorth), policy)).toMatchObject({ ok: true, value: { checkpoint: { size: 512 } } })
  const folder = await mkdtemp(join(tmpdir(), 'comity-log-'))
  expect(await publishLog(north.services, folder)).toEqual({ written: 6, kept: 0 })
  expect(await publishLog(north.services, folder)).toEqual({ written: 1, kept: 5 })
  const fromFolder = async (path: string) => readFile(join(folder, path)).then((bytes) => Uint8Array.from(bytes), () => undefined)
  expect(await verifyLog(fromFolder, policy)).toMatchObject({ ok: true })
  for (const path of ['checkpoint', 'tile/0/000', 'tile/entries/001', 'tile/1/000.p/2']) expect(await fromFolder(path), path).toEqual(await filesOf(servedNorth)(path))
  await rm(folder, { recursive: true })
})

test('what no witnessed checkpoint speaks of is not there, and neither is any other path', async () => {
  const { north, south, servedNorth } = await twoNodes()
  await letWitness(south, north)
  await growLog(north.services, { batch: 256 })
  await askWitnesses(north.services)
  await growLog(north.services, { batch: 256 })
  for (const path of ['tile/0/001', 'tile/entries/001', 'tile/1/000.p/2', 'tile/0/000.p/300', 'tile/0/x000/000', 'tile/9/000', '..%2f..%2fetc%2fpasswd', 'checkpoint.part']) expect((await servedNorth.inject(`/log/${path}`)).statusCode, path).toBe(404)
  expect((await servedNorth.inject('/log/tile/0/000')).headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'application/octet-stream' })
})

test('a witness answers over HTTP as the specification says, and says what it saw last', async () => {
  const { north, south, servedSouth } = await twoNodes()
  await letWitness(south, north)
  const grown = await growLog(north.services, { batch: 256 })
  if (!grown.ok) throw new Error('not grown')
  const ask = (payload: string | Buffer, headers = {}) => servedSouth.inject({ method: 'POST', url: '/witness/add-checkpoint', payload, headers })
  const first = await ask(`old 0\n\n${grown.value.tip.note}`)
  expect([first.statusCode, first.body.split('\n').length]).toEqual([200, 3])
  const again = await ask(`old 0\n\n${grown.value.tip.note}`)
  expect([again.statusCode, again.headers['content-type'], again.body]).toEqual([409, 'text/x.tlog.size', '256\n'])
  expect((await ask('')).statusCode).toBe(400)
  expect((await ask(Buffer.alloc(70_000, 'old'))).statusCode).toBe(413)
  expect((await ask(`old 0\n\n${grown.value.tip.note.replaceAll('north', 'nowhere')}`)).statusCode).toBe(404)
  expect((await ask(grown.value.tip.note.replace(/([A-Za-z])=\n$/, 'A=\n').padStart(1))).statusCode).toBe(400)
  const seen = await servedSouth.inject(`/witness/${createHash('sha256').update('north.example/comity').digest('hex')}/checkpoint`)
  expect(seen.body).toContain('north.example/comity\n256\n')
  expect(seen.body.split('— south.example/comity/witness')).toHaveLength(3)
  expect((await servedSouth.inject(`/witness/${'0'.repeat(64)}/checkpoint`)).statusCode).toBe(404)
})
