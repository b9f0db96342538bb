import { readFile } from 'node:fs/promises'
import { approveLawUpdate } from '../service/cases/approve-law-update.ts'
import type { LawChangeRefusal } from '../service/cases/law-change-refusal.ts'
import { lawUpdateEffects, type LawEffect } from '../service/cases/law-update-effects.ts'
import { proposeLawUpdate } from '../service/cases/propose-law-update.ts'
import { waitingLawUpdates } from '../service/cases/waiting-law-updates.ts'
import { gates as english } from '../text/en/gates.ts'
import { formatCount, formatDay, formatList } from '../text/format.ts'
import { gates as french } from '../text/fr/gates.ts'
import type { Language } from '../text/language.ts'
import type { CaseCall, CaseSubcommand } from './case-command.ts'
import { placeText } from './case-gates.ts'
import { caseWords, caseworkWords, momentText, say } from './case-sentences.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { folded, harmless } from './terminal.ts'

const gateWords = { en: english, fr: french }

/** `comity case law propose|list|effects|approve`: the law book changes by the work of two people. */
export const law: CaseSubcommand = async (call) => {
  const { asked: { words: [what = '', subject] }, language, terminal } = call
  if (what === 'list') return list(call)
  if (subject === undefined) return terminal.refuse(caseWords[language].needs('propose FILE | list | effects UPDATE | approve UPDATE --seen DIGEST'))
  switch (what) {
    case 'propose': return propose(call, subject)
    case 'effects': return effects(call, subject)
    case 'approve': return approve(call, subject)
    default: return terminal.refuse(caseWords[language].unknownCommand(`law ${what}`))
  }
}

async function propose({ services, officer, language, terminal }: CaseCall, file: string): Promise<ExitCode> {
  const json = await readFile(file, 'utf8').catch((error: Error) => error)
  if (json instanceof Error) return terminal.refuse(caseWords[language].fileUnreadable({ file, cause: json.message }))
  const proposed = await proposeLawUpdate(services, { json, officer })
  return proposed.ok ? terminal.answer([caseWords[language].law.proposed(proposed.value.updateId)]) : terminal.refuse(sentence(proposed.refusal, language))
}

async function list({ services, language, terminal }: CaseCall): Promise<ExitCode> {
  const words = caseWords[language].law
  const waiting = await waitingLawUpdates(services)
  return terminal.answer(waiting.length === 0 ? [words.none] : waiting.map(({ updateId, title, by, at }) => harmless(words.waiting({ updateId, title: title[language], by, at: momentText(services, at, language) }))))
}

async function effects({ asked, services, language, terminal }: CaseCall, updateId: string): Promise<ExitCode> {
  const words = caseWords[language].law
  const found = await lawUpdateEffects(services, updateId)
  if (!found.ok) return terminal.refuse(sentence(found.refusal, language))
  const { content, casesAsked, days, effects: changes, digest } = found.value
  if (asked.flags.has('json')) return terminal.answer([JSON.stringify(found.value, null, 1)])
  const changed = new Set(changes.map(({ caseId }) => caseId)).size
  terminal.answer(folded([
    words.heading({ title: content.title[language], source: content.source, asked: formatCount(casesAsked, language), changed: formatCount(changed, language) }),
    words.days(formatList(days.map((day) => formatDay(day, language)), language)),
    ...changes.map((one) => effectText(one, language)), words.seen(digest),
  ].map(harmless), terminal.columns))
  return changed > 0 ? exitCodes.found : exitCodes.done
}

async function approve({ asked, services, officer, language, terminal }: CaseCall, updateId: string): Promise<ExitCode> {
  const seen = asked.values.get('seen')
  if (seen === undefined) return terminal.refuse(caseWords[language].needs('approve UPDATE --seen DIGEST'))
  const approved = await approveLawUpdate(services, { updateId, officer, seen })
  return approved.ok ? terminal.answer([caseWords[language].law.approved(approved.value.revision)]) : terminal.refuse(sentence(approved.refusal, language))
}

function effectText({ caseId, caseVersion, step, on, before, after, gates, ...place }: LawEffect, language: Language): string {
  const { states } = gateWords[language]
  return caseWords[language].law.effect({ caseId, version: caseVersion, step: caseworkWords[language].steps[step], place: placeText(place, language), on: formatDay(on, language), before: states[before], after: states[after], gates: gates.join(', ') })
}

function sentence(refusal: LawChangeRefusal, language: Language): string {
  return say<LawChangeRefusal>(caseWords[language].law.refusals, refusal)
}
