import { expect, test } from 'vitest'
import { checkContentDigest, contentDigest } from './content-digest.ts'
import { sha256 } from './crypto-for-tests.ts'

const body = new TextEncoder().encode('{"hello": "world"}\n')
// RFC 9530 appendix D, the digest of this very body.
const published = 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'

test('the digest is that of RFC 9530', () => {
  expect(contentDigest(body, sha256)).toBe(published)
  expect(checkContentDigest(published, body, sha256)).toEqual({ ok: true, value: undefined })
})

test('no body has the digest of no bytes, as RFC 9530 appendix B.3 gives it', () => {
  expect(contentDigest(new Uint8Array(), sha256)).toBe('sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:')
})

test('every body that differs in one bit is refused', () => {
  for (const [place] of body.entries()) for (let bit = 0; bit < 8; bit++) {
    expect(checkContentDigest(published, body.map((byte, at) => (at === place ? byte ^ (1 << bit) : byte)), sha256)).toEqual({ ok: false, refusal: 'digest-differs' })
  }
})

test.each([
  ['', 'digest-malformed'], ['sha-256', 'digest-malformed'], ['sha-256=RK/0', 'digest-malformed'], [`${published}, ${published}`, 'digest-malformed'],
  [`${published}, sha-512=:AA==:`, 'digest-not-sha-256'], ['sha-512=:AA==:', 'digest-not-sha-256'], [`${published};a`, 'digest-not-sha-256'], ['sha-256=()', 'digest-not-sha-256'],
  ['sha-256=::', 'digest-differs'],
])('%j is refused as %s', (field, fault) => {
  expect(checkContentDigest(field, body, sha256)).toEqual({ ok: false, refusal: fault })
})
