import type { OutboundRefusal } from '../../casework/outbound-refusal.ts'
import type { FindingCode, PacketFinding } from '../../casework/packet-finding.ts'
import { fieldName } from '../field-name.ts'
import { capitalise } from '../format.ts'
import { stateName } from '../state-name.ts'

export type OutboundWords = { readonly [Code in OutboundRefusal['code']]: (facts: Extract<OutboundRefusal, { code: Code }>) => string }
export type FindingWords = Readonly<Record<FindingCode, (finding: PacketFinding) => string>>

const data = { 'other-names': 'other names', height: 'height', fingerprints: 'fingerprints', visa: 'visa data' } as const

/** Why a request to a home state was not written, for the officer; nobody outside reads these. */
const refusals: OutboundWords = {
  'unknown-field': ({ field }) => `A request has no field for “${field}”. Nothing was sent.`,
  'not-in-list': ({ field, value }) => `“${value}” is not one of the values that “${fieldName(field, 'en')}” may have in a request.`,
  'id-not-opaque': () => 'The request’s identifier is not a random one. Draft the request again, so that it gets a new one.',
  'name-missing': () => 'A request needs a family name or given names.',
  'text-not-allowed': ({ field }) => `${capitalise(fieldName(field, 'en'))}: it holds a character that may not leave: only letters and their marks, single spaces, hyphens, apostrophes and full stops may. Correct the identity.`,
  'text-too-long': ({ field, most }) => `${capitalise(fieldName(field, 'en'))}: it is longer than ${most} characters. Shorten it as the person’s document does.`,
  'text-tells-of-claim': ({ field }) => `${capitalise(fieldName(field, 'en'))}: it holds a word that would tell of a claim to protection. Correct the identity.`,
  'number-not-allowed': ({ field }) => `${capitalise(fieldName(field, 'en'))}: it is no number that may leave: only capitals, digits, and single spaces, hyphens or slashes between them may.`,
  'impossible-day': ({ field, value }) => `“${value}” (${fieldName(field, 'en')}) is no day of the calendar.`,
  'too-many': ({ field, most }) => `There are more than ${most} entries in “${fieldName(field, 'en')}”. Keep those that the state needs.`,
  'unknown-country': ({ field, country }) => `“${country}” (${fieldName(field, 'en')}) is no country code.`,
  'status-code': ({ field, country }) => `“${country}” (${fieldName(field, 'en')}) stands for a status, not for a nationality, and never leaves.`,
  'nationality-not-recorded': ({ country }) => `No basis is recorded for the nationality of this state: ${stateName(country, 'en')}. Record one, or ask another state.`,
  'document-not-allowed': ({ documentType }) => `Documents of this kind (${documentType}) are not named in requests: they may tell of protection.`,
  'agreement-not-in-force': ({ agreement }) => (agreement === '' ? 'The request names no agreement that would require more than the identity.' : `The agreement “${agreement}” is not in force with this state, or more than one version of it is.`),
  'not-required': ({ datum }) => `The agreement does not require ${data[datum]}. What it does not require is not sent.`,
  'requirement-not-verified': ({ datum }) => `That the agreement requires ${data[datum]} has not been verified against its text. A legal reviewer must do that first.`,
  'file-not-checked': ({ field }) => `The file of the ${fieldName(field, 'en')} is not among those that were checked. Add it, or remove the reference.`,
  'authority-missing': ({ for: what }) => ({
    fingerprints: 'Fingerprints need a recorded authority for this state. Record it as a fact, with its source.',
    visa: 'Visa data need a recorded authority for this state. Record it as a fact, with its source.',
    child: 'The person is or may be a minor. A best-interest decision about this state must be recorded first; if the day of birth is not known, record what is known of it.',
  })[what],
  'request-not-left': () => 'No request left from here to this state, so there is nothing to correct.',
  'request-withdrawn': () => 'The request was withdrawn. Nothing more is said about it; if the state must be asked again, draft a new request.',
}

const at = ({ place }: PacketFinding) => `(${place})`

/** What the packet linter found in a file, and what to do about it. */
const findings: FindingWords = {
  'format-not-accepted': ({ place }) => `This is a file of another kind (${place}). Only JPEG, PNG and PDF can be read to the last byte: save the pages as pictures.`,
  'too-large': () => 'The file is larger than 20 megabytes. Save it at a lower resolution.',
  'cannot-be-read': (finding) => `The file is damaged, or a part of it cannot be read ${at(finding)}. What cannot be read does not leave: save the pages as pictures.`,
  locked: (finding) => `The file is locked ${at(finding)}. Save it without a password.`,
  'unknown-part': (finding) => `The file has a part that is not known to be harmless ${at(finding)}. Save the pages as pictures.`,
  'left-behind': (finding) => `The file still holds an earlier state of itself, or something that it no longer shows ${at(finding)}. Save it as a new file.`,
  'data-after-end': (finding) => `Something stands behind the end of the file ${at(finding)}. Save it as a new file.`,
  metadata: (finding) => `The file says who or what made it ${at(finding)}. Save it without properties.`,
  'camera-data': (finding) => `The picture holds data of the camera ${at(finding)}. Save it without them.`,
  position: (finding) => `The picture says where it was taken ${at(finding)}. Save it without camera data.`,
  date: (finding) => `The file says when it was made or changed ${at(finding)}. Save it without dates.`,
  comment: (finding) => `The file holds a comment or a text that it does not show ${at(finding)}. Save it without.`,
  'colour-profile': (finding) => `The file holds a colour profile, in which anything may be written ${at(finding)}. Save it in sRGB without a profile.`,
  thumbnail: (finding) => `The file holds a second, smaller picture, perhaps an earlier one ${at(finding)}. Save it without a preview.`,
  'embedded-file': (finding) => `There is another file in this one ${at(finding)}. Take it out.`,
  program: (finding) => `The file does something when it is opened ${at(finding)}. Save it without actions.`,
  annotation: (finding) => `The file has notes or form fields ${at(finding)}. Remove them, or save the pages as pictures.`,
  layer: (finding) => `The file has layers that can be hidden ${at(finding)}. Save the pages as pictures.`,
  'hidden-text': (finding) => `The file has text that nobody sees ${at(finding)}, perhaps from text recognition. Save the pages as pictures.`,
  'unreadable-text': (finding) => `The file has text whose letters cannot be read ${at(finding)}. Save the pages as pictures, and look through them.`,
  'telling-word': (finding) => `The file holds a word that tells of a claim to protection ${at(finding)}. It must not leave.`,
  'telling-name': () => 'The name of the file tells of a claim to protection. Make sure that this is the right file, then give it another name.',
}

export const outbound = { refusals, findings }
