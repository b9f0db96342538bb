/** The copy of everything that is kept about one person: the pages on which it is made, and what stands on it besides the record. */
export const personCopy = {
  heldBy: (question: string) => `Held by the question: ${question}`,
  receipt: (number: string) => `Receipt number ${number}`,

  name: 'Copy for the person',
  ask: {
    title: 'Make the copy for the person',
    lead: 'Everything that is kept about one person, for that person: what is held and from where, what the gates answered, what was sent to whom and when. That it was made, and why, is written down with your name before you see it.',
    caseId: 'Number of the case', idHint: 'Like 123e4567-e89b-42d3-a456-426614174000.',
    purpose: 'Why is it made?', purposes: { 'disclosure-request': 'The person asked for their own record', 'complaint-or-court': 'To answer a complaint or a court' },
    language: 'In which language?', languageHint: 'The official language that the person chose.', languages: { en: 'English', fr: 'Français' },
    button: 'Make the copy', problem: 'No copy was made', problemText: 'Put this right:',
    faults: { empty: 'Write the number of the case.', 'bad-id': 'This is no number of a case. It has 32 digits and letters in five groups.', 'no-case': 'There is no such case.', purpose: 'Choose why it is made.', language: 'Choose the language.' },
  },
  show: {
    title: 'The copy, before it is handed over', back: 'Make another copy', toCase: 'To the case',
    lead: 'Read it to the end before you hand it over. Sources and reasons stand as somebody wrote them: they may name other people, or be what the law lets you withhold. Comity leaves out the names of officers and of companions, and decides nothing else; what must be withheld, withhold by your own rules before it leaves.',
    number: (number: string) => `Receipt number: ${number}. It is kept with the digest of this copy, and stands on the paper.`,
    html: 'Save it as a page (HTML)', pdf: 'Save it for printing (PDF)',
    unprintable: 'This machine cannot set PDF, or a letter of the record has no font here. Save the page instead.',
    problem: 'There is no PDF',
    changedTitle: 'The case has changed', changed: 'Something was recorded since this copy was made, so it is not shown again. Make a new one; it has a number of its own.',
  },
}
