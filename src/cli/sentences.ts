import { reasonSentence, refusalSentence as intakeSentence } from '../intake/refusal-sentence.ts'
import type { IntakeRefusal } from '../intake/refusal.ts'
import type { MeasureRefusal } from '../service/measure-files.ts'
import type { WriteRefusal } from '../service/write-whole.ts'
import type { Language } from '../text/language.ts'
import { cliWords } from './table.ts'

export type CommandRefusal = MeasureRefusal | WriteRefusal
type OwnRefusal = Exclude<CommandRefusal, IntakeRefusal>
type Sentences = { readonly [Code in OwnRefusal['code']]: (facts: Extract<OwnRefusal, { readonly code: Code }>) => string }

/** What happened and what to do. The type of `sentences` says that every refusal has its words. */
export function refusalSentence(refusal: CommandRefusal, language: Language): string {
  const sentences: Sentences = cliWords[language].refusals
  if (!isOwn(refusal, sentences)) return intakeSentence(refusal, language)
  const say = sentences[refusal.code] as (facts: OwnRefusal) => string
  return say(refusal)
}

function isOwn(refusal: CommandRefusal, sentences: Sentences): refusal is OwnRefusal {
  return Object.hasOwn(sentences, refusal.code)
}

export { reasonSentence as quarantineReason }
