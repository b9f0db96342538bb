import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { IntakeRefusal } from './refusal.ts'

/** A file that is there, can be opened and is not empty. */
export type SourceFile = {
  readonly path: string
  /** Name without folder, for people. */
  readonly name: string
  readonly bytes: number
  readonly modifiedAt: number
  readonly form: 'text' | 'gzip' | 'parquet'
}

/** Looks at a file from outside: is it there, what is it, is its end there. */
export async function findSourceFile(given: string): Promise<Result<SourceFile, IntakeRefusal>> {
  const path = resolve(given)
  const name = basename(path)
  try {
    const facts = await stat(path)
    const { size, mtimeMs } = facts
    if (facts.isDirectory()) return refuse({ code: 'file-is-folder', file: name })
    if (size === 0) return refuse({ code: 'file-empty', file: name })
    const [head, tail] = await edges(path, size)
    const form = head.startsWith('PAR1') ? 'parquet' : head.startsWith('\x1f\x8b') ? 'gzip' : 'text'
    if (form === 'parquet' && (size < 12 || tail !== 'PAR1')) return refuse({ code: 'parquet-broken', file: name })
    // The reader of Parquet takes these two for patterns, wherever in the path they stand.
    if (form === 'parquet' && /[*?]/.test(path)) return refuse({ code: 'parquet-name', file: name })
    return accept({ path, name, bytes: size, modifiedAt: mtimeMs, form })
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code
    if (cause === undefined) throw error
    return refuse(cause === 'ENOENT' || cause === 'ENOTDIR' ? { code: 'file-missing', file: name } : { code: 'file-unreadable', file: name, cause })
  }
}

async function edges(path: string, size: number): Promise<[string, string]> {
  const handle = await open(path)
  try {
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    await handle.read(head, 0, 4, 0)
    await handle.read(tail, 0, 4, Math.max(0, size - 4))
    return [head.toString('latin1'), tail.toString('latin1')]
  } finally {
    await handle.close()
  }
}

/**
 * SHA-256 of the file as it lies on the disk (packed, if it is packed), in lower-case hexadecimal. `look` sees the bytes as they
 * pass, and only then: they are read into the same memory again and again, for new memory for each costs more than the look.
 */
export async function digestOf(file: SourceFile, look: (bytes: Buffer) => void = () => undefined): Promise<string> {
  const hash = createHash('sha256')
  const memory = Buffer.allocUnsafeSlow(1 << 20)
  const handle = await open(file.path)
  try {
    for (;;) {
      const { bytesRead } = await handle.read(memory)
      if (bytesRead === 0) return hash.digest('hex')
      const bytes = memory.subarray(0, bytesRead)
      hash.update(bytes)
      look(bytes)
    }
  } finally {
    await handle.close()
  }
}

/** Whether a packed file has its end. DuckDB takes what there is of one that lacks only its check sum: it may have lacked more. `look` sees the bytes unpacked. */
export async function isWhole(file: SourceFile, look: (bytes: Buffer) => void = () => undefined): Promise<boolean> {
  if (file.form !== 'gzip') return true
  const packed = createReadStream(file.path, { highWaterMark: 1 << 20 })
  const unpacked = packed.pipe(createGunzip({ chunkSize: 1 << 20 }))
  packed.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const chunk of unpacked) look(chunk as Buffer)
    return true
  } catch {
    return false
  } finally {
    packed.destroy()
  }
}
