// What a state is told that received something wrong: sent, written and changed as it must not be.
import { randomUUID } from 'node:crypto'
import type { Decision } from '../../src/casework/decision.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import { rightIdentity, sampleContent, sampleCorrection, sampleCorrectionId, sampleDay, sampleDecision, sampleIdentity, sampleRequest } from '../sample-case.ts'
import { attempts, forbidden, trials, type Attempt, type Row } from './attack.ts'
import { bytea, decisionAsOwner, eventAsOwner, messageAsOwner, quoted } from './statements.ts'
import type { World } from './world.ts'

type Wrong = World['wrong']

const [missing, unequal, otherwise, taken] = ['23502', '23503', '23514', '23505']
const remark = 'words-of-an-attacker'
const columns = { inventory: 'working', opened_on: sampleDay, last_step_on: sampleDay, attention: {} }
const said = { correctionId: sampleCorrectionId, requestId: sampleRequest.requestId, destination: 'GH', on: sampleDay }

export type CorrectionChange = {
  readonly version?: number
  readonly body?: object
  readonly decision?: string | null
  readonly content?: string | null
  /** For the owner: what the row says otherwise than the event. */
  readonly row?: Readonly<Record<string, string>>
}

/** What the outbound role would run to send a correction properly. */
export function sendCorrection({ caseId, decision }: Wrong, { version = decision.caseVersion, body = {}, content = sampleCorrection(), decision: named = decision.digest }: CorrectionChange = {}): string {
  const event = { kind: 'correction-sent', ...said, decisionDigest: named, ...body }
  return `select * from send_correction('${caseId}', ${version}, '${randomUUID()}', '${sha256('x')}', 'x', ${quoted(event)}, ${content === null ? 'null' : quoted(content)}, ${quoted(columns)})`
}

/** What the owner would run to keep a correction properly, with its event. */
export function correctionAsOwner({ caseId, decision }: Wrong, { body = {}, content, row = {} }: CorrectionChange = {}): string {
  const sequence = decision.caseVersion + 1
  const text = content ?? sampleCorrection()
  const event = eventAsOwner(caseId, { sequence, kind: 'correction-sent', body: { ...said, ...body }, decision: decision.digest })
  const values: Readonly<Record<string, string>> = {
    sequence: String(sequence), destination: `'GH'`, day: quoted(sampleDay), decision: bytea(decision.digest), request_id: quoted(sampleRequest.requestId), correction_id: quoted(sampleCorrectionId), sent_by: `'owner'`, digest: bytea(sha256(text)), content: quoted(text), ...row,
  }
  return event.replace('insert into case_event', 'added as (insert into case_event').replace('returning case_id)\n', 'returning case_id),\n') + `)
    insert into outbound_correction (case_id, ${Object.keys(values).join()}) values ('${caseId}', ${Object.values(values).join()})`
}

const wasDone = (rows: readonly Row[]) => rows.some(({ outcome }) => outcome === 'added' || outcome === 'repeated')
const senseless = [...forbidden, '22023', '22P02', '22P05', '23502', '23514', '23503', '23505']
const answer: readonly string[] = []

function send(name: string, change: (world: World) => CorrectionChange, refusals: readonly string[] = senseless, of: (world: World) => Wrong = ({ wrong }) => wrong): readonly Attempt[] {
  return trials(`correct: ${name}`, (world) => [sendCorrection(of(world), change(world))], wasDone, ['outbound'], refusals)
}

function keep(name: string, code: string, change: CorrectionChange | ((world: World) => CorrectionChange), of: (world: World) => Wrong = ({ wrong }) => wrong, before: (world: World) => string = () => ''): readonly Attempt[] {
  return attempts(`a correction ${name}`, (world) => before(world) + correctionAsOwner(of(world), typeof change === 'function' ? change(world) : change), ['owner'], [code])
}

/** The sample correction, altered, and filled up again to its size. */
function altered(change: object): string {
  const bare = JSON.stringify({ ...(JSON.parse(sampleCorrection()) as object), ...change, padding: '' })
  return `${bare.slice(0, -2)}${' '.repeat(Math.max(0, 8192 - Buffer.byteLength(bare)))}"}`
}

// Another decision than the world holds, made by the owner in the same breath.
const onContact = (caseId: string, caseVersion: number, destination = 'GH'): Decision => sampleDecision(caseId, { caseVersion, step: 'contact', destination })
const onSent = ({ sent }: World): Wrong => ({ caseId: sent.caseId, decision: onContact(sent.caseId, 5) })
const again = ({ corrected }: World): Wrong => ({ caseId: corrected.caseId, decision: onContact(corrected.caseId, 7) })
const decided = (of: (world: World) => Wrong) => (world: World) => `${decisionAsOwner(of(world).decision)}; `
const nothingRecorded = { content: altered({ bornOn: sampleIdentity.bornOn }) }

const contents: Readonly<Record<string, object>> = {
  'with the reason': { reason: 'misread' },
  'that says what was wrong': { was: { bornOn: sampleIdentity.bornOn } },
  'that says which correction it is': { correction: sampleCorrectionId },
  'that says how many there were': { version: 2 },
  'that says what was recorded before': { bornOn: sampleIdentity.bornOn },
  'in the form of a request': { format: 'comity-request/1' },
  'in another form': { format: 'comity-correction/2' },
  'under another id inside': { request: randomUUID() },
  'to another state inside': { to: 'KE' },
  'for another document': { document: 'charter-clearance' },
  'with another name': { familyName: remark },
  'with another photograph': { photograph: sha256(remark) },
  'with another sex': { sex: 'male' },
  'with another birthplace': { bornIn: remark },
  'with another country of birth': { bornInCountry: 'KE' },
  'with other given names': { givenNames: remark },
  'with another nationality': { nationality: { claimed: 'KE', bases: ['own-document'] } },
  'that tells of a decision': { nationality: { claimed: 'GH', bases: ['earlier-decision'] } },
  'with a document that nobody recorded': { identityDocuments: [{ documentType: 'passport', number: remark, copy: true }] },
  'with a remark on a document': { identityDocuments: [{ documentType: 'passport', number: 'X0000001', copy: true, remark }] },
  'with health among what is required': { required: { otherNames: null, height: null, fingerprints: null, visa: null, health: remark } },
  'with a text for prints': { required: { otherNames: null, height: null, fingerprints: { agreement: 'a', article: 'b', value: remark }, visa: null } },
}

export const corrections: readonly Attempt[] = [
  // By the role that sends
  ...send('without a decision', () => ({ decision: '' })),
  ...send('without naming a decision', () => ({ decision: null })),
  ...send('under a decision about another case', ({ corrected }) => ({ decision: corrected.decision.digest }), answer),
  ...send('under a decision about the version before', () => ({ version: 7 }), answer, ({ takenBack: { caseId } }) => ({ caseId, decision: onContact(caseId, 6) })),
  ...send('at the version before', () => ({ version: 5 }), answer),
  ...send('to another destination', () => ({ body: { destination: 'KE' } }), answer),
  ...send('on another day', () => ({ body: { on: '2026-03-03' } }), answer),
  ...send('a request that was taken back', () => ({}), ['23514'], ({ takenBack }) => takenBack),
  ...send('once more what was corrected', () => ({ version: 7 }), answer, ({ corrected }) => corrected),
  ...send('a request that did not leave', () => ({ content: nothingRecorded.content }), ['23503', '23514'], ({ ready }) => ({ caseId: ready.caseId, decision: ready.contact })),
  ...send('another request', () => ({ body: { requestId: randomUUID() } })),
  ...send('no request', () => ({ body: { requestId: null } })),
  ...send('nothing that was recorded', () => ({ body: { correctionId: 'identity/5' } }), ['23514']),
  ...send('something without a name', () => ({ body: { correctionId: null } })),
  ...send('by a contact', () => ({ body: { kind: 'contact-made' } }), forbidden),
  ...send('by a request', () => ({ body: { kind: 'request-sent' } }), forbidden),
  ...send('by a departure', () => ({ body: { kind: 'departed' } }), forbidden),
  ...send('by an event that no gate holds', () => ({ body: { kind: 'custody-reviewed' } }), forbidden),
  ...send('with nothing', () => ({ content: null }), forbidden),
  ...send('with something that is no correction', () => ({ content: remark })),
  ...send('with the request itself', () => ({ content: sampleContent() })),
  ...send('with another length', () => ({ content: sampleCorrection().replace('  ', ' ') })),
  ...Object.entries(contents).flatMap(([what, change]) => send(`in words ${what}`, () => ({ content: altered(change) }))),
  ...send('with words in its padding', () => ({ content: `${sampleCorrection().slice(0, -2 - remark.length)}${remark}"}` })),
  ...trials('send a correction as if it were a request', ({ wrong }) => [sendCorrection(wrong).replace('send_correction', 'send_outbound')], wasDone, ['outbound'], forbidden),
  ...trials('send a request as if it were a correction', ({ ready }) => [sendCorrection({ caseId: ready.caseId, decision: ready.decision }, { body: { kind: 'request-sent' }, content: sampleContent() })], wasDone, ['outbound'], forbidden),
  // By the role that records
  ...trials('record that a correction was sent, without sending it', ({ wrong }) => [recorded(wrong, [{ kind: 'correction-sent', ...said, decisionDigest: wrong.decision.digest }])], wasDone, ['application'], forbidden),
  ...trials('record that a correction was sent, behind another event', ({ wrong }) => [recorded(wrong, [{ kind: 'custody-reviewed', on: sampleDay, source: 'x' }, { kind: 'correction-sent', ...said, decisionDigest: wrong.decision.digest }])], wasDone, ['application'], forbidden),
  // By anybody, without a function
  ...attempts('write a correction', ({ wrong }) => correctionAsOwner(wrong)),
  ...attempts('write a correction beside no event', ({ wrong }) => correctionAsOwner(wrong).replace(/^[\s\S]*insert into outbound_correction/u, 'insert into outbound_correction')),
  ...attempts('change what corrected', `update outbound_correction set content = 'x', digest = sha256('x')`),
  ...attempts('delete what corrected', 'delete from outbound_correction'),
  ...attempts('empty what corrected', 'truncate outbound_correction cascade'),
  // By the owner: the tables themselves
  ...attempts('a correction that was sent without a message', ({ wrong }) => eventAsOwner(wrong.caseId, { sequence: 7, kind: 'correction-sent', body: said, decision: wrong.decision.digest }), ['owner'], [unequal]),
  ...attempts('a correction that no event tells of', ({ wrong }) => correctionAsOwner(wrong).replace(/^[\s\S]*insert into outbound_correction/u, 'insert into outbound_correction'), ['owner'], [unequal]),
  ...keep('without a decision', missing, { row: { decision: 'null' } }),
  ...keep('to nowhere', missing, { row: { destination: 'null' } }),
  ...keep('on no day', missing, { row: { day: 'null' } }),
  ...keep('of no request', missing, { row: { request_id: 'null' } }),
  ...keep('of nothing', missing, { row: { correction_id: 'null' } }),
  ...keep('by nobody', otherwise, { row: { sent_by: `''` } }),
  ...keep('under another case’s decision', unequal, ({ corrected }) => ({ row: { decision: bytea(corrected.decision.digest) } })),
  ...keep('under a decision on a request', unequal, ({ ready }) => ({ row: { decision: bytea(ready.decision.digest) } })),
  ...keep('on another day than was decided about', unequal, { row: { day: `'2026-03-03'` } }),
  ...keep('with another digest', otherwise, { row: { digest: bytea(sha256('other')) } }),
  ...keep('of another length', otherwise, { content: sampleCorrection().replace('  ', ' ') }),
  ...keep('with another key', otherwise, { content: altered({ reason: 'misread' }) }),
  ...keep('to another state', unequal, { row: { destination: `'KE'` }, content: altered({ to: 'KE', nationality: { claimed: 'KE', bases: ['own-document'] } }) }),
  ...keep('with what was recorded before', otherwise, nothingRecorded),
  ...keep('with another request than its event names', otherwise, { body: { requestId: randomUUID() } }),
  ...keep('of something else than its event names', otherwise, { body: { correctionId: 'identity/1' } }),
  ...keep('of a request that did not leave', unequal, nothingRecorded, ({ ready }) => ({ caseId: ready.caseId, decision: ready.contact })),
  ...keep('though nothing was recorded since', otherwise, { ...nothingRecorded, body: { correctionId: 'identity/1' }, row: { correction_id: `'identity/1'` } }, onSent, decided(onSent)),
  ...attempts('a correction of what was recorded before the request left', ({ ready: { caseId } }) => {
    const [asked, told] = [sampleDecision(caseId, { caseVersion: 5 }), onContact(caseId, 6)]
    const request = altered({ format: 'comity-request/1' })
    return [
      eventAsOwner(caseId, { kind: 'identity-recorded', body: { identity: rightIdentity, source: 'x' } }), decisionAsOwner(asked), messageAsOwner(caseId, asked, { content: request }),
      decisionAsOwner(told), correctionAsOwner({ caseId, decision: told }, { body: { correctionId: 'identity/5' }, row: { correction_id: `'identity/5'` } }),
    ].join('; ')
  }, ['owner'], [otherwise]),
  ...keep('of a request that was taken back', otherwise, {}, ({ takenBack }) => takenBack),
  ...keep('that was told before', taken, {}, again, decided(again)),
]

function recorded({ caseId, decision }: Wrong, events: readonly object[]): string {
  return `select * from append_events('${caseId}', ${decision.caseVersion}, '${randomUUID()}', '${sha256('x')}', 'x', ${quoted(events)}, ${quoted(columns)})`
}
