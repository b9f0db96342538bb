// The room `exchange` may not see `casework` or `cooperation`, which stand beside it: its lists repeat theirs. Here they are compared.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPartOfDay } from '../src/casework/minority.ts'
import { documentTypes, nationalityBases, requestOutcomes } from '../src/casework/lists.ts'
import type { OutboundRequest } from '../src/casework/outbound-message.ts'
import { faultInName, isDocumentNumber as mayLeave } from '../src/casework/outbound-text.ts'
import { cautionCodes } from '../src/cooperation/cautions.ts'
import { playbookTopics } from '../src/cooperation/country-entry.ts'
import { rungs } from '../src/cooperation/engagement.ts'
import type { IntervalMethod, MeasureCode, WithheldReason } from '../src/cooperation/figure.ts'
import { methods } from '../src/cooperation/methods.ts'
import * as lists from '../src/exchange/lists.ts'
import { isBirth, isDocumentNumber, isName } from '../src/exchange/person-text.ts'
import type { StateBody } from '../src/exchange/state-message.ts'

test('measures of engagement, subjects, cautions, methods and documents are called alike in both rooms', () => {
  expect(lists.rungs).toEqual(rungs)
  expect(lists.requirementTopics).toEqual(playbookTopics)
  expect(lists.cautions).toEqual(cautionCodes)
  expect(lists.methods).toEqual(methods.map(({ name }) => name))
  expect(lists.documentTypes).toEqual(documentTypes)
})

test('why a nationality is claimed is told as casework tells it outside: never that it was decided', () => {
  expect(lists.nationalityBases).toEqual([...nationalityBases.filter((basis) => basis !== 'earlier-decision'), 'on-record'])
})

test('what a state answers is an outcome that casework knows', () => {
  expect(lists.stateAnswers.filter((answer) => !(requestOutcomes as readonly string[]).includes(answer))).toEqual([])
})

// Compared by the compiler: where one list has a code that the other lacks, this does not compile.
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false
const same: {
  readonly measures: Same<lists.Measure, MeasureCode>
  readonly intervals: Same<(typeof lists.intervalMethods)[number], IntervalMethod>
  readonly withheld: Same<(typeof lists.withheldReasons)[number], WithheldReason>
  readonly request: Same<keyof StateBody<'request'>, Exclude<keyof OutboundRequest, 'format'>>
  readonly extras: Same<keyof StateBody<'request'>['required'], keyof OutboundRequest['required']>
} = { measures: true, intervals: true, withheld: true, request: true, extras: true }

test('figures have the same measures, limits and reasons, and a request the same members', () => {
  expect(Object.values(same)).toEqual([true, true, true, true, true])
})

const seed = Number(process.env['SEED'] ?? 20_261_127)
const sign = fc.oneof({ weight: 8, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) }, { weight: 3, arbitrary: fc.constantFrom(' ', '-', '\'', '’', '.', 'é', 'ș', 'ن', '\u200c', '\u064b', 'क', '\u094d', '\u200d', 'ㅤ') }, { weight: 6, arbitrary: fc.stringMatching(/^[A-Z0-9 /-]$/) })
const texts = fc.oneof(fc.array(sign, { maxLength: 110 }).map((signs) => signs.join('')), fc.array(sign, { maxLength: 4 }).map((signs) => signs.join('')), fc.stringMatching(/^\d{4}(-[01]\d(-[0-3]\d)?)?$/), fc.constantFrom('Sample', 'O’Sample', 'St. Sample-One', 'می‌خواهم', 'क्‍ष'))

test('every name, number and birth that casework lets out has a shape here: nothing is lost on the way', () => {
  const left = { names: 0, numbers: 0, births: 0 }
  fc.assert(fc.property(texts, (text) => {
    if (text !== '' && faultInName(text) === undefined) {
      expect(isName(text), JSON.stringify(text)).toBe(true)
      left.names++
    }
    expect(isDocumentNumber(text)).toBe(mayLeave(text))
    expect(isBirth(text)).toBe(isPartOfDay(text))
    if (mayLeave(text)) left.numbers++
    if (isBirth(text)) left.births++
  }), { seed, numRuns: 20_000 })
  for (const many of Object.values(left)) expect(many, `seed ${seed}`).toBeGreaterThan(500)
})
