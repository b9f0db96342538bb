import { readCommitment, type CommitmentFault, type TypedCommitment } from '../../cooperation/commitment.ts'
import { readChange, type ChangeFault, type TypedChange } from '../../cooperation/commitment-change.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { addCommitment, listCommitments } from '../../store/country-knowledge.ts'
import { whatCasesThereAre } from '../../store/own-counts.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { findLatest } from './commitment-history.ts'
import { publishedCounts, seriesToChoose } from './counted-series.ts'

/** `replaced`: what it was to take the place of does not stand any more. */
export type CommitmentRefusal = { readonly code: 'faults'; readonly faults: readonly (CommitmentFault | ChangeFault)[] } | { readonly code: 'replaced' }

export type CommitmentToRecord = {
  readonly commitmentId: string
  readonly typed: TypedCommitment
  /** What it takes the place of, and why: by `refOf`. */
  readonly replaces?: { readonly ref: string; readonly typed: TypedChange } | undefined
}

/** Records a commitment, or puts another in the place of one, with how, since when and where that stands. The same id twice is recorded once. */
export async function recordCommitment(services: CaseServices, { handle }: SignedIn, { commitmentId, typed, replaces }: CommitmentToRecord): Promise<Result<null, CommitmentRefusal>> {
  const today = services.clock.today()
  const id = isId(commitmentId) ? commitmentId : services.newId()
  return services.database.transaction().execute(async (tx) => {
    const known = seriesToChoose(await publishedCounts(tx, services), await whatCasesThereAre(tx)).map(({ series }) => series)
    const kept = await listCommitments(tx)
    const earlier = replaces && findLatest(kept, replaces.ref)
    // What ships with the program may name a series that this installation has no counts of.
    const commitment = readCommitment(typed, [...known, ...(earlier ? [earlier.commitment.series] : [])], today)
    const change = replaces && readChange(replaces.typed, today)
    const faults = [...(commitment.ok ? [] : commitment.refusal), ...(change && !change.ok ? change.refusal : []), ...(change?.ok && change.value.how === 'withdrawn' ? [{ field: 'how', code: 'not-listed' } as const] : [])]
    if (!commitment.ok || faults.length > 0 || (change && !change.ok)) return refuse({ code: 'faults', faults })
    if (kept.some((one) => one.commitmentId === id)) return accept(null)
    if (replaces !== undefined && !earlier) return refuse({ code: 'replaced' })
    const replacement = earlier && change ? { of: earlier.of, change: change.value } : undefined
    return (await addCommitment(tx, id, commitment.value, { by: handle, replacement })) ? accept(null) : refuse({ code: 'replaced' })
  })
}

/** Says that a commitment holds no longer. It stays, among those that stand no longer. The same id twice is recorded once. */
export async function withdrawCommitment({ clock, newId, database }: CaseServices, { handle }: SignedIn, { commitmentId, ref, typed }: { readonly commitmentId: string; readonly ref: string; readonly typed: Omit<TypedChange, 'how'> }): Promise<Result<null, CommitmentRefusal>> {
  const change = readChange({ ...typed, how: 'withdrawn' }, clock.today())
  if (!change.ok) return refuse({ code: 'faults', faults: change.refusal })
  const id = isId(commitmentId) ? commitmentId : newId()
  return database.transaction().execute(async (tx) => {
    const kept = await listCommitments(tx)
    if (kept.some((one) => one.commitmentId === id)) return accept(null)
    const earlier = findLatest(kept, ref)
    if (!earlier || earlier.withdrawn) return refuse({ code: 'replaced' } as const)
    return (await addCommitment(tx, id, earlier.commitment, { by: handle, replacement: { of: earlier.of, change: change.value } })) ? accept(null) : refuse({ code: 'replaced' } as const)
  })
}
