import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { join } from './bytes.ts'
import { checkConsistency } from './check-consistency.ts'
import { checkInclusion } from './check-proof.ts'
import { growTree } from './grow-tree.ts'
import { emptyLog, entriesOf, grown, logOf, sha256, type TestLog } from './log-for-tests.ts'
import { proveConsistency, proveInclusion } from './prove.ts'
import { readTilePath } from './read-tile-path.ts'
import { isConsistent, isIncluded, naiveRoot } from './second-check-for-tests.ts'
import { edgeTiles, type Tile, tilePath, tilesOf } from './tile.ts'
import { leafHash, leafHashes, nodeHash, rootOver } from './tree-hash.ts'

const seed = 20_261_123
let large: TestLog

beforeAll(async () => {
  large = await logOf(entriesOf(70_000))
})

const waiting = async (bytes: Uint8Array) => sha256(bytes)

test('a tree of nothing, of one leaf and of two, as RFC 6962 writes them', async () => {
  const [one, two] = [Uint8Array.of(1, 2), Uint8Array.of(3)]
  expect(await rootOver([], sha256)).toEqual(sha256(new Uint8Array()))
  expect(await leafHash(one, sha256)).toEqual(sha256(Uint8Array.of(0, 1, 2)))
  const [left, right] = [await leafHash(one, sha256), await leafHash(two, sha256)]
  expect(await nodeHash(left, right, sha256)).toEqual(sha256(join(Uint8Array.of(1), left, right)))
  expect(await rootOver([left, right], sha256)).toEqual(naiveRoot([one, two]))
})

test('a root is the one of the recursive definition, with a hash that waits and with one that does not', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 70 }), async (entries) => {
    const root = await rootOver(await leafHashes(entries, sha256), sha256)
    expect(root).toEqual(naiveRoot(entries))
    expect(await rootOver(await leafHashes(entries, waiting), waiting)).toEqual(root)
  }), { seed, numRuns: 200 })
})

test('a tree that grew by batches of any length is the tree of all its leaves, and each proof in it is true', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), async (batches, chosen, older) => {
    let log = await emptyLog()
    for (const batch of batches) {
      log = await grown(log, entriesOf(batch, log.size))
      expect(log.root).toEqual(naiveRoot(entriesOf(log.size)))
    }
    if (log.size === 0) return
    const { size, root } = log
    const index = chosen % size
    const leaf = await leafHash(entriesOf(1, index)[0]!, sha256)
    const inclusion = hashesIn(await proveInclusion(index, size, log.readTile, sha256))
    expect(await checkInclusion({ leaf, index, size, root, proof: inclusion }, sha256)).toEqual({ ok: true, value: 'included' })
    expect(isIncluded(index, { start: 0, end: size }, leaf, inclusion, root)).toBe(true)
    const oldSize = 1 + older % size
    const oldRoot = naiveRoot(entriesOf(oldSize))
    const consistency = hashesIn(await proveConsistency(oldSize, size, log.readTile, sha256))
    expect(await checkConsistency({ oldSize, oldRoot, size, root, proof: consistency }, sha256)).toEqual({ ok: true, value: 'consistent' })
    expect(isConsistent({ start: 0, end: oldSize }, size, oldRoot, root, consistency)).toBe(true)
  }), { seed, numRuns: 60 })
})

// As a node's log grows: its edge is then empty on one level or more, and not on those above.
test.each([[0, 4], [65_024, 4]])('a tree of %i that grows by whole tiles, %i times, is the tree of all its leaves', async (first, times) => {
  let log = await logOf(entriesOf(first))
  for (let time = 0; time < times; time++) {
    log = await grown(log, entriesOf(256, log.size))
    expect(log.root, `${log.size}`).toEqual(await rootOver(await leafHashes(entriesOf(log.size), sha256), sha256))
    expect(Array.from(tilesOf(log.size), tilePath).filter((path) => !log.tiles.has(path))).toEqual([])
  }
})

test('in every tree of up to 40 leaves every proof is true, and true of nothing else', async () => {
  const log = await logOf(entriesOf(40))
  const leaves = await leafHashes(entriesOf(40), sha256)
  const roots = Array.from({ length: 41 }, (_, size) => naiveRoot(entriesOf(size)))
  const read = async (tile: Tile) => log.tiles.get(tilePath({ ...tile, width: 40 }))?.subarray(0, tile.width * 32)
  for (let size = 1; size <= 40; size++) {
    for (let index = 0; index < size; index++) {
      const proof = hashesIn(await proveInclusion(index, size, read, sha256))
      for (let other = 0; other < size; other++) {
        expect((await checkInclusion({ leaf: leaves[index]!, index: other, size, root: roots[size]!, proof }, sha256)).ok, `${index} at ${other} of ${size}`).toBe(other === index)
      }
      const consistency = hashesIn(await proveConsistency(index + 1, size, read, sha256))
      for (let other = 1; other <= size; other++) {
        const claim = { oldSize: other, oldRoot: roots[index + 1]!, size, root: roots[size]!, proof: consistency }
        expect((await checkConsistency(claim, sha256)).ok, `${other} as ${index + 1} of ${size}`).toBe(other === index + 1)
      }
    }
  }
})

test('sizes above 2^32 are counted exactly', async () => {
  // A leaf at the right edge of a tree of 2^40 + 1 leaves stands alone beside everything else.
  const [everything, leaf] = [sha256(Uint8Array.of(1)), sha256(Uint8Array.of(2))]
  const root = await nodeHash(everything, leaf, sha256)
  expect((await checkInclusion({ leaf, index: 2 ** 40, size: 2 ** 40 + 1, root, proof: [everything] }, sha256)).ok).toBe(true)
  expect((await checkInclusion({ leaf, index: 2 ** 40 - 1, size: 2 ** 40 + 1, root, proof: [everything] }, sha256)).ok).toBe(false)
  expect((await checkConsistency({ oldSize: 2 ** 40, oldRoot: everything, size: 2 ** 40 + 1, root, proof: [leaf] }, sha256)).ok).toBe(true)
})

test('a tree of 70,000 has the tiles that tlog-tiles names for it', () => {
  const tiles = [...tilesOf(70_000)]
  const count = (level: number, isFull: boolean) => tiles.filter((tile) => tile.level === level && (tile.width === 256) === isFull).length
  expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, false), tiles.length]).toEqual([273, 1, 1, 1, 1, 277])
  expect(edgeTiles(70_000).map(({ level, width }) => [level, width])).toEqual([[0, 112], [1, 17], [2, 1]])
  expect(Array.from(tilesOf(256), tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
  expect([...tilesOf(0)]).toEqual([])
})

test('a log of 70,000 keeps exactly those tiles, and each holds the hashes that it should', async () => {
  expect([...large.tiles.keys()].toSorted()).toEqual(Array.from(tilesOf(70_000), tilePath).toSorted())
  expect(large.root).toEqual(naiveRoot(entriesOf(70_000)))
  expect(large.tiles.get('tile/1/001.p/17')?.subarray(32, 64)).toEqual(naiveRoot(entriesOf(256, 257 * 256)))
  expect(large.tiles.get('tile/2/000.p/1')).toEqual(naiveRoot(entriesOf(65_536)))
})

test('growing reads one tile for each level at most, and proving a few', async () => {
  const asked: Tile[] = []
  const counting = async (tile: Tile) => {
    asked.push(tile)
    return large.readTile(tile)
  }
  await growTree(large, await leafHashes(entriesOf(256, 70_000), sha256), counting, sha256)
  expect(asked.map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1'])
  asked.length = 0
  await proveInclusion(12_345, 70_000, counting, sha256)
  expect(asked.length).toBeLessThanOrEqual(6)
  expect(new Set(asked.map(tilePath)).size).toBe(asked.length)
})

test('a tree does not grow from tiles that are not those of its root', async () => {
  const log = await logOf(entriesOf(300))
  const leaves = await leafHashes(entriesOf(1), sha256)
  const swapped = async (tile: Tile) => (await log.readTile(tile))?.map((byte, index) => (index === 5 ? byte ^ 1 : byte))
  expect(await growTree(log, leaves, swapped, sha256)).toEqual({ ok: false, refusal: { code: 'edge-of-other-tree', size: 300 } })
  expect(await growTree(log, leaves, async () => undefined, sha256)).toMatchObject({ ok: false, refusal: { code: 'tile-missing' } })
  expect(await growTree(log, leaves, async () => new Uint8Array(33), sha256)).toMatchObject({ ok: false, refusal: { code: 'tile-of-other-length' } })
  expect(await proveInclusion(7, 300, async () => undefined, sha256)).toMatchObject({ ok: false, refusal: { code: 'tile-missing' } })
})

test.each([
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
  [{ level: 63, index: 999, width: 255 }, 'tile/63/999.p/255'],
  [{ level: 1, index: 1000, width: 1 }, 'tile/1/x001/000.p/1'],
  [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
] as const)('the path of %o is %s, and says the tile again', (tile, path) => {
  expect(tilePath(tile)).toBe(path)
  expect(readTilePath(path)).toEqual(tile)
})

test.each([
  'tile/00/000', 'tile/64/000', 'tile/-1/000', 'tile/0/0', 'tile/0/0000', 'tile/0/x000/001', 'tile/0/001/002', 'tile/0/x001', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01',
  'tile/0/000/', '/tile/0/000', 'tile/entry/000', 'tile/0/000.p', 'tile/0/x999/x999/x999/x999/x999/999/..', 'tile/0/x009/x007/x199/x254/x740/992', 'tile/0/000\n',
])('%o is the path of no tile', (path) => {
  expect(readTilePath(path)).toBeUndefined()
})

function hashesIn(proof: Awaited<ReturnType<typeof proveInclusion>>): readonly Uint8Array[] {
  if (!proof.ok) throw new Error(proof.refusal.code)
  return proof.value
}
