import type { FastifyRequest } from 'fastify'
import { mostPacketBytes } from '../../intake/packet-file.ts'
import type { PacketFile } from '../../service/cases/send-request.ts'

/** What a form with files may weigh in all: one file, and the fields beside it. */
export const uploadLimit = mostPacketBytes + 64 * 1024

/** Such a form has a token, a file and little else. Each part costs work, and many small ones fit into one file's weight. */
const mostParts = 50

const filesByForm = new WeakMap<URLSearchParams, readonly PacketFile[]>()

/** The files that came with a form; none of a form that takes none. */
export function filesOfForm(form: URLSearchParams): readonly PacketFile[] {
  return filesByForm.get(form) ?? []
}

/** Something is wrong with what was sent: its size (413) or its kind (415, 400). */
export function badUpload(statusCode: 400 | 413 | 415): Error & { readonly statusCode: number } {
  return Object.assign(new Error('a form with files was refused'), { statusCode })
}

/** Reads a form with files (RFC 7578) into memory, no more than its limit; where no files are taken, nothing is read at all. */
export async function readUpload(request: FastifyRequest, payload: AsyncIterable<Uint8Array>): Promise<URLSearchParams> {
  if (!takesFiles(request)) throw badUpload(415)
  const bytes = await readBytes(payload)
  if (hasManyParts(bytes)) throw badUpload(400)
  const parsed = await new Response(new Uint8Array(bytes), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData().catch(() => { throw badUpload(400) })
  const form = new URLSearchParams()
  const files: PacketFile[] = []
  for (const [name, value] of parsed) {
    if (typeof value === 'string') form.append(name, value.replaceAll('\0', ''))
    else files.push({ name: plainName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  filesByForm.set(form, files)
  return form
}

export function takesFiles(request: FastifyRequest): boolean {
  return (request.routeOptions.config as { readonly upload?: boolean }).upload === true
}

// No part is read without this word in its head (RFC 7578, 4.2), whatever the boundary is.
function hasManyParts(bytes: Buffer): boolean {
  const heads = bytes.toString('latin1').matchAll(/form-data;/gi)
  for (let parts = 0; heads.next().done !== true; parts++) if (parts === mostParts) return true
  return false
}

async function readBytes(payload: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let total = 0
  for await (const part of payload) {
    total += part.length
    if (total > uploadLimit) throw badUpload(413)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

// Only a name to know the file by: no path of somebody's machine, no sign that a page or a log could take for its own.
function plainName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim().slice(0, 200) || 'file'
}
