import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { listProfiles } from './built-in-profiles.ts'
import { checkProfile } from './check-profile.ts'
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

/** A profile by its name, with or without version (`us-ice-removals`, `us-ice-removals/1`), or by the path of a JSON file. */
export async function loadProfile(nameOrPath: string): Promise<Result<SourceProfile, IntakeRefusal>> {
  if (nameOrPath.endsWith('.json')) return readProfile(nameOrPath)
  const found = listProfiles().find(({ name, version }) => nameOrPath === name || nameOrPath === `${name}/${version}`)
  return found ? accept(found) : refuse({ code: 'profile-unknown', name: nameOrPath, known: listProfiles().map(({ name }) => name) })
}

async function readProfile(path: string): Promise<Result<SourceProfile, IntakeRefusal>> {
  const file = await findSourceFile(path)
  if (!file.ok) return file
  try {
    return checkProfile(JSON.parse(await readFile(path, 'utf8')), basename(path))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse({ code: 'profile-invalid', file: basename(path), field: '', expected: 'json' })
  }
}
