// The published cases of transparency-dev/merkle (Apache-2.0). They are not part of this repository; without them these tests are skipped and say so.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkConsistency } from './check-consistency.ts'
import { checkInclusion } from './check-proof.ts'
import { sha256 } from './log-for-tests.ts'
import { isConsistent, isIncluded } from './second-check-for-tests.ts'

const archive = new URL('../../../shared/vectors/transparency-dev-merkle-testdata.tar.gz', import.meta.url)
// It gives twelve bytes as both roots and expects them to be compared and no more. Here a hash has 32 bytes, whoever asks.
const shortRoots = 'consistency/additional/sizes-are-equal-one-and-proof-is-empty.json'

type Case = Readonly<Record<'root' | 'leafHash' | 'root1' | 'root2', string>> & Readonly<Record<'leafIdx' | 'treeSize' | 'size1' | 'size2' | 'start' | 'end' | 'size', number>>
  & { readonly proof: readonly string[] | null; readonly wantErr: boolean }

describe.skipIf(!existsSync(archive))('the cases of transparency-dev/merkle (skipped where their archive is not beside the repository)', () => {
  const cases = existsSync(archive) ? readCases() : []
  const of = (folder: string) => cases.filter(({ path }) => path.startsWith(`${folder}/`))

  test('all 518 are there', () => {
    expect(['inclusion', 'consistency', 'subtreeinclusion', 'subtreeconsistency'].map((folder) => of(folder).length)).toEqual([98, 98, 204, 118])
  })

  test('an inclusion proof is accepted or refused as published, by both of our ways', async () => {
    for (const { path, content: { leafIdx: index, treeSize: size, ...content } } of of('inclusion')) {
      const [leaf, root, proof] = [bytes(content.leafHash), bytes(content.root), content.proof?.map(bytes) ?? []]
      expect((await checkInclusion({ leaf, index, size, root, proof }, sha256)).ok, path).toBe(!content.wantErr)
      // The second way compares and no more: empty bytes are the same as empty bytes.
      if (leaf.length === 32) expect(isIncluded(index, { start: 0, end: size }, leaf, proof, root), `second way: ${path}`).toBe(!content.wantErr)
    }
  })

  test('a consistency proof is accepted or refused as published, but for the one case with roots of twelve bytes', async () => {
    const otherwise: string[] = []
    for (const { path, content } of of('consistency')) {
      const [oldRoot, root, proof] = [bytes(content.root1), bytes(content.root2), content.proof?.map(bytes) ?? []]
      const { ok } = await checkConsistency({ oldSize: content.size1, oldRoot, size: content.size2, root, proof }, sha256)
      if (ok === content.wantErr) otherwise.push(path)
      // Of an empty part the second way says what the draft on subtrees says: it is in every tree.
      if (content.size1 > 0) expect(isConsistent({ start: 0, end: content.size1 }, content.size2, oldRoot, root, proof), `second way: ${path}`).toBe(!content.wantErr)
    }
    expect(otherwise).toEqual([shortRoots])
  })

  test('the second way agrees on subtrees, of which Comity makes no use', () => {
    for (const { path, content } of of('subtreeinclusion')) {
      if (content.leafHash !== '') expect(isIncluded(content.leafIdx, content, bytes(content.leafHash), content.proof?.map(bytes) ?? [], bytes(content.root)), path).toBe(!content.wantErr)
    }
    for (const { path, content } of of('subtreeconsistency')) {
      expect(isConsistent(content, content.size, bytes(content.root1), bytes(content.root2), content.proof?.map(bytes) ?? []), path).toBe(!content.wantErr)
    }
  })
})

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}

// A tar is a header of 512 bytes for each file and the file, filled up to 512. In the header: the name, its length at 124 in octal, and at 345 what stands before the name.
function readCases(): readonly { readonly path: string; readonly content: Case }[] {
  const tar = gunzipSync(readFileSync(archive))
  const cases: { path: string; content: Case }[] = []
  const text = (from: number, length: number) => tar.toString('latin1', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length;) {
    const length = Number.parseInt(text(at + 124, 12), 8) || 0
    const path = [text(at + 345, 155), text(at, 100)].filter((part) => part !== '').join('/').replace(/^(?:\.\/)?testdata\//, '')
    if (path.endsWith('.json')) cases.push({ path, content: JSON.parse(tar.toString('utf8', at + 512, at + 512 + length)) as Case })
    at += 512 + 512 * Math.ceil(length / 512)
  }
  return cases
}
