import { findDay } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isFactCode } from './facts.ts'
import type { LawTable, LawUpdate } from './law-update.ts'

/** Where a file is not of the form of a change of the law: `add.rules[0].when.fact`. */
export type UnreadableLawUpdate = { readonly code: 'law-update-unreadable'; readonly at: string }

/** Says where a value has not the form that it should have; undefined when it has. */
type Check = (value: unknown, at: string) => string | undefined

/** Reads a change of the law from plain data, as JSON gives it. A field that no form knows is refused: it may be a misspelt one. */
export function parseLawUpdate(value: unknown): Result<LawUpdate, UnreadableLawUpdate> {
  const at = update(value, '')
  return at === undefined ? accept(value as LawUpdate) : refuse({ code: 'law-update-unreadable', at: at.replace(/^\./, '') })
}

const text: Check = (value, at) => (typeof value === 'string' && value !== '' ? undefined : at)
const whole: Check = (value, at) => (Number.isSafeInteger(value) ? undefined : at)
const day: Check = (value, at) => (typeof value === 'string' && findDay(value) !== undefined ? undefined : at)
const fact: Check = (value, at) => (typeof value === 'string' && isFactCode(value) ? undefined : at)
const yes: Check = (value, at) => (value === true ? undefined : at)

function oneOf(...values: readonly string[]): Check {
  return (value, at) => (typeof value === 'string' && values.includes(value) ? undefined : at)
}

function list(check: Check): Check {
  return (value, at) => (Array.isArray(value) ? first(value.map((item, place) => check(item, `${at}[${place}]`))) : at)
}

function fields(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const known: Readonly<Record<string, Check>> = { ...required, ...optional }
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return at
    const held = new Map<string, unknown>(Object.entries(value))
    return first([
      ...[...held.keys()].filter((key) => !Object.hasOwn(known, key)).map((key) => `${at}.${key}`),
      ...Object.entries(known).filter(([key]) => held.has(key) || Object.hasOwn(required, key)).map(([key, check]) => check(held.get(key), `${at}.${key}`)),
    ])
  }
}

function first(faults: readonly (string | undefined)[]): string | undefined {
  return faults.find((at) => at !== undefined)
}

const conditions: readonly (readonly [string, Check])[] = [
  ['always', fields({ always: yes })],
  ['fact', fields({ fact }, { notBefore: fact })],
  ['no', (value, at) => fields({ no: condition })(value, at)],
  ['all', (value, at) => fields({ all: list(condition) })(value, at)],
  ['any', (value, at) => fields({ any: list(condition) })(value, at)],
  ['passed', fields({ passed: text, since: fact })],
  ['reached', fields({ reached: text, since: fact })],
  ['within', fields({ within: text, since: fact, happened: fact })],
  ['question', fields({ question: text })],
]

function condition(value: unknown, at: string): string | undefined {
  const kind = typeof value === 'object' && value !== null ? conditions.find(([key]) => Object.hasOwn(value, key)) : undefined
  return kind ? kind[1](value, at) : at
}

const bilingual = fields({ en: text, fr: text })
const textStatus = oneOf('verified', 'unverified', 'draft')
const inForce = fields({}, { from: day, to: day })
const instrumentKind = oneOf('moratorium', 'tps', 'ded', 'third-country-policy')
const jurisdiction = oneOf('CA', 'US')
const ruleJurisdiction = oneOf('CA', 'US', 'policy')
const opening = fields({ code: text, provision: text, text: textStatus, condition })

const entries: Readonly<Record<LawTable, Check>> = {
  provisions: fields({ code: text, jurisdiction: ruleJurisdiction, act: text, section: text, title: bilingual, inForce, text: textStatus, source: text }),
  rules: fields({ code: text, jurisdiction: ruleJurisdiction, authority: oneOf('statute', 'regulation', 'instrument', 'court', 'policy'), provisions: list(text), text: textStatus, inForce, reach: oneOf('everywhere', 'destination'), when: condition, except: list(opening), until: list(opening) }, { note: bilingual }),
  periods: fields({ code: text, length: whole, unit: oneOf('days', 'months'), provision: text, text: textStatus }, { movesOffClosedDays: fields({ weekdays: list(whole), holidays: list(day) }) }),
  questions: fields({ code: text, condition, provision: text }),
  instruments: fields(
    { code: text, kind: instrumentKind, jurisdiction, title: bilingual, place: fields({ country: text }, { parts: list(text), outside: list(text) }), legalBasis: text, text: textStatus, source: text, checkedOn: day, reviewBy: day },
    { startsOn: day, knownInForceOn: day, endsOn: fields({ day, text: textStatus }), noticedEndOn: day },
  ),
  lists: fields({ kind: instrumentKind, jurisdiction, text: textStatus, source: text, checkedOn: day, reviewBy: day }),
}

const tables = fields({}, Object.fromEntries(Object.entries(entries).map(([table, entry]) => [table, list(entry)])))
const update = fields({ format: oneOf('comity-law-update/1'), title: bilingual, source: text, add: tables, replace: tables })
