import { expect, test } from 'vitest'
import { gatesPanel, type PanelHold } from './gates-panel.ts'

const hold: PanelHold = { question: 'Is there an order?', why: 'Not recorded.', steps: 'departure', policy: false, unverified: false, otherTitles: [], opensWhen: [], unsettled: [], ignored: [] }
const shown = (holds: readonly PanelHold[]) => gatesPanel({ id: 'gates-GH', heading: 'Ghana', steps: [], holds, weighed: [] }, 'en').toString()
const count = (text: string, part: string) => text.split(part).length - 1

test('a question with several reasons is shown once, with all of them and what marks each', () => {
  const text = shown([hold, { ...hold, question: 'Is there a stay?', why: 'A court stayed it.' }, { ...hold, why: 'It has ended.', policy: true }])
  expect([count(text, 'Is there an order?'), count(text, 'Is there a stay?'), count(text, '<details'), count(text, '<li>')]).toEqual([1, 1, 2, 2])
  expect(text.indexOf('It has ended.')).toBeLessThan(text.indexOf('Is there a stay?'))
  expect(text).toMatch(/<li><span class="tag tag-quiet">[^<]+<\/span>\s*<p>It has ended\./)
})

test('a question with one reason has its mark beside it', () => {
  expect(shown([{ ...hold, policy: true }])).toMatch(/<summary>Is there an order\? <span class="tag tag-quiet">/)
})
