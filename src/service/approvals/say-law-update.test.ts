import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawUpdate } from '../../law/law-update.ts'
import { approvals as english } from '../../text/en/approvals.ts'
import { approvals as french } from '../../text/fr/approvals.ts'
import type { LawEffects } from '../cases/law-update-effects.ts'
import { sayLawUpdate } from './say-law-update.ts'

const words = { en: english.shown.law, fr: french.shown.law }

/** A change of the law, as far as its text tells of it, with what somebody typed. */
function effectsOf(title: string, source: string, proposedBy = 'sample-lawyer'): LawEffects {
  const content = { format: 'comity-law-update/1', title: { en: title, fr: title }, source, add: { instruments: [{ code: 'sample', deep: [{ all: [{ any: [{ source }] }] }] }] }, replace: {} } as unknown as LawUpdate
  return { update: { updateId: 'u', digest: 'd', proposedBy, proposedAt: '2026-03-01T00:00:00Z', content: '' }, content, revision: 1, casesAsked: 3, days: ['2026-03-01' as PlainDate], effects: [], digest: 'e' }
}

test.each(['en', 'fr'] as const)('nothing that was typed into a change of the law passes for a line of its text, in %s', (language) => {
  const forged = [words[language].none, words[language].list('f'.repeat(64)), words[language].content]
  for (const sign of ['\n', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f']) {
    const typed = `letter${sign}${forged.join(sign)}`
    const lines = sayLawUpdate(effectsOf(typed, typed, typed))[language].split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    for (const line of forged) expect([sign, lines.filter((one) => one.trim() === line).length]).toEqual([sign, line === forged[1] ? 0 : 1])
  }
  // A title that is a line of ours by itself stands behind its name.
  const lines = sayLawUpdate(effectsOf(words[language].none, 'file 1'))[language].split('\n')
  expect([lines.filter((line) => line === words[language].none).length, lines.includes(words[language].title(words[language].none))]).toEqual([1, true])
})

test('signs that steer or push the text out of sight are named, in the data too, whose own indent is left', () => {
  const { en } = sayLawUpdate(effectsOf('a\u202eb', `x${' '.repeat(40)}y\u200bz`))
  expect([en.includes('\u202e'), en.includes('\u200b'), en.includes('a[U+202E]b'), en.includes('x [U+0020 × 40] y[U+200B]z')]).toEqual([false, false, true, true])
  expect(en).toContain(`\n${' '.repeat(20)}"source": "x`)
})
