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
    fictional: 'Fill in nothing about anybody who lives. Nothing of it is kept.',
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
}
