import {
  askedOfStates, cautions, clocks, declineReasons, documentTypes, incidents, intervalMethods, measures, methods, offices, outcomes, requirementChanges, requirementTopics, rungs, stateReplies, suppressions,
  withheldReasons, type AgreedType,
} from './lists.ts'
import { code, country, day, digest, listOf, members, number, orNull, uuid, whole, yesOrNo, type Shape, type ValueOf } from './shape.ts'

const days = whole(0, 36_500)

/** One figure: what it says, how sure that is, and of how many. A withheld one has no value and says why. */
const figure = members({
  measure: code(measures), outcome: orNull(code(outcomes)), fromDay: orNull(days), day: orNull(days), withinDays: orNull(days),
  value: orNull(number(0, 100_000_000)), lower: orNull(number(0, 100_000_000)), upper: orNull(number(0, 100_000_000)),
  interval: code(intervalMethods), denominator: orNull(whole(0, 100_000_000)), withheld: orNull(code(withheldReasons)),
})
export type AssessedFigure = ValueOf<typeof figure>

/** What each message under an instrument holds. There is no field for a person, a case or a text. */
export const agreedShapes = {
  'country-assessment': members({
    country, from: day, until: day, asOf: day, method: code(methods), clock: orNull(code(clocks)),
    /** Was time left out during which the law forbade the step? */
    gatedTimeRemoved: orNull(yesOrNo),
    suppression: code(suppressions), cautions: listOf(code(cautions), cautions.length), inputs: listOf(digest, 20), figures: listOf(figure, 200, 1),
  }),
  /** What it now asks is told by mouth: here stands that something about the subject changed. `post`: the country in which its mission stands. */
  'requirement-change': members({ country, post: orNull(country), topic: code(requirementTopics), document: orNull(code(documentTypes)), change: code(requirementChanges), since: day, checkedOn: orNull(day) }),
  'engagement-planned': members({ engagement: uuid, country, rung: code(rungs), plannedFor: day, office: orNull(code(offices)), asks: listOf(code(askedOfStates), askedOfStates.length) }),
  'engagement-held': members({ engagement: uuid, country, rung: code(rungs), heldOn: day, office: orNull(code(offices)), asks: listOf(code(askedOfStates), askedOfStates.length), sunsetOn: orNull(day), reviewBy: orNull(day) }),
  'engagement-answered': members({ engagement: uuid, country, answeredOn: day, reply: code(stateReplies) }),
  'joint-approach-proposed': members({ approach: uuid, country, rung: code(rungs), proposedFor: day, answerBy: day, office: orNull(code(offices)), asks: listOf(code(askedOfStates), askedOfStates.length) }),
  'joint-approach-agreed': members({ approach: uuid, country, agreedOn: day }),
  'joint-approach-declined': members({ approach: uuid, country, reason: code(declineReasons) }),
  incident: members({ country, post: orNull(country), incident: code(incidents), happenedOn: day, document: orNull(code(documentTypes)) }),
} as const satisfies Readonly<Record<AgreedType, Shape>>

export type AgreedBody<Type extends AgreedType = AgreedType> = ValueOf<(typeof agreedShapes)[Type]>
