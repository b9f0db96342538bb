import { expect, test } from 'vitest'
import { approved, checked, day, drafted, given, opened, sent, somali, today, withState } from './case-for-tests.ts'
import { clocksOf } from './clocks.ts'
import type { Command } from './command.ts'
import type { RequestOutcome } from './lists.ts'

const clocks = (commands: Parameters<typeof given>[0], on = '2026-07-01') => {
  const [request] = given(commands).state.requests
  if (!request) throw new Error('no request')
  return clocksOf(request, day(on))
}
const later = (outcome: RequestOutcome, on: string): readonly [Command, object] => [{ kind: 'record-outcome', requestId: 'q1', outcome, on: day(on), source: 'note' }, { today: day(on) }]

test('our clock runs from the draft to the day of sending, theirs from there', () => {
  const slowly = clocks([opened, somali, { ...drafted, on: day('2026-05-01') }, checked, approved, sent])
  expect(slowly).toEqual({ own: { from: '2026-05-01', to: today, days: 31, ended: true }, state: { from: today, days: 30, ended: false } })
  expect(clocks([opened, somali, drafted])).toEqual({ own: { from: today, days: 30, ended: false } })
})

test.each(['no-response', 'no-statement', 'insufficient-information'] as const)('%s leaves their clock running', (outcome) => {
  expect(clocks([...withState, later(outcome, '2026-06-10')]).state).toEqual({ from: today, days: 30, ended: false })
})

test.each(['issued', 'nationality-not-confirmed', 'refused-policy', 'nationality-confirmed-no-document'] as const)('%s ends it, silence before or not', (outcome) => {
  expect(clocks([...withState, later('no-response', '2026-06-10'), later(outcome, '2026-06-20')]).state).toEqual({ from: today, to: '2026-06-20', days: 19, ended: true })
})

test('the first answer that decides ends it, whatever follows', () => {
  expect(clocks([...withState, later('nationality-confirmed-no-document', '2026-06-10'), later('issued', '2026-06-20')]).state).toMatchObject({ to: '2026-06-10' })
})

test('withdrawal ends both', () => {
  const withdrawn: readonly [Command, object] = [{ kind: 'withdraw-request', requestId: 'q1', reason: 'stay', on: day('2026-06-05') }, { today: day('2026-06-05') }]
  expect(clocks([...withState, withdrawn]).state).toMatchObject({ to: '2026-06-05', ended: true })
  expect(clocks([opened, somali, drafted, withdrawn])).toEqual({ own: { from: today, to: '2026-06-05', days: 4, ended: true } })
})

test('an earlier request whose draft nobody recorded has no clock of ours', () => {
  expect(clocks([opened, { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Ottawa', documentType: 'national-passport', on: day('2025-12-01'), source: 'spreadsheet' }])).toEqual({ state: { from: '2025-12-01', days: 212, ended: false } })
})
