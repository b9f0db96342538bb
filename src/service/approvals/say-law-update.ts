import type { LawUpdate } from '../../law/law-update.ts'
import { stateName } from '../../text/state-name.ts'
import { formatCount, formatDay, formatList } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import type { LawEffect, LawEffects } from '../cases/law-update-effects.ts'
import { approvalWords, caseworkWords, questions } from './approval-words.ts'
import { joinLines } from './join-lines.ts'
import type { ShownText } from './write-proposal.ts'

/** So many effects stand in the text; the digest of the list covers all of them, and the command line lists them. */
export const mostEffects = 500

/** What a change of the law does, in words: what it is, every open case whose answer changes, and its data. */
export function sayLawUpdate(found: LawEffects): ShownText {
  return { en: textOf(found, 'en'), fr: textOf(found, 'fr') }
}

function textOf(found: LawEffects, language: Language): string {
  return [joinLines(linesOf(found, language)), ...dataLines(found.content)].join('\n')
}

/** The data, line by line. How far a line is indented is ours: what was typed stands within quotation marks. */
function dataLines(content: LawUpdate): readonly string[] {
  return JSON.stringify(content, undefined, 2).split('\n').map((line) => {
    const [indent = ''] = /^ */.exec(line) ?? []
    return `${indent}${joinLines([line.slice(indent.length)])}`
  })
}

// What somebody typed always stands behind words of ours: a line of its own could pass for one.
function linesOf({ update, content, revision, casesAsked, days, effects, digest }: LawEffects, language: Language): readonly string[] {
  const { shown } = approvalWords[language]
  const { law } = shown
  return [
    shown.titles.law, law.title(content.title[language]), law.update({ updateId: update.updateId, digest: update.digest }), law.source(content.source), shown.proposedBy(update.proposedBy), law.revision(revision + 1), '',
    law.effects, law.asked({ cases: casesAsked, days: formatList(days.map((day) => formatDay(day, language)), language) }),
    ...(effects.length === 0 ? [law.none] : effects.slice(0, mostEffects).map((effect) => `- ${effectLine(effect, language)}`)), ...(effects.length > mostEffects ? [law.more(formatCount(effects.length - mostEffects, language))] : []), law.list(digest), '',
    law.content,
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
