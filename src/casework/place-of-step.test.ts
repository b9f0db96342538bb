import { describe, expect, test } from 'vitest'
import { shippedBook } from '../law/shipped-book.ts'
import { booked, day, given, issued, opened, refusalOf, somali, taken, withState, type TriedCase } from './case-for-tests.ts'
import type { Command } from './command.ts'
import { placeOfStep } from './place-of-step.ts'

const today = day('2026-11-22')
const asked = { today, book: shippedBook() }
const contact: Command = { kind: 'make-contact', destination: 'SO', on: today }
const proposed = (place?: string): Command => ({ kind: 'propose-destination', destination: 'SO', ...(place === undefined ? {} : { place }), clause: 'nationality', on: day('2026-05-01'), source: 'note' })
const without = given([opened, somali])

/** What the gate of moratoria says when this command is tried under the shipped law, which names parts of Somalia. */
function moratorium(command: Command, tried: TriedCase): readonly string[] {
  const refusal = refusalOf(command, tried, asked)
  return refusal?.code === 'gate-held' ? refusal.answer.gates.filter(({ gate }) => gate === 'moratorium').flatMap(({ holds }) => holds.map(({ reason }) => reason)) : [refusal?.code ?? 'done']
}

describe('a moratorium on parts of a country', () => {
  test('holds first contact while nobody says where the person would be taken', () => {
    expect(moratorium(contact, without)).toEqual(['may-be-so'])
    expect(moratorium(contact, given([proposed()], without))).toEqual(['may-be-so'])
    expect(moratorium(contact, given([proposed('another spelling of Mogadishu')], without))).toEqual(['may-be-so'])
  })

  test('does not hold it for somebody who would be taken to a part outside', () => {
    expect(moratorium(contact, given([proposed('Awdal')], without))).toEqual([])
    expect(moratorium(contact, given([proposed('Mogadishu')], without))).toEqual(['so'])
  })

  test('holds it again when that place is set aside', () => {
    const aside = given([proposed('Awdal'), { kind: 'set-destination-aside', destination: 'SO', clause: 'nationality', reason: 'another place', on: day('2026-05-02'), source: 'note' }], without)
    expect(moratorium(contact, aside)).toEqual(['may-be-so'])
  })

  test('lets the request, the interview and the document go on as far as it is concerned, and no journey to elsewhere', () => {
    const inState = given([...withState, proposed('Awdal')])
    expect(moratorium({ kind: 'hold-interview', requestId: 'q1', on: today }, inState)).toEqual([])
    const ready = given([issued], inState)
    expect(moratorium({ ...taken, on: today, validUntil: day('2027-08-31') }, ready)).toEqual([])
    const document = given([{ ...taken, validUntil: day('2027-08-31') }], ready)
    const journey = { ...booked, departsOn: day('2026-12-01'), on: today }
    expect(moratorium(journey, document)).toEqual(['may-be-so'])
    expect(moratorium({ ...journey, place: 'Mogadishu' }, document)).toEqual(['so'])
    expect(moratorium({ ...journey, place: 'Awdal' }, document)).toEqual([])
  })
})

test('the decision says which part it was about', () => {
  const refusal = refusalOf(contact, given([proposed('Awdal')], without), asked)
  expect(refusal?.code === 'gate-held' && refusal.decision.place).toBe('Awdal')
})

test('a place that is named is the one that is asked about', () => {
  const { state } = given([proposed('Awdal')], without)
  expect(placeOfStep(state, { step: 'request', destination: 'SO', place: 'Bari' })).toBe('Bari')
  expect(placeOfStep(state, { step: 'request', destination: 'KE' })).toBeUndefined()
  expect(placeOfStep(state, { step: 'departure', destination: 'SO' })).toBeUndefined()
})
