import { readdirSync, readFileSync } from 'node:fs'
import type { SourceProfile } from './profile.ts'

const folder = new URL('profiles/', import.meta.url)

/** The profiles that come with Comity, by name. */
export function listProfiles(): readonly SourceProfile[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as SourceProfile)
}
