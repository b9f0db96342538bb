import type { LawUpdateRefusal } from '../../law/check-law-update.ts'
import type { UnreadableLawUpdate } from '../../law/parse-law-update.ts'
import type { ApprovalRefusal } from '../../store/law-updates.ts'

/** Why a change of the law was not proposed, or not approved; the law stays as it was. */
export type LawChangeRefusal =
  | UnreadableLawUpdate
  | LawUpdateRefusal
  | ApprovalRefusal
  | { readonly code: 'not-json' }
  | { readonly code: 'no-officer' }
  | { readonly code: 'bad-id'; readonly field: string; readonly value: string }
  /** A rule that no gate asks would look as if it held something. */
  | { readonly code: 'rule-without-gate'; readonly rule: string }
  /** A gate reads a fact that it does not list: it needs a new version of Comity, not only new data. */
  | { readonly code: 'gate-without-fact'; readonly gate: string; readonly fact: string }
  /** Cases, days or the law changed since the list was shown: it must be read again. `now`: the digest of the new list. */
  | { readonly code: 'effects-changed'; readonly now: string }
