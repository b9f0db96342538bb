import { accept, refuse, type Result } from '../kernel/result.ts'
import { same } from './bytes.ts'
import { type NoteKey, type NoteKeyRefusal, type NoteKeyType, readNoteKey } from './note-key.ts'
import { mostBytesOfText, readText } from './strict-text.ts'
import type { AnySha256 } from './tree-hash.ts'

/** Which logs are believed, and which witnesses together are enough (tlog-policy). */
export type Policy = {
  readonly logs: readonly KnownKey[]
  /** The name is the policy's own; the key has another, which it signs with. */
  readonly witnesses: readonly (KnownKey & { readonly name: string })[]
  readonly groups: readonly { readonly name: string; readonly threshold: number; readonly members: readonly string[] }[]
  /** A witness, a group, or `none`. */
  readonly quorum: string
}
export type KnownKey = { readonly key: NoteKey; readonly url?: string }

export type PolicyRefusal =
  | { readonly code: 'quorum-missing' }
  | (LineRefusal & { readonly line: number })
type LineRefusal =
  | { readonly code: 'policy-malformed' | 'policy-too-long' | 'name-unknown' | 'name-taken' | 'key-taken' | 'key-of-other-use' }
  | NoteKeyRefusal

type Draft = Omit<Policy, 'quorum'> & { readonly quorum?: string }
type Line = Promise<Result<Draft, LineRefusal>>

/** Twice what the specification asks for: of logs, of witnesses and of groups. One signature of each still fits into a note. */
const most = 64

/** Reads a policy file. The id of each key is checked, so that a mistyped key is found here and not when it matters. */
export async function readPolicy(bytes: Uint8Array, sha256: AnySha256): Promise<Result<Policy, PolicyRefusal>> {
  if (bytes.length > mostBytesOfText) return refuse({ code: 'policy-too-long', line: 1 })
  // One character for each byte: names are bytes here, and nothing depends on a table of Unicode.
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const lines = text.split('\n')
  // What stands after the last newline was cut off.
  if (lines.pop() !== '') return refuse({ code: 'policy-malformed', line: lines.length + 1 })
  let policy: Draft = { logs: [], witnesses: [], groups: [] }
  for (const [index, content] of lines.entries()) {
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(content)) return refuse({ code: 'policy-malformed', line: index + 1 })
    const words = content.split(/[ \t]+/).filter((word) => word !== '')
    if (words.length === 0 || words[0]?.startsWith('#')) continue
    const read = await readLine(words, policy, sha256)
    if (!read.ok) return refuse({ ...read.refusal, line: index + 1 })
    policy = read.value
  }
  const { quorum, ...known } = policy
  return quorum === undefined ? refuse({ code: 'quorum-missing' }) : accept({ ...known, quorum })
}

/** Are these witnesses, named as the policy names them, enough? */
export function isQuorum({ groups, quorum }: Policy, witnessed: Iterable<string>): boolean {
  const reached = new Set(witnessed)
  // A group names only what stands above it.
  for (const { name, threshold, members } of groups) if (members.filter((member) => reached.has(member)).length >= threshold) reached.add(name)
  return quorum === 'none' || reached.has(quorum)
}

async function readLine([keyword, ...words]: readonly string[], policy: Draft, sha256: AnySha256): Line {
  const [first = '', second = '', ...rest] = words
  if (keyword === 'log' && (words.length === 1 || words.length === 2)) return addLog(policy, first, words[1], sha256)
  if (keyword === 'witness' && (words.length === 2 || words.length === 3)) return addWitness(policy, first, second, words[2], sha256)
  if (keyword === 'group' && words.length >= 3) return addGroup(policy, first, second, rest)
  if (keyword !== 'quorum' || words.length !== 1 || policy.quorum !== undefined) return refuse({ code: 'policy-malformed' })
  return first === 'none' || isNamed(first, policy) ? accept({ ...policy, quorum: first }) : refuse({ code: 'name-unknown' })
}

async function addLog(policy: Draft, keyText: string, url: string | undefined, sha256: AnySha256): Line {
  const known = await readKey(keyText, url, [1, 6], policy.logs, sha256)
  return known.ok ? accept({ ...policy, logs: [...policy.logs, known.value] }) : known
}

async function addWitness(policy: Draft, name: string, keyText: string, url: string | undefined, sha256: AnySha256): Line {
  if (name === 'none' || isNamed(name, policy)) return refuse({ code: 'name-taken' })
  const known = await readKey(keyText, url, [4, 6], policy.witnesses, sha256)
  return known.ok ? accept({ ...policy, witnesses: [...policy.witnesses, { name, ...known.value }] }) : known
}

async function addGroup(policy: Draft, name: string, threshold: string, members: readonly string[]): Line {
  if (policy.groups.length === most) return refuse({ code: 'policy-too-long' })
  if (name === 'none' || isNamed(name, policy)) return refuse({ code: 'name-taken' })
  if (!members.every((member) => isNamed(member, policy))) return refuse({ code: 'name-unknown' })
  const taken = [...policy.groups.flatMap((group) => group.members), ...members]
  // Each name in one group at most: a witness counts once.
  if (new Set(taken).size < taken.length) return refuse({ code: 'name-taken' })
  const enough = threshold === 'all' ? members.length : threshold === 'any' ? 1 : /^[1-9]\d?$/.test(threshold) ? Number(threshold) : 0
  if (enough < 1 || enough > members.length) return refuse({ code: 'policy-malformed' })
  return accept({ ...policy, groups: [...policy.groups, { name, threshold: enough, members }] })
}

function isNamed(name: string, { witnesses, groups }: Draft): boolean {
  return [...witnesses, ...groups].some((named) => named.name === name)
}

async function readKey(
  text: string, url: string | undefined, uses: readonly NoteKeyType[], before: readonly KnownKey[], sha256: AnySha256,
): Promise<Result<KnownKey, LineRefusal>> {
  if (before.length === most) return refuse({ code: 'policy-too-long' })
  const key = await readNoteKey(readText(Uint8Array.from(text, (character) => character.charCodeAt(0))) ?? '', sha256)
  if (!key.ok) return key
  if (!uses.includes(key.value.type)) return refuse({ code: 'key-of-other-use' })
  if (before.some((known) => same(known.key.publicKey, key.value.publicKey))) return refuse({ code: 'key-taken' })
  return accept({ key: key.value, ...(url === undefined ? {} : { url }) })
}
