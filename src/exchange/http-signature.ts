import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { checkContentDigest, contentDigest, type DigestFault, type Sha256 } from './content-digest.ts'
import { signatureBase, type Fields, type RequestHead, type ResponseHead } from './signature-base.ts'
import { findDictionary, writeDictionary, writeMember, type Item, type Member, type Parameters } from './structured-field.ts'

/** Ed25519 with our own key, handed in. */
export type Sign = (bytes: Uint8Array) => Uint8Array
/** Ed25519 (RFC 8032) with somebody's public key of 32 bytes, handed in. */
export type CheckSignature = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean

export const tags = { partner: 'comity-partner-v1', 'requested-state': 'comity-state-v1' } as const
export type Tag = (typeof tags)[keyof typeof tags]

/** Moments in whole seconds of Unix time, as RFC 9421 has them. `nonce`: 128 random bits, in hexadecimal. */
export type RequestParameters = { readonly created: number; readonly expires: number; readonly nonce: string; readonly keyId: string; readonly tag: Tag }
export type AnswerParameters = { readonly created: number; readonly keyId: string; readonly tag: Tag }

export type SignatureFault =
  | 'signature-missing' | 'signature-malformed' | 'components-wrong' | 'parameters-wrong' | 'content-type-wrong' | 'target-wrong'
  | 'tag-wrong' | 'lives-too-long' | 'created-in-future' | 'expired' | 'not-of-this-attempt' | 'signature-wrong' | DigestFault

export const longestLifeSeconds = 300
/** How far two clocks may be apart. */
export const clockSlackSeconds = 300

const label = 'comity'
const plain = (name: string): Item => ({ name, parameters: [] })
const ofRequest = (name: string, key?: string): Item => ({ name, parameters: [['req', true], ...(key === undefined ? [] : [['key', key] as const])] })
const requestComponents: readonly Item[] = ['@method', '@target-uri', 'content-type', 'content-digest'].map(plain)
// RFC 9421 section 7.3.7: a signature that covers another's value alone can be carried over to a message that was never answered.
const answerComponents: readonly Item[] = [
  ...['@status', 'content-type', 'content-digest'].map(plain), ...requestComponents.map(({ name }) => ofRequest(name)), ofRequest('signature-input', label), ofRequest('signature', label),
]
const requestKeys = ['created', 'expires', 'nonce', 'keyid', 'tag']
const answerKeys = ['created', 'keyid', 'tag']
const contentTypes = { request: ['application/json'], response: ['application/json', 'application/problem+json'] }

/** The four fields that go with a request: what it holds, its digest, what is signed, the signature. */
export function signRequest(request: { readonly method: string; readonly targetUri: string; readonly body: Uint8Array }, { created, expires, nonce, keyId, tag }: RequestParameters, sha256: Sha256, sign: Sign): Fields {
  const fields = contentFields('application/json', request.body, sha256)
  return signed({ kind: 'request', method: request.method, targetUri: request.targetUri, fields }, [['created', created], ['expires', expires], ['nonce', nonce], ['keyid', keyId], ['tag', tag]], sign)
}

/** The four fields that go with an answer. Of an answer that says `applied` they are the receipt. */
export function signAnswer(answer: { readonly status: number; readonly contentType: string; readonly body: Uint8Array; readonly request: RequestHead }, { created, keyId, tag }: AnswerParameters, sha256: Sha256, sign: Sign): Fields {
  const fields = contentFields(answer.contentType, answer.body, sha256)
  return signed({ kind: 'response', status: answer.status, fields, request: answer.request }, [['created', created], ['keyid', keyId], ['tag', tag]], sign)
}

/** A signature that is in the one shape that there is, not checked: `base` is what was signed, `signature` the 64 bytes over it. */
export type ReadSignature<Of> = Of & { readonly base: Uint8Array; readonly signature: Uint8Array }

/** Reads the signature of a request without any cryptography, so that whoever has only another kind of it can check too. */
export function readRequestSignature(head: RequestHead): Result<ReadSignature<RequestParameters>, SignatureFault> {
  const stated = readRequestParameters(head)
  return stated.ok ? withBase(head, requestComponents, stated.value) : stated
}

/** What the signature of a request states of itself, in the one shape that there is; whether it holds is not asked. */
export function readRequestParameters(head: RequestHead): Result<Stated<RequestParameters>, SignatureFault> {
  const read = readStated(head, requestComponents, requestKeys)
  if (!read.ok) return read
  const { created, expires, nonce } = read.value
  if (expires === undefined || nonce === undefined) return refuse('parameters-wrong')
  return expires > created && expires - created <= longestLifeSeconds ? accept({ ...read.value, expires, nonce }) : refuse('lives-too-long')
}

/** Reads the signature of an answer to this very attempt. A receipt does not run out: it must have been made while the attempt lived. */
export function readAnswerSignature(head: ResponseHead & { readonly request: RequestHead }): Result<ReadSignature<AnswerParameters>, SignatureFault> {
  const attempt = readRequestParameters(head.request)
  if (!attempt.ok) return attempt
  const read = readStated(head, answerComponents, answerKeys)
  if (!read.ok) return read
  const { created, tag } = read.value
  if (tag !== attempt.value.tag) return refuse('tag-wrong')
  const inTime = created >= attempt.value.created - clockSlackSeconds && created <= attempt.value.expires + clockSlackSeconds
  return inTime ? withBase(head, answerComponents, read.value) : refuse('not-of-this-attempt')
}

/** What a check is made with. `findKey` knows which keys of this peer may have signed; whatever it refuses is refused. */
export type Checking<KeyFault> = { readonly tag: Tag; readonly sha256: Sha256; readonly check: CheckSignature; readonly findKey: (keyId: string, created: number) => Result<Uint8Array, KeyFault> }

/** Was this request, with this body, signed by this peer, for this address, and is it still alive at `now` (Unix seconds)? */
export function checkRequest<KeyFault>(head: RequestHead, body: Uint8Array, now: number, targetUri: string, checking: Checking<KeyFault>): Result<RequestParameters, SignatureFault | KeyFault> {
  const read = readRequestSignature(head)
  if (!read.ok) return read
  if (head.targetUri !== targetUri) return refuse('target-wrong')
  if (read.value.created > now + clockSlackSeconds) return refuse('created-in-future')
  if (read.value.expires < now - clockSlackSeconds) return refuse('expired')
  return checkRead(head.fields, body, read.value, checking)
}

/** Was this once signed by this peer? For what is kept as evidence: no clock is asked, the key's standing is judged by `findKey`. */
export function checkKeptRequest<KeyFault>(head: RequestHead, body: Uint8Array, checking: Checking<KeyFault>): Result<RequestParameters, SignatureFault | KeyFault> {
  const read = readRequestSignature(head)
  return read.ok ? checkRead(head.fields, body, read.value, checking) : read
}

/** Is this the peer's answer to this very attempt? `head.request` is the attempt as it was sent, with its own signature. */
export function checkAnswer<KeyFault>(head: ResponseHead & { readonly request: RequestHead }, body: Uint8Array, checking: Checking<KeyFault>): Result<AnswerParameters, SignatureFault | KeyFault> {
  const read = readAnswerSignature(head)
  return read.ok ? checkRead(head.fields, body, read.value, checking) : read
}

function checkRead<Of extends AnswerParameters, KeyFault>(fields: Fields, body: Uint8Array, { base, signature, ...read }: ReadSignature<Of>, { tag, sha256, check, findKey }: Checking<KeyFault>): Result<Omit<ReadSignature<Of>, 'base' | 'signature'>, SignatureFault | KeyFault> {
  if (read.tag !== tag) return refuse('tag-wrong')
  const key = findKey(read.keyId, read.created)
  if (!key.ok) return key
  const digest = checkContentDigest(oneField(fields, 'content-digest') ?? '', body, sha256)
  if (!digest.ok) return digest
  return check(key.value, base, signature) ? accept(read) : refuse('signature-wrong')
}

type Stated<Of> = Of & { readonly parameters: Parameters; readonly signature: Uint8Array }

function readStated(head: RequestHead | ResponseHead, components: readonly Item[], keys: readonly string[]): Result<Stated<AnswerParameters & { readonly expires?: number; readonly nonce?: string }>, SignatureFault> {
  if (!contentTypes[head.kind].includes(oneField(head.fields, 'content-type') ?? '')) return refuse('content-type-wrong')
  const [input, value] = [onlyMember(head.fields, 'signature-input'), onlyMember(head.fields, 'signature')]
  if (input?.kind !== 'list' || value === undefined) return refuse('signature-missing')
  if (writeMember({ ...input, parameters: [] }) !== writeMember({ kind: 'list', items: components, parameters: [] })) return refuse('components-wrong')
  if (value.kind !== 'bytes' || value.bytes.length !== 64 || value.parameters.length > 0) return refuse('signature-malformed')
  const stated = readParameters(input.parameters, keys)
  return stated ? accept({ ...stated, parameters: input.parameters, signature: value.bytes }) : refuse('parameters-wrong')
}

function withBase<Of>(head: RequestHead | ResponseHead, components: readonly Item[], { parameters, ...stated }: Stated<Of>): Result<ReadSignature<Of>, SignatureFault> {
  const base = signatureBase(head, components, parameters)
  return base.ok ? accept({ ...stated, base: new TextEncoder().encode(base.value) } as ReadSignature<Of>) : refuse('components-wrong')
}

/** The parameters, if they are these, in this order, of these shapes. */
function readParameters(parameters: Parameters, keys: readonly string[]): (AnswerParameters & { readonly expires?: number; readonly nonce?: string }) | undefined {
  if (parameters.map(([key]) => key).join(' ') !== keys.join(' ')) return undefined
  const { created, expires, nonce, keyid, tag } = Object.fromEntries(parameters) as Partial<Record<string, string | number | true>>
  const known = Object.values(tags).find((one) => one === tag)
  if (!isMoment(created) || typeof keyid !== 'string' || !/^[0-9a-f]{64}$/.test(keyid) || known === undefined) return undefined
  if (!keys.includes('nonce')) return { created, keyId: keyid, tag: known }
  return isMoment(expires) && typeof nonce === 'string' && /^[0-9a-f]{32}$/.test(nonce) ? { created, expires, nonce, keyId: keyid, tag: known } : undefined
}

function isMoment(value: string | number | true | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function signed(head: RequestHead | ResponseHead, parameters: Parameters, sign: Sign): Fields {
  const items = head.kind === 'request' ? requestComponents : answerComponents
  const base = signatureBase(head, items, parameters)
  invariant(base.ok && readParameters(parameters, head.kind === 'request' ? requestKeys : answerKeys), 'a message of ours cannot be signed', base.ok ? {} : base.refusal)
  const input: Member = { kind: 'list', items, parameters }
  const value: Member = { kind: 'bytes', bytes: sign(new TextEncoder().encode(base.value)), parameters: [] }
  return [...head.fields, ['signature-input', writeDictionary(new Map([[label, input]]))], ['signature', writeDictionary(new Map([[label, value]]))]]
}

function contentFields(contentType: string, body: Uint8Array, sha256: Sha256): Fields {
  return [['content-type', contentType], ['content-digest', contentDigest(body, sha256)]]
}

function oneField(fields: Fields, name: string): string | undefined {
  const [value, another] = fields.filter(([field]) => field.toLowerCase() === name)
  return another === undefined ? value?.[1] : undefined
}

function onlyMember(fields: Fields, name: string): Member | undefined {
  const members = findDictionary(oneField(fields, name) ?? '')
  return members?.size === 1 ? members.get(label) : undefined
}
