import type { CaseArguments, CaseFlag, CaseOption } from './case-arguments.ts'

type Option = CaseFlag | CaseOption

const everywhere: readonly Option[] = ['lang', 'officer', 'json', 'help']
const changes: readonly Option[] = ['on', 'command-id', 'at-version']
const recorded: readonly Option[] = [...changes, 'source', 'destination', 'place']
const outbound: readonly Option[] = ['extras', 'attach']

/** Which options each `comity case …` takes, besides those that all take. */
export const optionsOf = {
  open: [...changes, 'jurisdiction', 'family-name', 'given-names', 'sex', 'born-on', 'born-in', 'born-in-country', 'source'],
  show: [], facts: [], decisions: [], refresh: [], withdrawals: [],
  do: [...changes, ...outbound, 'command', 'with'],
  fact: recorded, correct: recorded,
  gates: ['step', 'destination', 'place', 'on', 'as-known'],
  request: [...changes, ...outbound, 'destination', 'consulate', 'document', 'agreement', 'source', 'outcome', 'reason'],
  packet: ['out'],
  worklist: ['of', 'unassigned', 'country', 'inventory', 'due-by', 'limit'],
  stalled: ['before', 'limit'],
  find: ['reference', 'limit'],
  'hand-over': [...changes, 'to', 'note', 'from'],
  merge: [...changes, 'reason'], unmerge: [...changes, 'reason'],
  export: ['out'],
  copy: [...changes, 'out', 'receipt'],
  import: ['profile', 'report', 'dry-run'],
  law: ['seen'],
  statutory: [...changes, 'origin', 'birth-year', 'gender', 'criminal-background'],
} satisfies Readonly<Record<string, readonly Option[]>>

/**
 * The first option that this command does not take. It would have changed nothing, and somebody would have believed that it did:
 * a place left out of a record, a longer list that is none.
 */
export function optionNotTaken(name: keyof typeof optionsOf, { flags, values, attached }: CaseArguments): string | undefined {
  const taken: readonly string[] = [...everywhere, ...optionsOf[name]]
  return [...flags, ...values.keys(), ...(attached.length === 0 ? [] : ['attach'])].find((one) => !taken.includes(one))
}
