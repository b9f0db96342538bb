import { createHash } from 'node:crypto'
import type { Input } from '../cooperation/measurement.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { countDurations } from './count-durations.ts'
import { countTable, type TableProfile } from './count-table.ts'
import type { CountOptions } from './count-options.ts'
import { type FileReading, openReading } from './file-reading.ts'
import { detectProfile } from './detect-profile.ts'
import { type Header, readHeader } from './header.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { TimedProfile } from './row-plan.ts'
import { FractionScan } from './fraction-scan.ts'
import { NotationScan } from './notation-scan.ts'
import { digestOf, findSourceFile, isWhole, type SourceFile } from './source-file.ts'
import type { Tally } from './tally.ts'
import { typeFault } from './type-fault.ts'

/**
 * Counts files of one source, found by their header where no profile is given. Nothing is written, and no row survives.
 *
 *     await countFiles(['intervals.csv'], { strata: ['area'], asOf: '2026-09-30' as PlainDate })
 */
export async function countFiles(paths: readonly string[], asked: Partial<CountOptions> & { readonly profile?: SourceProfile }): Promise<Result<Tally, IntakeRefusal>> {
  const wished: CountOptions = { strata: [], asOf: undefined, clusters: false, joint: false, everyFault: false, onProgress: undefined, ...asked }
  const files = await collect(paths, findSourceFile)
  if (!files.ok) return files
  const found = asked.profile === undefined ? await profileOfAll(files.value) : accept(asked.profile)
  if (!found.ok) return found
  const profile = found.value
  const readings = await collect(files.value, (file) => openFile(file, profile, wished))
  if (!readings.ok) return readings
  // Files without the column that says what ends together need no joint counts, and are read by the short way.
  const options = { ...wished, clusters: wished.clusters && readings.value.some(({ header }) => saysClusters(profile, header)) }
  const inputs = Promise.all(readings.value.map((reading) => inputOf(reading, profile)))
  // Hashing goes on beside counting. Should it fail first, the failure is met where the hashes are awaited.
  inputs.catch(() => undefined)
  const unpacked = Promise.all(readings.value.map((reading) => unpack(reading, profile, files.value.length > 1)))
  const tally = profile.rows.kind === 'table'
    ? await countTable(readings.value, inputs, profile as TableProfile, options)
    : await countDurations(readings.value, inputs, profile as TimedProfile, options)
  const contents = await unpacked
  const broken = files.value[contents.findIndex(({ whole }) => !whole)]
  const fault: IntakeRefusal | undefined = broken ? { code: 'gzip-broken', file: broken.name } : await faultOfFiles(files.value, (await inputs).map(({ sha256 }, index) => contents[index]?.sha256 ?? sha256))
  return fault ? refuse(fault) : tally
}

function saysClusters({ rows }: SourceProfile, { columns }: Header): boolean {
  if (rows.kind === 'table' || rows.cluster === 'none') return false
  return rows.cluster === 'country-and-end' || columns.includes(rows.cluster.column)
}

async function collect<Item, Value>(items: readonly Item[], find: (item: Item) => Promise<Result<Value, IntakeRefusal>>): Promise<Result<Value[], IntakeRefusal>> {
  const values: Value[] = []
  for (const item of items) {
    const found = await find(item)
    if (!found.ok) return found
    values.push(found.value)
  }
  return accept(values)
}

async function openFile(file: SourceFile, profile: SourceProfile, options: CountOptions): Promise<Result<FileReading, IntakeRefusal>> {
  const header = await readHeader(file, profile)
  if (!header.ok) return header
  const fault = strataFault(profile, header.value, options) ?? typeFault(file, profile, header.value)
  return fault ? refuse(fault) : accept(openReading(file, header.value, profile))
}

function strataFault({ name, rows }: SourceProfile, { columns }: Header, options: CountOptions): IntakeRefusal | undefined {
  const absent = options.strata.find((stratum) => rows.kind === 'table' || !columns.includes(rows.strata[stratum] ?? ''))
  return absent === undefined ? undefined : { code: 'stratum-absent', profile: name, stratum: absent }
}

/** The same content twice, packed or not, would be counted twice; a file that somebody still writes is counted by half. */
async function faultOfFiles(files: readonly SourceFile[], digests: readonly string[]): Promise<IntakeRefusal | undefined> {
  for (const [index, file] of files.entries()) {
    const now = await findSourceFile(file.path)
    if (!now.ok || now.value.bytes !== file.bytes || now.value.modifiedAt !== file.modifiedAt) return { code: 'changed-while-reading', file: file.name }
    const twin = digests.indexOf(digests[index] ?? '')
    if (twin < index) return { code: 'same-file-twice', file: file.name, other: files[twin]?.name ?? '' }
  }
  return undefined
}

/** The bytes pass once: for the hash, and for whoever asks whether there are fractions, or numbers in another notation, among them. */
async function inputOf(reading: FileReading, profile: SourceProfile): Promise<Omit<Input, 'rowsRead'>> {
  const { file } = reading
  const [fractions, notation] = [new FractionScan(), new NotationScan(profile.file.delimiter)]
  const hashed = digestOf(file, file.form === 'text' ? (bytes) => [fractions, notation].forEach((scan) => scan.see(bytes)) : undefined)
  if (file.form === 'text') {
    reading.mayHoldFractions = hashed.then(() => fractions.mayHold)
    reading.mayHoldNotation = hashed.then(() => notation.mayHold)
    // Should reading fail, the failure is met where the hash is awaited.
    for (const asked of [reading.mayHoldFractions, reading.mayHoldNotation]) asked.catch(() => undefined)
  }
  return { name: file.name, sha256: await hashed, bytes: file.bytes, profile: `${profile.name}/${profile.version}` }
}

/** Whether the file is whole. What is packed passes unpacked only here, so it is looked through here, and hashed where there are others to compare it with. */
async function unpack(reading: FileReading, profile: SourceProfile, hashed: boolean): Promise<{ readonly whole: boolean; readonly sha256?: string }> {
  if (reading.file.form !== 'gzip') return { whole: true }
  const [scan, hash] = [new NotationScan(profile.file.delimiter), createHash('sha256')]
  const read = isWhole(reading.file, (bytes) => {
    scan.see(bytes)
    if (hashed) hash.update(bytes)
  })
  reading.mayHoldNotation = read.then(() => scan.mayHold)
  const whole = await read
  return hashed ? { whole, sha256: hash.digest('hex') } : { whole }
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
