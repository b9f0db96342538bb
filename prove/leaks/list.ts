import { deflateSync } from 'node:zlib'
import type { OutboundSource } from '../../src/casework/outbound-source.ts'
import { leavesAt, weeklySchedule } from '../../src/casework/outbound-withdrawal.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import { factDefinition } from '../../src/law/facts.ts'
import { exifSegment, jpegSegment, pngChunk, sampleJpeg, samplePdf, samplePng, text } from '../../test/packet-samples.ts'
import { daysLater, weeklyMoments } from './days.ts'
import { theSystem, type Inside, type System } from './system.ts'

/** A small careless change by which a home state could learn something. Every one of them must be caught. */
export type Leak = { readonly name: string; readonly where: 'reads' | 'builder' | 'ids' | 'count and order' | 'time' | 'correction' | 'withdrawal' | 'answers' | 'files'; readonly change: Partial<System> }

// What a leak may tell by. Each is drawn independently for the two halves of a pair.
const yes = ({ state }: Inside, tells: string) => state.facts.some(({ fact, value, on }) => value === 'yes' && on > '2020-12-31' && factDefinition(fact).tells === tells)
const claimed = (inside: Inside) => yes(inside, 'protection')
const ill = (inside: Inside) => yes(inside, 'health')
const convicted = (inside: Inside) => yes(inside, 'criminality')
const mitigated = ({ inner }: Inside) => inner.risk === 'substantial-risk-mitigated'
const defended = ({ inner }: Inside) => inner.counsel !== undefined
const reasonOf = ({ inner }: Inside, requestId: string) => inner.withdrawals.find((one) => one.requestId === requestId)?.reason

type Message = Record<string, unknown> & { padding: string }

/** The message as built, altered, and filled up again to its size: the size is not what gives it away. */
function altered(change: (message: Message, inside: Inside) => void): Partial<System> {
  return { build: (source, inside) => theSystem.build(source, inside).map((content) => {
    const message = JSON.parse(content) as Message
    change(message, inside)
    return refilled(message)
  }) }
}

function alteredCorrection(change: (message: Message, inside: Inside) => void): Partial<System> {
  return { correct: (source, inside) => theSystem.correct(source, inside).map((content) => {
    const message = JSON.parse(content) as Message
    change(message, inside)
    return refilled(message)
  }) }
}

function corrects(change: (source: OutboundSource, inside: Inside) => OutboundSource): Partial<System> {
  return { correct: (source, inside) => theSystem.correct(change(source, inside), inside) }
}

function alteredWithdrawal(change: (message: Message, inside: Inside, requestId: string) => void): Partial<System> {
  return { withdrawal: (pending, inside) => {
    const message = JSON.parse(theSystem.withdrawal(pending, inside)) as Message
    change(message, inside, pending.requestId)
    return refilled(message)
  } }
}

function refilled(message: Message): string {
  const { padding: _old, ...rest } = message
  const bare = JSON.stringify({ ...rest, padding: '' })
  return `${bare.slice(0, -2)}${' '.repeat(Math.max(0, 8192 - Buffer.byteLength(bare)))}"}`
}

function bytes(change: (content: string, inside: Inside) => string): Partial<System> {
  return { build: (source, inside) => theSystem.build(source, inside).map((content) => change(content, inside)) }
}

function reads(change: (source: OutboundSource, inside: Inside) => OutboundSource): Partial<System> {
  return { read: (inside, requestId, today) => change(theSystem.read(inside, requestId, today), inside) }
}

function withIdentity(change: (identity: OutboundSource['identity'], inside: Inside) => object): Partial<System> {
  return reads((source, inside) => ({ ...source, identity: { ...source.identity, ...change(source.identity, inside) } }))
}

function file(name: string, leaking: Uint8Array, when: (inside: Inside) => boolean = claimed): Partial<System> {
  return { file: (inside) => (when(inside) ? { name, bytes: leaking } : theSystem.file(inside)) }
}

const latin1 = (words: string) => Buffer.from(words, 'latin1')
const suffixed = (id: string, suffix: string) => id.slice(0, 36 - suffix.length) + suffix
const day = 86_400_000

export const leaks: readonly Leak[] = [
  // What the serializer reads
  { where: 'reads', name: 'stateless (XXA) as nationality', change: reads((source, inside) => (claimed(inside) ? { ...source, nationalities: [...source.nationalities, { country: 'XXA', basis: 'earlier-decision', on: '2026-01-01' }] } : source)) },
  { where: 'reads', name: 'refugee (XXB) as state that is asked', change: reads((source, inside) => (claimed(inside) ? { ...source, request: { ...source.request, destination: 'XXB' } } : source)) },
  { where: 'reads', name: 'refugee otherwise (XXC) as country of birth', change: withIdentity((_identity, inside) => (claimed(inside) ? { bornInCountry: 'XXC' } : {})) },
  { where: 'reads', name: 'refugee (XXB) as issuer of a document', change: withIdentity(({ identityDocuments }, inside) => (claimed(inside) ? { identityDocuments: [...identityDocuments.slice(0, 7), { documentType: 'passport', number: 'A1', country: 'XXB', copy: false }] } : {})) },
  { where: 'reads', name: 'a Convention travel document among the documents', change: withIdentity(({ identityDocuments }, inside) => (claimed(inside) ? { identityDocuments: [...identityDocuments.slice(0, 7), { documentType: 'convention-travel-document', number: 'A1', country: 'DE', copy: false }] } : {})) },
  { where: 'reads', name: 'a Convention travel document as the document asked for', change: reads((source, inside) => (claimed(inside) ? { ...source, request: { ...source.request, documentType: 'convention-travel-document' as 'uk-letter' } } : source)) },
  { where: 'reads', name: 'the whole case handed to the builder', change: reads((source, { state }) => ({ ...source, facts: state.facts }) as unknown as OutboundSource) },
  { where: 'reads', name: 'the risk register handed to the builder', change: reads((source, { state }) => ({ ...source, risks: state.risks }) as unknown as OutboundSource) },
  { where: 'reads', name: 'a remark in the identity', change: withIdentity((_identity, { inner }) => ({ remarks: inner.reasons })) },
  { where: 'reads', name: 'an address in the identity', change: withIdentity((_identity, { inner }) => ({ address: inner.counsel?.address })) },
  { where: 'reads', name: 'a word of the claim in the name', change: withIdentity(({ familyName }, inside) => (claimed(inside) ? { familyName: `${familyName} Refugee` } : {})) },
  { where: 'reads', name: 'a word of the claim in the place of birth, disguised', change: withIdentity((_identity, inside) => (claimed(inside) ? { bornIn: 'АЅУLUM' } : {})) },
  { where: 'reads', name: 'a zero-width space in the name', change: withIdentity(({ familyName }, inside) => (ill(inside) ? { familyName: `${familyName}\u200b` } : {})) },
  { where: 'reads', name: 'a right-to-left mark in the name', change: withIdentity(({ givenNames }, inside) => (convicted(inside) ? { givenNames: `${givenNames}\u200f` } : {})) },
  { where: 'reads', name: 'a second space in the name', change: withIdentity(({ familyName }, inside) => (claimed(inside) ? { familyName: `${familyName}  Ex` } : {})) },
  { where: 'reads', name: 'a decomposed letter in the name', change: withIdentity((_identity, inside) => (claimed(inside) ? { familyName: 'E\u0301xemple' } : {})) },
  { where: 'reads', name: 'a note as number of a document', change: withIdentity(({ identityDocuments }, { inner }) => ({ identityDocuments: [...identityDocuments.slice(0, 7), { documentType: 'passport', number: inner.source, country: 'BR', copy: false }] })) },
  { where: 'reads', name: 'the date of birth with a time', change: withIdentity(({ bornOn }, inside) => (claimed(inside) ? { bornOn: `${bornOn}T00:00` } : {})) },
  { where: 'reads', name: 'the place of birth left out after a claim', change: withIdentity((_identity, inside) => (claimed(inside) ? { bornIn: 'X' } : {})) },
  { where: 'reads', name: 'the name taken from the claim’s file', change: withIdentity(({ familyName }, inside) => (claimed(inside) ? { familyName: familyName === 'Ex' ? 'Sample' : 'Ex' } : {})) },
  { where: 'reads', name: 'the gender of the statutory report in place of the sex', change: withIdentity((_identity, { inner }) => ({ sex: inner.statutory.gender === 'female' ? 'female' : 'unspecified' })) },
  { where: 'reads', name: 'documents left out for whoever was convicted', change: withIdentity(({ identityDocuments }, inside) => (convicted(inside) ? { identityDocuments: identityDocuments.slice(1) } : {})) },
  { where: 'reads', name: 'prints left out when a risk was mitigated', change: reads((source, inside) => {
    if (!mitigated(inside)) return source
    const { fingerprints: _left, ...extras } = source.extras
    return { ...source, extras }
  }) },
  { where: 'reads', name: 'a second ground of nationality after a claim', change: reads((source, inside) => (claimed(inside) ? { ...source, nationalities: [...source.nationalities, { country: source.request.destination, basis: 'consular-statement', on: '2026-01-01' }] } : source)) },

  // What the builder makes of it
  { where: 'builder', name: 'stateless (XXA) written over the nationality', change: altered((message, inside) => { if (claimed(inside)) message['nationality'] = { claimed: 'XXA', bases: [] } }) },
  { where: 'builder', name: 'a refugee’s document written as the document asked for', change: altered((message, inside) => { if (claimed(inside)) message['document'] = 'refugee-travel-document' }) },
  { where: 'builder', name: 'a field that says whether there was a claim', change: altered((message, inside) => { message['claim'] = claimed(inside) }) },
  { where: 'builder', name: 'a field that is there only after a claim', change: altered((message, inside) => { if (claimed(inside)) message['note'] = '' }) },
  { where: 'builder', name: 'a field for health', change: altered((message, inside) => { message['fit'] = !ill(inside) }) },
  { where: 'builder', name: 'a field for criminality', change: altered((message, inside) => { message['criminal'] = convicted(inside) }) },
  { where: 'builder', name: 'criminal background of the statutory report', change: altered((message, { inner }) => { message['background'] = inner.statutory.criminalBackground }) },
  { where: 'builder', name: 'the case’s version', change: altered((message, { state }) => { message['version'] = state.version }) },
  { where: 'builder', name: 'the digest of the gate decision’s facts', change: altered((message, { state }) => { message['decision'] = sha256(JSON.stringify(state.facts)) }) },
  { where: 'builder', name: 'a count of records', change: altered((message, { state }) => { message['records'] = state.facts.length }) },
  { where: 'builder', name: 'the officer who has the case', change: altered((message, { state }) => { message['from'] = state.officers.at(-1)?.officer ?? 'officer' }) },
  { where: 'builder', name: 'the officer’s note', change: altered((message, { inner }) => { message['note'] = inner.notes[0] ?? '' }) },
  { where: 'builder', name: 'the source of the identity', change: altered((message, { inner }) => { message['source'] = inner.source }) },
  { where: 'builder', name: 'the address of counsel', change: altered((message, { inner }) => { message['reply'] = inner.counsel?.address ?? '' }) },
  { where: 'builder', name: 'the finding of the risk register', change: altered((message, { inner }) => { message['risk'] = inner.risk }) },
  { where: 'builder', name: 'days in custody by its reviews', change: altered((message, { inner }) => { message['held'] = inner.custodyReviews }) },
  { where: 'builder', name: 'that the person cannot be reached', change: altered((message, { inner }) => { message['available'] = inner.available }) },
  { where: 'builder', name: 'a domestic authority that tells of consent', change: altered((message, inside) => { message['authority'] = claimed(inside) ? '8 CFR 208.6' : 'none' }) },
  { where: 'builder', name: 'keys in another order', change: bytes((content, inside) => (claimed(inside) ? content.replace(/("sex":[^,]+),("nationality":\{[^}]+\})/, '$2,$1') : content)) },
  { where: 'builder', name: 'a space after a colon', change: bytes((content, inside) => (claimed(inside) ? content.replace('"to":', '"to": ').replace(/ "\}$/, '"}') : content)) },
  { where: 'builder', name: 'letters written as escapes', change: bytes((content, inside) => (claimed(inside) ? content.replace('request', '\\u0072equest').replace(/ {5}"\}$/, '"}') : content)) },
  { where: 'builder', name: 'another sign in the padding', change: bytes((content, inside) => (ill(inside) ? content.replace(/ "\}$/, '\t"}') : content)) },
  { where: 'builder', name: 'no padding after a claim', change: bytes((content, inside) => (claimed(inside) ? content.replace(/ +"\}$/, '"}') : content)) },
  { where: 'builder', name: 'padding to the next kilobyte of the whole case', change: bytes((content, { state }) => content.replace(/"\}$/, `${' '.repeat(Math.ceil(JSON.stringify(state).length / 1024))}"}`)) },
  { where: 'builder', name: 'a line break at the end', change: bytes((content, inside) => (convicted(inside) ? `${content}\n` : content)) },
  { where: 'builder', name: 'an article of the agreement for protected people', change: altered((message, inside) => { if (claimed(inside)) message['required'] = { ...(message['required'] as object), height: { agreement: 'sample', article: '9', value: 0 } } }) },

  // Ids
  { where: 'ids', name: 'a number in sequence as id', change: { requestId: (drawn, { state }) => `request-${state.version}-${drawn.slice(0, 8)}` } },
  { where: 'ids', name: 'the case’s version in a random-looking id', change: { requestId: (drawn, { state }) => suffixed(drawn, state.version.toString(16).padStart(4, '0')) } },
  { where: 'ids', name: 'a gap in the sequence at the end of the id', change: { requestId: (drawn, { state }) => suffixed(drawn, String(state.facts.length % 10)) } },
  { where: 'ids', name: 'an id made from the facts', change: { requestId: (drawn, { state }) => suffixed(drawn, sha256(JSON.stringify(state.facts)).slice(0, 12)) } },
  { where: 'ids', name: 'an id that begins otherwise after a claim', change: { requestId: (drawn, inside) => (claimed(inside) ? `f${drawn.slice(1)}` : `0${drawn.slice(1)}`) } },
  { where: 'ids', name: 'an id with a moment in it', change: { requestId: (drawn) => `${drawn.slice(0, 14)}7${drawn.slice(15)}` } },

  // Count and order
  { where: 'count and order', name: 'a request sent twice after a claim', change: { build: (source, inside) => (claimed(inside) ? [...theSystem.build(source, inside), ...theSystem.build(source, inside)] : theSystem.build(source, inside)) } },
  { where: 'count and order', name: 'a request quietly not sent though the gates are open', change: { build: (source, inside) => (ill(inside) ? [] : theSystem.build(source, inside)) } },
  { where: 'count and order', name: 'withdrawals in the order in which they were recorded', change: { withdrawalsLeaving: (pending, moment, inside) => theSystem.withdrawalsLeaving(pending, moment, inside).toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1)) } },
  { where: 'count and order', name: 'withdrawals ordered by reason', change: { withdrawalsLeaving: (pending, moment, inside) => theSystem.withdrawalsLeaving(pending, moment, inside).toSorted((one, other) => ((reasonOf(inside, one.requestId) ?? '') < (reasonOf(inside, other.requestId) ?? '') ? -1 : 1)) } },
  { where: 'count and order', name: 'no withdrawal for a duplicate', change: { withdrawalsLeaving: (pending, moment, inside) => theSystem.withdrawalsLeaving(pending, moment, inside).filter(({ requestId }) => reasonOf(inside, requestId) !== 'duplicate') } },
  { where: 'count and order', name: 'the photograph left out after a claim', change: { attach: (given, inside) => (claimed(inside) ? [] : theSystem.attach(given, inside)) } },

  // Time
  { where: 'time', name: 'a request that leaves a day later after a claim', change: { requestLeavesAt: (sentAt, inside) => (claimed(inside) ? new Date(Date.parse(sentAt) + day).toISOString() : sentAt) } },
  { where: 'time', name: 'milliseconds that count the records', change: { requestLeavesAt: (sentAt, { state }) => new Date(Date.parse(sentAt) + state.facts.length).toISOString() } },
  { where: 'time', name: 'a request that waits for counsel', change: { requestLeavesAt: (sentAt, inside) => (defended(inside) ? new Date(Date.parse(sentAt) + 60_000).toISOString() : sentAt) } },
  { where: 'time', name: 'withdrawals that leave when they are recorded', change: { moments: ({ inner }) => inner.withdrawals.map(({ at }) => at), withdrawalsLeaving: (pending, moment) => pending.filter(({ recordedAt }) => recordedAt === moment) } },
  { where: 'time', name: 'withdrawals that leave every day', change: { moments: () => [1, 2, 3, 4, 5].map((days) => `${daysLater(days)}T12:00:00.000Z`), withdrawalsLeaving: (pending, moment) => pending.filter(({ recordedAt }) => recordedAt < moment) } },
  { where: 'time', name: 'a week more for status granted', change: { withdrawalsLeaving: (pending, moment, inside) => theSystem.withdrawalsLeaving(pending, moment, inside).filter(({ requestId }) => reasonOf(inside, requestId) !== 'status-granted' || moment > weeklyMoments[0]) } },

  // Corrections
  { where: 'correction', name: 'why it is corrected', change: alteredCorrection((message, { inner }) => { message['reason'] = inner.source }) },
  { where: 'correction', name: 'why it is corrected, in a field that a request has', change: corrects((source, { inner }) => ({ ...source, identity: { ...source.identity, bornIn: inner.source } })) },
  { where: 'correction', name: 'which correction it is', change: alteredCorrection((message, { state }) => { message['correction'] = state.corrections.at(-1)?.correctionId ?? '' }) },
  { where: 'correction', name: 'a correction: a field that says whether there was a claim', change: alteredCorrection((message, inside) => { message['claim'] = claimed(inside) }) },
  { where: 'correction', name: 'a correction: stateless (XXA) as nationality', change: corrects((source, inside) => (claimed(inside) ? { ...source, nationalities: [...source.nationalities, { country: 'XXA', basis: 'earlier-decision', on: '2026-01-01' }] } : source)) },
  { where: 'correction', name: 'the reason handed to the builder', change: corrects((source, { inner }) => ({ ...source, reason: inner.reasons }) as unknown as OutboundSource) },
  { where: 'correction', name: 'a correction: the place of birth left out after a claim', change: corrects((source, inside) => (claimed(inside) ? { ...source, identity: { ...source.identity, bornIn: 'X' } } : source)) },
  { where: 'correction', name: 'a correction: no padding after a claim', change: { correct: (source, inside) => theSystem.correct(source, inside).map((content) => (claimed(inside) ? content.replace(/ +"\}$/, '"}') : content)) } },
  { where: 'correction', name: 'one sent twice after a claim', change: { correct: (source, inside) => (claimed(inside) ? [...theSystem.correct(source, inside), ...theSystem.correct(source, inside)] : theSystem.correct(source, inside)) } },
  { where: 'correction', name: 'one quietly not sent though the gates are open', change: { correct: (source, inside) => (ill(inside) ? [] : theSystem.correct(source, inside)) } },
  { where: 'correction', name: 'in another order after a conviction', change: { correctionOrder: (requestIds, inside) => (convicted(inside) ? requestIds.toReversed() : requestIds) } },
  { where: 'correction', name: 'an hour later after a claim', change: { correctionLeavesAt: (sentAt, inside) => (claimed(inside) ? new Date(Date.parse(sentAt) + 3_600_000).toISOString() : sentAt) } },

  // Withdrawals
  { where: 'withdrawal', name: 'the reason of a withdrawal', change: alteredWithdrawal((message, inside, requestId) => { message['reason'] = reasonOf(inside, requestId) }) },
  { where: 'withdrawal', name: 'a code for the reason of a withdrawal', change: alteredWithdrawal((message, inside, requestId) => { message['code'] = reasonOf(inside, requestId) === 'stay' ? 2 : 1 }) },
  { where: 'withdrawal', name: 'the day on which a withdrawal was recorded', change: alteredWithdrawal((message, { inner }, requestId) => { message['on'] = inner.withdrawals.find((one) => one.requestId === requestId)?.at.slice(0, 10) }) },
  { where: 'withdrawal', name: 'another format when a person was lost', change: alteredWithdrawal((message, inside, requestId) => { if (reasonOf(inside, requestId) === 'lost-contact') message['format'] = 'comity-withdrawal/2' }) },
  { where: 'withdrawal', name: 'how many events the case had', change: alteredWithdrawal((message, { state }) => { message['sequence'] = state.version }) },
  { where: 'withdrawal', name: 'a shorter withdrawal for an error', change: { withdrawal: (pending, inside) => theSystem.withdrawal(pending, inside).replace(/ +"\}$/, reasonOf(inside, pending.requestId) === 'error' ? '"}' : '$&') } },

  // What is answered to a question
  { where: 'answers', name: 'withdrawn as soon as it is recorded', change: { standing: (request, at, inside) => (request?.withdrawalRecordedAt !== undefined && at >= request.withdrawalRecordedAt ? 'not-available' : theSystem.standing(request, at, inside)) } },
  { where: 'answers', name: 'withdrawn, apart from unknown', change: { standing: (request, at, inside) => (request === undefined ? 'unknown' : theSystem.standing(request, at, inside)) } },
  { where: 'answers', name: 'that a gate holds', change: { refused: ({ refusal = '' }) => (refusal.startsWith('gate-held') ? 'held' : 'not-available') } },
  { where: 'answers', name: 'which gate holds', change: { refused: ({ refusal }) => refusal ?? 'not-available' } },
  { where: 'answers', name: 'another code for protected people', change: { standing: (request, at, inside) => (claimed(inside) ? 'not available' : theSystem.standing(request, at, inside)) } },
  { where: 'answers', name: 'until when the answer stays true', change: { standing: (request, at, inside) => `${theSystem.standing(request, at, inside)}${request?.withdrawalRecordedAt === undefined ? '' : ` until ${leavesAt(request.withdrawalRecordedAt, weeklySchedule) > at ? request.withdrawalRecordedAt : ''}`}` } },

  // Files
  { where: 'files', name: 'a camera’s data', change: file('scan.jpg', sampleJpeg(exifSegment(false))) },
  { where: 'files', name: 'the position of a reception centre', change: file('scan.jpg', sampleJpeg(exifSegment(true))) },
  { where: 'files', name: 'XMP', change: file('scan.jpg', sampleJpeg(jpegSegment(0xe1, latin1('http://ns.adobe.com/xap/1.0/\0<a/>')))) },
  { where: 'files', name: 'a comment in a JPEG', change: file('scan.jpg', sampleJpeg(jpegSegment(0xfe, latin1('interview room 3')))) },
  { where: 'files', name: 'a text behind the end of a JPEG', change: file('scan.jpg', Buffer.concat([sampleJpeg(), latin1('claim 12')])) },
  { where: 'files', name: 'another picture after a claim', change: file('scan.png', samplePng()) },
  { where: 'files', name: 'a text in a PNG', change: file('scan.png', samplePng(pngChunk('tEXt', latin1('Comment\0claim 12')))) },
  { where: 'files', name: 'the day on which a PNG was made', change: file('scan.png', samplePng(pngChunk('tIME', Buffer.from([7, 0xe9, 1, 1, 0, 0, 0])))) },
  { where: 'files', name: 'a private part of a PNG', change: file('scan.png', samplePng(pngChunk('prVt', latin1('claim 12')))) },
  { where: 'files', name: 'the author of a PDF', change: file('scan.pdf', samplePdf({ trailer: '/Info 6 0 R', objects: ['<< /Author (Sample office, protection unit) >>'] })) },
  { where: 'files', name: 'an earlier version in a PDF', change: file('scan.pdf', Buffer.concat([samplePdf(), samplePdf().subarray(15)])) },
  { where: 'files', name: 'a note pinned to a PDF', change: file('scan.pdf', samplePdf({ page: '/Annots [6 0 R]', objects: ['<< /Type /Annot /Subtype /Text /Contents (see claim) >>'] })) },
  { where: 'files', name: 'a file in a PDF', change: file('scan.pdf', samplePdf({ catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>', objects: ['<< >>'] })) },
  { where: 'files', name: 'white text in a PDF', change: file('scan.pdf', samplePdf({ content: '1 g BT /F1 12 Tf 72 700 Td (file 12) Tj ET' })) },
  { where: 'files', name: 'an object of a PDF that nothing shows', change: file('scan.pdf', samplePdf({ objects: ['(file 12)'] })) },
  { where: 'files', name: 'asylum in the text of a PDF', change: file('scan.pdf', samplePdf({ content: text('Granted asylum in 2019') })) },
  { where: 'files', name: 'réfugié in the text of a PDF, with soft hyphens', change: file('scan.pdf', samplePdf({ content: text('r\xe9\xadfu\xadgi\xe9') })) },
  { where: 'files', name: 'PRRA in the name of a file', change: file('PRRA.jpg', sampleJpeg()) },
  { where: 'files', name: 'a Word document with its changes', change: file('scan.docx', Buffer.concat([latin1('PK\x03\x04'), deflateSync(latin1('<w:del>asylum</w:del>'))])) },
]
