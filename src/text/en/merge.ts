/** Two records of one person: the text that both people see and sign, and the pages that ask. */
export const merge = {
  /** The text over which the second person signs. It is kept to the byte; a change of words here changes no text that was shown before. */
  shown: {
    titles: { merge: 'Two records of one person, to be brought together', unmerge: 'Two records that were brought together, to be parted again' },
    stays: (facts: { caseId: string; version: number }) => `The case that stays: ${facts.caseId}, version ${facts.version}`,
    duplicate: { merge: (facts: { caseId: string; version: number }) => `The duplicate, which is closed to work: ${facts.caseId}, version ${facts.version}`, unmerge: (facts: { caseId: string; version: number }) => `The duplicate, which is worked on again: ${facts.caseId}, version ${facts.version}` },
    records: 'What each record says of the person',
    inBoth: (facts: { name: string; value: string }) => `${facts.name}, in both: ${facts.value}`,
    inStays: (facts: { name: string; value: string }) => `${facts.name}, in the case that stays: ${facts.value}`,
    inDuplicate: (facts: { name: string; value: string }) => `${facts.name}, in the duplicate: ${facts.value}`,
    notSaid: 'not recorded',
    document: (facts: { type: string; number: string; country: string; copy: string }) => `${facts.type} ${facts.number}, ${facts.country}, ${facts.copy}`,
    claim: (facts: { country: string; basis: string }) => `${facts.country}, on the basis of ${facts.basis}`,
    passes: { merge: 'What the case that stays takes over', unmerge: 'What the case that stays gives back' },
    remains: {
      merge: 'Everything else stays in the duplicate and counts no longer: its particulars, orders, destinations, requests, documents, journeys, notices and counsel.',
      unmerge: 'Everything else stays where it is. The duplicate counts again as it stood before.',
    },
    nothing: 'Nothing.',
    fact: (facts: { id: string; fact: string; value: string; on: string; to: string | undefined; source: string; corrects: string | undefined }) => `Fact ${facts.id}: ${facts.fact}, ${facts.value}, ${facts.on}${facts.to === undefined ? '' : `, for ${facts.to}`}${facts.corrects === undefined ? '' : `, corrects ${facts.corrects}`}, source: ${facts.source}`,
    nationality: (facts: { country: string; basis: string; on: string; source: string }) => `Nationality: ${facts.country}, on the basis of ${facts.basis}, ${facts.on}, source: ${facts.source}`,
    risk: (facts: { state: string; finding: string; on: string; by: string; reasons: string }) => `Finding on risk: ${facts.state}, ${facts.finding}, ${facts.on}, by ${facts.by}, reasons: ${facts.reasons}`,
    opensStays: 'What the case that stays lets go of',
    opensDuplicate: 'What the case that stays holds today and the duplicate, worked on again, would not hold',
  },
  sexes: { female: 'female', male: 'male', unspecified: 'unspecified' },

  link: 'Another record of this person',
  commands: { merge: 'Bring two records together', unmerge: 'Part two records again' },

  start: {
    title: 'Which is the other record of this person?',
    lead: 'Go on only if you are sure that both records are of one person. If they are of two people, the protection of one would stand in the file of the other.',
    other: 'Number of the other case',
    hint: 'Like 123e4567-e89b-42d3-a456-426614174000. Both cases must be in your hands: if a colleague has the other one, ask them to hand it over.',
    next: 'Continue', back: 'Back to what can be recorded',
    problem: 'The other case was not taken',
    faults: {
      empty: 'Write the number of the other case.', 'bad-id': 'This is no number of a case. It has 32 digits and letters in five groups.', same: 'This is the number of the case itself. Write that of the other one.',
      'not-reached': 'There is no case of this number among yours. Check the number, or ask whoever has the case to hand it over.', full: 'You have a hundred unfinished forms. Finish some or throw some away first.',
    },
    broughtIn: 'Brought into this case', broughtInText: 'What they recorded of facts, nationalities and risk counts here.',
    into: (caseId: string) => `This case was brought into another one, ${caseId}. Work goes on there.`,
    part: 'Part them again', partNamed: (caseId: string) => `Part them again: ${caseId}`,
  },

  compare: {
    title: 'Are both records of one person, and which one stays?',
    lead: 'Read both. What differs is marked.',
    caption: 'The two records side by side', columns: { what: 'What', one: 'This case', other: 'The other case' }, differs: 'Differs',
    rows: { number: 'Number of the case', opened: 'Opened', orders: 'Orders', requests: 'Requests', documents: 'Travel documents', journeys: 'Journeys', counsel: 'Counsel', facts: 'Facts that you may read here', version: 'Version' },
    none: 'None', ended: 'ended',
    legend: 'Which case stays?', hint: 'It takes over what the other one recorded of facts, nationalities and risk. The other one is closed to work, and says where the person is now.',
    option: (facts: { name: string; caseId: string; openedOn: string }) => `${facts.name}, opened on ${facts.openedOn} (${facts.caseId})`,
    choose: 'Choose which case stays.', problem: 'An answer needs another look', next: 'Continue', discard: 'Discard these answers',
  },

  why: {
    titles: { merge: 'How is it known that they are one person?', unmerge: 'Why are they parted again?' },
    on: 'Since when is that known?', reason: 'Reason', hints: { merge: 'What shows it, and where that can be checked.', unmerge: 'What shows that they are two people, or what the mistake was.' },
    next: 'Continue', back: 'Back',
  },

  check: {
    titles: { merge: 'Check before you bring them together', unmerge: 'Check before you part them' }, lead: 'Nothing has happened yet.',
    stays: 'The case that stays', duplicate: 'The duplicate', on: 'Known since', reason: 'Reason', change: 'Change', changes: (what: string) => `Change: ${what}`,
    passes: { merge: 'What the case that stays takes over', unmerge: 'What the case that stays gives back' }, passesNone: 'No fact, nationality or finding.',
    hidden: 'Facts and findings that are protected pass over too. They are shown here with a purpose, given on the page of each case.',
    remains: { merge: 'Everything else stays in the duplicate and counts no longer.', unmerge: 'The duplicate counts again as it stood before.' },
    gates: 'What the gates say before and after', gatesLead: 'Asked today, for every state that one of the cases speaks of. That records are brought together or parted opens no gate by itself.',
    nowhere: 'No state is concerned yet: neither case names one.', over: 'Nothing is decided there',
    columns: { step: 'Step', staysNow: 'Case that stays, now', duplicateNow: 'Duplicate, now', staysAfter: 'Case that stays, afterwards', duplicateAfter: 'Duplicate, afterwards' },
    takesTwo: 'This lets go of something that holds a step today or on a day to come. When you hand it in, it is proposed: it happens once a second person has read both records and agreed. Until then, change neither case.',
    endsWaiting: (count: number) => (count === 1 ? 'One proposal about these cases waits for a second person. This ends it, because it is about a case as it stands now.' : `${count} proposals about these cases wait for a second person. This ends them, because they are about a case as it stands now.`),
    wouldRefuse: 'As things stand, this will be refused:', about: { stays: 'In the case that stays:', duplicate: 'In the duplicate:' },
    problem: 'The records were left as they are', notReached: 'One of the two cases is not among yours any more.', changed: 'One of the two cases has changed since you read them. Read both again.',
    goOn: 'Continue', discard: 'Discard these answers',
  },

  sure: {
    merge: { heading: 'You are about to bring two records together', propose: 'You are about to propose that two records are brought together', text: 'What was recorded of one person’s protection will count for the other record too. The duplicate is closed to work. It can be undone with a reason, and both stay in the record.', button: 'Bring them together', proposeButton: 'Propose to a second person' },
    unmerge: { heading: 'You are about to part two records', propose: 'You are about to propose that two records are parted', text: 'The case that stays gives back what it took over, and holds no longer what only that held. The duplicate is worked on again.', button: 'Part them', proposeButton: 'Propose to a second person' },
    back: 'No, go back to what I wrote',
  },

  done: {
    titles: { merge: 'Brought together', unmerge: 'Parted again', proposed: 'Proposed' },
    texts: { merge: 'The two records are one. Look at the case that stays: what was open may be held now.', unmerge: 'The two records are two again. Look at both: what was held may be open now.', proposed: 'This waits for a second person. Nothing has happened yet.' },
    toStays: 'To the case that stays', toDuplicate: 'To the duplicate', proposal: 'See the proposal',
  },

  toOther: 'To the other case',
}
