import type { CaseState, Correction } from './case-state.ts'

/** Somebody who received what turned out wrong and has not been told yet. `request/…`: the state that got this request. */
export type RecipientToTell = { readonly correctionId: string; readonly recipient: string }

/**
 * Who must be told of each correction: computed from what was sent before it, never from a list that somebody keeps.
 * A request and its copies say who the person is and which nationality is claimed; a notice says the facts that it names.
 */
export function recipientsToTell(state: CaseState): readonly RecipientToTell[] {
  return state.corrections.flatMap((correction) => receivedBy(correction, state).map((recipient) => ({ correctionId: correction.correctionId, recipient })))
    .filter((owed) => !state.told.some((told) => told.correctionId === owed.correctionId && told.recipient === owed.recipient))
}

function receivedBy(correction: Correction, { requests, notices }: CaseState): readonly string[] {
  if (correction.of === 'fact') {
    return notices.filter((notice) => notice.factIds.includes(correction.subject)).map((notice) => `notice/${notice.noticeId}`)
  }
  const told = requests.filter(({ destination }) => correction.of === 'identity' || destination === correction.subject)
  return [
    ...told.filter(({ sentAtVersion, earlier }) => earlier || (sentAtVersion ?? Infinity) < correction.atVersion).map(({ requestId }) => `request/${requestId}`),
    ...told.filter(({ personCopies }) => personCopies.some((copy) => copy.atVersion < correction.atVersion)).map(({ requestId }) => `copy/${requestId}`),
  ]
}
