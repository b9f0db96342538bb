import type { Input } from '../cooperation/measurement.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { listProfiles } from './built-in-profiles.ts'
import { countDurations } from './count-durations.ts'
import type { CountOptions } from './count-options.ts'
import type { FileReading } from './file-reading.ts'
import { fits, readHeader } from './header.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { TimedProfile } from './row-plan.ts'
import { digestOf, findSourceFile, type SourceFile } from './source-file.ts'
import type { Tally } from './tally.ts'

/**
 * Counts files of one source. Reads each once where it is without fault.
 *
 *     await countFiles(['intervals.csv'], { strata: ['area'], asOf })
 */
export async function countFiles(paths: readonly string[], asked: Partial<CountOptions> & { readonly profile?: SourceProfile }): Promise<Result<Tally, IntakeRefusal>> {
  const options: CountOptions = { strata: [], asOf: undefined, clusters: false, joint: false, everyFault: false, onProgress: undefined, ...asked }
  const files: SourceFile[] = []
  for (const path of paths) {
    const file = await findSourceFile(path)
    if (!file.ok) return file
    files.push(file.value)
  }
  const profile = asked.profile === undefined ? await detectProfile(files) : accept(asked.profile)
  if (!profile.ok) return profile
  const readings: FileReading[] = []
  for (const file of files) {
    const header = await readHeader(file, profile.value)
    if (!header.ok) return header
    readings.push({ file, header: header.value, manner: 'whole' })
  }
  const inputs = Promise.all(files.map((file) => inputOf(file, profile.value)))
  return countDurations(readings, inputs, profile.value as TimedProfile, options)
}

async function inputOf(file: SourceFile, profile: SourceProfile): Promise<Omit<Input, 'rowsRead'>> {
  return { name: file.name, sha256: await digestOf(file), bytes: file.bytes, profile: `${profile.name}/${profile.version}` }
}

async function detectProfile(files: readonly SourceFile[]): Promise<Result<SourceProfile, IntakeRefusal>> {
  const profiles = listProfiles()
  let found: SourceProfile | undefined
  for (const file of files) {
    const fitting: SourceProfile[] = []
    for (const profile of profiles) if (await fits(file, profile)) fitting.push(profile)
    const [first, second] = fitting
    if (first === undefined) return refuse({ code: 'profile-not-found', file: file.name, line: 1, header: '' })
    if (second !== undefined) return refuse({ code: 'profile-ambiguous', file: file.name, profiles: fitting.map((profile) => profile.name) })
    if (found !== undefined && found !== first) return refuse({ code: 'profiles-differ', file: file.name, profile: first.name, other: found.name })
    found = first
  }
  return found === undefined ? refuse({ code: 'file-missing', file: '' }) : accept(found)
}
