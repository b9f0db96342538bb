import { sql, type RawBuilder } from 'kysely'
import type { Decision } from '../casework/decision.ts'
import type { Instant } from '../casework/fact-record.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { Database } from './tables.ts'

/** Days of the authority's time zone, both of them within. */
export type Stretch = { readonly from: PlainDate; readonly until: PlainDate; readonly timeZone: string }

/** A decision without its bytes. */
export type DecisionLine = Pick<Decision, 'caseId' | 'caseVersion' | 'step' | 'destination' | 'state' | 'digest'> & { readonly decidedAt: Instant; readonly lawRevision: number }

export type DecisionChoice = Stretch & { readonly states: readonly Decision['state'][]; readonly limit: number }

/** What the gates answered in these days, the latest first. `auditor` is the auditor's connection. */
export async function decisionsBetween(auditor: Database, { states, limit, ...stretch }: DecisionChoice): Promise<readonly DecisionLine[]> {
  const { rows } = await sql<DecisionRow>`
    select case_id, case_version, step, destination, state, encode(digest, 'hex') as digest, decided_at, law_revision from gate_decision
    where ${within('decided_at', stretch)} and state = any(${states}) order by decided_at desc, digest limit ${limit}`.execute(auditor)
  return rows.map(({ case_id: caseId, case_version: caseVersion, decided_at: decidedAt, law_revision: lawRevision, ...row }) => ({ ...row, caseId, caseVersion, decidedAt: decidedAt.toISOString(), lawRevision }))
}

type DecisionRow = Pick<Decision, 'step' | 'destination' | 'state' | 'digest'> & { readonly case_id: string; readonly case_version: number; readonly decided_at: Date; readonly law_revision: number }

export type MessagesCounted = { readonly month: string; readonly destination: string; readonly kind: 'request' | 'correction' | 'withdrawal'; readonly messages: number }

/** How many messages left for each state in each month since a day, the latest month first. `auditor` is the auditor's connection. */
export async function countMessages(auditor: Database, { from, timeZone }: Pick<Stretch, 'from' | 'timeZone'>): Promise<readonly MessagesCounted[]> {
  const since = sql`${from}::timestamp at time zone ${timeZone}`
  const month = (at: string) => sql`to_char(${sql.ref(at)} at time zone ${timeZone}::text, 'YYYY-MM')`
  const { rows } = await sql<MessagesCounted>`
    select month, destination, kind, count(*)::integer as messages from (
      select ${month('sent_at')} as month, destination, 'request' as kind from outbound_message where sent_at >= ${since}
      union all select ${month('sent_at')}, destination, 'correction' from outbound_correction where sent_at >= ${since}
      union all select ${month('left_at')}, request.destination, 'withdrawal' from outbound_withdrawal as one join outbound_message as request using (case_id, request_id) where left_at >= ${since}
    ) as message group by 1, 2, 3 order by 1 desc, 2, 3`.execute(auditor)
  return rows
}

/** Open cases by inventory and country: never by officer. */
export type InventoryCount = { readonly inventory: string; readonly country: string | null; readonly fictional: boolean; readonly cases: number }

export async function countOpenCases(tx: Database): Promise<readonly InventoryCount[]> {
  const { rows } = await sql<InventoryCount>`select inventory, country, fictional, count(*)::integer as cases from case_file where inventory not in ('departed', 'closed') group by 1, 2, 3 order by 2, 1, 3`.execute(tx)
  return rows
}

/** Which migrations ran, and the server's version. */
export async function readShape(tx: Database): Promise<{ readonly server: string; readonly migrations: readonly { readonly name: string; readonly ranAt: Instant }[] }> {
  const { rows } = await sql<{ name: string; ran_at: Date }>`select name, ran_at from migration order by name`.execute(tx)
  const { rows: [version] } = await sql<{ server: string }>`select current_setting('server_version') as server`.execute(tx)
  return { server: version?.server ?? '', migrations: rows.map(({ name, ran_at: ranAt }) => ({ name, ranAt: ranAt.toISOString() })) }
}

/** What an export for oversight has lines of. */
export type BundleKind = (typeof bundleKinds)[number]

export const bundleKinds = ['event', 'decision', 'message', 'law-update', 'look', 'role', 'approval', 'broken-glass', 'export', 'check'] as const

/**
 * What happened of one kind in these days, oldest first, one JSON text each. What an event or a decision says about the person is not in
 * it; that a finding of risk was recorded is not said either. `auditor` is the auditor's connection.
 */
export async function bundleLines(auditor: Database, kind: BundleKind, stretch: Stretch, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`select line::text as line from (${statements[kind](stretch)}) as found order by at, line::text limit ${limit}`.execute(auditor)
  return rows.map(({ line }) => line)
}

const statements: Readonly<Record<BundleKind, (stretch: Stretch) => RawBuilder<unknown>>> = {
  event: (stretch) => sql`select recorded_at as at, jsonb_build_object('kind', 'event', 'at', recorded_at, 'case', case_id, 'sequence', sequence, 'event', case when kind = 'risk-recorded' then 'protected' else kind::text end, 'by', recorded_by, 'command', command_id, 'decision', encode(decision, 'hex')) as line
    from case_event where ${within('recorded_at', stretch)}`,
  decision: (stretch) => sql`select decided_at as at, jsonb_build_object('kind', 'decision', 'at', decided_at, 'case', case_id, 'version', case_version, 'step', step, 'destination', destination, 'day', day, 'state', state, 'lawRevision', law_revision, 'law', encode(law_digest, 'hex'), 'digest', encode(digest, 'hex')) as line
    from gate_decision where ${within('decided_at', stretch)}`,
  message: (stretch) => sql`select sent_at as at, jsonb_build_object('kind', 'message', 'at', sent_at, 'message', 'request', 'case', case_id, 'sequence', sequence, 'destination', destination, 'decision', encode(decision, 'hex'), 'digest', encode(digest, 'hex')) as line from outbound_message where ${within('sent_at', stretch)}
    union all select sent_at, jsonb_build_object('kind', 'message', 'at', sent_at, 'message', 'correction', 'case', case_id, 'sequence', sequence, 'destination', destination, 'decision', encode(decision, 'hex'), 'digest', encode(digest, 'hex')) from outbound_correction where ${within('sent_at', stretch)}
    union all select left_at, jsonb_build_object('kind', 'message', 'at', left_at, 'message', 'withdrawal', 'case', case_id, 'request', request_id) from outbound_withdrawal where ${within('left_at', stretch)}`,
  'law-update': (stretch) => sql`select proposed_at as at, jsonb_build_object('kind', 'law-update', 'at', proposed_at, 'update', update_id, 'digest', encode(digest, 'hex'), 'by', proposed_by, 'what', 'proposed') as line from law_update where ${within('proposed_at', stretch)}
    union all select approved_at, jsonb_build_object('kind', 'law-update', 'at', approved_at, 'update', update_id, 'revision', revision, 'by', approved_by, 'what', 'approved') from law_approval where ${within('approved_at', stretch)}`,
  look: (stretch) => sql`select happened_at as at, jsonb_build_object('kind', 'look', 'at', happened_at, 'entry', entry, 'by', handle, 'action', action, 'case', case_id, 'purpose', purpose, 'about', about) as line from access_log where ${within('happened_at', stretch)}`,
  role: (stretch) => sql`select given_at as at, jsonb_build_object('kind', 'role', 'at', given_at, 'account', handle, 'role', role, 'by', given_by, 'what', 'given') as line from account_role join account using (account_id) where ${within('given_at', stretch)}
    union all select taken_at, jsonb_build_object('kind', 'role', 'at', taken_at, 'account', handle, 'role', role, 'by', taken_by, 'what', 'taken') from account_role join account using (account_id) where ${within('taken_at', stretch)}`,
  approval: (stretch) => sql`select proposed_at as at, jsonb_build_object('kind', 'approval', 'at', proposed_at, 'proposal', proposal_id, 'subject', subject, 'case', case_id, 'version', case_version, 'by', proposer, 'digest', encode(digest, 'hex'), 'what', 'proposed') || case when other_case_id is null then '{}'::jsonb else jsonb_build_object('other', other_case_id, 'otherVersion', other_case_version) end as line from approval_proposal where ${within('proposed_at', stretch)}
    union all select ended_at, jsonb_build_object('kind', 'approval', 'at', ended_at, 'proposal', proposal_id, 'by', handle, 'means', means, 'digest', encode(digest, 'hex'), 'what', outcome) from approval_end where ${within('ended_at', stretch)}`,
  'broken-glass': (stretch) => sql`select broken_at as at, jsonb_build_object('kind', 'broken-glass', 'at', broken_at, 'glass', glass_id, 'by', handle, 'case', case_id, 'reason', reason, 'words', words, 'what', 'broken') as line from broken_glass where ${within('broken_at', stretch)}
    union all select reviewed_at, jsonb_build_object('kind', 'broken-glass', 'at', reviewed_at, 'glass', glass_id, 'by', handle, 'verdict', verdict, 'words', words, 'what', 'reviewed') from broken_glass_review where ${within('reviewed_at', stretch)}`,
  export: (stretch) => sql`select made_at as at, jsonb_build_object('kind', 'export', 'at', made_at, 'export', export_id, 'by', handle, 'what', kind, 'format', format, 'purpose', purpose, 'choice', choice, 'lines', lines, 'cut', cut, 'digest', encode(digest, 'hex')) as line from export_made where ${within('made_at', stretch)}`,
  check: (stretch) => sql`select ended_at as at, jsonb_build_object('kind', 'check', 'at', ended_at, 'by', handle, 'faults', faults) as line from integrity_check where ${within('ended_at', stretch)}`,
}

function within(column: string, { from, until, timeZone }: Stretch): RawBuilder<unknown> {
  return sql`${sql.ref(column)} >= ${from}::timestamp at time zone ${timeZone} and ${sql.ref(column)} < (${until}::date + 1)::timestamp at time zone ${timeZone}`
}
