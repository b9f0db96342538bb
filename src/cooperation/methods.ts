/** What kind of tally a method reads. */
export type MethodInput = 'cohort' | 'right-truncated' | 'leavers' | 'counts' | 'orders-and-returns' | 'release'

export type Method = {
  /** Name and version. A change that can alter a figure is a new version; old versions stay. */
  readonly name: string
  readonly reads: MethodInput
  /** Outcomes that count as an answer, by clock. Empty where the method has no answers. */
  readonly answers: Readonly<Record<string, readonly string[]>>
}

// On our own clock the wait ends when the request is submitted.
const own = ['submitted']

/** Frozen before data are seen; the newest version of a name is the default. */
export const methods: readonly Method[] = [
  {
    // Any decision of the requested state is an answer, a refusal too: the question is whether it answers.
    name: 'answer-time/1',
    reads: 'cohort',
    answers: { own, state: ['issued', 'agreed_at_border', 'admitted', 'refused', 'nationality_not_confirmed'] },
  },
  {
    // Only what lets the person travel: a document, an agreement to admit without one, admission.
    name: 'document-time/1',
    reads: 'cohort',
    answers: { own, state: ['issued', 'agreed_at_border', 'admitted'] },
  },
  { name: 'conditional-time/1', reads: 'right-truncated', answers: {} },
  { name: 'leaving-shares/1', reads: 'leavers', answers: {} },
  { name: 'counts/1', reads: 'counts', answers: {} },
  { name: 'return-rate/1', reads: 'orders-and-returns', answers: {} },
  // Made by `npm run figures` with the releaser's key, never from a user's files: no file is a release.
  { name: 'conditional-time-released/1', reads: 'release', answers: {} },
]

export function findMethod(name: string): Method | undefined {
  return methods.find((method) => method.name === name) ?? methods.findLast((method) => method.name.split('/')[0] === name)
}

/** The first method that reads such files. */
export function defaultMethod(input: MethodInput): Method {
  return methods.find((method) => method.reads === input) as Method
}
