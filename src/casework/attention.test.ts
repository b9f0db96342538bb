import { expect, test } from 'vitest'
import { shippedBook } from '../law/shipped-book.ts'
import { booked, day, given, heldBook, issued, openBook, taken, today, withState } from './case-for-tests.ts'
import { worklistEntry } from './worklist-entry.ts'

const inState = given(withState)
const attentionOn = (on: string, tried: typeof inState, book = openBook) => worklistEntry(tried.state, { today: day(on), book: { ...book, periods: shippedBook().periods }, agreements: [] }).attention

test('an answer of a state is to be looked at until the document was taken', () => {
  const answered = given([issued], inState)
  expect(attentionOn(today, inState).answers).toEqual([])
  expect(attentionOn(today, answered).answers).toMatchObject([{ country: 'SO' }])
  expect(attentionOn(today, given([taken], answered)).answers).toEqual([])
})

test('a document that runs out within thirty days without a journey collides; with thirty-one days it does not yet', () => {
  const document = given([issued, taken], inState)
  const { validUntil } = document.state.documents[0] ?? { validUntil: today }
  expect(validUntil).toBe('2026-08-31')
  expect(attentionOn('2026-08-01', document).collisions).toEqual(['document-expires-unbooked'])
  expect(attentionOn('2026-07-31', document).collisions).toEqual([])
})

test('a journey whose departure is held collides, and one that is not does not', () => {
  const journey = given([issued, taken, booked], inState)
  expect(attentionOn(today, journey, heldBook).collisions).toEqual(['gate-held-before-departure'])
  expect(attentionOn(today, journey).collisions).toEqual([])
})
