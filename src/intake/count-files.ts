import type { Input } from '../cooperation/measurement.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { countDurations } from './count-durations.ts'
import { countTable, type TableProfile } from './count-table.ts'
import type { CountOptions } from './count-options.ts'
import type { FileReading } from './file-reading.ts'
import { detectProfile } from './detect-profile.ts'
import { readHeader } from './header.ts'
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
  const profile = asked.profile === undefined ? await profileOfAll(files) : accept(asked.profile)
  if (!profile.ok) return profile
  const readings: FileReading[] = []
  for (const file of files) {
    const header = await readHeader(file, profile.value)
    if (!header.ok) return header
    readings.push({ file, header: header.value, manner: 'whole' })
  }
  const inputs = Promise.all(files.map((file) => inputOf(file, profile.value)))
  return profile.value.rows.kind === 'table'
    ? countTable(readings, inputs, profile.value as TableProfile, options)
    : countDurations(readings, inputs, profile.value as TimedProfile, options)
}

async function inputOf(file: SourceFile, profile: SourceProfile): Promise<Omit<Input, 'rowsRead'>> {
  return { name: file.name, sha256: await digestOf(file), bytes: file.bytes, profile: `${profile.name}/${profile.version}` }
}

async function profileOfAll(files: readonly SourceFile[]): Promise<Result<SourceProfile, IntakeRefusal>> {
  let found: SourceProfile | undefined
  for (const file of files) {
    const profile = await detectProfile(file)
    if (!profile.ok) return profile
    if (found !== undefined && found.name !== profile.value.name) return refuse({ code: 'profiles-differ', file: file.name, profile: profile.value.name, other: found.name })
    found = profile.value
  }
  invariant(found, 'no file was named')
  return accept(found)
}
