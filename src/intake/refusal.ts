/** Why a whole file cannot be read. Single bad rows are quarantined instead. `text` has the sentences. */
export type IntakeRefusal =
  | { readonly code: 'file-missing' | 'file-empty' | 'file-is-folder' | 'gzip-broken' | 'parquet-broken' | 'parquet-name' | 'no-rows'; readonly file: string }
  | { readonly code: 'file-unreadable'; readonly file: string; readonly cause: string }
  | { readonly code: 'not-text'; readonly file: string }
  | { readonly code: 'header-missing'; readonly file: string; readonly line: number }
  | { readonly code: 'wrong-delimiter'; readonly file: string; readonly line: number; readonly expected: string; readonly found: string }
  | { readonly code: 'wrong-encoding'; readonly file: string; readonly line: number; readonly expected: string }
  | { readonly code: 'missing-column' | 'repeated-column'; readonly file: string; readonly line: number; readonly column: string; readonly profile: string }
  | { readonly code: 'wrong-type'; readonly file: string; readonly column: string; readonly expected: string; readonly found: string }
  | { readonly code: 'line-too-long'; readonly file: string; readonly line: number; readonly limit: number }
  | { readonly code: 'quote-unclosed'; readonly file: string; readonly line: number }
  | { readonly code: 'profile-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'profile-not-found'; readonly file: string; readonly line: number; readonly header: string }
  | { readonly code: 'profile-ambiguous'; readonly file: string; readonly profiles: readonly string[] }
  | { readonly code: 'profiles-differ'; readonly file: string; readonly profile: string; readonly other: string }
  | { readonly code: 'profile-invalid'; readonly file: string; readonly field: string; readonly expected: string }
  | { readonly code: 'profile-trait-stratum'; readonly file: string; readonly field: string; readonly column: string }
  | { readonly code: 'trait-values'; readonly profile: string; readonly column: string; readonly values: string }
  | { readonly code: 'stratum-absent'; readonly profile: string; readonly stratum: string }
  | { readonly code: 'too-many-groups'; readonly file: string; readonly column: string; readonly limit: number }
  | { readonly code: 'as-of-needed'; readonly file: string }
  | { readonly code: 'as-of-too-early'; readonly asOf: string; readonly firstDay: string }
  | { readonly code: 'same-file-twice'; readonly file: string; readonly other: string }
  | { readonly code: 'changed-while-reading'; readonly file: string }
  | { readonly code: 'published-shape'; readonly file: string; readonly line: number }
  | { readonly code: 'published-number'; readonly file: string; readonly line: number; readonly value: string }
