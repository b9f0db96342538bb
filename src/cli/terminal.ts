import type { ExitCode } from './exit-codes.ts'

/** Where a command speaks: results to one stream, everything else to the other. */
export type Terminal = {
  /** Results, on standard output. Answers with the exit code for done. */
  readonly answer: (lines: readonly string[]) => ExitCode
  /** Remarks, on standard error. */
  readonly note: (lines: readonly string[]) => void
  /** Why the request is refused, on standard error. Answers with the exit code for refused. */
  readonly refuse: (sentence: string) => ExitCode
  /** How wide the results are shown; absent where they go into a file or another program. */
  readonly columns?: number
  /** For progress. */
  readonly errors: NodeJS.WriteStream
}

/** Text from a stranger's file, made harmless for a terminal: control characters could move the cursor or change colours. */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to be replaced
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

/** Lines that are wider than the terminal, broken between words; what goes on is set in below what it belongs to. */
export function folded(lines: readonly string[], columns: number | undefined): readonly string[] {
  return columns === undefined || columns < 40 ? lines : lines.flatMap((line) => foldLine(line, columns))
}

function foldLine(line: string, columns: number, margin = ' '.repeat((/^ */.exec(line)?.[0].length ?? 0) + 2)): readonly string[] {
  if (line.length <= columns) return [line]
  const end = line.lastIndexOf(' ', columns)
  // A word that is wider than the line stands as it is.
  if (end < margin.length) return [line]
  return [line.slice(0, end).trimEnd(), ...foldLine(margin + line.slice(end).trimStart(), columns, margin)]
}
