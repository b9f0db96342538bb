import { accept, refuse, type Result } from '../kernel/result.ts'
import { listProfiles } from './built-in-profiles.ts'
import { fittingProfiles, readHeader } from './header.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'
import { readLines } from './text-lines.ts'

/** The one built-in profile whose columns the file has, all of them and no others. */
export async function detectProfile(file: SourceFile): Promise<Result<SourceProfile, IntakeRefusal>> {
  const fitting = await fittingProfiles(file, listProfiles())
  const [first, second] = fitting
  if (second !== undefined) return refuse({ code: 'profile-ambiguous', file: file.name, profiles: fitting.map(({ name }) => name) })
  return first === undefined ? refuse(await whyNone(file)) : accept(first)
}

/** A file that cannot be read at all says so; another shows the line that was taken for its header. */
async function whyNone(file: SourceFile): Promise<IntakeRefusal> {
  if (file.form === 'parquet') return { code: 'profile-not-found', file: file.name, line: 0, header: '' }
  let header = ''
  let line = 0
  const read = await readLines(file, 'utf-8', (lines) => {
    const index = lines.texts.findIndex((text) => text.trim() !== '')
    header = lines.texts[index] ?? ''
    line = lines.first + index
    return index < 0
  })
  if (!read.ok) return read.refusal
  for (const profile of listProfiles()) {
    const found = await readHeader(file, profile)
    if (!found.ok && found.refusal.code === 'wrong-delimiter') return found.refusal
  }
  if (header === '') return { code: 'file-empty', file: file.name }
  if (header.includes('\0') || header.includes('\uFFFD')) return { code: 'not-text', file: file.name }
  return { code: 'profile-not-found', file: file.name, line, header: header.length > 200 ? `${header.slice(0, 200)}…` : header }
}
