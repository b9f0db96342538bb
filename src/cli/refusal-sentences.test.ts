import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findingCodes } from '../casework/packet-finding.ts'
import { reasonSentence } from '../intake/refusal-sentence.ts'
import { caseCli as english } from '../text/en/case-cli.ts'
import { casework as englishCasework } from '../text/en/casework.ts'
import { intake as englishIntake } from '../text/en/intake.ts'
import { lawFaults as englishFaults } from '../text/en/law-faults.ts'
import { outbound as englishOutbound } from '../text/en/outbound.ts'
import { start as englishStart } from '../text/en/start.ts'
import { fieldName, happeningName } from '../text/field-name.ts'
import { caseCli as french } from '../text/fr/case-cli.ts'
import { casework as frenchCasework } from '../text/fr/casework.ts'
import { intake as frenchIntake } from '../text/fr/intake.ts'
import { lawFaults as frenchFaults } from '../text/fr/law-faults.ts'
import { outbound as frenchOutbound } from '../text/fr/outbound.ts'
import { start as frenchStart } from '../text/fr/start.ts'

// Facts as every refusal carries them, with values that a person could not have typed: none of them may be shown as it stands.
const day = '2026-06-01'
const [codeOfField, codeOfHappening] = ['identityDocuments', 'request-drafted']
const facts = {
  field: codeOfField, after: codeOfHappening, cause: 'ENOENT: no such file or directory, open', reason: 'died', expected: 'text', value: 'typed', day, today: day, afterDay: day, closedOn: day, leftOn: day, lostOn: day, validFrom: day, validUntil: day, departsOn: day, lastDay: day,
  actual: 4, into: 'n1', country: 'SO', id: 'n1', fact: 'typed', factId: 'n1', correctionId: 'n1', recipient: 'n1', orderId: 'n1', destination: 'KE', counselId: 'n1', officer: 'Sample', requestId: 'n1', agreement: 'a1', outcome: 'issued', standing: 'none', why: 'period-not-passed',
  documentId: 'n1', bookingId: 'n1', requests: ['n1'], bookings: ['n2'], caseId: 'n1', factIds: ['n1'], step: 'request', answer: { state: 'held-here', gates: [{ gate: 'first', holds: [{}] }] }, documentType: 'typed', datum: 'other-names', for: 'child', most: 3, commandId: 'n1',
  kind: 'typed', moment: day, file: 'typed', name: 'typed', faults: [{ code: 'versions-leave-a-gap', name: 'rule' }], missing: 'missing', provision: 'law', table: 'rules', rule: 'rule', gate: 'gate', at: 'typed', mostBytes: 5, sheet: 'typed', fault: 'fault', reference: 'typed', firstLine: 2, candidates: ['CG', 'CD'],
  month: '2026-01', line: 3, found: ';', column: 'typed', profile: 'typed', limit: 5, known: ['typed'], header: 'typed', profiles: ['typed'], other: 'typed', stratum: 'typed', values: 'typed', asOf: day, firstDay: day, platform: 'typed', folder: 'typed', processId: 4, needed: 15, log: 'typed', lastLine: 'typed', role: 'typed', user: 'typed', port: 80, host: 'typed', wished: 'typed', allowed: ['typed'], jurisdiction: 'CA', by: 'typed', code: 'typed', days: 'typed', place: 'Info',
}
// What stands in a file as somebody wrote it is shown as it stands.
const written = { field: 'typed' }
const special: Readonly<Record<string, object>> = { 'field-missing': written, 'field-not-known': written, 'unknown-field': written, 'profile-invalid': written, 'profile-trait-stratum': written, 'field-wrong': { ...written, expected: 'text' }, 'no-connection': { reason: 'connect ECONNREFUSED 127.0.0.1:5432' }, 'names-nothing': { kind: 'period' }, 'stale-version': { expected: 3 } }

// A refusal that is added later may carry a fact that is not in the list above.
const withEverything = (given: Readonly<Record<string, unknown>>) => new Proxy(given, { get: (target, name) => target[String(name)] ?? (/On$|[dD]ay$/.test(String(name)) ? day : 'typed') })

const tables = {
  en: [english.ask, english.append, englishCasework.refusals, englishOutbound.refusals, englishOutbound.findings, english.law.refusals, english.import.refusals, english.import.rows, english.statutory.refusals, englishIntake.refusals, englishStart.refusals, englishFaults, { cannotWrite: english.cannotWrite, fileUnreadable: english.fileUnreadable, agreementsUnreadable: english.agreementsUnreadable }],
  fr: [french.ask, french.append, frenchCasework.refusals, frenchOutbound.refusals, frenchOutbound.findings, french.law.refusals, french.import.refusals, french.import.rows, french.statutory.refusals, frenchIntake.refusals, frenchStart.refusals, frenchFaults, { cannotWrite: french.cannotWrite, fileUnreadable: french.fileUnreadable, agreementsUnreadable: french.agreementsUnreadable }],
} as const
const sentencesOf = (language: 'en' | 'fr') => tables[language].flatMap((table) => Object.entries(table as Readonly<Record<string, unknown>>))
const codes = [...new Set([...sentencesOf('en').map(([code]) => code), ...findingCodes])].filter((code) => code.includes('-'))

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(sentencesOf(language))('the refusal %s is said in words, without a code of ours or of the system', (code, sentence) => {
    const text = (sentence as (facts: unknown) => string)(withEverything({ ...facts, ...special[code] }))
    expect(text).not.toMatch(/undefined|\[object|\bE[A-Z]{3,}\b|no such file or directory/)
    expect([codeOfField, codeOfHappening, ...codes].filter((one) => text.includes(one))).toEqual([])
  })

  test('every field that a command can be refused for, and everything that must come first, has a name', () => {
    const folder = join(import.meta.dirname, '../casework')
    const source = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
    const [fields, happenings] = [/\b(?:checkFilled|checkListed|checkPastDay|checkComingDay|checkDay|checkName)\('([A-Za-z]+)'|field: '([A-Za-z.]+)'/g, /checkNotBefore\([^'\n]*?, '([A-Za-z-]+)'|after: '([A-Za-z-]+)'/g].map((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''))
    expect([fields?.length, happenings?.length]).toSatisfy(([some = 0, more = 0]: number[]) => some > 30 && more > 15)
    const bare = /[a-z][A-Z]|\.|-/
    expect(fields?.filter((field) => bare.test(fieldName(field, language)) && fieldName(field, language) === field)).toEqual([])
    expect(happenings?.filter((code) => happeningName(code, language) === code)).toEqual([])
  })

  test('a field of a command that is missing is named as it is written, and in words', () => {
    for (const code of ['field-missing', 'field-wrong'] as const) expect((language === 'en' ? english : french).ask[code]({ field: codeOfField, expected: 'text' })).toContain(`(${fieldName(codeOfField, language)})`)
  })

  test('every fault of a row of an import has its words', () => {
    for (const fault of ['too-few-columns', 'too-many-columns', 'bad-quotes', 'bad-encoding']) expect(reasonSentence(fault, language)).not.toBe(fault)
  })
})
