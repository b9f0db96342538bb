// Use-cases about cases with a real database, a clock that stands still, and a law book of one's choice.
import { randomUUID } from 'node:crypto'
import type { Agreement } from '../src/casework/agreement.ts'
import { openBook } from '../src/casework/case-for-tests.ts'
import type { Command } from '../src/casework/command.ts'
import { sha256 } from '../src/kernel/digest.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import type { Result } from '../src/kernel/result.ts'
import type { LawBook } from '../src/law/book.ts'
import type { CommandRefusal } from '../src/service/cases/case-refusal.ts'
import type { CaseServices } from '../src/service/cases/case-services.ts'
import { runCommand, type Asked } from '../src/service/cases/run-command.ts'
import type { Appended } from '../src/store/append.ts'
import type { FreshDatabase } from './database.ts'

export const day = (text: string): PlainDate => text as PlainDate

/** The database's clock is the machine's, so that the day must be today's: gates are asked on it. */
export const today: PlainDate = day(new Date().toISOString().slice(0, 10))

export type Given = { readonly book?: LawBook; readonly agreements?: readonly Agreement[]; readonly today?: PlainDate }

export function caseServices({ database, as }: FreshDatabase, { book = openBook, agreements = [], today: on = today }: Given = {}): CaseServices {
  return { database, roles: as, clock: { now: () => new Date().toISOString(), today: () => on }, newId: randomUUID, agreements, shipped: { ...book, digest: book.digest.length === 64 ? book.digest : sha256(book.digest) } }
}

/** Runs a command on the newest version, by officer one unless another is named. */
export function run(services: CaseServices, caseId: string, command: Command, more: Partial<Asked> = {}): Promise<Result<Appended, CommandRefusal>> {
  return runCommand(services, { caseId, command, commandId: randomUUID(), officer: 'officer-one', version: 'newest', ...more })
}

/** Runs commands that must not be refused. */
export async function given(services: CaseServices, caseId: string, ...commands: readonly (Command | readonly [Command, Partial<Asked>])[]): Promise<string> {
  for (const one of commands) {
    const [command, more] = 'kind' in one ? [one, {}] : one
    const done = await run(services, caseId, command, more)
    if (!done.ok) throw new Error(`${command.kind}: ${JSON.stringify(done.refusal).slice(0, 500)}`)
  }
  return caseId
}

export const opened: Command = { kind: 'open-case', jurisdiction: 'CA', on: day('2026-01-10'), source: 'file 1', identity: { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornInCountry: 'GH', sex: 'female', identityDocuments: [] } }
export const ghanaian: Command = { kind: 'record-nationality', country: 'GH', basis: 'own-document', on: day('2026-01-10'), source: 'passport' }
export const drafted = (requestId: string): Command => ({ kind: 'draft-request', requestId, destination: 'GH', consulate: 'Ottawa', documentType: 'emergency-travel-document', on: day('2026-02-01') })
export const checked = (requestId: string): Command => ({ kind: 'check-request', requestId, on: day('2026-02-02') })
export const approved = (requestId: string): readonly [Command, Partial<Asked>] => [{ kind: 'approve-request', requestId, on: day('2026-02-03') }, { officer: 'officer-two' }]
export const sent = (requestId: string): Command => ({ kind: 'send-request', requestId, on: today })
