import type { CaseState, KeptFact } from '../../casework/case-state.ts'
import { nationalitiesOf } from '../../casework/case-state.ts'
import type { DocumentType } from '../../casework/lists.ts'
import { factName } from '../../render/fact-name.ts'
import { fieldName } from '../../text/field-name.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { approvalWords, caseworkWords, mergeWords } from './approval-words.ts'
import { joinLines } from './join-lines.ts'
import type { MergeAhead } from './look-at-merge.ts'
import { openingLines, personOf, valueOf } from './say-command.ts'
import type { ShownText } from './write-proposal.ts'

/** What would happen to two records of one person if somebody agreed, in words: both records, what passes between them, why, what it lets go of. */
export function sayMerge(ahead: MergeAhead, proposer: string): ShownText {
  return { en: joinLines(linesOf(ahead, proposer, 'en')), fr: joinLines(linesOf(ahead, proposer, 'fr')) }
}

function linesOf(ahead: MergeAhead, proposer: string, language: Language): readonly string[] {
  const { act: { kind, stays, duplicate, on, reason }, before } = ahead
  const { shown } = approvalWords[language]
  const words = mergeWords[language].shown
  return [
    words.titles[kind],
    words.stays({ caseId: stays, version: before.stays.version }), shown.person(personOf(before.stays, language)),
    words.duplicate[kind]({ caseId: duplicate, version: before.duplicate.version }), shown.person(personOf(before.duplicate, language)),
    shown.proposedBy(proposer), '',
    words.records, ...particularLines(before.stays, before.duplicate, language), '',
    words.passes[kind], ...orNothing(passing(ahead).flatMap(([state, ofDuplicate]) => recordLines(state, ofDuplicate, language)), language), words.remains[kind], '',
    shown.particulars, ...Object.entries({ on, reason }).map(([name, value]) => `- ${shown.field({ name: fieldName(name, language), value: valueOf(name, value, language) })}`), '',
    ...letGo(ahead, language), shown.opensLead,
  ]
}

/** Whose records pass from one case to the other: the duplicate's when it is brought in, those that came from it when they part. */
function passing({ act: { kind, duplicate }, before }: MergeAhead): readonly (readonly [CaseState, (from: string | undefined) => boolean])[] {
  return kind === 'merge' ? [[before.duplicate, () => true]] : [[before.stays, (from) => from === duplicate]]
}

/** What each record says of the person: once where they say the same, each for itself where they do not. */
function particularLines(stays: CaseState, duplicate: CaseState, language: Language): readonly string[] {
  const words = mergeWords[language].shown
  const [mine, theirs] = [particularsOf(stays, language), particularsOf(duplicate, language)]
  return mine.flatMap(([name, value], index) => {
    const [, other = ''] = theirs[index] ?? []
    const said = (text: string) => (text === '' ? words.notSaid : text)
    return value === other ? [`- ${words.inBoth({ name, value: said(value) })}`] : [`- ${words.inStays({ name, value: said(value) })}`, `- ${words.inDuplicate({ name, value: said(other) })}`]
  })
}

/** The particulars of a person in the order in which two records are compared, each with its name. */
export function particularsOf(state: CaseState, language: Language): readonly (readonly [name: string, value: string])[] {
  const { familyName, givenNames, bornOn = '', bornIn = '', bornInCountry, sex, photograph = '', identityDocuments } = state.identity
  const { copy: seenAs } = approvalWords[language].shown
  const words = mergeWords[language].shown
  const documents = identityDocuments.map(({ documentType, number, country, copy }) => words.document({ type: caseworkWords[language].documents[documentType as DocumentType] ?? documentType, number, country: stateName(country, language), copy: seenAs[copy ? 'yes' : 'no'] }))
  const claims = nationalitiesOf(state).filter(({ absorbedFrom }) => absorbedFrom === undefined).map(({ country, basis }) => words.claim({ country: stateName(country, language), basis: caseworkWords[language].bases[basis] }))
  const named = { familyName, givenNames, bornOn, bornIn, bornInCountry: bornInCountry === undefined ? '' : stateName(bornInCountry, language), sex: mergeWords[language].sexes[sex], photograph, identityDocuments: documents.join('; '), nationalities: claims.join('; ') }
  return Object.entries(named).map(([name, value]) => [fieldName(name, language), value])
}

function recordLines({ facts, nationalities, risks }: CaseState, passes: (from: string | undefined) => boolean, language: Language): readonly string[] {
  const words = mergeWords[language].shown
  const { bases, findings } = caseworkWords[language]
  const day = (text: string) => valueOf('on', text, language)
  const state = (code: string) => valueOf('country', code, language)
  return [
    ...facts.filter(({ absorbedFrom }) => passes(absorbedFrom)).map((fact) => `- ${factLine(fact, language)}`),
    ...nationalities.filter(({ absorbedFrom, withdrawnOn }) => withdrawnOn === undefined && passes(absorbedFrom)).map(({ country, basis, on, source }) => `- ${words.nationality({ country: state(country), basis: bases[basis], on: day(on), source })}`),
    ...risks.filter(({ absorbedFrom }) => passes(absorbedFrom)).map(({ destination, finding, on, by, reasons }) => `- ${words.risk({ state: state(destination), finding: findings[finding], on: day(on), by, reasons })}`),
  ]
}

function factLine({ id, fact, value, on, destination, place, source, corrects }: KeptFact, language: Language): string {
  const words = mergeWords[language].shown
  const { shown } = approvalWords[language]
  const to = destination === undefined ? undefined : shown.place({ state: valueOf('destination', destination, language), place })
  return words.fact({ id, fact: `${factName(fact, language)} [${fact}]`, value: shown.values[value] ?? value, on: valueOf('on', on, language), to, source, corrects })
}

function letGo({ act: { kind }, openings, today }: MergeAhead, language: Language): readonly string[] {
  const { opens } = approvalWords[language].shown
  const words = mergeWords[language].shown
  const lines = (of: 'stays' | 'duplicate') => orNothing(openings[of].flatMap((opening) => openingLines(opening, today, language)), language)
  return kind === 'merge' ? [opens, ...lines('stays')] : [words.opensStays, ...lines('stays'), words.opensDuplicate, ...lines('duplicate')]
}

function orNothing(lines: readonly string[], language: Language): readonly string[] {
  return lines.length === 0 ? [`- ${mergeWords[language].shown.nothing}`] : lines
}
