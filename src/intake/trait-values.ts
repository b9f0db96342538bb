import type { IntakeRefusal } from './refusal.ts'

// A name can hide what a column holds; its values seldom can. Both languages, and those of the neighbours.
const sexes = new Set([
  'male', 'males', 'female', 'females', 'man', 'men', 'woman', 'women', 'boy', 'boys', 'girl', 'girls', 'masculine', 'feminine', 'transgender', 'intersex',
  'homme', 'hommes', 'femme', 'femmes', 'garcon', 'garcons', 'fille', 'filles', 'masculin', 'feminin',
  'mannlich', 'maennlich', 'weiblich', 'mann', 'manner', 'maenner', 'frau', 'frauen', 'divers', 'hombre', 'hombres', 'mujer', 'mujeres', 'masculino', 'femenino',
  'uomo', 'uomini', 'donna', 'donne', 'maschio', 'femmina', 'maschile', 'femminile', 'vrouw', 'vrouwen',
])
const letters = new Set(['m', 'f', 'h', 'w', 'v', 'd', 'x'])
const ages = new Set(['adult', 'adults', 'adulte', 'adultes', 'minor', 'minors', 'mineur', 'mineurs', 'mineure', 'mineures', 'child', 'children', 'enfant', 'enfants', 'juvenile', 'juveniles', 'erwachsen', 'erwachsene', 'kind', 'kinder'])
// They say nothing either way, beside sexes as beside areas.
const neutral = new Set(['', 'u', 'na', 'n', 'unknown', 'inconnu', 'inconnue', 'unbekannt', 'other', 'others', 'autre', 'autres', 'total', 'all', 'tous', 'notstated', 'notrecorded', 'nonprecise', 'unspecified'])

const years = String.raw`(?: ?(?:years?|yrs?|ans|jahren?|y))?(?: (?:old|of age))?`
const ageBands = [
  String.raw`(?:ages?|aged|de)? ?(\d{1,3})${years} ?(?:-|–|—|to|a|and|et|bis) ?(\d{1,3})${years}`,
  String.raw`(?:under|below|less than|moins de|unter|<=?|≤) ?\d{1,3}${years}`,
  String.raw`(?:over|plus de|uber|>=?|≥) ?\d{1,3}${years}`,
  String.raw`\d{1,3}${years} ?(?:\+|(?:and|or) (?:over|older|more|above)|(?:et|ou) plus|und alter)`,
].map((pattern) => new RegExp(`^${pattern}$`))

/**
 * Whether what a column holds looks like sexes or ages of people: all of it that says anything, and more than one such value,
 * or one that is a whole word. A column of bare numbers does not look so, since areas have numbers too.
 */
export function holdTrait(values: Iterable<string>): boolean {
  const telling = [...new Set([...values].map(plainly))].filter((value) => !neutral.has(wordsOf(value).join('')) || /\d/.test(value))
  const looksAll = (looks: (value: string) => boolean) => telling.every(looks) && (telling.length > 1 || telling.some((value) => /\p{L}{3}/u.test(value)))
  return telling.length > 0 && (looksAll(isSex) || looksAll(isAge))
}

/** With a few of the values, so that whoever reads it sees what is meant. */
export function traitRefusal(profile: string, column: string, values: readonly string[]): IntakeRefusal {
  return { code: 'trait-values', profile, column, values: values.filter((value) => value !== '').toSorted().slice(0, 5).join(', ') }
}

function isSex(value: string): boolean {
  const words = wordsOf(value)
  return words.some((word) => sexes.has(word)) || (words.length === 1 && letters.has(words[0] ?? ''))
}

function isAge(value: string): boolean {
  const words = wordsOf(value)
  return words.some((word) => ages.has(word)) || ageBands.some((pattern) => {
    const [found, from, to] = pattern.exec(value) ?? []
    return found !== undefined && (to === undefined || Number(from) < Number(to))
  })
}

function plainly(value: string): string {
  return value.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function wordsOf(value: string): string[] {
  return value.split(/[^\p{L}]+/u).filter((word) => word !== '')
}
