import type { AcceptanceAnswer } from '../../cooperation/acceptance.ts'
import type { ChangeFault, commitmentChanges, TypedChange } from '../../cooperation/commitment-change.ts'
import type { CommitmentFault, commitmentKinds, commitmentUnits, TypedCommitment } from '../../cooperation/commitment.ts'
import type { contactTopics, EntryDocument, EntryFault, EntryKind, playbookTopics, TypedEntry } from '../../cooperation/country-entry.ts'
import type { EngagementFault, EngagementField, EngagementKind, Rung, Standing } from '../../cooperation/engagement.ts'
import type { InstrumentStanding } from '../../cooperation/instruments-on.ts'
import type { TextStatus } from '../../law/rule.ts'
import type { EffectCaution, EffectRefusal } from '../../statistics/measure-effect.ts'

type Counted = { readonly number: number; readonly count: string }

const documents: Readonly<Record<EntryDocument, string>> = {
  any: 'any document', 'national-passport': 'national passport', 'emergency-travel-document': 'emergency travel document', 'single-journey-document': 'single-journey document of the removing state', 'eu-return-document': 'European travel document for return',
  'uk-letter': 'United Kingdom letter', 'chicago-convention-letter': 'Chicago Convention letter', 'charter-clearance': 'charter clearance', 'border-agreement': 'agreement to hand over at the border',
}

const topics: Readonly<Record<(typeof playbookTopics)[number] | (typeof contactTopics)[number] | AcceptanceAnswer, string>> = {
  'who-to-ask': 'Whom to ask', form: 'Form', photographs: 'Photographs', fingerprints: 'Fingerprints', 'proof-of-identity': 'Proof of identity', 'proof-of-nationality': 'Proof of nationality', interview: 'Interview', language: 'Language', fee: 'Fee',
  'how-to-send': 'How to send', 'reply-time': 'Time to a reply', validity: 'Validity of the document', 'hand-over': 'Hand-over', other: 'Other',
  ministry: 'Ministry', embassy: 'Embassy', consulate: 'Consulate', 'honorary-consulate': 'Honorary consulate', 'liaison-office': 'Liaison office', 'police-registry': 'Police or civil registry',
  accepted: 'accepted', refused: 'refused', unknown: 'unknown',
}

const kinds: Readonly<Record<EntryKind, string>> = { playbook: 'Playbook', acceptance: 'Acceptance', contact: 'Contact' }

const entryFields: Readonly<Record<keyof TypedEntry, string>> = {
  kind: 'Kind', consulate: 'Consulate', topic: 'Subject', document: 'Document', says: 'What is known', language: 'Language of the entry', owner: 'Office that keeps it', source: 'Source', checkedOn: 'Checked on', reviewBy: 'To be checked again by', withdrawn: 'Holds no longer',
}
const entryFaults: Readonly<Record<EntryFault['code'], (field: string) => string>> = {
  missing: (field) => `${field}: nothing is entered. Enter it.`, 'too-long': (field) => `${field}: too long. Shorten it.`, 'not-listed': (field) => `${field}: choose one from the list.`, 'not-a-day': (field) => `${field}: not a day of the calendar. Write year, month and day, like 2026-03-02.`,
  'in-future': (field) => `${field}: this day has not come yet. Enter the day on which it was checked.`, 'not-after-check': (field) => `${field}: must come after the day of the check.`, 'over-two-years': (field) => `${field}: two years after the check at most.`,
}

const rungs: Readonly<Record<Rung, string>> = {
  'working-level': 'Working-level note', demarche: 'Démarche or ambassador', 'joint-work': 'Joint working group, mission or liaison officer', agreement: 'Memorandum, procedure or agreement', positive: 'Positive measure', 'targeted-visa': 'Visa measure on officials', 'class-visa': 'Visa measure on classes of visa', 'broad-visa': 'Broader visa measure, fee or entry limit', 'trade-or-aid': 'Link to trade or aid',
}
const standings: Readonly<Record<Standing, string>> = { decided: 'decided, not begun', 'in-force': 'in force', lapsed: 'past its sunset', ended: 'ended' }
const events: Readonly<Record<EngagementKind, string>> = { decided: 'Decided', started: 'Started', replied: 'The state replied', reviewed: 'Reviewed', ended: 'Ended' }
const engagementFields: Readonly<Record<EngagementField, string>> = {
  on: 'Day', rung: 'Rung', what: 'What is done', legalBasis: 'Legal basis', decidedBy: 'Deciding office', startsOn: 'Starts on', sunsetOn: 'Sunset', reviewBy: 'To be reviewed by', source: 'Source', says: 'What was said or found', kind: 'What happened',
}
const engagementFaults: Readonly<Record<EngagementFault['code'], (field: string) => string>> = {
  missing: (field) => `${field}: nothing is entered. A measure is not recorded without it.`, 'too-long': (field) => `${field}: too long. Shorten it.`, 'not-listed': (field) => `${field}: choose one from the list.`, 'not-a-day': (field) => `${field}: not a day of the calendar. Write year, month and day, like 2026-03-02.`,
  'in-future': (field) => `${field}: this day has not come yet.`, 'before-last': (field) => `${field}: lies before what was recorded last. Check the day.`, 'not-after-start': (field) => `${field}: must come after the start.`, 'not-before-sunset': (field) => `${field}: must come before the sunset.`, 'not-after-today': (field) => `${field}: must come after the day of the decision or review.`,
  over: () => 'The measure has ended. Decide a new one if it is taken again.', 'started-already': () => 'The start was recorded already.', 'not-started': () => 'The measure has not started. Record its start before a review.',
}

const commitmentFields: Readonly<Record<keyof TypedCommitment | keyof TypedChange, string>> = {
  how: 'Why it is replaced', changedOn: 'Since which day', changeSource: 'Where that stands',
  kind: 'Kind', whatEn: 'What, in English', whatFr: 'What, in French', number: 'Number', unit: 'Unit', from: 'First day', until: 'Last day', announcedBy: 'Announced by', announcedOn: 'Announced on (may be left out)', source: 'Source', series: 'Counted by',
}
const commitmentFaults: Readonly<Record<CommitmentFault['code'] | ChangeFault['code'], (field: string) => string>> = {
  missing: (field) => `${field}: nothing is entered. Enter it.`, 'too-long': (field) => `${field}: too long. Shorten it.`, 'not-listed': (field) => `${field}: choose one from the list.`, 'not-a-day': (field) => `${field}: not a day of the calendar. Write year, month and day, like 2026-03-02.`,
  'in-future': (field) => `${field}: this day has not come yet.`, 'not-after-start': (field) => `${field}: must come after the first day.`, 'not-a-number': (field) => `${field}: write a number above nought, like 20,000.`,
}

/** Pages on countries, measures towards them, and commitments, for people who are signed in. */
export const countriesWork = {
  none: 'Nothing recorded.',
  notKnown: 'Not known',
  problem: 'This was not recorded',
  ownAsOf: (at: string) => `Own cases were counted on ${at}; they are counted anew after ten minutes.`,
  record: 'Record',
  documents, topics, kinds, rungs, standings, events, entryFields, entryFaults, engagementFields, engagementFaults, commitmentFields, commitmentFaults,
  texts: { verified: 'text verified', unverified: 'text not verified', draft: 'draft' } as Readonly<Record<TextStatus, string>>,
  languages: { en: 'English', fr: 'French' },
  dayHint: 'Year, month and day, like 2026-03-02',
  list: {
    name: 'Countries', title: 'Countries', lead: 'Every country, by name. The numbers say how much is recorded, and nothing of how a country behaves.', caption: 'Countries by name',
    country: 'Country', recorded: 'Recorded', jump: 'Letters',
    entries: ({ number, count }: Counted) => (number === 1 ? 'one entry' : `${count} entries`), outOfDate: ({ number, count }: Counted) => (number === 1 ? 'one of them out of date' : `${count} of them out of date`),
    measures: ({ number, count }: Counted) => (number === 1 ? 'one open measure' : `${count} open measures`), instruments: ({ number, count }: Counted) => (number === 1 ? 'one moratorium or designation' : `${count} moratoria or designations`),
  },
  page: {
    cases: 'Open cases that concern this country',
    title: (country: string) => `${country}: what is known`,
    contents: 'On this page', evidence: 'Evidence for reviews and courts', history: 'All entries ever recorded', publicPage: 'Public page of this country', effect: 'Did a measure work?',
    addPlaybook: 'Add to the playbook', addAcceptance: 'Record what is accepted', addContact: 'Add a contact', addMeasure: 'Decide a measure',
    playbook: 'Playbook', acceptance: 'What it accepts', contacts: 'Offices to contact', agreements: 'Agreements', instruments: 'Moratoria and designations', measures: 'Measures of this authority', announced: 'Measures announced by others', figures: 'Figures',
    forDocument: (document: string) => `For ${document}`, itself: 'the state itself', of: 'From', subject: 'Subject', says: 'What is known', owner: 'Kept by', source: 'Source', checked: 'Checked', review: 'Check again by', outOfDate: 'Out of date', outOfDateSince: (day: string) => `out of date since ${day}`,
    acceptanceLead: 'Unknown means that nobody has recorded an answer. It does not mean refused.',
    reply: (facts: { length: string; unit: string }) => `${facts.length} ${facts.unit}`, units: { 'calendar-days': 'calendar days', 'working-days': 'working days', months: 'months' } as Readonly<Record<string, string>>,
    agreement: 'Agreement', inForce: 'In force', replyTime: 'Reply within', silence: 'Silence', silences: { consent: 'counts as consent', nothing: 'means nothing' } as Readonly<Record<string, string>>, text: 'Text',
    from: (day: string) => `from ${day}`, until: (day: string) => `until ${day}`, knownOn: (day: string) => `known in force on ${day}`, noStart: 'start not known',
    instrument: 'Moratorium or designation', standing: 'Today', parts: (parts: string) => `only ${parts}`,
    instrumentStandings: { 'in-force': 'in force', 'may-be-in-force': 'may be in force: not verified', over: 'over', 'to-come': 'not yet' } as Readonly<Record<InstrumentStanding, string>>,
    measure: 'Measure', rung: 'Rung', starts: 'Starts', sunset: 'Sunset', state: 'Standing', takenBy: 'Taken by', legalBasis: 'Legal basis', european: 'European Union',
    announcedLead: 'As sources tell it that were not read in full. The list is not complete.', whenSaid: (facts: { from: string; until: string }) => `${facts.from} to ${facts.until}`, lookAt: (day: string) => `Did it work? (${day})`,
    noFigures: 'No figures of this country are loaded.',
  },
  history: { title: (country: string) => `${country}: every entry`, lead: 'What was ever recorded, the latest first. Of entries about the same thing the latest stands.', caption: 'Entries', recorded: 'Recorded', stands: 'Stands', yes: 'yes', no: 'no longer', withdrawn: 'withdrawn' },
  entry: {
    titles: { playbook: (country: string) => `${country}: add to the playbook`, acceptance: (country: string) => `${country}: record what is accepted`, contact: (country: string) => `${country}: add a contact` },
    lead: 'What you record takes the place of the last entry about the same consulate, subject and document. The earlier one stays in the history.',
    noPerson: 'Write of offices only: no name, number or address of a single person.',
    consulateHint: 'Its place, for example Ottawa. Leave empty for the state itself.', ownerHint: 'The office that will check it again.', sourceHint: 'Where it stands or who said it, so that somebody else can check.', answer: 'Answer', contactTopic: 'Kind of office',
    withdraw: 'This holds no longer, and nothing stands in its place',
  },
  measure: {
    title: (what: string) => `Measure: ${what}`,
    decideTitle: (country: string) => `${country}: decide a measure`,
    decideLead: 'Nothing is recorded without a legal basis, a deciding office, a sunset and a review before it. The evidence on the country as it is at this moment is kept with it.',
    decide: 'Record the decision', office: 'An office, never a person.', evidence: 'Evidence it rested on', evidenceLink: (digest: string) => `as kept, ${digest}`, decidedBy: 'Deciding office', decidedOn: 'Decided on', reviewBy: 'To be reviewed by',
    happened: 'What happened', day: 'Day', what: 'What', recorded: 'Recorded', next: 'Record what happened next', nextLead: 'A review sets the next day of review and may move the sunset, with its reason. For anything else leave those two empty.',
    movedOn: 'Something else was recorded meanwhile. Read it below, then record again if it still holds.', over: 'The measure has ended; nothing more can be recorded.',
    sunsetMoved: (facts: { reviewBy: string; sunset: string }) => `Next review by ${facts.reviewBy}, sunset ${facts.sunset}`,
  },
  calendar: {
    name: 'Engagement calendar', title: 'Engagement calendar', lead: 'Starts, reviews and sunsets of every measure that is not over, by day.', caption: 'What is to come, and what is overdue', day: 'Day', country: 'Country', what: 'What', measure: 'Measure',
    points: { start: 'starts', review: 'review due', sunset: 'sunset' }, overdue: 'Overdue', none: 'No measure is open. A partner liaison decides one on the page of its country.', past: 'Measures that are over', lapsed: 'Past its sunset; its end was not recorded',
  },
  effect: {
    title: (country: string) => `${country}: did a measure work?`,
    lead: 'The counts of the country before and after a day, by segmented regression, beside placebos: the same look at earlier days, and at other countries on the same day.',
    association: 'This shows an association in time and no cause. Whatever else changed on or near that day is in it too: arrivals, policy, enforcement, recording.',
    on: 'Day on which the measure began', look: 'Look', badDay: 'Write year, month and day, like 2026-03-02.', choose: 'Measures with a day', none: 'No series of this country is loaded, and there are no cases: nothing can be looked at.',
    series: { 'own-answers': 'This authority: answers per day of open request, by month', 'own-departures': 'This authority: departures per day, by month' }, fictional: 'made-up cases',
    lengths: { month: 'by month', quarter: 'by quarter', year: 'by year' },
    reaches: (facts: { periods: string; from: string; until: string }) => `Periods: ${facts.periods}, from ${facts.from} to ${facts.until}.`,
    missing: {
      title: 'What is missing', needed: 'Needed are counts over at least 24 periods before that day and 6 after it, with 10 events before. Counts by month reach that in two and a half years; counts by year never do in practice.',
      none: 'No counts of this country by month are loaded. No publisher’s monthly counts come with the program: what it carries is by year, or by a few quarters.',
      own: 'The cases kept here are looked at by month by themselves, once answers and departures are recorded over so long a time.', file: 'A file of counts by country and month can be shown by whoever runs the server: the recipe “Look for the effect of a measure in monthly counts of your own”. Other countries in it are the placebos.',
    },
    notEnough: 'Not enough to say anything',
    refusals: {
      'too-few-periods-before': (facts: { has: string; needs: string }) => `Periods before that day: ${facts.has}; ${facts.needs} are needed.`, 'too-few-periods-after': (facts: { has: string; needs: string }) => `Periods after that day: ${facts.has}; ${facts.needs} are needed.`,
      'too-few-events-before': (facts: { has: string; needs: string }) => `Counted before that day: ${facts.has}; ${facts.needs} are needed.`, 'no-estimate': () => 'No estimate settles, as where nothing at all was counted on one side.',
    } satisfies Readonly<Record<EffectRefusal['code'], (facts: { has: string; needs: string }) => string>>,
    caption: 'What changed', what: 'Change', ratio: 'Times', limits: '95% limits', p: 'p-value',
    trendBefore: 'Each year, before', levelChange: 'At once, on that day', slopeChange: 'Each year after, against before',
    inTime: 'Placebos in time', inSpace: 'Placebos in other countries', placebo: (facts: { placebos: string; p: string }) => `Looked at: ${facts.placebos}; as much or more happens by itself with p = ${facts.p}`, noPlacebo: 'none could be looked at',
    behind: (facts: { before: string; after: string; straddling: string }) => `Periods before: ${facts.before}; after: ${facts.after}; left out, because the measure began in them: ${facts.straddling}.`,
    cautions: {
      'regression-to-the-mean': 'A measure taken in a bad spell is followed by better times without its doing.', 'unusual-before': 'The last six periods before the measure lay off their trend: such a return to the usual is likely here.', overdispersed: 'The counts vary more than chance; the limits were widened.', autocorrelated: 'Neighbouring periods resemble each other: the limits are too narrow.', 'few-placebos': 'Fewer than 19 placebos: none of their p-values can be as small as 5%.',
    } satisfies Readonly<Record<EffectCaution, string>>,
    method: (method: string) => `Method: ${method}. Seasons are not modelled.`,
  },
  evidence: { unprintable: 'The PDF could not be set here: a letter is in no font of this machine, or the typesetting program is missing. The whole text stands on this page.', title: 'Evidence', printed: 'As a PDF', json: 'As data (JSON)', kept: 'Kept edition: this is what a measure rested on.', both: 'This is the whole text, the same for whoever prints it. Its digest is the same in both languages.' },
  commitments: {
    replaced: 'What this was to take the place of does not stand any more: somebody has replaced it. Look at the list, then record again if it still holds.',
    name: 'Commitments', title: 'Commitments', lead: 'What was announced, what was counted, and what is to be expected. Nothing here is by officer or by person.', caption: 'Commitments and counts', add: 'Record a commitment', replace: 'Record in its place', replaceNamed: (what: string) => `Record in its place: ${what}`,
    withdraw: 'Withdraw', withdrawNamed: (what: string) => `Withdraw: ${what}`,
    targets: 'Targets', capacities: 'Capacity', what: 'What', number: 'Announced', period: 'Days', actual: 'Counted', forecast: 'To be expected', announced: 'Announced by',
    kinds: { target: 'Target', capacity: 'Capacity' } satisfies Readonly<Record<(typeof commitmentKinds)[number], string>>,
    units: { removals: 'removals', returns: 'returns', documents: 'documents', staff: 'staff', dollars: 'dollars', other: 'other' } satisfies Readonly<Record<(typeof commitmentUnits)[number], string>>,
    days: (facts: { from: string; until: string }) => `${facts.from} to ${facts.until}`, on: (facts: { by: string; on: string }) => `${facts.by}, ${facts.on}`,
    own: { departed: (facts: { count: string; from: string; through: string }) => `Departures from ${facts.from} to ${facts.through} in the cases kept here, as recorded so far: ${facts.count}`, 'document-taken': (facts: { count: string; from: string; through: string }) => `Documents taken from ${facts.from} to ${facts.through} in the cases kept here, as recorded so far: ${facts.count}` },
    ownSince: (day: string) => `The first in the cases kept here was on ${day}: what happened before is not among them.`,
    noSeries: 'No counts are named for it.', notLoaded: 'The counts named for it are not loaded.', published: 'Published', counted: (facts: { count: string; from: string; through: string; days: string; all: string }) => `${facts.count} from ${facts.from} to ${facts.through} (${facts.days} of ${facts.all} days)`,
    countedWhole: (facts: { count: string; all: string }) => `${facts.count}, for exactly these ${facts.all} days`,
    nothingCounted: 'No whole period of what is published lies within these days.', straddling: (facts: { period: string; from: string; until: string; count: string }) => `Published for other days, which do not match, and not counted here: ${facts.period} (${facts.from} to ${facts.until}), ${facts.count}.`,
    exactly: (count: string) => `Within these days, by difference: ${count}. What is published of the rest is taken off; the two may be of different editions.`,
    between: (facts: { lower: string; upper: string }) => `Within these days: at least ${facts.lower}, at most ${facts.upper}. These are bounds by what else is published, and no estimate; nothing is shared out by days.`,
    fictional: 'Counts of made-up cases.', forecastOfOwn: 'From the months of the cases kept here.',
    made: (facts: { value: string; lower: string; upper: string }) => `${facts.value} in all (95% limits ${facts.lower} to ${facts.upper})`, otherYear: (facts: { value: string; lower: string; upper: string; from: string; until: string }) => `For another year, ${facts.from} to ${facts.until}, which is how the source counts: ${facts.value} (95% limits ${facts.lower} to ${facts.upper})`,
    record: (facts: { held: string; tried: string }) => `Tried on its own past: held ${facts.held} of ${facts.tried} times.`, untried: 'Too short to be tried on its own past.',
    over: 'All of it is counted.', notAYear: 'Not made for more than a year.', tooFew: (facts: { years: string; needed: string }) => `Withheld: ${facts.needed} years of counts are needed; years there are: ${facts.years}.`,
    method: (method: string) => `Method of the forecast: ${method}. As much as in the same stretch of the last year known; the limits come from how far off that was from year to year (random walk of the logarithm, Student’s t). A break of a kind that never happened is not foreseen.`,
    formTitle: 'Record a commitment', formLead: 'What an authority announced, or the means it has. Nothing by officer and nothing by person.', noCounts: 'No counts', ownSeries: { departed: 'This authority: departures', 'document-taken': 'This authority: documents taken' }, seriesAsBefore: 'As before',
    replaceTitle: 'Record in the place of a commitment', replaceLead: (what: string) => `The earlier one stays in the list of those that stand no longer: ${what}`,
    changes: { changed: 'The authority announced another', corrected: 'What was recorded here was wrong', withdrawn: 'Withdrawn' } satisfies Readonly<Record<(typeof commitmentChanges)[number], string>>,
    withdrawTitle: 'Withdraw a commitment', withdrawLead: (what: string) => `It holds no longer, and nothing takes its place. It stays in the list of those that stand no longer: ${what}`, withdrawButton: 'Withdraw it',
    past: 'Those that stand no longer', pastLead: 'The latest first. Nothing is taken out of this list.', whyPast: 'Why it stands no longer', recorded: 'Recorded', noReason: 'Replaced before reasons were asked for.', since: (facts: { how: string; on: string }) => `${facts.how}, ${facts.on}`,
  },
}
