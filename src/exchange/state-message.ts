import { accept, type Result } from '../kernel/result.ts'
import type { Json } from './canonical.ts'
import { documentTypes, fileFormats, identityDocuments, interviewMeans, nationalityBases, questionReplies, stateAnswers, stateQuestions, stateTypes } from './lists.ts'
import type { PeerKind } from './peer.ts'
import { code, country, day, digest, listOf, members, moment, orNull, readJson, uuid, whole, yesOrNo, type Shape, type ShapeFault, type ValueOf } from './shape.ts'

const name = { kind: 'name' } as const
const documentNumber = { kind: 'document-number' } as const
const citation = { kind: 'citation' } as const
const agreed = <const Of extends Shape>(value: Of) => orNull(members({ agreement: citation, article: citation, value }))

/**
 * What is said of one person to the state that is asked: member for member what casework lets out (`casework/outbound-message.ts`),
 * with countries as alpha-3 codes. This room may not see casework, so that a room above maps the one to the other, and nothing here could fill a member.
 */
const requestBody = members({
  /** Random; the only thing by which a request is known outside. */
  request: uuid, to: country, document: code(documentTypes),
  familyName: orNull(name), givenNames: orNull(name), bornOn: orNull({ kind: 'birth' }), bornIn: orNull(name), bornInCountry: orNull({ kind: 'past-country' }), sex: orNull(code(['female', 'male'])),
  nationality: members({ claimed: country, bases: listOf(code(nationalityBases), nationalityBases.length, 1) }),
  photograph: orNull(digest),
  identityDocuments: listOf(members({ documentType: code(identityDocuments), number: documentNumber, copy: yesOrNo }), 8),
  required: members({
    otherNames: agreed(listOf(members({ familyName: orNull(name), givenNames: orNull(name) }), 3, 1)), height: agreed(whole(30, 272)), fingerprints: agreed(digest),
    visa: agreed(members({ number: documentNumber, validFrom: day, validUntil: day })),
  }),
  files: listOf(members({ file: digest, format: code(fileFormats) }), 8),
})

const slot = members({ startsAt: moment, means: code(interviewMeans) })

export const stateShapes = {
  request: requestBody,
  correction: requestBody,
  /** Whatever the cause. */
  withdrawal: members({ request: uuid }),
  reply: members({ request: uuid, question: uuid, replies: listOf(members({ asked: code(stateQuestions), reply: code(questionReplies) }), stateQuestions.length, 1) }),
  /** `slot`: its number in the offer, from nought; null when none suits. */
  'interview-chosen': members({ request: uuid, offer: uuid, slot: orNull(whole(0, 9)) }),
  question: members({ request: uuid, asks: listOf(code(stateQuestions), stateQuestions.length, 1) }),
  'interview-offered': members({ request: uuid, slots: listOf(slot, 10, 1) }),
  answer: members({ request: uuid, answer: code(stateAnswers), answeredOn: day, document: orNull(members({ documentType: code(documentTypes), validFrom: day, validUntil: day })) }),
} as const satisfies Readonly<Record<string, Shape>>
export type StateType = keyof typeof stateShapes
export type StateBody<Type extends StateType = StateType> = ValueOf<(typeof stateShapes)[Type]>

declare const made: unique symbol
export type StateMessage = { readonly family: 'requested-state'; readonly type: StateType; readonly body: Json; readonly [made]: true }

/** Makes a message between an authority and the state that it asks, of values that have been let out. */
export function stateMessage<Type extends StateType>(type: Type, body: StateBody<Type>): Result<StateMessage, ShapeFault> {
  const read = readJson(stateShapes[type], body)
  if (!read.ok) return read
  const message = { family: 'requested-state', type, body: read.value } as StateMessage
  kept.add(message)
  return accept(message)
}

/** Was this made by the function above? Asked before it is written: types can be lied to. */
export function wasStateMade(message: StateMessage): boolean {
  return kept.has(message)
}

const kept = new WeakSet<object>()

/** May a node that is this to us send this? An authority asks and never answers, a state answers and never asks for a document. */
export function maySend(kind: PeerKind, type: string): boolean {
  return kind !== 'partner' && (stateTypes[kind] as readonly string[]).includes(type)
}
