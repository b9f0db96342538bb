import type { Command } from '../../casework/command.ts'
import { isAwaited } from '../../casework/request-standing.ts'
import type { DocumentType, RequestOutcome } from '../../casework/lists.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { seededRandom, type Random } from '../../kernel/random.ts'
import type { LawBook } from '../../law/book.ts'
import { isFactCode } from '../../law/facts.ts'
import type { Jurisdiction } from '../../law/rule.ts'
import { between, delay, happens, oneOf } from './chance.ts'
import { madeUpPerson } from './made-up-person.ts'
import { idOf, newPlayer, type Played, type Player } from './player.ts'
import { assumed, casesPerOfficer, courses, issued, nationalities, withdrawals, type Course, type Weighted } from './published-volumes.ts'

export type MadeUpCase = { readonly number: number; readonly of: number; readonly seed: number; readonly today: PlainDate; readonly book: LawBook }

type Story = { readonly player: Player; readonly random: Random; readonly country: string; readonly jurisdiction: Jurisdiction; readonly number: number; readonly officer: string; readonly second: string }

/** One made-up case, from its opening to the day at the latest: the same for the same seed, number and day. */
export function madeUpCase({ number, of, seed, today, book }: MadeUpCase): Played & { readonly course: Course; readonly jurisdiction: Jurisdiction } {
  const random = seededRandom(seed * 7_919 + number)
  const jurisdiction: Jurisdiction = number % 2 === 0 ? 'CA' : 'US'
  const course = oneOf(random, courses[jurisdiction])
  const country = oneOf(random, nationalities[jurisdiction])
  // Who is ready is ready today; of the others nothing is told of today.
  const until = course === 'ready' ? today : dayFromNumber(dayNumber(today) - 1)
  const age = between(random, ...ages[course])
  const officers = Math.max(Math.ceil(of / casesPerOfficer), 3)
  const officer = officerNamed(number % officers)
  const player = newPlayer({ caseId: idOf('fictional-case', seed, number), book, from: dayFromNumber(dayNumber(until) - age), until, today, officer })
  const story = { player, random, country, jurisdiction, number, officer, second: officerNamed((number + 1) % officers) }
  begin(story)
  tell[course](story)
  return { ...player.played(), course, jurisdiction }
}

// Days since a case was opened. Who has left has left within a year or so; who is ready became so lately; others may wait for five years.
const ages: Readonly<Record<Course, readonly [number, number]>> = {
  stayed: [30, 1825], monitoring: [30, 1825], 'out-of-reach': [30, 1825], 'document-awaited': [30, 1095], 'other-impediment': [30, 1095], ready: [40, 150], departed: [200, 600],
}

const tell: Readonly<Record<Course, (story: Story) => void>> = {
  stayed: (story) => {
    fact(story, story.jurisdiction === 'CA' ? oneOf(story.random, [['court-stay-ordered', 2], ['prra-notified', 2], ['leave-sought-on-rad-decision', 1]]) : oneOf(story.random, [['removal-stayed-by-court', 2], ['motion-stay-granted', 1], ['withholding-granted', 1], ['tps-granted', 2]]), 'yes')
    laterLife(story)
  },
  monitoring: (story) => {
    if (happens(story.random, 0.6)) fact(story, 'protection-claim-made', 'yes')
    laterLife(story)
  },
  'out-of-reach': (story) => {
    story.player.wait(between(story.random, 5, 200))
    available(story, false)
    laterLife(story)
  },
  'other-impediment': (story) => {
    fact(story, oneOf(story.random, [['medical-concern', 3], ['family-separated', 2], ['child-affected', 2], ['deferral-requested', 2]]), 'yes')
    laterLife(story)
  },
  'document-awaited': (story) => {
    askForDocument(story, false)
    laterLife(story)
  },
  ready: (story) => {
    const documentId = getDocument(story)
    story.player.wait(Infinity)
    if (documentId !== undefined && happens(story.random, 0.5)) book(story, documentId, between(story.random, 3, 40))
    available(story, true)
    story.player.prepare('departure', story.country)
  },
  departed: (story) => {
    const documentId = getDocument(story)
    if (documentId !== undefined) leave(story, documentId)
  },
}

function begin(story: Story) {
  const { player, random, country, jurisdiction, number, officer, second } = story
  const on = player.day()
  const source = `Fictional file ${number}`
  player.say({ kind: 'open-case', jurisdiction, identity: madeUpPerson(number, country, on, random), on, source })
  player.say({ kind: 'record-nationality', country, basis: oneOf(random, [['own-statement', 5], ['copy-of-document', 4], ['earlier-decision', 1]]), on, source })
  const orderKind = jurisdiction === 'CA' ? oneOf(random, [['departure-order', 5], ['exclusion-order', 3], ['deportation-order', 2]] as const) : oneOf(random, [['removal-order', 6], ['in-absentia-order', 3], ['reinstated-order', 1]] as const)
  player.say({ kind: 'record-order', orderId: 'order-1', orderKind, on: dayFromNumber(dayNumber(on) - between(random, 0, 900)), source })
  player.say({ kind: 'assign-officer', officer, note: 'Fictional case.' })
  if (happens(random, assumed.secondNationality)) player.say({ kind: 'record-nationality', country: oneOf(random, nationalities[jurisdiction].filter(([one]) => one !== country)), basis: 'own-statement', on, source })
  if (happens(random, assumed.counsel)) player.say({ kind: 'record-counsel', counselId: 'counsel-1', name: 'Sample Counsel', address: '1 Example Street', on })
  if (happens(random, assumed.together)) player.say({ kind: 'travel-with', group: `group-${Math.floor(number / 4)}` })
  if (happens(random, 0.7)) available(story, true)
  player.wait(between(random, 1, 20))
  if (happens(random, assumed.claimants)) rejectedClaim(story)
  offerReturn(story)
  if (happens(random, assumed.handedOver)) player.say({ kind: 'assign-officer', officer: second, note: 'Handed over within the fictional office.' })
}

/** A claim that was made and finally refused before the case came to this desk. */
function rejectedClaim(story: Story) {
  const codes = story.jurisdiction === 'CA' ? ['refugee-claim-opened', 'order-made-against-claimant', 'rad-rejected-notified', 'protection-claim-rejected-finally'] : ['protection-claim-made', 'protection-claim-rejected-finally']
  const days = dayNumber(story.player.day())
  for (const [index, code] of codes.entries()) fact(story, code, 'yes', dayFromNumber(days - 400 + index * 60))
}

function offerReturn(story: Story) {
  fact(story, 'voluntary-return-offered', 'yes')
  story.player.wait(between(story.random, 3, 12))
  if (happens(story.random, 0.8)) fact(story, 'voluntary-return-declined', 'yes')
}

/** What befalls any case while it lies there. */
function laterLife(story: Story) {
  const { player, random, number } = story
  if (happens(random, assumed.corrected)) correct(story)
  if (happens(random, assumed.conflicting)) {
    fact(story, 'court-stay-ordered', 'yes', dayFromNumber(dayNumber(player.day()) - 3))
    fact(story, 'court-stay-ordered', 'no')
  }
  for (let reviews = between(random, 0, 3); reviews > 0; reviews--) {
    player.wait(between(random, 60, 200))
    if (happens(random, 0.5)) available(story, happens(random, 0.8))
    else player.say({ kind: 'record-custody-review', on: player.day(), source: `Fictional review of file ${number}` })
  }
}

function correct({ player, random }: Story) {
  const { state } = player.played()
  const wrong = state?.facts.find(({ value }) => value === 'yes')
  player.wait(between(random, 5, 60))
  if (!state || !wrong) return
  const source = 'Fictional correction'
  player.say({ kind: 'give-notice', noticeId: 'notice-1', to: 'person', about: 'What the file says.', factIds: [wrong.id], on: player.day(), source })
  player.say({ kind: 'correct-fact', factId: `${wrong.id}-corrected`, corrects: wrong.id, value: 'yes', on: dayFromNumber(dayNumber(wrong.on) - 2), ...(wrong.destination === undefined ? {} : { destination: wrong.destination }), source })
  if (happens(random, 0.5)) player.say({ kind: 'record-identity', identity: { ...state.identity, bornIn: 'Exampleville' }, source })
}

/** Asks the home state; true when it gave a document. `gives`: it is one of those who do. */
function askForDocument(story: Story, gives: boolean): string | undefined {
  const { player, random, country, number, second } = story
  const requestId = idOf('fictional-request', player.played().caseId, player.played().events.length)
  const documentType: DocumentType = happens(random, 0.7) ? 'emergency-travel-document' : 'national-passport'
  const on = () => player.day()
  // Asked anew: the earlier request is taken back first.
  for (const earlier of player.played().state?.requests.filter(isAwaited) ?? []) player.say({ kind: 'withdraw-request', requestId: earlier.requestId, reason: 'duplicate', on: on() })
  const asked = happens(random, 0.3) ? player.take({ kind: 'make-contact', destination: country, on: on() }) : true
  if (!asked) return undefined
  player.say({ kind: 'draft-request', requestId, destination: country, consulate: `Fictional consulate of ${country}`, documentType, on: on() })
  player.wait(between(random, 1, 10))
  player.say({ kind: 'check-request', requestId, on: on() }, second)
  player.say({ kind: 'approve-request', requestId, on: on() }, second)
  if (!player.take({ kind: 'send-request', requestId, on: on() })) return undefined
  player.say({ kind: 'give-person-copy', requestId, on: on(), receipt: `Fictional receipt ${number}` })
  if (happens(random, 0.5)) {
    player.wait(between(random, 1, 15))
    player.say({ kind: 'acknowledge-request', requestId, on: on(), source: 'Fictional note of the consulate' })
  }
  if (happens(random, 0.3)) {
    const heldOn = dayFromNumber(dayNumber(on()) + between(random, 5, 30))
    if (player.say({ kind: 'arrange-interview', requestId, heldOn })) {
      player.wait(dayNumber(heldOn) - dayNumber(on()))
      if (on() === heldOn) player.take({ kind: 'hold-interview', requestId, on: heldOn })
    }
  }
  return answer(story, requestId, gives) ? requestId : undefined
}

// What is left of requests that bring no document is not published; silence is by far the most of it, as every source says.
const otherAnswers: Weighted<RequestOutcome | 'withdrawn'> = [['no-response', 60], ['insufficient-information', 8], ['no-statement', 5], ['nationality-not-confirmed', 7], ['nationality-confirmed-no-document', 5], ['refused-policy', 5], ['withdrawn', 10]]

function answer({ player, random }: Story, requestId: string, gives: boolean): boolean {
  const source = 'Fictional letter of the consulate'
  const record = (outcome: RequestOutcome) => player.say({ kind: 'record-outcome', requestId, outcome, on: player.day(), source })
  player.wait(gives ? Math.min(delay(random, assumed.answerDays), 90) : delay(random, assumed.answerDays))
  if (gives) return record(happens(random, 0.1) ? 'issued-conditions' : 'issued')
  const outcome = oneOf(random, otherAnswers)
  if (outcome === 'withdrawn') {
    player.say({ kind: 'withdraw-request', requestId, reason: oneOf(random, withdrawals), on: player.day() })
    return false
  }
  for (let times = outcome === 'no-response' ? between(random, 0, 3) : 1; times > 0; times--) {
    record(outcome)
    player.wait(between(random, 60, 120))
  }
  return false
}

/** A document in hand: the person's own, or one that was asked for. Some of those that ask first ask in vain. */
function getDocument(story: Story): string | undefined {
  const { player, random, country } = story
  const documentId = 'document-1'
  const own = happens(random, 0.425)
  if (!own && !happens(random, issued[country] ?? issued.all) && happens(random, 0.3)) askForDocument(story, false)
  const requestId = own ? undefined : askForDocument(story, true)
  if (!own && requestId === undefined) return undefined
  player.wait(between(random, 1, 10))
  const on = player.day()
  const lasts = happens(random, assumed.expired) ? 20 : between(random, 120, 365)
  const taken: Command = {
    kind: 'take-document', documentId, ...(requestId === undefined ? {} : { requestId }), destination: country, documentType: own ? 'national-passport' : 'emergency-travel-document',
    validFrom: on, validUntil: dayFromNumber(dayNumber(on) + lasts), on, source: 'Fictional document',
  }
  if (own) player.say({ kind: 'record-nationality', country, basis: 'own-document', on, source: 'Fictional document' })
  if (!player.take(taken)) return undefined
  if (lasts > 20) return documentId
  player.wait(40)
  if (requestId !== undefined && dayNumber(player.day()) > dayNumber(on) + lasts) player.say({ kind: 'record-outcome', requestId, outcome: 'expired-unused', on: player.day(), source: 'Fictional calendar' })
  return undefined
}

function book({ player, country, number }: Story, documentId: string, inDays: number): string | undefined {
  const bookingId = `booking-${number}`
  const on = player.day()
  return player.take({ kind: 'make-booking', bookingId, destination: country, departsOn: dayFromNumber(dayNumber(on) + inDays), documentId, on }) ? bookingId : undefined
}

function leave(story: Story, documentId: string) {
  const { player, random } = story
  const inDays = between(random, 3, 30)
  const departsOn = dayFromNumber(dayNumber(player.day()) + inDays)
  const bookingId = book(story, documentId, inDays)
  player.wait(inDays)
  const on = player.day()
  if (bookingId === undefined || on !== departsOn) return
  if (!player.take({ kind: 'hand-over', bookingId, on }) || !player.take({ kind: 'depart', bookingId, on })) return
  player.wait(between(random, 0, 20))
  player.say({ kind: 'confirm-departure', on: player.day(), how: oneOf(random, [['certificate-of-departure', 6], ['seen-leaving', 3], ['officer-satisfied', 1]]), source: 'Fictional certificate' })
  if (happens(random, assumed.turnedBack)) player.say({ kind: 'record-arrival', outcome: 'refused-on-arrival', on: player.day(), source: 'Fictional report' })
  else if (happens(random, 0.8)) player.say({ kind: 'close-case', reason: 'departed', on: player.day() })
}

function available({ player }: Story, isSo: boolean) {
  player.say({ kind: 'record-availability', available: isSo, on: player.day(), source: 'Fictional report' })
}

/** Records a fact by its code, if the law book of today still asks about it. */
function fact({ player, country }: Story, code: string, value: 'yes' | 'no', on: PlainDate = player.day()) {
  if (!isFactCode(code)) return
  player.record(code, value, on, country)
}

function officerNamed(number: number): string {
  return `fictional-officer-${number + 1}`
}
