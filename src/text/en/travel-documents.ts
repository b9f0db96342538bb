import type { PageFieldCode } from '../../documents/travel-document-page.ts'

/** What stands beside the fields of a single-journey document, and on the pages where documents are tried and read. */
export const travelDocuments = {
  captions: {
    'issuing-state': 'Issuing state', 'document-number': 'Document number', 'family-name': 'Family name', 'given-names': 'Given names', 'date-of-birth': 'Date of birth', sex: 'Sex',
    nationality: 'Nationality', 'distinguishing-marks': 'Distinguishing marks', 'address-at-destination': 'Address at destination, if known', destination: 'Destination', authority: 'Authority',
    'place-of-issue': 'Place of issue', 'issued-on': 'Date of issue', 'valid-until': 'Valid until', 'single-journey': 'Valid for a single journey', departure: 'Departure (stamp)', arrival: 'Arrival (stamp)',
  } as Readonly<Record<PageFieldCode, string>>,
  sheet: {
    title: 'SPECIMEN: travel document for a single journey',
    sentence: 'For trials only. It is no travel document, names nobody and opens no border.',
    photograph: 'Photograph',
    seal: 'Barcode (DataMatrix) with the signed visible digital seal. It repeats both lines of the machine-readable zone and says SPECIMEN.',
  },  specimen: {
    name: 'Make a specimen of a travel document',
    title: 'Make a specimen of a travel document',
    lead: 'A specimen shows how a single-journey document of a removing state is laid out, read and checked. It is Utopia’s, a land that does not exist, and says SPECIMEN on the page, in the machine-readable zone and in the signed barcode.',
    fictional: 'Write nothing about a real person. Nothing of it is kept.',
    familyName: 'Family name', familyHint: 'SPECIMEN is put before it.', givenNames: 'Given names', givenHint: 'May stay empty.',
    dateOfBirth: 'Date of birth', birthHint: 'Leave all three empty if it is not known.',
    sex: 'Sex', sexes: { female: 'Female', male: 'Male', unspecified: 'Not specified' },
    marks: 'Distinguishing marks', address: 'Address at destination', issuedOn: 'Date of issue', validUntil: 'Valid until', serial: 'Last digit of the document number', serialHint: 'The number is SPECIMEN and one digit.',
    button: 'Make the specimen (PDF)', problem: 'No specimen was made', toZone: 'Read a machine-readable zone',
    faults: { sex: 'Choose one of the three.', serial: 'Write one digit, 0 to 9.', 'too-long': 'This is too long: write at most 60 characters.', 'control-characters': 'Write this without line breaks or control characters.', 'no-pdf': 'The PDF could not be set: a letter is in no font of this machine, or the typesetting program is missing here. Try it with Latin letters.' },
  },
  zone: {
    name: 'Read a machine-readable zone',
    title: 'Read a machine-readable zone',
    lead: 'Type or paste the lines at the foot of a passport, a card or a visa. Each field is judged by itself; there is no verdict on the whole, because there is none on a person.',
    kept: 'What you paste is read and forgotten: it goes into no case, no log and no address.',
    lines: 'Lines of the zone', hint: 'Two or three lines, exactly as printed, with every filler (<).', button: 'Read', problem: 'The zone was not read', empty: 'Paste at least one line.',
    result: 'What the zone says', field: 'Field', printed: 'As printed', means: 'Meaning', verdict: 'What its check digit says', format: (format: string) => `Format ${format} of ICAO Doc 9303.`,
    sex: 'sex', composite: 'check digit over several fields', nothing: 'Nothing', faultsTitle: 'What cannot be right', noFaults: 'Nothing was found that cannot be right.',
    mayBeCut: 'The name fills its place to the end: part of it may be missing.', readings: (numbers: string) => `It can be read as ${numbers}.`,
    statusTitle: 'This zone tells of a status',
    status: (fields: string) => `These fields hold a code that tells of statelessness, of refuge or of another status: ${fields}. Such a code is no nationality. It must not reach a home state: no request can hold it, and it was not kept here.`,
    statusTag: 'Tells of a status',
    codes: { organization: 'an organization', specimen: 'Utopia, for specimens', status: 'a status, not a nationality', unknown: 'nobody that Comity knows' }, withdrawn: (name: string) => `${name} (a code of the past)`,
    unknownParts: 'not known in full', noDay: 'no day of the calendar', twoDays: (facts: { first: string; second: string }) => `${facts.first} or ${facts.second}`, noSex: 'neither F, M nor <',
    copying: 'A digit that fits says that the letters were probably copied well. It says nothing about whether the document is genuine, or whose it is.',
  },
  issue: {
    case: 'Case', legalBasis: 'Legal basis', inZone: 'Name in the machine-readable zone', layout: 'Layout of the authority (SHA-256)', signer: 'Certificate of the signer (SHA-256)', draft: 'Draft (SHA-256)',
    line: (facts: { name: string; value: string }) => `${facts.name}: ${facts.value}`, nothing: 'nothing',
    shownTitle: 'A travel document for a single journey is to be made.',
    shownEnd: 'It is made once, after two other people have agreed, and only if the gates of the step are open then. Its number and its day of issue are added when it is made.',
  },
  /** Pages by which a real document is proposed and made. */
  make: {
    name: 'Single-journey document', title: 'Single-journey document', back: 'Back to the case',
    lead: 'A document that this authority issues itself for one journey. Two other people agree to it before it is made, and the gates are asked again when it is.',
    notConfigured: 'This installation makes specimens only. A real document needs the authority’s own layout with its legal basis, a certificate that chains to a trusted one, and a key in a token.', toSpecimen: 'Make a specimen',
    destination: 'State of destination', none: 'Choose a state', validUntil: 'Valid until', marks: 'Distinguishing marks', marksHint: 'Only what can be seen and helps to recognise the person. May stay empty.', address: 'Address at destination', addressHint: 'If it is known. May stay empty.',
    propose: 'Ask two people to agree', proposeTitle: 'Propose a document', proposals: 'Proposed at this version of the case', noProposals: 'Nothing is proposed at this version of the case.', numbers: 'Numbers taken for this case', noNumbers: 'No number was taken for this case.',
    columns: { proposal: 'Proposal', state: 'State', by: 'Agreed by', draft: 'Draft (SHA-256)', number: 'Number', taken: 'Taken', made: 'Made', approvers: 'Agreed by' },
    open: 'Open', spoiled: 'Spoiled: no document was made', states: { waiting: 'Waits', 'moved-on': 'The case or the law has changed', 'too-old': 'Too old', agreed: 'Agreed', rejected: 'Rejected', withdrawn: 'Withdrawn' },
    ready: 'Two people have agreed to one draft. The document is made once and given to you once: nothing of it but its number, its seal and a digest stays here.', button: 'Make the document', problem: 'Nothing was made',
  },
  refusals: {
    'layout-unreadable': ({ file }) => `The authority’s package cannot be read: ${file}. Ask whoever runs this installation.`, 'layout-field': ({ field }) => `The authority’s layout.json does not say what it must in “${field}”.`,
    'no-signer': () => 'The authority’s package has no certificate of a signer.', 'no-anchor': () => 'No trusted certificate of the state can be read.', 'signer-not-trusted': () => 'The signer’s certificate does not chain to a trusted certificate of the state.',
    'signer-of-another-country': () => 'The signer’s certificate is of another country than the layout says.', 'signer-name': () => 'The signer’s certificate has no name or number that a seal can give: a country, two letters or digits, and a number that is not zero.',
    'signer-key': () => 'The signer’s key is of a kind that seals do not use.', 'signer-signs-certificates': () => 'The first certificate of the package signs other certificates. The signer’s own must come first.', 'certificate-not-valid-today': ({ subject }) => `This certificate is not valid today: ${subject}.`,
    'no-nationality': ({ country }) => `The case records no nationality of this state: ${country === '' ? 'none was chosen' : country}. Choose a state whose nationality is recorded.`, 'no-valid-until': () => 'Write the last day of validity as a day of the calendar.', 'valid-in-the-past': () => 'The last day of validity is over. Write a later one.',
    'valid-too-long': ({ days }) => `The authority’s layout lets a document be valid for ${days} days at most.`, 'text-not-printable': () => 'Write at most 80 characters, without line breaks.', 'name-not-written': () => 'The name cannot be spelled in the letters of the zone. Correct the identity, or spell it as the person’s own document does.',
    'zone-not-written': () => 'The machine-readable zone cannot hold what the case says of the person.', 'stale-version': () => 'The case has moved on meanwhile. Look at it again, and propose anew.', 'command-repeated-differently': () => 'This form was sent before with another content. Load the page again.', 'text-not-storable': () => 'The text holds a character that cannot be kept.',
    'not-configured': () => 'This installation makes specimens only.', 'not-reached': () => 'There is no such case.', 'fictional-case': () => 'A made-up case has no document. Make a specimen instead.', fictional: () => 'A made-up case has no document. Make a specimen instead.',
    'not-recognised': () => 'Demonstration accounts neither make a document nor agree to one.', 'decision-missing': () => 'No open decision about this version is kept. Try again.', 'decision-outdated': () => 'The law or the hour has moved on since the gates answered. Try again.', 'not-agreed': () => 'Two other people have not agreed yet.',
    'agreed-to-another': () => 'The two agreements are not to this draft.', 'too-old': () => 'The agreements are older than seven days. Propose anew.', 'not-two-people': () => 'Both agreements are by one person, or the document was not proposed by you. It takes you and two others.', 'used-already': () => 'A document was made, or a number spoiled, with these agreements. Propose anew.',
    'gate-held': () => 'A gate holds this step today. The page of the case says why and what would change it. Nothing was made.', 'token-does-not-sign': () => 'The token does not sign, or with another key than the certificate’s. No number was spent.', 'page-cannot-be-set': () => 'The authority’s template does not set this page: a letter may be in no font, or the template is at fault. No number was spent.', 'layout-changed': () => 'The authority’s layout or certificate has changed since it was agreed to. Propose anew.', 'draft-changed': () => 'The case gives another draft than the one that was agreed to. Propose anew.',
  } satisfies Sentences<IssueRefusal>,
  start: {
    'travel-documents-incomplete': ({ missing }: { readonly missing: string }) => `Real travel documents are set up in part only. Missing: ${missing}. Set all four settings, or none.`,
    'pin-unreadable': ({ file }: { readonly file: string }) => `“${file}”, which COMITY_PKCS11_PIN_FILE names, cannot be read or is empty.`,
  },
}

/** What a document may be refused for; the types of these stand in a higher room, which may not be asked from here. */
type IssueRefusal =
  | { readonly code: 'layout-unreadable'; readonly file: string } | { readonly code: 'layout-field'; readonly field: string } | { readonly code: 'certificate-not-valid-today'; readonly subject: string }
  | { readonly code: 'no-nationality'; readonly country: string } | { readonly code: 'valid-too-long'; readonly days: number }
  | { readonly code: 'no-signer' | 'no-anchor' | 'signer-not-trusted' | 'signer-of-another-country' | 'signer-name' | 'signer-key' | 'signer-signs-certificates' | 'no-valid-until' | 'valid-in-the-past' | 'text-not-printable' | 'name-not-written' | 'zone-not-written' | 'stale-version'
    | 'command-repeated-differently' | 'text-not-storable' | 'not-configured' | 'not-reached' | 'fictional-case' | 'fictional' | 'not-recognised' | 'decision-missing' | 'decision-outdated' | 'not-agreed' | 'agreed-to-another' | 'too-old' | 'not-two-people' | 'used-already' | 'gate-held'
    | 'token-does-not-sign' | 'page-cannot-be-set' | 'layout-changed' | 'draft-changed' }

type Sentences<Refusal extends { readonly code: string }> = { readonly [Code in Refusal['code']]: (facts: Refusal extends unknown ? (Code extends Refusal['code'] ? Refusal : never) : never) => string }
