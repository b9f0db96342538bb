import type { OutboundExtras, OutboundRequest, OutwardBasis } from '../../casework/outbound-message.ts'
import type { IdentityDocument } from '../../casework/identity.ts'

/** What the packet of a request calls its fields: every field that a request has, and no other. */
export const packet = {
  title: 'Request for a travel document',
  about: 'The request', person: 'The person', papers: 'Identity documents', required: 'Required by an agreement', files: 'Files that go along',
  fields: {
    format: 'Form of the message', request: 'Reference', to: 'State that is asked', document: 'Document asked for', familyName: 'Family name', givenNames: 'Given names', bornOn: 'Date of birth', bornIn: 'Place of birth',
    bornInCountry: 'Country of birth', sex: 'Sex', nationality: 'Nationality', photograph: 'Photograph (SHA-256)', identityDocuments: 'Identity documents', required: 'Required by an agreement', files: 'Files that go along',
  } satisfies Readonly<Record<keyof OutboundRequest, string>>,
  extras: { otherNames: 'Other names', height: 'Height', fingerprints: 'Fingerprints (SHA-256)', visa: 'Visa' } satisfies Readonly<Record<keyof OutboundExtras, string>>,
  bases: {
    'own-document': 'a document of the person’s own', 'copy-of-document': 'a copy of a document', 'own-statement': 'the person’s own statement', 'register-answer': 'an answer from a register',
    'consular-statement': 'a statement by a consulate', 'on-record': 'on record',
  } satisfies Readonly<Record<OutwardBasis, string>>,
  basis: 'Basis of the nationality', kinds: { 'comity-request/1': 'Request', 'comity-correction/1': 'Correction of a request' },
  papersKinds: { passport: 'passport', 'identity-card': 'identity card', 'birth-certificate': 'birth certificate', 'seafarers-book': 'seafarer’s book', 'driving-licence': 'driving licence' } satisfies Readonly<Record<IdentityDocument['documentType'], string>>,
  columns: { kind: 'Kind', number: 'Number', held: 'Held as', file: 'File (SHA-256)', format: 'Format' }, copy: 'copy', original: 'original',
  sexes: { female: 'female', male: 'male' }, notStated: 'not stated', none: 'None.', centimetres: (count: number) => `${count}\u00a0cm`, article: (facts: { agreement: string; article: string }) => `${facts.agreement}, ${facts.article}`, visa: (facts: { number: string; from: string; until: string }) => `${facts.number}, ${facts.from} – ${facts.until}`,
  draft: 'Draft. It has not left.', sent: (day: string) => `Sent on ${day}.`,
  page: {
    name: 'What leaves', title: 'What leaves for the state', back: 'Back to the case', pdf: 'The same as PDF',
    lead: 'This is the whole of it. A request is built from these fields and has no others: nothing about protection, health, criminality, relatives or reasons can be in it.',
    draft: 'Nothing has left yet. This is what would leave today; what an agreement requires beyond it, and the files, are added when the request is sent.',
    left: (facts: { at: string; digest: string }) => `This left on ${facts.at}. SHA-256 of its bytes: ${facts.digest}`,
    refused: 'As things stand, nothing could leave', withdrawn: 'The request was withdrawn before it left. Nothing will leave.', unprintable: 'The PDF could not be set here: a letter is in no font of this machine, or the typesetting program is missing. Read the packet on this page.',
    message: (number: number) => `Message ${number}`,
  },
}
