import { entryDocuments, playbookTopics, type CountryEntry, type EntryDocument } from './country-entry.ts'

/** What stands for one type of document; `any`: whichever it is. */
export type PlaybookPart = { readonly document: EntryDocument; readonly entries: readonly CountryEntry[] }

/** The entries of the playbook among those that stand, by type of document, each in the order of subjects, the state itself before its consulates. */
export function playbookOf(standing: readonly CountryEntry[]): readonly PlaybookPart[] {
  const entries = standing.filter(({ kind }) => kind === 'playbook').toSorted(bySubject)
  return entryDocuments.flatMap((document) => {
    const ofDocument = entries.filter((entry) => entry.document === document)
    return ofDocument.length === 0 ? [] : [{ document, entries: ofDocument }]
  })
}

function bySubject(one: CountryEntry, other: CountryEntry): number {
  const place = ({ topic }: CountryEntry) => (playbookTopics as readonly string[]).indexOf(topic)
  return place(one) - place(other) || (one.consulate < other.consulate ? -1 : Number(one.consulate > other.consulate))
}
