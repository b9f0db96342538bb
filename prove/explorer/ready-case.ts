import type { CaseState } from '../../src/casework/case-state.ts'
import type { Command, Context } from '../../src/casework/command.ts'
import { decide as realDecide } from '../../src/casework/decide.ts'
import { evolve as realEvolve } from '../../src/casework/evolve.ts'
import { allGates } from '../../src/casework/gates/all.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import type { LawBook } from '../../src/law/book.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import type { Jurisdiction } from '../../src/law/rule.ts'

/** The code under proof; the tests hand in planted faults. */
export type Code = { readonly decide: typeof realDecide; readonly evolve: typeof realEvolve }

export const realCode: Code = { decide: realDecide, evolve: realEvolve }

/** A country without a moratorium, and a second one. */
export const home = 'BR'
export const elsewhere = 'KE'

export const firstDay = '2026-11-23' as PlainDate
export const secondDay = '2026-11-24' as PlainDate

// Facts that must be so for the gates to open; every other one that a gate reads is recorded as a no.
const needed: Readonly<Record<Jurisdiction, readonly (readonly [FactCode, PlainDate, string?])[]>> = {
  CA: [
    ['order-made-at-port-of-entry', '2026-01-15' as PlainDate],
    ['disclosure-authority-recorded', '2026-01-20' as PlainDate, home], ['disclosure-authority-recorded', '2026-01-20' as PlainDate, elsewhere],
    ['absence-of-moratorium-confirmed', firstDay, home], ['absence-of-moratorium-confirmed', firstDay, elsewhere],
    ['voluntary-return-offered', '2026-02-01' as PlainDate], ['voluntary-return-declined', '2026-02-02' as PlainDate], ['file-rechecked', firstDay],
  ],
  US: [
    ['warrant-of-removal-issued', '2026-03-01' as PlainDate], ['no-country-designated', '2026-03-01' as PlainDate], ['appeal-waived', '2026-01-16' as PlainDate],
    ['voluntary-return-offered', '2026-02-01' as PlainDate], ['voluntary-return-declined', '2026-02-02' as PlainDate], ['file-rechecked', firstDay],
  ],
}

// From the booking on, an older "no" would not be believed.
const lookedUpOn = '2026-11-20' as PlainDate

const alsoNo: readonly FactCode[] = ['proceedings-begun-on-arrival']

/**
 * A case whose every gate is open for its home state on the first day, under the real law: an order, a nationality, a finding on
 * risk, and an answer to every fact that some gate reads. `until`: how far its request and its journey have come.
 */
export function readyCase(code: Code, book: LawBook, caseId: string, jurisdiction: Jurisdiction, until: 'known' | 'approved' | 'booked'): CaseState {
  const commands = [...beginning(caseId, jurisdiction), ...factsRecorded(caseId, jurisdiction), ...request(caseId), ...journey(caseId)]
  const last = until === 'known' ? undefined : until === 'approved' ? 'approve-request' : 'make-booking'
  const end = last === undefined ? commands.findIndex(({ kind }) => kind === 'draft-request') : commands.findIndex(({ kind }) => kind === last) + 1
  const state = commands.slice(0, end).reduce<CaseState | undefined>((so, command) => done(code, book, caseId, so, command), undefined)
  if (!state) throw new Error('a case without a command')
  return state
}

function done({ decide, evolve }: Code, book: LawBook, caseId: string, state: CaseState | undefined, command: Command): CaseState | undefined {
  const officer = command.kind === 'approve-request' ? 'officer-2' : 'officer-1'
  const context: Context = { caseId, version: state?.version ?? 0, officer, at: `${firstDay}T08:00:00.000Z`, today: firstDay, book, agreements: [] }
  const result = decide(command, state, context)
  if (!result.ok) throw new Error(`${caseId}: ${command.kind} is refused: ${JSON.stringify(result.refusal, (key, value: unknown) => (key === 'decision' || key === 'readings' ? undefined : value)).slice(0, 2000)}`)
  return result.value.events.reduce<CaseState | undefined>(evolve, state)
}

function beginning(caseId: string, jurisdiction: Jurisdiction): readonly Command[] {
  const on = '2026-01-15' as PlainDate
  const source = 'sample file'
  return [
    { kind: 'open-case', jurisdiction, identity: { familyName: 'Exemple', givenNames: 'Un', bornOn: '1990-05-17', bornInCountry: home, sex: 'unspecified', identityDocuments: [] }, on, source },
    { kind: 'record-nationality', country: home, basis: 'own-document', on, source },
    { kind: 'record-nationality', country: elsewhere, basis: 'own-statement', on, source },
    { kind: 'record-order', orderId: `${caseId}-order`, orderKind: jurisdiction === 'CA' ? 'deportation-order' : 'removal-order', on, source },
    ...[home, elsewhere].map((destination) => ({ kind: 'record-risk', riskId: `${caseId}-risk-${destination}`, destination, finding: 'no-substantial-risk', reasons: 'sample reasons', on } as const)),
    ...(jurisdiction === 'US' ? [{ kind: 'propose-destination', destination: home, clause: 'us-8usc-1231-b-2-D', on, source } as const] : []),
  ]
}

function factsRecorded(caseId: string, jurisdiction: Jurisdiction): readonly Command[] {
  const mine = needed[jurisdiction]
  const read = new Set([...alsoNo, ...allGates.filter((gate) => gate.jurisdictions.includes(jurisdiction)).flatMap((gate) => gate.facts)])
  const noes = [...read].filter((fact) => factDefinition(fact).computed === undefined && !mine.some(([one]) => one === fact))
  const source = 'sample record'
  return [
    ...noes.map((fact): Command => ({ kind: 'record-fact', factId: `${caseId}-${fact}`, fact, value: 'no', on: lookedUpOn, source })),
    ...mine.map(([fact, on, destination]): Command => ({ kind: 'record-fact', factId: `${caseId}-${fact}${destination ?? ''}`, fact, value: 'yes', on, ...(destination === undefined ? {} : { destination }), source })),
  ]
}

function request(caseId: string): readonly Command[] {
  const [requestId, on] = [`${caseId}-request`, firstDay]
  return [
    { kind: 'draft-request', requestId, destination: home, consulate: 'sample office', documentType: 'emergency-travel-document', on },
    { kind: 'check-request', requestId, on }, { kind: 'approve-request', requestId, on },
  ]
}

function journey(caseId: string): readonly Command[] {
  const [requestId, documentId, on] = [`${caseId}-request`, `${caseId}-document`, firstDay]
  return [
    { kind: 'send-request', requestId, on },
    { kind: 'record-outcome', requestId, outcome: 'issued', on, source: 'sample note' },
    { kind: 'take-document', documentId, requestId, destination: home, documentType: 'emergency-travel-document', validFrom: on, validUntil: '2027-02-01' as PlainDate, on, source: 'sample document' },
    { kind: 'make-booking', bookingId: `${caseId}-booking`, destination: home, departsOn: firstDay, documentId, on },
  ]
}
