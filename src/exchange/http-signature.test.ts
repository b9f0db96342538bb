import { describe, expect, test } from 'vitest'
import { accept, refuse } from '../kernel/result.ts'
import { check, keyFrom, sha256 } from './crypto-for-tests.ts'
import { checkAnswer, checkKeptRequest, checkRequest, signAnswer, signRequest, tags, type Checking, type RequestParameters, type Tag } from './http-signature.ts'
import type { Fields, RequestHead } from './signature-base.ts'

const sender = keyFrom(1)
const receiver = keyFrom(2)
const bytes = (text: string) => new TextEncoder().encode(text)
const targetUri = 'https://node.example/exchange/v1/messages'
const body = bytes('{"a":1}')
const created = 1_780_000_000
const parameters: RequestParameters = { created, expires: created + 300, nonce: '00112233445566778899aabbccddeeff', keyId: sender.keyId, tag: tags.partner }

const checking = (signer: typeof sender, tag: Tag = tags.partner): Checking<'key-unknown'> => ({ tag, sha256, check, findKey: (keyId) => (keyId === signer.keyId ? accept(signer.publicKey) : refuse('key-unknown')) })
const requestWith = (changed: Partial<RequestParameters> = {}): RequestHead => ({ kind: 'request', method: 'POST', targetUri, fields: signRequest({ method: 'POST', targetUri, body }, { ...parameters, ...changed }, sha256, sender.sign) })
const replaced = (head: RequestHead, name: string, change: (value: string) => string): RequestHead => ({ ...head, fields: head.fields.map(([field, value]) => [field, field === name ? change(value) : value] as const) })
const codeOf = (head: RequestHead, now = created, sent = body) => {
  const result = checkRequest(head, sent, now, targetUri, checking(sender))
  return result.ok ? 'holds' : result.refusal
}

test('a request of the profile, as text', () => {
  const fields = Object.fromEntries(requestWith().fields)
  expect(fields['signature-input']).toBe(`comity=("@method" "@target-uri" "content-type" "content-digest");created=1780000000;expires=1780000300;nonce="00112233445566778899aabbccddeeff";keyid="${sender.keyId}";tag="comity-partner-v1"`)
  expect(fields['signature']).toMatch(/^comity=:[A-Za-z0-9+/]{86}==:$/)
  expect(fields['content-type']).toBe('application/json')
})

test('what is signed of a request and of its answer, written by hand', () => {
  const request = requestWith()
  const [, digest = '', input = '', signature = ''] = request.fields.map(([, value]) => value)
  const holds = ({ publicKey }: typeof sender, lines: readonly string[], field: string) => check(publicKey, bytes(lines.join('\n')), Buffer.from(field.slice('comity=:'.length, -1), 'base64'))
  expect(holds(sender, ['"@method": POST', `"@target-uri": ${targetUri}`, '"content-type": application/json', `"content-digest": ${digest}`, `"@signature-params": ${input.slice('comity='.length)}`], signature)).toBe(true)

  const body = bytes('{}')
  const answer = signAnswer({ status: 409, contentType: 'application/problem+json', body, request }, { created, keyId: receiver.keyId, tag: tags.partner }, sha256, receiver.sign).map(([, value]) => value)
  const lines = [
    '"@status": 409', '"content-type": application/problem+json', `"content-digest": sha-256=:${Buffer.from(sha256(body)).toString('base64')}:`,
    '"@method";req: POST', `"@target-uri";req: ${targetUri}`, '"content-type";req: application/json', `"content-digest";req: ${digest}`,
    `"signature-input";req;key="comity": ${input.slice('comity='.length)}`, `"signature";req;key="comity": ${signature.slice('comity='.length)}`, `"@signature-params": ${answer[2]?.slice('comity='.length)}`,
  ]
  expect(holds(receiver, lines, answer[3] ?? '')).toBe(true)
  expect(holds(receiver, lines.with(3, '"@method";req: PUT'), answer[3] ?? '')).toBe(false)
})

test('a signed request holds, and says who signed when', () => {
  expect(checkRequest(requestWith(), body, created, targetUri, checking(sender))).toEqual({ ok: true, value: parameters })
})

describe('a request is refused', () => {
  const input = (from: string | RegExp, to: string) => replaced(requestWith(), 'signature-input', (value) => value.replace(from, to))

  test.each([
    ['without a signature', { ...requestWith(), fields: [] }, 'content-type-wrong'],
    ['with the content type of a form', replaced(requestWith(), 'content-type', () => 'text/plain'), 'content-type-wrong'],
    ['without the value of its signature', { ...requestWith(), fields: requestWith().fields.slice(0, 3) }, 'signature-missing'],
    ['with the field twice', { ...requestWith(), fields: [...requestWith().fields, ...requestWith().fields.slice(3)] }, 'signature-missing'],
    ['with a second signature beside it', replaced(requestWith(), 'signature', (value) => `${value}, other=:AA==:`), 'signature-missing'],
    ['under another label', replaced(input('comity=', 'sig1='), 'signature', (value) => value.replace('comity=', 'sig1=')), 'signature-missing'],
    ['that covers less', input(' "content-digest"', ''), 'components-wrong'],
    ['that covers the same in another order', input('"@method" "@target-uri"', '"@target-uri" "@method"'), 'components-wrong'],
    ['that covers more', input('"@method"', '"@method" "date"'), 'components-wrong'],
    ['that names its algorithm', input(';tag=', ';alg="ed25519";tag='), 'parameters-wrong'],
    ['with its parameters in another order', input(/;created=(\d+);expires=(\d+)/, ';expires=$2;created=$1'), 'parameters-wrong'],
    ['without a nonce', input(/;nonce="[0-9a-f]+"/, ''), 'parameters-wrong'],
    ['with a short nonce', input(/nonce="[0-9a-f]+"/, 'nonce="00"'), 'parameters-wrong'],
    ['with a moment in quotes', input('created=1780000000', 'created="1780000000"'), 'parameters-wrong'],
    ['with a moment before there was time', input('created=1780000000', 'created=-1780000000'), 'parameters-wrong'],
    ['with the tag of another program', input('comity-partner-v1', 'other'), 'parameters-wrong'],
    ['with a signature too short', replaced(requestWith(), 'signature', () => 'comity=:AA==:'), 'signature-malformed'],
    ['that lives longer than five minutes', requestWith({ expires: created + 301 }), 'lives-too-long'],
    ['that ends as it begins', requestWith({ expires: created }), 'lives-too-long'],
    ['with the tag of the other family', requestWith({ tag: tags['requested-state'] }), 'tag-wrong'],
    ['with a key that nobody pinned', requestWith({ keyId: receiver.keyId }), 'key-unknown'],
    ['with another nonce than was signed', input('00112233', '00112234'), 'signature-wrong'],
    ['with the digest of another body', replaced(requestWith(), 'content-digest', () => 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:'), 'digest-differs'],
    ['for another method', { ...requestWith(), method: 'PUT' }, 'signature-wrong'],
    ['for another address', { ...requestWith(), targetUri: `${targetUri}/` }, 'target-wrong'],
  ] as const)('%s', (_, head, code) => {
    expect(codeOf(head)).toBe(code)
  })

  test('whose body is not the one that was signed', () => {
    expect(codeOf(requestWith(), created, bytes('{"a":2}'))).toBe('digest-differs')
  })

  test('for an address that we were not called by, though it was signed for it', () => {
    expect(checkRequest(requestWith(), body, created, 'https://other.example/exchange/v1/messages', checking(sender))).toEqual({ ok: false, refusal: 'target-wrong' })
  })

  test('before and after its life, with five minutes for clocks that differ', () => {
    expect([-301, -300, 0, 600, 601].map((seconds) => codeOf(requestWith(), created + seconds))).toEqual(['created-in-future', 'holds', 'holds', 'holds', 'expired'])
  })
})

test('what is kept holds years later: no clock is asked, only whether the key was good', () => {
  expect(checkKeptRequest(requestWith(), body, checking(sender))).toMatchObject({ ok: true })
  expect(checkKeptRequest(requestWith(), bytes('{}'), checking(sender))).toEqual({ ok: false, refusal: 'digest-differs' })
})

describe('an answer', () => {
  const attempt = requestWith()
  const said = bytes('{"code":"applied"}')
  const answerTo = (request: RequestHead, changed: { readonly created?: number; readonly tag?: Tag } = {}, status = 200, contentType = 'application/json') =>
    ({ kind: 'response', status, request, fields: signAnswer({ status, contentType, body: said, request }, { created: created + 1, keyId: receiver.keyId, tag: tags.partner, ...changed }, sha256, receiver.sign) }) as const
  const check = (head: Parameters<typeof checkAnswer>[0], sent = said) => {
    const result = checkAnswer(head, sent, checking(receiver))
    return result.ok ? 'holds' : result.refusal
  }

  test('covers the whole of the attempt that it answers', () => {
    expect(Object.fromEntries<string>(answerTo(attempt).fields)['signature-input']).toBe('comity=("@status" "content-type" "content-digest" "@method";req "@target-uri";req "content-type";req "content-digest";req "signature-input";req;key="comity" "signature";req;key="comity")'
      + `;created=1780000001;keyid="${receiver.keyId}";tag="comity-partner-v1"`)
    expect(check(answerTo(attempt))).toBe('holds')
  })

  test('to one attempt is no answer to another, be it of the same message', () => {
    const again = requestWith({ nonce: 'ffeeddccbbaa99887766554433221100' })
    expect(check({ ...answerTo(attempt), request: again })).toBe('signature-wrong')
    expect(check({ ...answerTo(attempt), request: { ...attempt, targetUri: `${targetUri}?` } })).toBe('signature-wrong')
  })

  test('with another status, body, type or family is refused', () => {
    expect(check({ ...answerTo(attempt), status: 202 })).toBe('signature-wrong')
    expect(check(answerTo(attempt), bytes('{}'))).toBe('digest-differs')
    expect(check(answerTo(attempt, {}, 200, 'text/html'))).toBe('content-type-wrong')
    expect(check(answerTo(attempt, { tag: tags['requested-state'] }))).toBe('tag-wrong')
    expect(check(answerTo(attempt, {}, 409, 'application/problem+json'))).toBe('holds')
  })

  test('was made while the attempt lived', () => {
    expect([-301, -300, 600, 601].map((seconds) => check(answerTo(attempt, { created: created + seconds })))).toEqual(['not-of-this-attempt', 'holds', 'holds', 'not-of-this-attempt'])
  })

  test('does not hold with the key of the one who asked', () => {
    expect(checkAnswer(answerTo(attempt), said, checking(sender))).toEqual({ ok: false, refusal: 'key-unknown' })
  })

  test('cannot be made of a request, nor a request of an answer', () => {
    const fields: Fields = answerTo(attempt).fields
    expect(codeOf({ ...attempt, fields })).toBe('components-wrong')
    expect(check({ ...answerTo(attempt), fields: attempt.fields })).toBe('components-wrong')
  })
})

test('what is no moment, nonce or key name is never signed', () => {
  for (const wrong of [{ created: 1.5 }, { nonce: 'x' }, { keyId: 'a name' }]) expect(() => requestWith(wrong)).toThrow('cannot be signed')
})
