import { expect, test } from 'vitest'
import { outwardFileName } from './packet-finding.ts'

test.each([['jpeg', 'jpg'], ['png', 'png'], ['pdf', 'pdf']] as const)('a %s leaves under its digest, as .%s, whatever it was called here', (format, ending) => {
  expect(outwardFileName({ digest: 'a'.repeat(64), format, bytes: 17 })).toBe(`${'a'.repeat(64)}.${ending}`)
})
