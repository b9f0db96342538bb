import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { exifSegment, jpegSegment, pdfOf, pdfStream, pngChunk, sampleJpeg, samplePdf, samplePng, text, type PdfSample } from '../../test/packet-samples.ts'
import { outwardFileName } from '../casework/packet-finding.ts'
import { checkPacketFile, findInPacketFile, mostPacketBytes } from './packet-file.ts'

const codes = (bytes: Uint8Array, name = 'scan') => [...new Set(findInPacketFile(name, bytes).map(({ code }) => code))]
const latin1 = (words: string) => Buffer.from(words, 'latin1')

describe('a file that only shows what it shows is clean', () => {
  test.each([['jpeg', sampleJpeg()], ['png', samplePng()], ['pdf', samplePdf()]] as const)('%s', (format, bytes) => {
    const checked = checkPacketFile('Exemple Un.bin', bytes)
    expect(checked).toMatchObject({ ok: true, value: { format, bytes: bytes.length } })
    expect(checked.ok && outwardFileName(checked.value)).toMatch(/^[0-9a-f]{64}\.(?:jpg|png|pdf)$/)
  })
})

test.each([
  ['a Word document', latin1('PK\x03\x04 word/document.xml docProps/core.xml'), 'zip or office document'], ['an old Word document', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old office document'],
  ['a TIFF', latin1('II*\0'), 'TIFF'], ['a telephone’s picture', latin1('\0\0\0\x18ftypheic'), 'HEIC or video'], ['a text', latin1('Sample'), 'file'], ['nothing', latin1(''), 'file'],
])('%s is not accepted', (_what, bytes, place) => {
  expect(findInPacketFile('scan.pdf', bytes)).toEqual([{ code: 'format-not-accepted', place }])
})

test('a file that is too large is not read', () => {
  expect(codes(Buffer.alloc(mostPacketBytes + 1))).toEqual(['too-large'])
})

test.each(['asylum decision.pdf', 'PRRA-refused.pdf', 'ERAR_2024.jpg', 'demandeAsile.png', 'DossierRéfugié.pdf', 'I-589.pdf'])('a file called %s is refused for its name', (name) => {
  expect(codes(sampleJpeg(), name)).toEqual(['telling-name'])
})

describe('a JPEG with', () => {
  test.each([
    ['a camera’s data', sampleJpeg(exifSegment(false)), ['camera-data']],
    ['the position where it was taken', sampleJpeg(exifSegment(true)), ['camera-data', 'position']],
    ['a comment', sampleJpeg(jpegSegment(0xfe, latin1('interview room'))), ['comment']],
    ['XMP', sampleJpeg(jpegSegment(0xe1, latin1('http://ns.adobe.com/xap/1.0/\0<x/>'))), ['metadata']],
    ['IPTC', sampleJpeg(jpegSegment(0xed, latin1('Photoshop 3.0\0'))), ['metadata']],
    ['a colour profile', sampleJpeg(jpegSegment(0xe2, latin1('ICC_PROFILE\0\x01\x01'))), ['colour-profile']],
    ['a thumbnail', sampleJpeg(jpegSegment(0xe0, latin1('JFXX\0\x10'))), ['thumbnail']],
    ['a second picture', sampleJpeg(jpegSegment(0xe2, latin1('MPF\0'))), ['thumbnail']],
    ['a part that nobody knows', sampleJpeg(jpegSegment(0xe7, latin1('x'))), ['unknown-part']],
    ['something after its end', Buffer.concat([sampleJpeg(), latin1('x')]), ['data-after-end']],
    ['a thumbnail in its header', Buffer.concat([Buffer.from([0xff, 0xd8]), jpegSegment(0xe0, latin1('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01')), sampleJpeg().subarray(20)]), ['thumbnail']],
    ['a table with something behind it', sampleJpeg(jpegSegment(0xdb, Buffer.alloc(70))), ['unknown-part']],
    ['a frame with something behind its components', sampleJpeg(jpegSegment(0xc0, latin1('\x08\0\x08\0\x08\x01\x01\x11\0interview room'))), ['unknown-part']],
    ['a second frame', sampleJpeg(jpegSegment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]))), ['unknown-part']],
    ['a scan with something behind its components', Buffer.concat([sampleJpeg().subarray(0, -3), jpegSegment(0xda, Buffer.concat([Buffer.from([1, 1, 0, 0, 63, 0]), latin1('interview room')])), sampleJpeg().subarray(-3)]), ['unknown-part']],
    ['its end missing', sampleJpeg().subarray(0, -2), ['cannot-be-read']],
    ['its middle missing', sampleJpeg().subarray(0, 40), ['cannot-be-read']],
    ['no picture in it', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), ['cannot-be-read']],
  ] as const)('%s is refused', (_what, bytes, found) => {
    expect(codes(bytes)).toEqual(found)
  })
})

/** Two by two pixels of another colour type and depth. */
function coloured(type: number, depth: number, rows: readonly number[], ...extra: readonly Uint8Array[]): Buffer {
  return Buffer.concat([samplePng().subarray(0, 8), pngChunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, depth, type, 0, 0, 0])), ...extra, pngChunk('IDAT', deflateSync(Buffer.from(rows))), pngChunk('IEND', Buffer.alloc(0))])
}

test.each([
  ['without a filter', [0, 1, 2, 3, 255, 4, 5, 6, 255, 0, 1, 2, 3, 255, 4, 5, 6, 255]],
  ['by its left neighbour', [1, 1, 2, 3, 255, 4, 5, 6, 0, 1, 1, 2, 3, 255, 4, 5, 6, 0]],
  ['by the one above', [2, 1, 2, 3, 255, 4, 5, 6, 255, 2, 1, 2, 3, 0, 4, 5, 6, 0]],
  ['by both', [3, 1, 2, 3, 255, 4, 5, 6, 128, 3, 1, 2, 3, 128, 4, 5, 6, 0]],
  ['by Paeth', [4, 1, 2, 3, 255, 4, 5, 6, 0, 4, 1, 2, 3, 0, 4, 5, 6, 0]],
])('a PNG with an alpha channel that hides nothing is clean, packed %s', (_how, rows) => {
  expect(codes(coloured(6, 8, rows))).toEqual([])
})

test('a PNG with a palette that its pixels can name is clean', () => {
  expect(codes(coloured(3, 1, [0, 0x80, 0, 0x40], pngChunk('PLTE', Buffer.alloc(6))))).toEqual([])
})

describe('a PNG with', () => {
  const pixels = (content: Uint8Array) => Buffer.concat([samplePng().subarray(0, 33), pngChunk('IDAT', content), pngChunk('IEND', Buffer.alloc(0))])
  test.each([
    ['a text', samplePng(pngChunk('tEXt', latin1('Comment\0interview room'))), ['comment']],
    ['a packed text', samplePng(pngChunk('zTXt', latin1('a'))), ['comment']],
    ['an international text', samplePng(pngChunk('iTXt', latin1('a'))), ['comment']],
    ['a camera’s data', samplePng(pngChunk('eXIf', latin1('MM'))), ['camera-data']],
    ['a date', samplePng(pngChunk('tIME', Buffer.alloc(7))), ['date']],
    ['a colour profile', samplePng(pngChunk('iCCP', latin1('a'))), ['colour-profile']],
    ['a part that nobody knows', samplePng(pngChunk('prVt', latin1('a'))), ['unknown-part']],
    ['a known part that is too long', samplePng(pngChunk('gAMA', latin1('interview room'))), ['unknown-part']],
    ['a part twice', samplePng(pngChunk('gAMA', Buffer.alloc(4)), pngChunk('gAMA', Buffer.alloc(4))), ['unknown-part']],
    ['something after its end', Buffer.concat([samplePng(), latin1('x')]), ['data-after-end']],
    ['something behind its pixels', pixels(deflateSync(Buffer.from([0, 128, 128, 0, 128, 128, 65]))), ['cannot-be-read']],
    ['something behind its packed pixels', pixels(Buffer.concat([deflateSync(Buffer.from([0, 128, 128, 0, 128, 128])), latin1('x')])), ['cannot-be-read']],
    ['too few pixels', pixels(deflateSync(Buffer.from([0, 128, 128]))), ['cannot-be-read']],
    ['a false checksum', Buffer.concat([samplePng().subarray(0, -1), Buffer.from([0])]), ['cannot-be-read']],
    ['its end missing', samplePng().subarray(0, -12), ['cannot-be-read']],
    ['a colour that is not drawn', samplePng(pngChunk('tRNS', Buffer.from([0, 128]))), ['left-behind']],
    ['a palette that it does not use', samplePng(pngChunk('PLTE', latin1('interview room.'))), ['unknown-part']],
    ['a longer palette than its pixels can name', coloured(3, 1, [0, 0x80, 0, 0x40], pngChunk('PLTE', Buffer.alloc(9))), ['unknown-part']],
    ['no palette where it needs one', coloured(3, 1, [0, 0x80, 0, 0x40]), ['unknown-part']],
    ['a pixel that is there and not seen', coloured(6, 8, [0, 1, 2, 3, 255, 4, 5, 6, 255, 0, 1, 2, 3, 255, 4, 5, 6, 0]), ['left-behind']],
    ['a pixel that is half seen', coloured(4, 16, [0, 1, 1, 255, 255, 1, 1, 255, 255, 0, 1, 1, 255, 255, 1, 1, 255, 254]), ['left-behind']],
  ] as const)('%s is refused', (_what, bytes, found) => {
    expect(codes(bytes)).toEqual(found)
  })
})

describe('a PDF with', () => {
  const made = (sample: PdfSample) => samplePdf(sample)
  test.each([
    ['an author', made({ trailer: '/Info 6 0 R', objects: ['<< /Author (Sample Office) >>'] }), ['metadata']],
    ['a date', made({ trailer: '/Info 6 0 R', objects: ['<< /CreationDate (D:20260101) /ModDate (D:20260102) >>'] }), ['date']],
    ['XMP', made({ catalog: '/Metadata 6 0 R', objects: [pdfStream('<x/>', '/Type /Metadata /Subtype /XML')] }), ['metadata', 'left-behind']],
    ['an embedded file', made({ catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>', objects: ['<< >>'] }), ['embedded-file', 'left-behind']],
    ['an associated file', made({ catalog: '/AF [6 0 R]', objects: ['<< >>'] }), ['embedded-file', 'left-behind']],
    ['a program', made({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), ['program']],
    ['an annotation', made({ page: '/Annots [6 0 R]', objects: ['<< /Type /Annot /Subtype /Text /Contents (x) >>'] }), ['annotation', 'left-behind']],
    ['a form', made({ catalog: '/AcroForm << /Fields [] >>' }), ['annotation']],
    ['a layer', made({ catalog: '/OCProperties << >>' }), ['layer']],
    ['another program’s data', made({ page: '/PieceInfo << /Sample << /Private (x) >> >>' }), ['metadata']],
    ['an object that nothing shows', made({ objects: ['(Sample)'] }), ['left-behind']],
    ['a note in an entry that has no text', made({ page: '/Rotate (note)' }), ['cannot-be-read']],
    ['a comment', pdfOf(['<< /Type /Catalog %note\n/Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']), ['cannot-be-read']],
    ['an entry that nobody knows', made({ catalog: '/Sample /One' }), ['unknown-part']],
    ['a later version of itself', Buffer.concat([samplePdf(), samplePdf().subarray(15)]), ['left-behind']],
    ['something after its end', Buffer.concat([samplePdf(), latin1('x')]), ['data-after-end']],
    ['an earlier version of itself', made({ trailer: '/Prev 17' }), ['left-behind']],
    ['a lock', made({ trailer: '/Encrypt << /Filter /Standard >>' }), ['locked']],
    ['a table that leads elsewhere', latin1(samplePdf().toString('latin1').replace('0000000015', '0000000016')), ['cannot-be-read']],
    ['its end missing', samplePdf().subarray(0, -8), ['cannot-be-read']],
    ['one object twice', latin1(samplePdf({ objects: ['<< >>'] }).toString('latin1').replace('6 0 obj', '5 0 obj')), ['cannot-be-read']],
    ['one entry twice', made({ page: '/Rotate 0 /Rotate 90' }), ['cannot-be-read']],
    ['a row of spaces that could be counted', made({ page: ' '.repeat(65) }), ['cannot-be-read']],
    ['a length that is not so', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>', '<< /Length 5 0 R >>\nstream\nq Q\nendstream', '4']), ['cannot-be-read']],
    ['an identifier that is longer than a digest', made({ trailer: `/ID [<${'41'.repeat(40)}> <${'41'.repeat(40)}>]` }), ['unknown-part']],
    ['half-transparent text', made({ resources: '/ExtGState << /G << /ca 0.1 >> >>' }), ['hidden-text']],
    ['a colour profile', made({ resources: '/ColorSpace << /C [/ICCBased 6 0 R] >>', objects: [pdfStream('x', '/N 3')] }), ['colour-profile', 'left-behind']],
    ['a palette with something behind it', made({ resources: '/ColorSpace << /C [/Indexed /DeviceRGB 0 <000000414141>] >>' }), ['cannot-be-read']],
    ['a font whose letters cannot be read', made({ font: '<< /Type /Font /Subtype /Type1 /BaseFont /Sample /Encoding << /Differences [1 /a] >> >>' }), ['unreadable-text']],
    ['a packing that cannot be read', made({ resources: '/XObject << /X 6 0 R >>', objects: [pdfStream('x', '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode')] }), ['cannot-be-read']],
    ['a picture with a camera’s data', made({ resources: '/XObject << /X 6 0 R >>', objects: [pdfStream(sampleJpeg(exifSegment(true)), '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode')] }), ['camera-data', 'position']],
    ['a picture with pixels that a mask hides', made({ resources: '/XObject << /X 6 0 R >>', objects: [pdfStream(sampleJpeg(), '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode /SMask 7 0 R'), pdfStream(Buffer.alloc(64), '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray')] }), ['left-behind']],
    ['a picture of which one colour is not drawn', made({ resources: '/XObject << /X 6 0 R >>', objects: [pdfStream(Buffer.alloc(64), '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Mask [0 0]')] }), ['left-behind']],
    ['a picture with something behind its pixels', made({ resources: '/XObject << /X 6 0 R >>', objects: [pdfStream(Buffer.alloc(65), '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray')] }), ['cannot-be-read']],
  ] as const)('%s is refused', (_what, bytes, found) => {
    expect(codes(bytes)).toEqual(found)
  })

  test.each([
    ['invisible', 'BT /F1 12 Tf 3 Tr 72 700 Td (x) Tj ET'], ['white', 'BT /F1 12 Tf 1 g 72 700 Td (x) Tj ET'], ['white in four colours', '0 0 0 0 k BT /F1 12 Tf 72 700 Td (x) Tj ET'], ['white in three colours', '1 1 1 rg BT /F1 12 Tf 72 700 Td (x) Tj ET'],
    ['tiny', 'BT /F1 12 Tf 0.1 0 0 0.1 72 700 Tm (x) Tj ET'], ['flat', 'BT /F1 12 Tf 1 0 0 0 72 700 Tm (x) Tj ET'], ['beside the page', text('x', -200)], ['squeezed', 'BT /F1 12 Tf 1 Tz 72 700 Td (x) Tj ET'],
  ])('%s text is refused', (_what, content) => {
    expect(codes(samplePdf({ content }))).toEqual(['hidden-text'])
  })

  test('text under a picture is refused', () => {
    const objects = [pdfStream(sampleJpeg(), '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode')]
    const picture = 'q 612 0 0 792 0 0 cm /X Do Q'
    expect(codes(samplePdf({ content: `${text('Sample')} ${picture}`, resources: '/XObject << /X 6 0 R >>', objects }))).toEqual(['hidden-text'])
    expect(codes(samplePdf({ content: `${picture} ${text('Sample')}`, resources: '/XObject << /X 6 0 R >>', objects }))).toEqual([])
  })

  test.each([
    ['plainly', text('Application for asylum')], ['in French', text('Demande d\x92asile')], ['with accents', text('Statut de r\xe9fugi\xe9')], ['as numbers', 'BT /F1 12 Tf 72 700 Td <6173796C756D> Tj ET'],
    ['in pieces', 'BT /F1 12 Tf 72 700 Td [(as) -20 (yl) 30 (um)] TJ ET'], ['in pieces far apart', `${text('asy')} ${text('lum', 90)}`], ['over two lines', `${text('asy-')} ${text('lum', 72, 686)}`],
    ['drawn backwards', `${text('lum', 90)} ${text('asy', 72)}`], ['with escapes', text('as\\171lum')], ['in octal', text('\\141\\163\\171\\154\\165\\155')],
    ['as a form number', text('Form I-589')], ['as initials', text('P.R.R.A. refused')],
  ])('a word that tells of a claim, %s, is refused', (_what, content) => {
    expect(codes(samplePdf({ content }))).toEqual(['telling-word'])
  })

  test('a word in a font’s own code is read by the font’s table of meanings', () => {
    const table = '/CIDInit /ProcSet findresource begin 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <0061> <02> <0073> endbfchar 1 beginbfrange <03> <05> [<0079> <006C> <0075006D>] endbfrange endcmap'
    const font = '<< /Type /Font /Subtype /TrueType /BaseFont /Sample /ToUnicode 6 0 R >>'
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <0102030405> Tj ET', font, objects: [pdfStream(table)] }))).toEqual(['telling-word'])
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <0102> Tj ET', font, objects: [pdfStream(table)] }))).toEqual([])
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <0109> Tj ET', font, objects: [pdfStream(table)] }))).toEqual(['unreadable-text'])
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <0102> Tj ET', font, objects: [pdfStream(table.replace('<0073>', '<>'))] }))).toEqual(['unreadable-text'])
  })

  test('a font with two bytes for each letter is read; a note about its letters is not understood', () => {
    const font = '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>'
    const descendant = (registry: string) => `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (${registry}) /Ordering (Identity) /Supplement 0 >> >>`
    const table = pdfStream('2 beginbfrange <0001> <0002> <0061> <0003> <0003> [<0073796C0075006D>] endbfrange')
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <00010002> Tj ET', font, objects: [descendant('Adobe'), table] }))).toEqual([])
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <0009> Tj ET', font, objects: [descendant('Adobe'), table] }))).toEqual(['unreadable-text'])
    expect(codes(samplePdf({ content: 'BT /F1 12 Tf 72 700 Td <0001> Tj ET', font, objects: [descendant('note'), table] }))).toEqual(['cannot-be-read'])
  })

  test('a length in another object and two digests as identifier are no fault', () => {
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>', '<< /Length 5 0 R >>\nstream\nq Q\nendstream', '3']
    expect(codes(pdfOf(objects, `/ID [<${'41'.repeat(16)}> <${'41'.repeat(16)}>]`))).toEqual([])
  })

  test('a word that begins on one page and ends on the next is found', () => {
    const page = (contents: number) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>', page(5), page(6), pdfStream(text('asy-')), pdfStream(text('lum')), '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
    expect(findInPacketFile('scan', pdfOf(objects))).toEqual([{ code: 'telling-word', place: 'pages' }])
  })

  test('a word in a part that is no text for people is found', () => {
    expect(codes(samplePdf({ font: '<< /Type /Font /Subtype /Type1 /BaseFont /Asylum /Encoding /WinAnsiEncoding >>' }))).toEqual(['telling-word'])
    const font = '<< /Type /Font /Subtype /TrueType /BaseFont /Sample /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R >>'
    expect(codes(samplePdf({ font, objects: ['<< /Type /FontDescriptor /FontName /Sample /FontFile2 7 0 R >>', pdfStream('\0\x01 made for refugee files \0', '/Length1 26')] }))).toEqual(['telling-word'])
  })
})

test('a PDF with its objects packed in one stream is read all the same', () => {
  const bodies = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  const packed = (words: string, catalog = '') => packedPdf([bodies[0]!.replace(' >>', ` ${catalog}>>`), ...bodies.slice(1)], words)
  expect(findInPacketFile('scan', packed('Sample One'))).toEqual([])
  expect(codes(packed('refugee'))).toEqual(['telling-word'])
  expect(codes(packed('Sample One', '/Lang (en) '))).toEqual(['unknown-part'])
})

function packedPdf([catalog = '', pages = '', page = '', font = '']: readonly string[], words: string): Buffer {
  const held = [[1, catalog], [2, pages], [3, page], [5, font]] as const
  let [heads, body] = ['', '']
  for (const [number, object] of held) {
    heads += `${number} ${body.length} `
    body += `${object}\n`
  }
  const parts: Buffer[] = [latin1('%PDF-1.5\n')]
  const offsets: number[] = []
  const add = (number: number, object: Buffer) => {
    offsets.push(Buffer.concat(parts).length)
    parts.push(latin1(`${number} 0 obj\n`), object, latin1('\nendobj\n'))
  }
  add(4, pdfStream(text(words)))
  add(6, pdfStream(deflateSync(latin1(heads + body)), `/Type /ObjStm /N 4 /First ${heads.length} /Filter /FlateDecode`))
  const start = Buffer.concat(parts).length
  const row = (kind: number, place: number, last: number) => [kind, place >> 8, place & 255, last]
  const rows = [row(0, 0, 0), row(2, 6, 0), row(2, 6, 1), row(2, 6, 2), row(1, offsets[0]!, 0), row(2, 6, 3), row(1, offsets[1]!, 0), row(1, start, 0)]
  add(7, pdfStream(deflateSync(Buffer.from(rows.flatMap((one) => [0, ...one]))), '/Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>'))
  parts.push(latin1(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
