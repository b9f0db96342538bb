/**
 * Bypasses made by hand: each is one small change after which some person could be taken a step further, or some state told of
 * them, although the law or the records say no. `find` must stand exactly once in the file; `by` names the proofs that must notice.
 */
export type Mutant = { readonly file: string; readonly find: string; readonly replace: string; readonly why: string; readonly by: readonly Proof[] }

/** Proofs in their short form, as they run with the tests. */
export const proofs = {
  enumeration: 'prove/enumeration.test.ts',
  gates: 'prove/gates.test.ts',
  oracle: 'prove/oracle.test.ts',
  records: 'prove/records.test.ts',
  explorer: 'prove/explore.test.ts',
} as const

export type Proof = keyof typeof proofs

const condition = 'src/casework/read-condition.ts'
const rule = 'src/casework/apply-rule.ts'
const gate = 'src/casework/gate.ts'
const step = 'src/casework/decide-step.ts'
const records = 'src/casework/read-facts.ts'
const period = 'src/casework/end-of-period.ts'
const instruments = 'src/casework/read-instruments.ts'
const caseFacts = 'src/casework/read-case-facts.ts'
const take = 'src/casework/take-step.ts'

export const mutants: readonly Mutant[] = [
  // Conditions
  { file: condition, find: "return reading.value === 'no' ? 'no' : 'unknown'\n  if (notBefore", replace: "return 'no'\n  if (notBefore", why: 'a trigger that is not known counts as not so', by: ['gates'] },
  { file: condition, find: "return reading.value === 'no' ? 'no' : 'unknown'\n  if (notBefore", replace: "return reading.value === 'no' ? 'no' : 'yes'\n  if (notBefore", why: 'an ending that is not known counts as having happened', by: ['gates'] },
  { file: condition, find: "if (notBefore === undefined) return 'yes'", replace: "if (notBefore === undefined || reading.on) return 'yes'", why: 'an ending of an earlier time ends the present hold', by: ['oracle'] },
  { file: condition, find: "if (beginning.value !== 'yes') return 'unknown'", replace: "if (beginning.value !== 'yes') return 'yes'", why: 'an ending counts although nobody knows since when the hold is', by: ['gates'] },
  { file: condition, find: 'return reading.on >= beginning.on', replace: 'return reading.on <= beginning.on', why: 'what came before ends what came after', by: ['oracle'] },
  { file: condition, find: "'passed' in condition ? day > lastDay", replace: "'passed' in condition ? day >= lastDay", why: 'a period is over on its last day', by: ['oracle'] },
  { file: condition, find: ': day >= lastDay) ?', replace: ': day >= since.on) ?', why: 'an order comes into force at once, whatever the days after notice', by: ['oracle'] },
  { file: condition, find: "if (since.value !== 'yes') return since.value === 'no' ? 'no' : 'unknown'", replace: "if (since.value !== 'yes') return since.value === 'no' ? 'no' : 'yes'", why: 'a period whose beginning is not known is over', by: ['gates'] },
  { file: condition, find: "if (since.value !== 'yes') return since.value === 'no' ? 'no' : 'unknown'", replace: "if (since.value !== 'yes') return since.value === 'no' ? 'yes' : 'unknown'", why: 'a period that never began is over', by: ['oracle'] },
  { file: condition, find: "  if (period.text !== 'verified') return 'unknown'\n", replace: '', why: 'a length that nobody has read opens', by: ['enumeration'] },
  { file: condition, find: "if (period.text !== 'verified' && did.on > from.on) return 'unknown'", replace: "if (period.text !== 'verified' && did.on < from.on) return 'unknown'", why: 'what came within a length that nobody has read counts as late', by: ['enumeration'] },
  { file: condition, find: 'return did.on <= endOfPeriod(from.on, period)', replace: 'return did.on < endOfPeriod(from.on, period)', why: 'an application on the last day counts as late', by: ['oracle'] },
  { file: condition, find: "if (from.value !== 'yes' || did.value !== 'yes') return 'unknown'", replace: "if (from.value !== 'yes' || did.value !== 'yes') return 'no'", why: 'an application that is not known of counts as none', by: ['gates'] },
  { file: condition, find: "if (did.on < from.on) return 'no'", replace: "if (did.on <= from.on) return 'no'", why: 'an application on the very day of notice counts as none', by: ['oracle'] },
  { file: condition, find: "if (truth === 'unknown') return 'unknown'", replace: "if (truth === 'unknown') return 'yes'", why: '"not" makes a yes of what is not known', by: ['gates'] },
  { file: condition, find: "if (truths.includes('no')) return 'no'", replace: "if (truths.every((truth) => truth === 'no')) return 'no'", why: 'one part of "all" is enough', by: ['oracle', 'gates'] },
  { file: condition, find: "return truths.includes('unknown') ? 'unknown' : 'yes'", replace: "return 'yes'", why: 'unknown parts of "all" count as so', by: ['gates'] },
  { file: condition, find: 'return opposite(weakest(condition.any.map((part) => opposite(readCondition(part, reader)))))', replace: 'return weakest(condition.any.map((part) => readCondition(part, reader)))', why: 'a trigger of several needs all of them', by: ['oracle'] },
  { file: condition, find: 'return readCondition(questionNamed(condition.question, reader), reader)', replace: "return readCondition(questionNamed(condition.question, reader), reader) === 'no' ? 'no' : 'yes'", why: 'a question that nobody can answer counts as answered with yes', by: ['gates'] },

  // Rules
  { file: rule, find: "if (readCondition(rule.when, cautious) === 'no') return undefined", replace: "if (readCondition(rule.when, cautious) !== 'yes') return undefined", why: 'a rule that may apply does not hold', by: ['gates'] },
  { file: rule, find: "rule.text !== 'draft' && openings.some", replace: 'openings.some', why: 'a rule whose text is a draft is ended', by: ['enumeration'] },
  { file: rule, find: "return opening.text === 'verified' && readCondition", replace: 'return readCondition', why: 'text that is not verified opens', by: ['gates'] },
  { file: rule, find: "readCondition(opening.condition, reader) === 'yes'\n}", replace: "readCondition(opening.condition, reader) !== 'no'\n}", why: 'an exception that may apply opens', by: ['gates'] },
  { file: rule, find: 'opens(opening, cautious)', replace: 'opens(opening, reader)', why: 'an ending that rests on an instrument nobody has read opens', by: ['gates'] },
  { file: rule, find: "if (readCondition(rule.when, cautious) === 'no')", replace: "if (readCondition(rule.when, reader) === 'no')", why: 'a trigger that only an instrument nobody has read denies does not hold', by: ['enumeration'] },
  { file: rule, find: 'reach: rule.reach,', replace: "reach: 'everywhere',", why: 'a hold for one destination is said to be for all: the office stops looking where the law allows', by: ['gates'] },

  // Gates
  { file: gate, find: 'conflicts.length > 0 ? [conflictHold(gate, conflicts)] : []', replace: 'conflicts.length > 1 ? [conflictHold(gate, conflicts)] : []', why: 'one conflict is no conflict', by: ['gates'] },
  { file: gate, find: 'const conflicts = gate.facts.filter(', replace: 'const conflicts = gate.facts.slice(1).filter(', why: 'a conflict about the first fact is not seen', by: ['gates'] },
  { file: gate, find: '...gate.rules.flatMap((code) => askRule(code, reader))]', replace: '...gate.rules.slice(0, 1).flatMap((code) => askRule(code, reader))]', why: 'only the first rule of a gate is asked', by: ['gates'] },
  { file: gate, find: '...gate.rules.flatMap((code) => askRule(code, reader))]', replace: "...gate.rules.flatMap((code) => askRule(code, reader)).filter(({ reason }) => reason === 'so')]", why: 'only what certainly holds holds', by: ['gates'] },
  { file: gate, find: 'if (!rule || versions.length > 1) return [', replace: 'if (!rule) return []\n  if (versions.length > 1) return [', why: 'without a rule in force the gate is open', by: ['gates', 'enumeration'] },
  { file: gate, find: 'if (!rule || versions.length > 1) return [', replace: 'if (!rule) return [', why: 'of two versions of a rule the first is applied', by: ['gates'] },
  { file: gate, find: 'return hold ? [hold] : []', replace: "return hold && hold.text === 'verified' ? [hold] : []", why: 'a rule whose text is not verified does not hold', by: ['gates'] },
  { file: 'src/law/book.ts', find: '(inForce.from === undefined || inForce.from <= day) && ', replace: '', why: 'a rule that is not in force yet is applied', by: ['enumeration'] },
  { file: 'src/law/book.ts', find: ' && (inForce.to === undefined || day <= inForce.to)', replace: '', why: 'a rule that has ended is applied', by: ['enumeration'] },

  // Steps
  { file: step, find: "if (answers.length === 0) return 'held-everywhere'", replace: "if (answers.length === 0) return 'open'", why: 'a step without a gate is open', by: ['enumeration'] },
  { file: step, find: "if (holds.length === 0) return 'open'", replace: "if (holds.length <= 1) return 'open'", why: 'one hold is not enough', by: ['enumeration'] },
  { file: step, find: 'const holds = answers.flatMap((answer) => answer.holds)', replace: 'const holds = answers.slice(1).flatMap((answer) => answer.holds)', why: 'the first gate does not count', by: ['enumeration'] },
  { file: step, find: 'const holds = answers.flatMap((answer) => answer.holds)', replace: 'const holds = answers.at(-1)?.holds ?? []', why: 'only the last gate counts', by: ['enumeration'] },
  { file: step, find: "? 'held-everywhere' : 'held-here'", replace: "? 'held-everywhere' : 'open'", why: 'a hold for this destination opens', by: ['enumeration'] },
  { file: step, find: 'gate.jurisdictions.includes(jurisdiction) && gate.steps.includes(step)', replace: 'gate.jurisdictions[0] === jurisdiction && gate.steps.includes(step)', why: 'a policy of both countries is asked in one', by: ['gates'] },
  { file: step, find: 'gate.jurisdictions.includes(jurisdiction) && gate.steps.includes(step)', replace: 'gate.jurisdictions.includes(jurisdiction) && gate.steps[0] === step', why: 'a gate is asked at its first step only', by: ['gates'] },
  { file: step, find: 'questionsIn(gatesOf(jurisdiction, step, gates))', replace: 'questionsIn(gatesOf(jurisdiction, step, gates).slice(1))', why: 'the first gate is not asked', by: ['enumeration'] },
  { file: step, find: 'askGate(gate, reader)', replace: "askGate({ ...gate, rules: step === 'departure' ? [] : gate.rules }, reader)", why: 'at the departure no rule is asked', by: ['explorer'] },
  { file: 'src/casework/gates/all.ts', find: '...policyGates', replace: '...policyGates.slice(1)', why: 'a policy is left out of the list', by: ['gates'] },
  { file: 'src/casework/gates/canada.ts', find: '  nonRefoulement, recognisedRefugee,', replace: '  recognisedRefugee,', why: 'protection from return is left out of the list', by: ['gates'] },
  { file: 'src/casework/gates/canada.ts', find: 'ministerStay, restrictedProtection,\n]', replace: 'ministerStay,\n]', why: 'restricted protection is left out of the list', by: ['gates'] },
  { file: 'src/casework/gates/united-states.ts', find: '  unitedStatesWithholding,\n', replace: '', why: 'withholding of removal is left out of the list', by: ['gates'] },
  { file: 'src/casework/gates/policy-mistreatment-risk.ts', find: "'request', ", replace: '', why: 'the risk of mistreatment is not asked about before a request', by: ['gates'] },
  { file: 'src/casework/gates/prra-opportunity.ts', find: "'departure'", replace: "'booking'", why: 'a gate is missing at the departure', by: ['gates'] },
  { file: 'src/casework/gates/court-stay.ts', find: "rules: ['ca-irpa-50-c-court', 'ca-irpa-50-c-iad']", replace: "rules: ['ca-irpa-50-c-court']", why: 'a rule is left out of its gate', by: ['gates'] },
  { file: 'src/casework/gates/us-appeal-pending.ts', find: "facts: ['appeal-to-board-filed', ", replace: 'facts: [', why: 'a conflict about a fact that the gate does not list is not seen', by: ['gates'] },

  // Periods
  { file: period, find: 'dayNumber(from) + length)', replace: 'dayNumber(from) + length - 1)', why: 'every period is a day short', by: ['oracle'] },
  { file: period, find: 'return movesOffClosedDays === undefined ? last : nextOpenDay(last, movesOffClosedDays)', replace: 'return last', why: 'a time to appeal ends on a Sunday', by: ['oracle'] },
  { file: period, find: 'closed.weekdays.includes(', replace: 'closed.weekdays.slice(1).includes(', why: 'a time to appeal ends on a Sunday, though not on a Saturday', by: ['oracle'] },
  { file: period, find: 'month - 1 + months, Math.min', replace: 'month - 2 + months, Math.min', why: 'every period in months is a month short', by: ['enumeration', 'oracle'] },

  // Records
  { file: records, find: 'records.filter(({ id }) => !corrected.has(id))', replace: 'records', why: 'an ending that was recorded by mistake and put right counts', by: ['records'] },
  { file: records, find: 'on <= day && (believed', replace: '(believed', why: 'an ending of tomorrow counts today', by: ['records'] },
  { file: step, find: 'const name = `${jurisdiction} ${step}`', replace: 'const name: string = jurisdiction', why: 'the gates of whichever step was asked about first are asked at every step', by: ['explorer'] },
  { file: records, find: 'mine.filter((record) => record.destination === destination)', replace: 'mine.filter((record) => record.destination !== undefined)', why: 'what ends protection from one country ends it for another', by: ['records'] },
  { file: records, find: 'mine.filter((record) => record.destination === undefined &&', replace: 'mine.filter((record) => record.destination === destination && record.destination === undefined &&', why: 'protection from every country is not seen', by: ['records'] },
  { file: records, find: 'if (happened.some((yes) => not.some((no) => contradicts(yes, no)))) return conflict', replace: '', why: 'two records that cannot both be true: the later yes counts', by: ['records'] },
  { file: records, find: 'yes.recordedAt <= no.recordedAt', replace: 'yes.recordedAt < no.recordedAt', why: 'two records of one moment that contradict each other are no conflict', by: ['records'] },
  { file: records, find: 'doubtful !== undefined && doubtful >= last', replace: 'doubtful !== undefined && doubtful > last', why: 'a doubt of the same day is none', by: ['records'] },
  { file: records, find: "  // A later general record (\"no protection anywhere\") must not silently lift what was recorded for this very destination.\n  return conflict", replace: '  return general.reading', why: 'a later record for all countries lifts protection from one', by: ['records'] },
  { file: records, find: "if (new Set(certain.map((record) => record.value)).size > 1) return conflict\n", replace: '', why: 'of two records of one day the first counts', by: ['records'] },
  { file: records, find: 'record.recordedAt > doubt.recordedAt', replace: 'record.recordedAt !== doubt.recordedAt', why: 'a doubt that came later is settled by what came before', by: ['records'] },

  { file: condition, find: "  if (reading.on === beginning.on && beginning.again) return 'unknown'\n", replace: '', why: 'a stay that was ordered again on the day of its ending is over', by: ['records'] },
  { file: 'src/casework/of-place.ts', find: "return name === undefined ? value !== 'yes' : isSamePlace(place, name)", replace: 'return true', why: 'consent to one place under a moratorium opens another', by: ['records'] },
  { file: 'src/casework/of-place.ts', find: "return name === undefined ? value !== 'yes' : isSamePlace(place, name)", replace: 'return name === undefined || isSamePlace(place, name)', why: 'consent to one place opens a journey to no named place', by: ['records'] },
  { file: 'src/casework/of-place.ts', find: 'asked !== undefined && asked.partly', replace: 'asked !== undefined && !asked.partly', why: 'consent to a country opens a part of it that alone is under a moratorium', by: ['records'] },
  { file: 'src/casework/old-no.ts', find: 'endOfPeriod(on, period) >= day', replace: 'endOfPeriod(on, period) >= on', why: 'a “no” of any age is believed at the departure', by: ['records'] },
  { file: 'src/casework/old-no.ts', find: "['booking', 'hand-over', 'departure']", replace: "['booking', 'hand-over']", why: 'an old “no” is believed at the departure, though not at the booking', by: ['records'] },
  { file: take, find: 'read: readerOf(state, destination, place, today, book, step) })', replace: 'read: readerOf(state, destination, place, today, book) })', why: 'a step is asked about as if the age of a “no” did not matter', by: ['records'] },

  // Instruments, and what the case itself says
  { file: 'src/law/canada/questions.ts', find: "{ fact: 'danger-to-public-opinion', notBefore: protection }", replace: "{ fact: 'danger-to-public-opinion' }", why: 'an opinion on danger from before the protection lifts it', by: ['oracle'] },
  { file: 'src/law/canada/questions.ts', find: "{ fact: 'not-to-remain-opinion', notBefore: protection }", replace: "{ fact: 'not-to-remain-opinion' }", why: 'an opinion on remaining from before the protection lifts it', by: ['oracle'] },
  { file: 'src/casework/gates/canada.ts', find: '  ownCitizen,\n', replace: '', why: 'nobody is told that the person may be a citizen of Canada', by: ['gates'] },
  { file: 'src/casework/gates/united-states.ts', find: '  unitedStatesOwnCitizen,\n', replace: '', why: 'nobody is told that the person may be a citizen of the United States', by: ['gates'] },
  { file: caseFacts, find: 'isOwnState(country, state.jurisdiction)', replace: "country === 'XX'", why: 'the case does not say that the person claims to be a citizen', by: ['records'] },
  { file: instruments, find: "return begun && (endsOn === undefined || endsOn.text !== 'verified' || day <= endsOn.day)", replace: 'return begun && (endsOn === undefined || day <= endsOn.day)', why: 'a moratorium is over because somebody says so', by: ['records'] },
  { file: instruments, find: 'day <= endsOn.day)', replace: 'day < endsOn.day)', why: 'a moratorium is over on its last day', by: ['records'] },
  { file: instruments, find: "if (where.place === undefined) return 'unknown'", replace: "if (where.place === undefined) return 'no'", why: 'nobody said where in the country, so it is outside', by: ['records'] },
  { file: instruments, find: "? 'no' : 'unknown'\n}", replace: "? 'no' : 'no'\n}", why: 'another spelling of a place inside passes for one outside', by: ['records'] },
  { file: instruments, find: "if (!list) return { is: 'unknown', overdue: true }", replace: "if (!list) return { is: 'none' }", why: 'a country that an old list leaves out is free', by: ['records'] },
  { file: instruments, find: "if (running.length > 0) return { is: 'unknown', overdue: running.some((one) => one.reviewBy < day) }", replace: '', why: 'past its day of review a moratorium is over', by: ['records'] },
  { file: caseFacts, find: "finding === 'substantial-risk') ? { value: 'no' } : latest", replace: "finding === 'substantial-risk' && on < latest.on) ? { value: 'no' } : latest", why: 'a substantial risk is cleared by any other finding of the day', by: ['explorer'] },
  { file: caseFacts, find: '&& (ended === undefined || ended.on > day)', replace: '', why: 'an order that was set aside still stands', by: ['records'] },
  { file: caseFacts, find: '(kind === undefined || orderKind === kind) && ', replace: '', why: 'an order of any kind counts as one that cannot be appealed', by: ['records'] },
  { file: 'src/casework/read-case.ts', find: 'readFact(records, fact, destination, day, asked)', replace: "readFact(records, fact, '', day, asked)", why: 'what is recorded about this very country is not seen', by: ['records'] },
  { file: 'src/casework/read-case.ts', find: "if (computed === 'gates') return readEnforceable(read, day, book)", replace: "if (computed === 'gates') return { value: 'yes', on: day }", why: 'every order counts as enforceable', by: ['records'] },
  { file: 'src/casework/read-case.ts', find: 'isOfOrder ? (ofOrder ??= ofStandingOrder(state, day)) : state.facts', replace: 'state.facts', why: 'what was recorded of an order that was set aside opens the way for the next one', by: ['records'] },
  { file: 'src/casework/read-case.ts', find: "if (opened.value === 'yes') return made.value === 'yes' ? laterClaim(opened, made) : opened", replace: "if (opened.value === 'yes') return made", why: 'a refugee claim that is recorded under its own name is not seen by the policy', by: ['records'] },
  { file: 'src/casework/read-enforceable.ts', find: "if (reasons.length === 0) return { value: 'yes', on: day }", replace: "if (!reasons.includes('so')) return { value: 'yes', on: day }", why: 'an order that may be stayed counts as enforceable', by: ['records'] },

  // Taking a step
  { file: take, find: "if (answer.state !== 'open') return refuse", replace: "if (answer.state === 'held-everywhere') return refuse", why: 'held for this destination is taken for open', by: ['explorer'] },
  { file: take, find: 'checkToday(on, context.today), ', replace: '', why: 'a step of another day rests on the gates of today', by: ['explorer'] },
  { file: take, find: 'read: readerOf(state, destination, place, today, book, step) })', replace: "read: readerOf(state, 'KE', place, today, book, step) })", why: 'the gates are asked about another destination', by: ['explorer'] },
  { file: take, find: 'caseVersion: version,', replace: 'caseVersion: version - 1,', why: 'a decision about an earlier version is given', by: ['explorer'] },
  { file: take, find: 'return accept({ events: [event(decision.digest)], decision })', replace: 'return accept({ events: [event(decision.digest)] })', why: 'the decision that the event names is not kept', by: ['explorer'] },
  { file: 'src/casework/decision.ts', find: 'state: answer.state, lawDigest, bytes', replace: "state: 'open', lawDigest, bytes", why: 'what was held is kept as open', by: ['explorer'] },
  { file: 'src/casework/event.ts', find: "  'correction-sent': 'contact',\n", replace: '', why: 'an event that tells a state something needs no decision', by: ['explorer'] },

  // Deciding
  { file: 'src/casework/decide.ts', find: 'if (context.version !== actual)', replace: 'if (context.version > actual)', why: 'a command about an earlier version of the case is done', by: ['explorer'] },
  { file: 'src/casework/decide.ts', find: "if (mergedInto !== undefined) return kind === 'undo-merge' ? undefined : { code: 'case-merged', into: mergedInto }", replace: 'if (mergedInto !== undefined) return undefined', why: 'steps are taken in a record that was merged into another', by: ['explorer'] },
  { file: 'src/casework/decide.ts', find: "return worksOnClosed.has(kind) ? undefined : { code: 'case-closed', reason: closed.reason, closedOn: closed.on }", replace: 'return undefined', why: 'steps are taken in a case that is closed', by: ['explorer'] },
  { file: 'src/casework/decide-request.ts', find: "    isSameOfficer(request.drafted?.by, officer) ? { code: 'self-approval', officer } : undefined,\n", replace: '', why: 'whoever drafted a request approves it', by: ['explorer'] },
  { file: 'src/casework/decide-request.ts', find: "standingOf(request) === 'approved' ? undefined :", replace: "standingOf(request) !== 'sent' ? undefined :", why: 'a request leaves that nobody approved', by: ['explorer'] },
  { file: 'src/casework/decide-request.ts', find: "return takeStep(state, context, { step: 'request', destination, on }", replace: "return takeStep(state, context, { step: 'booking', destination, on }", why: 'a request leaves by the gates of another step', by: ['explorer'] },
  { file: 'src/casework/decide-movement.ts', find: "takeStep(state, context, { step: 'departure', destination, place, on }", replace: "takeStep(state, context, { step: 'booking', destination, place, on }", why: 'somebody departs by the gates of the booking', by: ['explorer'] },
  { file: 'src/casework/decide-movement.ts', find: 'checkOpenBooking(bookingId, booking, state), checkStillHere(state), check(booking)', replace: 'checkOpenBooking(bookingId, booking, state), check(booking)', why: 'somebody who has left is handed over', by: ['explorer'] },
  { file: 'src/casework/decide-destination.ts', find: "return takeStep(state, context, { step: 'contact', destination, on }, (decisionDigest) => ({ kind: 'contact-made', destination, on, decisionDigest }))", replace: "return accept({ events: [{ kind: 'contact-made', destination, on, decisionDigest: '' }] })", why: 'a home state is contacted without a gate', by: ['explorer'] },
  { file: 'src/casework/decide-destination.ts', find: "return takeStep(state, context, { step: 'contact', destination, on }, (decisionDigest) => ({ kind: 'destination-asked', destination, on, source, decisionDigest }))", replace: "return accept({ events: [{ kind: 'destination-asked', destination, on, source, decisionDigest: '' }] })", why: 'a country is asked about the person without a gate', by: ['explorer'] },
  { file: 'src/casework/decide-fact.ts', find: "    request.withdrawn ? { code: 'request-ended', requestId } : undefined,\n", replace: '', why: 'a state hears of a request again that was withdrawn', by: ['explorer'] },
  { file: 'src/casework/decide-fact.ts', find: "return takeStep(state, context, { step: 'contact', destination, on }, (decisionDigest) => ({ kind: 'correction-sent', correctionId, requestId, destination, on, decisionDigest }))", replace: "return accept({ events: [{ kind: 'correction-sent', correctionId, requestId, destination, on, decisionDigest: '' }] })", why: 'a correction reaches a home state without a gate', by: ['explorer'] },
  { file: 'src/casework/decide-fact.ts', find: "about === 'destination' && destination === undefined && effect === 'ends' && value === 'yes'", replace: "about === 'destination' && destination === '' && effect === 'ends' && value === 'yes'", why: 'one record ends protection from every country', by: ['explorer'] },
  { file: 'src/casework/decide-merge.ts', find: 'const facts = state.facts.map(', replace: "const facts = state.facts.filter(({ value }) => value === 'no').map(", why: 'what protects is lost when two records become one', by: ['explorer'] },
  { file: 'src/casework/decide-merge.ts', find: 'if (absorptionOf(caseId, survivor)?.version !== state.version)', replace: 'if (absorptionOf(caseId, survivor) === undefined)', why: 'a fact recorded since is left behind in the merged record', by: ['explorer'] },
  { file: 'src/casework/decide-merge.ts', find: "if (duplicate.mergedInto === caseId) return { code: 'still-merged', caseId: duplicateId }", replace: '', why: 'facts are given up that a merged record rests on', by: ['explorer'] },

  // What follows from events
  { file: 'src/casework/evolve-person.ts', find: "case 'fact-recorded': return factRecorded(state, event.record)", replace: "case 'fact-recorded': return event.record.value === 'yes' ? state : factRecorded(state, event.record)", why: 'a fact that was recorded is forgotten', by: ['explorer'] },
  { file: 'src/casework/evolve-file.ts', find: 'facts: [...state.facts, ...facts.map((fact) => ({ ...fact, absorbedFrom: caseId }))],', replace: 'facts: state.facts,', why: 'the facts of an absorbed record are forgotten', by: ['explorer'] },
  { file: 'src/casework/evolve-file.ts', find: "closed: { reason: 'merged', on: event.on } }", replace: '}', why: 'a merged record stays open', by: ['explorer'] },
  { file: 'src/casework/evolve.ts', find: 'version: state.version + 1, ', replace: '', why: 'a decision about an earlier version fits the case as it is', by: ['explorer'] },
  { file: 'src/casework/evolve-movement.ts', find: "departures: [...state.departures, { kind: 'own-accord', on: event.on }] }", replace: 'departures: state.departures }', why: 'somebody who has left can be made to leave', by: ['explorer'] },
]
