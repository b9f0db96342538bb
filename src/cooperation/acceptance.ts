import type { CountryEntry } from './country-entry.ts'

/** Documents that a state takes or does not take in place of its own passport. The codes are casework's. */
export const acceptedDocuments = ['emergency-travel-document', 'single-journey-document', 'eu-return-document', 'charter-clearance'] as const
export type AcceptedDocument = (typeof acceptedDocuments)[number]

export const acceptanceAnswers = ['accepted', 'refused', 'unknown'] as const
export type AcceptanceAnswer = (typeof acceptanceAnswers)[number]

/** One line of the matrix: the state itself (`consulate` empty), or one consulate that says otherwise. */
export type AcceptanceLine = { readonly consulate: string; readonly cells: readonly AcceptanceCell[] }

/** Without an entry nobody has found out: unknown, which is not refused. */
export type AcceptanceCell = { readonly document: AcceptedDocument; readonly answer: AcceptanceAnswer; readonly entry?: CountryEntry }

/** The matrix from the entries that stand; the state's own line is always there. */
export function acceptanceMatrix(standing: readonly CountryEntry[]): readonly AcceptanceLine[] {
  const entries = standing.filter(({ kind }) => kind === 'acceptance')
  const consulates = [...new Set(['', ...entries.map(({ consulate }) => consulate)])].toSorted()
  return consulates.map((consulate) => ({ consulate, cells: acceptedDocuments.map((document) => cellOf(entries, consulate, document)) }))
}

function cellOf(entries: readonly CountryEntry[], consulate: string, document: AcceptedDocument): AcceptanceCell {
  const entry = entries.find((one) => one.consulate === consulate && one.document === document)
  return entry ? { document, answer: acceptanceAnswers.find((answer) => answer === entry.topic) ?? 'unknown', entry } : { document, answer: 'unknown' }
}
