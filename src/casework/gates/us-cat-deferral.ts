import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is removal to this country deferred because of torture? */
export const unitedStatesCatDeferral: Gate = {
  code: 'us-cat-deferral',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-cat-deferral'],
  facts: ['cat-deferral-granted', 'cat-deferral-terminated-after-hearing', 'cat-deferral-terminated-on-request', 'cat-assurances-found-reliable'],
}
