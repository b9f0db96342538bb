import { expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { evolveAll } from '../../casework/evolve.ts'
import { placeOfStep } from '../../casework/place-of-step.ts'
import { answerEveryStep, answerStep } from '../../casework/take-step.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { everyStep } from '../../law/rule.ts'
import { destinationsOf } from '../cases/ask-gates.ts'
import { madeUpCase } from '../fictional/made-up-case.ts'

const [seed, book] = [20_261_123, shippedBook()]

test(`what is asked for all steps at once is what each step is told alone, over 100 made-up cases at every version (seed ${seed})`, () => {
  const states = new Set<string>()
  let compared = 0
  for (let number = 0; number < 100; number++) {
    const { events } = madeUpCase({ number, of: 100, seed, today, book })
    for (const version of [1, Math.ceil(events.length / 2), events.length]) {
      const state = evolveAll(events.slice(0, version).map(({ event }) => event))
      if (!state) continue
      for (const { destination, place } of [...destinationsOf(state), { destination: 'SO', place: 'Lower Example' }]) {
        const together = answerEveryStep(state, { today, book }, { destination, place })
        expect(together.map(({ step }) => step)).toEqual(everyStep)
        for (const { step, answer } of together) {
          expect(answer).toEqual(answerStep(state, { today, book }, { step, destination, place: placeOfStep(state, { step, destination, place }) }))
          states.add(`${step} ${answer.state}`)
          compared++
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(3_000)
  // Open, held here and held everywhere are all among them, before and after the booking.
  expect([...states]).toEqual(expect.arrayContaining(['request open', 'request held-everywhere', 'departure held-everywhere', 'departure open']))
})
