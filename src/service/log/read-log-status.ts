import { countWaiting, findTip, type LogTip } from '../../store/log.ts'
import { findHalt, findPolicy, findWitnessed, logStopped, type LogHalt, type LogPolicy, type LogStop } from '../../store/log-health.ts'
import { listEvidence, listWitnessedLogs, type WitnessedLog, type WitnessEvidence } from '../../store/witnessed-logs.ts'
import { readOnly } from '../read-only.ts'
import type { LogServices } from './log-services.ts'

/** How this node's log stands, and what it saw of others. Nothing in it is about a person, or tells how much was done. */
export type LogStatus = {
  readonly tip: LogTip | undefined
  readonly waiting: number
  readonly policy: LogPolicy | undefined
  readonly witnessed: { readonly size: number; readonly witnessedAt: string } | undefined
  readonly halt: LogHalt | undefined
  readonly stopped: Readonly<Record<'disclosure' | 'outbound', LogStop | undefined>>
  readonly witnessing: readonly WitnessedLog[]
  readonly evidence: readonly WitnessEvidence[]
}

export function readLogStatus(services: Pick<LogServices, 'database'>): Promise<LogStatus> {
  return readOnly(services, async (tx) => ({
    tip: await findTip(tx), waiting: await countWaiting(tx), policy: await findPolicy(tx), witnessed: await findWitnessed(tx), halt: await findHalt(tx),
    stopped: { disclosure: await logStopped(tx, 'disclosure'), outbound: await logStopped(tx, 'outbound') },
    witnessing: await listWitnessedLogs(tx), evidence: await listEvidence(tx),
  }))
}
