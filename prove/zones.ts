// `npm run prove:zones [-- TIMES SEED]`: contents drawn at random are written as machine-readable zones of Doc 9303 and read back.
// A million by default, on one thread, in about a minute. A short form runs with `npm test`: src/documents/write-zone.test.ts.
import { seededRandom } from '../src/kernel/random.ts'
import { roundTrip } from '../src/documents/round-trip-for-tests.ts'
import { drawContent, readOn } from '../src/documents/zone-for-tests.ts'
import { zoneFormats } from '../src/documents/zone.ts'

const [times = 1_000_000, seed = 20_261_122] = process.argv.slice(2).map(Number)
const started = performance.now()
const random = seededRandom(seed)
const counts = { 'same': 0, 'name-cut': 0, 'could-be-read-otherwise': 0, 'lost': 0 }
const perFormat = new Map<string, number>(zoneFormats.map((format) => [format, 0]))

console.log(`${times.toLocaleString('en')} round trips, seed ${seed}`)
for (let time = 0; time < times; time++) {
  const content = drawContent(random)
  const result = roundTrip(content, readOn)
  perFormat.set(content.format, (perFormat.get(content.format) ?? 0) + 1)
  if (typeof result === 'string') {
    counts[result]++
    continue
  }
  counts.lost++
  if (counts.lost <= 10) console.log(`  ${result.lost}\n    from ${JSON.stringify(content)}`)
}

console.log(`  ${[...perFormat].map(([format, count]) => `${format} ${count.toLocaleString('en')}`).join(', ')}`)
console.log(`  ${counts.same.toLocaleString('en')} came back whole`)
console.log(`  ${counts['name-cut'].toLocaleString('en')} came back with a name that was cut, and says so; all else whole`)
console.log(`  ${counts['could-be-read-otherwise'].toLocaleString('en')} were refused because a long number could have been read in two ways`)
console.log(`  ${counts.lost.toLocaleString('en')} lost something`)
console.log(`${Math.round((performance.now() - started) / 1000)} s`)
process.exitCode = counts.lost === 0 && times > 0 ? 0 : 1
