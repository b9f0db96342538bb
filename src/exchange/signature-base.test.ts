import { constants, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { signatureBase, type Fields, type RequestHead, type ResponseHead } from './signature-base.ts'
import { findDictionary, writeMember, type Item, type Parameters } from './structured-field.ts'

// The example keys that RFC 9421 publishes in appendix B.1, and the signatures of B.2: for tests and nothing else.
const rsa = createPublicKey(`-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr4tmm3r20Wd/PbqvP1s2
+QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct+Lh1GH45x28Rw3Ry53mm+
oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHq
gDsznjPFmTOtCEcN2Z1FpWgchwuYLPL+Wokqltd11nqqzi+bJ9cvSKADYdUAAN5W
Utzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4
aOT9v6d+nb4bnNkQVklLQ3fVAvJm+xdDOp9LCNCN48V2pnDOkFV6+U9nV5oyc6XI
2wIDAQAB
-----END PUBLIC KEY-----`)
const ecc = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: 'qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA', y: 'Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0' } })
const ed25519 = createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' } })
const shared = Buffer.from('uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==', 'base64')
const signatureOfB24 = 'wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw=='

type Algorithm = 'rsa-pss-sha512' | 'ecdsa-p256-sha256' | 'hmac-sha256' | 'ed25519'
const isSignature: Readonly<Record<Algorithm, (base: Buffer, signature: Buffer) => boolean>> = {
  'rsa-pss-sha512': (base, signature) => verify('sha512', base, { key: rsa, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }, signature),
  'ecdsa-p256-sha256': (base, signature) => verify('sha256', base, { key: ecc, dsaEncoding: 'ieee-p1363' }, signature),
  'hmac-sha256': (base, signature) => createHmac('sha256', shared).update(base).digest().equals(signature),
  ed25519: (base, signature) => verify(null, base, createPublicKey(ed25519), signature),
}
const signAnew: Readonly<Partial<Record<Algorithm, (base: Buffer) => Buffer>>> = { 'hmac-sha256': (base) => createHmac('sha256', shared).update(base).digest(), ed25519: (base) => sign(null, base, ed25519) }

type Vector = {
  readonly id: string
  readonly message: { readonly type: 'request' | 'response'; readonly method: string; readonly url: string; readonly statusCode: number; readonly headers: Fields }
  readonly signingParams: { readonly algorithm: Algorithm; readonly label: string }
  readonly expectedBase: string
  readonly expectedSignatureInput: string
  readonly expectedSignature?: string
  readonly verifyOnlySignature?: string
}

const headOf = ({ message: { type, method, url, statusCode, headers } }: Vector): RequestHead | ResponseHead =>
  (type === 'request' ? { kind: 'request', method, targetUri: url, fields: headers } : { kind: 'response', status: statusCode, fields: headers })

function inputOf({ expectedSignatureInput, signingParams: { label } }: Pick<Vector, 'expectedSignatureInput' | 'signingParams'>): { readonly items: readonly Item[]; readonly parameters: Parameters } {
  const member = findDictionary(expectedSignatureInput)?.get(label)
  if (member?.kind !== 'list') throw new Error('the vector holds no list of components')
  return member
}

const folder = '../shared/vectors/rfc9421/'
const vectors = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as Vector) : []

describe.skipIf(vectors.length === 0)('appendix B of RFC 9421 (skipped without ../shared)', () => {
  test('all seven are there', () => {
    expect(vectors.map(({ id }) => id).toSorted()).toEqual(['B.2.1', 'B.2.2', 'B.2.3', 'B.2.4', 'B.2.5', 'B.2.6', 'B.4'])
  })

  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s: the base is made, the signature over it holds, and no other base does', (_, vector) => {
    const { items, parameters } = inputOf(vector)
    const base = signatureBase(headOf(vector), items, parameters)
    expect(base).toEqual({ ok: true, value: vector.expectedBase })
    expect(`${vector.signingParams.label}=${writeMember({ kind: 'list', items, parameters })}`).toBe(vector.expectedSignatureInput)
    const signature = Buffer.from(vector.expectedSignature ?? vector.verifyOnlySignature ?? signatureOfB24, 'base64')
    const holds = isSignature[vector.signingParams.algorithm]
    expect(base.ok && holds(Buffer.from(base.value), signature)).toBe(true)
    expect(base.ok && holds(Buffer.from(`${base.value} `), signature)).toBe(false)
  })

  test.each(vectors.filter(({ expectedSignature }) => expectedSignature !== undefined).map((vector) => [vector.id, vector] as const))('%s: signed anew it is the same signature', (_, vector) => {
    const { items, parameters } = inputOf(vector)
    const base = signatureBase(headOf(vector), items, parameters)
    expect(base.ok && signAnew[vector.signingParams.algorithm]?.(Buffer.from(base.value)).toString('base64')).toBe(vector.expectedSignature)
  })
})

describe('appendix B.4: what may happen on the way', () => {
  const input = inputOf({ expectedSignatureInput: 'transform=("@method" "@path" "@authority" "accept");created=1618884473;keyid="test-key-ed25519"', signingParams: { label: 'transform', algorithm: 'ed25519' } })
  const signature = Buffer.from('ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==', 'base64')
  const holds = (head: Partial<RequestHead>) => {
    const base = signatureBase({ kind: 'request', method: 'GET', targetUri: 'https://example.org/demo?name1=Value1&Name2=value2', fields: [], ...head }, input.items, input.parameters)
    return base.ok && isSignature.ed25519(Buffer.from(base.value), signature)
  }
  const accept: Fields = [['Accept', 'application/json'], ['Accept', '*/*']]

  test('a field or query parameter more, one less, another order of fields, values joined: it holds', () => {
    expect(holds({ fields: accept })).toBe(true)
    expect(holds({ targetUri: 'https://example.org/demo?name1=Value1&Name2=value2&param=added', fields: [...accept, ['Accept-Language', 'en-US,en;q=0.5']] })).toBe(true)
    expect(holds({ fields: [['Referer', 'https://developer.example.org/demo'], ['accept', '  application/json, */* ']] })).toBe(true)
  })

  test('another method and host, or values in another order: it does not', () => {
    expect(holds({ method: 'POST', fields: accept })).toBe(false)
    expect(holds({ targetUri: 'https://example.com/demo?name1=Value1&Name2=value2', fields: accept })).toBe(false)
    expect(holds({ fields: accept.toReversed() })).toBe(false)
  })
})

describe('single components, by the examples of section 2', () => {
  const head = (targetUri: string, fields: Fields = []): RequestHead => ({ kind: 'request', method: 'POST', targetUri, fields })
  const lineOf = (message: RequestHead | ResponseHead, item: Item) => {
    const base = signatureBase(message, [item], [])
    return base.ok ? base.value.split('\n')[0] : base.refusal.code
  }

  test.each([
    ['https://www.example.com/path?param=value', '@target-uri', '"@target-uri": https://www.example.com/path?param=value'],
    ['HTTPS://WWW.Example.com:443/path', '@authority', '"@authority": www.example.com'],
    ['http://www.example.com:8080/path', '@authority', '"@authority": www.example.com:8080'],
    ['http://www.example.com/path', '@scheme', '"@scheme": http'],
    ['https://www.example.com', '@path', '"@path": /'],
    ['https://www.example.com/a/../b/%2e', '@path', '"@path": /a/../b/%2e'],
    ['https://www.example.com/path?queryString', '@query', '"@query": ?queryString'],
    ['https://www.example.com/path', '@query', '"@query": ?'],
    ['https://www.example.com/path?param=value', '@request-target', '"@request-target": /path?param=value'],
    ['https://user@www.example.com/', '@path', 'not-a-uri'], ['/path', '@path', 'not-a-uri'], ['https://www.example.com/#part', '@path', 'not-a-uri'],
    ['https://www.example.com/', '@status', 'component-unknown'], ['https://www.example.com/', '@signature-params', 'component-unknown'], ['https://www.example.com/', 'x-not-there', 'component-missing'],
  ])('%s: %s', (uri, name, line) => {
    expect(lineOf(head(uri), { name, parameters: [] })).toBe(line)
  })

  test('query parameters are decoded and encoded again; one that is there twice has no value', () => {
    const uri = 'https://www.example.com/parameters?var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something&qux=&twice=1&twice=2'
    const line = (name: string) => lineOf(head(uri), { name: '@query-param', parameters: [['name', name]] })
    expect(line('var')).toBe('"@query-param";name="var": this%20is%20a%20big%0Amultiline%20value')
    expect(line('bar')).toBe('"@query-param";name="bar": with%20plus%20whitespace')
    expect(line('fa%C3%A7ade%22%3A%20')).toBe('"@query-param";name="fa%C3%A7ade%22%3A%20": something')
    expect(line('qux')).toBe('"@query-param";name="qux": ')
    expect(line('twice')).toBe('component-missing')
  })

  test('fields: joined, trimmed, unfolded, empty; one member of a dictionary', () => {
    const fields: Fields = [['X-OWS', '   Leading and trailing.  '], ['X-Fold', 'Obsolete\r\n    line folding.'], ['Cache-Control', 'max-age=60'], ['Cache-Control', '   must-revalidate'], ['X-Empty', ''], ['Signature', 'a=:AA==:, comity=:AQ==:']]
    const line = (name: string, parameters: Parameters = []) => lineOf(head('https://www.example.com/', fields), { name, parameters })
    expect([line('x-ows'), line('x-fold'), line('cache-control'), line('x-empty')]).toEqual(['"x-ows": Leading and trailing.', '"x-fold": Obsolete line folding.', '"cache-control": max-age=60, must-revalidate', '"x-empty": '])
    expect(line('signature', [['key', 'comity']])).toBe('"signature";key="comity": :AQ==:')
    expect([line('signature', [['key', 'b']]), line('signature', [['sf', true]]), line('signature', [['req', true]]), line('X-OWS')]).toEqual(['component-missing', 'parameter-unknown', 'parameter-unknown', 'component-missing'])
  })

  test('a value with a line feed cannot make a line of its own, and a sign beyond ASCII is refused', () => {
    for (const value of ['one\n"@method": GET', 'caf\u00e9']) expect(lineOf(head('https://www.example.com/', [['x', value]]), { name: 'x', parameters: [] })).toBe('not-ascii')
  })

  test('no component twice, also not with its parameters in another order', () => {
    const one = { name: 'signature', parameters: [['req', true], ['key', 'a']] } satisfies Item
    const answer: ResponseHead = { kind: 'response', status: 200, fields: [], request: head('https://www.example.com/', [['Signature', 'a=:AA==:']]) }
    expect(signatureBase(answer, [one], [])).toMatchObject({ ok: true })
    expect(signatureBase(answer, [one, { ...one, parameters: one.parameters.toReversed() }], [])).toMatchObject({ ok: false, refusal: { code: 'component-twice' } })
  })

  test('the request that is answered has its own components, and none when it is not there', () => {
    const answer: ResponseHead = { kind: 'response', status: 503, fields: [], request: head('https://example.com/foo') }
    expect(lineOf(answer, { name: '@method', parameters: [['req', true]] })).toBe('"@method";req: POST')
    expect(lineOf(answer, { name: '@status', parameters: [] })).toBe('"@status": 503')
    expect(lineOf(answer, { name: '@method', parameters: [] })).toBe('component-unknown')
    expect(lineOf({ kind: 'response', status: 503, fields: [] }, { name: '@method', parameters: [['req', true]] })).toBe('component-missing')
  })
})
