import { accept, type Result } from '../kernel/result.ts'
import { detectProfile } from './detect-profile.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { findSourceFile } from './source-file.ts'

export type FilesOfProfile = { readonly profile: SourceProfile; readonly files: readonly string[] }

/** Which built-in profile each file fits by its header, files of the same profile together. */
export async function groupByProfile(paths: readonly string[]): Promise<Result<FilesOfProfile[], IntakeRefusal>> {
  const groups = new Map<string, { profile: SourceProfile; files: string[] }>()
  for (const path of paths) {
    const profile = await findProfile(path)
    if (!profile.ok) return profile
    const group = groups.get(profile.value.name) ?? { profile: profile.value, files: [] }
    group.files.push(path)
    groups.set(profile.value.name, group)
  }
  return accept([...groups.values()])
}

async function findProfile(path: string): Promise<Result<SourceProfile, IntakeRefusal>> {
  const file = await findSourceFile(path)
  return file.ok ? detectProfile(file.value) : file
}
