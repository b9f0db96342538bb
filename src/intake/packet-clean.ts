import type { PacketFinding } from '../casework/packet-finding.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { findInPacketFile } from './packet-file.ts'
import { cleanJpeg } from './packet-jpeg.ts'
import { cleanPng } from './packet-png.ts'

/** A picture without what it held besides what it shows. */
export type Cleaned = {
  readonly bytes: Uint8Array
  /** What was taken out. */
  readonly removed: readonly PacketFinding[]
  /** Camera data may have said which way is up, a profile which colours are meant, and what was transparent is not: somebody must look at the picture again. */
  readonly looksDifferent: boolean
}

/**
 * Takes out of a JPEG or PNG every part that does not draw the picture. Not a pixel is packed anew. What is left is judged like any
 * other file, so that a picture that cannot be made clean is refused with what is still in it. A PDF is not cleaned: what is taken
 * out of one part of it may stand in another; its pages are to be saved as pictures.
 */
export function cleanPacketFile(name: string, bytes: Uint8Array): Result<Cleaned, { readonly code: 'cannot-be-cleaned'; readonly findings: readonly PacketFinding[] }> {
  const before = findInPacketFile(name, bytes)
  const cleaned = before.length === 0 ? bytes : (cleanJpeg(bytes) ?? cleanPng(bytes) ?? bytes)
  // Under a name that says nothing: that of the file is the officer's to choose.
  const left = findInPacketFile('', cleaned)
  if (left.length > 0) return refuse({ code: 'cannot-be-cleaned', findings: left })
  const removed = before.filter(({ code }) => code !== 'telling-name')
  return accept({ bytes: cleaned, removed, looksDifferent: removed.some(({ code }) => code === 'camera-data' || code === 'colour-profile' || code === 'left-behind') })
}
