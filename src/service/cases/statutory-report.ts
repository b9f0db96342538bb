import { checkCountry } from '../../casework/check-country.ts'
import type { Inventory } from '../../casework/lists.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { roundTable } from '../../disclosure/controlled-rounding.ts'
import type { CountTable, TotalledTable } from '../../disclosure/count-table.ts'
import { checkRelease } from '../../disclosure/release-check.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { monthlyBreakdown, ordersNotEnforced, recordStatutoryPerson as keepPerson, type BreakdownRow, type StatutoryPerson } from '../../store/statutory-report.ts'
import { findCaseRow } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import type { AskRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId } from './load-case-state.ts'

export type StatutoryRefusal =
  | AskRefusal
  | Extract<CaseRefusal, { code: 'no-case' | 'unknown-country' | 'status-code-as-country' | 'not-in-list' }>
  | { readonly code: 'bad-month'; readonly month: string }
  | { readonly code: 'month-not-over'; readonly month: string }
  | { readonly code: 'no-release-key' }

const genders = ['female', 'male', 'another', 'unknown'] as const
const backgrounds = ['none-recorded', 'security', 'rights-violations', 'serious-criminality', 'criminality', 'organized-criminality', 'unknown'] as const

/** Keeps what IRPA 49(4) wants counted about one person, apart from the case; no page, search, export or measure can read it again. */
export async function recordStatutoryPerson(services: CaseServices, caseId: string, officer: string, person: StatutoryPerson): Promise<Result<null, StatutoryRefusal>> {
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  if (officer.trim() === '') return refuse({ code: 'no-officer' })
  const wrong = checkPerson(person)
  if (wrong) return refuse(wrong)
  if (!(await readOnly(services, (tx) => findCaseRow(tx, caseId)))) return refuse({ code: 'no-case' })
  await keepPerson(services.database, caseId, officer, person)
  return accept(null)
}

function checkPerson({ countryOfOrigin, birthYear, gender, criminalBackground }: StatutoryPerson): StatutoryRefusal | undefined {
  const country = checkCountry(countryOfOrigin)
  if (country) return country as StatutoryRefusal
  if (!genders.includes(gender)) return { code: 'not-in-list', field: 'gender', value: gender, allowed: genders }
  if (!backgrounds.includes(criminalBackground)) return { code: 'not-in-list', field: 'criminalBackground', value: criminalBackground, allowed: backgrounds }
  return birthYear === undefined || (Number.isInteger(birthYear) && birthYear >= 1880 && birthYear <= 2200) ? undefined : { code: 'field-wrong', field: 'birthYear', expected: 'number' }
}

/** A breakdown as it may go out: rounded to multiples of five, or held back whole. */
export type Breakdown = { readonly by: 'country' | 'age-and-gender' | 'criminal-background' } & ({ readonly held: false; readonly table: TotalledTable } | { readonly held: true })

/**
 * The report under IRPA 49(3) to (5) for one month. What "not enforced in accordance with subsection (3)" means is not certain (the
 * cross-reference looks circular); here: every order that was made by the month's end and had by then neither ended nor been enforced, in a file that was
 * open then. Everything in it is read by the report's role.
 */
export type StatutoryReport = {
  readonly month: string
  readonly madeOn: string
  /** The Act wants this number; it is exact. */
  readonly enforced: number
  /** Orders, by where their case stands on the day on which the report is made. */
  readonly notEnforced: readonly { readonly inventory: Inventory; readonly orders: number }[]
  readonly breakdowns: readonly Breakdown[]
}

/** Makes the monthly report. `key`: the releaser's secret of at least 16 characters, the same for every release. */
export async function statutoryReport(services: CaseServices, month: string, key: string): Promise<Result<StatutoryReport, StatutoryRefusal>> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return refuse({ code: 'bad-month', month })
  if (services.clock.today().slice(0, 7) <= month) return refuse({ code: 'month-not-over', month })
  if (key.length < 16) return refuse({ code: 'no-release-key' })
  const rows = await monthlyBreakdown(services.roles.report, 'CA', `${month}-01`)
  return accept({
    month, madeOn: services.clock.today(),
    enforced: rows.reduce((sum, { persons }) => sum + persons, 0),
    notEnforced: await ordersNotEnforced(services.roles.report, 'CA', `${month}-01`),
    breakdowns: [
      breakdown('country', month, key, rows, ({ countryOfOrigin }) => countryOfOrigin ?? 'unknown', () => 'persons'),
      breakdown('age-and-gender', month, key, rows, ({ age }) => ageGroup(age), ({ gender }) => gender ?? 'unknown'),
      breakdown('criminal-background', month, key, rows, ({ criminalBackground }) => criminalBackground ?? 'unknown', () => 'persons'),
    ],
  })
}

function ageGroup(age: number | null): string {
  if (age === null) return 'unknown'
  return ['0-17', '18-29', '30-44', '45-59'].find((group) => age <= Number(group.split('-')[1])) ?? '60+'
}

type Read = (row: BreakdownRow) => string

function breakdown(by: Breakdown['by'], month: string, key: string, rows: readonly BreakdownRow[], rowOf: Read, columnOf: Read): Breakdown {
  const [rowNames, columnNames] = [names(rows, rowOf), names(rows, columnOf)]
  const count = (row: string, column: string) => rows.filter((one) => rowOf(one) === row && columnOf(one) === column).reduce((sum, { persons }) => sum + persons, 0)
  const truth: CountTable = { rows: rowNames, columns: columnNames, counts: rowNames.map((row) => columnNames.map((column) => count(row, column))) }
  const table = roundTable(truth, `irpa-49-4 ${by} ${month}`, key)
  // The exact total is in the report beside it, and with it a reader could work backwards.
  return checkRelease(truth, { editions: [table], exact: [{ row: null, column: null }] }).ok ? { by, held: false, table } : { by, held: true }
}

function names(rows: readonly BreakdownRow[], read: Read): readonly string[] {
  return [...new Set(rows.map(read))].toSorted()
}
