import { createHmac } from 'node:crypto'

/**
 * A whole number from 0 to `bound - 1`, evenly spread, that depends on the key and the label alone.
 *
 * The same cell must be rounded the same way in every release: fresh chance averages away over releases.
 * HMAC-SHA-256, because whoever could foresee the number could undo the rounding: the key is a secret of the releaser.
 */
export function keyedNumber(key: string, label: string, bound: number): number {
  const digest = createHmac('sha256', key).update(label).digest()
  // 48 bits: the remainder favours no number by more than one in 10^13 for the bounds used here.
  return digest.readUIntBE(0, 6) % bound
}
