/** A statement that only our own mistake can make false. Throws, and stops the work in hand, when it is. */
export function invariant(condition: unknown, message: string, facts: Readonly<Record<string, unknown>> = {}): asserts condition {
  if (condition) return
  throw new Error(`Comity is at fault: ${message} ${JSON.stringify(facts)}`)
}
