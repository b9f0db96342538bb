import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { accept, refuse, type Result } from '../kernel/result.ts'

export type ReadingRefusal =
  | { readonly code: 'missing' | 'is-folder' | 'not-a-file'; readonly file: string }
  | { readonly code: 'too-long'; readonly file: string; readonly most: number }
  | { readonly code: 'unreadable'; readonly file: string; readonly cause: string }

/** A stranger's file, whole, and never more of it than this: not a folder, not a device, not a pipe that nobody ends. */
export async function readBounded(file: string, most: number): Promise<Result<Uint8Array, ReadingRefusal>> {
  try {
    // Without O_NONBLOCK (which Windows does not have) opening a pipe would wait for whoever writes.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readHandle(handle, file, most)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code === 'EISDIR') return refuse({ code: 'is-folder', file })
    return refuse(code === 'ENOENT' || code === 'ENOTDIR' ? { code: 'missing', file } : { code: 'unreadable', file, cause: code })
  }
}

// The size that the system tells may be wrong by the time of reading, so one byte more than allowed is asked for.
async function readHandle(handle: FileHandle, file: string, most: number): Promise<Result<Uint8Array, ReadingRefusal>> {
  const facts = await handle.stat()
  if (facts.isDirectory()) return refuse({ code: 'is-folder', file })
  if (!facts.isFile()) return refuse({ code: 'not-a-file', file })
  if (facts.size > most) return refuse({ code: 'too-long', file, most })
  const bytes = new Uint8Array(Math.min(facts.size + 4096, most + 1))
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
    length += bytesRead
    if (bytesRead === 0 || length === bytes.length) break
  }
  return length === bytes.length ? refuse({ code: 'too-long', file, most }) : accept(bytes.subarray(0, length))
}
