import type { Agreement } from '../../src/casework/agreement.ts'
import type { Identity } from '../../src/casework/identity.ts'
import { documentTypes, nationalityBases, riskFindings, withdrawalReasons, type RiskFinding } from '../../src/casework/lists.ts'
import type { SuppliedExtras } from '../../src/casework/outbound-source.ts'
import type { Random } from '../../src/kernel/random.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Jurisdiction } from '../../src/law/rule.ts'
import { today } from './days.ts'
import { drawHistory } from './open-histories.ts'
import { homeStates, type Inner, type InnerFact, type Open, type Pair } from './pair.ts'

export type Histories = Readonly<Record<Jurisdiction, { readonly open: readonly (readonly InnerFact[])[]; readonly facts: readonly FactCode[] }>>

const families = ['Sample', 'Exemple', 'O’Sample', 'Sample-Deux', 'Éxemple', 'नमूना', 'مثال', 'De l’Exemple', 'Ex', 'Samplesamplesamplesamplesample']
const given = ['One', 'Deux', 'Trois Quatre', 'J. R.', 'Élé', '', 'A']
const places = ['São Exemplo', 'Exempleville', 'St. Sample', 'X']
const texts = ['asylum claim of 2019 refused', 'demande d’asile, 2021', 'told at the credible fear interview', 'ERAR', 'TPS file', 'hospital letter', 'court file 12', 'telephone note', 'UNHCR certificate', 'a', 'refugié reconnu ailleurs '.repeat(20)]

/** Draws two cases that differ in protected things only. Everything follows from `random`. */
export function drawPair(random: Random, histories: Histories): Pair {
  const jurisdiction = random() < 0.5 ? 'CA' : 'US'
  const open = drawOpen(random)
  const [one, other] = [drawInner(random, open, histories[jurisdiction]), drawInner(random, open, histories[jurisdiction])]
  return { jurisdiction, open, one, other }
}

function drawOpen(random: Random): Open {
  const states = homeStates.toSorted(() => random() - 0.5).slice(0, random() < 0.3 ? 2 : 1)
  const agreements = states.map(agreementWith)
  const withExtras = random() < 0.4
  const requests = states.map((destination) => ({ requestId: drawUuid(random), destination, documentType: pick(documentTypes, random), ...(withExtras || random() < 0.5 ? { agreement: `sample-${destination.toLowerCase()}` } : {}) }))
  const identity = drawIdentity(random, states)
  return {
    identity, requests, agreements, contacted: random() < 0.4, extras: withExtras ? drawExtras(random) : {},
    claims: states.flatMap((country) => nationalityBases.filter((_basis, at) => at === 0 || random() < 0.3).toSorted(() => random() - 0.5).map((basis) => ({ country, basis }))),
    ...(random() < 0.2 ? { corrected: { ...identity, givenNames: 'Corrected' } } : {}),
    withdrawn: requests.filter(() => random() < 0.5).map(({ requestId }) => requestId),
  }
}

function drawIdentity(random: Random, states: readonly string[]): Identity {
  return {
    familyName: pick(families, random), givenNames: pick(given, random), sex: pick(['female', 'male', 'unspecified'], random), bornOn: pick(['1950-02-28', '1990-05', '1971', '2000-12-31'], random),
    ...(random() < 0.7 ? { bornIn: pick(places, random) } : {}), ...(random() < 0.7 ? { bornInCountry: pick(['BR', 'SU', 'FR', 'CD'], random) } : {}), ...(random() < 0.7 ? { photograph: 'a1'.repeat(32) } : {}),
    identityDocuments: Array.from({ length: Math.floor(random() * 4) }, () => ({ documentType: pick(['passport', 'identity-card', 'birth-certificate', 'seafarers-book', 'driving-licence'], random), number: `X${Math.floor(random() * 1e6)}`, country: pick([...states, 'DE'], random), copy: random() < 0.5 })),
  }
}

function drawExtras(random: Random): SuppliedExtras {
  return {
    ...(random() < 0.5 ? { otherNames: [{ familyName: pick(families, random), givenNames: 'Other' }] } : {}), ...(random() < 0.5 ? { height: 140 + Math.floor(random() * 60) } : {}),
    ...(random() < 0.5 ? { fingerprints: 'b2'.repeat(32) } : {}), ...(random() < 0.5 ? { visa: { number: `V${Math.floor(random() * 1e6)}`, validFrom: '2019-01-01', validUntil: '2019-06-30' } } : {}),
  }
}

function agreementWith(country: string): Agreement {
  const requires = (['other-names', 'height', 'fingerprints', 'visa'] as const).map((datum, at) => ({ datum, article: `${at + 3}(1)`, text: 'verified' as const }))
  return { code: `sample-${country.toLowerCase()}`, country, inForce: {}, text: 'verified', source: 'sample', replyFrom: 'sent', weekend: [], holidays: [], requires }
}

function drawInner(random: Random, { withdrawn }: Open, { open, facts }: Histories['CA']): Inner {
  const chosen = new Map<FactCode, InnerFact>()
  for (let left = Math.floor(random() * 4); left > 0; left -= 1) {
    const history = pick(open, random)
    if (history.every(({ fact }) => !chosen.has(fact))) for (const one of history) chosen.set(one.fact, one)
  }
  // Now and then something that may well hold a gate.
  if (random() < 0.12) for (const one of drawHistory(facts, random)) chosen.set(one.fact, one)
  const cleared: readonly RiskFinding[] = riskFindings.filter((finding) => finding !== 'substantial-risk')
  const moments = withdrawn.map(() => new Date(Date.parse(`${today}T12:00:00.000Z`) + Math.floor(random() * 4.9 * 86_400_000)).toISOString()).sort()
  return {
    facts: [...chosen.values()], risk: random() < 0.02 ? 'substantial-risk' : pick(cleared, random), reasons: pick(texts, random), notes: drawSome(random), notices: drawSome(random),
    ...(random() < 0.4 ? { counsel: { name: `Counsel ${pick(texts, random)}`, address: pick(texts, random) } } : {}), custodyReviews: Math.floor(random() * 3), available: random() < 0.5, source: pick(texts, random),
    statutory: { gender: pick(['female', 'male', 'another', 'unknown'], random), criminalBackground: pick(['none-recorded', 'criminality', 'security'], random) },
    withdrawals: withdrawn.toSorted(() => random() - 0.5).map((requestId, at) => ({ requestId, reason: pick(withdrawalReasons, random), at: moments[at] ?? '' })),
  }
}

function drawSome(random: Random): readonly string[] {
  return Array.from({ length: Math.floor(random() * 3) }, () => pick(texts, random))
}

/** Version 4 of RFC 9562. The proof's chance is no secret; the program draws its ids from the system's. */
function drawUuid(random: Random): string {
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'], random)}${hex(3)}-${hex(12)}`
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value
}
