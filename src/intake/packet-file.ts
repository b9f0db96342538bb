import type { CleanFile, FindingCode, PacketFinding, PacketFormat } from '../casework/packet-finding.ts'
import { claimWordsIn } from '../casework/packet-words.ts'
import { sha256 } from '../kernel/digest.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { findInJpeg } from './packet-jpeg.ts'
import { findInPdf } from './packet-pdf.ts'
import { findInPng } from './packet-png.ts'

export const mostPacketBytes = 20 * 1024 * 1024

/**
 * Looks through a file that would go to a home state. Any finding refuses it, and so does anything that could not be read. What is
 * drawn in a picture is not read: that somebody looked at every page is a fact that the gates ask about.
 */
export function checkPacketFile(name: string, bytes: Uint8Array): Result<CleanFile, { readonly code: 'file-not-clean'; readonly findings: readonly PacketFinding[] }> {
  const findings = findInPacketFile(name, bytes)
  const format = formatOf(bytes)
  if (findings.length > 0 || format === undefined) return refuse({ code: 'file-not-clean', findings })
  return accept({ digest: sha256(bytes), format, bytes: bytes.length })
}

/** Everything in the file that would tell more than it shows. */
export function findInPacketFile(name: string, bytes: Uint8Array): readonly PacketFinding[] {
  const named: readonly PacketFinding[] = claimWordsIn(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2')).length > 0 ? [{ code: 'telling-name', place: 'name' }] : []
  if (bytes.length > mostPacketBytes) return [...named, { code: 'too-large', place: 'file' }]
  const format = formatOf(bytes)
  return [...named, ...unlikeEachOther(format === undefined ? [{ code: 'format-not-accepted', place: otherFormat(bytes) }] : readers[format](bytes))]
}

const readers: Readonly<Record<PacketFormat, (bytes: Uint8Array) => readonly PacketFinding[]>> = { jpeg: findInJpeg, png: findInPng, pdf: findInPdf }

// By what the file is, never by what its name says.
function formatOf(bytes: Uint8Array): PacketFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG')) return 'png'
  return head.startsWith('%PDF-') ? 'pdf' : undefined
}

// Named only so that the officer knows what to save differently.
function otherFormat(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('PK')) return 'zip or office document'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'old office document'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'TIFF'
  return head.slice(4, 8) === 'ftyp' ? 'HEIC or video' : 'file'
}

function unlikeEachOther(findings: readonly PacketFinding[]): readonly PacketFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ code, place }: { readonly code: FindingCode; readonly place: string }) => !seen.has(`${code} ${place}`) && seen.add(`${code} ${place}`))
}
