import { expect, test } from 'vitest'
import { contrast, findLowContrast } from './contrast.ts'
import { stylesheet } from './stylesheet.ts'

/** The tokens of a part of the stylesheet, in order; later ones win. */
function tokensOf(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]))
}

const [light = '', afterLight = ''] = stylesheet.split('@media (prefers-color-scheme: dark)')
const [dark = ''] = afterLight.split('@media (forced-colors: active)')
const print = stylesheet.slice(stylesheet.indexOf('@media print'))
const schemes = [
  { scheme: 'light', tokens: tokensOf(light) },
  { scheme: 'dark', tokens: new Map([...tokensOf(light), ...tokensOf(dark)]) },
  { scheme: 'print', tokens: new Map([...tokensOf(light), ...tokensOf(dark), ...tokensOf(print)]) },
]

test('contrast is computed as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  // By hand: #777777 has luminance 0.1845, so (1.05) / (0.2345).
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
})

test.each(schemes)('text stands out 4.5 to 1, lines of pictures and the patterns of maps 3 to 1 ($scheme)', ({ tokens }) => {
  expect(findLowContrast(tokens)).toEqual([])
})

test('colours that are too much alike are named, with how much they stand out', () => {
  const { tokens } = schemes[0] ?? { tokens: new Map<string, string>() }
  expect(findLowContrast(new Map([...tokens, ['muted', '#777777']]))).toEqual([{ one: 'muted', other: 'paper', ratio: 4.47, least: 4.5 }, { one: 'muted', other: 'wash', ratio: 4.08, least: 4.5 }])
  expect(findLowContrast(new Map([...tokens, ['line-7', '#ffffff']]))).toMatchObject([{ one: 'line-7', other: 'paper', ratio: 1 }])
})

test('the stylesheet asks for nothing from elsewhere', () => {
  expect(stylesheet).not.toMatch(/url\(|@import|@font-face/)
})
