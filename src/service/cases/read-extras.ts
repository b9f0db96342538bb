import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { AskRefusal } from './case-refusal.ts'

/** Reads what was collected because an agreement requires it, from JSON. Whether it may leave is for the rules of what leaves. */
export function readExtras(json: string): Result<SuppliedExtras, AskRefusal> {
  const value = parse(json)
  if (!isObject(value)) return refuse({ code: 'not-json' })
  const { otherNames, height, fingerprints, visa, ...rest } = value
  const [strange] = Object.keys(rest)
  if (strange !== undefined) return refuse({ code: 'field-not-known', field: strange })
  if (otherNames !== undefined && !(Array.isArray(otherNames) && otherNames.every((one) => hasTexts(one, ['familyName', 'givenNames'])))) return refuse({ code: 'field-wrong', field: 'otherNames', expected: 'texts' })
  if (height !== undefined && typeof height !== 'number') return refuse({ code: 'field-wrong', field: 'height', expected: 'number' })
  if (fingerprints !== undefined && typeof fingerprints !== 'string') return refuse({ code: 'field-wrong', field: 'fingerprints', expected: 'text' })
  if (visa !== undefined && !hasTexts(visa, ['number', 'validFrom', 'validUntil'])) return refuse({ code: 'field-wrong', field: 'visa', expected: 'texts' })
  return accept(value as SuppliedExtras)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function hasTexts(value: unknown, fields: readonly string[]): boolean {
  return isObject(value) && Object.keys(value).every((field) => fields.includes(field)) && fields.every((field) => typeof value[field] === 'string')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
