import type { Command } from '../../casework/command.ts'

/** What is recorded in one case. Two records of one person have pages of their own: see merge.ts. */
export type RecordedKind = Exclude<Command['kind'], 'absorb-case' | 'merge-into' | 'undo-merge' | 'undo-absorption'>

/** What can be recorded, as a link says it. */
const commands: Readonly<Record<RecordedKind, string>> = {
  'open-case': 'Open a case', 'record-identity': 'Put the person’s particulars right', 'record-nationality': 'Record a nationality', 'withdraw-nationality': 'Withdraw a nationality', 'record-order': 'Record a removal order', 'end-order': 'Record that an order ended',
  'assign-officer': 'Hand the case over', 'travel-with': 'Record that the person travels with others', 'travel-alone': 'Record that the person travels alone', 'close-case': 'Close the case', 'reopen-case': 'Reopen the case',
  'record-fact': 'Record a fact', 'correct-fact': 'Correct a fact', 'tell-recipient': 'Record that somebody was told of a correction', 'send-correction': 'Send a correction to a state', 'record-risk': 'Record a finding on the risk of mistreatment', 'record-detention': 'Record detention or release', 'record-custody-review': 'Record a review of the detention',
  'propose-destination': 'Propose a destination', 'ask-destination': 'Ask a state whether it would take the person', 'record-destination-answer': 'Record that state’s answer', 'set-answer-period': 'Set another period for the answer', 'set-destination-aside': 'Set a destination aside', 'make-contact': 'Make contact with a state',
  'record-counsel': 'Record counsel', 'end-counsel': 'Record that counsel no longer acts', 'give-notice': 'Record a notice given', 'give-person-copy': 'Record that the person received a copy', 'record-availability': 'Record whether the person can be reached',
  'draft-request': 'Draft a request', 'record-earlier-request': 'Record an earlier request', 'check-request': 'Check a request', 'approve-request': 'Approve a request', 'send-request': 'Send a request', 'acknowledge-request': 'Record an acknowledgement', 'arrange-interview': 'Record an interview that was arranged', 'hold-interview': 'Hold an interview',
  'record-outcome': 'Record an answer to a request', 'withdraw-request': 'Withdraw a request', 'take-document': 'Take a travel document', 'lose-document': 'Record that a document was lost', 'make-booking': 'Book a journey', 'cancel-booking': 'Cancel a booking', 'hand-over': 'Hand the person over for the journey', depart: 'Record the departure now',
  'record-left': 'Record that the person left without being removed', 'confirm-departure': 'Confirm a departure', 'record-arrival': 'Record the arrival', 'record-unlawful-removal': 'Record that a removal was found unlawful', 'record-return-considered': 'Record that bringing the person back was considered',
}

/** The questions, one to a page. */
const questions = {
  law: 'Under whose law is the case?', person: 'Who is the person?', birth: 'When and where was the person born?', papers: 'Which identity documents are known?', when: 'When was it, and where can that be checked?', source: 'Where can this be checked?', day: 'When was it?',
  nationality: 'Which nationality, and what is it based on?', 'which-nationality': 'Which nationality is withdrawn?', 'order-kind': 'Which kind of order was made?', 'which-order': 'Which order?', why: 'Why?', officer: 'Who takes the case over?', group: 'With whom does the person travel?', alone: 'The person no longer travels with others.',
  close: 'Why is the case closed?', fact: 'Which fact?', 'fact-value': 'What is known of it?', 'which-record': 'Which record is wrong?', 'whom-told': 'Who was told, and of which correction?', 'which-correction': 'Which correction, to which state?', 'risk-where': 'About which state?', risk: 'What was found, and why?', detained: 'Is the person detained?',
  destination: 'Which destination, and under which clause?', 'which-destination': 'Which state?', aside: 'Which destination, and under which clause is it set aside?', answer: 'What did the state answer?', 'answer-by': 'Until when may the state answer?', counsel: 'Who is counsel?', 'which-counsel': 'Which counsel?', notice: 'Who was given notice, and of what?', 'notice-records': 'Of which records was notice given?',
  'which-request': 'Which request?', receipt: 'When, and with which receipt?', available: 'Can the person be reached?', 'request-to': 'Which state is asked?', 'request-what': 'Which document is asked for, and where?', 'earlier-when': 'When was it drafted and sent?', files: 'Which files go along?', extras: 'What does the agreement require besides the identity?', photograph: 'Which photograph shows the person?', 'interview-day': 'On which day is the interview?', outcome: 'What did the state answer?',
  'withdraw-why': 'Why is the request withdrawn?', 'document-request': 'Which request does the document answer?', 'document-what': 'Which document is it?', validity: 'From when to when is it valid?', 'which-document': 'Which document?', journey: 'Where to, and when?', 'which-booking': 'Which booking?', 'how-known': 'How is it known that the person has left?', arrival: 'What happened on arrival?',
} as const

/** What stands beside the box of a field. */
const fields = {
  jurisdiction: 'Law', familyName: 'Family name', givenNames: 'Given names', sex: 'Sex, as the person’s documents say', bornOn: 'Date of birth', bornIn: 'Place of birth', bornInCountry: 'Country of birth', identityDocuments: 'Identity documents', on: 'Day', source: 'Source', country: 'State', basis: 'What it is based on',
  orderKind: 'Kind of order', orderId: 'Order', reason: 'Reason', officer: 'Officer', note: 'What the next officer must know', group: 'Name of the group', fact: 'Fact', value: 'Answer', destination: 'State', place: 'Part of the state', corrects: 'Record', owed: 'Correction', finding: 'Finding', reasons: 'Reasons', detained: 'Detained', clause: 'Clause', answer: 'Answer',
  answerBy: 'Last day for the answer', name: 'Name', address: 'Address', counselId: 'Counsel', to: 'Given to', about: 'What it was about', factIds: 'Records', requestId: 'Request', receipt: 'Receipt', available: 'Can be reached', consulate: 'Consulate or office', documentType: 'Kind of document', agreement: 'Agreement', draftedOn: 'Drafted on', files: 'Files', heldOn: 'Day of the interview',
  outcome: 'Answer', documentId: 'Document', validFrom: 'Valid from', validUntil: 'Valid until', departsOn: 'Day of departure', bookingId: 'Booking', how: 'How it is known', photograph: 'Photograph', otherNames: 'Other names of the person', height: 'Height in centimetres', fingerprints: 'Digest of the fingerprints (SHA-256)', visaNumber: 'Number of the visa', visaFrom: 'Visa valid from', visaUntil: 'Visa valid until', number: 'Number', copy: 'Seen as',
} as const

const hints: Readonly<Partial<Record<keyof typeof fields, string>>> = {
  familyName: 'As the person’s documents write it. Some people have one name only: then leave the other box empty.', bornOn: 'What is not known is left empty. Never fill in a first of January for it.', bornIn: 'The town or district, if known.', source: 'A document, a decision or a file that somebody else can look up.',
  place: 'Only if it is about a part of the state.', note: 'It is kept in the case.', group: 'The same name in each of their cases. Each person keeps gates of their own.', clause: 'The clause that names this state.', receipt: 'Its number, or where it is kept.', agreement: 'Only if the request is made under one.', draftedOn: 'If the record says so.', reasons: 'What the finding rests on. It needs a purpose to be read.',
  otherNames: 'One to a line, at most three: family name, comma, given names.', height: 'As it was measured, without a fraction.', fingerprints: 'The prints themselves are kept apart and do not pass through here.', visaNumber: 'As it stands in the visa.',
  on: 'For example 2026 03 09.', factIds: 'None, if the notice named no recorded fact.', consulate: 'The office that decides, as it is addressed.', value: 'Choose “not known” if it was looked up and could not be settled.',
}

const lists = {
  jurisdiction: { CA: 'Canada', US: 'United States' }, sex: { female: 'female', male: 'male', unspecified: 'unspecified' }, value: { yes: 'Yes', no: 'No', unknown: 'Not known' }, to: { person: 'the person', counsel: 'counsel' }, answer: { willing: 'willing to take the person', unwilling: 'unwilling', 'not-final': 'no final answer' }, 'yes-or-no': { yes: 'Yes', no: 'No' },
  paper: { passport: 'passport', 'identity-card': 'identity card', 'birth-certificate': 'birth certificate', 'seafarers-book': 'seafarer’s book', 'driving-licence': 'driving licence' }, copy: { yes: 'a copy', no: 'the original' },
} as const

const groups = { request: 'Requests', facts: 'Facts and findings', destination: 'Destinations', movement: 'Documents, journeys and arrival', person: 'The person and counsel', file: 'The file' } as const

/** What is said before something that leaves the authority or cannot be undone. */
const sure: Readonly<Partial<Record<RecordedKind, { readonly heading: string; readonly text: string; readonly button: string }>>> = {
  'send-request': { heading: 'You are about to send a request to a state', text: 'The state will learn that this person is here and is to be returned. What was sent cannot be called back; it can only be corrected or withdrawn.', button: 'Send the request' },
  'send-correction': { heading: 'You are about to send a correction to a state', text: 'It names the person again, as the record says now. What was sent cannot be called back.', button: 'Send the correction' },
  'make-contact': { heading: 'You are about to make contact with a state', text: 'The state will learn that this person is here. That cannot be undone.', button: 'Record the contact' },
  'ask-destination': { heading: 'You are about to ask a state', text: 'The state will learn that this person is here. Its time to answer begins with the first question.', button: 'Record the question' },
  'withdraw-request': { heading: 'You are about to withdraw a request', text: 'A withdrawn request does not come back: the state would have to be asked anew. The state does not learn why.', button: 'Withdraw the request' },
  'hand-over': { heading: 'You are about to hand a person over for a journey', text: 'Do this only when it happens. The gates are asked once more now.', button: 'Record the hand-over' },
  depart: { heading: 'You are about to record a departure', text: 'Do this only when the person leaves. The gates are asked one last time. A departure stays in the record for good.', button: 'Record the departure' },
  'close-case': { heading: 'You are about to close a case', text: 'Nothing more is done for this person in this case. It can be reopened with a reason, and both stay in the record.', button: 'Close the case' },
}

/** Why there is nothing to choose from: said in place of a question that nobody could answer. */
const nothing = {
  nationality: 'No nationality is recorded that could be withdrawn.', order: 'No order is recorded that has not ended.', proposed: 'No destination is proposed, or each one was set aside.', asked: 'No state was asked yet whether it would take the person.', counsel: 'No counsel is recorded who still acts.',
  drafted: 'No request is drafted that was not checked yet.', checked: 'No request is checked that was not approved yet.', approved: 'No request is approved that was not sent yet. If one was proposed for approval, a second person must agree first.', 'with-state': 'No request is with a state that has not answered yet.', 'decided-or-not': 'No request was sent, or each one was withdrawn.',
  awaited: 'No request is under way that could be withdrawn.', 'any-request': 'No request is recorded.', issued: 'No state has agreed to a document yet.', document: 'No travel document is in hand, or each one was lost.', 'usable-document': 'No travel document is in hand that is still valid and was not lost.',
  booking: 'No journey is booked that was not cancelled and has not begun.', 'removed-booking': 'No departure on a booked journey is recorded, or each one was found unlawful already.', 'unlawful-booking': 'No removal was found unlawful for which bringing the person back is still to be considered.',
  'fact-record': 'No fact is recorded that you may read here and that was not corrected already.', owed: 'Nobody has to be told of a correction now.', 'owed-request': 'No state has to be sent a correction now.', officer: 'There is no other officer who could take the case over. An administrator keeps the accounts.',
} as const

export const record = {
  nothing, nothingTitle: 'This cannot be recorded yet', nothingFirst: 'What can be recorded first', nothingOther: 'Look at everything that can be recorded in this case',
  commands, questions, fields, hints, lists, groups, sure,
  dateParts: { year: 'Year', month: 'Month', day: 'Day' },
  none: 'Choose one', noneOfThem: 'None', optional: (label: string) => `${label} (if there is one)`,
  ofThisCase: 'In this case', everyState: 'All states', askedNow: 'Asked by the gates now', everyFact: 'All facts', otherFacts: 'Other facts',
  whose: (name: string) => `Case of ${name}`,
  listTitle: 'What happened?', listLead: 'Choose what you record. Nothing is recorded before you have checked your answers.', listNow: 'Fits the case as it is', listOther: 'Everything else that can be recorded', listOtherText: 'These do not fit the case as it is now, or need something that is not recorded yet.', severalFacts: 'Record several facts on one page',
  link: 'Record what happened', linkFacts: 'Record facts that the gates ask for', linkRequest: 'Draft a request', onCase: 'To record',
  newCase: 'Open a case', drafts: 'Unfinished work',
  switchLanguage: 'Conserver mes réponses et continuer en français', switchTo: 'fr',
  next: 'Continue', back: 'Back', toCase: 'Back to the case', discard: 'Discard these answers',
  checkTitle: 'Check your answers', checkLead: 'Nothing is recorded yet.', change: 'Change', changes: (label: string) => `Change: ${label}`, submit: 'Record this', propose: 'Propose this to a second person', goOn: 'Continue', empty: 'Not given', today: (day: string) => `Today, ${day}`, when: 'Day', notThere: 'No longer there',
  thingNone: 'Nothing in this case fits this question now.', recordsNone: 'No record can be named here: none is kept that you may read. Go on without.',
  protectedRecords: 'Records of protected facts are shown with a purpose. Give one on the page of the case.',
  addPaper: 'Add another document', paper: (number: string) => `Document ${number}`, paperHint: 'Leave everything empty if none is known.', paperCopy: (facts: { kind: string; number: string; country: string; copy: string }) => `${facts.kind} ${facts.number}, ${facts.country} (${facts.copy})`,
  problem: 'This was not recorded', problemText: 'Put this right:', answerProblem: 'An answer needs another look',
  faults: { fill: (label: string) => `“${label}” is empty. Fill it in.`, choose: (label: string) => `Choose one: “${label}”.`, long: (label: string) => `“${label}” is too long. Write no more than 4,000 characters.`, paper: 'Give the kind, the number, the state and whether a copy was seen, or leave all four empty.', birth: 'This is no date of birth. Write the year, then the month and the day if they are known.' },
  extras: { faults: { height: 'This is no height in centimetres. Write two or three digits.', fingerprints: 'This is no SHA-256. It has 64 digits and letters from a to f.', visa: 'Give the number of the visa and both its days, or leave all three empty.' } },
  notReached: 'There is no such case among yours any more. Nothing was recorded.',
  gates: { endsWaiting: (count: number) => (count === 1 ? 'One proposal about this case waits for a second person. Recording this ends it, because it is about the case as it stands now; it must then be proposed anew.' : `${count} proposals about this case wait for a second person. Recording this ends them, because they are about the case as it stands now; they must then be proposed anew.`), takesTwo: 'This needs a second person. When you hand it in, it is proposed; it counts once somebody else has agreed. Until then, do not change the case: a proposal is about the case as it stands now.', open: (step: string) => `The gates of this step are open today: ${step}. They are asked again when you record it.`, held: (step: string) => `The gates hold this step today: ${step}. You can hand it in all the same; it will be refused, and that you tried is kept.`, refused: (step: string) => `The gates hold this step (${step}). Below stand the reasons and what would change them.`, title: 'What the gates say', wouldRefuse: 'As things stand, this will be refused:' },
  stale: { title: 'The case has moved on meanwhile', text: 'This was recorded since you began. Your answers are still here: read them again beside it, change them if you must, and then record them.', changed: 'The case has changed since you began. Nothing was recorded. See below what happened, then decide again.' },
  packet: { title: 'What the state would receive', text: 'Look whether it is complete and right.' },
  kept: 'What you typed is still here. Look at it once more, and go on.',
  sureBack: 'No, go back to my answers',
  done: { title: 'Recorded', text: (what: string) => `${what}: this is recorded.`, proposedTitle: 'Proposed', proposed: (what: string) => `${what}: this waits for a second person. Nothing has happened yet.`, proposal: 'See the proposal' },
  draftsLead: 'Answers that you have not handed in. Only you can read them. After seven days they are discarded.', draftsNone: 'You have no unfinished work.', draftColumns: { what: 'What', case: 'Case', began: 'Begun', changed: 'Last changed', ends: 'Discarded on', actions: 'Discard' }, draftGoOn: 'Go on', draftDiscard: 'Discard', draftNamed: (facts: { what: string; at: string }) => `${facts.what}, ${facts.at}`, draftNew: 'A new case', draftOf: (name: string) => `A new case of ${name}`, draftNameless: 'A new case, no name typed yet', draftFacts: 'Record several facts',
  files: { hint: 'JPEG, PNG or PDF, at most 20 megabytes each and five files in all. Each file is read to the last byte: one that holds more than it shows, is locked or cannot be read does not leave.', label: 'File', add: 'Add this file', added: 'Files that go along', none: 'No file goes along.', remove: 'Remove', removeNamed: (name: string) => `Remove ${name}`, next: 'Continue', missing: 'Choose a file first.', most: 'Five files are here already. Remove one first.', large: 'The file is larger than 20 megabytes. Save it at a lower resolution.', bytes: (count: string) => `${count} bytes` },
  several: {
    title: 'Record several facts', lead: 'These facts are asked for by gates that hold a step now. Answer those that you know, and leave the others as they are. What opens nothing is recorded at once; what needs a second person is proposed together, for one agreement.', none: 'The gates that you may read here ask for no fact that could be recorded.', protectedToo: 'Gates that rest on protected facts are left out here. To see what they ask for, give a purpose.',
    forAll: 'For all facts on this page', forAllHint: 'Taken where a fact has no day or source of its own.', own: 'Another day or source for this fact', leave: 'Leave as it is', button: 'Hand in these facts', problem: 'Some facts were not recorded', nothing: 'No fact was answered. Answer at least one.', nowhere: 'No state is concerned yet. Record a nationality or propose a destination first: gates are asked about a state.', second: 'These wait for a second person together: one agreement records them all, or none. Leave the case alone until then: with the next change the proposal is over.', steps: 'Facts for this step', everyStep: 'every step', purposeButton: 'Show what the protected gates ask for',
    recorded: 'Recorded now', line: (facts: { fact: string; value: string }) => `${facts.fact}: ${facts.value}`, waits: 'Waiting for a second person', waitsText: 'These were proposed and are not asked again. Leave the case alone until somebody else has agreed: whatever is recorded before then ends the proposal.', waitsChosen: 'This fact was proposed and waits for a second person. If you record it otherwise, that proposal ends.', allWait: 'Nothing else is asked for this step now.', otherwise: 'Record it otherwise', refused: (facts: { fact: string; why: string }) => `${facts.fact}. ${facts.why}`, commands: 'Asked for too, and recorded in another way',
  },
}
