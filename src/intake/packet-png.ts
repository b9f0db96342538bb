import { crc32 } from 'node:zlib'
import type { FindingCode, PacketFinding } from '../casework/packet-finding.ts'
import { inflateWhole } from './inflate-whole.ts'
import { isOpaque } from './png-opaque.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

// What draws the picture, with the longest content that each can have (W3C PNG, third edition, section 11).
const harmless: Readonly<Record<string, number>> = { IHDR: 13, PLTE: 768, IDAT: Infinity, IEND: 0, gAMA: 4, cHRM: 32, sRGB: 1, sBIT: 4, bKGD: 6, pHYs: 9 }
const telling: Readonly<Record<string, FindingCode>> = { tEXt: 'comment', zTXt: 'comment', iTXt: 'comment', eXIf: 'camera-data', tIME: 'date', iCCP: 'colour-profile', tRNS: 'left-behind' }

type Chunk = { readonly name: string; readonly content: Uint8Array }

/** Reads a PNG chunk by chunk to its last byte, and its pixels to the last one: nothing may stand beside the picture or behind it. */
export function findInPng(bytes: Uint8Array): readonly PacketFinding[] {
  if (signature.some((value, at) => bytes[at] !== value)) return [{ code: 'cannot-be-read', place: 'byte 0' }]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length;) {
    if (chunks.at(-1)?.name === 'IEND') return [...judge(chunks), { code: 'data-after-end', place: 'IEND' }]
    if (at + 12 > bytes.length || at + 12 + view.getUint32(at) > bytes.length) return [...judge(chunks), { code: 'cannot-be-read', place: `byte ${at}` }]
    const end = at + 8 + view.getUint32(at)
    if (view.getUint32(end) !== crc32(bytes.subarray(at + 4, end))) return [...judge(chunks), { code: 'cannot-be-read', place: `byte ${at}` }]
    chunks.push({ name: new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8)), content: bytes.subarray(at + 8, end) })
    at = end + 4
  }
  if (chunks.at(-1)?.name !== 'IEND') return [...judge(chunks), { code: 'cannot-be-read', place: 'IEND' }]
  return [...judge(chunks), ...judgePixels(chunks)]
}

/** The picture without the chunks that do not draw it, cut off behind its end; undefined for what is no PNG that can be read. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  if (signature.some((value, at) => bytes[at] !== value)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const seen = new Set<string>()
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const chunk = { name: new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8)), content: bytes.subarray(at + 8, end - 4) }
    // Of a part that stands there twice, the first one draws the picture.
    if (judge([chunk]).length === 0 && (chunk.name === 'IDAT' || !seen.has(chunk.name))) kept.push(bytes.subarray(at, end))
    seen.add(chunk.name)
    if (chunk.name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

function judge(chunks: readonly Chunk[]): readonly PacketFinding[] {
  const seen = new Set<string>()
  return chunks.flatMap(({ name, content }): readonly PacketFinding[] => {
    const again = name !== 'IDAT' && seen.has(name)
    seen.add(name)
    if (telling[name]) return [{ code: telling[name], place: name }]
    const most = Object.hasOwn(harmless, name) ? harmless[name] : undefined
    return most === undefined || content.length > most || again ? [{ code: 'unknown-part', place: /^[A-Za-z]{4}$/.test(name) ? name : 'chunk' }] : []
  })
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const mostPixels = 100_000_000

function judgePixels(chunks: readonly Chunk[]): readonly PacketFinding[] {
  const header = chunks[0]?.name === 'IHDR' && chunks[0].content.length === 13 ? chunks[0].content : undefined
  const size = header && sizeOf(header)
  if (header === undefined || size === undefined) return [{ code: 'cannot-be-read', place: 'IHDR' }]
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content))
  const rows = inflateWhole(packed, size)
  if (rows?.length !== size) return [{ code: 'cannot-be-read', place: 'IDAT' }]
  return [...judgePalette(header, chunks), ...judgeAlpha(header, rows)]
}

// Colours that no pixel can name draw nothing: room for a text.
function judgePalette(header: Uint8Array, chunks: readonly Chunk[]): readonly PacketFinding[] {
  const [depth = 0, colour] = header.subarray(8)
  const palette = chunks.find(({ name }) => name === 'PLTE')?.content.length
  const fits = palette === undefined ? colour !== 3 : colour === 3 && palette % 3 === 0 && palette <= 3 * 2 ** depth
  return fits ? [] : [{ code: 'unknown-part', place: 'PLTE' }]
}

function judgeAlpha(header: Uint8Array, rows: Uint8Array): readonly PacketFinding[] {
  const [depth = 8, colour = 0] = header.subarray(8)
  if (colour !== 4 && colour !== 6) return []
  const width = new DataView(header.buffer, header.byteOffset, 13).getUint32(0)
  return isOpaque(rows, { width, channels: channels[colour] ?? 4, bytesPerChannel: depth / 8 }) ? [] : [{ code: 'left-behind', place: 'IDAT' }]
}

/** How many bytes the pixels fill, with a filter byte for each row; undefined for what is no picture, too large, or interlaced. */
function sizeOf(header: Uint8Array): number | undefined {
  const view = new DataView(header.buffer, header.byteOffset, 13)
  const [width, height, depth, colour] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)]
  const perPixel = channels[colour]
  if (perPixel === undefined || !(colour === 0 || colour === 3 ? [1, 2, 4, 8, 16] : [8, 16]).includes(depth) || (colour === 3 && depth === 16) || width * height > mostPixels || width * height === 0) return undefined
  if (view.getUint8(10) !== 0 || view.getUint8(11) !== 0 || view.getUint8(12) !== 0) return undefined
  return height * (1 + Math.ceil((width * perPixel * depth) / 8))
}
