import { crc32, deflateSync } from 'node:zlib'

// The accent of the stylesheet, for light and dark windows alike.
const ground = [0x0f, 0x54, 0x70] as const
const ink = [0xff, 0xff, 0xff] as const
/** Each pixel is looked at in so many places along either side, for smooth edges. */
const looks = 4

/**
 * The mark of an installation in tabs and bookmarks: an open ring on a plain ground, drawn here. It is no state's emblem, and an agency's own belongs
 * to its own pages. An icon file holds pictures of several sizes, each a PNG.
 */
export const icon: Uint8Array = iconFile([16, 32, 48])

// ICONDIR and ICONDIRENTRY: six bytes, then sixteen for each picture, then the pictures.
function iconFile(sizes: readonly number[]): Uint8Array {
  const pictures = sizes.map(picture)
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [index, bytes] of pictures.entries()) {
    const entry = 6 + 16 * index
    const size = sizes[index] ?? 0
    head.writeUInt8(size, entry)
    head.writeUInt8(size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(bytes.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += bytes.length
  }
  return Buffer.concat([head, ...pictures])
}

// PNG, third edition: signature, IHDR (eight bits, red green blue alpha), IDAT, IEND. Each line begins with its filter, none.
function picture(size: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const lines = Array.from({ length: size }, (_, y) => Buffer.from([0, ...Array.from({ length: size }, (_one, x) => pixel(x, y, size)).flat()]))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function pixel(x: number, y: number, size: number): readonly number[] {
  const places = Array.from({ length: looks * looks }, (_, index) => [(x + (index % looks + 0.5) / looks) / size, (y + (Math.floor(index / looks) + 0.5) / looks) / size] as const)
  const inside = places.filter(([across, down]) => isOnGround(across, down))
  const ringed = inside.filter(([across, down]) => isOnRing(across, down)).length
  const share = inside.length === 0 ? 0 : ringed / inside.length
  return [...ground.map((value, index) => Math.round(value + ((ink[index] ?? 0) - value) * share)), Math.round((255 * inside.length) / places.length)]
}

// A square from 0 to 1 with rounded corners.
function isOnGround(across: number, down: number): boolean {
  const corner = 0.2
  const [overX, overY] = [across, down].map((value) => Math.max(corner - value, value - (1 - corner), 0))
  return Math.hypot(overX ?? 0, overY ?? 0) <= corner
}

// Open to the right by an eighth of a turn either way.
function isOnRing(across: number, down: number): boolean {
  const [x, y] = [across - 0.5, down - 0.5]
  const far = Math.hypot(x, y)
  return far <= 0.34 && far >= 0.2 && Math.abs(Math.atan2(y, x)) > Math.PI / 4.5
}
