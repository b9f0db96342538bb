import type { FindingCode, PacketFinding } from '../casework/packet-finding.ts'

/**
 * Reads a JPEG segment by segment (ITU-T T.81, annex B) to its last byte. Only what draws the picture may be there: tables, frame,
 * scans, and the two short headers of JFIF and Adobe at their full lengths.
 */
export function findInJpeg(bytes: Uint8Array): readonly PacketFinding[] {
  const findings: PacketFinding[] = []
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return [{ code: 'cannot-be-read', place: 'byte 0' }]
  const seen = { frame: false, scan: false }
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) return [...findings, { code: 'cannot-be-read', place: `byte ${at}` }]
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return [...findings, ...findAtEnd(bytes.length - at - 2, seen)]
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || length < 2 || end > bytes.length) return [...findings, { code: 'cannot-be-read', place: `byte ${at}` }]
    findings.push(...judgeSegment(marker, bytes.subarray(at + 4, end)))
    // Some readers show the first of two frames, others the last.
    if (isFrame(marker) && seen.frame) findings.push({ code: 'unknown-part', place: nameOf(marker) })
    if (isFrame(marker)) seen.frame = true
    if (marker === 0xda) seen.scan = true
    at = marker === 0xda ? endOfScan(bytes, end) : end
  }
}

/** The picture without the segments that do not draw it, cut off behind its end; undefined for what is no JPEG that can be read. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (end < at + 4 || end > bytes.length) return undefined
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    const isNote = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)
    if (!isNote || judgeSegment(marker, bytes.subarray(at + 4, end)).length === 0) kept.push(bytes.subarray(at, next))
    at = next
  }
  return undefined
}

function findAtEnd(left: number, { frame, scan }: { readonly frame: boolean; readonly scan: boolean }): readonly PacketFinding[] {
  return [...(frame && scan ? [] : [{ code: 'cannot-be-read', place: 'EOI' } as const]), ...(left > 0 ? [{ code: 'data-after-end', place: 'EOI' } as const] : [])]
}

// Baseline, extended and progressive frames: those that every reader draws.
function isFrame(marker: number): boolean {
  return marker === 0xc0 || marker === 0xc1 || marker === 0xc2
}

function judgeSegment(marker: number, content: Uint8Array): readonly PacketFinding[] {
  const name = nameOf(marker)
  const says = new TextDecoder('latin1').decode(content.subarray(0, 40))
  // A frame says three bytes of each component, a scan two; what is left over would be room for a text.
  if (isFrame(marker)) return content.length === 6 + 3 * (content[5] ?? 0) ? [] : [{ code: 'unknown-part', place: name }]
  if (marker === 0xda) return content.length === 4 + 2 * (content[0] ?? 0) ? [] : [{ code: 'unknown-part', place: name }]
  if (marker === 0xdb) return evenly(content, name, 'quantization')
  if (marker === 0xc4) return evenly(content, name, 'huffman')
  if (marker === 0xdd) return content.length === 2 ? [] : [{ code: 'unknown-part', place: name }]
  if (marker === 0xe0 && says.startsWith('JFIF\0')) return judgeJfif(content)
  if (marker === 0xee && says.startsWith('Adobe') && content.length === 12) return []
  const findings: PacketFinding[] = [{ code: codeOf(marker, says), place: name }]
  // Tag 0x8825 leads to the position at which the picture was taken.
  if (says.startsWith('Exif\0') && holdsGps(content)) findings.push({ code: 'position', place: name })
  return findings
}

function codeOf(marker: number, says: string): FindingCode {
  if (marker === 0xfe) return 'comment'
  if (says.startsWith('Exif\0')) return 'camera-data'
  if (says.startsWith('http://ns.adobe.com/') || says.startsWith('Photoshop')) return 'metadata'
  if (says.startsWith('ICC_PROFILE')) return 'colour-profile'
  if (says.startsWith('JFXX\0') || says.startsWith('MPF\0')) return 'thumbnail'
  return 'unknown-part'
}

// Version, units, densities, and a thumbnail of no size: sixteen bytes with the length.
function judgeJfif(content: Uint8Array): readonly PacketFinding[] {
  if (content.length !== 14) return [{ code: content.length > 14 ? 'thumbnail' : 'unknown-part', place: 'APP0' }]
  return content[12] === 0 && content[13] === 0 ? [] : [{ code: 'thumbnail', place: 'APP0' }]
}

/** Do the tables fill their segment to the last byte? What is left over would be room for a text. */
function evenly(content: Uint8Array, place: string, kind: 'quantization' | 'huffman'): readonly PacketFinding[] {
  let at = 0
  while (at < content.length) {
    const head = content[at] ?? 0
    const codes = content.subarray(at + 1, at + 17)
    at += kind === 'quantization' ? (head >> 4 === 0 ? 65 : 129) : 17 + codes.reduce((sum, number) => sum + number, 0)
  }
  return at === content.length && content.length > 0 ? [] : [{ code: 'unknown-part', place }]
}

function holdsGps(content: Uint8Array): boolean {
  for (let at = 0; at + 1 < content.length; at += 1) if ((content[at] === 0x88 && content[at + 1] === 0x25) || (content[at] === 0x25 && content[at + 1] === 0x88)) return true
  return false
}

// In a scan 0xFF is followed by 0 or a restart mark; anything else is the next segment.
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

function nameOf(marker: number): string {
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`
  return marker === 0xfe ? 'COM' : `0x${marker.toString(16).toUpperCase()}`
}
