// Traits of a person, in the words of the headers that we know, English and French, and in those of the neighbours. A column with such a name divides nothing,
// whatever the profile calls it.
const words = new Set([
  'sex', 'sexe', 'sexes', 'gender', 'genders', 'genre', 'male', 'males', 'female', 'females', 'homme', 'hommes', 'femme', 'femmes',
  'age', 'ages', 'aged', 'dob', 'yob', 'birth', 'birthdate', 'birthday', 'born', 'naissance', 'race', 'ethnicity', 'ethnie', 'religion',
  'charge', 'charges', 'felon', 'felony', 'conviction', 'convictions', 'condamnation', 'delit', 'accusation', 'crime', 'crimes',
  'infraction', 'infractions', 'threat', 'menace', 'dangerosite',
  'mf', 'fm', 'mfx', 'hf', 'fh', 'hfx', 'mw', 'mwd', 'geschlecht', 'alter', 'sexo', 'genero', 'edad', 'edades', 'sesso', 'genere', 'eta', 'geslacht', 'leeftijd', 'kon', 'alder', 'delikt', 'delito', 'delitos', 'reato', 'anklage', 'straftat',
])
const parts = /gender|birth|naissance|crimin|offen[cs]e|threat|conviction|geschlecht|altersgruppe|altersklasse|geburt|nacimiento|nascita|geboorte|leeftijd|straftat|gefahrlich/

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
