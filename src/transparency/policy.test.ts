import { expect, test } from 'vitest'
import { sha256, signerOf } from './log-for-tests.ts'
import { isQuorum, readPolicy } from './policy.ts'
import { writeText } from './strict-text.ts'
import { writeNoteKey } from './write-log.ts'

const key = async (name: string, type: 1 | 4 | 6) => writeNoteKey((await signerOf(name, type)).key)
const log = await key('one.example/log', 1)
const [w1, w2, w3, w4] = await Promise.all(['w1', 'w2', 'w3', 'w4'].map(async (name) => key(`${name}.example`, 4)))

// The shape of the example in tlog-policy, "Example policy".
const example = `log ${log}

witness X1 ${w1}
witness X2 ${w2}
witness X3 ${w3}
group X-witnesses 2 X1 X2 X3

witness Y1 ${w4}
witness Y2 ${await key('y2.example', 6)}
group Y-witnesses any Y1 Y2

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`

test.each([
  [['X1', 'X2', 'Y1'], true],
  [['X1', 'X3', 'Y1', 'Y2'], true],
  [['X1', 'X2', 'X3', 'Y1', 'Y2'], true],
  [['X1', 'X2', 'X3'], false],
  [['X1', 'Y1', 'Y2'], false],
  [['X-and-Z', 'X1'], false],
  [[], false],
])('of the groups of the example, %o are enough: %s', async (witnessed, enough) => {
  const policy = await readPolicy(writeText(example), sha256)
  expect(policy.ok && isQuorum(policy.value, witnessed)).toBe(enough)
})

test('a policy of one witness, of none, with addresses, comments and tabs, is read', async () => {
  const one = await readPolicy(writeText(`# ours\n  log\t${log} \thttps://one.example/ \n\n\t# theirs\nwitness w ${w1} https://w1.example/\nquorum w\n`), sha256)
  expect(one).toMatchObject({ ok: true, value: { logs: [{ url: 'https://one.example/', key: { name: 'one.example/log' } }], witnesses: [{ name: 'w', url: 'https://w1.example/' }], quorum: 'w' } })
  expect(one.ok && [isQuorum(one.value, ['w']), isQuorum(one.value, [])]).toEqual([true, false])
  const none = await readPolicy(writeText('quorum none\n'), sha256)
  expect(none.ok && isQuorum(none.value, [])).toBe(true)
})

test('names are bytes: a letter and its double of Unicode are two names', async () => {
  expect(await readPolicy(writeText(`witness K ${w1}\nwitness \u212a ${w2}\nquorum K\n`), sha256)).toMatchObject({ ok: true })
})

test.each([
  ['no quorum', `log ${log}\n`, { code: 'quorum-missing' }],
  ['two quorums', 'quorum none\nquorum none\n', { code: 'policy-malformed', line: 2 }],
  ['a quorum of nobody', 'quorum w\n', { code: 'name-unknown', line: 1 }],
  ['a quorum named before its witness', `quorum w\nwitness w ${w1}\n`, { code: 'name-unknown', line: 1 }],
  ['a word not known', 'quorum none\nmirror x\n', { code: 'policy-malformed', line: 2 }],
  ['a log without key', 'log\nquorum none\n', { code: 'policy-malformed', line: 1 }],
  ['a log with too much', `log ${log} a b\nquorum none\n`, { code: 'policy-malformed', line: 1 }],
  ['a log twice', `log ${log}\nlog ${log}\nquorum none\n`, { code: 'key-taken', line: 2 }],
  ['a key of a witness for a log', `log ${w1}\nquorum none\n`, { code: 'key-of-other-use', line: 1 }],
  ['a key of a log for a witness', `witness w ${log}\nquorum none\n`, { code: 'key-of-other-use', line: 1 }],
  ['a witness twice', `witness v ${w1}\nwitness w ${w1}\nquorum none\n`, { code: 'key-taken', line: 2 }],
  ['a name twice', `witness w ${w1}\nwitness w ${w2}\nquorum none\n`, { code: 'name-taken', line: 2 }],
  ['a witness called none', `witness none ${w1}\nquorum none\n`, { code: 'name-taken', line: 1 }],
  ['a group called none', `witness w ${w1}\ngroup none any w\nquorum none\n`, { code: 'name-taken', line: 2 }],
  ['none in a group', 'group g any none\nquorum none\n', { code: 'name-unknown', line: 1 }],
  ['a group of itself', 'group g any g\nquorum none\n', { code: 'name-unknown', line: 1 }],
  ['a group of nobody', 'group g all\nquorum none\n', { code: 'policy-malformed', line: 1 }],
  ['a threshold of nought', `witness w ${w1}\ngroup g 0 w\nquorum g\n`, { code: 'policy-malformed', line: 2 }],
  ['a threshold above its members', `witness w ${w1}\ngroup g 2 w\nquorum g\n`, { code: 'policy-malformed', line: 2 }],
  ['a threshold in words', `witness w ${w1}\ngroup g one w\nquorum g\n`, { code: 'policy-malformed', line: 2 }],
  ['a member twice', `witness w ${w1}\ngroup g 2 w w\nquorum g\n`, { code: 'name-taken', line: 2 }],
  ['a member of two groups', `witness w ${w1}\nwitness v ${w2}\ngroup g any w v\ngroup h all g w\nquorum h\n`, { code: 'name-taken', line: 4 }],
  ['a mistyped key', `log ${log.replace('one', 'two')}\nquorum none\n`, { code: 'key-id-does-not-fit', name: 'two.example/log', line: 1 }],
  ['a last line cut off', 'quorum none', { code: 'policy-malformed', line: 1 }],
  ['a control character', 'quorum none\n# \u0007\n', { code: 'policy-malformed', line: 2 }],
  ['a carriage return', 'quorum none\r\n', { code: 'policy-malformed', line: 1 }],
  ['a million bytes', `#${'x'.repeat(1_000_000)}\nquorum none\n`, { code: 'policy-too-long', line: 1 }],
  ['a delete character', 'quorum none\n#\u007f\n', { code: 'policy-malformed', line: 2 }],
])('a policy with %s is refused', async (_, text, refusal) => {
  expect(await readPolicy(writeText(text), sha256)).toEqual({ ok: false, refusal })
})

test('64 logs, witnesses and groups are read, and not one more of any', async () => {
  const names = Array.from({ length: 65 }, (_, index) => `n${index}.example`)
  const logs = await Promise.all(names.map(async (name) => `log ${await key(name, 1)}\n`))
  const witnesses = await Promise.all(names.map(async (name) => `witness ${name} ${await key(name, 4)}\n`))
  const groups = (count: number) => names.slice(0, count).map((name) => `group g-${name} any ${name}\n`)
  const policy = (...parts: readonly (readonly string[])[]) => readPolicy(writeText([...parts.flat(), 'quorum none\n'].join('')), sha256)
  expect(await policy(logs.slice(1), witnesses.slice(0, 64), groups(64))).toMatchObject({ ok: true })
  expect(await policy(logs)).toMatchObject({ ok: false, refusal: { code: 'policy-too-long', line: 65 } })
  expect(await policy(witnesses)).toMatchObject({ ok: false, refusal: { code: 'policy-too-long', line: 65 } })
  expect(await policy(witnesses.slice(0, 64), groups(64), ['group g any g-n0.example\n'])).toMatchObject({ ok: false, refusal: { code: 'policy-too-long', line: 129 } })
})
