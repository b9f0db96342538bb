import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { createGunzip } from 'node:zlib'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Encoding } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'

/** Lines that stand one after the other in a file, decoded; `first` is the number of the first, counted from 1. */
export type Lines = {
  readonly first: number
  readonly texts: readonly string[]
  /** Which of them hold bytes that the encoding does not know. */
  readonly undecodable: ReadonlySet<number>
  /** Bytes of the file (packed, if it is packed) read so far. */
  readonly bytesRead: number
}

/** Longer than this is no line of a table: mostly an archive, an image, or a quote that was never closed. */
export const longestLine = 1 << 20

/**
 * Hands the lines of a text file to `take`, some thousands at a time, until it returns false.
 * Lines end at line feed, or carriage return and line feed, or (in files without any line feed) carriage return.
 */
export async function readLines(
  file: SourceFile, encoding: Encoding, take: (lines: Lines) => Promise<boolean> | boolean, stepBytes = 1 << 20,
): Promise<Result<null, IntakeRefusal>> {
  const packed = createReadStream(file.path, { highWaterMark: stepBytes })
  const unpacked: Readable = file.form === 'gzip' ? packed.pipe(createGunzip({ chunkSize: stepBytes })) : packed
  packed.on('error', (error) => unpacked.destroy(error))
  const splitter = new Splitter(encoding)
  try {
    for await (const chunk of unpacked) {
      const lines = splitter.add(chunk as Buffer)
      if (splitter.pending > longestLine || lines.texts.some((text) => text.length > longestLine)) return refuse(tooLong(file, lines))
      if (!(await take({ ...lines, bytesRead: packed.bytesRead }))) return accept(null)
    }
    await take({ ...splitter.end(), bytesRead: file.bytes })
    return accept(null)
  } catch (error) {
    return refuse(refusalOf(error, file))
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
}

function tooLong(file: SourceFile, lines: Omit<Lines, 'bytesRead'>): IntakeRefusal {
  const index = lines.texts.findIndex((text) => text.length > longestLine)
  return { code: 'line-too-long', file: file.name, line: lines.first + (index < 0 ? lines.texts.length : index), limit: longestLine }
}

function refusalOf(error: unknown, file: SourceFile): IntakeRefusal {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code.startsWith('Z_') ? { code: 'gzip-broken', file: file.name } : { code: 'file-unreadable', file: file.name, cause: code }
}

type Piece = Omit<Lines, 'bytesRead'>

/** Cuts a stream of bytes into decoded lines, keeping what follows the last line end for the next chunk. */
class Splitter {
  private rest: Buffer = Buffer.alloc(0)
  private line = 1
  private started = false
  private newline = 0x0a
  private readonly wide: TextDecoder | undefined
  private readonly encoding: Encoding

  constructor(encoding: Encoding) {
    this.encoding = encoding
    this.wide = encoding === 'utf-16' ? new TextDecoder('utf-16le') : undefined
  }

  get pending(): number {
    return this.rest.length
  }

  add(chunk: Buffer): Piece {
    // What the machine reads as UTF-16 goes on as UTF-8, so that one way of cutting lines is enough.
    const bytes = this.wide ? Buffer.from(this.wide.decode(chunk, { stream: true })) : chunk
    const joined = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes])
    if (!this.started) this.start(joined)
    const end = joined.lastIndexOf(this.newline) + 1
    this.rest = joined.subarray(end)
    return this.decode(joined.subarray(0, end))
  }

  end(): Piece {
    const last = this.rest
    this.rest = Buffer.alloc(0)
    return this.decode(last)
  }

  private start(bytes: Buffer): void {
    this.started = true
    if (!bytes.includes(0x0a) && bytes.includes(0x0d)) this.newline = 0x0d
  }

  private decode(bytes: Buffer): Piece {
    const first = this.line
    if (bytes.length === 0) return { first, texts: [], undecodable: new Set() }
    const clean = this.encoding === 'latin-1' || isUtf8(bytes)
    const texts = this.split(bytes.toString(this.encoding === 'latin-1' ? 'latin1' : 'utf8'))
    this.line += texts.length
    if (first === 1 && texts[0] !== undefined) texts[0] = texts[0].replace(/^\uFEFF/, '')
    return { first, texts, undecodable: clean ? new Set() : this.undecodableLines(bytes) }
  }

  private split(text: string): string[] {
    const texts = text.split(String.fromCharCode(this.newline))
    if (texts.at(-1) === '') texts.pop()
    return this.newline === 0x0a && text.includes('\r') ? texts.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : texts
  }

  private undecodableLines(bytes: Buffer): Set<number> {
    const found = new Set<number>()
    let start = 0
    for (let index = 0; start < bytes.length; index++) {
      const next = bytes.indexOf(this.newline, start)
      const stop = next < 0 ? bytes.length : next
      if (!isUtf8(bytes.subarray(start, stop))) found.add(index)
      start = stop + 1
    }
    return found
  }
}
