import { expect, test } from 'vitest'
import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { FactCode } from '../law/facts.ts'
import { destinationClauses } from '../law/united-states/destination-clauses.ts'
import { unitedStatesPeriods } from '../law/united-states/periods.ts'
import { searchDestinations, type Candidate, type DestinationQuestion } from './destination-order.ts'

const asked = '2026-03-01' as PlainDate
const after = (days: number): PlainDate => dayFromNumber(dayNumber(asked) + days)
const clause = (section: string) => `us-8usc-1231-${section}`

function candidate(destination: string, section: string, more: Partial<Candidate> = {}): Candidate {
  return { destination, clause: clause(section), answers: [], barred: false, ...more }
}

function search(candidates: readonly Candidate[], more: Partial<DestinationQuestion> & { empty?: readonly FactCode[] } = {}) {
  const { empty = [], ...rest } = more
  return searchDestinations({ ladder: 'other', candidates, isSo: (fact) => empty.includes(fact), clauses: destinationClauses, periods: unitedStatesPeriods, day: after(10), ...rest })
}

const openIn = (...given: Parameters<typeof search>) => search(...given).candidates.filter(({ open }) => open).map(({ destination }) => destination)
const setAside = (section: string, reason = 'reason on file') => ({ setAside: { clause: clause(section), reason, on: asked } })
const answered = (answer: 'willing' | 'unwilling' | 'not-final', on = asked) => ({ askedOn: asked, answers: [{ answer, on }] })

const designated = candidate('KE', 'b-2-A', { askedOn: asked })
const nationality = candidate('SO', 'b-2-D')

test('the country that the person designates comes first, and the country of nationality waits', () => {
  const found = search([designated, nationality])
  expect(found.clausesInUse).toEqual([clause('b-2-A')])
  expect(found.candidates).toEqual([
    { destination: 'KE', clause: clause('b-2-A'), standing: 'in-turn', open: true, answerBy: after(30) },
    { destination: 'SO', clause: clause('b-2-D'), standing: 'earlier-clause', open: false, waitsFor: [clause('b-2-A')] },
  ])
})

test.each([[29, ['KE']], [30, ['KE']], [31, ['KE', 'SO']]] as const)('%i days after the first inquiry, without an answer, %j are open', (days, open) => {
  expect(openIn([designated, nationality], { day: after(days) })).toEqual(open)
})

test('silence past the last day opens the next clause and is no refusal', () => {
  expect(search([designated, nationality], { day: after(31) }).candidates[0]).toMatchObject({ standing: 'no-final-answer', open: true })
})

test('only a final answer stops the clock, and only one that comes by the last day', () => {
  const answers = (answer: 'willing' | 'not-final', days: number) => openIn([{ ...designated, answers: [{ answer, on: after(days) }] }, nationality], { day: after(40) })
  expect(answers('willing', 30)).toEqual(['KE'])
  expect(answers('willing', 31)).toEqual(['KE', 'SO'])
  expect(answers('not-final', 5)).toEqual(['KE', 'SO'])
})

test('what is recorded today counts today; of two answers of one day the one recorded last', () => {
  const told = (...answers: readonly ('willing' | 'unwilling')[]) => openIn([{ ...designated, answers: answers.map((answer) => ({ answer, on: after(10) })) }, nationality])
  expect(told('unwilling')).toEqual(['SO'])
  expect(told('willing', 'unwilling')).toEqual(['SO'])
  expect(told('unwilling', 'willing')).toEqual(['KE'])
  expect(openIn([candidate('KE', 'b-2-A', { setAside: { clause: clause('b-2-C-iv'), reason: 'r', on: after(10) } }), nationality])).toEqual(['SO'])
  expect(search([{ ...designated, askedOn: after(10) }]).candidates[0]).toMatchObject({ answerBy: after(40) })
})

test('an answer of tomorrow does not count today', () => {
  expect(openIn([{ ...designated, answers: [{ answer: 'unwilling', on: after(11) }] }, nationality])).toEqual(['KE'])
  expect(openIn([{ ...designated, askedOn: after(11) }, nationality])).toEqual(['KE'])
})

test('an unwilling government ends the turn of its clause; its last word counts', () => {
  expect(openIn([candidate('KE', 'b-2-A', answered('unwilling')), nationality])).toEqual(['SO'])
  const changed = { askedOn: asked, answers: [{ answer: 'willing', on: after(9) }, { answer: 'unwilling', on: after(2) }] as const }
  expect(openIn([candidate('KE', 'b-2-A', changed), nationality])).toEqual(['KE'])
})

test.each(['b-2-B', 'b-2-C-i', 'b-2-C-iv'])('a designation may be disregarded under %s, with a reason', (section) => {
  expect(openIn([candidate('KE', 'b-2-A', setAside(section)), nationality])).toEqual(['SO'])
  expect(openIn([candidate('KE', 'b-2-A', setAside(section, ' ')), nationality])).toEqual(['KE'])
})

test('a country is not set aside under a clause that does not allow it, nor before the day', () => {
  expect(openIn([candidate('KE', 'b-2-A', setAside('b-2-E-vii')), nationality])).toEqual(['KE'])
  expect(openIn([candidate('SO', 'b-2-D', setAside('b-2-C-iv')), candidate('ET', 'b-2-E-iv')], { empty: ['no-country-designated'] })).toEqual(['SO'])
  expect(openIn([candidate('KE', 'b-2-A', { setAside: { clause: clause('b-2-C-iv'), reason: 'r', on: after(11) } }), nationality])).toEqual(['KE'])
})

test('that nobody proposed a country under a clause does not end its turn; that it names none does', () => {
  expect(openIn([nationality])).toEqual([])
  expect(search([nationality]).clausesInUse).toEqual([clause('b-2-A')])
  expect(openIn([nationality], { empty: ['no-country-designated'] })).toEqual(['SO'])
})

test.each([[14, false], [15, true], [30, true]] as const)('for the country of nationality another reasonable period may be decided: after %i days of fourteen the next clause is open: %s', (days, open) => {
  const own = { ...nationality, askedOn: asked, answerPeriods: [{ answerBy: after(14), on: asked }] }
  expect(openIn([own, candidate('ET', 'b-2-E-iv')], { empty: ['no-country-designated'], day: after(days) }).includes('ET')).toBe(open)
})

test('a longer period that is decided on keeps the turn, from the day on which it is; the last decision stands', () => {
  const own = { ...nationality, askedOn: asked, answerPeriods: [{ answerBy: after(60), on: after(20) }, { answerBy: after(45), on: after(40) }] }
  const born = candidate('ET', 'b-2-E-iv')
  const isNext = (days: number) => openIn([own, born], { empty: ['no-country-designated'], day: after(days) }).includes('ET')
  expect([19, 31, 39, 45, 46].map(isNext)).toEqual([false, false, false, false, true])
  expect(search([own], { empty: ['no-country-designated'], day: after(39) }).candidates[0]).toMatchObject({ answerBy: after(60) })
})

test('no other period may be decided for the designated country', () => {
  expect(openIn([{ ...designated, answerPeriods: [{ answerBy: after(5), on: asked }] }, nationality], { day: after(10) })).toEqual(['KE'])
})

test('with two nationalities both must have had their turn', () => {
  const second = candidate('ET', 'b-2-D', { askedOn: after(20) })
  const born = candidate('DJ', 'b-2-E-iv')
  const both = [{ ...nationality, askedOn: asked }, second, born]
  expect(openIn(both, { empty: ['no-country-designated'], day: after(50) })).toEqual(['SO', 'ET'])
  expect(openIn(both, { empty: ['no-country-designated'], day: after(51) })).toEqual(['SO', 'ET', 'DJ'])
})

const further: readonly FactCode[] = ['no-country-designated', 'no-nationality', 'no-country-of-admission', 'no-foreign-port-left', 'no-country-of-residence']

test('the further countries are a free choice', () => {
  expect(openIn([candidate('ET', 'b-2-E-i'), candidate('DJ', 'b-2-E-iv')], { empty: ['no-country-designated', 'no-nationality'] })).toEqual(['ET', 'DJ'])
})

test('the rungs are these, in this order', () => {
  const given = (ladder: 'arrival' | 'other', empty: readonly FactCode[]) => search([], { ladder, empty }).clausesInUse.map((code) => code.replace('us-8usc-1231-', ''))
  expect(given('other', [])).toEqual(['b-2-A'])
  expect(given('other', further.slice(0, 1))).toEqual(['b-2-D'])
  expect(given('other', further.slice(0, 2))).toEqual(['b-2-E-i', 'b-2-E-ii', 'b-2-E-iii', 'b-2-E-iv', 'b-2-E-v', 'b-2-E-vi'])
  expect(given('other', [...further, 'no-known-birthplace'])).toEqual(['b-2-E-vii'])
  expect(given('arrival', [])).toEqual(['b-1-A', 'b-1-B'])
  expect(given('arrival', ['no-country-of-boarding'])).toEqual(['b-1-C-i', 'b-1-C-ii', 'b-1-C-iii'])
  expect(given('arrival', ['no-country-of-boarding', 'no-nationality', 'no-known-birthplace', 'no-country-of-residence'])).toEqual(['b-1-C-iv'])
})

const allEmpty: readonly FactCode[] = [...further, 'no-known-birthplace', 'no-country-of-boarding']

test.each([
  ['other', 'b-2-E-vii', [['b-2-E-i', 'no-country-of-admission'], ['b-2-E-ii', 'no-foreign-port-left'], ['b-2-E-iii', 'no-country-of-residence'], ['b-2-E-iv', 'no-known-birthplace'], ['b-2-E-v', 'no-known-birthplace'], ['b-2-E-vi', 'no-known-birthplace']]],
  ['arrival', 'b-1-C-iv', [['b-1-C-i', 'no-nationality'], ['b-1-C-ii', 'no-known-birthplace'], ['b-1-C-iii', 'no-country-of-residence']]],
] as const)('%s: under %s a country is open only when each clause before names none, or its country was set aside', (ladder, last, before) => {
  const other = candidate('RW', last, answered('willing'))
  for (const [section, fact] of before) {
    const rest = before.filter(([one]) => one !== section).map(([one]) => candidate('DJ', one, setAside(last)))
    const withoutFact = allEmpty.filter((one) => one !== fact)
    expect(openIn([other], { ladder, empty: allEmpty })).toEqual(['RW'])
    expect(openIn([...rest, other], { ladder, empty: withoutFact })).toEqual([])
    expect(openIn([...rest, other], { ladder, empty: allEmpty })).toEqual(['RW'])
    expect(openIn([...rest, candidate('ET', section), other], { ladder, empty: allEmpty })).toEqual(['ET'])
    expect(openIn([...rest, candidate('ET', section, setAside(last)), other], { ladder, empty: withoutFact })).toEqual(['RW'])
  }
  expect(openIn([candidate('RW', last, answered('unwilling'))], { ladder, empty: allEmpty })).toEqual([])
  expect(openIn([candidate('RW', last, answered('not-final'))], { ladder, empty: allEmpty })).toEqual([])
})

test('an unwilling country of nationality ends its turn', () => {
  expect(openIn([candidate('SO', 'b-2-D', answered('unwilling')), candidate('DJ', 'b-2-E-iv')], { empty: ['no-country-designated'] })).toEqual(['DJ'])
})

test('another accepting country needs a stated reason for each country before it, and that government’s acceptance', () => {
  const born = ['b-2-E-iv', 'b-2-E-v', 'b-2-E-vi'].map((section) => candidate('DJ', section, setAside('b-2-E-vii')))
  const other = candidate('RW', 'b-2-E-vii', answered('willing'))
  expect(openIn([...born, other], { empty: further })).toEqual(['RW'])
  expect(openIn([...born.slice(1), candidate('DJ', 'b-2-E-iv'), other], { empty: further })).toEqual(['DJ'])
  expect(openIn([...born, other], { empty: further.slice(1) })).toEqual([])
  expect(openIn([...born, other], { empty: further.slice(0, -1) })).toEqual([])
  expect(openIn([...born, candidate('RW', 'b-2-E-vii', { askedOn: asked })], { empty: further })).toEqual([])
  expect(search([...born, candidate('RW', 'b-2-E-vii', { askedOn: asked })], { empty: further }).candidates.at(-1)).toMatchObject({ standing: 'not-accepted' })
})

test('a country where removal is withheld is never open, and its turn is over', () => {
  expect(openIn([candidate('KE', 'b-2-A', { barred: true, ...answered('willing') }), nationality])).toEqual(['SO'])
})

test('arrivals go to the country of boarding, for which thirty days of silence end nothing', () => {
  const boarded = candidate('TR', 'b-1-A', { askedOn: asked })
  const home = candidate('SO', 'b-1-C-i')
  const arrival = { ladder: 'arrival' } as const
  expect(openIn([boarded, home], { ...arrival, day: after(200) })).toEqual(['TR'])
  expect(openIn([{ ...boarded, answers: [{ answer: 'unwilling', on: after(3) }] }, home], arrival)).toEqual(['SO'])
  expect(openIn([candidate('TR', 'b-1-B', answered('unwilling')), home], arrival)).toEqual(['SO'])
  expect(openIn([candidate('RW', 'b-1-C-iv', answered('willing')), candidate('SO', 'b-1-C-i', setAside('b-1-C-iv'))], { ...arrival, empty: ['no-country-of-boarding', 'no-known-birthplace', 'no-country-of-residence'] })).toEqual(['RW'])
  expect(openIn([candidate('RW', 'b-1-C-iv', answered('willing')), home], { ...arrival, empty: ['no-country-of-boarding', 'no-known-birthplace', 'no-country-of-residence'] })).toEqual(['SO'])
})

test('while nobody knows whether proceedings began on arrival, nothing is open', () => {
  const found = search([designated, nationality], { ladder: undefined })
  expect(found.clausesInUse).toEqual([])
  expect(found.candidates.map(({ standing, open }) => [standing, open])).toEqual([['no-such-clause', false], ['no-such-clause', false]])
})

test('a period that nobody has read ends no turn', () => {
  const periods = unitedStatesPeriods.map((period) => ({ ...period, text: 'unverified' as const }))
  expect(openIn([designated, nationality], { periods, day: after(400) })).toEqual(['KE'])
})

test('a country without a clock, and one whose inquiry is still to come, has no last day for an answer', () => {
  expect(search([candidate('KE', 'b-2-A')]).candidates).toStrictEqual([{ destination: 'KE', clause: clause('b-2-A'), standing: 'in-turn', open: true }])
  expect(search([{ ...designated, askedOn: after(11) }]).candidates).toStrictEqual([{ destination: 'KE', clause: clause('b-2-A'), standing: 'in-turn', open: true }])
  expect(search([designated], { periods: unitedStatesPeriods.map((one) => ({ ...one, text: 'unverified' })) }).candidates[0]).not.toHaveProperty('answerBy')
})
