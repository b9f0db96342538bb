/** What a table from a file holds under a word from a file. `constructor` is a word like any other, not what every object has. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
