import { invariant } from '../../kernel/invariant.ts'
import type { Random } from '../../kernel/random.ts'
import type { Weighted } from './published-volumes.ts'

/** Does it come out, with this probability? */
export function happens(random: Random, probability: number): boolean {
  return random() < probability
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** One of these, each as likely as its weight says. */
export function oneOf<Value>(random: Random, choices: Weighted<Value>): Value {
  let place = random() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  const chosen = choices.find(([, weight]) => (place -= weight) < 0) ?? choices.at(-1)
  invariant(chosen, 'a choice among nothing')
  return chosen[0]
}

/** Days until something that comes at a steady rate, `mean` on average. */
export function delay(random: Random, mean: number): number {
  return Math.ceil(-Math.log(1 - random()) * mean)
}
