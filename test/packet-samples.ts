// Small real files for the packet linter: pictures and documents of nobody, made here byte by byte.
import { crc32, deflateSync } from 'node:zlib'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** One segment of a JPEG. */
export function jpegSegment(marker: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content])
}

/** A grey square of eight by eight, with `extra` segments before its tables. */
export function sampleJpeg(...extra: readonly Uint8Array[]): Buffer {
  const one = [1, ...Array.from({ length: 15 }, () => 0), 0]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), jpegSegment(0xe0, latin1('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')), ...extra,
    jpegSegment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 1)])), jpegSegment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    jpegSegment(0xc4, Buffer.from([0x00, ...one, 0x10, ...one])), jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x3f, 0xff, 0xd9]),
  ])
}

/** EXIF with a camera's name, and a position when asked. */
export function exifSegment(position: boolean): Buffer {
  const entries = position ? [[0x010f, 'Sample'], [0x8825, '']] : [[0x010f, 'Sample']]
  const rows = entries.map(([tag]) => Buffer.from([Number(tag) >> 8, Number(tag) & 255, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26]))
  return jpegSegment(0xe1, Buffer.concat([latin1('Exif\0\0MM\0*\0\0\0\x08'), Buffer.from([0, rows.length]), ...rows, Buffer.from([0, 0, 0, 0])]))
}

export function pngChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([latin1(name), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A grey square of two by two, with `extra` chunks before its pixels. */
export function samplePng(...extra: readonly Uint8Array[]): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), pngChunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0])), ...extra,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128, 128, 0, 128, 128]))), pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export type PdfSample = {
  /** What the page shows, in the language of PDF. */
  readonly content?: string
  readonly catalog?: string
  readonly page?: string
  readonly resources?: string
  readonly trailer?: string
  readonly font?: string
  /** More objects, numbered from 6 on. */
  readonly objects?: readonly (string | Buffer)[]
}

export function pdfStream(content: string | Uint8Array, entries = ''): Buffer {
  const bytes = typeof content === 'string' ? latin1(content) : content
  return Buffer.concat([latin1(`<< /Length ${bytes.length} ${entries} >>\nstream\n`), bytes, latin1('\nendstream')])
}

export function text(words: string, x = 72, y = 700): string {
  return `BT /F1 12 Tf ${x} ${y} Td (${words}) Tj ET`
}

/** A document of one page, as a careful program writes one. */
export function samplePdf({ content = text('Birth certificate of Sample One'), catalog = '', page = '', resources = '', trailer = '', font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>', objects = [] }: PdfSample = {}): Buffer {
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    pdfStream(deflateSync(latin1(content)), '/Filter /FlateDecode'), font, ...objects,
  ], trailer)
}

/** Objects numbered from 1 on, their table and the end. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const offsets: number[] = []
  for (const [at, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length)
    parts.push(latin1(`${at + 1} 0 obj\n`), typeof object === 'string' ? latin1(object) : object, latin1('\nendobj\n'))
  }
  const start = Buffer.concat(parts).length
  const rows = ['0000000000 65535 f \n', ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)].join('')
  parts.push(latin1(`xref\n0 ${objects.length + 1}\n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
