/** Longer than this is no column name that a pattern is tried on. */
export const longestName = 200
const mostOpenEnds = 3

/**
 * Whether a text is a pattern that is quick on any name, however it is meant: a regular expression in which at most three
 * signs (`*`, `+`, `?`, `{1,2}`) leave open how often, none of them after a group, and none looks back or ahead.
 * `(a+)+` on a long name would keep a machine busy for years.
 */
export function isPlainPattern(text: string): boolean {
  const bare = text.replaceAll(/\\[^1-9k]/g, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  const openEnds = bare.match(/[*+]|(?<!\()\?|\{\d*,\d*\}/g)?.length ?? 0
  return text.length <= 200 && openEnds <= mostOpenEnds && !/\)[*+?{]|\(\?|\\/.test(bare) && isExpression(text)
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(`^(?:${text})$`) instanceof RegExp && new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}
