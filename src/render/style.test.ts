import { expect, test } from 'vitest'
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

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

test('contrast is computed as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  // By hand: #777777 has luminance 0.1845, so (1.05) / (0.2345).
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
})

test.each(schemes)('text stands out 4.5 to 1, lines of pictures 3 to 1 ($scheme)', ({ tokens }) => {
  const colour = (name: string) => tokens.get(name) ?? ''
  for (const ground of ['paper', 'wash']) {
    for (const text of ['ink', 'muted', 'accent', 'alarm']) expect(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const line of ['focus', 'rule']) expect(contrast(colour(line), colour(ground)), `${line} on ${ground}`).toBeGreaterThanOrEqual(3)
  }
  for (let line = 0; line < 8; line++) expect(contrast(colour(`line-${line}`), colour('paper')), `line ${line}`).toBeGreaterThanOrEqual(3)
})

test.each(schemes)('the pattern of each class of the map stands out 3 to 1 from its own ground ($scheme)', ({ tokens }) => {
  const colour = (name: string) => tokens.get(name) ?? ''
  const inks = ['ink-light', 'ink-light', 'ink-light', 'ink-dark', 'ink-dark']
  inks.forEach((ink, index) => {
    expect(contrast(colour(ink), colour(`ground-${index}`)), `class ${index}`).toBeGreaterThanOrEqual(3)
  })
})

test('the stylesheet asks for nothing from elsewhere', () => {
  expect(stylesheet).not.toMatch(/url\(|@import|@font-face/)
})
