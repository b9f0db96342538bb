import { stateName } from '../../text/state-name.ts'
import { formatCount, formatDay, formatList } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import type { LawEffect, LawEffects } from '../cases/law-update-effects.ts'
import { approvalWords, caseworkWords, questions } from './approval-words.ts'
import type { ShownText } from './write-proposal.ts'

/** So many effects stand in the text; the digest of the list covers all of them, and the command line lists them. */
export const mostEffects = 500

/** What a change of the law does, in words: what it is, every open case whose answer changes, and its data. */
export function sayLawUpdate(found: LawEffects): ShownText {
  return { en: linesOf(found, 'en').join('\n'), fr: linesOf(found, 'fr').join('\n') }
}

function linesOf({ update, content, revision, casesAsked, days, effects, digest }: LawEffects, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const { law } = shown
  return [
    shown.titles.law, content.title[language], law.update({ updateId: update.updateId, digest: update.digest }), law.source(content.source), shown.proposedBy(update.proposedBy), law.revision(revision + 1), '',
    law.effects, law.asked({ cases: casesAsked, days: formatList(days.map((day) => formatDay(day, language)), language) }),
    ...(effects.length === 0 ? [law.none] : effects.slice(0, mostEffects).map((effect) => `- ${effectLine(effect, language)}`)), ...(effects.length > mostEffects ? [law.more(formatCount(effects.length - mostEffects, language))] : []), law.list(digest), '',
    law.content, JSON.stringify(content, undefined, 2),
  ]
}

function effectLine({ caseId, step, destination, place, on, before, after, gates }: LawEffect, language: Language): string {
  const { shown } = approvalWords[language]
  const { law } = shown
  return law.effect({
    caseId, step: caseworkWords[language].steps[step], to: shown.place({ state: stateName(destination, language), place }), day: formatDay(on, language), before: law.states[before], after: law.states[after],
    gates: gates.map((gate) => questions[language][gate] ?? gate).join(' '),
  })
}
