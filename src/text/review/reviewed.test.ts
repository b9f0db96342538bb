import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

// In a process of its own: here, functions are not written as in their files.
test('every text was read side by side in both languages as it is now', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/review-texts.ts'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect(`${stdout}${stderr}`).toMatch(/^[1-9]\d* pairs, 0 unread\.\n$/)
  expect(status).toBe(0)
})
