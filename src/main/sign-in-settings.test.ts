import { expect, test } from 'vitest'
import { english, french, sentenceFor } from './say.ts'
import { readSignIn } from './sign-in-settings.ts'

const here = { host: '127.0.0.1', port: 8080 }
const everywhere = { host: '0.0.0.0', port: 8080 }
const mode = (environment: Record<string, string>, address = here) => {
  const read = readSignIn(environment, address)
  return read.ok ? read.value.mode : read.refusal.code
}
const issuer = { COMITY_ISSUER: 'https://provider.example', COMITY_CLIENT_ID: 'comity' }

test('on a machine of one’s own, without settings, it is a demonstration where every case is made up', () => {
  expect(readSignIn({}, here)).toEqual({ ok: true, value: { mode: 'demonstration-if-fictional', origin: 'http://localhost:8080', loopback: true, embedded: true } })
})

test('nothing becomes a demonstration by itself on a server, before other machines, or under a name of elsewhere', () => {
  expect(mode({ DATABASE_URL: 'postgresql://server/comity' })).toBe('passkeys')
  expect(mode({}, everywhere)).toBe('off')
  expect(mode({ COMITY_ORIGIN: 'https://comity.example' })).toBe('passkeys')
  expect(mode({ COMITY_ORIGIN: 'https://comity.example' }, everywhere)).toBe('passkeys')
  expect(mode({ ...issuer })).toBe('provider')
})

test.each([
  ['other machines', { COMITY_SIGN_IN: 'demonstration' }, everywhere, 'not-loopback'],
  ['other machines under a name of this one', { COMITY_SIGN_IN: 'demonstration', COMITY_ORIGIN: 'http://localhost:8080' }, everywhere, 'not-loopback'],
  ['a tunnel to this machine', { COMITY_SIGN_IN: 'demonstration', COMITY_ORIGIN: 'https://comity.example' }, here, 'not-loopback'],
  ['a database server', { COMITY_SIGN_IN: 'demonstration', DATABASE_URL: 'postgresql://server/comity' }, here, 'not-embedded'],
] as const)('a demonstration that is wished for before %s is refused', (_, environment, address, because) => {
  expect(readSignIn(environment, address)).toEqual({ ok: false, refusal: { code: 'demonstration-not-here', because } })
})

test.each([
  [{ COMITY_SIGN_IN: 'password' }, 'sign-in-wrong'],
  [{ COMITY_APPROVAL: 'nobody' }, 'approval-wrong'],
  [{ COMITY_ORIGIN: 'http://comity.example' }, 'origin-wrong'],
  [{ COMITY_ORIGIN: 'https://comity.example/' }, 'origin-wrong'],
  [{ COMITY_ORIGIN: 'https://comity.example/office' }, 'origin-wrong'],
  [{ COMITY_ORIGIN: 'comity.example' }, 'origin-wrong'],
  [{ COMITY_PROXY: 'everybody' }, 'proxy-wrong'],
  [{ COMITY_PROXY: '10.0.0.0/33' }, 'proxy-wrong'],
  [{ COMITY_PROXY: '10.0.0.1,' }, 'proxy-wrong'],
  [{ COMITY_SIGN_IN: 'provider' }, 'provider-incomplete'],
  [{ COMITY_ISSUER: 'https://provider.example' }, 'provider-incomplete'],
  [{ COMITY_CLIENT_ID: 'comity' }, 'provider-incomplete'],
  [{ ...issuer, COMITY_ISSUER: 'http://provider.example' }, 'issuer-wrong'],
  [{ ...issuer, COMITY_ISSUER: 'provider' }, 'issuer-wrong'],
])('%j is refused, in both languages', (environment, code) => {
  const read = readSignIn(environment, here)
  expect(read.ok ? '' : read.refusal.code).toBe(code)
  if (!read.ok) expect(sentenceFor(english, read.refusal)).not.toBe(sentenceFor(french, read.refusal))
})

test('whoever serves other machines says by which address people come', () => {
  for (const environment of [{ COMITY_SIGN_IN: 'passkeys' }, issuer]) expect(mode(environment, everywhere)).toBe('origin-missing')
})

test('what takes two people may be left to passkeys alone', () => {
  expect(readSignIn({ COMITY_APPROVAL: 'passkey' }, here)).toMatchObject({ ok: true, value: { approval: 'passkey' } })
  for (const environment of [{}, { COMITY_APPROVAL: 'any' }]) expect(readSignIn(environment, here)).not.toHaveProperty('value.approval')
})

test('servers in front are named by their addresses', () => {
  for (const proxy of ['192.0.2.1', '10.0.0.0/8, 2001:db8::/32']) expect(readSignIn({ COMITY_PROXY: proxy }, here)).toMatchObject({ ok: true, value: { proxy } })
})

test('a provider on this very machine may do without https', () => {
  expect(readSignIn({ ...issuer, COMITY_ISSUER: 'http://localhost:9000', COMITY_ACR: 'urn:sample', COMITY_CLIENT_SECRET: 'secret' }, here)).toMatchObject({ ok: true, value: { mode: 'provider', provider: { issuer: 'http://localhost:9000', clientId: 'comity', clientSecret: 'secret', acr: 'urn:sample' } } })
})
