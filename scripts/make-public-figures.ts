// Makes data/public-figures from the publishers' own files:
//
//     npm run figures -- ../shared/data
//
// What publishers counted is carried; what Comity counted from rows about people is rounded and attacked first, with the
// key in COMITY_RELEASE_KEY. Without the key that part stays as it was released. Anything refused, and nothing is written.
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accept, refuse, type Result } from '../src/kernel/result.ts'
import { measurementFiles } from '../src/service/figure-files.ts'
import { writeWhole } from '../src/service/write-whole.ts'
import { makeCarried } from './public-figures/carried.ts'
import type { Made, MakeRefusal } from './public-figures/made.ts'
import { makeRemovals } from './public-figures/removals.ts'

const shortestKey = 16
const target = fileURLToPath(new URL('../data/public-figures', import.meta.url))

const [folder] = process.argv.slice(2)
const key = process.env['COMITY_RELEASE_KEY'] ?? ''
if (folder === undefined) giveUp('Name the folder that holds the publishers’ files.')
else if (key !== '' && key.length < shortestKey) giveUp(`COMITY_RELEASE_KEY must have ${shortestKey} characters or more.`)
else await run(folder)

async function run(from: string): Promise<void> {
  const made = await makeAll(from)
  if (!made.ok) return giveUp(`Nothing was written: ${JSON.stringify(made.refusal)}`)
  await mkdir(target, { recursive: true })
  for (const { name, measurement, said } of made.value) {
    for (const file of measurementFiles(name, measurement)) {
      const written = await writeWhole(join(target, file.name), (path) => writeFile(path, file.content))
      if (!written.ok) return giveUp(JSON.stringify(written.refusal))
    }
    console.log(`${name}: ${said.join('; ')}`)
  }
}

async function makeAll(from: string): Promise<Result<Made[], MakeRefusal>> {
  const carried = await makeCarried(from)
  if (!carried.ok) return carried
  if (key === '') {
    console.log('us-ice-removals: left as released, since no COMITY_RELEASE_KEY is given')
    return carried
  }
  const derived = await makeRemovals(from, key)
  if (!derived.ok) return derived
  const fault = await faultOfEdition(derived.value)
  return fault ? refuse(fault) : accept([...carried.value, derived.value])
}

/** A number that was rounded one way before must not go out rounded another way: both together say more than either. */
async function faultOfEdition({ name, measurement }: Made): Promise<MakeRefusal | undefined> {
  for (const file of measurementFiles(name, measurement)) {
    const path = join(target, file.name)
    if (file.name.endsWith('.csv') && existsSync(path) && (await readFile(path, 'utf8')) !== file.content) return { code: 'released-otherwise-before', name }
  }
  return undefined
}

function giveUp(why: string): void {
  console.error(why)
  process.exitCode = 1
}
