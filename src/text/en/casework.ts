import type { CaseRefusal, NotDeemed } from '../../casework/refusal.ts'
import type { CaseEvent } from '../../casework/event.ts'
import type { ArrivalOutcome, CloseReason, ConfirmationMeans, DocumentType, Inventory, NationalityBasis, OrderKind, RequestOutcome, RiskFinding, WithdrawalReason } from '../../casework/lists.ts'
import type { RequestStanding } from '../../casework/request-standing.ts'
import type { Step } from '../../law/rule.ts'
import { fieldName, happeningName } from '../field-name.ts'
import { formatDay, formatList } from '../format.ts'
import { recipientName } from '../recipient-name.ts'
import { stateName, theState } from '../state-name.ts'

export type RefusalWords = { readonly [Code in CaseRefusal['code']]: (facts: Extract<CaseRefusal, { code: Code }>) => string }
export type EventWords = { readonly [Kind in CaseEvent['kind']]: (event: Extract<CaseEvent, { kind: Kind }>) => string }

const day = (text: string) => formatDay(text, 'en')
const state = (code: string) => stateName(code, 'en')
const the = (code: string) => theState(code)
const The = (code: string) => theState(code, 'beginning')
const list = (items: readonly string[]) => formatList(items, 'en')
const placed = (destination: string, place: string | undefined) => (place === undefined ? state(destination) : `${place}, ${state(destination)}`)

const steps: Readonly<Record<Step, string>> = {
  contact: 'first contact with the state', request: 'request for a travel document', interview: 'interview by the consulate', document: 'taking the document', booking: 'booking', 'hand-over': 'hand-over', departure: 'departure',
}

const standings: Readonly<Record<RequestStanding, string>> = { drafted: 'drafted', checked: 'checked', approved: 'approved', sent: 'with the state', answered: 'answered', withdrawn: 'withdrawn' }

const outcomes: Readonly<Record<RequestOutcome, string>> = {
  issued: 'Document issued', 'issued-conditions': 'Document issued under conditions', 'agreed-at-border': 'Hand-over at the border agreed, without a document',
  'nationality-confirmed-no-document': 'Nationality confirmed, document pending', 'nationality-not-confirmed': 'Nationality not confirmed', 'no-statement': 'No statement after the interview',
  'insufficient-information': 'Returned for more information', 'refused-policy': 'Refused as a matter of the state’s policy', 'no-response': 'No answer so far', 'deemed-accepted': 'Deemed accepted under an agreement',
  'withdrawn-authority': 'Withdrawn', 'expired-unused': 'Document expired unused', 'issued-refused-on-arrival': 'Document issued, admission refused on arrival', 'nationality-disputed': 'Nationality disputed between states',
}

const withdrawals: Readonly<Record<WithdrawalReason, string>> = {
  'status-granted': 'status was granted', stay: 'the order was stayed', 'lost-contact': 'contact with the person was lost', 'own-document-found': 'a document of the person’s own was found',
  'voluntary-return': 'the person goes of their own accord', duplicate: 'the request was a duplicate', error: 'the request was made in error',
}

const documents: Readonly<Record<DocumentType, string>> = {
  'national-passport': 'national passport', 'emergency-travel-document': 'emergency travel document', 'single-journey-document': 'single-journey document of the removing state', 'eu-return-document': 'European travel document for return',
  'uk-letter': 'United Kingdom letter', 'chicago-convention-letter': 'Chicago Convention letter', 'charter-clearance': 'charter clearance', 'border-agreement': 'agreement to hand over at the border',
}

const arrivals: Readonly<Record<ArrivalOutcome, string>> = { admitted: 'admitted', 'refused-on-arrival': 'refused on arrival', 'nationality-disputed': 'nationality disputed on arrival' }

const bases: Readonly<Record<NationalityBasis, string>> = {
  'own-document': 'a document of the person’s own', 'copy-of-document': 'a copy of a document', 'own-statement': 'the person’s own statement', 'register-answer': 'an answer from a register', 'consular-statement': 'a statement by a consulate', 'earlier-decision': 'an earlier decision',
}

const findings: Readonly<Record<RiskFinding, string>> = { 'no-substantial-risk': 'no substantial risk of mistreatment', 'substantial-risk-mitigated': 'a substantial risk of mistreatment, mitigated', 'substantial-risk': 'a substantial risk of mistreatment' }

const closings: Readonly<Record<CloseReason, string>> = { departed: 'the person departed', 'status-granted': 'status was granted', 'left-without-removal': 'the person left without being removed', died: 'the person died', 'opened-in-error': 'the case was opened in error', merged: 'the case was merged into another' }

const confirmations: Readonly<Record<ConfirmationMeans, string>> = { 'seen-leaving': 'seen leaving', 'certificate-of-departure': 'certificate of departure', 'enforced-from-outside': 'enforced from outside the country', 'officer-satisfied': 'an officer is satisfied that the person has left' }

const orders: Readonly<Record<OrderKind, string>> = {
  'departure-order': 'departure order', 'exclusion-order': 'exclusion order', 'deportation-order': 'deportation order', 'removal-order': 'removal order of a judge', 'in-absentia-order': 'removal order in absentia',
  'expedited-order': 'expedited removal order', 'administrative-order': 'administrative removal order', 'reinstated-order': 'reinstated removal order', 'voluntary-departure-lapsed': 'order after voluntary departure lapsed',
}

const inventories: Readonly<Record<Inventory, { readonly name: string; readonly means: string }>> = {
  stayed: { name: 'Stayed', means: 'Law holds the departure, whatever the destination.' },
  monitoring: { name: 'Monitoring', means: 'Nothing is for the authority to do now: there is no order, the person cannot be reached, or every request is with a state.' },
  working: { name: 'Working', means: 'Something is for the authority to do.' },
  'ready-to-return': { name: 'Ready to return', means: 'Identified, with a valid document, no gate holds the departure, and the person can be reached.' },
  departed: { name: 'Departed', means: 'The person has left, and the case is not closed yet.' },
  closed: { name: 'Closed', means: 'The case is closed.' },
}

const notDeemed: Readonly<Record<NotDeemed, string>> = {
  'no-agreement': 'no agreement under which the request was sent is in force on that day', 'two-agreements': 'two versions of the agreement are in force on that day', 'agreement-not-verified': 'the words of the agreement were not read',
  'silence-means-nothing': 'the agreement does not say that silence is consent', 'reply-days-not-verified': 'the days for a reply were not read in the agreement', 'not-acknowledged': 'the days count from an acknowledgement, and there is none',
  'holidays-not-known': 'the working days are not known that far ahead', 'period-not-passed': 'the days for a reply are not over', answered: 'the state has answered',
}

const refusals: RefusalWords = {
  'no-case': () => 'There is no case with this number. Check the number.',
  'case-already-open': () => 'A case with this number is there already. Take another number, or open that case.',
  'stale-version': ({ expected, actual }) => `The case has changed since you read it (version ${actual}, you saw ${expected}). Read it again, then decide again.`,
  'case-closed': ({ reason, closedOn }) => `The case was closed on ${day(closedOn)}: ${closings[reason]}. Reopen it first.`,
  'case-not-closed': () => 'The case is open. There is nothing to reopen.',
  'case-merged': ({ into }) => `The case was merged into ${into}. Work there, or undo the merge.`,
  'case-not-merged': () => 'The case was not merged. There is nothing to undo.',
  'person-has-left': ({ leftOn }) => `The person left on ${day(leftOn)}. Record the arrival if they were not admitted.`,
  'person-has-not-left': () => 'No departure is recorded that still stands.',
  'impossible-day': ({ field, value }) => value === '' ? `A day is missing (${fieldName(field, 'en')}). Write it as 2026-09-30.` : `“${value}” (${fieldName(field, 'en')}) is no day of the calendar. Write it as 2026-09-30.`,
  'day-in-future': ({ field, day: on }) => `${day(on)} (${fieldName(field, 'en')}) has not come yet. Record what has happened.`,
  'day-in-past': ({ field, day: on }) => `${day(on)} (${fieldName(field, 'en')}) is over. Give a day to come.`,
  'not-today': ({ day: on, today }) => `Gates are asked on the day of the step. It is ${day(today)}, not ${day(on)}.`,
  'out-of-order': ({ day: on, after, afterDay }) => `${day(on)} lies before ${day(afterDay)}, when ${happeningName(after, 'en')}. Check both days.`,
  'empty-field': ({ field }) => `“${fieldName(field, 'en')}” is empty. Fill it in.`,
  'not-in-list': ({ field, value, allowed = [] }) => `“${value}” is no value of “${fieldName(field, 'en')}”.${allowed.length === 0 ? '' : ` Choose one of these: ${allowed.join(', ')}.`}`,
  'no-source': () => 'A source is missing. Say where this can be checked.',
  'unknown-country': ({ country }) => `“${country}” is no state that Comity knows by two letters (ISO 3166-1). Check the code.`,
  'status-code-as-country': ({ country }) => `“${country}” tells a status and no state. A nationality or a destination is a state.`,
  'own-state-as-destination': ({ country }) => `${The(country)} is the authority’s own state. It is no destination.`,
  'own-citizen': ({ country }) => `The person is recorded as a national of ${the(country)}. Nobody is removed from their own state. Settle the nationality first.`,
  'id-in-use': ({ id }) => `The number ${id} is in use. Take another.`,
  'unknown-fact': ({ fact }) => `“${fact}” is no fact that a rule asks about. “comity case facts” lists them.`,
  'fact-is-computed': ({ fact }) => `“${fact}” follows from the case or from the law. It is not recorded by hand.`,
  'fact-needs-destination': ({ fact }) => `“${fact}” ends something for one state. Say for which.`,
  'fact-has-no-place': ({ fact }) => `“${fact}” is not about a part of a country. Leave the place out.`,
  'fact-has-no-destination': ({ fact }) => `“${fact}” is about the person. Leave the destination out.`,
  'unknown-fact-record': ({ factId }) => `There is no record ${factId} in this case.`,
  'already-corrected': ({ factId }) => `The record ${factId} was corrected already. Correct the correction.`,
  'nothing-changed': () => 'This is what is recorded already.',
  'unknown-correction': ({ correctionId }) => `There is no correction ${correctionId} in this case.`,
  'not-a-recipient': ({ recipient }) => `Not owed: ${recipientName(recipient, 'en')} did not receive what was corrected, or has been told.`,
  'unknown-nationality': ({ country }) => `${The(country)} is not recorded as a nationality.`,
  'nationality-already-recorded': ({ country }) => `${The(country)} is recorded as a nationality on this ground already.`,
  'unknown-order': ({ orderId }) => `There is no order ${orderId} in this case.`,
  'order-ended': ({ orderId }) => `The order ${orderId} has ended.`,
  'unknown-destination': ({ destination }) => `${The(destination)} was not proposed, or is not the state of this request.`,
  'destination-already-proposed': ({ destination }) => `${The(destination)} is proposed already.`,
  'destination-set-aside': ({ destination }) => `${The(destination)} was set aside. Propose it anew first.`,
  'destination-not-asked': ({ destination }) => `${The(destination)} was not asked yet. An answer needs a question.`,
  'no-other-answer-period': ({ destination, clause }) => `Under ${clause} no other period can be decided on for the answer of ${the(destination)}.`,
  'unknown-counsel': ({ counselId }) => `There is no counsel ${counselId} in this case.`,
  'no-counsel': () => 'Nobody is recorded as counsel on that day.',
  'counsel-ended': ({ counselId }) => `Counsel ${counselId} no longer acts for the person.`,
  'same-officer': ({ officer }) => `The case is in the hands of ${officer} already.`,
  'not-detained': () => 'The person is not recorded as detained.',
  'not-travelling-with-others': () => 'The person is not recorded as travelling with others.',
  'unknown-request': ({ requestId }) => `There is no request ${requestId} in this case.`,
  'unknown-agreement': ({ agreement }) => `“${agreement}” is no agreement with this state. Choose one from the list, or none.`,
  'request-already-open': ({ requestId }) => `The same document was asked of the same office: request ${requestId} is open.`,
  'request-not-drafted': ({ requestId }) => `Request ${requestId} is past its check.`,
  'request-not-checked': ({ requestId }) => `Request ${requestId} is not waiting for approval. Check it first, again if the person’s particulars changed.`,
  'request-not-approved': ({ requestId }) => `Request ${requestId} is not approved. A second person must read it.`,
  'request-not-sent': ({ requestId }) => `Request ${requestId} was not sent.`,
  'request-left-elsewhere': ({ requestId }) => `Request ${requestId} was sent before it was recorded here: no message of it is kept that a correction could name. Withdraw it and send a new request.`,
  'request-already-sent': ({ requestId }) => `Request ${requestId} was sent already.`,
  'request-ended': ({ requestId }) => `Request ${requestId} has ended. Draft a new one.`,
  'already-acknowledged': ({ requestId }) => `Request ${requestId} was acknowledged already.`,
  'self-approval': ({ officer }) => `${officer} drafted this request. Another person must approve it.`,
  'outcome-cannot-follow': ({ outcome, standing }) => `“${outcomes[outcome]}” cannot follow ${standing === 'none' ? 'a request without an answer' : `“${outcomes[standing]}”`}.`,
  'outcome-follows-from-another-command': ({ outcome }) => `“${outcomes[outcome]}” is not recorded as an answer. Withdraw the request, or record the arrival.`,
  'not-deemed-accepted': ({ why, lastDay }) => `Silence is no consent here: ${notDeemed[why]}${lastDay === undefined ? '' : ` (last day ${day(lastDay)})`}.`,
  'unknown-document': ({ documentId }) => `There is no document ${documentId} in this case.`,
  'document-lost': ({ documentId, lostOn }) => `Document ${documentId} was lost on ${day(lostOn)}.`,
  'document-not-valid': ({ documentId, day: on, validFrom, validUntil }) => `Document ${documentId} cannot be used on ${day(on)}. It is valid from ${day(validFrom)} to ${day(validUntil)}, for one journey.`,
  'document-for-another-destination': ({ documentId, destination }) => `Document ${documentId} is for a journey to another state than ${the(destination)}.`,
  'document-not-issued': ({ requestId }) => `No answer to request ${requestId} brings a document. Record the answer first.`,
  'unknown-booking': ({ bookingId }) => `There is no booking ${bookingId} in this case.`,
  'booking-cancelled': ({ bookingId }) => `Booking ${bookingId} was cancelled.`,
  'booking-already-open': ({ bookingId }) => `Booking ${bookingId} is open. Cancel it before making another.`,
  'already-handed-over': ({ bookingId }) => `The person was handed over for booking ${bookingId} already.`,
  'not-the-booked-day': ({ bookingId, departsOn, day: on }) => `Booking ${bookingId} is for ${day(departsOn)}, not for ${day(on)}. Cancel it and book again.`,
  'already-confirmed': () => 'The departure is confirmed already.',
  'already-arrived': () => 'The arrival is recorded already.',
  'not-confirmed': () => 'The departure is not confirmed. Record how it is known that the person has left.',
  'no-such-removal': ({ bookingId }) => `Nobody was removed under booking ${bookingId}.`,
  'removal-not-found-unlawful': ({ bookingId }) => `The removal under booking ${bookingId} is not recorded as unlawful.`,
  'return-to-be-considered': ({ bookingId, foundOn }) => `The removal under booking ${bookingId} was found unlawful on ${day(foundOn)}. The authority must consider bringing the person back, and record that it has, before the case is closed.`,
  'still-open': ({ requests, bookings }) => `Something is still open: ${list([...requests.map((id) => `request ${id}`), ...bookings.map((id) => `booking ${id}`)])}. Withdraw or cancel it first.`,
  'reason-does-not-fit': ({ reason }) => `“${closings[reason]}” is not what the case says. Choose the reason that fits.`,
  'other-case-missing': () => 'The other case of the merge was not found.',
  'same-case': () => 'A case cannot be merged with itself.',
  'minority-would-be-lost': ({ bornOn }) => `The other record says that the person was born ${bornOn} and may be a child; the one that stays does not. Settle the birth in both records first.`,
  'other-jurisdiction': () => 'The two cases are under the law of different states.',
  'not-absorbed': ({ caseId }) => `The other case has not taken over ${caseId} as it stands now. Let it take over first.`,
  'already-absorbed': ({ caseId }) => `${caseId} was taken over already.`,
  'still-merged': ({ caseId }) => `${caseId} is still merged. Undo the merge there first.`,
  'correction-would-be-lost': ({ factIds }) => `Corrections made here would be lost: ${list(factIds)}. Make them in the other case first.`,
  'gate-held': ({ step, destination, answer }) => {
    const holding = answer.gates.filter(({ holds }) => holds.length > 0).map(({ gate }) => gate)
    return `Held: ${steps[step]}, ${state(destination)}, ${answer.state === 'held-here' ? 'for this destination' : 'for every destination'}. ${holding.length === 0 ? 'No gate was asked.' : `Gates: ${list(holding)}.`} The reasons say what would open each.`
  },
}

const events: EventWords = {
  'case-opened': ({ openedOn }) => `Case opened on ${day(openedOn)}.`,
  'identity-recorded': () => 'Identity recorded anew.',
  'nationality-recorded': ({ country, basis }) => `Nationality of ${the(country)} recorded, on the basis of ${bases[basis]}.`,
  'nationality-withdrawn': ({ country }) => `Nationality of ${the(country)} withdrawn.`,
  'order-recorded': ({ orderKind, madeOn }) => `Order recorded: ${orders[orderKind]} of ${day(madeOn)}.`,
  'order-ended': ({ orderId, reason }) => `Order ${orderId} ended: ${reason}.`,
  'officer-assigned': ({ officer }) => `Handed over to ${officer}.`,
  'travels-with': ({ group }) => `Travels with others (${group}). Each of them has gates of their own.`,
  'travels-alone': () => 'Travels alone.',
  'case-absorbed': ({ caseId }) => `What was recorded in ${caseId} was taken over.`,
  'absorption-undone': ({ caseId }) => `What came from ${caseId} was given back.`,
  'merged-into': ({ caseId }) => `Merged into ${caseId}.`,
  'merge-undone': ({ caseId }) => `Merge into ${caseId} undone.`,
  'case-closed': ({ reason }) => `Case closed: ${closings[reason]}.`,
  'case-reopened': () => 'Case reopened.',
  'fact-recorded': ({ record }) => (record.corrects === undefined ? 'Fact recorded.' : `Record ${record.corrects} corrected.`),
  'recipient-told': ({ recipient }) => `Told of a correction: ${recipientName(recipient, 'en')}.`,
  'correction-sent': ({ destination }) => `A correction was sent to ${the(destination)}.`,
  'destination-proposed': ({ destination, place, clause }) => `Destination proposed: ${placed(destination, place)} (${clause}).`,
  'destination-asked': ({ destination }) => `${The(destination)} was asked whether it would take the person.`,
  'destination-answered': ({ destination, answer }) => `${The(destination)} answered: ${{ willing: 'willing', unwilling: 'unwilling', 'not-final': 'no final answer' }[answer]}.`,
  'answer-period-set': ({ destination, answerBy }) => `${The(destination)} has until ${day(answerBy)} to answer.`,
  'destination-set-aside': ({ destination, clause }) => `${The(destination)} was set aside (${clause}).`,
  'counsel-recorded': ({ name }) => `Counsel recorded: ${name}.`,
  'counsel-ended': () => 'Counsel no longer acts.',
  'notice-given': ({ to, about }) => `Notice given to ${to === 'person' ? 'the person' : 'counsel'}: ${about}.`,
  'contact-made': ({ destination }) => `Contact made with ${the(destination)}.`,
  'risk-recorded': ({ destination, finding }) => `Found for ${the(destination)}: ${findings[finding]}.`,
  'availability-recorded': ({ available }) => (available ? 'The person can be reached.' : 'The person cannot be reached.'),
  'detention-recorded': ({ detained, on }) => (detained ? `Detained since ${day(on)}.` : `Released on ${day(on)}.`),
  'custody-reviewed': () => 'Custody was reviewed.',
  'request-drafted': ({ destination, documentType }) => `Request drafted: ${documents[documentType]}, ${state(destination)}.`,
  'earlier-request-recorded': ({ destination, sentOn }) => `Earlier request to ${the(destination)}, sent on ${day(sentOn)}, recorded.`,
  'request-checked': ({ requestId }) => `Request ${requestId} checked.`,
  'request-approved': ({ requestId }) => `Request ${requestId} approved by a second person.`,
  'request-sent': ({ destination }) => `Request sent to ${the(destination)}.`,
  'request-acknowledged': ({ requestId }) => `Request ${requestId} acknowledged.`,
  'person-copy-given': ({ requestId }) => `The person received a copy of request ${requestId}.`,
  'interview-arranged': ({ heldOn }) => `Interview arranged for ${day(heldOn)}.`,
  'interview-held': ({ destination }) => `Interview held by ${the(destination)}.`,
  'outcome-recorded': ({ outcome }) => `${outcomes[outcome]}.`,
  'request-withdrawn': ({ requestId, reason }) => `Request ${requestId} withdrawn, because ${withdrawals[reason]}. Outside it looks like every other withdrawal.`,
  'document-taken': ({ documentType, validUntil }) => `Document taken: ${documents[documentType]}, valid until ${day(validUntil)}.`,
  'document-lost': ({ documentId }) => `Document ${documentId} lost.`,
  'booking-made': ({ destination, place, departsOn }) => `Journey booked to ${placed(destination, place)} for ${day(departsOn)}.`,
  'booking-cancelled': () => 'Booking cancelled.',
  'handed-over': () => 'Person handed over for the journey.',
  departed: ({ destination, on }) => `Departed for ${the(destination)} on ${day(on)}.`,
  'left-without-removal': ({ on }) => `Left on ${day(on)} without being removed.`,
  'departure-confirmed': ({ how }) => `Departure confirmed: ${confirmations[how]}.`,
  'arrival-recorded': ({ outcome }) => `On arrival: ${arrivals[outcome]}.`,
  'removal-found-unlawful': ({ bookingId }) => `The removal under booking ${bookingId} was found unlawful. The authority is to consider bringing the person back.`,
  'return-considered': ({ bookingId }) => `The authority considered bringing the person back who was removed under booking ${bookingId}.`,
}

export const casework = { steps, standings, outcomes, withdrawals, documents, arrivals, bases, findings, closings, confirmations, orders, inventories, refusals, events }
