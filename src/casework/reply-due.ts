import type { PlainDate } from '../kernel/day.ts'
import { agreementsInForce, lastDayOf, type AgreedPeriod, type Agreement } from './agreement.ts'
import type { Request } from './case-state.ts'

/** Days that an agreement sets for one request or its document. `verified`: the length was read; otherwise it is only told. */
export type AgreedDay = { readonly on: PlainDate; readonly verified: boolean }

/** The last day for the state's reply; undefined when no single agreement sets one, or its working days are not known so far. */
export function replyDueOn(request: Request, agreements: readonly Agreement[]): AgreedDay | undefined {
  const agreement = agreementOf(request, agreements)
  const from = agreement?.replyFrom === 'acknowledged' ? request.acknowledgedOn : request.sentOn
  return agreement && from && agreedDay(agreement, agreement.reply, from)
}

/** The last day on which the person may be handed over, counted from the state's consent. */
export function transferDueOn(request: Request, consentedOn: PlainDate, agreements: readonly Agreement[]): AgreedDay | undefined {
  const agreement = agreementOf(request, agreements)
  return agreement && agreedDay(agreement, agreement.transferWindow, consentedOn)
}

/** The day until which a document must at least be valid, counted from its issue. */
export function documentValidAtLeastUntil(request: Request, issuedOn: PlainDate, agreements: readonly Agreement[]): AgreedDay | undefined {
  const agreement = agreementOf(request, agreements)
  return agreement && agreedDay(agreement, agreement.documentValidity, issuedOn)
}

// The version under which the request went out; a later one does not change what was asked.
function agreementOf({ destination, agreement, sentOn }: Request, agreements: readonly Agreement[]): Agreement | undefined {
  if (agreement === undefined || sentOn === undefined) return undefined
  const inForce = agreementsInForce(agreements, destination, sentOn).filter(({ code }) => code === agreement)
  return inForce.length === 1 ? inForce[0] : undefined
}

function agreedDay(agreement: Agreement, period: AgreedPeriod | undefined, from: PlainDate): AgreedDay | undefined {
  const on = period && lastDayOf(agreement, period, from)
  return on && { on, verified: agreement.text === 'verified' && period.text === 'verified' }
}
