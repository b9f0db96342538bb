import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { commandSchema, takenKinds } from './command-schema.ts'

/** What is wrong in one place. `pointer`: where, as RFC 6901 writes it. */
export type Fault =
  | { readonly code: 'missing' | 'not-known' | 'impossible-day' | 'not-so'; readonly pointer: string }
  | { readonly code: 'not-in-list'; readonly pointer: string; readonly allowed: readonly string[] }
  | { readonly code: 'wrong-kind'; readonly pointer: string; readonly expected: string }
  | { readonly code: 'not-an-object'; readonly pointer: '' }

/** Finds what is wrong in what was sent; nothing, when it is as the schema says. */
export type FindFaults = (value: unknown) => readonly Fault[]

const mostFaults = 20

/** Compiles a schema once. A field that is not in it is a fault and is not passed over. */
export function faultsBy(schema: TSchema): FindFaults {
  // Not before it is needed: a server starts sooner than somebody records a departure.
  let compiled: ReturnType<typeof Compile> | undefined
  return (value) => ((compiled ??= Compile(schema)).Check(value) ? [] : isObject(value) ? compiled.Errors(value).flatMap(faultsOf).slice(0, mostFaults) : [{ code: 'not-an-object', pointer: '' }])
}

/** The same of a command: `kind` says which schema it must have, so that faults are told of that one and not of fifty. */
export function faultsOfCommand(): FindFaults {
  const byKind = new Map(takenKinds.map((kind): [string, FindFaults] => [kind, faultsBy(commandSchema(kind))]))
  return (value) => {
    if (!isObject(value)) return [{ code: 'not-an-object', pointer: '' }]
    const { kind } = value
    if (kind === undefined) return [{ code: 'missing', pointer: '/kind' }]
    const find = typeof kind === 'string' ? byKind.get(kind) : undefined
    return find ? find(value) : [{ code: 'not-in-list', pointer: '/kind', allowed: takenKinds }]
  }
}

type SchemaError = { readonly keyword: string; readonly instancePath: string; readonly params: object }

function faultsOf({ keyword, instancePath: pointer, params }: SchemaError): readonly Fault[] {
  const { requiredProperties = [], additionalProperties = [], allowedValues = [], type = '' } = params as { readonly requiredProperties?: readonly string[]; readonly additionalProperties?: readonly string[]; readonly allowedValues?: readonly string[]; readonly type?: string | readonly string[] }
  switch (keyword) {
    case 'required': return requiredProperties.map((name) => ({ code: 'missing', pointer: `${pointer}/${escape(name)}` }))
    case 'additionalProperties': return additionalProperties.map((name) => ({ code: 'not-known', pointer: `${pointer}/${escape(name)}` }))
    case 'boolean': return [] // says again what additionalProperties says
    case 'enum': return [{ code: 'not-in-list', pointer, allowed: allowedValues }]
    case 'type': return [{ code: 'wrong-kind', pointer, expected: String(type) }]
    case 'format': return [{ code: 'impossible-day', pointer }]
    default: return [{ code: 'not-so', pointer }]
  }
}

// RFC 6901 section 3.
function escape(name: string): string {
  return name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
