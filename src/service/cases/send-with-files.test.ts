import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approved, caseServices, checked, drafted, ghanaian, given, opened, run, sent } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { exifSegment, pngChunk, sampleJpeg, samplePdf, samplePng, text } from '../../../test/packet-samples.ts'
import type { OutboundRequest } from '../../casework/outbound-message.ts'
import { cleanPacketFile } from '../../intake/packet-clean.ts'
import { sha256 } from '../../kernel/digest.ts'
import { decisionsOf } from '../../store/decisions.ts'
import { loadCase } from '../../store/cases.ts'
import { messagesOf } from '../../store/outbound.ts'
import type { PacketFile } from './send-request.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

const photograph: PacketFile = { name: 'photograph.jpg', bytes: sampleJpeg() }
const certificate: PacketFile = { name: 'certificate.pdf', bytes: samplePdf() }

/** A case whose request is approved, and with files that are tried. */
async function sending(files: readonly PacketFile[]) {
  const services = caseServices(fresh)
  const requestId = randomUUID()
  const caseId = await given(services, randomUUID(), opened, ghanaian, drafted(requestId), checked(requestId), approved(requestId))
  const commandId = randomUUID()
  return { services, caseId, requestId, commandId, answer: await run(services, caseId, sent(requestId), { files, commandId }) }
}

test('a request leaves with a picture and a document that hold nothing besides what they show, each named by its digest alone', async () => {
  const { caseId, answer } = await sending([photograph, certificate])
  expect(answer).toMatchObject({ ok: true })
  const [message, more] = await messagesOf(fresh.as.auditor, caseId)
  expect(more).toBeUndefined()
  const told = JSON.parse(message?.content ?? '') as OutboundRequest
  expect(told.files).toEqual([{ file: sha256(photograph.bytes), format: 'jpeg' }, { file: sha256(certificate.bytes), format: 'pdf' }].toSorted((one, other) => (one.file < other.file ? -1 : 1)))
  expect(message?.content).not.toMatch(/photograph\.jpg|certificate/)
  expect(message?.digest).toBe(sha256(message?.content ?? ''))
})

test.each<readonly [string, PacketFile, string]>([
  ['a photograph that says where it was taken', { name: 'photograph.jpg', bytes: sampleJpeg(exifSegment(true)) }, 'position'],
  ['a picture with a comment', { name: 'scan.png', bytes: samplePng(pngChunk('tEXt', Buffer.from('Comment\0interview'))) }, 'comment'],
  ['a document with an author', { name: 'scan.pdf', bytes: samplePdf({ trailer: '/Info 6 0 R', objects: ['<< /Author (Sample Office) >>'] }) }, 'metadata'],
  ['a document that tells of a claim in English', { name: 'scan.pdf', bytes: samplePdf({ content: text('Application for asylum') }) }, 'telling-word'],
  ['a document that tells of a claim in French', { name: 'scan.pdf', bytes: samplePdf({ content: text('Demande d\x92asile') }) }, 'telling-word'],
  ['a file whose name tells of a claim', { name: 'PRRA.jpg', bytes: sampleJpeg() }, 'telling-name'],
])('%s goes along with nothing: no message, no event, and the clean file beside it stays too', async (_what, file, code) => {
  const { caseId, answer } = await sending([photograph, file])
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'file-not-clean', file: file.name, findings: expect.arrayContaining([expect.objectContaining({ code })]) } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toEqual([])
  expect(await loadCase(fresh.database, caseId)).toHaveLength(5)
})

test('the same picture, cleaned, leaves under the same approval, and its digest is that of the clean bytes', async () => {
  const bytes = sampleJpeg(exifSegment(true))
  const { services, caseId, requestId, answer } = await sending([{ name: 'photograph.jpg', bytes }])
  expect(answer.ok).toBe(false)
  const cleaned = cleanPacketFile('photograph.jpg', bytes)
  if (!cleaned.ok) throw new Error('not cleaned')
  expect(await run(services, caseId, sent(requestId), { files: [{ name: 'photograph.jpg', bytes: cleaned.value.bytes }] })).toMatchObject({ ok: true })
  const [message] = await messagesOf(fresh.as.auditor, caseId)
  expect((JSON.parse(message?.content ?? '') as OutboundRequest).files).toEqual([{ file: sha256(cleaned.value.bytes), format: 'jpeg' }])
  expect(await decisionsOf(fresh.as.auditor, caseId)).toMatchObject([{ state: 'open', digest: message?.decisionDigest }])
})

test('a repetition with the same files is the same command, with another file it is another', async () => {
  const { services, caseId, requestId, commandId } = await sending([photograph])
  expect(await run(services, caseId, sent(requestId), { files: [photograph], commandId })).toMatchObject({ ok: true, value: { repeated: true } })
  expect(await run(services, caseId, sent(requestId), { files: [certificate], commandId })).toMatchObject({ ok: false, refusal: { code: 'command-repeated-differently' } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toHaveLength(1)
})

test('nine files are too many', async () => {
  const nine = await sending(Array.from({ length: 9 }, (_, number) => ({ name: `${number}.png`, bytes: samplePng(pngChunk('pHYs', Buffer.alloc(9, number))) })))
  expect(nine.answer).toMatchObject({ ok: false, refusal: { code: 'outbound', why: { code: 'too-many', field: 'files' } } })
  expect(await messagesOf(fresh.as.auditor, nine.caseId)).toEqual([])
})
