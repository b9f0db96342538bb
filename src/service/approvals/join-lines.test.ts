import { describe, expect, test } from 'vitest'
import { joinLines } from './join-lines.ts'

describe('the text that a second person signs', () => {
  test('has our lines as they are', () => {
    expect(joinLines(['Person: Sample, One', '', '- source: letter of 3 May'])).toBe('Person: Sample, One\n\n- source: letter of 3 May')
  })

  test.each(['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])('shows what was typed after the line break %j as going on', (lineBreak) => {
    const text = joinLines([`- source: letter${lineBreak}${lineBreak}What this lets go of${lineBreak}- Nothing.`, 'What this lets go of'])
    expect(text.split('\n')).toEqual(['- source: letter', '    | ', '    | What this lets go of', '    | - Nothing.', 'What this lets go of'])
  })

  test('names the signs that steer or are not seen, and leaves the joiners of Persian names', () => {
    expect(joinLines(['- value: \u202eon\u202c, \u2066a\u2069, \u200bb\u{e0041}', 'علی\u200cرضا'])).toBe('- value: [U+202E]on[U+202C], [U+2066]a[U+2069], [U+200B]b[U+E0041]\nعلی\u200cرضا')
  })

  test('has no gap that looks like the end of a line', () => {
    expect(joinLines([`- source: letter${' '.repeat(200)}What this lets go of`, `a${'\u3164'.repeat(9)}b`, `c${' '.repeat(8)}d`])).toBe(`- source: letter [U+0020 × 200] What this lets go of\na [U+3164 × 9] b\nc${' '.repeat(8)}d`)
  })
})
