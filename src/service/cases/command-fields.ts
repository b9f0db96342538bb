import type { Command } from '../../casework/command.ts'

/** What a field takes; a question mark at the end: it may be left out. Which values make sense is for `decide` to say. */
export type FieldShape = 'text' | 'text?' | 'yes-or-no' | 'texts' | 'identity'

type FieldsOf<Kind extends Command['kind']> = { readonly [Field in Exclude<keyof Extract<Command, { kind: Kind }>, 'kind'>]-?: FieldShape }

const dated = { on: 'text', source: 'text' } as const
const fact = { factId: 'text', value: 'text', destination: 'text?', place: 'text?', ...dated } as const
const merge = { on: 'text', reason: 'text' } as const

/** The fields of every command, for commands that come from files and forms, where types do not reach. */
export const commandFields: { readonly [Kind in Command['kind']]: FieldsOf<Kind> } = {
  'open-case': { jurisdiction: 'text', identity: 'identity', ...dated },
  'record-identity': { identity: 'identity', source: 'text' },
  'record-nationality': { country: 'text', basis: 'text', ...dated },
  'withdraw-nationality': { country: 'text', ...dated },
  'record-order': { orderId: 'text', orderKind: 'text', ...dated },
  'end-order': { orderId: 'text', reason: 'text', ...dated },
  'assign-officer': { officer: 'text', note: 'text' },
  'travel-with': { group: 'text' },
  'travel-alone': {},
  'close-case': { reason: 'text', on: 'text' },
  'reopen-case': { reason: 'text', on: 'text' },
  'record-fact': { fact: 'text', ...fact },
  'correct-fact': { corrects: 'text', ...fact },
  'tell-recipient': { correctionId: 'text', recipient: 'text', ...dated },
  'send-correction': { correctionId: 'text', requestId: 'text', on: 'text' },
  'record-risk': { riskId: 'text', destination: 'text', finding: 'text', reasons: 'text', on: 'text' },
  'record-detention': { detained: 'yes-or-no', ...dated },
  'record-custody-review': dated,
  'propose-destination': { destination: 'text', place: 'text?', clause: 'text', ...dated },
  'ask-destination': { destination: 'text', ...dated },
  'record-destination-answer': { destination: 'text', answer: 'text', ...dated },
  'set-answer-period': { destination: 'text', answerBy: 'text', ...dated },
  'set-destination-aside': { destination: 'text', clause: 'text', reason: 'text', ...dated },
  'make-contact': { destination: 'text', on: 'text' },
  'record-counsel': { counselId: 'text', name: 'text', address: 'text', on: 'text' },
  'end-counsel': { counselId: 'text', on: 'text' },
  'give-notice': { noticeId: 'text', to: 'text', about: 'text', factIds: 'texts', ...dated },
  'give-person-copy': { requestId: 'text', on: 'text', receipt: 'text' },
  'record-availability': { available: 'yes-or-no', ...dated },
  'draft-request': { requestId: 'text', destination: 'text', consulate: 'text', documentType: 'text', agreement: 'text?', on: 'text' },
  'record-earlier-request': { requestId: 'text', destination: 'text', consulate: 'text', documentType: 'text', agreement: 'text?', draftedOn: 'text?', ...dated },
  'check-request': { requestId: 'text', on: 'text' },
  'approve-request': { requestId: 'text', on: 'text' },
  'send-request': { requestId: 'text', on: 'text' },
  'acknowledge-request': { requestId: 'text', ...dated },
  'arrange-interview': { requestId: 'text', heldOn: 'text' },
  'hold-interview': { requestId: 'text', on: 'text' },
  'record-outcome': { requestId: 'text', outcome: 'text', ...dated },
  'withdraw-request': { requestId: 'text', reason: 'text', on: 'text' },
  'take-document': { documentId: 'text', requestId: 'text?', destination: 'text', documentType: 'text', validFrom: 'text', validUntil: 'text', ...dated },
  'lose-document': { documentId: 'text', ...dated },
  'make-booking': { bookingId: 'text', destination: 'text', place: 'text?', departsOn: 'text', documentId: 'text', on: 'text' },
  'cancel-booking': { bookingId: 'text', on: 'text' },
  'hand-over': { bookingId: 'text', on: 'text' },
  depart: { bookingId: 'text', on: 'text' },
  'record-left': dated,
  'confirm-departure': { on: 'text', how: 'text', source: 'text' },
  'record-arrival': { outcome: 'text', ...dated },
  'record-unlawful-removal': { bookingId: 'text', ...dated },
  'record-return-considered': { bookingId: 'text', ...dated },
  'absorb-case': merge,
  'merge-into': merge,
  'undo-merge': merge,
  'undo-absorption': merge,
}

/** The fields of an identity, and of each document in it. */
export const identityFields: Readonly<Record<string, FieldShape | 'documents'>> = {
  familyName: 'text', givenNames: 'text', bornOn: 'text?', bornIn: 'text?', bornInCountry: 'text?', sex: 'text', photograph: 'text?', identityDocuments: 'documents',
}
export const identityDocumentFields: Readonly<Record<string, FieldShape>> = { documentType: 'text', number: 'text', country: 'text', copy: 'yes-or-no' }
