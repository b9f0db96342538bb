// What a writer noted before it was killed.
import { existsSync, readFileSync } from 'node:fs'
import type { Command } from '../src/casework/command.ts'
import type { PlainDate } from '../src/kernel/day.ts'

/** One line of the notes. */
export type Note =
  | { readonly note: 'asked'; readonly caseId: string; readonly commandId: string; readonly command: Command; readonly officer: string; readonly on: PlainDate }
  | { readonly note: 'done'; readonly caseId: string; readonly commandId: string; readonly first: number; readonly last: number }
  | { readonly note: 'finished'; readonly caseId: string; readonly commandId: string }
  | { readonly note: 'refused'; readonly caseId: string; readonly commandId: string; readonly refusal: unknown }

export function readNotes(file: string): readonly Note[] {
  if (!existsSync(file)) return []
  // A writer that was killed may have left half a line, and the next one wrote on behind it.
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Note]
    } catch {
      return []
    }
  })
}
