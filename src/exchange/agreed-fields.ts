import { agreedTypes, measures, type AgreedType } from './lists.ts'
import { agreedShapes, type AgreedBody } from './partner-shapes.ts'
import type { Shape } from './shape.ts'

type ByType = Readonly<Record<AgreedType, readonly string[]>>

/** What an instrument may list of each message: its members, and of an assessment each measure apart. */
export const agreedFields: ByType = byType((type) => [...Object.keys(agreedShapes[type].members), ...(type === 'country-assessment' ? measures : [])])

/** Members that are never empty: whoever lists the message lists them too. */
export const requiredFields: ByType = byType((type) => Object.entries<Shape>(agreedShapes[type].members).filter(([, shape]) => !canBeEmpty(shape)).map(([name]) => name))

/** The members of this body that hold something, and the measures that its figures tell. */
export function fieldsUsed(type: AgreedType, body: AgreedBody): readonly string[] {
  const used = Object.entries(body).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)).map(([name]) => name)
  return type === 'country-assessment' && 'figures' in body ? [...used, ...new Set(body.figures.map(({ measure }) => measure))] : used
}

function canBeEmpty(shape: Shape): boolean {
  return shape.kind === 'or-null' || (shape.kind === 'list' && shape.least === 0)
}

function byType(fields: (type: AgreedType) => readonly string[]): ByType {
  return Object.fromEntries(agreedTypes.map((type) => [type, fields(type)])) as ByType
}
