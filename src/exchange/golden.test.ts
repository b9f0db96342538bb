import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readContent, readEnvelope, writeEnvelope } from './envelope.ts'
import { agreedBodies, bareBodies, home, north, partnerTypes, samplePartnerMessage, samplePlace, sampleStateMessage, stateBodies, stateTypeNames } from './messages-for-tests.ts'
import { maySend } from './state-message.ts'

// Messages of released schemas stay as they are for ever: whoever must change one of these files has broken what an older node sends.
const folder = join(import.meta.dirname, 'golden')
const golden = (type: string) => new Uint8Array(readFileSync(join(folder, `${type}.1.json`)))

test('there is one of every type of schema 1, and no other', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...partnerTypes, ...stateTypeNames].map((type) => `${type}.1.json`).toSorted())
})

test.each(partnerTypes)('%s is written to the byte, and read again', (type) => {
  expect(writeEnvelope(samplePartnerMessage(type), samplePlace)).toEqual(golden(type))
  const read = readEnvelope(golden(type))
  expect(read.ok && readContent(read.value, 'partner')).toEqual({ ok: true, value: { family: 'partner', type, body: { ...agreedBodies, ...bareBodies }[type] } })
})

test.each(stateTypeNames)('%s is written to the byte, and read again', (type) => {
  const ofState = maySend('requested-state', type)
  const place = { ...samplePlace, ...(ofState ? { from: home, to: north } : { to: home }) }
  expect(writeEnvelope(sampleStateMessage(type), place)).toEqual(golden(type))
  const read = readEnvelope(golden(type))
  expect(read.ok && readContent(read.value, ofState ? 'requested-state' : 'requesting-authority')).toEqual({ ok: true, value: { family: 'requested-state', type, body: stateBodies[type] } })
})
