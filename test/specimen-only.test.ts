// From the package as shipped no call, with any input, gives a travel document that does not say SPECIMEN: tried from the library, the command line and over HTTP.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { anything, assert, asyncProperty, constantFrom, integer, oneof, record, string, tuple } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBook } from '../src/casework/case-for-tests.ts'
import { decodeSeal } from '../src/documents/seal.ts'
import { isSpecimenSeal } from '../src/documents/specimen-seal.ts'
import { workRoutes } from '../src/web/work/work-routes.ts'
import { readDataMatrices } from './read-barcode.ts'
import { readPdf } from './read-pdf.ts'
import { newKey, opening, serveApi } from './served-api.ts'
import { serveWork, type ServedWork } from './served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from './visiting-browser.ts'

const root = join(import.meta.dirname, '..')
/** Everything in an answer that could be a document: a PDF, a seal, the zone of a single sheet. */
function suspectsIn(value: unknown, depth = 0): readonly (Uint8Array | string)[] {
  if (depth > 6 || value === null || value === undefined) return []
  if (value instanceof Uint8Array) return value[0] === 0xdc || Buffer.from(value.subarray(0, 5)).toString() === '%PDF-' ? [value] : []
  if (typeof value === 'string') return /(?:^|\s)PU[A-Z<]{3}[A-Z<]{31}/.test(value) ? [value] : []
  if (typeof value === 'object') return Object.values(value).flatMap((one) => suspectsIn(one, depth + 1))
  return []
}

async function saysSpecimen(suspect: Uint8Array | string): Promise<boolean> {
  if (typeof suspect === 'string') return [...suspect.matchAll(/PU[A-Z<]{3}[A-Z<]{31}/g)].every(([line]) => line.startsWith('PUUTOSPECIMEN<'))
  if (suspect[0] === 0xdc) {
    const seal = decodeSeal(suspect)
    return !seal.ok || isSpecimenSeal(seal.value)
  }
  const { text } = await readPdf(suspect)
  const seals = (await readDataMatrices(suspect)).map(decodeSeal)
  // A page without a seal and a zone is no document.
  return seals.every((seal) => seal.ok && isSpecimenSeal(seal.value)) && suspectsIn(text).length <= 1 && (await Promise.all(suspectsIn(text).map(saysSpecimen))).every(Boolean) && (seals.length === 0 || (text.match(/SPECIMEN/g)?.length ?? 0) > 9)
}

const rooms = ['src/documents', 'src/render/travel-document', 'src/service/documents']
const files = rooms.flatMap((room) => readdirSync(join(root, room)).filter((name) => name.endsWith('.ts') && !/(\.test|-for-tests)\.ts$/.test(name)).map((name) => join(root, room, name)))

const state = constantFrom('UTO', 'CAN', 'USA', 'ATA', 'D', 'UNO', 'XXB', 'CA')
const day = constantFrom('2026-11-22', '2026-12-06', '1990-05-17', 'x', '2026-02-30')
const name = oneof(constantFrom('Sample', 'SPECIMEN', '', 'One Two', 'PU', 'X'.repeat(60)), string())
const details = record({
  familyName: name, givenNames: name, dateOfBirth: day, sex: constantFrom('female', 'male', 'unspecified', 'x'), issuedOn: day, validUntil: day, dateOfExpiry: day, serial: integer({ min: -1, max: 12 }), format: constantFrom('TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'),
  documentCode: constantFrom('PU', 'P', 'I', 'PP', 'V', 'pu'), issuingState: state, nationality: state, documentNumber: constantFrom('AB123456', 'SPECIMEN1', 'A'), name: record({ primary: constantFrom(['SAMPLE'], ['SPECIMEN'], []), secondary: constantFrom(['ONE'], []) }),
  lines: constantFrom(['PUCANSAMPLE<<ONE'.padEnd(36, '<'), 'AB123456<0CAN9005174F2612062<<<<<<<0'], ['PUUTOSPECIMEN<SAMPLE<<ONE'.padEnd(36, '<'), 'SPECIMEN24UTO7408122F2612063<<<<<<<2']), state, signer: state, certificate: constantFrom('00', '2A'), destination: state, markings: constantFrom([], ['x']), marking: name,
  fields: constantFrom([], [{ code: 'family-name', value: 'Sample' }]), folder: constantFrom('/nowhere', root), trustAnchors: constantFrom('/nowhere'), module: constantFrom('/nowhere'), pin: constantFrom('0'),
})
const input = oneof({ weight: 3, arbitrary: details }, { weight: 1, arbitrary: anything() }, { weight: 1, arbitrary: constantFrom<unknown>(new Uint8Array(64), (bytes: Uint8Array) => new Uint8Array(64).fill(bytes.length % 256), 'PU', undefined) })

// What a maker of specimens takes, so that some of them are made.
const good = record({ familyName: constantFrom('Sample', 'Exemple'), givenNames: name, dateOfBirth: constantFrom('1990-05-17'), sex: constantFrom('female', 'male'), issuedOn: constantFrom('2026-11-22'), validUntil: constantFrom('2026-12-06'), dateOfExpiry: constantFrom('2026-12-06'), serial: integer({ min: 0, max: 9 }), name: constantFrom({ primary: ['SAMPLE'], secondary: ['ONE'] }) })
const sign = constantFrom((bytes: Uint8Array) => new Uint8Array(64).fill(1 + (bytes.length % 200)))
const inputs = oneof(tuple(input, input, input, input), tuple(good, sign, input, input))

describe('the library', () => {
  let made = 0
  test.each(files.map((file) => [file.slice(root.length + 1), file]))('%s gives none, whatever it is called with', async (_, file) => {
    const exported = Object.entries(await import(file) as Record<string, unknown>).filter((one): one is [string, (...given: unknown[]) => unknown] => typeof one[1] === 'function')
    // What only lays letters side by side has no document to give: a header of a seal is no seal, and `specimen-only.test.ts` of the room lists these.
    for (const [called, run] of exported.filter(([exportedName]) => exportedName !== 'encodeSealHeader')) {
      await assert(asyncProperty(inputs, async (given) => {
        let answer: unknown
        try {
          answer = await run(...given)
        } catch {
          return
        }
        // A refusal repeats what it was given.
        const echoes = JSON.stringify(given)
        const suspects = suspectsIn(answer).filter((suspect) => typeof suspect !== 'string' || !echoes.includes(suspect))
        made += suspects.length
        for (const suspect of suspects) expect(await saysSpecimen(suspect), `${called} gave ${typeof suspect === 'string' ? suspect : 'bytes'}`).toBe(true)
      }), { numRuns: ['makeSpecimen', 'renderSpecimen'].includes(called) ? 15 : 60 })
    }
  })

  test('of specimens some were made meanwhile, so that something was looked at', () => {
    expect(made).toBeGreaterThan(20)
  })

  test('only the use-case of a case takes a number, keeps a document and signs with a token', () => {
    const sources = sourcesIn(join(root, 'src'))
    const users = (word: RegExp) => sources.filter((file) => word.test(readFileSync(file, 'utf8'))).map((file) => file.slice(root.length + 5))
    expect(users(/takeDocumentNumber\(tx|keepTravelDocument\(tx/)).toEqual(['service/documents/issue-travel-document.ts', 'store/issued-documents.ts'])
    expect(users(/import .*signWithToken/)).toEqual(['service/documents/issue-travel-document.ts'])
    expect(users(/import .*\bissueTravelDocument\b/)).toEqual(['web/work/travel-document-case-routes.ts'])
  })
})

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => join(folder, file)).sort()
}

test('the command line has no command that makes one, and names none in its help', async () => {
  const run = (...words: readonly string[]) => promisify(execFile)(process.execPath, [join(root, 'src/cli/comity.ts'), ...words], { encoding: 'buffer' }).then(({ stdout }) => stdout, (failed: { stdout?: Buffer }) => failed.stdout ?? Buffer.alloc(0))
  await assert(asyncProperty(constantFrom('document', 'travel-document', 'specimen', 'issue', 'case', 'help', '--help'), constantFrom('make', 'issue', 'document', '--state', 'help', '--help'), constantFrom('CAN', 'ATA', 'PU', ''), async (one, two, three) => {
    const said = await run(one, two, three)
    expect(said.subarray(0, 5).toString()).not.toBe('%PDF-')
    expect(suspectsIn(said.toString('latin1'))).toEqual([])
  }), { numRuns: 6 })
  const cli = sourcesIn(join(root, 'src/cli')).map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(cli).not.toMatch(/service\/documents|render\/travel-document|writeZone|encodeSealHeader/)
}, 120_000)

describe('over HTTP', () => {
  let served: ServedWork
  let visitor: VisitingBrowser
  beforeAll(async () => {
    served = await serveWork()
    visitor = visitingBrowser(served.origin)
    await signInAs(visitor, 'officer')
  })
  afterAll(() => served.close())

  test('the pages for people who sign in give specimens only, whatever is sent to them', async () => {
    const paths = workRoutes.filter(({ path }) => /document|packet/.test(path)).map(({ path, method }) => ({ method, path: `/en${path.replaceAll(/:\w+/g, '0a4dc6de-57fb-4bb2-9d3f-1f1f5c9c1c11')}` }))
    const field = oneof(constantFrom('CAN', 'ATA', 'UTO', 'PU', 'Sample', '2026', '12', '1', 'female', '../../layout', '/etc/passwd'), string({ maxLength: 40 }))
    await assert(asyncProperty(constantFrom(...paths), record({ familyName: field, givenNames: field, sex: constantFrom('female', 'x'), serial: constantFrom('1', '12'), issuedOn: constantFrom('2026'), 'issuedOn-month': constantFrom('11'), 'issuedOn-day': constantFrom('22', '99'), validUntil: constantFrom('2026'), 'validUntil-month': constantFrom('12'), 'validUntil-day': constantFrom('6'), issuingState: field, documentCode: field, layout: field, specimen: constantFrom('false', ''), marking: field, lines: field, destination: field, first: field, second: field }), async ({ method, path }, fields) => {
      const { form } = await visitor.get('/en/work/documents/specimen')
      const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
      const answer = await fetch(new URL(path, served.origin), { method, redirect: 'manual', headers: { cookie, origin: served.origin, 'sec-fetch-site': 'same-origin' }, ...(method === 'POST' ? { body: new URLSearchParams({ ...fields, form }) } : {}) })
      const body = new Uint8Array(await answer.arrayBuffer())
      expect(answer.status).toBeLessThan(500)
      for (const suspect of suspectsIn(body)) {
        expect(await saysSpecimen(suspect)).toBe(true)
        expect(await readDataMatrices(body)).toHaveLength(1)
      }
    }), { numRuns: 60 })
  }, 180_000)
})

test('the interface for programs gives none, whatever an officer’s program sends it', async () => {
  const api = await serveApi({ book: openBook })
  try {
    const opened = await api.ask('officer', { method: 'POST', path: '/cases', body: opening, headers: newKey() })
    const { caseId } = opened.body as { readonly caseId: string }
    expect(opened.status).toBe(201)
    const { paths } = (await api.ask('officer', { path: '/openapi.json' })).body as { readonly paths: Readonly<Record<string, object>> }
    expect(Object.keys(paths).length).toBeGreaterThan(4)
    expect(Object.keys(paths).filter((path) => /document|specimen|seal|zone|packet/.test(path))).toEqual([])
    const addresses = [...Object.keys(paths).map((path) => path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, caseId)), `/cases/${caseId}/travel-document`, `/cases/${caseId}/commands`, '/documents/specimen', '/documents/seal']
    const kind = constantFrom('issue-travel-document', 'take-document', 'draft-request', 'record-fact', 'make-document', 'travel-document')
    await assert(asyncProperty(constantFrom(...addresses), constantFrom('GET', 'POST', 'PUT'), oneof(details, record({ kind, destination: state, documentType: constantFrom('single-journey-document', 'x'), issuingState: state, specimen: constantFrom(false), on: day, subject: constantFrom('travel-document') })), async (path, method, body) => {
      const { status, text, headers } = await api.ask('officer', { method, path, headers: { ...newKey(), 'if-match': '"1"' }, ...(method === 'GET' ? {} : { body }) })
      expect(status).toBeLessThan(500)
      expect(String(headers['content-type'])).not.toContain('pdf')
      expect(suspectsIn(text).filter((suspect) => !JSON.stringify(body).includes(String(suspect)))).toEqual([])
    }), { numRuns: 80 })
  } finally {
    await api.close()
  }
  expect(sourcesIn(join(root, 'src/api')).filter((file) => /service\/documents|render\/travel-document/.test(readFileSync(file, 'utf8')))).toEqual([])
}, 180_000)
