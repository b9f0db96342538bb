import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Wish } from '../service/choose-figures.ts'
import { figures } from '../text/en/figures.ts'

/** What is wrong with a query; `name` is the parameter. The sentences are in `text`. */
export type QueryRefusal = { readonly code: 'repeated' | 'too-long' | 'bad-day' | 'unknown-measure' | 'unknown-source'; readonly name: string }

export type Wishes = Wish & { readonly ranks: boolean }

const names = ['source', 'measure', 'day', 'period', 'ranks'] as const
const longest = 120

/** Reads the query of a page that shows a choice of figures. Empty values are no wish; names that we do not know are passed over. */
export function readWishes(query: URLSearchParams): Result<Wishes, QueryRefusal> {
  for (const name of names) {
    const values = query.getAll(name)
    if (values.length > 1) return refuse({ code: 'repeated', name })
    if ((values[0] ?? '').length > longest) return refuse({ code: 'too-long', name })
  }
  const given = (name: (typeof names)[number]) => query.get(name) || undefined
  const [source, measure, day, period] = [given('source'), given('measure'), given('day'), given('period')]
  if (day !== undefined && !/^\d{1,5}$/.test(day)) return refuse({ code: 'bad-day', name: 'day' })
  if (measure !== undefined && !Object.hasOwn(figures.measures, measure.split('.')[0] ?? '')) return refuse({ code: 'unknown-measure', name: 'measure' })
  return accept({
    ranks: given('ranks') === 'yes',
    ...(source === undefined ? {} : { source }),
    ...(measure === undefined ? {} : { measure }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(period === undefined ? {} : { period }),
  })
}
