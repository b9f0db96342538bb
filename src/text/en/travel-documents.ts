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
  },
}
