/** What the program tells the shell. Documented in `docs/reference/command-line.md`. */
export const exitCodes = {
  done: 0,
  /** The work was done and found something: differences from a published table, rows that a check faults. */
  found: 1,
  /** The input, or the way it was asked for, is refused; nothing was written. */
  refused: 2,
  /** Our own mistake. */
  fault: 70,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
