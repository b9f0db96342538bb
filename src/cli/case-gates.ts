import type { CaseRefusal } from '../casework/refusal.ts'
import { everyStep, type Step } from '../law/rule.ts'
import { type SaidHold, sayAnswer } from '../render/step-answer.ts'
import { askGates, dayOf, type DestinationAnswer, type GatesAnswered } from '../service/cases/ask-gates.ts'
import type { CaseServices } from '../service/cases/case-services.ts'
import { loadLaw } from '../service/cases/load-law.ts'
import { recheckDecisions } from '../service/cases/recheck-decisions.ts'
import { formatDay } from '../text/format.ts'
import { gates as english } from '../text/en/gates.ts'
import { gates as french } from '../text/fr/gates.ts'
import type { Language } from '../text/language.ts'
import { stateName } from '../text/state-name.ts'
import { dayOption, momentOption } from './case-arguments.ts'
import type { CaseSubcommand } from './case-command.ts'
import { caseWords, caseworkWords, commandSentence, momentText } from './case-sentences.ts'
import { exitCodes } from './exit-codes.ts'
import { folded, harmless } from './terminal.ts'

const gateWords = { en: english, fr: french }

/** `comity case gates CASE --step STEP …`: what the law holds, why, and what would change it. */
export const gates: CaseSubcommand = async ({ asked, services, language, terminal }) => {
  const words = caseWords[language]
  const [caseId] = asked.words
  const [step, destination, place] = (['step', 'destination', 'place'] as const).map((name) => asked.values.get(name))
  if (caseId === undefined || step === undefined) return terminal.refuse(words.needs('CASE --step STEP'))
  if (!isStep(step)) return terminal.refuse(words.badStep(step))
  const [on, knownAt] = [dayOption(asked, 'on'), momentOption(asked, 'as-known')]
  if (on === 'wrong') return terminal.refuse(words.badDay(asked.values.get('on') ?? ''))
  if (knownAt === null) return terminal.refuse(words.badMoment(asked.values.get('as-known') ?? ''))
  const answered = await askGates(services, { caseId, step, ...(destination === undefined ? {} : { destination }), ...(place === undefined ? {} : { place }), ...(on === undefined ? {} : { on }), ...(knownAt === undefined ? {} : { knownAt }) })
  if (!answered.ok) return terminal.refuse(commandSentence(answered.refusal, language))
  const { answers } = answered.value
  terminal.answer(asked.flags.has('json') ? [jsonOf(answered.value, language)] : folded(answerLines(answered.value, (moment) => momentText(services, moment, language), language).map(harmless), terminal.columns))
  return answers.every(({ answer }) => answer.state === 'open') && answers.every(({ kept }) => kept.every(({ same }) => same)) ? exitCodes.done : exitCodes.found
}

/** `comity case decisions CASE`: every kept decision, decided again. */
export const decisions: CaseSubcommand = async ({ asked, services, language, terminal }) => {
  const words = caseWords[language]
  const [caseId] = asked.words
  if (caseId === undefined) return terminal.refuse(words.needs('CASE'))
  const rechecked = await recheckDecisions(services, caseId)
  if (!rechecked.ok) return terminal.refuse(commandSentence(rechecked.refusal, language))
  if (rechecked.value.length === 0) return terminal.answer([words.decisions.none])
  terminal.answer(folded(rechecked.value.map(({ decision, verdict }) => words.decisions.line({
    at: momentText(services, decision.decidedAt, language), step: caseworkWords[language].steps[decision.step], place: placeText(decision, language), on: formatDay(dayOf(decision), language), state: gateWords[language].states[decision.state], verdict,
  })).map(harmless), terminal.columns))
  return rechecked.value.every(({ verdict }) => verdict === 'same') ? exitCodes.done : exitCodes.found
}

/** The reasons of a step that was refused. */
export async function saidHolds(services: CaseServices, { answer, decision }: Extract<CaseRefusal, { code: 'gate-held' }>, language: Language): Promise<readonly string[]> {
  const { book } = await loadLaw(services.database, services)
  return sayAnswer(answer, book, dayOf(decision), language).holds.flatMap((hold) => holdLines(hold, language))
}

function isStep(text: string): text is Step {
  return (everyStep as readonly string[]).includes(text)
}

type SaidMoment = (moment: string) => string

function answerLines({ step, on, caseVersion, knownAt, book, answers }: GatesAnswered, said: SaidMoment, language: Language): readonly string[] {
  const words = caseWords[language].gates
  return [
    words.heading({ step: caseworkWords[language].steps[step], on: formatDay(on, language), version: caseVersion, knownAt: knownAt === undefined ? '' : said(knownAt) }),
    words.law(book.digest),
    ...answers.flatMap((one) => ['', ...destinationLines(one, { on, book, said }, language)]),
  ]
}

function destinationLines(one: DestinationAnswer, { on, book, said: moment }: Pick<GatesAnswered, 'on' | 'book'> & { readonly said: SaidMoment }, language: Language): readonly string[] {
  const words = caseWords[language].gates
  const { labels } = gateWords[language]
  const said = sayAnswer(one.answer, book, on, language)
  return [
    words.answer({ place: placeText(one, language), state: said.state }),
    ...(one.answer.gates.length === 0 ? [`  ${labels.noGate}`] : []),
    ...said.holds.flatMap((hold) => holdLines(hold, language)),
    ...(said.weighed.length === 0 ? [] : [`  ${labels.weighed}`, ...said.weighed.flatMap((hold) => holdLines(hold, language))]),
    ...(said.alarms.length === 0 ? [] : [`  ${labels.alarms(said.alarms.join(', '))}`]),
    ...one.kept.map(({ decidedAt, same }) => words.kept({ at: moment(decidedAt), same })),
  ]
}

function holdLines({ gate, question, why, unsettled, opensWhen, ignored, note }: SaidHold, language: Language): readonly string[] {
  const { labels } = gateWords[language]
  const listed = (label: string, items: readonly string[]) => (items.length === 0 ? [] : [`      ${label}`, ...items.map((item) => `        – ${item}`)])
  return [
    `  ${gate} – ${question}`, `    ${why}`,
    ...listed(labels.unsettled, unsettled),
    ...(opensWhen.length === 0 ? [`      ${labels.opensNever}`] : listed(labels.opensWhen, opensWhen)),
    ...listed(labels.ignored, ignored),
    ...(note === undefined ? [] : [`      ${labels.note}`, `        ${note}`]),
  ]
}

export function placeText({ destination, place }: { readonly destination: string; readonly place?: string }, language: Language): string {
  return place === undefined ? stateName(destination, language) : `${place}, ${stateName(destination, language)}`
}

function jsonOf({ book, answers, ...rest }: GatesAnswered, language: Language): string {
  return JSON.stringify({ ...rest, law: book.digest, answers: answers.map(({ answer, decision, ...one }) => ({ ...one, state: answer.state, said: sayAnswer(answer, book, rest.on, language), decision: { digest: decision.digest, bytes: decision.bytes } })) }, null, 1)
}
