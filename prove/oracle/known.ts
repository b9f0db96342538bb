import type { FactCode } from '../../src/law/facts.ts'

/** A case about which everything is known: the day of each fact that is so, as days since 1970; undefined for one that is not. */
export type Known = { readonly today: number; readonly on: (fact: FactCode) => number | undefined }

/** A second reading of the law: straight from the words of the statute, knowing nothing of the rules as data. True: the gate is open. */
export type Oracle = (known: Known) => boolean

/** It happened, and not before the other one, if that happened at all. */
export function onOrAfter(day: number | undefined, beginning: number | undefined): boolean {
  return day !== undefined && (beginning === undefined || day >= beginning)
}
