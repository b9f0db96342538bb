import type { WithheldReason } from '../../cooperation/figure.ts'
import { systemFault } from '../system-fault.ts'

export const cli = {
  usage: `Comity measures how each country of nationality answers requests for travel documents.

Usage
  comity measure FILE… [options]   counts the files and says how each country answers
  comity check FILE… [options]     looks for every fault in a file, and measures nothing
  comity profiles [NAME]           lists the source profiles, or shows one
  comity case …                    cases, gates and the law book: see “comity case help”
  comity account …                 who may sign in, and as what; an administrator begins here
  comity log …                     the log of this node: how it stands, its witnesses, the proof of an event
  comity approvals show|verify ID  what somebody agreed to, and whether its signature holds
  comity verify FILE…              checks a proof, a checkpoint or a whole log (--log FOLDER) with the keys of --policy FILE
  comity fictional remove          deletes the cases that were made up to look around in, and no others
  comity help                      this text
  comity version                   the version of Comity

Options of measure
  --profile NAME|FILE    how to read the files; found from the header when left out
  --by LIST              country, area, disposition, order-type (comma between; default: country)
  --as-of DATE           the day to which the data speak (YYYY-MM-DD)
  --method NAME          the method; the profile's usual one when left out
  --published FILE       compares counts with a published table and lists every difference
  --rank-sets DAY        adds sets of ranks that the data cannot exclude, by the share answered by DAY
  --seed NUMBER          seed for what is drawn by chance (rank sets); printed with the result
  --out FILE             writes .html, .csv, .json or .parquet instead of the table
  --quarantine FILE.csv  writes the rows that were not used

Everywhere
  --lang en|fr           the language of every sentence (default: the system's, else English)

Exit codes: 0 done; 1 done, and something was found (a difference, a fault); 2 refused, nothing written; 70 our mistake.`,
  fictional: {
    needs: 'Say “comity fictional remove”. It deletes every case that is marked as fictional, and no other.',
    removed: (count: string) => `Fictional cases deleted: ${count}. A start makes new ones in a database without cases, unless COMITY_FICTIONAL_CASES=0 is set.`,
  },
  unknownCommand: (command: string) => `“${command}” is no command of Comity. “comity help” lists them.`,
  unknownOption: (option: string) => `“${option}” is no option of this command. “comity help” lists them.`,
  optionWithoutValue: (option: string) => `The option “${option}” needs a value after it. “comity help” shows which.`,
  noFiles: 'Name at least one file. “comity help” shows how.',
  badDate: (value: string) => `“${value}” is no day of the calendar. Write the day to which the data speak as YYYY-MM-DD.`,
  badStratum: (value: string) => `“${value}” cannot be used with --by. Comity divides by country, area, disposition and order-type, and by no trait of a person.`,
  badDay: (value: string) => `“${value}” is no day of the grid. Use 30, 60, 90, 180 or 365.`,
  badSeed: (value: string) => `“${value}” is no whole number. Give the seed as a whole number from 0 to 4294967295.`,
  badLanguage: (value: string) => `“${value}” is no language of Comity. Use --lang en or --lang fr.`,
  badOutput: (file: string) => `Comity cannot tell what to write into “${file}”. End the name in .html, .csv, .json or .parquet.`,
  overwrites: (file: string) => `“${file}” is also a file that Comity reads, or writes something else into. Give what is written another name.`,
  refusals: {
    'unknown-method': ({ name, known }: { readonly name: string; readonly known: readonly string[] }) => `“${name}” is no method of Comity. The methods are ${known.join(', ')}.`,
    'method-does-not-fit': ({ method, fitting }: { readonly method: string; readonly fitting: readonly string[] }) => `The method ${method} cannot read such files. Use ${fitting.join(' or ')}, or leave --method out.`,
    'files-do-not-go-together': ({ profiles }: { readonly profiles: readonly string[] }) => `The files come from sources that cannot be measured together (${profiles.join(', ')}). Measure each source by itself.`,
    'too-few-countries': ({ countries }: { readonly countries: number; readonly needed: number }) => `Rank sets need at least two countries with a share and its limits; there are ${countries}. Leave --rank-sets out.`,
    'no-standard-error': ({ countries }: { readonly countries: readonly string[] }) => `There are no rank sets without the uncertainty of each share; it is missing for ${countries.join(', ')}. Leave --rank-sets out.`,
    'cannot-write': ({ file, cause }: { readonly file: string; readonly cause: string }) => `“${file}” could not be written (${systemFault(cause, 'en')}); nothing was left of it. Check the folder, your right to write there, and the room on the disk.`,
  },
  wrote: (file: string) => `Wrote ${file}`,
  profilesHeading: 'Source profiles',
  progress: (facts: { rows: string; rate: string; left: string }) => `${facts.rows} rows read, ${facts.rate} a second${facts.left}`,
  timeLeft: (seconds: number) => `, about ${seconds} s left`,
  fault: 'Comity has made a mistake and stopped; nothing was written. Please report what follows.',
  quarantineHeader: ['file', 'line', 'column', 'reason', 'value'] as readonly string[],
  table: {
    title: (facts: { method: string; asOf: string }) => `Method ${facts.method}; the data speak to ${facts.asOf}`,
    country: 'Country',
    stratum: 'Stratum',
    clock: 'Clock',
    period: 'Period',
    area: 'Area',
    outcome: 'Outcome',
    requests: 'Number',
    open: 'Open',
    byDay: (day: number) => `By day ${day}`,
    half: 'Days to half',
    count: 'Count',
    rate: 'Rate',
    band: 'Length (days)',
    share: 'Share',
    all: 'All',
    withheld: {
      'too-few': 'too few',
      'not-reached': 'not reached',
      'past-data': 'past the data',
      'poor-coverage': 'too unsure',
      suppressed: 'hidden',
      'not-published': 'not published',
    } satisfies Record<WithheldReason, string>,
    withheldMeans: (facts: { short: string; reason: string }) => `“${facts.short}” – ${facts.reason}.`,
    conditional: (days: string) => `Conditional: shares are of the cases completed within ${days} days. They are no waiting times.`,
    leavers: 'Shares of the people who left in that period. People still there are not in them: these are no waiting times.',
    limits: 'In brackets: 95% limits.',
    noLimits: 'Counts are complete and have no limits.',
    rounding: 'In brackets: what the publisher’s rounding leaves open.',
  },
  rows: (facts: { read: string; used: string; quarantined: string }) => `Rows read ${facts.read} = used ${facts.used} + quarantined ${facts.quarantined}`,
  quarantinedFor: (facts: { reason: string; rows: string }) => `  quarantined, ${facts.reason}: ${facts.rows}`,
  countedOnly: (facts: { reason: string; rows: string }) => `  used for counts but not for durations, ${facts.reason}: ${facts.rows}`,
  inputLine: (facts: { name: string; profile: string; rows: string; sha256: string }) => `${facts.name}: profile ${facts.profile}, ${several(facts.rows, 'row')}, SHA-256 ${facts.sha256}`,
  publishedHeading: (facts: { name: string; compared: string; zero: string; differences: string }) =>
    `Compared with ${facts.name}: ${facts.compared} countries, ${facts.zero} of them zero in both, ${several(facts.differences, 'difference')}`,
  publishedAlias: (facts: { published: string; country: string }) => `  published as “${facts.published}”, counted as ${facts.country}`,
  publishedDifference: (facts: { country: string; period: string; ours: string; published: string }) =>
    `  ${facts.country}, ${facts.period}: counted ${facts.ours}, published ${facts.published}`,
  inadditive: (facts: { over: 'areas' | 'countries'; within: string; period: string; outcome: string; total: string; sumOfParts: string }) =>
    `Does not add up: ${facts.within === '' ? '' : `${facts.within}, `}${facts.period}, ${facts.outcome}: published total ${facts.total}, ${facts.over} together ${facts.sumOfParts}`,
  periodCounts: (facts: { period: string; rows: string }) => `${facts.period}: ${facts.rows}`,
  rankSets: (facts: { day: number; confidence: string; seed: number; completed: boolean }) =>
    `Ranks that the data cannot exclude, by the share ${facts.completed ? 'completed by day' : 'answered by day'} ${facts.day}${facts.completed ? ', among completed cases' : ''} (confidence ${facts.confidence}, all countries at once, seed ${facts.seed})`,
  rankLine: (facts: { country: string; lowest: number; highest: number; countries: number }) => `  ${facts.country}: ${facts.lowest} to ${facts.highest} of ${facts.countries}`,
  checkGood: (facts: { name: string; rows: string }) => `${facts.name}: every one of ${facts.rows} rows can be used.`,
  checkFaults: (facts: { name: string; rows: string; faults: string }) => `${facts.name}: ${several(facts.faults, 'fault')} in ${several(facts.rows, 'row')}.`,
  checkLine: (facts: { line: string; column: string; reason: string; value: string }) => `  line ${facts.line}, ${facts.column}: ${facts.reason} (${facts.value})`,
  unlisted: (rows: string) => `  more rows: ${rows}`,
}

function several(count: string, word: string): string {
  return `${count} ${word}${count === '1' ? '' : 's'}`
}
