import { expect, test } from 'vitest'
import { pairsInData, pairsOf, type TextFile } from './pairs.ts'
import { listRead, unreadPairs } from './unread.ts'

const file = (exported: object, program = ''): TextFile => ({ exported, program })
const english = file({ sample: { held: 'Held', days: ['Monday'], due: (day: string) => `due ${day}` } })
const french = file({ sample: { held: 'Retenu', days: ['lundi'], due: (day: string) => `à rendre le ${day}` } })
const pairs = pairsOf('sample', english, french)
const read = listRead(pairs, {}, '2026-03-01', () => true)

const held = (text: string) => pairsOf('sample', file({ held: text }), file({ held: 'Retenu' }))
const withHeldRead = listRead(held('Held'), {}, '2026-03-01', () => true)

test('every text is a pair, in tables, in lists and where it is made of facts', () => {
  expect(pairs.map(({ key }) => key)).toEqual(['sample: sample.held', 'sample: sample.days.0', 'sample: sample.due'])
  expect(pairs[2]?.french).toContain('à rendre le ${day}')
})

test('what nobody read is unread, and what was read is not', () => {
  expect(unreadPairs(pairs, {})).toEqual(pairs)
  expect(unreadPairs(pairs, read)).toEqual([])
})

test('a change in one language makes both be read again', () => {
  expect(unreadPairs(held('Held back'), withHeldRead).map(({ key }) => key)).toEqual(['sample: held'])
  expect(unreadPairs(pairsOf('sample', file({ held: 'Held' }), file({ held: 'Suspendu' })), withHeldRead)).toHaveLength(1)
})

test('a text that one language lacks is unread', () => {
  expect(unreadPairs(pairsOf('sample', file({ held: 'Held' }), file({})), withHeldRead)).toEqual([{ key: 'sample: held', english: 'Held', french: '' }])
})

test('a space that does not break is not a common space', () => {
  expect(unreadPairs(held('Held\u00a0:'), listRead(held('Held :'), {}, '2026-03-01', () => true))).toHaveLength(1)
})

test('what a sentence takes from its own file is read with it, and what it does not name is not', () => {
  const program = (word: string) => `import type { Day } from './day.ts'

const kinds = {
  file: '${word}',
}
const other = 'unnamed'
const name = (kind: keyof typeof kinds) => kinds[kind]

export const sample = {}
`
  const name = (kind: string) => kind
  const side = (word: string) => file({ one: (kind: string) => `one ${name(kind)}` }, program(word))
  const behind = (word: string) => pairsOf('sample', side('file'), side(word)).find(({ key }) => key.includes('behind'))
  expect(behind('dossier')?.french).toContain('dossier')
  expect(behind('dossier')?.french).not.toContain('unnamed')
})

test('texts that stand in data are pairs by the code of what they belong to, versions of one code apart', () => {
  const one = (en: string, fr?: string) => ({ code: 'one', title: fr === undefined ? { en } : { en, fr } })
  expect(pairsInData('book', { rules: [one('First', 'Première'), one('Second')], name: 'no text' })).toEqual([
    { key: 'book: rules.one.title', english: 'First', french: 'Première' },
    { key: 'book: rules.one.title (2)', english: 'Second', french: '' },
  ])
})

test('reading again keeps the day of what did not change and drops what is gone', () => {
  const later = pairsOf('sample', file({ held: 'Held', open: 'Open' }), file({ held: 'Retenu', open: 'Ouvert' }))
  const before = { ...withHeldRead, 'sample: gone': ['2026-01-01', 'x'] } as const
  const after = listRead(later, before, '2026-05-05', () => true)
  expect(Object.entries(after).map(([key, [day]]) => [key, day])).toEqual([['sample: held', '2026-03-01'], ['sample: open', '2026-05-05']])
})

test('only what is chosen is written down', () => {
  expect(listRead(pairs, {}, '2026-03-01', () => false)).toEqual({})
})
