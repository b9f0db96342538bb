import { agreementsInForce } from '../../casework/agreement.ts'
import { standingEntries } from '../../cooperation/country-entry.ts'
import { evidencePack, packDigest, type EvidenceAgreement, type EvidenceInstrument, type EvidencePack, type EvidenceSource, type OwnCount } from '../../cooperation/evidence-pack.ts'
import { instrumentsOn } from '../../cooperation/instruments-on.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { invariant } from '../../kernel/invariant.ts'
import { writeAccess } from '../../store/access-log.ts'
import { findEvidence, listEntries } from '../../store/country-knowledge.ts'
import { ownCountsOf, whatCasesThereAre } from '../../store/own-counts.ts'
import type { Transaction } from '../../store/tables.ts'
import type { Agreement } from '../../casework/agreement.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadLaw } from '../cases/load-law.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Source } from '../read-catalogue.ts'
import { readCountry } from '../read-country.ts'
import { readOnly } from '../read-only.ts'
import { readingOf } from './country-reading.ts'
import { findKnownCountry } from './read-country-knowledge.ts'

export type ReadEvidence = { readonly pack: string; readonly digest: string }

/** The evidence on a country as it is now: the same for everybody who asks on the same day. */
export async function makeEvidence(services: CaseServices, code: string): Promise<EvidencePack> {
  const country = findKnownCountry(code)
  invariant(country, 'evidence is asked of a country that there is', { code })
  const on = services.clock.today()
  const { parts } = await readCountry(readingOf(services), code)
  return readOnly(services, async (tx) => {
    const { book } = await loadLaw(tx, services)
    const cases = await whatCasesThereAre(tx)
    return evidencePack({
      country: code, on, fictional: cases === 'fictional',
      sources: parts.map(({ source, figures }) => ({ source: sourceOf(source), figures: figures.map(withoutId) })),
      entries: standingEntries(await listEntries(tx, code)),
      agreements: agreementsInForce(services.agreements, country.alpha2, on).map(agreementOf),
      instruments: instrumentsOn(book, country.alpha2, on).filter(({ standing }) => standing === 'in-force' || standing === 'may-be-in-force').map(instrumentOf),
      lists: book.lists.filter(({ kind }) => kind !== 'third-country-policy').map(({ jurisdiction, kind, text, checkedOn }) => ({ jurisdiction, instrument: kind, text, checkedOn })),
      own: cases === 'none' ? [] : await ownCounts(tx, country.alpha2, on, cases === 'fictional'),
    })
  })
}

/** Evidence that somebody is about to read: that they do is written down first, with the digest. */
export async function readEvidence(services: CaseServices, { accountId, handle, sessionId }: SignedIn, code: string): Promise<EvidencePack> {
  const pack = await makeEvidence(services, code)
  await writeAccess(services.database, { accountId, handle, sessionId, action: 'country.read', about: { country: code, evidence: packDigest(pack) } })
  return pack
}

/** Evidence as it was kept with a measure; undefined where none has this digest. */
export async function readKeptEvidence({ database }: CaseServices, { accountId, handle, sessionId }: SignedIn, code: string, digest: string): Promise<string | undefined> {
  const kept = /^[0-9a-f]{64}$/.test(digest) ? await findEvidence(database, code, digest) : undefined
  if (kept) await writeAccess(database, { accountId, handle, sessionId, action: 'country.read', about: { country: code, evidence: digest } })
  return kept?.content
}

/** Twelve whole months until the last one that is over: the numbers change once a month, and nobody can be found by subtraction from day to day. */
async function ownCounts(tx: Transaction, alpha2: string, on: PlainDate, fictional: boolean): Promise<readonly OwnCount[]> {
  const firstOfMonth = `${on.slice(0, 7)}-01` as PlainDate
  const until = dayFromNumber(dayNumber(firstOfMonth) - 1)
  const from = `${Number(on.slice(0, 4)) - 1}${on.slice(4, 7)}-01` as PlainDate
  const { requests, documents, departures } = await ownCountsOf(tx, alpha2, { fictional, from, until })
  return [{ event: 'request-sent', from, until, count: requests }, { event: 'document-taken', from, until, count: documents }, { event: 'departed', from, until, count: departures }]
}

function sourceOf({ digest, method, asOf, vintage, cautions, gatedTimeRemoved, sourceProfile, attribution }: Source): EvidenceSource {
  return { digest, method, asOf, vintage, cautions, gatedTimeRemoved, profile: sourceProfile, ...(attribution ? { title: attribution.title, publisher: attribution.publisher } : {}) }
}

/** Which row of which database a figure came from differs from machine to machine, and is no evidence. */
function withoutId<Kept extends object>(figure: Kept): Omit<Kept, 'measurementId'> {
  return Object.fromEntries(Object.entries(figure).filter(([name]) => name !== 'measurementId')) as Omit<Kept, 'measurementId'>
}

function agreementOf({ code, inForce: { from, to }, text, reply, silence, source }: Agreement): EvidenceAgreement {
  return { code, text, source, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(reply ? { reply } : {}), ...(silence ? { silence: silence.means } : {}) }
}

function instrumentOf({ instrument: { code, jurisdiction, kind, title, place, startsOn, knownInForceOn, endsOn, text, source, checkedOn } }: ReturnType<typeof instrumentsOn>[number]): EvidenceInstrument {
  return { code, jurisdiction, instrument: kind, title, parts: place.parts ?? [], text, source, checkedOn, ...(startsOn ? { from: startsOn } : {}), ...(knownInForceOn ? { knownOn: knownInForceOn } : {}), ...(endsOn ? { end: endsOn.day } : {}) }
}
