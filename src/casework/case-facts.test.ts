import { describe, expect, test } from 'vitest'
import { factDefinition, facts, isFactCode, type FactCode } from '../law/facts.ts'
import { contextOf, day, given, heldBook, openBook, opened, refusalOf, sampleOne, sent, somali, today, withState, type TriedCase } from './case-for-tests.ts'
import type { Command, Context } from './command.ts'
import { checkCase } from './check-case.ts'
import { decide } from './decide.ts'
import { recipientsToTell } from './recipients-to-tell.ts'

const codes = Object.keys(facts).filter(isFactCode)
const some = (suits: (definition: ReturnType<typeof factDefinition>) => boolean): FactCode => {
  const code = codes.find((one) => suits(factDefinition(one)))
  if (code === undefined) throw new Error('no such fact')
  return code
}
const aboutPerson = some(({ about, computed }) => about === 'person' && computed === undefined)
const protecting = some(({ about, effect, computed }) => about === 'destination' && effect === 'closes' && computed === undefined)
const ending = some(({ about, effect, computed }) => about === 'destination' && effect === 'ends' && computed === undefined)
const computed = some((definition) => definition.computed !== undefined)

const inState = given(withState)
const fact = (more: Partial<Extract<Command, { kind: 'record-fact' }>> = {}): Command => ({ kind: 'record-fact', factId: 'f1', fact: aboutPerson, value: 'yes', on: day('2026-05-01'), source: 'decision', ...more })
const correction = (more: Partial<Extract<Command, { kind: 'correct-fact' }>> = {}): Command => ({ kind: 'correct-fact', factId: 'f2', corrects: 'f1', value: 'no', on: day('2026-05-01'), source: 'second look', ...more })

describe('a fact', () => {
  test('is kept with the day from which it is true, the moment at which it was recorded, and its source', () => {
    expect(given([fact()], inState).state.facts).toEqual([{ id: 'f1', fact: aboutPerson, value: 'yes', on: '2026-05-01', source: 'decision', recordedAt: '2026-06-01T10:00:00.000Z' }])
  })

  test.each([
    [{ source: '  ' }, { code: 'no-source' }],
    [{ fact: 'hearsay' }, { code: 'unknown-fact', fact: 'hearsay' }],
    [{ fact: 'toString' }, { code: 'unknown-fact', fact: 'toString' }],
    [{ fact: computed }, { code: 'fact-is-computed', fact: computed }],
    [{ destination: 'SO' }, { code: 'fact-has-no-destination', fact: aboutPerson }],
    [{ fact: ending }, { code: 'fact-needs-destination', fact: ending }],
    [{ place: 'Sampletown' }, { code: 'fact-has-no-place', fact: aboutPerson }],
    [{ fact: 'consented-to-moratorium-place', value: 'no' as const, place: 'Sampletown' }, { code: 'fact-needs-destination', fact: 'consented-to-moratorium-place' }],
    [{ fact: 'consented-to-moratorium-place', destination: 'SO', place: ' ' }, { code: 'empty-field', field: 'place' }],
    [{ fact: protecting, destination: 'ZZ' }, { code: 'unknown-country', country: 'ZZ' }],
    [{ fact: protecting, destination: 'XXB' }, { code: 'status-code-as-country', country: 'XXB' }],
    [{ value: 'perhaps' as 'yes' }, { code: 'not-in-list', field: 'value', value: 'perhaps' }],
    [{ on: day('2026-06-02') }, { code: 'day-in-future', field: 'on', day: '2026-06-02', today }],
    [{ factId: ' ' }, { code: 'empty-field', field: 'id' }],
  ])('with %o is refused', (wrong, refusal) => {
    expect(refusalOf(fact(wrong), inState)).toMatchObject(refusal)
  })

  test('about a place keeps it, and its place may be put right', () => {
    const consented = given([fact({ fact: 'consented-to-moratorium-place', destination: 'SO', place: 'Sampletown' })], inState)
    expect(consented.state.facts).toMatchObject([{ destination: 'SO', place: 'Sampletown' }])
    expect(refusalOf(correction({ value: 'yes', destination: 'SO', place: 'Sampletown' }), consented)).toEqual({ code: 'nothing-changed' })
    expect(given([correction({ value: 'yes', destination: 'SO', place: 'Exampleville' })], consented).state.facts[1]).toMatchObject({ corrects: 'f1', place: 'Exampleville' })
  })

  test('that protects may be about every destination; one that ends protection, only when it says that nothing ended', () => {
    expect(refusalOf(fact({ fact: protecting }), inState)).toBeUndefined()
    expect(refusalOf(fact({ fact: ending, value: 'no' }), inState)).toBeUndefined()
    expect(refusalOf(fact({ fact: ending, destination: 'SO' }), inState)).toBeUndefined()
  })

  test('has a number of its own', () => {
    expect(refusalOf(fact(), given([fact()], inState))).toEqual({ code: 'id-in-use', id: 'f1' })
  })
})

describe('a correction', () => {
  const recorded = given([fact()], inState)

  test('leaves both records there, keeps to the fact it corrects, and is made once', () => {
    const corrected = given([correction()], recorded)
    expect(corrected.state.facts.map(({ id, fact: of, corrects }) => [id, of, corrects])).toEqual([['f1', aboutPerson, undefined], ['f2', aboutPerson, 'f1']])
    expect(refusalOf(correction({ factId: 'f3' }), corrected)).toEqual({ code: 'already-corrected', factId: 'f1' })
    expect(refusalOf(correction({ factId: 'f3', corrects: 'f2', value: 'yes' }), corrected)).toBeUndefined()
  })

  test('corrects something, and something that is there', () => {
    expect(refusalOf(correction({ corrects: 'f9' }), recorded)).toEqual({ code: 'unknown-fact-record', factId: 'f9' })
    expect(refusalOf(correction({ value: 'yes' }), recorded)).toEqual({ code: 'nothing-changed' })
    expect(refusalOf(correction({ source: '' }), recorded)).toEqual({ code: 'no-source' })
  })

  test('of a fact is owed to those whom a notice told of it, until they are told', () => {
    const told = given([{ kind: 'give-notice', noticeId: 'n1', to: 'person', about: 'decision', factIds: ['f1'], on: today, source: 'letter' }, { kind: 'give-notice', noticeId: 'n2', to: 'person', about: 'other', factIds: [], on: today, source: 'letter' }], recorded)
    expect(recipientsToTell(told.state)).toEqual([])
    const corrected = given([correction()], told)
    expect(recipientsToTell(corrected.state)).toEqual([{ correctionId: 'f2', recipient: 'notice/n1' }])
    const tell: Command = { kind: 'tell-recipient', correctionId: 'f2', recipient: 'notice/n1', on: today, source: 'letter' }
    expect(refusalOf({ ...tell, recipient: 'notice/n2' }, corrected)).toEqual({ code: 'not-a-recipient', recipient: 'notice/n2' })
    expect(refusalOf({ ...tell, correctionId: 'f9' }, corrected)).toEqual({ code: 'unknown-correction', correctionId: 'f9' })
    const done = given([tell], corrected)
    expect(recipientsToTell(done.state)).toEqual([])
    expect(refusalOf(tell, done)).toEqual({ code: 'not-a-recipient', recipient: 'notice/n1' })
  })

  test('of the identity is owed to every state that got it and to the person who has a copy; what was sent afterwards was right', () => {
    const identity: Command = { kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'birth certificate' }
    const corrected = given([{ kind: 'give-person-copy', requestId: 'q1', on: today, receipt: 'signed' }, identity], inState)
    expect(recipientsToTell(corrected.state)).toEqual([{ correctionId: 'identity/8', recipient: 'request/q1' }, { correctionId: 'identity/8', recipient: 'copy/q1' }])
    expect(recipientsToTell(given([opened, identity]).state)).toEqual([])
  })

  test('of a nationality is owed to the state whose it was said to be', () => {
    const kenyan = given([{ ...somali, country: 'KE' }], inState)
    const withdraw = (country: string): Command => ({ kind: 'withdraw-nationality', country, on: today, source: 'register' })
    expect(recipientsToTell(given([withdraw('KE')], kenyan).state)).toEqual([])
    expect(recipientsToTell(given([withdraw('SO')], kenyan).state)).toEqual([{ correctionId: 'nationality/8', recipient: 'request/q1' }])
  })

  test('reaches a home state through the gate of contact, and in no other way', () => {
    const corrected = given([{ kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'birth certificate' }], inState)
    const send: Command = { kind: 'send-correction', correctionId: 'identity/7', requestId: 'q1', on: today }
    expect(refusalOf({ kind: 'tell-recipient', correctionId: 'identity/7', recipient: 'request/q1', on: today, source: 'letter' }, corrected)).toEqual({ code: 'not-a-recipient', recipient: 'request/q1' })
    expect(refusalOf(send, corrected, { book: heldBook })).toMatchObject({ code: 'gate-held', step: 'contact', destination: 'SO' })
    const done = given([send], corrected)
    expect(recipientsToTell(done.state)).toEqual([])
    expect(refusalOf(send, done)).toMatchObject({ code: 'not-a-recipient' })
  })
})

describe('counsel', () => {
  const counsel: Command = { kind: 'record-counsel', counselId: 'c1', name: 'Sample Counsel', address: 'office', on: day('2026-05-01') }
  const notice: Command = { kind: 'give-notice', noticeId: 'n1', to: 'counsel', about: 'interview', factIds: [], on: today, source: 'letter' }

  test('is told while acting, and not before or after', () => {
    const acting = given([counsel], inState)
    expect(refusalOf(notice, inState)).toEqual({ code: 'no-counsel' })
    expect(refusalOf(notice, acting)).toBeUndefined()
    expect(refusalOf({ ...notice, on: day('2026-04-30') }, acting)).toEqual({ code: 'no-counsel' })
    const ended = given([{ kind: 'end-counsel', counselId: 'c1', on: day('2026-05-20') }], acting)
    expect(refusalOf(notice, ended)).toEqual({ code: 'no-counsel' })
    expect(refusalOf({ ...notice, on: day('2026-05-20') }, ended)).toBeUndefined()
  })

  test('ends once, and not before beginning', () => {
    const acting = given([counsel], inState)
    expect(refusalOf({ kind: 'end-counsel', counselId: 'c9', on: today }, acting)).toEqual({ code: 'unknown-counsel', counselId: 'c9' })
    expect(refusalOf({ kind: 'end-counsel', counselId: 'c1', on: day('2026-04-30') }, acting)).toMatchObject({ code: 'out-of-order' })
    expect(refusalOf({ kind: 'end-counsel', counselId: 'c1', on: today }, given([{ kind: 'end-counsel', counselId: 'c1', on: today }], acting))).toEqual({ code: 'counsel-ended', counselId: 'c1' })
  })

  test('and the person are told of facts that are recorded', () => {
    expect(refusalOf({ ...notice, to: 'person', factIds: ['f9'] }, inState)).toEqual({ code: 'unknown-fact-record', factId: 'f9' })
  })
})

describe('a destination', () => {
  const propose: Command = { kind: 'propose-destination', destination: 'KE', clause: 'residence', on: day('2026-05-01'), source: 'file' }
  const ask: Command = { kind: 'ask-destination', destination: 'KE', on: today, source: 'note' }
  const answer: Command = { kind: 'record-destination-answer', destination: 'KE', answer: 'unwilling', on: today, source: 'note' }
  const proposed = given([propose], inState)

  test('is proposed under a clause, once at a time', () => {
    expect(refusalOf(propose, proposed)).toEqual({ code: 'destination-already-proposed', destination: 'KE' })
    expect(refusalOf({ ...propose, clause: ' ' }, inState)).toEqual({ code: 'empty-field', field: 'clause' })
    expect(refusalOf({ ...propose, destination: 'CA' }, inState)).toMatchObject({ code: 'own-state-as-destination' })
  })

  test('is asked through the gate of contact: to ask whether a state would take somebody is to tell it of them', () => {
    expect(refusalOf(ask, inState)).toEqual({ code: 'unknown-destination', destination: 'KE' })
    expect(refusalOf(ask, proposed, { book: heldBook })).toMatchObject({ code: 'gate-held', step: 'contact', destination: 'KE' })
    const asked = given([ask], proposed)
    expect(asked.state.destinations[0]).toMatchObject({ askedOn: today })
    const again = given([[{ ...ask, on: day('2026-06-10') }, { today: day('2026-06-10') }]], asked)
    expect(again.state.destinations[0]).toMatchObject({ askedOn: today })
  })

  test('answers what it was asked', () => {
    expect(refusalOf(answer, proposed)).toEqual({ code: 'destination-not-asked', destination: 'KE' })
    const asked = given([ask], proposed)
    expect(refusalOf({ ...answer, on: day('2026-05-31') }, asked)).toMatchObject({ code: 'out-of-order' })
    expect(given([answer], asked).state.destinations[0]?.answers).toEqual([{ answer: 'unwilling', on: today }])
  })

  test('is set aside under a clause and for a reason, and may be proposed anew', () => {
    const aside: Command = { kind: 'set-destination-aside', destination: 'KE', clause: 'unwilling', reason: 'answered no', on: today, source: 'note' }
    expect(refusalOf({ ...aside, reason: '' }, proposed)).toEqual({ code: 'empty-field', field: 'reason' })
    const gone = given([aside], proposed)
    expect(refusalOf(ask, gone)).toEqual({ code: 'destination-set-aside', destination: 'KE' })
    expect(refusalOf(aside, gone)).toEqual({ code: 'destination-set-aside', destination: 'KE' })
    const anew = given([{ ...propose, clause: 'acceptance' }, ask], gone)
    expect(anew.state.destinations).toMatchObject([{ clause: 'residence', setAside: { clause: 'unwilling' } }, { clause: 'acceptance', askedOn: today }])
    expect(anew.state.destinations[0]?.askedOn).toBeUndefined()
  })
})

describe('detention', () => {
  const detain = (detained: boolean, on: string): Command => ({ kind: 'record-detention', detained, on: day(on), source: 'note' })

  test('begins and ends in turn, and is reviewed while it lasts', () => {
    const held = given([detain(true, '2026-05-01')], inState)
    expect(refusalOf(detain(true, '2026-05-02'), held)).toEqual({ code: 'nothing-changed' })
    expect(refusalOf(detain(false, '2026-05-02'), inState)).toEqual({ code: 'nothing-changed' })
    expect(refusalOf(detain(false, '2026-04-30'), held)).toMatchObject({ code: 'out-of-order' })
    const review = (on: string): Command => ({ kind: 'record-custody-review', on: day(on), source: 'note' })
    expect(refusalOf(review('2026-04-30'), held)).toMatchObject({ code: 'out-of-order' })
    expect(refusalOf(review('2026-05-02'), given([review('2026-05-03')], held))).toMatchObject({ code: 'out-of-order' })
    expect(refusalOf(review('2026-05-21'), given([detain(false, '2026-05-20')], held))).toEqual({ code: 'not-detained' })
  })
})

describe('the register of mistreatment risk', () => {
  test('takes a finding with reasons, by the officer who found it, and no number', () => {
    const found: Command = { kind: 'record-risk', riskId: 'k1', destination: 'SO', finding: 'substantial-risk', reasons: 'reports on detention there', on: today }
    expect(given([found], inState).state.risks).toEqual([{ riskId: 'k1', destination: 'SO', finding: 'substantial-risk', reasons: 'reports on detention there', by: 'officer-1', on: today }])
    expect(refusalOf({ ...found, reasons: ' ' }, inState)).toEqual({ code: 'empty-field', field: 'reasons' })
    expect(refusalOf({ ...found, finding: '0.7' as 'substantial-risk' }, inState)).toMatchObject({ code: 'not-in-list' })
  })
})

describe('two records of one person', () => {
  const [stays, duplicate] = [given([opened, somali]), given([opened, { ...somali, country: 'KE' }, fact({ factId: 'd-f1' }), { kind: 'record-risk', riskId: 'k1', destination: 'KE', finding: 'substantial-risk', reasons: 'reports', on: today }])]
  const step = (kind: 'absorb-case' | 'merge-into' | 'undo-merge' | 'undo-absorption', of: 'stays' | 'duplicate', state: TriedCase, other: TriedCase): { readonly command: Command; readonly context: Partial<Context>; readonly on: TriedCase } => ({
    command: { kind, on: today, reason: 'same fingerprints' },
    context: { caseId: of, other: { caseId: of === 'stays' ? 'duplicate' : 'stays', state: other.state } }, on: state,
  })
  const done = ({ command, context, on }: ReturnType<typeof step>) => given([[command, context]], on)
  const refused = ({ command, context, on }: ReturnType<typeof step>) => refusalOf(command, on, context)

  const absorbed = done(step('absorb-case', 'stays', stays, duplicate))
  const merged = done(step('merge-into', 'duplicate', duplicate, absorbed))

  test('become one: first what protects the person is taken over, then the duplicate closes', () => {
    expect(refused(step('merge-into', 'duplicate', duplicate, stays))).toEqual({ code: 'not-absorbed', caseId: 'duplicate' })
    expect(absorbed.state.facts).toMatchObject([{ id: 'd-f1', absorbedFrom: 'duplicate' }])
    expect(absorbed.state.risks).toMatchObject([{ riskId: 'k1', absorbedFrom: 'duplicate' }])
    expect(absorbed.state.nationalities.map(({ country }) => country)).toEqual(['SO', 'KE'])
    expect(merged.state).toMatchObject({ mergedInto: 'stays', closed: { reason: 'merged' } })
    expect(refusalOf(fact({ factId: 'f9' }), merged)).toEqual({ code: 'case-merged', into: 'stays' })
    expect([...checkCase(absorbed.state), ...checkCase(merged.state)]).toEqual([])
  })

  test('do not merge when the duplicate learned something since', () => {
    const learned = given([fact({ factId: 'd-f2' })], duplicate)
    expect(refused(step('merge-into', 'duplicate', learned, absorbed))).toEqual({ code: 'not-absorbed', caseId: 'duplicate' })
  })

  test('do not merge while something of the duplicate is with a state, nor twice, nor in a ring, nor with itself', () => {
    const open = given([...withState], undefined)
    expect(refused(step('merge-into', 'duplicate', open, done(step('absorb-case', 'stays', stays, open))))).toMatchObject({ code: 'still-open', requests: ['q1'] })
    expect(refused(step('absorb-case', 'stays', absorbed, duplicate))).toEqual({ code: 'already-absorbed', caseId: 'duplicate' })
    expect(refused(step('absorb-case', 'stays', stays, merged))).toEqual({ code: 'case-merged', into: 'stays' })
    expect(refused(step('merge-into', 'stays', absorbed, merged))).toEqual({ code: 'case-merged', into: 'stays' })
    expect(refusalOf({ kind: 'absorb-case', on: today, reason: 'r' }, stays, { caseId: 'stays', other: { caseId: 'stays', state: stays.state } })).toEqual({ code: 'same-case' })
    expect(refusalOf({ kind: 'absorb-case', on: today, reason: 'r' }, stays)).toEqual({ code: 'other-case-missing' })
    expect(refusalOf({ kind: 'absorb-case', on: today, reason: 'r' }, stays, { other: { caseId: 'us', state: { ...duplicate.state, jurisdiction: 'US' } } })).toEqual({ code: 'other-jurisdiction' })
  })

  test('do not become one where the record that stays says nothing of a child that the other one says the person is', () => {
    const born = (tried: TriedCase, bornOn?: string): TriedCase => given([{ kind: 'record-identity', identity: { familyName: 'Exemple', givenNames: 'Enfant', ...(bornOn === undefined ? {} : { bornOn }), sex: 'unspecified', identityDocuments: [] }, source: 'file' }], tried)
    expect(refused(step('absorb-case', 'stays', stays, born(duplicate, '2012')))).toEqual({ code: 'minority-would-be-lost', bornOn: '2012' })
    expect(refused(step('absorb-case', 'stays', born(stays, '2012'), duplicate))).toBeUndefined()
    expect(refused(step('absorb-case', 'stays', born(stays), born(duplicate, '2012')))).toBeUndefined()
    expect(refused(step('absorb-case', 'stays', stays, born(duplicate)))).toBeUndefined()
  })

  test('become two again, the duplicate first, and everything is as it was', () => {
    expect(refused(step('undo-absorption', 'stays', absorbed, merged))).toEqual({ code: 'still-merged', caseId: 'duplicate' })
    const again = done(step('undo-merge', 'duplicate', merged, absorbed))
    expect(again.state).toEqual({ ...duplicate.state, version: duplicate.state.version + 2, lastStepOn: today })
    const alone = done(step('undo-absorption', 'stays', absorbed, again))
    expect(alone.state).toMatchObject({ facts: [], risks: [], nationalities: stays.state.nationalities, absorbed: [{ undoneOn: today }] })
    expect(refused(step('undo-absorption', 'stays', alone, again))).toEqual({ code: 'not-absorbed', caseId: 'duplicate' })
    expect(done(step('absorb-case', 'stays', alone, again)).state.absorbed).toHaveLength(2)
  })

  test('do not part while a correction made here is missing there', () => {
    const corrected = given([correction({ factId: 's-f2', corrects: 'd-f1' })], absorbed)
    const again = done(step('undo-merge', 'duplicate', merged, corrected))
    expect(refused(step('undo-absorption', 'stays', corrected, again))).toEqual({ code: 'correction-would-be-lost', factIds: ['s-f2'] })
    const otherwise = given([correction({ factId: 'd-f3', corrects: 'd-f1', value: 'unknown' })], again)
    expect(refused(step('undo-absorption', 'stays', corrected, otherwise))).toMatchObject({ code: 'correction-would-be-lost' })
    const carried = given([correction({ factId: 'd-f3', corrects: 'd-f1' })], again)
    expect(refused(step('undo-absorption', 'stays', corrected, carried))).toBeUndefined()
  })

  test('cannot be parted that were never merged, or were merged with another', () => {
    expect(refused(step('undo-merge', 'duplicate', merged, stays))).toBeUndefined()
    expect(refusalOf({ kind: 'undo-merge', on: today, reason: 'r' }, merged, { caseId: 'duplicate', other: { caseId: 'another', state: stays.state } })).toEqual({ code: 'not-absorbed', caseId: 'another' })
    expect(refused(step('undo-merge', 'duplicate', duplicate, stays))).toEqual({ code: 'case-not-merged' })
    expect(refused(step('undo-absorption', 'stays', stays, duplicate))).toEqual({ code: 'not-absorbed', caseId: 'duplicate' })
  })
})

test('a refusal leaves nothing behind: the same command, done when it may be, gives the same events', () => {
  const ready = given(withState.slice(0, -1))
  const refused = decide(sent, ready.state, contextOf(ready.state, { book: heldBook }))
  expect(refused.ok).toBe(false)
  expect(decide(sent, ready.state, contextOf(ready.state, { book: openBook }))).toEqual(decide(sent, ready.state, contextOf(ready.state)))
})
