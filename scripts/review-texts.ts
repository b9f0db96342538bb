// Every text in English and French side by side, and whether the pair was read as it is now.
//
//     npm run review:texts                          what is unread; ends with 1 where something is
//     npm run review:texts -- --all gates           every pair of a file
//     npm run review:texts -- --read gates packet   writes down that the pairs of these files (of all, where none is named) were read today
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { knownCommitments } from '../src/cooperation/known-commitments.ts'
import { knownMeasures } from '../src/cooperation/known-measures.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { pairsInData, pairsOf, type Pair, type TextFile } from '../src/text/review/pairs.ts'
import { listRead, unreadPairs, type ReadingList } from '../src/text/review/unread.ts'

const texts = new URL('../src/text/', import.meta.url)
const listFile = new URL('review/reviewed.json', texts)
const options = process.argv.slice(2)
const chosen = options.filter((option) => !option.startsWith('--'))
const isChosen = ({ key }: Pair) => chosen.length === 0 || chosen.includes(key.split(':')[0] ?? '')

const files = [...new Set(['en/', 'fr/'].flatMap((folder) => readdirSync(new URL(folder, texts))))].sort()
const profiles = new URL('../src/intake/profiles/', import.meta.url)
const pairs = [
  ...(await Promise.all(files.map(async (file) => pairsOf(file.replace('.ts', ''), await textFile('en', file), await textFile('fr', file))))).flat(),
  ...readdirSync(profiles).filter((file) => file.endsWith('.json')).sort().flatMap((file) => pairsInData(file, JSON.parse(readFileSync(new URL(file, profiles), 'utf8')))),
  ...pairsInData('known-commitments', knownCommitments),
  ...pairsInData('known-measures', knownMeasures),
  ...pairsInData('law-book', shippedBook()),
]
const list = JSON.parse(readFileSync(listFile, 'utf8')) as ReadingList

if (options.includes('--read')) writeList(listRead(pairs, list, today(), isChosen))
else show(options.includes('--all') ? pairs : unreadPairs(pairs, list))

async function textFile(language: string, file: string): Promise<TextFile> {
  const place = new URL(`${language}/${file}`, texts)
  return { exported: (await import(place.href)) as object, program: readFileSync(place, 'utf8') }
}

// One line a pair: a change of one text is a change of one line.
function writeList(read: ReadingList): void {
  const lines = Object.entries(read).map(([key, reading]) => `  ${JSON.stringify(key)}: ${JSON.stringify(reading)}`)
  writeFileSync(listFile, `{\n${lines.join(',\n')}\n}\n`)
  console.log(`${lines.length} of ${pairs.length} pairs are written down as read.`)
}

function show(shown: readonly Pair[]): void {
  const unread = unreadPairs(pairs, list)
  for (const { key, english, french } of shown.filter(isChosen)) console.log(`${key}\n  en: ${english}\n  fr: ${french}`)
  console.log(`${pairs.length} pairs, ${unread.length} unread.`)
  if (unread.length > 0) process.exitCode = 1
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
