import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { refuse, accept, type Result } from '../kernel/result.ts'

export type WriteRefusal = { readonly code: 'cannot-write'; readonly file: string; readonly cause: string }

/**
 * Lets `write` fill a file under another name in the same folder and renames it when it is whole:
 * whatever stops the work, the target holds the old content or the new, never half.
 */
export async function writeWhole(file: string, write: (path: string) => Promise<void>): Promise<Result<null, WriteRefusal>> {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`)
  try {
    await write(draft)
    await rename(draft, file)
    return accept(null)
  } catch (error) {
    await rm(draft, { force: true })
    // A full disk, a missing folder, no permission: the system's own word for it is what the user can act on.
    if (error instanceof Error && ('code' in error || /No space|Cannot open file|Permission|IO Error/i.test(error.message))) {
      return refuse({ code: 'cannot-write', file, cause: error.message })
    }
    throw error
  }
}
