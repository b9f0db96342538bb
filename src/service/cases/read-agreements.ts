import { readFile } from 'node:fs/promises'
import { agreedData, type Agreement } from '../../casework/agreement.ts'
import { findDay } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'

/** `field`: the first thing in the file that is not as `Agreement` says, for example `0.reply.length`. */
export type AgreementsRefusal =
  | { readonly code: 'agreements-unreadable'; readonly file: string; readonly cause: string }
  | { readonly code: 'agreements-wrong'; readonly file: string; readonly field: string }

/** Reads the agreements that an authority works under: a JSON list, kept by its lawyers. No file: none is known, and none moves anything. */
export async function readAgreements(file: string | undefined): Promise<Result<readonly Agreement[], AgreementsRefusal>> {
  if (file === undefined) return accept([])
  const text = await readFile(file, 'utf8').catch((error: Error) => error)
  if (text instanceof Error) return refuse({ code: 'agreements-unreadable', file, cause: text.message })
  try {
    const found = JSON.parse(text) as unknown
    const wrong = Array.isArray(found) ? found.map((one, index) => wrongIn(one, String(index))).find((field) => field !== undefined) : ''
    return wrong === undefined ? accept(found as readonly Agreement[]) : refuse({ code: 'agreements-wrong', file, field: wrong })
  } catch (error) {
    if (error instanceof SyntaxError) return refuse({ code: 'agreements-wrong', file, field: '' })
    throw error
  }
}

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value !== ''
const isDay: Check = (value) => typeof value === 'string' && findDay(value) !== undefined
const isStatus: Check = (value) => ['verified', 'unverified', 'draft'].includes(value as string)
const isPeriod: Check = (value) => isObject(value) && Number.isInteger(value['length']) && (value['length'] as number) > 0 && ['calendar-days', 'working-days', 'months'].includes(value['unit'] as string) && isStatus(value['text'])
const optional = (check: Check): Check => (value) => value === undefined || check(value)
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check)

const checks: { readonly [Field in keyof Agreement]-?: Check } = {
  code: isText,
  country: (value) => /^[A-Z]{2}$/.test(value as string),
  inForce: (value) => isObject(value) && optional(isDay)(value['from']) && optional(isDay)(value['to']),
  text: isStatus,
  source: isText,
  replyFrom: (value) => value === 'sent' || value === 'acknowledged',
  reply: optional(isPeriod),
  silence: optional((value) => isObject(value) && ['consent', 'nothing'].includes(value['means'] as string) && isStatus(value['text'])),
  documentValidity: optional(isPeriod),
  transferWindow: optional(isPeriod),
  requires: optional(listOf((value) => isObject(value) && (agreedData as readonly unknown[]).includes(value['datum']) && isText(value['article']) && isStatus(value['text']))),
  weekend: listOf((value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 6),
  holidays: listOf(isDay),
  holidaysKnownUntil: optional(isDay),
}

function wrongIn(agreement: unknown, within: string): string | undefined {
  if (!isObject(agreement)) return within
  const strange = Object.keys(agreement).find((name) => !Object.hasOwn(checks, name))
  const wrong = strange ?? Object.entries(checks).find(([name, check]) => !check(agreement[name]))?.[0]
  return wrong === undefined ? undefined : `${within}.${wrong}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
