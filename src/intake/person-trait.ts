// Traits of a person, in the words of the headers that we know, English and French. A column with such a name divides nothing,
// whatever the profile calls it.
const words = new Set([
  'sex', 'sexe', 'sexes', 'gender', 'genders', 'genre', 'male', 'males', 'female', 'females', 'homme', 'hommes', 'femme', 'femmes',
  'age', 'ages', 'aged', 'dob', 'yob', 'birth', 'birthdate', 'birthday', 'born', 'naissance', 'race', 'ethnicity', 'ethnie', 'religion',
  'charge', 'charges', 'felon', 'felony', 'conviction', 'convictions', 'condamnation', 'delit', 'accusation', 'crime', 'crimes',
  'infraction', 'infractions', 'threat', 'menace', 'dangerosite',
])
const parts = /gender|birth|naissance|crimin|offen[cs]e|threat|conviction/

/**
 * Whether a column is named after a trait of a person, in whatever spelling: `Sex `, `âge`, `age_group`, `PersonSex`,
 * wide letters, invisible signs between letters. A name that hides it wholly (`X7`) is beyond us.
 */
export function namesTrait(column: string): boolean {
  const plain = column.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '')
  const apart = plain.replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').toLowerCase().split(/[^\p{L}]+/u)
  const together = apart.join('')
  return apart.some((word) => words.has(word)) || parts.test(together) || (apart.every((word) => word.length <= 1) && words.has(together))
}
