import { describe, expect, test } from 'vitest'
import { exifSegment, jpegSegment, pngChunk, sampleJpeg, samplePdf, samplePng } from '../../test/packet-samples.ts'
import { cleanPacketFile } from './packet-clean.ts'
import { findInPacketFile } from './packet-file.ts'

const latin1 = (words: string) => Buffer.from(words, 'latin1')

describe('what does not draw the picture is taken out of it, and every byte that does stays', () => {
  test.each([
    ['a JPEG with camera data and a position', sampleJpeg(exifSegment(true)), sampleJpeg(), ['camera-data', 'position'], true],
    ['a JPEG with a comment, a colour profile and a second picture', sampleJpeg(jpegSegment(0xfe, latin1('interview room')), jpegSegment(0xe2, latin1('ICC_PROFILE\0')), jpegSegment(0xe2, latin1('MPF\0'))), sampleJpeg(), ['comment', 'colour-profile', 'thumbnail'], true],
    ['a JPEG with something behind its end', Buffer.concat([sampleJpeg(), latin1('asylum')]), sampleJpeg(), ['data-after-end'], false],
    ['a PNG with texts, a date and a part that nobody knows', samplePng(pngChunk('tEXt', latin1('Author\0Sample')), pngChunk('tIME', Buffer.alloc(7)), pngChunk('prVt', latin1('a'))), samplePng(), ['comment', 'date', 'unknown-part'], false],
    ['a PNG with something behind its end', Buffer.concat([samplePng(), latin1('x')]), samplePng(), ['data-after-end'], false],
    ['a PNG with a colour that is not drawn', samplePng(pngChunk('tRNS', Buffer.from([0, 128]))), samplePng(), ['left-behind'], true],
    ['a clean picture', sampleJpeg(), sampleJpeg(), [], false],
  ] as const)('%s', (_what, bytes, picture, removed, looksDifferent) => {
    const cleaned = cleanPacketFile('scan', bytes)
    expect(cleaned.ok && Buffer.compare(Buffer.from(cleaned.value.bytes), picture)).toBe(0)
    expect(cleaned.ok && { removed: cleaned.value.removed.map(({ code }) => code), looksDifferent: cleaned.value.looksDifferent }).toEqual({ removed, looksDifferent })
    expect(cleaned.ok && findInPacketFile('scan', cleaned.value.bytes)).toEqual([])
  })
})

test('a file whose name alone was telling keeps its bytes, and needs another name', () => {
  const cleaned = cleanPacketFile('asylum.jpg', sampleJpeg())
  expect(cleaned.ok && cleaned.value.removed).toEqual([])
})

test.each([
  ['a PDF with an author', samplePdf({ trailer: '/Info 6 0 R', objects: ['<< /Author (Sample Office) >>'] }), 'metadata'],
  ['a Word document', latin1('PK\x03\x04 word/document.xml'), 'format-not-accepted'],
  ['a JPEG that breaks off', sampleJpeg(exifSegment(false)).subarray(0, -2), 'camera-data'],
  ['a PNG that breaks off', samplePng().subarray(0, -12), 'cannot-be-read'],
  ['a JPEG with a text behind a table', sampleJpeg(jpegSegment(0xdb, Buffer.alloc(70))), 'unknown-part'],
])('%s is not cleaned; what stays in it is told', (_what, bytes, code) => {
  expect(cleanPacketFile('scan', bytes)).toMatchObject({ ok: false, refusal: { code: 'cannot-be-cleaned', findings: expect.arrayContaining([expect.objectContaining({ code })]) } })
})
