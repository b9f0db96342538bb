import type { PlainDate } from '../kernel/day.ts'
import { agreementsInForce, lastDayOf, type Agreement } from './agreement.ts'
import type { Request } from './case-state.ts'
import type { CaseRefusal, NotDeemed } from './refusal.ts'

/**
 * Silence is no answer, unless an agreement says so. Consent is deemed only when the one agreement in force on that day, under
 * which the request went out, says so in verified words, its reply period is verified, and its last day is over.
 */
export function whyNotDeemed(request: Request, agreements: readonly Agreement[], on: PlainDate): CaseRefusal | undefined {
  if (request.outcomes.some(({ outcome }) => outcome !== 'no-response')) return not('answered')
  const inForce = agreementsInForce(agreements, request.destination, on)
  const [agreement] = inForce
  if (!agreement || agreement.code !== request.agreement) return not(inForce.length > 1 ? 'two-agreements' : 'no-agreement')
  if (inForce.length > 1) return not('two-agreements')
  return whyNotUnder(agreement, request, on)
}

function whyNotUnder(agreement: Agreement, request: Request, on: PlainDate): CaseRefusal | undefined {
  if (agreement.text !== 'verified') return not('agreement-not-verified')
  if (agreement.silence?.means !== 'consent') return not('silence-means-nothing')
  if (agreement.silence.text !== 'verified') return not('agreement-not-verified')
  if (agreement.reply?.text !== 'verified') return not('reply-days-not-verified')
  const from = agreement.replyFrom === 'acknowledged' ? request.acknowledgedOn : request.sentOn
  if (from === undefined) return not('not-acknowledged')
  const lastDay = lastDayOf(agreement, agreement.reply, from)
  if (lastDay === undefined) return not('holidays-not-known')
  return on > lastDay ? undefined : not('period-not-passed', lastDay)
}

function not(why: NotDeemed, lastDay?: PlainDate): CaseRefusal {
  return { code: 'not-deemed-accepted', why, ...(lastDay === undefined ? {} : { lastDay }) }
}
