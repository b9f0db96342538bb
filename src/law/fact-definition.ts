/**
 * What kind of question a fact answers.
 *
 * A `happening` took place on a day, can take place again, and never un-happens. A `state` holds from a day until a later record.
 */
export type FactDefinition = {
  readonly kind: 'happening' | 'state'
  readonly about: 'person' | 'destination'
  /**
   * `protection`: tells that someone sought or holds protection. `health`, `criminality`: likewise withheld.
   * None of these may reach a home state, or a part of Comity that writes to one. `ordinary`: neither.
   */
  readonly tells: 'protection' | 'health' | 'criminality' | 'ordinary'
  /**
   * `closes`: a yes can only hold. `ends`: a yes is a listed event that ends or waives protection. `either`: depends on the rule.
   * Saying yes to a `closes` fact never opens a gate: `npm run prove:gates` tries it everywhere.
   */
  readonly effect: 'closes' | 'ends' | 'either'
  /**
   * It is about one removal order. A record counts only while the order that stood on its day is the one that stands: that an order of
   * 2020 could not be appealed says nothing about the one of 2026.
   */
  readonly ofOrder?: true
  /** It is about a part of the destination, where instruments of this kind name parts: a yes for one part says nothing of another. */
  readonly ofPlace?: 'moratorium'
  /** Not recorded by anybody: computed from the instruments in the law book, from the case itself, or from the answers of gates. */
  readonly computed?: 'instruments' | 'case' | 'gates'
}

/** Keeps the keys of a table of facts, so that a rule cannot ask about a fact that is in no table. */
export function defineFacts<const Code extends string>(facts: Readonly<Record<Code, FactDefinition>>): Readonly<Record<Code, FactDefinition>> {
  return facts
}
