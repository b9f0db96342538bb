/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number

/**
 * xoshiro128** (Blackman and Vigna, 2018), seeded through splitmix32.
 * For simulation and tests only: whoever knows the seed knows every number, so it must never make a secret.
 */
export function seededRandom(seed: number): Random {
  let [a, b, c, d] = splitmix(seed)
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result / 4_294_967_296
  }
}

function splitmix(seed: number): [number, number, number, number] {
  let state = seed | 0
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return word ^ (word >>> 15)
  }
  return [next(), next(), next(), next()]
}

function rotateLeft(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places))
}
