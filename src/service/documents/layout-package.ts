import { X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readZoneCode } from '../../documents/read-zone-code.ts'
import { findDay, type PlainDate } from '../../kernel/day.ts'
import { sha256 } from '../../kernel/digest.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { canonicalJson } from '../../law/canonical.ts'
import { checkCertificates, type CertificateRefusal } from './check-certificates.ts'

/** Where an authority keeps what is needed for real documents: all of it outside the repository. */
export type ProductionSettings = {
  /** A folder with `layout.json`, `layout.typ` and `signer.pem`. */
  readonly folder: string
  /** The state's own certificates that are trusted, PEM. */
  readonly trustAnchors: string
  /** The PKCS#11 library of the token that holds the key. */
  readonly module: string
  /** The PIN of that token; from a file or a variable, never from a command line. */
  readonly pin: string
}

/** What the authority says of its document, and on what law it rests. */
export type LayoutDetails = {
  readonly format: 'comity-travel-document-layout/1'
  /** As the zone has it; never Utopia's. */
  readonly issuingState: string
  /** Two letters: that of the certificates. */
  readonly country: string
  readonly authority: string
  readonly placeOfIssue: string
  /** Two letters before the six digits of each number. */
  readonly series: string
  readonly longestValidityDays: number
  readonly legalBasis: { readonly citation: string; readonly suppliedBy: string; readonly approvedOn: PlainDate }
  /** The label of the token. */
  readonly token: string
  /** The id of the key in it, hexadecimal. */
  readonly key: string
}

/** A layout that was looked through: every part of it is there, and its signer chains to an anchor. Only `readLayoutPackage` gives one. */
export type LayoutPackage = LayoutDetails & { readonly template: URL; /** Of every file of the folder. */ readonly digest: string; readonly signer: X509Certificate; readonly signerDigest: string }

export type LayoutRefusal =
  | { readonly code: 'layout-unreadable'; readonly file: string }
  | { readonly code: 'layout-field'; readonly field: string }
  | CertificateRefusal

const known = new WeakSet<LayoutPackage>()

/** Whether a layout came from here; a value that only looks like one did not. */
export function isLayoutPackage(layout: LayoutPackage): boolean {
  return known.has(layout)
}

/** Reads the authority's package anew each time it is needed: certificates end, and files change. */
export async function readLayoutPackage({ folder, trustAnchors }: ProductionSettings, now: Date): Promise<Result<LayoutPackage, LayoutRefusal>> {
  const read = await readFiles(folder)
  if (!read.ok) return read
  const { files } = read.value
  for (const name of ['layout.json', 'layout.typ', 'signer.pem']) if (!files.has(name)) return refuse({ code: 'layout-unreadable', file: name })
  const details = readDetails(files.get('layout.json')?.toString('utf8') ?? '')
  if (!details.ok) return details
  const chain = readCertificates(files.get('signer.pem')?.toString('utf8') ?? '')
  const anchors = readCertificates(await readFile(trustAnchors, 'utf8').catch(() => ''))
  const signer = checkCertificates({ chain, anchors, country: details.value.country, now })
  if (!signer.ok) return signer
  const digest = sha256(canonicalJson([...files].map(([name, bytes]) => [name, sha256(bytes)]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1))))
  const layout = { ...details.value, template: new URL(`file://${join(folder, 'layout.typ').split('/').map(encodeURIComponent).join('/')}`), digest, signer: signer.value, signerDigest: sha256(signer.value.raw) }
  known.add(layout)
  return accept(layout)
}

async function readFiles(folder: string): Promise<Result<{ readonly files: ReadonlyMap<string, Buffer> }, LayoutRefusal>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    return accept({ files: new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const))) })
  } catch {
    return refuse({ code: 'layout-unreadable', file: folder })
  }
}

function readDetails(text: string): Result<LayoutDetails, LayoutRefusal> {
  let given: Readonly<Record<string, unknown>>
  try {
    given = JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return refuse({ code: 'layout-unreadable', file: 'layout.json' })
  }
  const basis = (given?.['legalBasis'] ?? {}) as Readonly<Record<string, unknown>>
  const said = (value: unknown, most = 200): value is string => typeof value === 'string' && value.trim() === value && value !== '' && value.length <= most && !/\p{Cc}/u.test(value)
  const checks: Readonly<Record<string, boolean>> = {
    format: given?.['format'] === 'comity-travel-document-layout/1',
    issuingState: said(given?.['issuingState'], 3) && isState(given['issuingState']),
    country: said(given?.['country'], 2) && /^[A-Z]{2}$/.test(given['country']) && given['country'] !== 'UT',
    authority: said(given?.['authority']), placeOfIssue: said(given?.['placeOfIssue']),
    series: said(given?.['series'], 2) && /^[A-Z]{2}$/.test(given['series']),
    longestValidityDays: Number.isInteger(given?.['longestValidityDays']) && Number(given['longestValidityDays']) >= 1 && Number(given['longestValidityDays']) <= 366,
    'legalBasis.citation': said(basis['citation'], 1000), 'legalBasis.suppliedBy': said(basis['suppliedBy']), 'legalBasis.approvedOn': said(basis['approvedOn'], 10) && findDay(basis['approvedOn']) !== undefined,
    // They stand on the command line of the token's program, each after its option.
    token: said(given?.['token'], 32) && /^[\w][\w .-]*$/.test(given['token']), // By its id: `pkcs11-tool` takes the first key that it finds, whatever label is asked for.
    key: said(given?.['key'], 64) && /^(?:[0-9a-f]{2})+$/.test(given['key']),
  }
  const wrong = Object.keys(checks).find((field) => !checks[field])
  return wrong === undefined ? accept(given as unknown as LayoutDetails) : refuse({ code: 'layout-field', field: wrong })
}

/** A state or an organization of today: not Utopia, no status, nobody of the past. */
function isState(code: string): boolean {
  const reading = readZoneCode(code)
  return reading.kind === 'organization' || (reading.kind === 'country' && reading.standing === 'today')
}

function readCertificates(text: string): readonly X509Certificate[] {
  return (text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).flatMap((pem) => {
    try {
      return [new X509Certificate(pem)]
    } catch {
      return []
    }
  })
}
