import type { Collision } from '../../casework/collisions.ts'
import type { CandidateStanding } from '../../casework/destination-order.ts'
import type { DueFor } from '../../casework/due.ts'
import type { LawUpdateFault } from '../../law/check-law-update.ts'
import { fieldName } from '../field-name.ts'
import { formatChoices } from '../format.ts'
import { recipientName } from '../recipient-name.ts'
import { theState } from '../state-name.ts'
import { systemFault } from '../system-fault.ts'
import { lawFaults } from './law-faults.ts'

type Standings = Readonly<Record<CandidateStanding['standing'], string>>

/** How something was asked for is wrong. */
const ask = {
  'bad-id': ({ field, value }: { readonly field: string; readonly value: string }) => `“${value}” is no id (${fieldName(field, 'en')}). Ids look like 123e4567-e89b-42d3-a456-426614174000, in small letters; ${field === 'updateId' ? '“comity case law list” gives those that wait.' : '“comity case find” gives that of a case.'}`,
  'no-officer': () => 'Say who does this: --officer NAME, or set COMITY_OFFICER.',
  'fictional-with-real': () => 'One of the two cases is made up. A real case and a made-up one are never merged: made-up cases can be deleted.',
  'not-json': () => 'This is no command in JSON. It must be one object: {"kind": "…", …}.',
  'unknown-command': ({ kind }: { readonly kind: string }) => `“${kind}” is no command of a case. “Commands as JSON” in docs/reference/command-line.md says where they are listed.`,
  'field-missing': ({ field }: { readonly field: string }) => `The field “${field}” (${fieldName(field, 'en')}) is missing.`,
  'field-not-known': ({ field }: { readonly field: string }) => `This command has no field “${field}”. Nothing was done, in case it was misspelt.`,
  'field-wrong': ({ field, expected }: { readonly field: string; readonly expected: keyof typeof kinds }) => `In the field “${field}” (${fieldName(field, 'en')}) must stand ${kinds[expected]}.`,
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
  'log-unwitnessed': () => 'Nothing leaves: no partner has witnessed this node’s log lately. Tell the people who run Comity (comity log status); then send again.',
  'log-halted': () => 'Nothing leaves: this node’s log was stopped, because it is not the one that its witnesses saw. Tell the people who run Comity (comity log status).',
  'text-not-storable': () => 'A text holds a character that cannot be kept (NUL, or half of a pair). Remove it.',
}

export const caseCli = {
  ask, append,
  usage: `Cases: who is asked for, what happened, and what the law holds.

  comity case open --jurisdiction CA|US --family-name NAME --given-names NAME --sex SEX --on DAY --source TEXT
                   [--born-on DAY] [--born-in PLACE] [--born-in-country XX]      opens a case and prints its id
  comity case show CASE [--json]                     the case as it is, and what happened
  comity case do CASE --command FILE|-               does a command (JSON) from a file or standard input
  comity case fact CASE FACT yes|no|unknown --on DAY --source TEXT [--destination XX]
  comity case facts CA|US                            the codes of the facts that can be recorded, and what each says
  comity case gates CASE --step STEP [--destination XX] [--place NAME] [--on DAY] [--as-known MOMENT]
  comity case decisions CASE                         decides every kept decision again and compares
  comity case packet FILE…                           looks for what a file would tell besides what it shows
  comity case packet clean FILE --out NEW-FILE       takes that out of a picture (JPEG, PNG)
  comity case request CASE draft --destination XX --consulate NAME --document TYPE [--agreement CODE]
  comity case request CASE check|approve|send|acknowledge|outcome|withdraw REQUEST … [--attach FILE]…
  comity case correct CASE RECORD yes|no|unknown --on DAY --source TEXT         puts a wrong record right; show lists whom to tell
  comity case worklist [--of OFFICER|--unassigned|--country XX] [--inventory I] [--due-by DAY] [--limit N]
  comity case stalled --before DAYS                  open cases in which nothing has happened for so long
  comity case find NAME[, NAME] | CASE | --reference SYSTEM/REFERENCE
  comity case hand-over --to OFFICER --note TEXT CASE… | --from OFFICER
  comity case merge STAYS DUPLICATE --reason TEXT    two records of one person; unmerge undoes it
  comity case export CASE [--out FILE.json|FILE.txt] everything about one person, in the language of --lang
  comity case copy CASE REQUEST [--out FILE.txt]     the person’s copy with its receipt; --receipt TEXT records that it was given
  comity case import FILE --profile FILE.json [--dry-run] [--report FILE.csv]
  comity case law propose FILE | list | effects UPDATE | approve UPDATE --seen DIGEST
  comity case statutory record CASE --origin XX --gender G --criminal-background B [--birth-year YEAR]
  comity case statutory report YYYY-MM               IRPA 49(3) to (5); needs COMITY_RELEASE_KEY
  comity case withdrawals                            sends what leaves at the weekly moment
  comity case refresh                                what worklists sort by, as of today; once a day

What changes a case needs --officer NAME (or COMITY_OFFICER). Steps: contact, request, interview, document, booking,
hand-over, departure. Every command: --lang en|fr, --json where something is shown.

Exit codes: 0 done; 1 done, and something was found (a gate holds, a row is refused, a decision differs); 2 refused, nothing changed; 70 our mistake.`,
  unknownCommand: (command: string) => `“${command}” is no command about cases. “comity case help” lists them.`,
  unknownOption: (option: string) => `“${option}” is no option of a command about cases. “comity case help” lists them.`,
  optionNotTaken: (facts: { option: string; command: string }) => `“comity case ${facts.command}” does not take ${facts.option}; nothing was done. “comity case help” shows which options it takes.`,
  optionWithoutValue: (option: string) => `The option “${option}” needs a value after it. “comity case help” shows which.`,
  noFilesOf: (officer: string) => `No open case is in the hands of “${officer}”; nothing was handed over. “comity case worklist --of” shows whose files there are.`,
  needs: (what: string) => `Something is missing: ${what}. “comity case help” shows how.`,
  badStep: (value: string) => `“${value}” is no step. The steps are contact, request, interview, document, booking, hand-over and departure.`,
  badDay: (value: string) => `“${value}” is no day of the calendar. Write it as YYYY-MM-DD.`,
  badTimeZone: (value: string) => `COMITY_TIME_ZONE=${value} is no time zone. Write it like America/Toronto, or unset it.`,
  badMoment: (value: string) => `“${value}” is no moment. Write it as 2026-03-01T12:00:00Z.`,
  badInventory: (facts: { value: string; known: string }) => `“${facts.value}” is no inventory. The inventories are ${facts.known}.`,
  badCountry: (value: string) => `“${value}” is no state that Comity knows by two letters (ISO 3166-1), such as GH.`,
  badNumber: (value: string) => `“${value}” is no whole number that fits here.`,
  fileUnreadable: (facts: { file: string; cause: string }) => `“${facts.file}” cannot be read (${systemFault(facts.cause, 'en')}).`,
  done: (facts: { caseId: string; version: number; repeated: boolean }) => `${facts.caseId}: version ${facts.version}${facts.repeated ? ' (this very command had been done before)' : ''}`,
  fileNotClean: (file: string) => `“${file}” holds more than it shows, or could not be read whole; it does not leave like this.`,
  howToClean: 'Of a JPEG or PNG, “comity case packet clean FILE --out NEW-FILE” takes out everything that does not draw the picture. A PDF is not cleaned: save or scan its pages as JPEG or PNG, look through them, and attach those.',
  cannotClean: (file: string) => `“${file}” could not be made clean; nothing was written. What is still in it:`,
  cleaned: (facts: { file: string; digest: string; removed: number; looksDifferent: boolean }) => `${facts.file}: clean now; parts taken out: ${facts.removed}. SHA-256 ${facts.digest}${facts.looksDifferent ? ' Look at it: its colours may have changed, or it may lie on its side. Turn the original first if it does.' : ''}`,
  fileClean: (facts: { file: string; digest: string }) => `${facts.file}: nothing besides what it shows. SHA-256 ${facts.digest}`,
  agreementsWrong: (facts: { file: string; field: string }) => `The agreements in “${facts.file}” are no list of agreements as Comity reads them; look at ${facts.field === '' ? 'the whole' : facts.field}. docs/operating/cases.md says what stands where.`,
  agreementsUnreadable: (facts: { file: string; cause: string }) => `The agreements in “${facts.file}” cannot be read (${systemFault(facts.cause, 'en')}). Correct the file that COMITY_AGREEMENTS names, or unset it.`,

  show: {
    fictional: 'FICTIONAL: this person was made up.',
    heading: (facts: { name: string; caseId: string }) => `${facts.name}  ${facts.caseId}`,
    born: (text: string) => `Born: ${text}`,
    standing: (facts: { inventory: string; version: number; jurisdiction: string }) => `${facts.jurisdiction}, ${facts.inventory}, version ${facts.version}`,
    officer: (name: string) => `In the hands of ${name}`,
    nobody: 'In nobody’s hands',
    due: (facts: { on: string; for: string }) => `Due on ${facts.on}: ${facts.for}`,
    toTell: (facts: { recipient: string; correctionId: string }) => `To be told of the correction ${facts.correctionId}: ${recipientName(facts.recipient, 'en')} [${facts.recipient}]`,
    toTellInDuplicate: (facts: { caseId: string; recipient: string; correctionId: string }) => `Owed in the duplicate ${facts.caseId}, for the correction ${facts.correctionId}: ${recipientName(facts.recipient, 'en')} [${facts.recipient}]. It cannot be told from there while the two are merged; docs/recipes/merge-two-records.md says what to do.`,
    search: {
      heading: 'Search for a country, in the order of 8 USC 1231(b)',
      noLadder: 'Nobody has recorded whether proceedings began on arrival [proceedings-begun-on-arrival]; until then no country has its turn.',
      inUse: (clauses: string) => `In turn: ${clauses}`,
      line: (facts: { state: string; clause: string; standing: string; open: boolean; answerBy: string; waitsFor: string }) => `  ${facts.state} (${facts.clause}): ${facts.open ? 'open' : 'not open'}; ${facts.standing}${facts.answerBy === '' ? '' : `; last day for an answer: ${facts.answerBy}`}${facts.waitsFor === '' ? '' : `; waits for ${facts.waitsFor}`}`,
      standings: {
        'in-turn': 'it has its turn', 'no-final-answer': 'no final answer in time, which is no refusal', barred: 'removal there is withheld or deferred', 'set-aside': 'set aside', unwilling: 'its government is not willing',
        'not-accepted': 'its government has not accepted', 'earlier-clause': 'the turn of an earlier clause is not over', 'no-such-clause': 'its clause is not of this order',
      } satisfies Standings as Standings,
    },
    fact: (facts: { on: string; value: string; name: string; where: string; id: string; corrected: boolean }) => `  ${facts.on}  ${facts.value}  ${facts.name}${facts.where === '' ? '' : ` (${facts.where})`}  [${facts.id}]${facts.corrected ? ' corrected since' : ''}`,
    values: { yes: 'yes', no: 'no', unknown: 'unknown' },
    record: (facts: { sentence: string; name: string; where: string; value: string; code: string }) => `${facts.sentence}: ${facts.name}${facts.where === '' ? '' : ` (${facts.where})`}: ${facts.value} [${facts.code}]`,
    facts: 'Facts',
    left: 'What left for another state',
    kinds: { request: 'request', correction: 'correction of the request' },
    message: (facts: { kind: string; at: string; to: string; requestId: string; digest: string }) => `  ${facts.at}, to ${facts.to}: ${facts.kind} ${facts.requestId}, SHA-256 ${facts.digest}`,
    history: 'What happened',
    event: (facts: { sequence: number; at: string; by: string; text: string }) => `  ${facts.sequence}. ${facts.at}, ${facts.by}: ${facts.text}`,
  },

  dues: {
    'return-to-consider': 'consider bringing the person back, who was removed unlawfully', 'custody-review': 'review of custody', departure: 'departure', 'recheck-before-departure': 'look through the file again before departure', 'recheck-before-interview': 'look through the file again before the interview',
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
    refreshed: (facts: { cases: string; today: string }) => `Brought up to date as of ${facts.today}; open cases: ${facts.cases}.`,
  },

  gates: {
    heading: (facts: { step: string; on: string; version: number; knownAt: string }) => `Step: ${facts.step}; day: ${facts.on}; case version ${facts.version}${facts.knownAt === '' ? '' : `; as known on ${facts.knownAt}`}`,
    answer: (facts: { place: string; state: string }) => `${facts.place}: ${facts.state}`,
    kept: (facts: { at: string; same: boolean }) => (facts.same ? `  The decision kept on ${facts.at} says the same, byte for byte.` : `  THE DECISION KEPT ON ${facts.at} SAYS SOMETHING ELSE.`),
    law: (digest: string) => `Law book ${digest}`,
  },

  law: {
    refusals: {
      'law-update-unreadable': ({ at }: { readonly at: string }) => `This is no change of the law as Comity reads it; look at ${at === '' ? 'the whole' : at}.`,
      'law-update-refused': ({ faults }: { readonly faults: readonly LawUpdateFault[] }) => `The change would break the law book: ${faults.map((fault) => (lawFaults[fault.code] as (facts: object) => string)(fault)).join('; ')}.`,
      'no-update': () => 'There is no such proposal, or it was approved already.',
      'approved-already': () => 'This change was approved already.',
      'same-person': () => 'Who proposed a change does not approve it. Another person must read it.',
      'seen-otherwise': () => 'The proposal is not the one that was read. Read it again.',
      'not-json': () => 'The change is not JSON.',
      'no-officer': ask['no-officer'],
      'bad-id': ask['bad-id'],
      'rule-without-gate': ({ rule }: { readonly rule: string }) => `No gate asks the rule ${rule}; it would hold nothing. A new gate needs a new version of Comity.`,
      'gate-without-fact': ({ gate, fact }: { readonly gate: string; readonly fact: string }) => `The gate ${gate} does not list the fact ${fact}, so that a conflict on it would close nothing. That needs a new version of Comity.`,
      // Without the digest of the list: it is had by reading the list.
      'effects-changed': () => 'What this change does is not the list that you name, perhaps because it is another one by now. Read it with “comity case law effects”.',
    },
    proposed: (updateId: string) => `Proposed: ${updateId}. Another person reads “comity case law effects ${updateId}” and approves it.`,
    none: 'No change of the law waits for a second person.',
    waiting: (facts: { updateId: string; title: string; by: string; at: string }) => `${facts.updateId}  ${facts.title} (${facts.by}, ${facts.at})`,
    heading: (facts: { title: string; source: string; asked: string; changed: string }) => `${facts.title}. Source: ${facts.source}. Open cases asked: ${facts.asked}; cases whose answer changes: ${facts.changed}.`,
    days: (days: string) => `Asked for: ${days}`,
    effect: (facts: { caseId: string; version: number; step: string; place: string; on: string; before: string; after: string; gates: string }) => `${facts.caseId} (version ${facts.version}): ${facts.step}, ${facts.place}, ${facts.on}: ${facts.before === facts.after ? `${facts.before}, for other reasons` : `${facts.before} → ${facts.after}`} (${facts.gates})`,
    seen: (digest: string) => `To approve exactly this: --seen ${digest}`,
    approved: (revision: number) => `Approved: the law book is now at revision ${revision}. Run “comity case refresh”.`,
  },
  import: {
    refusals: {
      'workbook-broken': ({ file }: { readonly file: string }) => `“${file}” is no whole XLSX workbook. Open and save it again, or save it as CSV.`,
      'workbook-too-large': ({ file, mostBytes }: { readonly file: string; readonly mostBytes: number }) => `“${file}” is larger than ${mostBytes} bytes. Save it as CSV, which is read piece by piece.`,
      'sheet-missing': ({ file, sheet }: { readonly file: string; readonly sheet: string }) => `“${file}” has no sheet “${sheet}”.`,
    },
    rows: {
      'row-structure': ({ fault }: { readonly fault: string }) => `the row is not like the header (${fault})`,
      'no-reference': () => 'the row has no reference',
      'ambiguous-country': ({ name, candidates }: { readonly name: string; readonly candidates: readonly string[] }) => `“${name}” may be ${formatChoices(candidates.map((code) => `${theState(code)} (${code})`), 'en')}; write the two letters`,
      'repeated-in-file': ({ reference, firstLine }: { readonly reference: string; readonly firstLine: number }) => `the reference ${reference} stood on line ${firstLine} already`,
      'already-there': ({ reference, caseId }: { readonly reference: string; readonly caseId: string }) => `a case of the reference ${reference} is there already (${caseId}); nothing in it was changed`,
    },
    sum: (facts: { read: string; made: string; refused: string }) => `Rows read ${facts.read} = cases made ${facts.made} + rows refused ${facts.refused}`,
    dry: 'A dry run: nothing was kept.',
    row: (facts: { line: number; column: string; why: string; value: string }) => `  line ${facts.line}${facts.column === '' ? '' : `, ${facts.column}`}: ${facts.why}${facts.value === '' ? '' : ` (${facts.value})`}`,
    header: ['line', 'column', 'value', 'code', 'reason'] as readonly string[],
    more: (count: string) => `  and ${count} more; --report FILE.csv lists them all`,
    badReport: (file: string) => `Comity cannot tell what to write into “${file}”. End the name in .csv.`,
  },
  handedOver: (facts: { done: string; refused: string }) => `Handed over: ${facts.done}; refused: ${facts.refused}.`,
  refusedFor: (facts: { caseId: string; why: string }) => `${facts.caseId}: ${facts.why}`,
  wrote: (file: string) => `Wrote ${file}`,
  badOutput: (file: string) => `Comity cannot tell what to write into “${file}”. End the name in .json or .txt.`,
  cannotWrite: (facts: { file: string; cause: string }) => `“${facts.file}” could not be written (${systemFault(facts.cause, 'en')}).`,
  readFirst: 'Read it before you hand it over: what was written as a source or a reason may name others, or fall under an exemption.',
  withdrawals: (facts: { moment: string; left: number; waiting: number }) => `${facts.moment}: withdrawals that left: ${facts.left}; waiting for the weekly moment: ${facts.waiting}.`,
  statutory: {
    refusals: {
      'bad-month': ({ month }: { readonly month: string }) => `“${month}” is no month. Write it as YYYY-MM.`,
      'month-not-over': ({ month }: { readonly month: string }) => `${month} is not over yet.`,
      'no-release-key': () => 'Set COMITY_RELEASE_KEY: small counts are rounded with it, and it must be the same every month (at least 16 characters).',
    },
    recorded: 'Recorded. Nobody can read it again but the monthly report.',
    title: (facts: { month: string; madeOn: string }) => `Removal orders, ${facts.month} (IRPA 49(3) to (5)); made on ${facts.madeOn}`,
    enforced: (count: string) => `Enforced in the month: ${count}`,
    notEnforced: 'Not enforced by the end of the month, by where their case stands on the day on which this report was made:',
    definition: 'The cross-reference in subsection 49(3) looks circular. Counted here as not enforced: every order made by the end of the month that had by then neither ended nor been enforced, in a file that was open then; a legal reviewer must settle the definition.',
    line: (facts: { name: string; count: string }) => `  ${facts.name}: ${facts.count}`,
    tables: { country: 'Countries of origin', 'age-and-gender': 'Ages (reached in the year) and genders', 'criminal-background': 'Criminal backgrounds' },
    names: { unknown: 'not known', female: 'women', male: 'men', another: 'another gender', 'none-recorded': 'none recorded', security: 'security (34)', 'rights-violations': 'human or international rights violations (35)', 'serious-criminality': 'serious criminality (36(1))', criminality: 'criminality (36(2))', 'organized-criminality': 'organized criminality (37)' } as Readonly<Record<string, string>>,
    held: 'held back: it would single people out, even rounded',
    rounded: 'Counts in these tables are rounded to multiples of 5, at random and so that they add up.',
    all: 'all',
  },

  decisions: {
    none: 'No gate decision is kept for this case.',
    line: (facts: { at: string; step: string; place: string; on: string; state: string; verdict: keyof typeof verdicts }) => `${facts.at}: ${facts.step}, ${facts.place}, ${facts.on}: ${facts.state}. ${verdicts[facts.verdict]}`,
  },
}

const verdicts = { same: 'Decided again: the same, byte for byte.', different: 'DECIDED AGAIN: ANOTHER ANSWER.', 'other-law': 'Decided with a law book that this version of Comity does not ship.' }
