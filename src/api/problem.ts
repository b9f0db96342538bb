import type { SubmitRefusal } from '../service/work/submit-command.ts'
import { api as english } from '../text/en/api.ts'
import { caseCli as englishCases } from '../text/en/case-cli.ts'
import { casework as englishCasework } from '../text/en/casework.ts'
import { outbound as englishOutbound } from '../text/en/outbound.ts'
import { api as french } from '../text/fr/api.ts'
import { caseCli as frenchCases } from '../text/fr/case-cli.ts'
import { casework as frenchCasework } from '../text/fr/casework.ts'
import { outbound as frenchOutbound } from '../text/fr/outbound.ts'
import type { Language } from '../text/language.ts'
import type { Fault } from './find-faults.ts'
import { statusOf, type OwnCode, type Status } from './problem-status.ts'

export const apiWords = { en: english, fr: french }

/** Why something was not done: what any layer below refuses, or what only the API does. */
export type ApiRefusal =
  | SubmitRefusal
  | { readonly code: Exclude<OwnCode, 'query-wrong' | 'content-wrong'> } & Readonly<Record<string, unknown>>
  | { readonly code: 'query-wrong' | 'content-wrong'; readonly faults: readonly Fault[] }

/** Problem details (RFC 9457), with a code that never changes and the facts of this very problem. */
export type Problem = { readonly type: string; readonly title: string; readonly status: Status; readonly detail: string; readonly code: string; readonly facts: object }

/** A refusal as a problem, in the language of whoever asks. What one may not reach is the same problem as what does not exist. */
export function problemOf(refused: ApiRefusal, language: Language): Problem {
  const refusal = refused.code === 'not-reached' || refused.code === 'no-case' ? { code: 'not-found' as const } : refused
  const status = statusOf(refusal.code)
  return { type: `/api/problems/${refusal.code}`, title: apiWords[language].statuses[status].title, status, detail: sentenceOf(refusal, language), code: refusal.code, facts: factsOf(refusal, language) }
}

type Sentences = Readonly<Record<string, unknown>>

const sentences: Readonly<Record<Language, Sentences>> = {
  en: { ...englishCases.ask, ...englishCases.append, ...englishCasework.refusals, ...english.refusals, ...english.instead },
  fr: { ...frenchCases.ask, ...frenchCases.append, ...frenchCasework.refusals, ...french.refusals, ...french.instead },
}
const outbound: Readonly<Record<Language, Sentences>> = { en: englishOutbound.refusals, fr: frenchOutbound.refusals }

function sentenceOf(refusal: ApiRefusal, language: Language): string {
  if (refusal.code === 'outbound' && 'why' in refusal) return say(outbound[language], refusal.why, language)
  if (refusal.code === 'query-wrong' || refusal.code === 'content-wrong') return say(sentences[language], { code: refusal.code, ...factsOf(refusal, language) }, language)
  return say(sentences[language], refusal, language)
}

// The code chooses the sentence, so that the facts are the ones that the sentence takes. A refusal that came later says what its status means.
function say(words: Sentences, refusal: { readonly code: string }, language: Language): string {
  const sentence = Object.hasOwn(words, refusal.code) ? words[refusal.code] : undefined
  return typeof sentence === 'function' ? (sentence as (facts: object) => string)(refusal) : apiWords[language].statuses[statusOf(refusal.code)].means
}

function saidFaults(faults: readonly Fault[], language: Language) {
  return faults.map((fault) => ({ ...fault, said: (apiWords[language].faults[fault.code] as (facts: object) => string)({ ...fault, field: fault.pointer.slice(1).replaceAll('/', '.') }) }))
}

/** What is told besides the sentence. Answers of gates and reasons of closing may rest on what is protected, and are read from the case, with a purpose. */
function factsOf(refusal: ApiRefusal, language: Language): object {
  const { code, ...facts } = refusal
  if (code === 'gate-held' && 'answer' in refusal) return { step: refusal.step, destination: refusal.destination, state: (refusal.answer as { readonly state: string }).state }
  if (code === 'case-closed' && 'closedOn' in refusal) return { closedOn: refusal.closedOn }
  if (code === 'file-not-clean') return 'file' in refusal ? { file: refusal.file } : {}
  return 'faults' in facts ? { faults: saidFaults(facts.faults as readonly Fault[], language) } : facts
}
