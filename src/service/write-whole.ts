import { randomUUID } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse, accept, type Result } from '../kernel/result.ts'

export type WriteRefusal = { readonly code: 'cannot-write'; readonly file: string; readonly cause: string }

/** A file to be written, and what fills it under the name that it is given. */
export type WholeFile = { readonly file: string; readonly write: (path: string) => Promise<void> }

/** Lets `write` fill a file: as `writeAllWhole`, for one. */
export function writeWhole(file: string, write: (path: string) => Promise<void>): Promise<Result<null, WriteRefusal>> {
  return writeAllWhole([{ file, write }])
}

/**
 * Fills all files under other names in the same folders and renames them when all are whole: whatever stops the work, each
 * target holds the old content or the new, never half, and a fault in one leaves the others as they were.
 */
export async function writeAllWhole(files: readonly WholeFile[]): Promise<Result<null, WriteRefusal>> {
  const drafts = files.map(({ file }) => join(dirname(file), `.${randomUUID()}.part`))
  let at = ''
  try {
    for (const [index, { file, write }] of files.entries()) {
      at = file
      // To be renamed onto a folder fails too, but only after other files have taken their places.
      if (await isFolder(file)) throw Object.assign(new Error('EISDIR: it is a folder'), { code: 'EISDIR' })
      await write(drafts[index] ?? '')
    }
    for (const [index, { file }] of files.entries()) {
      at = file
      await rename(drafts[index] ?? '', file)
    }
    return accept(null)
  } catch (error) {
    // Where the folder is none, neither is the draft, and to look for it fails as well.
    for (const draft of drafts) await rm(draft, { force: true }).catch(() => undefined)
    // A full disk, a missing folder, no permission: the system's own word for it is what the user can act on.
    if (error instanceof Error && ('code' in error || /No space|Cannot open file|Permission|IO Error/i.test(error.message))) {
      return refuse({ code: 'cannot-write', file: at, cause: error.message.replaceAll(/[^ '"]*\.[0-9a-f-]{36}\.part/g, at) })
    }
    throw error
  }
}

/** Could a file be written here? Asked before long work, by making one beside it and taking it away. */
export async function canWrite(file: string): Promise<Result<null, WriteRefusal>> {
  const draft = join(dirname(file), `.${randomUUID()}.part`)
  try {
    if (await isFolder(file)) return refuse({ code: 'cannot-write', file, cause: 'EISDIR' })
    await writeFile(draft, '')
    await rm(draft)
    return accept(null)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse({ code: 'cannot-write', file, cause: String(error.code) })
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}
