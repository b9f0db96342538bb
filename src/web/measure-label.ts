import { clockName, measureName, outcomeName, stratumName } from '../render/names.ts'
import type { Choice } from '../store/choices.ts'
import type { Language } from '../text/language.ts'
import { words } from './words.ts'

type Named = Pick<Choice, 'measure' | 'outcome' | 'clock'>

/** A measure for which the day is chosen apart. */
export function measureLabel(choice: Named, language: Language): string {
  const { anyDay, form } = words[language]
  const names: Partial<Readonly<Record<string, (outcome: string) => string>>> = anyDay
  const outcome = choice.outcome === '' ? '' : outcomeName(choice.outcome, language)
  const measure = names[choice.measure]?.(outcome) ?? measureName({ ...choice, day: null }, language)
  return choice.clock === '' ? measure : form.measureOnClock({ measure, clock: clockName(choice.clock, language) })
}

/** A measure with its day, outcome, clock and group, as it is shown. */
export function shownLabel(choice: Named & Pick<Choice, 'day' | 'stratum'>, language: Language): string {
  const parts = [measureName(choice, language), clockName(choice.clock, language), choice.stratum === '' ? '' : stratumName(choice.stratum, language)]
  return parts.filter((part) => part !== '').join('. ')
}
