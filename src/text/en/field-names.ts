/** What the fields of commands, of what leaves and of statutory records are called in sentences. */
const fields = {
  answerBy: 'last day for the answer', on: 'day', source: 'source', value: 'value', validFrom: 'first day of validity', validUntil: 'last day of validity', departsOn: 'day of departure', heldOn: 'day of the interview', draftedOn: 'day of drafting', bornOn: 'date of birth',
  about: 'subject of the notice', address: 'address', clause: 'clause of the law', consulate: 'consulate', familyName: 'family name', givenNames: 'given names', group: 'group', id: 'number', name: 'name', note: 'note', number: 'document number',
  officer: 'officer', reason: 'reason', reasons: 'reasons', receipt: 'receipt', answer: 'answer', basis: 'basis of the nationality', documentType: 'kind of document', finding: 'finding', how: 'means of confirmation', jurisdiction: 'jurisdiction',
  orderKind: 'kind of order', outcome: 'outcome', sex: 'sex', to: 'receiver of the notice', photograph: 'photograph', identityDocuments: 'identity documents', copy: 'copy or original', country: 'country', bornInCountry: 'country of birth',
  bornIn: 'place of birth', destination: 'destination', otherNames: 'other names', height: 'height', fingerprints: 'fingerprints', visa: 'visa', files: 'files', agreement: 'agreement', gender: 'gender', criminalBackground: 'criminal background',
  birthYear: 'year of birth', caseId: 'case', commandId: 'command', otherCaseId: 'other case', updateId: 'change of the law', nationalities: 'nationalities', identity: 'identity', fact: 'fact', factId: 'record', factIds: 'records', corrects: 'record to correct',
  correctionId: 'correction', recipient: 'recipient', requestId: 'request', riskId: 'risk finding', detained: 'detained or not', place: 'place', counselId: 'counsel', noticeId: 'notice', available: 'reachable or not', bookingId: 'booking', documentId: 'document',
  orderId: 'order', kind: 'kind of command',
}

/** What must come first, of two things in the wrong order. */
const happenings = {
  'removal-found-unlawful': 'the removal was found unlawful', 'case-opened': 'the case was opened', 'case-closed': 'the case was closed', 'nationality-recorded': 'the nationality was recorded', 'order-recorded': 'the order was made', 'request-drafted': 'the request was drafted', 'request-checked': 'the request was checked',
  'request-approved': 'the request was approved', 'request-sent': 'the request was sent', 'earlier-request': 'the earlier request was sent, which must come first', 'outcome-recorded': 'the last answer came', 'destination-proposed': 'the destination was proposed',
  'destination-asked': 'the state was asked', 'availability-recorded': 'it was last recorded whether the person can be reached', 'counsel-recorded': 'counsel was recorded', 'detention-recorded': 'detention was last recorded', 'custody-reviewed': 'custody was last reviewed',
  validFrom: 'the validity begins', 'document-taken': 'the document was taken', 'booking-made': 'the journey was booked', departed: 'the person departed',
}

export const fieldNames = { fields, happenings }
