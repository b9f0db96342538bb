import { describe, expect, test } from 'vitest'
import { toHex } from './byte-text.ts'
import { keyFrom, sha256 } from './crypto-for-tests.ts'
import { checkPin, findEndOfKeys, findKeyToSign, findSigningKey, keyFinder, type Peer, type PinnedKey } from './peer.ts'

const day = (text: string) => `2026-${text}T00:00:00.000Z`
const pinned = (seed: number, validFrom: string, validUntil: string, more: Partial<PinnedKey> = {}): PinnedKey => ({ ...keyFrom(seed), kind: 'partner', validFrom, validUntil, ...more })
const old = pinned(1, day('01-01'), day('07-01'))
const fresh = pinned(2, day('06-01'), day('12-01'))
const peer: Peer = { node: 'a node', kind: 'partner', keys: [old, fresh] }
const codeOf = (of: Peer, keyId: string, createdAt: string, heldSince = createdAt) => {
  const found = findSigningKey(of, keyId, { createdAt, heldSince })
  return found.ok ? 'may' : found.refusal
}

describe('rotation', () => {
  test('each key signs in its own time, and in the weeks between both do', () => {
    expect([day('01-01'), day('06-15'), '2026-06-30T23:59:59.999Z', day('07-01')].map((moment) => codeOf(peer, old.keyId, moment))).toEqual(['may', 'may', 'may', 'key-over'])
    expect([day('05-31'), day('06-01'), day('11-30'), day('12-01')].map((moment) => codeOf(peer, fresh.keyId, moment))).toEqual(['key-not-yet-valid', 'may', 'may', 'key-over'])
  })

  test('we sign with the key that began last', () => {
    expect([day('05-31'), day('06-01'), day('12-01')].map((moment) => findKeyToSign(peer.keys, moment)?.keyId)).toEqual([old.keyId, fresh.keyId, undefined])
  })

  test('keys that overlap reach as far as the last of them; a gap ends them', () => {
    expect(findEndOfKeys(peer.keys, day('02-01'))).toBe(day('12-01'))
    expect(findEndOfKeys([old, { ...fresh, validFrom: day('08-01') }], day('02-01'))).toBe(day('07-01'))
    expect(findEndOfKeys([old, { ...fresh, revoked: { at: day('02-01'), suspectSince: day('02-01') } }], day('02-01'))).toBe(day('07-01'))
    expect(findEndOfKeys(peer.keys, day('12-01'))).toBeUndefined()
  })
})

describe('revocation', () => {
  const revoked: Peer = { ...peer, keys: [{ ...old, revoked: { at: day('03-10'), suspectSince: day('03-01') } }] }

  test('a revoked key signs nothing any more, also not with a moment before it was revoked', () => {
    expect(codeOf(revoked, old.keyId, day('02-01'), day('03-11'))).toBe('key-revoked')
  })

  test('what we held before it was suspect was signed by a good key, and still is', () => {
    expect(codeOf(revoked, old.keyId, day('02-01'), day('02-01'))).toBe('may')
    expect(codeOf(revoked, old.keyId, day('02-28'), day('03-01'))).toBe('key-revoked')
  })

  test('we do not sign with it', () => {
    expect(findKeyToSign(revoked.keys, day('03-05'))).toBeUndefined()
    expect(findKeyToSign(revoked.keys, day('02-05'))?.keyId).toBe(old.keyId)
  })
})

test('a key of one kind signs nothing of another, whoever has it', () => {
  expect(codeOf({ ...peer, kind: 'requested-state' }, old.keyId, day('02-01'))).toBe('key-of-other-kind')
  expect(codeOf(peer, keyFrom(3).keyId, day('02-01'))).toBe('key-unknown')
})

test('asked by the second, it is the same answer; a second beyond all calendars is no moment of a key', () => {
  const find = keyFinder(peer, day('02-01'))
  expect(find(old.keyId, Date.parse(day('02-01')) / 1000)).toEqual({ ok: true, value: old.publicKey })
  expect(find(fresh.keyId, Date.parse(day('02-01')) / 1000)).toEqual({ ok: false, refusal: 'key-not-yet-valid' })
  expect(find(old.keyId, 999_999_999_999_999)).toMatchObject({ ok: false })
})

describe('pinning', () => {
  const codeFor = (key: PinnedKey, already: readonly PinnedKey[] = []) => {
    const result = checkPin(key, peer, already, sha256)
    return result.ok ? 'pinned' : result.refusal
  }

  test('a good key is pinned once, to one peer', () => {
    expect(codeFor(old, [fresh])).toBe('pinned')
    expect(codeFor(old, [fresh, old])).toBe('key-already-pinned')
    expect(codeFor({ ...old, kind: 'requested-state' })).toBe('key-of-other-kind')
  })

  test('a key whose name is not its digest, that ends before it begins, or that is too short is refused', () => {
    expect(codeFor({ ...old, keyId: fresh.keyId })).toBe('key-id-wrong')
    expect(codeFor({ ...old, validUntil: old.validFrom })).toBe('ends-before-it-begins')
    expect(codeFor({ ...old, publicKey: old.publicKey.subarray(1) })).toBe('not-a-key')
  })

  test('the keys of small order, and those written in a second way, are refused', () => {
    for (const publicKey of [...smallOrderKeys(), ...nonCanonical()]) expect(codeFor({ ...old, publicKey, keyId: toHex(sha256(publicKey)) }), toHex(publicKey)).toBe('weak-key')
  })
})

// Worked out from the curve itself (RFC 8032 section 5.1), so that the list is not believed: 8·P is the neutral point.
const p = 2n ** 255n - 19n
const mod = (value: bigint) => ((value % p) + p) % p
function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}
const inverse = (value: bigint) => power(value, p - 2n)
const d = mod(-121665n * inverse(121666n))
type Point = readonly [x: bigint, y: bigint]
const add = ([x1, y1]: Point, [x2, y2]: Point): Point => {
  const product = mod(d * x1 * x2 * y1 * y2)
  return [mod((x1 * y2 + x2 * y1) * inverse(1n + product)), mod((y1 * y2 + x1 * x2) * inverse(1n - product))]
}
function pointWith(y: bigint): Point | undefined {
  const square = mod((y * y - 1n) * inverse(d * y * y + 1n))
  const root = power(square, (p + 3n) / 8n)
  return [root, mod(root * power(2n, (p - 1n) / 4n))].filter((x) => mod(x * x) === square).map((x): Point => [x, y])[0]
}
const encode = ([x, y]: Point) => Uint8Array.from({ length: 32 }, (_, place) => Number((y >> BigInt(8 * place)) & 255n) | (place === 31 && x & 1n ? 128 : 0))

/** All eight: multiples of one that is the group's order times any point of the curve. */
function smallOrderKeys(): readonly Uint8Array[] {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  for (let y = 2n; ; y++) {
    const start = pointWith(y)
    if (start === undefined) continue
    const generator = multiply(start, order)
    const points = Array.from({ length: 8 }, (_, times) => multiply(generator, BigInt(times)))
    if (new Set(points.map(([x, y]) => `${x},${y}`)).size === 8) return points.map(encode)
  }
}

function multiply(point: Point, times: bigint): Point {
  let [result, double] = [[0n, 1n] as Point, point]
  for (let rest = times; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = add(result, double)
    double = add(double, double)
  }
  return result
}

const nonCanonical = () => Array.from({ length: 19 }, (_, more) => encode([0n, p + BigInt(more)]))
