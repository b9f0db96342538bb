import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { checkProfile } from './check-profile.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { findSourceFile } from './source-file.ts'

const folder = new URL('profiles/', import.meta.url)
let builtIn: readonly SourceProfile[] | undefined

/** The profiles that come with Comity, by name. */
export function listProfiles(): readonly SourceProfile[] {
  builtIn ??= readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted().map((name) => {
    const checked = checkProfile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name)
    invariant(checked.ok, 'a profile of our own is wrong', checked.ok ? {} : checked.refusal)
    return checked.value
  })
  return builtIn
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
