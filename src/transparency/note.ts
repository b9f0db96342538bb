import { accept, refuse, type Result } from '../kernel/result.ts'
import { readBase64 } from './base64.ts'
import { hexadecimal } from './bytes.ts'
import { isKeyName } from './note-key.ts'
import { readText } from './strict-text.ts'

/** Text, ending in a newline, and who says to have signed it (signed-note). Nothing of it may be believed before the signatures are checked. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

export type NoteSignature = {
  readonly name: string
  /** Four bytes as eight hexadecimal digits. */
  readonly keyId: string
  readonly bytes: Uint8Array
}

export type NoteRefusal =
  | { readonly code: 'not-a-note' }
  | { readonly code: 'too-many-signatures'; readonly most: number }

/** The specification asks for at least sixteen. */
export const mostSignatures = 128

/** Reads a note as bytes. */
export function readNote(bytes: Uint8Array): Result<Note, NoteRefusal> {
  const text = readText(bytes)
  // The last empty line parts text and signatures: the text may have others.
  const gap = text?.lastIndexOf('\n\n') ?? -1
  if (text === undefined || gap < 0) return refuse({ code: 'not-a-note' })
  const signatures = readSignatures(text.slice(gap + 2))
  return signatures.ok ? accept({ text: text.slice(0, gap + 1), signatures: signatures.value }) : signatures
}

/** One or more signature lines, as they end a note or answer a request to a witness. */
export function readSignatures(text: string): Result<readonly NoteSignature[], NoteRefusal> {
  if (!text.endsWith('\n')) return refuse({ code: 'not-a-note' })
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > mostSignatures) return refuse({ code: 'too-many-signatures', most: mostSignatures })
  const signatures = lines.map(readSignature)
  return signatures.every((signature) => signature !== undefined) ? accept(signatures) : refuse({ code: 'not-a-note' })
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name, base64] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = base64 === undefined ? undefined : readBase64(base64)
  if (name === undefined || bytes === undefined || bytes.length < 5 || !isKeyName(name)) return undefined
  return { name, keyId: hexadecimal(bytes.subarray(0, 4)), bytes: bytes.subarray(4) }
}
