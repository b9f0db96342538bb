import { expect, test } from 'vitest'
import { actions, may, permissions, reachOf } from './permissions.ts'
import { findClash, roles, type Role } from './roles.ts'

const changes = actions.filter((action) => /\.(change|open|hand-over|propose|approve|revoke)$/.test(action))
const ofOneCase = actions.filter((action) => action.startsWith('case.'))

test('an auditor changes nothing', () => {
  expect(changes.filter((action) => reachOf(['auditor'], action) !== undefined)).toEqual([])
  expect(changes.length).toBeGreaterThan(8)
})

test('an administrator reaches no case, and so cannot give themselves one', () => {
  expect([...ofOneCase, 'cases.search' as const, 'cases.export' as const, 'person.export' as const].filter((action) => reachOf(['administrator'], action) !== undefined)).toEqual([])
})

test('an analyst and a partner liaison reach no person', () => {
  for (const role of ['analyst', 'partner-liaison'] as const) expect(actions.filter((action) => /^(work|case|cases|person)\./.test(action) && reachOf([role], action) !== undefined)).toEqual([])
})

test('whoever approves what concerns a case is no officer by role', () => {
  expect(may(['officer'], 'case.approve', true)).toBe(false)
  expect(may(['legal-reviewer'], 'case.approve', false)).toBe(true)
})

test('an officer does what concerns a case to their own cases only', () => {
  const farther = ofOneCase.filter((action) => reachOf(['officer'], action) === 'all')
  expect(farther).toEqual(['case.break-glass', 'case.open'])
  expect(may(['officer'], 'case.read', false)).toBe(false)
  expect(may(['officer'], 'case.read', true)).toBe(true)
})

test('no role reaches an action that opens a gate, or that is done to many people', () => {
  expect(actions.filter((action) => /gate|override|bulk/.test(action))).toEqual([])
})

test('several roles reach as far as the farthest of them', () => {
  expect(reachOf(['officer', 'legal-reviewer'], 'case.read')).toBe('all')
  expect(reachOf(['officer', 'analyst'], 'case.read')).toBe('assigned')
  expect(reachOf([], 'country.read')).toBeUndefined()
})

test('every action is somebody’s, and every role has one', () => {
  expect(actions.filter((action) => Object.keys(permissions[action]).length === 0)).toEqual([])
  expect(roles.filter((role) => !actions.some((action) => reachOf([role], action)))).toEqual([])
})

test('auditors and administrators are nothing else', () => {
  const pairs = (role: Role) => roles.filter((other) => other !== role).map((other) => findClash([other, role]))
  expect(new Set(pairs('auditor'))).toEqual(new Set(['auditor']))
  expect(pairs('administrator').every((clash) => clash !== undefined)).toBe(true)
  expect(findClash(['officer', 'legal-reviewer'])).toBeUndefined()
  expect(findClash(['auditor'])).toBeUndefined()
})
