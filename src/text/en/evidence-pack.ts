import type { Gap, OwnEvent } from '../../cooperation/evidence-pack.ts'
import type { InstrumentKind } from '../../law/instrument.ts'
import type { TextStatus } from '../../law/rule.ts'

/** The text of the evidence pack: for a custody review or a court, the same whichever side prints it. */
export const evidencePack = {
  title: (country: string) => `${country}: evidence on how foreseeable removal is`,
  notThisPerson: 'This is about a country. It says nothing about this person: not whether this person’s nationality will be confirmed, not whether or when a document will be issued, and not what the law permits in this case.',
  fictional: 'The counts of this authority given here are of made-up cases. They are no evidence of anything.',
  about: 'What this is', country: 'Country', on: 'As known on', format: 'Format', digest: 'Digest of the data (SHA-256)',
  for: 'What speaks for foreseeable removal', against: 'What speaks against foreseeable removal', unknown: 'What is not known', sources: 'Where the figures come from', reading: 'How to read this',
  nothing: 'Nothing that is recorded here.',
  figures: (side: string) => `Figures: ${side}`, what: 'What', value: 'Value', limits: 'Limits and their kind', outOf: 'Out of', period: 'Period', source: 'Source', conditional: (days: string) => `among those completed within ${days} days`, limitsOf: (facts: { limits: string; kind: string }) => `${facts.limits} (${facts.kind})`,
  remainders: { 'answered-by': (facts: { day: string; outcome: string }) => `No answer within ${facts.day} days`, 'outcome-by': (facts: { day: string; outcome: string }) => `Not within ${facts.day} days: ${facts.outcome}`, 'return-rate': () => 'Orders to leave beyond the returns of the same period, as a share of the orders' },
  group: (group: string) => `group: ${group}`, clock: (clock: string) => `clock: ${clock}`,
  acceptance: (facts: { side: 'for' | 'against'; document: string; where: string; checked: string; source: string }) => `${facts.where} ${facts.side === 'for' ? 'accepts' : 'refuses'}: ${facts.document}. Checked on ${facts.checked}. Source: ${facts.source}.`,
  itself: 'The state', consulate: (place: string) => `The consulate in ${place}`, outOfDate: (day: string) => `Out of date: it was to be checked again by ${day}.`,
  agreement: (facts: { code: string; text: string; source: string }) => `An agreement on taking people back is in force: ${facts.code} (${facts.text}). Source: ${facts.source}.`,
  reply: (facts: { length: string; unit: string; text: string }) => `It sets ${facts.length} ${facts.unit} for a reply (${facts.text}).`, units: { 'calendar-days': 'calendar days', 'working-days': 'working days', months: 'months' } as Readonly<Record<string, string>>, silence: 'It counts silence as consent.',
  instrument: (facts: { title: string; text: string; source: string; checked: string }) => `${facts.title} (${facts.text}). Source: ${facts.source}; checked on ${facts.checked}.`,
  since: (day: string) => `In force since ${day}.`, knownOn: (day: string) => `Known to have been in force on ${day}.`, end: (day: string) => `An end on ${day} is stated, and not verified.`, parts: (parts: string) => `Only for ${parts}.`,
  texts: { verified: 'text verified', unverified: 'text not verified', draft: 'draft' } as Readonly<Record<TextStatus, string>>,
  own: {
    'request-sent': (facts: { about: string; from: string; until: string }) => `Requests that this authority sent to this state from ${facts.from} to ${facts.until}: ${facts.about}.`,
    'document-taken': (facts: { about: string; from: string; until: string }) => `Documents that this authority received from this state from ${facts.from} to ${facts.until}: ${facts.about}.`,
    departed: (facts: { about: string; from: string; until: string }) => `Departures to this state that this authority carried out from ${facts.from} to ${facts.until}: ${facts.about}.`,
  } satisfies Readonly<Record<OwnEvent, (facts: { about: string; from: string; until: string }) => string>>,
  about10: (count: string) => `about ${count} (rounded to tens)`, fewer: 'fewer than ten', no: 'none',
  gaps: {
    'no-figures': 'No figure of this country with limits and a denominator is loaded.',
    'no-answer-times': 'Nothing here says how long this state takes to answer, with open requests counted.',
    'no-acceptance': 'Nobody has recorded which documents this state accepts.',
    'no-agreement': 'No agreement with this state in force is known to this authority.',
    'no-own-counts': 'This authority has no cases to count.',
  } satisfies Readonly<Record<Exclude<Gap['kind'], 'completed-only' | 'entries-out-of-date' | 'list-unverified'>, string>>,
  completedOnly: (source: string) => `Source ${source} holds completed cases only. Whoever was never removed is not in it: its shares are no chance of removal, and their remainder is none either.`,
  entriesOutOfDate: (facts: { entries: number; count: string }) => (facts.entries === 1 ? 'One entry on this country is past the day by which it was to be checked again.' : `${facts.count} entries on this country are past the day by which they were to be checked again.`),
  listUnverified: (facts: { list: string; checked: string }) => `The list of ${facts.list} has not been read in a publication of the authority’s own (looked at on ${facts.checked}): that this country is not on it shows nothing.`,
  lists: { 'CA moratorium': 'Canada’s moratoria on removal', 'US tps': 'designations for temporary protected status in the United States', 'US ded': 'deferrals of enforced departure in the United States' } as Readonly<Record<`${string} ${InstrumentKind}`, string>>,
  sourceNumber: (number: string) => `Source ${number}`, name: 'Source', publisher: 'Publisher', method: 'Method and version', asOf: 'Data as of', vintage: 'Edition', measurement: 'Digest of the measurement', gated: { yes: 'Time during which the law forbade a step was left out.', no: 'Time during which the law forbade a step was not left out.', unknown: 'The source does not say whether time during which the law forbade a step was left out.' },
  cautions: (source: string) => `Cautions on source ${source}`,
  readingPoints: [
    'Both sides stand in this text, and it is the same whichever side prints it. It does not name who did.',
    'A share that stands on one side stands as its remainder on the other, with the same denominator.',
    'Limits say how far chance alone could have moved a figure. They do not cover errors of recording, or a change of conduct since.',
    'An answer by a state may be a refusal. Where a document was issued that is said by itself.',
    'A past share is no probability for anybody: people differ in what proof there is of who they are, and this pack knows nothing of that.',
    'The digest names the data. The same data on the same day have the same digest, in either language.',
  ],
  footer: (digest: string) => `Evidence ${digest}`,
}
