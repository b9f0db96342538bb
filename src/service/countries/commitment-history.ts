import type { Commitment } from '../../cooperation/commitment.ts'
import type { CommitmentChange } from '../../cooperation/commitment-change.ts'
import { knownCommitments } from '../../cooperation/known-commitments.ts'
import type { KeptCommitment, Recorded, Replacement } from '../../store/country-knowledge.ts'

/** A commitment, and by what it is named where something is to take its place: its id, or the key of one that ships with the program. */
export type StandingCommitment = { readonly of: Replacement['of']; readonly commitment: Commitment }

export type LatestCommitment = StandingCommitment & { readonly withdrawn: boolean }

/** What was recorded once and stands no longer: until what was recorded in its place, by whom and why. */
export type PastCommitment = Recorded & {
  readonly commitment: Commitment
  /** Absent of what was replaced before reasons were asked for. */
  readonly change?: CommitmentChange
  /** Of one that was withdrawn and that nothing was recorded in the place of since: by what it is named. */
  readonly withdrawn?: Replacement['of']
}

/** Those that nothing replaces: ours, and those that ship with the program. */
export function standingOfAll(kept: readonly KeptCommitment[]): readonly StandingCommitment[] {
  return latestOfAll(kept).filter(({ withdrawn }) => !withdrawn).map(({ of, commitment }) => ({ of, commitment }))
}

/** What something may take the place of: the latest of each, withdrawn or not. */
export function findLatest(kept: readonly KeptCommitment[], ref: string): LatestCommitment | undefined {
  return latestOfAll(kept).find(({ of }) => refOf(of) === ref)
}

/** As addresses and forms name it. */
export function refOf(of: Replacement['of']): string {
  return 'commitmentId' in of ? of.commitmentId : of.known
}

/** Every commitment in whose place something was recorded, the latest first. */
export function pastOf(kept: readonly KeptCommitment[]): readonly PastCommitment[] {
  const replaced = new Set(kept.flatMap(({ replaces }) => (replaces ? [refOf(replaces)] : [])))
  return kept.toReversed().flatMap(({ commitmentId, replaces, change, withdrawn, recordedAt, recordedBy }): readonly PastCommitment[] => {
    const commitment = replaces && commitmentOf(kept, replaces)
    if (!commitment) return []
    return [{ commitment, recordedAt, recordedBy, ...(change ? { change } : {}), ...(withdrawn && !replaced.has(commitmentId) ? { withdrawn: { commitmentId } } : {}) }]
  })
}

function latestOfAll(kept: readonly KeptCommitment[]): readonly LatestCommitment[] {
  const replaced = new Set(kept.flatMap(({ replaces }) => (replaces ? [refOf(replaces)] : [])))
  const known = knownCommitments.map(({ key, ...commitment }) => ({ of: { known: key }, commitment, withdrawn: false }))
  const own = kept.map(({ commitmentId, commitment, withdrawn }) => ({ of: { commitmentId }, commitment: { ...commitment, ...casesOf(kept, { commitmentId }) }, withdrawn }))
  return [...known, ...own].filter(({ of }) => !replaced.has(refOf(of)))
}

/** Whose cases it is about goes from the one that ships with the program to what was recorded in its place. */
function casesOf(kept: readonly KeptCommitment[], of: Replacement['of']): Pick<Commitment, 'cases'> {
  const cases = 'known' in of ? commitmentOf(kept, of)?.cases : undefined
  const earlier = 'commitmentId' in of ? kept.find(({ commitmentId }) => commitmentId === of.commitmentId)?.replaces : undefined
  return earlier ? casesOf(kept, earlier) : cases ? { cases } : {}
}

function commitmentOf(kept: readonly KeptCommitment[], of: Replacement['of']): Commitment | undefined {
  return 'known' in of ? knownCommitments.find(({ key }) => key === of.known) : kept.find(({ commitmentId }) => commitmentId === of.commitmentId)?.commitment
}
