import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import type { Refused, Taken } from './answer.ts'
import { sha256 } from './crypto-for-tests.ts'
import { readEnvelope } from './envelope.ts'
import { north, samplePartnerMessage, south, uuidOf } from './messages-for-tests.ts'
import { afterAnswer, afterFailure, afterRestore, afterStart, backoffMilliseconds, newOutbox, nextStep, placeMessage, quietSeconds, type Outbox } from './send.ts'

const now = '2026-06-15T09:00:00.000Z'
const plus = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString()
const seed = 41
const chance = seededRandom(seed)
const stream = uuidOf(41)
const sent = (sequence: number) => ({ id: uuidOf(100 + sequence), stream, sequence, digest: sequence.toString(16).padStart(64, '0') })
const box = (changed: Partial<Outbox> = {}): Outbox => ({ ...newOutbox(north, south, stream, now), standing: 'sure', last: 20, lastDigest: 'a'.repeat(64), next: 5, ...changed })
const receipt = (sequence: number): Taken => ({ outcome: 'applied', reason: null, takenAt: now, attempt: '0'.repeat(32), ...sent(sequence) })
const refused = (code: Refused['code'], expected: number | null = null): Refused => ({ outcome: 'refused', code, expected })
const after = (answer: Taken | Refused, sequence = 5, of = box()) => afterAnswer(of, sent(sequence), answer, now, chance)

test('messages get places one after the other, each with the digest of the one before', () => {
  const first = placeMessage(newOutbox(north, south, stream, now), samplePartnerMessage('incident'), uuidOf(1), now, sha256)
  const second = placeMessage(first.outbox, samplePartnerMessage('checkpoint'), uuidOf(2), now, sha256)
  expect([first.sequence, second.sequence, second.outbox.last]).toEqual([1, 2, 2])
  expect([first.bytes, second.bytes].map((bytes) => readEnvelope(bytes))).toMatchObject([{ value: { sequence: 1, previous: null, from: north, to: south, stream } }, { value: { sequence: 2, previous: first.digest } }])
})

describe('what is done next', () => {
  test('a new outbox asks first; a sure one sends a window, in order; an empty one rests', () => {
    expect(nextStep(newOutbox(north, south, stream, now), now)).toEqual({ do: 'ask' })
    expect(nextStep(box(), now)).toEqual({ do: 'send', sequences: [5, 6, 7, 8, 9, 10, 11, 12] })
    expect(nextStep(box({ next: 20 }), now)).toEqual({ do: 'send', sequences: [20] })
    expect(nextStep(box({ next: 21 }), now)).toEqual({ do: 'rest' })
  })

  test('one that failed waits, one that stopped stays so', () => {
    expect(nextStep(box({ notBefore: plus(1) }), now)).toEqual({ do: 'wait', until: plus(1) })
    expect(nextStep(box({ notBefore: plus(1) }), plus(1))).toMatchObject({ do: 'send' })
    expect(nextStep(box({ standing: 'stopped' }), now)).toEqual({ do: 'stopped' })
    expect(afterStart(box({ standing: 'stopped' }), now).standing).toBe('stopped')
  })

  test('after a start it asks, and after a restore it is quiet until everything of the lost time has run out', () => {
    expect(nextStep(afterStart(box(), now), now)).toEqual({ do: 'ask' })
    expect(nextStep(afterRestore(box(), now), now)).toEqual({ do: 'wait', until: plus(900) })
    // Made by a clock five minutes ahead, alive for five minutes, judged by a clock five minutes behind.
    expect(quietSeconds).toBe(900)
  })
})

test('no answer and no failure shortens the quiet after a restore: it may be one of the lost time', () => {
  const quiet = afterRestore(box(), now)
  const answers: readonly (Taken | Refused)[] = [receipt(5), refused('busy'), refused('gap', 3), refused('chain-broken')]
  for (const later of [...answers.map((answer) => after(answer, 5, quiet)), afterFailure(quiet, now, chance), afterStart(quiet, now)]) expect(nextStep(later, plus(899))).toMatchObject({ do: 'wait', until: plus(900) })
})

describe('an answer', () => {
  test('that is the receipt of the next brings the one after it, and ends waiting', () => {
    expect(after(receipt(5), 5, box({ failures: 3 }))).toEqual(box({ next: 6, failures: 0, notBefore: now }))
  })

  test('that is the receipt of a later one changes nothing: after going back it may be one of the time before', () => {
    expect(after(receipt(7), 7)).toEqual(box())
  })

  test('that names another message than was sent is a failure', () => {
    for (const wrong of [{ digest: 'f'.repeat(64) }, { id: uuidOf(7) }, { sequence: 6 }, { stream: uuidOf(7) }]) expect(after({ ...receipt(5), ...wrong })).toMatchObject({ next: 5, failures: 1 })
  })

  test('a declined message is done with, as an applied one is', () => {
    expect(after({ ...receipt(5), outcome: 'declined', reason: 'unknown-type' })).toMatchObject({ next: 6 })
  })

  test('a gap before what we sent, where we stand, is only that one was overtaken', () => {
    expect(after(refused('gap', 5), 7)).toEqual(box())
    expect(after(refused('gap', 6), 7)).toEqual(box())
  })

  test('a gap further back, or beyond what we have, makes us ask', () => {
    for (const expected of [3, 21, 40]) expect(after(refused('gap', expected), 5)).toMatchObject({ standing: 'to-ask', next: 5, failures: 1 })
  })

  test('equivocation stops everything until a human has looked; another history makes us ask', () => {
    expect(after(refused('equivocation')).standing).toBe('stopped')
    expect(after(refused('chain-broken')).standing).toBe('to-ask')
  })

  test('any other refusal is waited out', () => {
    expect(after(refused('busy'))).toMatchObject({ standing: 'sure', next: 5, failures: 1 })
  })
})

test('waiting doubles up to a quarter of an hour, never less than half of that, and differs by chance', () => {
  const waits = Array.from({ length: 30 }, (_, index) => backoffMilliseconds(index + 1, chance))
  for (const [index, wait] of waits.entries()) {
    const whole = Math.min(900_000, 1000 * 2 ** index)
    expect(wait, `seed ${seed}`).toBeGreaterThanOrEqual(whole / 2)
    expect(wait, `seed ${seed}`).toBeLessThanOrEqual(whole)
  }
  expect(new Set(waits.slice(10)).size, `seed ${seed}`).toBeGreaterThan(15)
  expect([0, 0.999_999].map((number) => backoffMilliseconds(1, () => number))).toEqual([500, 1000])
  expect(backoffMilliseconds(5000, () => 0.999_999)).toBe(900_000)
  expect(afterFailure(box({ failures: 2 }), now, () => 0)).toMatchObject({ failures: 3, notBefore: plus(2) })
})
