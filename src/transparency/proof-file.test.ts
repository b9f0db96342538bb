import { expect, test } from 'vitest'
import { commit, readOpening, saltOf } from './commitment.ts'
import { readBundle } from './entry-bundle.ts'
import { entriesOf, sha256 } from './log-for-tests.ts'
import { readProofFile } from './proof-file.ts'
import { writeText } from './strict-text.ts'
import { writeOpening, writeBundle, writeProofFile } from './write-log.ts'

const hash = Buffer.alloc(32, 3).toString('base64')
// The shape of the example in tlog-proof; its own signatures are cut short there.
const example = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMQ==
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJwAA
`

test('a proof file is read, and written again as it was', () => {
  const file = readProofFile(writeText(example))
  expect(file).toMatchObject({ index: 73_894, signedCheckpoint: example.slice(example.indexOf('example.com')) })
  expect(new TextDecoder().decode(file?.extra)).toBe('age-v1.2.1')
  expect(file && writeProofFile(file)).toBe(example)
  const bare = example.replace(/extra .*\n/, '').replace('73894', '0').replace(/gSK.*\nB95.*\n/, '')
  const bareFile = readProofFile(writeText(bare))
  expect(bareFile).toEqual({ index: 0, proof: [], signedCheckpoint: file?.signedCheckpoint })
  expect(bareFile && writeProofFile(bareFile)).toBe(bare)
})

test.each([
  ['nothing', ''],
  ['another first line', example.replace('@v1', '@v2')],
  ['no index', example.replace('index 73894\n', '')],
  ['a leading zero', example.replace('73894', '073894')],
  ['the index before the extra line', example.replace(/(extra .*\n)(index .*\n)/, '$2$1')],
  ['two extra lines', example.replace(/(extra .*\n)/, '$1$1')],
  ['an extra line that is not Base 64', example.replace('YWdl', 'Y!dl')],
  ['a hash of 31 bytes', example.replace('gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=', 'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPg==')],
  ['64 hashes', example.replace('index 73894\n', `index 73894\n${`${hash}\n`.repeat(62)}`)],
  ['a carriage return', example.replace('v1\n', 'v1\r\n')],
])('a proof file with %s is none', (_, text) => {
  expect(readProofFile(writeText(text))).toBeUndefined()
})

test('a bundle gives back its entries, and is refused with one byte more, one less, or another number of entries', () => {
  const entries = [new Uint8Array(), Uint8Array.of(1), new Uint8Array(65_535), ...entriesOf(3)]
  const bundle = writeBundle(entries)
  expect(readBundle(bundle, 6)).toEqual(entries)
  expect([readBundle(bundle, 5), readBundle(bundle, 7), readBundle(bundle.slice(0, -1), 6), readBundle(Uint8Array.of(...bundle.slice(-34), 0), 1)]).toEqual(Array.from({ length: 4 }, () => undefined))
  expect(readBundle(new Uint8Array(), 0)).toEqual([])
  expect(() => writeBundle([new Uint8Array(65_536)])).toThrow('too long')
})

test('a leaf is made as the page of this room says, worked once by hand', async () => {
  const recordKey = new Uint8Array(32).fill(9)
  const number = [...new Uint8Array(6), 1, 2]
  const salt = await saltOf(recordKey, 258, sha256)
  expect(salt).toEqual(sha256(Uint8Array.of(...recordKey, ...number)))
  const contentDigest = sha256(writeText('{"act":1}'))
  expect(await commit({ salt, contentDigest }, sha256)).toEqual(sha256(Uint8Array.of(...writeText('comity-act/v1\n'), ...salt, ...contentDigest)))
})

test('an opening is 64 bytes, and nothing else is one', () => {
  const [salt, contentDigest] = [sha256(Uint8Array.of(1)), sha256(Uint8Array.of(2))]
  expect(readOpening(writeOpening({ salt, contentDigest }))).toEqual({ salt, contentDigest })
  expect([readOpening(salt), readOpening(new Uint8Array(65)), readOpening(new Uint8Array())]).toEqual([undefined, undefined, undefined])
})
