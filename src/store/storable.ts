/**
 * Whether PostgreSQL can keep this JSON: a text with the character NUL, or with half of a surrogate pair, it cannot.
 * JSON.stringify writes both as escapes; a backslash that was itself written in the text comes doubled.
 */
export function isStorable(json: string): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(json)
}
