import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** A file that would be written over one that is read, or twice: a slip of the hand must not cost the only copy of a source. */
export async function findOverwritten(read: readonly (string | undefined)[], written: readonly (string | undefined)[]): Promise<string | undefined> {
  const taken = new Set(await Promise.all(read.flatMap((file) => (file === undefined ? [] : [placeOf(file)]))))
  for (const file of written) {
    if (file === undefined) continue
    const place = await placeOf(file)
    if (taken.has(place)) return file
    taken.add(place)
  }
  return undefined
}

/** Where a file really lies, also one that is not there yet: links lead to one place. */
async function placeOf(file: string): Promise<string> {
  const path = resolve(file)
  return realpath(path).catch(async () => join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)))
}
