import { accept, refuse, type Result } from '../kernel/result.ts'
import type { FileShape } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'
import { longestLine, readLines } from './text-lines.ts'

/** Rows of a text file with the line on which each begins. Structurally bad ones carry their fault instead of fields. */
export type TextRecord = { readonly line: number; readonly fields: readonly string[]; readonly fault?: StructureFault; readonly text?: string }
export type StructureFault = 'too-few-columns' | 'too-many-columns' | 'bad-quotes' | 'bad-encoding'

/**
 * Reads a delimited text (RFC 4180, with any delimiter and quote) record by record, with true line numbers: a quoted field may
 * hold line ends, blank lines are no records, lines before the header are counted. The first record is the header.
 */
export async function readRecords(
  file: SourceFile,
  shape: FileShape,
  take: (records: readonly TextRecord[], bytesRead: number) => Promise<boolean> | boolean,
  stepBytes = 1 << 20,
): Promise<Result<null, IntakeRefusal>> {
  const assembler = new Assembler(shape)
  let unclosed: IntakeRefusal | undefined
  let stopped = false
  const read = await readLines(file, shape.encoding, async (lines) => {
    const records: TextRecord[] = []
    lines.texts.forEach((text, index) => {
      const record = assembler.add(text, lines.first + index, lines.undecodable.has(index))
      if (record) records.push(record)
    })
    if (assembler.openLength > longestLine) unclosed = { code: 'quote-unclosed', file: file.name, line: assembler.openSince }
    stopped = records.length > 0 && !(await take(records, lines.bytesRead))
    return !stopped && unclosed === undefined
  }, stepBytes)
  if (!read.ok || stopped) return read
  if (unclosed ?? assembler.openLength > 0) return refuse(unclosed ?? { code: 'quote-unclosed', file: file.name, line: assembler.openSince })
  return accept(null)
}

/** Puts lines together to records: a record goes on while a quoted field is open. */
class Assembler {
  openSince = 0
  private open = ''
  private openUndecodable = false
  private width = 0
  private readonly shape: FileShape

  constructor(shape: FileShape) {
    this.shape = shape
  }

  get openLength(): number {
    return this.open.length
  }

  add(line: string, number: number, undecodable: boolean): TextRecord | undefined {
    if (this.open === '') {
      if (number <= this.shape.preambleLines || line.trim() === '') return undefined
      this.openSince = number
    }
    const text = this.open === '' ? line : `${this.open}\n${line}`
    if (this.open !== '' && !line.includes(this.shape.quote)) {
      this.open = text
      this.openUndecodable ||= undecodable
      return undefined
    }
    const cut = cutFields(text, this.shape.delimiter, this.shape.quote)
    this.open = cut === 'open' ? text : ''
    this.openUndecodable = undecodable || (this.openUndecodable && text !== line)
    return cut === 'open' ? undefined : this.close(text, cut)
  }

  private close(text: string, cut: string[] | 'bad-quotes'): TextRecord {
    const line = this.openSince
    if (this.openUndecodable) return { line, fields: [], fault: 'bad-encoding', text }
    if (cut === 'bad-quotes') return { line, fields: [], fault: 'bad-quotes', text }
    if (this.width === 0) this.width = cut.length
    // One empty field too many is a delimiter at the end of the line, nothing lost.
    if (cut.length === this.width + 1 && cut.at(-1) === '') cut.pop()
    if (cut.length === this.width) return { line, fields: cut }
    return { line, fields: cut, fault: cut.length < this.width ? 'too-few-columns' : 'too-many-columns', text }
  }
}

/** The fields of one record; `open` when a quoted field goes on after the end of the text. */
export function cutFields(text: string, delimiter: string, quote: string): string[] | 'open' | 'bad-quotes' {
  if (quote === '' || !text.includes(quote)) return text.split(delimiter)
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (text.startsWith(quote, at)) {
      const closed = findClosingQuote(text, quote, at + 1)
      if (closed < 0) return 'open'
      fields.push(text.slice(at + 1, closed).replaceAll(quote + quote, quote))
      at = closed + 1
      if (at < text.length && !text.startsWith(delimiter, at)) return 'bad-quotes'
    } else {
      const next = text.indexOf(delimiter, at)
      const stop = next < 0 ? text.length : next
      fields.push(text.slice(at, stop))
      at = stop
    }
    if (at >= text.length) return fields
    at += delimiter.length
    if (at >= text.length) return [...fields, '']
  }
}

function findClosingQuote(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] !== quote) return at
  }
  return -1
}
