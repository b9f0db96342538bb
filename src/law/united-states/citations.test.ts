import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unitedStatesProvisions } from './provisions.ts'

// The texts are not part of this repository; where they lie beside it, every citation of 8 USC is looked up in them.
const folder = new URL('../../../../shared/law/us/', import.meta.url)
const there = existsSync(folder)

type Copy = { readonly text?: string; readonly chunks?: readonly { readonly markdown: string }[] }

function textsOf(section: string): readonly string[] {
  const { sources } = JSON.parse(readFileSync(new URL(`8usc${section}.json`, folder), 'utf8')) as { sources: Readonly<Record<string, Copy>> }
  return Object.values(sources).map(({ text, chunks = [] }) => text ?? chunks.map(({ markdown }) => markdown).join('\n'))
}

/** Each step of `(b)(3)(A)` stands in the text, after the one before it. */
function holds(text: string, steps: readonly string[]): boolean {
  let from = 0
  return steps.every((step) => {
    const at = text.indexOf(step, from)
    from = at + step.length
    return at >= 0
  })
}

test.skipIf(!there).each(unitedStatesProvisions.filter(({ act }) => act === '8 USC'))('8 USC $section is in a copy of the text', ({ section }) => {
  const [number = ''] = section.split('(')
  expect(readdirSync(folder)).toContain(`8usc${number}.json`)
  const steps = section.match(/\([A-Za-z0-9]+\)/g) ?? []
  expect(textsOf(number).some((text) => holds(text, steps))).toBe(true)
})

test('a regulation that the agency’s manual describes was not read: what the manual says of it may hold, and opens nothing', () => {
  const described = unitedStatesProvisions.filter(({ act, source }) => act === '8 CFR' && source.includes('Manual'))
  expect(described.map(({ section }) => section)).toEqual(expect.arrayContaining(['1003.2(f)', '1003.6(a)', '1003.23(b)(1)(v)', '1003.23(b)(4)(ii)']))
  expect(described.filter(({ text }) => text === 'verified')).toEqual([])
})

test('nothing that is only recalled or was not found is shown as read', () => {
  expect(unitedStatesProvisions.filter(({ text, source }) => text === 'verified' && /not found|recalled/.test(source))).toEqual([])
  expect(unitedStatesProvisions.filter(({ text }) => text === 'draft').map(({ section }) => section)).toEqual(['214.14; 214.200 to 214.216', '241.8', '241.13'])
})
