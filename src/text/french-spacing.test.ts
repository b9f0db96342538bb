import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The texts in a program, without the program: each `${…}` within one is `x`, and what is in it is looked through too. */
function textsOf(program: string): string[] {
  const texts: string[] = []
  let at = 0
  const rest = () => program.slice(at)
  const readCode = (within: boolean) => {
    for (let depth = 0; at < program.length; at++) {
      const sign = program[at]!
      if (rest().startsWith('//')) at += rest().indexOf('\n')
      else if (rest().startsWith('/*')) at += rest().indexOf('*/') + 1
      else if (`'"\``.includes(sign)) readText(sign)
      else if (sign === '{') depth += 1
      else if (sign === '}' && depth-- === 0 && within) return
    }
  }
  const readText = (quote: string) => {
    let text = ''
    for (at += 1; program[at] !== quote; at++) {
      if (program[at] === '\\') text += program[at] + program[++at]!
      else if (quote === '`' && rest().startsWith('${')) {
        at += 2
        readCode(true)
        text += 'x'
      } else text += program[at]
    }
    texts.push(text.replaceAll(String.raw`\u00a0`, '\u00a0'))
  }
  readCode(false)
  return texts
}

const folder = new URL('fr/', import.meta.url)
const profiles = new URL('../intake/profiles/', import.meta.url)
const texts = [
  ...readdirSync(folder).flatMap((file) => textsOf(readFileSync(new URL(file, folder), 'utf8')).map((text) => ({ file, text }))),
  ...readdirSync(profiles).flatMap((file) => [...readFileSync(new URL(file, profiles), 'utf8').matchAll(/"fr": "([^"]*)"/g)].map((match) => ({ file, text: match[1] ?? '' }))),
]

// The usage of Canada: Office québécois de la langue française, Banque de dépannage linguistique, « Espacement avant et après les signes ».
test.each([
  ['no space stands before a semicolon, an exclamation mark or a question mark', /\s[;!?]/],
  ['a space that does not break stands before a colon', /[^\u00a0]:(?=\s|$)/],
  ['a space that does not break stands inside quotation marks', /«[^\u00a0]|[^\u00a0]»|«$|^»/],
])('in every French text %s', (_, wrong) => {
  expect(texts.length).toBeGreaterThan(400)
  expect(texts.filter(({ text }) => wrong.test(text))).toEqual([])
})

test('a space that does not break is written so that whoever edits the text sees it', () => {
  expect(readdirSync(folder).filter((file) => /[\u00a0\u202f]/.test(readFileSync(new URL(file, folder), 'utf8')))).toEqual([])
})
