import { agreementsInForce, type AgreedDatum } from '../../casework/agreement.ts'
import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { findDay } from '../../kernel/day.ts'
import type { Answers } from '../../store/drafts.ts'
import type { Asking } from './question-options.ts'
import { recordWords } from './record-words.ts'

export type ExtraDatum = AgreedDatum['datum']

/** The fields in which what an agreement requires beyond the identity is typed. */
export const extraFields = ['otherNames', 'height', 'fingerprints', 'visaNumber', 'visaFrom', 'visaUntil'] as const

/**
 * What the agreement of the chosen request requires beyond the identity: of verified articles in force on the day alone, because nothing else may
 * leave. Nothing, for a request under no agreement.
 */
export function requiredExtras({ answers, about, agreements }: Pick<Asking, 'answers' | 'about' | 'agreements'>): readonly ExtraDatum[] {
  const requestId = requestChosen(answers)
  const request = about?.state.requests.find((one) => one.requestId === requestId)
  if (!about || request?.agreement === undefined) return []
  const [inForce, another] = agreementsInForce(agreements, request.destination, about.today).filter(({ code }) => code === request.agreement)
  if (!inForce || another || inForce.text !== 'verified') return []
  return (inForce.requires ?? []).filter(({ text }) => text === 'verified').map(({ datum }) => datum)
}

/** What was typed of it, as it goes to what leaves; boxes that stayed empty supply nothing, and what is not required is left out. */
export function extrasFrom(asking: Pick<Asking, 'answers' | 'about' | 'agreements'>): SuppliedExtras {
  const required = requiredExtras(asking)
  const text = (name: (typeof extraFields)[number]) => textOf(asking.answers, name)
  const names = text('otherNames').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const number = text('visaNumber')
  return {
    ...(required.includes('other-names') && names.length > 0 ? { otherNames: names.map(nameFrom) } : {}),
    ...(required.includes('height') && text('height') !== '' ? { height: Number(text('height')) } : {}),
    ...(required.includes('fingerprints') && text('fingerprints') !== '' ? { fingerprints: text('fingerprints').toLowerCase() } : {}),
    ...(required.includes('visa') && number !== '' ? { visa: { number, validFrom: text('visaFrom'), validUntil: text('visaUntil') } } : {}),
  }
}

/** What is wrong with it, as far as it can be said at the box. What may leave is for the rules of what leaves. */
export function extraFaults({ answers, language }: Pick<Asking, 'answers' | 'language'>): Readonly<Record<string, string>> {
  const { faults } = recordWords[language].extras
  const [height, prints, number] = [textOf(answers, 'height'), textOf(answers, 'fingerprints'), textOf(answers, 'visaNumber')]
  const visa = [number, textOf(answers, 'visaFrom'), textOf(answers, 'visaUntil')]
  const partly = visa.some((part) => part !== '') && (number === '' || visa.slice(1).some((part) => findDay(part) === undefined))
  return {
    ...(height === '' || /^\d{2,3}$/.test(height) ? {} : { height: faults.height }),
    ...(prints === '' || /^[0-9a-f]{64}$/i.test(prints) ? {} : { fingerprints: faults.fingerprints }),
    ...(partly ? { visaNumber: faults.visa } : {}),
  }
}

// A correction is chosen together with the request that it corrects.
function requestChosen({ requestId, owed }: Answers): string | undefined {
  if (typeof owed !== 'string' || owed === '') return typeof requestId === 'string' ? requestId : undefined
  const [, recipient = ''] = JSON.parse(owed) as readonly string[]
  return recipient.startsWith('request/') ? recipient.slice('request/'.length) : undefined
}

/** `Family, Given`; without a comma all of it is the family name. */
function nameFrom(line: string) {
  const [familyName = '', ...given] = line.split(',').map((part) => part.trim())
  return { familyName, givenNames: given.join(' ').trim() }
}

function textOf(answers: Answers, name: string): string {
  const value = answers[name]
  return typeof value === 'string' ? value.trim() : ''
}
