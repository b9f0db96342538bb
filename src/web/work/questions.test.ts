import { expect, test } from 'vitest'
import { commandFields, identityFields } from '../../service/cases/command-fields.ts'
import { record as english } from '../../text/en/record.ts'
import { record as french } from '../../text/fr/record.ts'
import { extraFields } from './extras.ts'
import { plans, recordedKinds } from './questions.ts'

const merges = ['absorb-case', 'merge-into', 'undo-merge', 'undo-absorption']

test('every command but those of a merge can be recorded in the browser', () => {
  expect([...recordedKinds, ...merges].toSorted()).toEqual(Object.keys(commandFields).toSorted())
})

test.each(recordedKinds)('%s: every field of the command is asked, made or today’s, and no other', (kind) => {
  const { questions, made, today } = plans[kind]
  const asked = questions.flatMap(({ fields }) => fields.map(({ name }) => name)).filter((name) => name !== 'files' && !(extraFields as readonly string[]).includes(name)).flatMap((name): readonly string[] => {
    // Chosen together: a correction with whom it concerns.
    if (name === 'owed') return kind === 'tell-recipient' ? ['correctionId', 'recipient'] : ['correctionId', 'requestId']
    return Object.hasOwn(identityFields, name) && Object.hasOwn(commandFields[kind], 'identity') ? ['identity'] : [name]
  })
  const found = [...new Set([...asked, ...(made === undefined ? [] : [made]), ...(today ? ['on'] : [])])]
  expect(found.toSorted()).toEqual(Object.keys(commandFields[kind]).toSorted())
})

test.each(recordedKinds)('%s: what may be left out may be left out here, and nothing else', (kind) => {
  const shapes: Readonly<Record<string, string>> = commandFields[kind]
  const wrong = plans[kind].questions.flatMap(({ fields }) => fields).filter(({ name, optional }) => Object.hasOwn(shapes, name) && shapes[name] !== 'texts' && (shapes[name] === 'text?') !== (optional === true))
  expect(wrong).toEqual([])
})

test.each(recordedKinds)('%s: each question stands once, so that its address is its own', (kind) => {
  const ids = plans[kind].questions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => ['check', 'sure', 'discard', 'done'].includes(id))).toEqual([])
})

test('what leaves the authority or cannot be undone is asked once more, in both languages', () => {
  const kinds = ['ask-destination', 'close-case', 'depart', 'hand-over', 'make-contact', 'send-correction', 'send-request', 'withdraw-request']
  expect([Object.keys(english.sure).toSorted(), Object.keys(french.sure).toSorted()]).toEqual([kinds, kinds])
})
