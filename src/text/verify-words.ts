import type { VerdictWords } from '../verify/page/tell-verdict.ts'

/** What checking a log is told with: the verdict, and what the program and the page say around it. */
export type VerifyWords = {
  readonly verdict: VerdictWords
  readonly cli: {
    readonly needs: string
    readonly policyNeeded: string
    readonly contentForOne: string
    readonly missing: (file: string) => string
    readonly unreadable: (facts: { readonly file: string; readonly cause: string }) => string
    readonly isFolder: (file: string) => string
    readonly noFolder: (file: string) => string
    readonly notAFile: (file: string) => string
    readonly tooLong: (facts: { readonly file: string; readonly most: string }) => string
    readonly tooManyEntries: (facts: { readonly entries: string; readonly most: string }) => string
    readonly holds: (name: string) => string
    readonly fails: (facts: { readonly name: string; readonly why: string }) => string
    readonly unchecked: (facts: { readonly name: string; readonly why: string }) => string
    readonly notProved: string
  }
  readonly page: Readonly<Record<
    | 'title' | 'heading' | 'lead' | 'language' | 'drop' | 'policy' | 'policyHint' | 'file' | 'fileHint' | 'content' | 'contentHint' | 'none' | 'choose' | 'check' | 'errors' | 'policyMissing' | 'fileMissing'
    | 'working' | 'holds' | 'fails' | 'unchecked' | 'checked' | 'notProved' | 'fault' | 'noScript', string>> & {
    readonly chosen: (name: string) => string
    readonly remove: (what: string) => string
    readonly unreadable: (name: string) => string
    readonly tooLong: (facts: { readonly name: string; readonly most: string }) => string
  }
}
