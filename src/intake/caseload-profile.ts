import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { encodings, type FileShape } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'

/** Where a value comes from: a column, with other words for some of its values, or a text that is the same for every row. */
export type CaseloadField =
  | { readonly column: string; readonly values?: Readonly<Record<string, string>>; /** For an empty cell. */ readonly otherwise?: string }
  | { readonly text: string }

export const caseloadDates = ['YYYY-MM-DD', 'D/M/YYYY', 'M/D/YYYY', 'YYYYMMDD'] as const

/**
 * Which column of another system's table says what about a case: data, so that a new system needs no code. A group (nationality,
 * order, fact, earlier request) is left out for a row in which every column that it reads is empty.
 */
export type CaseloadProfile = {
  readonly format: 'comity-caseload/1'
  /** The system that the file comes from; with a row's reference it names the case for good. */
  readonly system: string
  readonly dates: (typeof caseloadDates)[number]
  /** For text files; `,` and `"` in UTF-8 when left out. */
  readonly file?: Partial<Pick<FileShape, 'delimiter' | 'quote' | 'encoding' | 'preambleLines'>>
  /** For workbooks: the name of the sheet; the first one when left out. */
  readonly sheet?: string
  readonly reference: CaseloadField
  readonly jurisdiction: CaseloadField
  readonly openedOn: CaseloadField
  readonly source: CaseloadField
  readonly officer?: CaseloadField
  readonly identity: Group<'familyName' | 'givenNames' | 'sex', 'bornOn' | 'bornIn' | 'bornInCountry'>
  readonly nationalities?: readonly Group<'country' | 'basis' | 'on' | 'source'>[]
  readonly orders?: readonly Group<'orderKind' | 'on' | 'source'>[]
  readonly facts?: readonly Group<'fact' | 'value' | 'on' | 'source', 'destination'>[]
  readonly requests?: readonly Group<'destination' | 'consulate' | 'documentType' | 'on' | 'source', 'agreement' | 'draftedOn'>[]
}

type Group<Required extends string, Optional extends string = never> = { readonly [Name in Required]: CaseloadField } & { readonly [Name in Optional]?: CaseloadField }

const groups = {
  identity: { required: ['familyName', 'givenNames', 'sex'], optional: ['bornOn', 'bornIn', 'bornInCountry'] },
  nationalities: { required: ['country', 'basis', 'on', 'source'], optional: [] },
  orders: { required: ['orderKind', 'on', 'source'], optional: [] },
  facts: { required: ['fact', 'value', 'on', 'source'], optional: ['destination'] },
  requests: { required: ['destination', 'consulate', 'documentType', 'on', 'source'], optional: ['agreement', 'draftedOn'] },
} as const

/** Reads a mapping profile. A field that no profile has is refused: it may be one that was misspelt. */
export async function readCaseloadProfile(path: string): Promise<Result<CaseloadProfile, IntakeRefusal>> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (text instanceof Error) return refuse(text.code === 'ENOENT' ? { code: 'file-missing', file } : { code: 'file-unreadable', file, cause: text.code ?? text.message })
  try {
    const value = JSON.parse(text) as unknown
    const wrong = wrongIn(value)
    return wrong ? refuse({ code: 'profile-invalid', file, ...wrong }) : accept(value as CaseloadProfile)
  } catch (error) {
    if (error instanceof SyntaxError) return refuse({ code: 'profile-invalid', file, field: '', expected: 'json' })
    throw error
  }
}

type Wrong = { readonly field: string; readonly expected: string }

function wrongIn(value: unknown): Wrong | undefined {
  if (!isObject(value)) return { field: '', expected: 'object' }
  const known = ['format', 'system', 'dates', 'file', 'sheet', 'reference', 'jurisdiction', 'openedOn', 'source', 'officer', ...Object.keys(groups)]
  const strange = Object.keys(value).find((name) => !known.includes(name))
  if (strange !== undefined) return { field: strange, expected: known.join('|') }
  if (value['format'] !== 'comity-caseload/1') return { field: 'format', expected: 'comity-caseload/1' }
  if (!isText(value['system'])) return { field: 'system', expected: 'text' }
  if (!(caseloadDates as readonly unknown[]).includes(value['dates'])) return { field: 'dates', expected: caseloadDates.join('|') }
  if (value['sheet'] !== undefined && !isText(value['sheet'])) return { field: 'sheet', expected: 'text' }
  return wrongFile(value['file']) ?? firstOf([
    ...['reference', 'jurisdiction', 'openedOn', 'source'].map((name) => wrongField(value[name], name)),
    value['officer'] === undefined ? undefined : wrongField(value['officer'], 'officer'),
    wrongGroup(value['identity'], 'identity', groups.identity),
    ...(['nationalities', 'orders', 'facts', 'requests'] as const).flatMap((name) => wrongGroups(value[name], name)),
  ])
}

function wrongFile(file: unknown): Wrong | undefined {
  if (file === undefined) return undefined
  if (!isObject(file)) return { field: 'file', expected: 'object' }
  const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
    delimiter: (value) => typeof value === 'string' && value.length === 1, quote: (value) => typeof value === 'string' && value.length <= 1,
    encoding: (value) => (encodings as readonly unknown[]).includes(value), preambleLines: (value) => Number.isInteger(value) && (value as number) >= 0,
  }
  const wrong = Object.entries(file).find(([name, value]) => !Object.hasOwn(checks, name) || checks[name]?.(value) === false)
  return wrong && { field: `file.${wrong[0]}`, expected: Object.keys(checks).join('|') }
}

function wrongGroups(list: unknown, name: Exclude<keyof typeof groups, 'identity'>): readonly (Wrong | undefined)[] {
  if (list === undefined) return []
  return Array.isArray(list) ? list.map((one, index) => wrongGroup(one, `${name}.${index}`, groups[name])) : [{ field: name, expected: 'list' }]
}

function wrongGroup(group: unknown, at: string, { required, optional }: { readonly required: readonly string[]; readonly optional: readonly string[] }): Wrong | undefined {
  if (!isObject(group)) return { field: at, expected: 'object' }
  const known = [...required, ...optional]
  const strange = Object.keys(group).find((name) => !known.includes(name))
  if (strange !== undefined) return { field: `${at}.${strange}`, expected: known.join('|') }
  return firstOf(known.filter((name) => required.includes(name) || group[name] !== undefined).map((name) => wrongField(group[name], `${at}.${name}`)))
}

function wrongField(field: unknown, at: string): Wrong | undefined {
  const wrong = { field: at, expected: 'column|text' }
  if (!isObject(field)) return wrong
  const { column, values, otherwise, text, ...rest } = field
  if (Object.keys(rest).length > 0 || (column === undefined) === (text === undefined)) return wrong
  if (text !== undefined) return isText(text) && values === undefined && otherwise === undefined ? undefined : wrong
  const valuesFit = values === undefined || (isObject(values) && Object.values(values).every((value) => typeof value === 'string'))
  return isText(column) && valuesFit && (otherwise === undefined || isText(otherwise)) ? undefined : wrong
}

function firstOf(wrongs: readonly (Wrong | undefined)[]): Wrong | undefined {
  return wrongs.find((wrong) => wrong !== undefined)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
