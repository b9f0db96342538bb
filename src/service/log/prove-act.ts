import { accept, refuse, type Result } from '../../kernel/result.ts'
import { proveInclusion } from '../../transparency/prove.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { writeOpening, writeProofFile } from '../../transparency/write-log.ts'
import { actsOfRecord, eventContent, findCheckpoint, findTip, openAct, readTileBytes, type ListedAct } from '../../store/log.ts'
import { findWitnessed } from '../../store/log-health.ts'
import { signedCheckpoint } from './ask-witnesses.ts'
import type { LogServices } from './log-services.ts'
import { sha256Now } from './node-keys.ts'

export type ProveRefusal = { readonly code: 'no-such-act' | 'not-in-log-yet' | 'key-destroyed' | 'log-empty' } | { readonly code: 'log-damaged'; readonly facts: object }

/** One event of a case as it was committed to, and the file that proves that it is in the log. Whoever has both needs nothing of ours to check them. */
export type Proved = { readonly content: Uint8Array; readonly proofFile: string; readonly leafIndex: number }

/** Proves an event of a case. What is written down about who asked is the caller's part. */
export async function proveEvent(services: Pick<LogServices, 'database' | 'roles'>, caseId: string, sequence: number): Promise<Result<Proved, ProveRefusal>> {
  const act = await actOf(services, caseId, sequence)
  if (!act) return refuse({ code: 'no-such-act' })
  const opened = await openAct(services.roles.auditor, act.actNumber)
  const content = await eventContent(services.roles.auditor, caseId, sequence)
  if (!opened || content === undefined) return refuse({ code: 'no-such-act' })
  if (!opened.salt) return refuse({ code: 'key-destroyed' })
  if (opened.leafIndex === undefined) return refuse({ code: 'not-in-log-yet' })
  const bytes = writeText(content)
  return proveLeaf(services, opened.leafIndex, writeOpening({ salt: opened.salt, contentDigest: sha256Now(bytes) }), bytes)
}

async function actOf({ database }: Pick<LogServices, 'database'>, caseId: string, sequence: number): Promise<ListedAct | undefined> {
  let after = 0
  for (;;) {
    const acts = await actsOfRecord(database, `case:${caseId}`, { after })
    const found = acts.find(({ kind, place }) => kind === 'case-event' && place === String(sequence))
    const last = acts.at(-1)
    if (found || !last) return found
    after = last.actNumber
  }
}

async function proveLeaf({ database }: Pick<LogServices, 'database'>, leafIndex: number, extra: Uint8Array, content: Uint8Array): Promise<Result<Proved, ProveRefusal>> {
  // Preferably a checkpoint that enough witnesses saw; the newest is shown where none of those holds the leaf yet.
  const witnessed = await findWitnessed(database)
  const tip = witnessed && witnessed.size > leafIndex ? await findCheckpoint(database, witnessed.size) : await findTip(database)
  if (!tip) return refuse({ code: 'log-empty' })
  const proof = await proveInclusion(leafIndex, tip.size, (tile) => readTileBytes(database, tile), sha256Now)
  if (!proof.ok) return refuse({ code: 'log-damaged', facts: proof.refusal })
  return accept({ content, leafIndex, proofFile: writeProofFile({ extra, index: leafIndex, proof: proof.value, signedCheckpoint: await signedCheckpoint(database, tip) }) })
}
