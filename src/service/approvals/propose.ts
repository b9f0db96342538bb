import { randomUUID } from 'node:crypto'
import type { Command } from '../../casework/command.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { canonicalJson } from '../../law/canonical.ts'
import { findProposalOfCommand, proposeApproval, type ApprovalSubject, type ProposeRefusal } from '../../store/approvals.ts'
import { isStorable } from '../../store/storable.ts'
import type { Database } from '../../store/tables.ts'
import type { Actor } from '../access/actor.ts'
import type { Asked } from '../cases/run-command.ts'
import type { ForTwo } from './asks-for-two.ts'
import type { Ahead, FactsTogether } from './look-ahead.ts'
import { sayCommands } from './say-command.ts'
import { commandsIn, readProposal, writeProposal, type ProposalContent, type ShownText } from './write-proposal.ts'

/** An act that takes two people, whatever it is: who asks has the right to propose it, and has shown nothing else than `shown`. */
export type ActToPropose = {
  readonly subject: ApprovalSubject
  /** The case and the version of it that the act is about; a change of the law has none. */
  readonly of?: { readonly caseId: string; readonly version: number }
  /** Names the act: the same again is the same proposal. */
  readonly commandId: string
  /** For lists, which tell no more. */
  readonly kind: string
  readonly act: ProposalContent['act']
  readonly shown: ShownText
  /** Whether what is shown tells of protection, health or criminality. */
  readonly isProtected: boolean
}

export type ActRefusal = ProposeRefusal | { readonly code: 'text-not-storable' }

/** Who proposes; without an account, somebody at the command line. */
export type Proposer = Pick<Actor, 'handle'> & { readonly accountId?: string | undefined }

/** Keeps an act as proposed: nothing has happened yet. Returns the id of the proposal. */
export async function proposeAct(tx: Database, { handle, accountId }: Proposer, { subject, of, commandId, kind, act, shown, isProtected }: ActToPropose): Promise<Result<string, ActRefusal>> {
  const content = writeProposal({ subject, caseId: of?.caseId, version: of?.version, commandId, proposer: handle, act, shown })
  if (!isStorable(content)) return refuse({ code: 'text-not-storable' })
  return proposeApproval(tx, { proposalId: randomUUID(), subject, caseId: of?.caseId, caseVersion: of?.version, commandId, kind, isProtected, proposedBy: accountId, proposer: handle, content })
}

/** Proposes a command of a case, with what it lets go of. */
export function proposeCommand(tx: Database, actor: Actor, { caseId, command, commandId }: Asked, forTwo: ForTwo): Promise<Result<string, ActRefusal>> {
  const { state, openings } = forTwo
  const shown = sayCommands({ ...forTwo, caseId, proposer: actor.handle })
  // Which gates let go of what tells of protection more often than not.
  return proposeAct(tx, actor, { subject: 'command', of: { caseId, version: state.version }, commandId, kind: command.kind, act: command, shown, isProtected: openings.length > 0 })
}

/** Proposes several facts of one case as one: one text says them all and what they let go of together, and one agreement records them. */
export function proposeTogether(tx: Database, actor: Actor, { caseId, commandId }: Pick<FactsTogether, 'caseId' | 'commandId'>, ahead: Ahead): Promise<Result<string, ActRefusal>> {
  const shown = sayCommands({ ...ahead, caseId, proposer: actor.handle })
  return proposeAct(tx, actor, { subject: 'command', of: { caseId, version: ahead.state.version }, commandId, kind: 'record-facts', act: ahead.possible, shown, isProtected: true })
}

/** What somebody proposed together under this id, by the id of each command; empty when it was nothing. */
export async function findProposedTogether(tx: Database, { handle }: Pick<Actor, 'handle'>, { caseId, commandId }: Pick<FactsTogether, 'caseId' | 'commandId'>): Promise<ReadonlyMap<string, { readonly command: Command; readonly proposalId: string }>> {
  const earlier = await findProposalOfCommand(tx, commandId)
  if (!earlier || earlier.proposer !== handle || earlier.caseId !== caseId) return new Map()
  return new Map(commandsIn(readProposal(earlier.content)).map((one) => [one.commandId, { command: one.command, proposalId: earlier.proposalId }]))
}

/** The proposal that this very command is already, for whoever sends it again; undefined when it is none. */
export async function findEarlierProposal(tx: Database, { handle }: Pick<Actor, 'handle'>, { caseId, command, commandId }: { readonly caseId: string; readonly command: Command; readonly commandId: string }): Promise<Result<string, ProposeRefusal> | undefined> {
  const earlier = await findProposalOfCommand(tx, commandId)
  if (!earlier) return undefined
  const same = earlier.proposer === handle && earlier.caseId === caseId && canonicalJson(readProposal(earlier.content).act) === canonicalJson(command)
  return same ? accept(earlier.proposalId) : refuse({ code: 'command-repeated-differently', commandId })
}
