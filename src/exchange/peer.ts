import { accept, refuse, type Result } from '../kernel/result.ts'
import { findHex, toHex } from './byte-text.ts'
import type { Sha256 } from './content-digest.ts'

/** A moment in UTC as ISO 8601 with milliseconds, so that order of text is order of time. */
export type Instant = string

/** What a peer is to us, for good. A node that plays two parts is two peers with two keys. */
export const peerKinds = ['partner', 'requested-state', 'requesting-authority'] as const
export type PeerKind = (typeof peerKinds)[number]

export type Peer = { readonly node: string; readonly kind: PeerKind; readonly keys: readonly PinnedKey[] }

/** A public key that a human compared with the peer's by another way. Never fetched. */
export type PinnedKey = {
  /** SHA-256 of the 32 bytes, in hexadecimal: a name that nobody can give to two keys. */
  readonly keyId: string
  readonly publicKey: Uint8Array
  readonly kind: PeerKind
  readonly validFrom: Instant
  /** The moment itself is outside. */
  readonly validUntil: Instant
  /** `suspectSince`: from when on it may have been in other hands; at the latest when it was revoked. */
  readonly revoked?: { readonly at: Instant; readonly suspectSince: Instant }
}

export type KeyFault = 'key-unknown' | 'key-of-other-kind' | 'key-not-yet-valid' | 'key-over' | 'key-revoked'

/**
 * Which key may have signed this? `heldSince`: since when we have held the signed bytes, by our own record.
 *
 * A revoked key signs nothing any more, whatever moment the signature states: whoever stole it states the moment that suits. What
 * we held before it was suspect stands, and a receipt of then is still a receipt.
 */
export function findSigningKey(peer: Peer, keyId: string, { createdAt, heldSince }: { readonly createdAt: Instant; readonly heldSince: Instant }): Result<PinnedKey, KeyFault> {
  const key = peer.keys.find((one) => one.keyId === keyId)
  if (key === undefined) return refuse('key-unknown')
  if (key.kind !== peer.kind) return refuse('key-of-other-kind')
  if (createdAt < key.validFrom) return refuse('key-not-yet-valid')
  if (createdAt >= key.validUntil) return refuse('key-over')
  return key.revoked && heldSince >= key.revoked.suspectSince ? refuse('key-revoked') : accept(key)
}

/** The same as `http-signature.ts` asks it: by key and by the second that a signature states. */
export function keyFinder(peer: Peer, heldSince: Instant): (keyId: string, created: number) => Result<Uint8Array, KeyFault> {
  return (keyId, created) => {
    const found = findSigningKey(peer, keyId, { createdAt: instantOf(created), heldSince })
    return found.ok ? accept(found.value.publicKey) : found
  }
}

/** The key of our own with which we sign now: of those that are valid the one that began last, so that a new key is in use from its first day. */
export function findKeyToSign(keys: readonly PinnedKey[], now: Instant): PinnedKey | undefined {
  return keys.filter((one) => isValidOn(one, now)).toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)).at(-1)
}

/** Until when one key after the other is valid without a gap; undefined when none is valid now. It is time to rotate before that. */
export function findEndOfKeys(keys: readonly PinnedKey[], now: Instant): Instant | undefined {
  const standing = keys.filter((one) => one.revoked === undefined)
  let end: Instant | undefined
  for (;;) {
    const reach: Instant = end ?? now
    const next = standing.filter((one) => one.validFrom <= reach && one.validUntil > reach).map((one) => one.validUntil).toSorted().at(-1)
    if (next === undefined) return end
    end = next
  }
}

export type PinFault = 'not-a-key' | 'weak-key' | 'key-id-wrong' | 'ends-before-it-begins' | 'key-of-other-kind' | 'key-already-pinned'

/** May this key be pinned to this peer? One key belongs to one peer of one kind, and to nobody else ever after. */
export function checkPin(key: PinnedKey, peer: Pick<Peer, 'kind'>, pinned: readonly PinnedKey[], sha256: Sha256): Result<PinnedKey, PinFault> {
  if (key.publicKey.length !== 32) return refuse('not-a-key')
  if (isWeak(key.publicKey)) return refuse('weak-key')
  if (findHex(key.keyId) === undefined || toHex(sha256(key.publicKey)) !== key.keyId) return refuse('key-id-wrong')
  if (key.validFrom >= key.validUntil) return refuse('ends-before-it-begins')
  if (key.kind !== peer.kind) return refuse('key-of-other-kind')
  return pinned.some(({ keyId }) => keyId === key.keyId) ? refuse('key-already-pinned') : accept(key)
}

// Later than any date of ECMAScript is later than any key.
function instantOf(seconds: number): Instant {
  return new Date(Math.min(seconds * 1000, 8_640_000_000_000_000)).toISOString()
}

function isValidOn({ validFrom, validUntil, revoked }: PinnedKey, now: Instant): boolean {
  return validFrom <= now && now < validUntil && (revoked === undefined || now < revoked.suspectSince)
}

// The y coordinates of the eight points of small order on edwards25519: 0, 1, -1, and two of order eight (little-endian). Under such
// a key one signature fits many messages where the implementation lets it, and nobody could prove with it who said what.
const smallOrder: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000', '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
])

/** Of small order, or not the one way to write its point (a coordinate of 2^255 - 19 and above). */
function isWeak(publicKey: Uint8Array): boolean {
  const coordinate = toHex(publicKey.map((byte, place) => (place === 31 ? byte & 0x7f : byte)))
  return smallOrder.has(coordinate) || /^(?:e[d-f]|f.)f{60}7f$/.test(coordinate)
}
