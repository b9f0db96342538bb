import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/day.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { eventSentence } from './event-sentence.ts'

const proposed = (clause: string) => ({ kind: 'destination-proposed', destination: 'GT', clause, on: '2026-03-02' as PlainDate, source: 'file 1' }) as const

test('the clause of a destination is cited as the law is, and what was typed stays as it is', () => {
  for (const language of ['en', 'fr'] as const) {
    const said = eventSentence(proposed('us-8usc-1231-b-2-D'), false, language, shippedBook())
    expect([said.includes('1231(b)(2)(D)'), said.includes('us-8usc')]).toEqual([true, false])
    expect(eventSentence(proposed('as the officer wrote'), false, language, shippedBook())).toContain('(as the officer wrote)')
  }
})
