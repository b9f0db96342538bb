import type { ExitCode } from './exit-codes.ts'

/** Where a command speaks: results to one stream, everything else to the other. */
export type Terminal = {
  /** Results, on standard output. Answers with the exit code for done. */
  readonly answer: (lines: readonly string[]) => ExitCode
  /** Remarks, on standard error. */
  readonly note: (lines: readonly string[]) => void
  /** Why the request is refused, on standard error. Answers with the exit code for refused. */
  readonly refuse: (sentence: string) => ExitCode
  /** For progress. */
  readonly errors: NodeJS.WriteStream
}

/** Text from a stranger's file, made harmless for a terminal: control characters could move the cursor or change colours. */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to be replaced
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
