import type { CaseEvent } from '../../casework/event.ts'
import type { OutboundCorrection, OutboundRequest } from '../../casework/outbound-message.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { PersonRecord } from '../../render/person-record.ts'
import { decisionsOf } from '../../store/decisions.ts'
import { messagesOf } from '../../store/outbound.ts'
import { findCaseRow } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import { dayOf } from './ask-gates.ts'
import type { AskRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId, loadCaseState } from './load-case-state.ts'

/**
 * Everything that is kept about one person, for that person: the whole history, every gate decision, every message that left. Officers
 * are numbered and companions left out. What somebody wrote as a source or a reason stays as written: an officer must read it before
 * it is handed over, for it may name others or fall under an exemption.
 */
export async function exportPerson(services: CaseServices, caseId: string): Promise<Result<PersonRecord, AskRefusal | CaseRefusal>> {
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  return readOnly(services, async (tx) => {
    const [row, loaded] = [await findCaseRow(tx, caseId), await loadCaseState(tx, caseId)]
    if (!loaded) return refuse({ code: 'no-case' })
    const [decisions, messages] = [await decisionsOf(tx, caseId), await messagesOf(tx, caseId)]
    const numberOf = numbering()
    const events = loaded.events.map(({ sequence, recordedAt, recordedBy, event }) => ({ sequence, recordedAt, by: numberOf(recordedBy), event: withoutOthers(event, numberOf) }))
    const { officers: _officers, travelGroup, ...state } = loaded.state
    return accept({
      format: 'comity-person/1', madeAt: services.clock.now(), timeZone: services.clock.timeZone ?? 'UTC', caseId, fictional: row?.fictional === true,
      state: { ...state, requests: state.requests.map((request) => signedByNumber(request, numberOf)), risks: state.risks.map((risk) => ({ ...risk, by: numberOf(risk.by) })), travelsWithOthers: travelGroup !== undefined },
      decisions: decisions.map((kept) => ({ decidedAt: kept.decidedAt, step: kept.step, destination: kept.destination, ...(kept.place === undefined ? {} : { place: kept.place }), on: dayOf(kept), state: kept.state, content: JSON.parse(kept.bytes) as unknown })),
      messages: messages.map(({ sentAt, destination, content }) => ({ sentAt, destination, content: JSON.parse(content) as OutboundRequest | OutboundCorrection })),
      events,
    })
  })
}

type NumberOf = (officer: string) => string

/** Officer 1, 2, 3, in the order in which they appear. */
function numbering(): NumberOf {
  const numbers = new Map<string, string>([['', '']])
  return (officer) => {
    const known = numbers.get(officer)
    if (known !== undefined) return known
    const number = `officer-${numbers.size}`
    numbers.set(officer, number)
    return number
  }
}

function withoutOthers(event: CaseEvent, numberOf: NumberOf): CaseEvent {
  if (event.kind === 'officer-assigned') return { ...event, officer: numberOf(event.officer) }
  if (event.kind === 'case-absorbed') return { ...event, risks: event.risks.map((risk) => ({ ...risk, by: numberOf(risk.by) })) }
  if (event.kind === 'travels-with') return { ...event, group: '…' }
  return 'by' in event ? { ...event, by: numberOf(event.by) } : event
}

type Request = PersonRecord['state']['requests'][number]

function signedByNumber({ drafted, checked, approved, ...request }: Request, numberOf: NumberOf): Request {
  const signed = Object.entries({ drafted, checked, approved }).flatMap(([step, one]) => (one ? [[step, { ...one, by: numberOf(one.by) }]] : []))
  return { ...request, ...(Object.fromEntries(signed) as Pick<Request, 'drafted' | 'checked' | 'approved'>) }
}
