import type { OutwardBasis } from '../../casework/outbound-message.ts'
import type { IdentityDocument } from '../../casework/identity.ts'

const documentTypes: Readonly<Record<IdentityDocument['documentType'], string>> = { passport: 'passport', 'identity-card': 'identity card', 'birth-certificate': 'birth certificate', 'seafarers-book': 'seafarer’s book', 'driving-licence': 'driving licence' }

/** For the person the file is about: everything kept about them, and their copy of a request. */
export const personRecord = {
  fictional: 'FICTIONAL: this person was made up.',
  title: 'What is kept about you',
  made: (facts: { at: string; caseId: string }) => `Made on ${facts.at} from the file ${facts.caseId}.`,
  /** `written`: the same moment as ISO 8601 writes it, in UTC. */
  moment: (facts: { at: string; written: string }) => `${facts.at} (${facts.written})`,
  identity: 'Who you are, as recorded',
  document: (facts: { number: string; country: string }) => `Document ${facts.number}, ${facts.country}`,
  facts: 'Facts recorded',
  fact: (facts: { on: string; value: string; name: string; where: string; source: string; corrected: boolean }) =>
    `${facts.on}: ${facts.name}${facts.where === '' ? '' : ` (${facts.where})`}: ${facts.value}. Source: ${facts.source}.${facts.corrected ? ' Corrected since.' : ''}`,
  values: { yes: 'yes', no: 'no', unknown: 'unknown' },
  decisions: 'What the legal gates answered',
  decision: (facts: { at: string; step: string; place: string; on: string; state: string }) => `${facts.at}: ${facts.step}, ${facts.place}, for ${facts.on}: ${facts.state}.`,
  messages: 'What was sent to another state about you',
  message: (facts: { at: string; to: string }) => `${facts.at}, to ${facts.to}:`,
  correction: (facts: { at: string; to: string }) => `${facts.at}, to ${facts.to}, to correct an earlier request:`,
  history: 'Everything that happened in the file',
  event: (facts: { sequence: number; at: string; text: string }) => `${facts.sequence}. ${facts.at}: ${facts.text}`,
  nothing: 'Nothing.',
  leftOut: 'Left out: the names of officers (numbered in the machine-readable record) and of people who travel with you. What section 49(4) of the Immigration and Refugee Protection Act wants counted is kept apart and is not in this file; ask for it by itself.',
  field: (facts: { label: string; value: string }) => `${facts.label}: ${facts.value}`,
  request: {
    fields: {
      request: 'Number of the request', to: 'To', document: 'Document asked for', familyName: 'Family name', givenNames: 'Given names', bornOn: 'Born on', bornIn: 'Born in', bornInCountry: 'Country of birth', sex: 'Sex',
      nationality: 'Nationality claimed', photograph: 'Photograph', identityDocument: 'Identity document', otherNames: 'Other names', height: 'Height (cm)', fingerprints: 'Fingerprints', visa: 'Visa', file: 'File that goes along',
    },
    sexes: { female: 'female', male: 'male' } as Readonly<Record<string, string>>,
    bases: { 'own-document': 'a document of your own', 'copy-of-document': 'a copy of a document', 'own-statement': 'your own statement', 'register-answer': 'an answer from a register', 'consular-statement': 'a statement by a consulate', 'on-record': 'on record' } satisfies Readonly<Record<OutwardBasis, string>> as Readonly<Record<OutwardBasis, string>>,
    identityDocument: (facts: { documentType: IdentityDocument['documentType']; number: string; copy: boolean }) => `${documentTypes[facts.documentType]} ${facts.number}${facts.copy ? ', a copy' : ''}`,
    yes: 'goes with the request',
  },
  copy: {
    title: (facts: { to: string; consulate: string }) => `Your copy of the request to ${facts.to}, ${facts.consulate}`,
    sent: (on: string) => `Sent on ${on}.`,
    draft: 'Not sent yet. What follows is the request as it would leave today.',
    nothingElse: 'Nothing else is in the request.',
    receipt: 'Receipt',
    received: (digest: string) => `I received a copy of this request. Its digest (SHA-256) is ${digest}.`,
    refused: 'If you do not wish to sign, say so: that is recorded, and changes nothing.',
    signature: 'Date and signature: ______________________________',
  },
}
