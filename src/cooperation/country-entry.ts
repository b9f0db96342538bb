import { daysBetween, findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { acceptanceAnswers, acceptedDocuments } from './acceptance.ts'

/** What an entry is about: what a state asks, which documents it takes, or which office is reached how. */
export const entryKinds = ['playbook', 'acceptance', 'contact'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Types of document as casework knows them; `any`: whichever it is. */
export const entryDocuments = ['any', 'national-passport', 'emergency-travel-document', 'single-journey-document', 'eu-return-document', 'uk-letter', 'chicago-convention-letter', 'charter-clearance', 'border-agreement'] as const
export type EntryDocument = (typeof entryDocuments)[number]

/** What a consulate may ask for, or say about how it is asked: a closed list, in the order in which a request is prepared. */
export const playbookTopics = ['who-to-ask', 'form', 'photographs', 'fingerprints', 'proof-of-identity', 'proof-of-nationality', 'interview', 'language', 'fee', 'how-to-send', 'reply-time', 'validity', 'hand-over', 'other'] as const

/** Ways to an office. There is none to a person. */
export const contactTopics = ['ministry', 'embassy', 'consulate', 'honorary-consulate', 'liaison-office', 'police-registry'] as const

/** Which subjects, or answers, each kind of entry may have. */
export const topicsOf = { playbook: playbookTopics, acceptance: acceptanceAnswers, contact: contactTopics } as const satisfies Readonly<Record<EntryKind, readonly string[]>>

/** One thing known of a country: dated, sourced, and owned by an office that checks it again. */
export type CountryEntry = {
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly kind: EntryKind
  /** The place of a consulate; empty for the state itself. */
  readonly consulate: string
  /** The subject, or for acceptance the answer. */
  readonly topic: string
  readonly document: EntryDocument
  readonly says: string
  /** The language that it is written in. */
  readonly language: 'en' | 'fr'
  /** The office that keeps it, never a person. */
  readonly owner: string
  readonly source: string
  readonly checkedOn: PlainDate
  readonly reviewBy: PlainDate
  /** True: this holds no longer, and nothing stands in its place. */
  readonly withdrawn: boolean
}

/** As somebody typed it. */
export type TypedEntry = Readonly<Record<'kind' | 'consulate' | 'topic' | 'document' | 'says' | 'language' | 'owner' | 'source' | 'checkedOn' | 'reviewBy' | 'withdrawn', string>>

export type EntryFault = { readonly field: keyof TypedEntry; readonly code: 'missing' | 'too-long' | 'not-listed' | 'not-a-day' | 'in-future' | 'not-after-check' | 'over-two-years' }

const longest = { consulate: 100, says: 2000, owner: 200, source: 500 } as const
const reviewDaysMost = 731

/** Reads an entry about a country, or says everything that is wrong with it. */
export function readEntry(country: string, typed: TypedEntry, today: PlainDate): Result<CountryEntry, readonly EntryFault[]> {
  const kind = entryKinds.find((one) => one === typed.kind)
  const document = documentsOf(kind).find((one) => one === typed.document)
  const [checkedOn, reviewBy] = [findDay(typed.checkedOn), findDay(typed.reviewBy)]
  const faults = [...textFaults(typed), ...listFaults(typed, kind, document), ...dayFaults(typed, checkedOn, reviewBy, today)]
  if (faults.length > 0 || !kind || !document || !checkedOn || !reviewBy) return refuse(faults)
  const { consulate, topic, says, owner, source } = typed
  return accept({ country, kind, consulate, topic, document, says, language: typed.language === 'fr' ? 'fr' : 'en', owner, source, checkedOn, reviewBy, withdrawn: typed.withdrawn === 'yes' })
}

/** The documents that an entry of this kind may be about. */
export function documentsOf(kind: EntryKind | undefined): readonly EntryDocument[] {
  if (kind === 'acceptance') return acceptedDocuments
  return kind === 'contact' ? ['any'] : entryDocuments
}

/** Of entries in the order in which they were recorded, the newest about each thing, unless it says that nothing holds. */
export function standingEntries<Entry extends CountryEntry>(entries: readonly Entry[]): readonly Entry[] {
  const newest = new Map(entries.map((entry) => [aboutOf(entry), entry]))
  return [...newest.values()].filter(({ withdrawn }) => !withdrawn)
}

/** Past its review an entry is still shown, and said to be out of date. */
export function isOutOfDate({ reviewBy }: CountryEntry, today: PlainDate): boolean {
  return reviewBy < today
}

/** What two entries must share so that the newer takes the older one's place. */
function aboutOf({ country, kind, consulate, topic, document }: CountryEntry): string {
  return [country, kind, consulate, kind === 'acceptance' ? '' : topic, document].join('\u001f')
}

function textFaults(typed: TypedEntry): EntryFault[] {
  const required = ['says', 'owner', 'source'] as const
  return [
    ...required.filter((field) => typed[field] === '').map((field): EntryFault => ({ field, code: 'missing' })),
    ...(Object.keys(longest) as (keyof typeof longest)[]).filter((field) => typed[field].length > longest[field]).map((field): EntryFault => ({ field, code: 'too-long' })),
  ]
}

function listFaults(typed: TypedEntry, kind: EntryKind | undefined, document: EntryDocument | undefined): EntryFault[] {
  const topics: readonly string[] = kind === undefined ? [] : topicsOf[kind]
  return [
    ...(kind === undefined ? [{ field: 'kind', code: 'not-listed' } as const] : []),
    ...(topics.includes(typed.topic) ? [] : [{ field: 'topic', code: typed.topic === '' ? 'missing' : 'not-listed' } as const]),
    ...(document === undefined ? [{ field: 'document', code: typed.document === '' ? 'missing' : 'not-listed' } as const] : []),
    ...(typed.language === 'en' || typed.language === 'fr' ? [] : [{ field: 'language', code: 'not-listed' } as const]),
  ]
}

function dayFaults({ checkedOn: typedCheck, reviewBy: typedReview }: TypedEntry, checkedOn: PlainDate | undefined, reviewBy: PlainDate | undefined, today: PlainDate): EntryFault[] {
  const faults: EntryFault[] = []
  if (!checkedOn) faults.push({ field: 'checkedOn', code: typedCheck === '' ? 'missing' : 'not-a-day' })
  else if (checkedOn > today) faults.push({ field: 'checkedOn', code: 'in-future' })
  if (!reviewBy) faults.push({ field: 'reviewBy', code: typedReview === '' ? 'missing' : 'not-a-day' })
  else if (checkedOn && reviewBy <= checkedOn) faults.push({ field: 'reviewBy', code: 'not-after-check' })
  else if (checkedOn && daysBetween(checkedOn, reviewBy) > reviewDaysMost) faults.push({ field: 'reviewBy', code: 'over-two-years' })
  return faults
}
