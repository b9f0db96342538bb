import { expect, test } from 'vitest'
import { agree, countsOf, readVectors } from '../../test/r-vectors.ts'
import { aalenJohansen } from './aalen-johansen.ts'
import { valueOnDay } from './step.ts'

type Case = { readonly name: string; readonly outcomes: number; readonly cells: number[][]; readonly days: number[] }
type Prodlim = { readonly name: string; readonly survival: number[]; readonly incidence: number[][] | null; readonly causes: number[] | null }

const cases = new Map((readVectors('curves') as { cases: Case[] }).cases.map((one) => [one.name, one]))
const said = (readVectors('prodlim') as { cases: Prodlim[] }).cases

test('there are 29 cases to agree on', () => {
  expect(said.length).toBe(29)
})

test.each(said)('R’s prodlim says the same of $name', ({ name, survival, incidence, causes }) => {
  const { cells, outcomes, days } = cases.get(name)!
  const ours = aalenJohansen(countsOf(cells, outcomes), 'multinomial')
  agree(days.map((day) => valueOnDay(ours.days, ours.open, day, 1)), survival, 'share still open')
  causes?.forEach((cause, index) => {
    agree(days.map((day) => valueOnDay(ours.days, ours.incidence[cause - 1]!, day, 0)), incidence![index]!, `share ended by ${cause}`)
  })
})
