import type { Command } from '../casework/command.ts'
import type { Identity } from '../casework/identity.ts'
import type { PlainDate } from '../kernel/day.ts'
import { findCountry } from '../reference/countries.ts'
import { resolveCountry } from '../reference/country-names.ts'
import type { CaseloadRow } from './caseload-file.ts'
import type { CaseloadField, CaseloadProfile } from './caseload-profile.ts'

/** One command of a row, and the column of each of its fields: a refusal must name the cell. */
export type RowCommand = { readonly command: Command; readonly columns: ReadonlyMap<string, string> }

/** What a row says, in the order in which it is done; whether it may be so is for `decide` to judge. */
export type RowCase = { readonly reference: string; readonly commands: readonly RowCommand[] }

/** Every column that a profile reads. */
export function columnsOf(profile: CaseloadProfile): readonly string[] {
  return [...new Set(partsOf(profile).flatMap((part) => [...columnsIn(part).values()]))]
}

type Part = Readonly<Record<string, CaseloadField>>

/** The row's own fields, and each group. */
function partsOf({ reference, jurisdiction, openedOn, source, officer, identity, nationalities = [], orders = [], facts = [], requests = [] }: CaseloadProfile): readonly Part[] {
  return [{ reference, jurisdiction, openedOn, source, ...(officer ? { officer } : {}) }, identity, ...nationalities, ...orders, ...facts, ...requests]
}

/** Turns a row into commands. Values that make no sense are passed on as they stand, so that the refusal can show them. */
export function readCaseloadRow(row: CaseloadRow, profile: CaseloadProfile): RowCase {
  const { dates, identity, nationalities = [], orders = [], facts = [], requests = [], officer } = profile
  const text = (field: CaseloadField) => valueOf(field, row)
  const day = (field: CaseloadField) => dayText(text(field), dates) as PlainDate
  const country = (field: CaseloadField) => countryText(text(field))
  // What comes from a file is not of any list before it is judged; the lists are checked by `decide`.
  const listed = (field: CaseloadField) => text(field) as never
  const open: Command = { kind: 'open-case', jurisdiction: listed(profile.jurisdiction), identity: identityOf(identity, row, dates), on: day(profile.openedOn), source: text(profile.source) }
  return {
    reference: text(profile.reference),
    commands: [
      { command: open, columns: columnsIn({ ...identity, jurisdiction: profile.jurisdiction, on: profile.openedOn, source: profile.source }) },
      ...nationalities.filter((group) => isSaid(group, row, profile)).map((group) => made(group, { kind: 'record-nationality', country: country(group.country), basis: listed(group.basis), on: day(group.on), source: text(group.source) })),
      ...orders.filter((group) => isSaid(group, row, profile)).map((group, index) => made(group, { kind: 'record-order', orderId: `imported-${index + 1}`, orderKind: listed(group.orderKind), on: day(group.on), source: text(group.source) })),
      ...facts.filter((group) => isSaid(group, row, profile)).map((group, index) => made(group, {
        kind: 'record-fact', factId: `imported-${index + 1}`, fact: text(group.fact), value: listed(group.value), on: day(group.on), source: text(group.source), ...(group.destination && text(group.destination) !== '' ? { destination: country(group.destination) } : {}),
      })),
      ...requests.filter((group) => isSaid(group, row, profile)).map((group, index) => made(group, {
        kind: 'record-earlier-request', requestId: `imported-${index + 1}`, destination: country(group.destination), consulate: text(group.consulate), documentType: listed(group.documentType), on: day(group.on), source: text(group.source),
        ...(group.agreement && text(group.agreement) !== '' ? { agreement: text(group.agreement) } : {}),
        ...(group.draftedOn && text(group.draftedOn) !== '' ? { draftedOn: day(group.draftedOn) } : {}),
      })),
      ...(officer && text(officer) !== '' ? [made({ officer }, { kind: 'assign-officer', officer: text(officer), note: text(profile.source) })] : []),
    ],
  }
}

function made(group: Part, command: Command): RowCommand {
  return { command, columns: columnsIn(group) }
}

function columnsIn(group: Part): ReadonlyMap<string, string> {
  return new Map(Object.entries(group).flatMap(([name, field]) => ('column' in field ? [[name, field.column] as const] : [])))
}

/** Does the row say anything of this group, in the columns that no other part reads? A reference that stands in every row says nothing. */
function isSaid(group: Part, { cells }: CaseloadRow, profile: CaseloadProfile): boolean {
  const others = new Set(partsOf(profile).filter((part) => part !== group).flatMap((part) => [...columnsIn(part).values()]))
  const own = [...columnsIn(group).values()].filter((column) => !others.has(column))
  return own.length === 0 || own.some((column) => (cells.get(column) ?? '') !== '')
}

function valueOf(field: CaseloadField, { cells }: CaseloadRow): string {
  if ('text' in field) return field.text
  const cell = cells.get(field.column) ?? ''
  if (cell === '') return field.otherwise ?? ''
  return field.values && Object.hasOwn(field.values, cell) ? (field.values[cell] ?? '') : cell
}

function identityOf(fields: CaseloadProfile['identity'], row: CaseloadRow, dates: CaseloadProfile['dates']): Identity {
  const { familyName, givenNames, sex, bornOn, bornIn, bornInCountry } = fields
  const said = (field: CaseloadField | undefined) => (field ? valueOf(field, row) : '')
  return {
    familyName: said(familyName), givenNames: said(givenNames), sex: said(sex) as Identity['sex'], identityDocuments: [],
    ...(said(bornOn) === '' ? {} : { bornOn: dayText(said(bornOn), dates) }), ...(said(bornIn) === '' ? {} : { bornIn: said(bornIn) }), ...(said(bornInCountry) === '' ? {} : { bornInCountry: countryText(said(bornInCountry)) }),
  }
}

const shapes: Readonly<Record<CaseloadProfile['dates'], readonly [RegExp, string]>> = {
  'YYYY-MM-DD': [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, 'YMD'], 'D/M/YYYY': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'DMY'], 'M/D/YYYY': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'MDY'], YYYYMMDD: [/^(\d{4})(\d{2})(\d{2})$/, 'YMD'],
}

/** A day as ISO 8601; what is not written as the profile says, or stands there in ISO already, is left as it is. */
function dayText(text: string, dates: CaseloadProfile['dates']): string {
  const [shape, order] = shapes[dates]
  const parts = shape.exec(text)?.slice(1)
  if (!parts) return text
  const part = (letter: string) => parts[order.indexOf(letter)] ?? ''
  return `${part('Y')}-${part('M').padStart(2, '0')}-${part('D').padStart(2, '0')}`
}

/** Two letters of ISO 3166, for a code or a name; what is neither is left as it is, and refused as it stands. */
function countryText(text: string): string {
  if (/^[A-Z]{2}$/.test(text)) return text
  const found = resolveCountry(text)
  return found.kind === 'country' && !found.assumed ? (findCountry(found.country)?.alpha2 ?? text) : text
}
