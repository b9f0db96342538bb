import { readdirSync, readFileSync } from 'node:fs'
import { invariant } from '../kernel/invariant.ts'
import { checkProfile } from './check-profile.ts'
import type { SourceProfile } from './profile.ts'

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
