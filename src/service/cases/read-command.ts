import type { Command } from '../../casework/command.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { AskRefusal } from './case-refusal.ts'
import { commandFields, identityDocumentFields, identityFields, type FieldShape } from './command-fields.ts'

type Fields = Readonly<Record<string, FieldShape | 'documents'>>

/** Reads a command from JSON. A field that no such command has is refused and not passed over: it may be one that was misspelt. */
export function readCommand(json: string): Result<Command, AskRefusal> {
  const value = parse(json)
  if (!isObject(value)) return refuse({ code: 'not-json' })
  return checkCommand(value)
}

/** Checks that a value has the shape of a command; what stands in it is for `decide` to judge. */
export function checkCommand(value: Readonly<Record<string, unknown>>): Result<Command, AskRefusal> {
  const { kind, ...given } = value
  if (typeof kind !== 'string' || !Object.hasOwn(commandFields, kind)) return refuse({ code: 'unknown-command', kind: typeof kind === 'string' ? kind : '' })
  const wrong = checkFields(given, commandFields[kind as Command['kind']], '')
  return wrong ? refuse(wrong) : accept(value as unknown as Command)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function checkFields(given: Readonly<Record<string, unknown>>, fields: Fields, within: string): AskRefusal | undefined {
  const strange = Object.keys(given).find((name) => !Object.hasOwn(fields, name))
  if (strange !== undefined) return { code: 'field-not-known', field: within + strange }
  for (const [name, shape] of Object.entries(fields)) {
    const wrong = checkField(given[name], shape, within + name)
    if (wrong) return wrong
  }
  return undefined
}

function checkField(value: unknown, shape: FieldShape | 'documents', field: string): AskRefusal | undefined {
  if (value === undefined) return shape === 'text?' ? undefined : { code: 'field-missing', field }
  switch (shape) {
    case 'text': case 'text?': return typeof value === 'string' ? undefined : { code: 'field-wrong', field, expected: 'text' }
    case 'yes-or-no': return typeof value === 'boolean' ? undefined : { code: 'field-wrong', field, expected: 'yes-or-no' }
    case 'texts': return isList(value) && value.every((one) => typeof one === 'string') ? undefined : { code: 'field-wrong', field, expected: 'texts' }
    case 'identity': return isObject(value) ? checkFields(value, identityFields, `${field}.`) : { code: 'field-wrong', field, expected: 'identity' }
    case 'documents': return isList(value) ? checkDocuments(value, field) : { code: 'field-wrong', field, expected: 'documents' }
  }
}

function checkDocuments(documents: readonly unknown[], field: string): AskRefusal | undefined {
  for (const [index, document] of documents.entries()) {
    const wrong = isObject(document) ? checkFields(document, identityDocumentFields, `${field}.${index}.`) : ({ code: 'field-wrong', field: `${field}.${index}`, expected: 'documents' } as const)
    if (wrong) return wrong
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
