import type { PlainDate } from '../kernel/day.ts'
import { sha256 } from '../kernel/digest.ts'
import type { Jurisdiction, Step } from '../law/rule.ts'
import type { StepAnswer } from './decide-step.ts'

/** A gate decision as it is stored. `bytes` say everything that the answer rested on; deciding again must give the same. */
export type Decision = {
  readonly caseId: string
  /** How many events the case had: the decision is about this version and no other. */
  readonly caseVersion: number
  readonly step: Step
  readonly destination: string
  /** A part of the destination, where it matters which. */
  readonly place?: string
  readonly state: StepAnswer['state']
  readonly lawDigest: string
  readonly bytes: string
  readonly digest: string
}

export type DecisionSubject = {
  readonly caseId: string
  readonly caseVersion: number
  readonly jurisdiction: Jurisdiction
  readonly step: Step
  readonly destination: string
  readonly place?: string
  readonly day: PlainDate
  readonly lawDigest: string
}

/**
 * Writes an answer down. Keys come in one fixed order, so that the same answer is the same bytes. Written once for every step that is
 * taken: a gate that held and weighed nothing is named only, and a fact that is not among the readings was unknown.
 */
export function writeDecision(subject: DecisionSubject, answer: StepAnswer): Decision {
  const { caseId, caseVersion, jurisdiction, step, destination, place, day, lawDigest } = subject
  const gates = answer.gates.filter(({ holds, weighed }) => holds.length + weighed.length > 0)
  const readings = answer.readings.filter(([, reading]) => reading.value !== 'unknown' || reading.overdue)
  const bytes = JSON.stringify({ format: 'comity-decision/1', caseId, caseVersion, jurisdiction, step, destination, place, day, law: lawDigest, state: answer.state, alarms: answer.alarms, asked: answer.gates.map(({ gate }) => gate), gates, readings })
  return { caseId, caseVersion, step, destination, ...(place === undefined ? {} : { place }), state: answer.state, lawDigest, bytes, digest: sha256(bytes) }
}
