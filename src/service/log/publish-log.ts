import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readCheckpoint } from '../../transparency/checkpoint.ts'
import { readNote } from '../../transparency/note.ts'
import { listLogFiles } from './read-log-files.ts'
import type { LogServices } from './log-services.ts'

export type Published = { readonly written: number; readonly kept: number }

/**
 * Writes the published log into a folder, as any web server or object store serves it. Tiles that are there stay as they are, for they never change; the
 * checkpoint comes last and takes its place in one step. Throws what the file system throws, and when the folder holds a longer log than ours.
 */
export async function publishLog(services: Pick<LogServices, 'database'>, folder: string): Promise<Published> {
  const there = await sizePublished(join(folder, 'checkpoint'))
  let [written, kept] = [0, 0]
  for await (const { path, bytes } of listLogFiles(services)) {
    const file = join(folder, path)
    if (path !== 'checkpoint' && (await isThere(file))) kept++
    else {
      const content = await bytes()
      if (path === 'checkpoint') refuseShorter(there, content, folder)
      await write(file, content)
      written++
    }
  }
  return { written, kept }
}

async function write(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.part`, content)
  await rename(`${file}.part`, file)
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return false
    throw cause
  })
}

async function sizePublished(file: string): Promise<number> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
  })
  return bytes ? sizeOf(bytes) : 0
}

function sizeOf(bytes: Uint8Array): number {
  const note = readNote(bytes)
  return (note.ok && readCheckpoint(note.value.text)?.size) || 0
}

// A database that was restored from a backup must not take back what readers have seen.
function refuseShorter(there: number, content: Uint8Array, folder: string) {
  if (sizeOf(content) < there) throw new Error(`${folder} holds a log of ${there} leaves, ours has ${sizeOf(content)}: it lost its end and is not published`)
}
