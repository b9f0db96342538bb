import { Type, type TSchema } from 'typebox'
import type { Command } from '../casework/command.ts'
import { arrivalOutcomes, closeReasons, confirmationMeans, documentTypes, nationalityBases, orderKinds, requestOutcomes, riskFindings, withdrawalReasons } from '../casework/lists.ts'
import { facts } from '../law/facts.ts'
import { commandFields, identityDocumentFields, identityFields, type FieldShape } from '../service/cases/command-fields.ts'
import { jurisdictions } from './case-schema.ts'

type Kind = Command['kind']

// Commands about two records of one person go together, and the other case must be reached too: see command-merge-routes.ts.
const notHere: ReadonlySet<Kind> = new Set<Kind>(['open-case', 'absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'])

/** The commands that one case takes. */
export const takenKinds: readonly Kind[] = (Object.keys(commandFields) as Kind[]).filter((kind) => !notHere.has(kind))

/** What one command looks like: its fields, with the closed list or the day that stands in each. */
export function commandSchema(kind: Kind): TSchema {
  return Type.Object({ kind: Type.Literal(kind), ...fieldSchemas(kind) }, { additionalProperties: false, title: kind })
}

/** What opens a case: the command without its name, which its address says. */
export function openingSchema(): TSchema {
  return Type.Object(fieldSchemas('open-case'), { additionalProperties: false })
}

/** Every command that one case takes, told apart by `kind` (OpenAPI 3.1, Discriminator Object). */
export function everyCommandSchema(): TSchema {
  return Type.Unsafe({ oneOf: takenKinds.map(commandSchema), discriminator: { propertyName: 'kind' } })
}

function fieldSchemas(kind: Kind): Readonly<Record<string, TSchema>> {
  return Object.fromEntries(Object.entries(commandFields[kind] as Readonly<Record<string, FieldShape>>).map(([field, shape]) => [field, fieldSchema(kind, field, shape)]))
}

function fieldSchema(kind: Kind, field: string, shape: FieldShape): TSchema {
  switch (shape) {
    case 'text': return textSchema(kind, field)
    case 'text?': return Type.Optional(textSchema(kind, field))
    case 'yes-or-no': return Type.Boolean()
    case 'texts': return Type.Array(Type.String())
    case 'identity': return identitySchema
  }
}

function textSchema(kind: Kind, field: string): TSchema {
  const allowed = closedList(kind, field)
  if (allowed) return Type.Unsafe({ type: 'string', enum: [...allowed] })
  if (days.has(field)) return Type.String({ format: 'date' })
  if (field === 'country' || field === 'destination') return Type.String({ description: 'ISO 3166-1, two letters' })
  return Type.String()
}

const days: ReadonlySet<string> = new Set(['on', 'heldOn', 'departsOn', 'draftedOn', 'validFrom', 'validUntil', 'answerBy'])

const lists: Readonly<Record<string, readonly string[]>> = {
  jurisdiction: jurisdictions, basis: nationalityBases, orderKind: [...orderKinds.CA, ...orderKinds.US], documentType: documentTypes, finding: riskFindings, how: confirmationMeans, answer: ['willing', 'unwilling', 'not-final'], to: ['person', 'counsel'],
  value: ['yes', 'no', 'unknown'], fact: Object.keys(facts),
}

/** What may stand in a field, where that is a closed list. */
function closedList(kind: Kind, field: string): readonly string[] | undefined {
  if (field === 'outcome') return kind === 'record-arrival' ? arrivalOutcomes : requestOutcomes
  if (field === 'reason') return kind === 'close-case' ? closeReasons : kind === 'withdraw-request' ? withdrawalReasons : undefined
  return lists[field]
}

const documentLists: Readonly<Record<string, readonly string[]>> = { documentType: ['passport', 'identity-card', 'birth-certificate', 'seafarers-book', 'driving-licence'], sex: ['female', 'male', 'unspecified'] }

const identitySchema = particulars(identityFields)

function particulars(fields: Readonly<Record<string, FieldShape | 'documents'>>): TSchema {
  const one = (field: string, shape: FieldShape | 'documents'): TSchema => {
    if (shape === 'documents') return Type.Array(particulars(identityDocumentFields))
    if (shape === 'yes-or-no') return Type.Boolean()
    const allowed = documentLists[field]
    const text = allowed ? Type.Unsafe({ type: 'string', enum: [...allowed] }) : Type.String()
    return shape === 'text?' ? Type.Optional(text) : text
  }
  return Type.Object(Object.fromEntries(Object.entries(fields).map(([field, shape]) => [field, one(field, shape)])), { additionalProperties: false })
}
