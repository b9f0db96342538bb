import { expect, test } from 'vitest'
import { messageBytes, writeMessage } from './outbound-message.ts'

const withdrawal = (request: string) => writeMessage({ format: 'comity-withdrawal/1', request })
const room = messageBytes - JSON.stringify({ format: 'comity-withdrawal/1', request: '', padding: '' }).length

test('a message is filled up to its one size with spaces, to the last byte of it', () => {
  for (const request of ['', 'x'.repeat(room - 1), 'x'.repeat(room)]) expect(withdrawal(request)).toHaveLength(messageBytes)
  expect(JSON.parse(withdrawal('x'.repeat(room)))).toEqual({ format: 'comity-withdrawal/1', request: 'x'.repeat(room), padding: '' })
})

test('a message that would be longer by one byte is our mistake, and is not written', () => {
  expect(() => withdrawal('x'.repeat(room + 1))).toThrow(`"bytes":${messageBytes + 1}`)
  expect(() => withdrawal('é'.repeat(room / 2 + 1))).toThrow('longer than its bounds')
})
