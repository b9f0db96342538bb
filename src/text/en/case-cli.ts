import type { Collision } from '../../casework/collisions.ts'
import type { DueFor } from '../../casework/worklist-entry.ts'
import { formatDay } from '../format.ts'

/** How something was asked for is wrong. */
const ask = {
  'bad-id': ({ field, value }: { readonly field: string; readonly value: string }) => `“${value}” is no id (${field}). Ids look like 123e4567-e89b-42d3-a456-426614174000, in small letters; “comity case find” gives that of a case.`,
  'no-officer': () => 'Say who does this: --officer NAME, or set COMITY_OFFICER.',
  'not-json': () => 'This is no command in JSON. It must be one object: {"kind": "…", …}.',
  'unknown-command': ({ kind }: { readonly kind: string }) => `“${kind}” is no command of a case. The reference lists them.`,
  'field-missing': ({ field }: { readonly field: string }) => `The field “${field}” is missing.`,
  'field-not-known': ({ field }: { readonly field: string }) => `This command has no field “${field}”. Nothing was done, in case it was misspelt.`,
  'field-wrong': ({ field, expected }: { readonly field: string; readonly expected: keyof typeof kinds }) => `In the field “${field}” must stand ${kinds[expected]}.`,
  'no-destination': () => 'The case names no country that could be asked about. Name one with --destination.',
  'moment-in-future': ({ moment }: { readonly moment: string }) => `${moment} is still to come. Name a moment of the past.`,
  'not-known-yet': ({ moment }: { readonly moment: string }) => `Nothing was recorded about this case at ${moment}.`,
}

const kinds = { text: 'a text', 'yes-or-no': 'true or false', texts: 'a list of texts', identity: 'an identity', documents: 'a list of documents', number: 'a whole number' }

/** What the database refused. */
const append = {
  'command-repeated-differently': ({ commandId }: { readonly commandId: string }) => `A command with the id ${commandId} was done before, and asked for something else. Use a new id.`,
  'decision-missing': () => 'There is no open gate decision about the case as it is now. Ask again.',
  'decision-outdated': () => 'The gate decision is older than the law, or than an hour. Ask again.',
  'text-not-storable': () => 'A text holds a character that cannot be kept (NUL, or half of a pair). Remove it.',
}

type Field = { readonly field: string }

/** Why a request was not written, though its gates are open. For the officer; nobody outside hears it. */
const outbound = {
  'unknown-field': ({ field }: Field) => `A request has no field “${field}”. Nothing was sent.`,
  'not-in-list': ({ field, value }: Field & { readonly value: string }) => `“${value}” is not in the list of ${field}.`,
  'id-not-opaque': () => 'The request’s id must be random (a UUID of version 4): it is the only thing by which the request is known outside.',
  'name-missing': () => 'The person has no name on record.',
  'text-not-allowed': ({ field }: Field) => `What stands in ${field} is no name or place as a request may carry it: letters, hyphens, apostrophes and full stops only.`,
  'text-too-long': ({ field, most }: Field & { readonly most: number }) => `What stands in ${field} is longer than ${most} letters.`,
  'text-tells-of-claim': ({ field }: Field) => `What stands in ${field} would tell that protection was asked for. Correct the record.`,
  'number-not-allowed': ({ field }: Field) => `What stands in ${field} is no number as a request may carry it.`,
  'impossible-day': ({ field, value }: Field & { readonly value: string }) => `“${value}” (${field}) is no day of the calendar.`,
  'too-many': ({ field, most }: Field & { readonly most: number }) => `There are more than ${most} in ${field}.`,
  'unknown-country': ({ field, country }: Field & { readonly country: string }) => `“${country}” (${field}) is no country.`,
  'status-code': ({ field, country }: Field & { readonly country: string }) => `“${country}” (${field}) stands for a status and not for a nationality; it would tell of a claim.`,
  'nationality-not-recorded': ({ country }: { readonly country: string }) => `No nationality of ${country} is recorded, so ${country} is not asked for a document.`,
  'document-not-allowed': ({ documentType }: { readonly documentType: string }) => `“${documentType}” is no document that may be named in a request.`,
  'agreement-not-in-force': ({ agreement, day }: { readonly agreement: string; readonly day: string }) => `The agreement “${agreement}” is not in force on ${formatDay(day, 'en')}, so nothing beyond the usual may be sent.`,
  'not-required': ({ datum }: { readonly datum: string }) => `The agreement does not require “${datum}”, so it is not sent.`,
  'requirement-not-verified': ({ datum }: { readonly datum: string }) => `That the agreement requires “${datum}” is not verified, so it is not sent.`,
  'authority-missing': ({ for: what }: { readonly for: string }) => ({ child: 'The person is or may be under eighteen: a best-interest decision must be recorded first.', fingerprints: 'Fingerprints need a recorded authority.', visa: 'Visa data need a recorded authority.' })[what] ?? `An authority is missing: ${what}.`,
}

export const caseCli = {
  ask, append, outbound,
  usage: `Cases: who is asked for, what happened, and what the law holds.

  comity case open --jurisdiction CA|US --family-name NAME --given-names NAME --sex SEX --on DAY --source TEXT
                   [--born-on DAY] [--born-in PLACE] [--born-in-country XX]      opens a case and prints its id
  comity case show CASE [--json]                     the case as it is, and what happened
  comity case do CASE --command FILE|-               does a command (JSON) from a file or standard input
  comity case fact CASE FACT yes|no|unknown --on DAY --source TEXT [--destination XX]
  comity case gates CASE --step STEP [--destination XX] [--place NAME] [--on DAY] [--as-known MOMENT]
  comity case decisions CASE                         decides every kept decision again and compares
  comity case request CASE draft --destination XX --consulate NAME --document TYPE [--agreement CODE]
  comity case request CASE check|approve|send|withdraw|copy REQUEST …

What changes a case needs --officer NAME (or COMITY_OFFICER). Steps: contact, request, interview, document, booking,
hand-over, departure. Every command: --lang en|fr, --json where something is shown.

Exit codes: 0 done; 1 done, and something was found (a gate holds, a row is refused, a decision differs); 2 refused, nothing changed; 70 our mistake.`,
  unknownCommand: (command: string) => `“${command}” is no command about cases. “comity case help” lists them.`,
  needs: (what: string) => `Something is missing: ${what}. “comity case help” shows how.`,
  badStep: (value: string) => `“${value}” is no step. The steps are contact, request, interview, document, booking, hand-over and departure.`,
  badDay: (value: string) => `“${value}” is no day of the calendar. Write it as YYYY-MM-DD.`,
  badMoment: (value: string) => `“${value}” is no moment. Write it as 2026-03-01T12:00:00Z.`,
  badNumber: (value: string) => `“${value}” is no whole number that fits here.`,
  fileUnreadable: (facts: { file: string; cause: string }) => `“${facts.file}” cannot be read (${facts.cause}).`,
  done: (facts: { caseId: string; version: number; repeated: boolean }) => `${facts.caseId}: version ${facts.version}${facts.repeated ? ' (this very command had been done before)' : ''}`,
  agreementsUnreadable: (facts: { file: string; cause: string }) => `The agreements in “${facts.file}” cannot be read (${facts.cause}). Correct the file that COMITY_AGREEMENTS names, or unset it.`,

  show: {
    fictional: 'FICTIONAL: this person was made up.',
    heading: (facts: { name: string; caseId: string }) => `${facts.name}  ${facts.caseId}`,
    born: (text: string) => `Born: ${text}`,
    standing: (facts: { inventory: string; version: number; jurisdiction: string }) => `${facts.jurisdiction}, ${facts.inventory}, version ${facts.version}`,
    officer: (name: string) => `In the hands of ${name}`,
    nobody: 'In nobody’s hands',
    due: (facts: { on: string; for: string }) => `Due on ${facts.on}: ${facts.for}`,
    toTell: (facts: { recipient: string; correctionId: string }) => `To be told of the correction ${facts.correctionId}: ${facts.recipient}`,
    fact: (facts: { on: string; value: string; name: string; where: string; id: string; corrected: boolean }) => `  ${facts.on}  ${facts.value}  ${facts.name}${facts.where === '' ? '' : ` (${facts.where})`}  [${facts.id}]${facts.corrected ? ' corrected since' : ''}`,
    values: { yes: 'yes', no: 'no', unknown: 'unknown' },
    facts: 'Facts',
    history: 'What happened',
    event: (facts: { sequence: number; at: string; by: string; text: string }) => `  ${facts.sequence}. ${facts.at}, ${facts.by}: ${facts.text}`,
  },

  dues: {
    'custody-review': 'review of custody', departure: 'departure', 'recheck-before-departure': 'look through the file again before departure', 'recheck-before-interview': 'look through the file again before the interview',
    interview: 'interview', 'state-reply': 'reply of the state', 'document-expiry': 'document expires',
  } satisfies Readonly<Record<DueFor, string>> as Readonly<Record<DueFor, string>>,
  collisions: {
    'document-lost-before-departure': 'the document of the booked journey is lost', 'document-expires-before-departure': 'the document is not valid on the day of the booked journey',
    'gate-held-before-departure': 'a gate holds the booked journey as things are', 'booking-not-used': 'the day of the booked journey is over', 'document-expired-unused': 'a document expired unused',
    'document-expires-unbooked': 'a document runs out and no journey is booked', 'gate-held-until-expiry': 'a document runs out while a gate holds every journey',
  } satisfies Readonly<Record<Collision['kind'], string>> as Readonly<Record<Collision['kind'], string>>,
  list: {
    none: 'No case.',
    line: (facts: { due: string; name: string; inventory: string; country: string; officer: string; caseId: string; fictional: boolean }) =>
      `${facts.due === '' ? 'nothing due' : facts.due}  ${facts.name}  ${facts.inventory}${facts.country === '' ? '' : `, ${facts.country}`}${facts.officer === '' ? ', nobody’s' : `, ${facts.officer}`}  ${facts.caseId}${facts.fictional ? '  FICTIONAL' : ''}`,
    detail: (facts: { on: string; what: string }) => `    ${facts.on}: ${facts.what}`,
    collision: (what: string) => `    Collision: ${what}`,
    more: 'There are more. Narrow the list, or raise --limit.',
    since: (facts: { on: string; name: string; caseId: string; fictional: boolean }) => `${facts.on}  ${facts.name}  ${facts.caseId}${facts.fictional ? '  FICTIONAL' : ''}`,
    refreshed: (facts: { cases: string; today: string }) => `Brought up to ${facts.today}: ${facts.cases}.`,
  },

  gates: {
    heading: (facts: { step: string; on: string; version: number; knownAt: string }) => `Step: ${facts.step}; day: ${facts.on}; case version ${facts.version}${facts.knownAt === '' ? '' : `; as known at ${facts.knownAt}`}`,
    answer: (facts: { place: string; state: string }) => `${facts.place}: ${facts.state}`,
    kept: (facts: { at: string; same: boolean }) => (facts.same ? `  The decision kept at ${facts.at} says the same, byte for byte.` : `  THE DECISION KEPT AT ${facts.at} SAYS SOMETHING ELSE.`),
    law: (digest: string) => `Law book ${digest}`,
  },

  decisions: {
    none: 'No gate decision is kept for this case.',
    line: (facts: { at: string; step: string; place: string; on: string; state: string; verdict: keyof typeof verdicts }) => `${facts.at}  ${facts.step}, ${facts.place}, ${facts.on}: ${facts.state}. ${verdicts[facts.verdict]}`,
  },
}

const verdicts = { same: 'Decided again: the same, byte for byte.', different: 'DECIDED AGAIN: ANOTHER ANSWER.', 'other-law': 'Decided with a law book that this version of Comity does not ship.' }
