/** What somebody is at an authority. One person may be several things, but not those that check each other. */
export const roles = ['officer', 'legal-reviewer', 'analyst', 'partner-liaison', 'disclosure-officer', 'auditor', 'administrator'] as const

export type Role = (typeof roles)[number]

export function isRole(name: string): name is Role {
  return (roles as readonly string[]).includes(name)
}

/**
 * Who makes accounts reads no case and who audits changes nothing; else one person could give themselves what they need, or
 * examine their own work. Officers and legal reviewers may be the same person: that proposer is not approver is asked of each act.
 */
const alone: readonly Role[] = ['auditor', 'administrator']

/** The role that must be held alone, where it is held together with another one. */
export function findClash(held: readonly Role[]): Role | undefined {
  return held.length > 1 ? alone.find((role) => held.includes(role)) : undefined
}
