import type { Role } from './roles.ts'

/** Which objects an action reaches: the cases whose officer one is, or every one. What is not in the table reaches nothing. */
export type Reach = 'assigned' | 'all'

/**
 * Who may do what, to what. A route of the pages or of the API names exactly one action; nothing else is asked, anywhere.
 * There is no action that opens a gate, or does something to several people at once: no role can be given one.
 */
export const permissions = {
  'work.read': { officer: 'assigned', 'legal-reviewer': 'all' },
  'cases.search': { officer: 'assigned', 'legal-reviewer': 'all', 'disclosure-officer': 'all', auditor: 'all' },
  'cases.export': { officer: 'assigned', auditor: 'all' },
  'case.read': { officer: 'assigned', 'legal-reviewer': 'all', 'disclosure-officer': 'all', auditor: 'all' },
  // With a purpose, which is kept.
  'case.read-protected': { officer: 'assigned', 'legal-reviewer': 'all', 'disclosure-officer': 'all', auditor: 'all' },
  'case.see-who-looked': { officer: 'assigned', 'legal-reviewer': 'all', auditor: 'all' },
  // Reading what is not one's own: for an hour, with a reason, told to others at once, reviewed afterwards.
  'case.break-glass': { officer: 'all' },
  'case.review-broken-glass': { 'legal-reviewer': 'all' },
  'case.open': { officer: 'all' },
  'case.change': { officer: 'assigned' },
  'case.hand-over': { officer: 'assigned' },
  // What takes two people: the first proposes, another one approves.
  'case.propose': { officer: 'assigned', 'legal-reviewer': 'all' },
  'case.approve': { 'legal-reviewer': 'all' },
  'person.export': { 'disclosure-officer': 'all' },
  'inventories.read': { officer: 'all', 'legal-reviewer': 'all', analyst: 'all', 'partner-liaison': 'all', auditor: 'all' },
  'country.read': { officer: 'all', 'legal-reviewer': 'all', analyst: 'all', 'partner-liaison': 'all', 'disclosure-officer': 'all', auditor: 'all' },
  'country.change': { analyst: 'all' },
  'engagement.change': { 'partner-liaison': 'all' },
  'commitments.read': { analyst: 'all', 'partner-liaison': 'all', auditor: 'all' },
  'commitments.change': { analyst: 'all' },
  'law.read': { officer: 'all', 'legal-reviewer': 'all', analyst: 'all', 'partner-liaison': 'all', 'disclosure-officer': 'all', auditor: 'all' },
  'law.propose': { 'legal-reviewer': 'all' },
  'law.approve': { 'legal-reviewer': 'all' },
  'audit.read': { auditor: 'all' },
  'oversight.export': { auditor: 'all' },
  'accounts.read': { administrator: 'all', auditor: 'all' },
  'accounts.change': { administrator: 'all' },
  'sessions.revoke': { administrator: 'all' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>>

export type Action = keyof typeof permissions

export const actions = Object.keys(permissions) as readonly Action[]

/** How far an action reaches for somebody with these roles: the farthest of them, or nothing. */
export function reachOf(held: readonly Role[], action: Action): Reach | undefined {
  const row: Readonly<Partial<Record<Role, Reach>>> = permissions[action]
  const reaches = held.map((role) => row[role])
  return reaches.includes('all') ? 'all' : reaches.find((reach) => reach !== undefined)
}

/** Whether somebody may do this to an object of theirs (`assigned`) or of somebody else. */
export function may(held: readonly Role[], action: Action, assigned: boolean): boolean {
  const reach = reachOf(held, action)
  return reach === 'all' || (reach === 'assigned' && assigned)
}
