import { allGates } from '../../casework/gates/all.ts'
import { unlistedFacts } from '../../casework/unlisted-facts.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { LawBook } from '../../law/book.ts'
import { checkLawUpdate } from '../../law/check-law-update.ts'
import type { LawUpdate } from '../../law/law-update.ts'
import { parseLawUpdate } from '../../law/parse-law-update.ts'
import { proposeLawUpdate as keepProposal } from '../../store/law-updates.ts'
import { readOnly } from '../read-only.ts'
import type { CaseServices } from './case-services.ts'
import type { LawChangeRefusal } from './law-change-refusal.ts'
import { loadLaw } from './load-law.ts'

/** Proposes a change of the law, from its JSON. It changes no answer before another person has seen what it does, and approved it. */
export async function proposeLawUpdate(services: CaseServices, { json, officer }: { readonly json: string; readonly officer: string }): Promise<Result<{ readonly updateId: string }, LawChangeRefusal>> {
  if (officer.trim() === '') return refuse({ code: 'no-officer' })
  const update = readUpdate(json)
  if (!update.ok) return update
  const { book } = await readOnly(services, (tx) => loadLaw(tx, services))
  const after = checkChange(book, update.value)
  if (!after.ok) return after
  const updateId = services.newId()
  await keepProposal(services.database, updateId, officer, JSON.stringify(update.value))
  return accept({ updateId })
}

function readUpdate(json: string): Result<LawUpdate, LawChangeRefusal> {
  try {
    return parseLawUpdate(JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError) return refuse({ code: 'not-json' })
    throw error
  }
}

/** The book with this change in it, when law and gates fit together afterwards. */
export function checkChange(book: LawBook, update: LawUpdate): Result<LawBook, LawChangeRefusal> {
  const after = checkLawUpdate(book, update)
  if (!after.ok) return after
  const asked = new Set(allGates.flatMap((gate) => [...gate.rules, ...(gate.weighs ?? [])]))
  const alone = (update.add.rules ?? []).find((rule) => !asked.has(rule.code))
  if (alone) return refuse({ code: 'rule-without-gate', rule: alone.code })
  const [unlisted] = unlistedFacts(after.value)
  return unlisted ? refuse({ code: 'gate-without-fact', ...unlisted }) : after
}
