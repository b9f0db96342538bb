import { expect, test } from 'vitest'
import { faultsOfBook } from './check-book.ts'
import { shippedBook } from './shipped-book.ts'

test('the shipped book names nothing that it does not hold, and has no fault', () => {
  expect(faultsOfBook(shippedBook())).toEqual([])
})
