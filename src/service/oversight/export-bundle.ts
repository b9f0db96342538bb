import { createHash } from 'node:crypto'
import type { PlainDate } from '../../kernel/day.ts'
import { bundleKinds, bundleLines, type Stretch } from '../../store/oversight.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { ReadServices } from '../work/read-case-page.ts'
import { keepExport, type ExportFile, type ExportPurpose } from './make-export.ts'

/** An export for oversight has at most so many lines, besides its first and its last. */
export const mostBundled = 100_000

export type BundleWish = { readonly exportId: string; readonly from: PlainDate; readonly until: PlainDate; readonly purpose: ExportPurpose }

/**
 * Everything that happened in these days, one JSON line each (`comity-oversight/1`): the first says what was asked, the last how many of
 * each kind there are, whether something was cut, and the digest of all lines before it.
 */
export async function exportBundle(services: ReadServices, signedIn: SignedIn, { exportId, from, until, purpose }: BundleWish): Promise<ExportFile> {
  const timeZone = services.clock.timeZone ?? 'UTC'
  const { lines, counts, cut } = await readLines(services, { from, until, timeZone })
  const head = JSON.stringify({ kind: 'comity-oversight/1', from, until, timeZone, by: signedIn.handle, at: services.clock.now(), purpose })
  const body = `${[head, ...lines].join('\n')}\n`
  const foot = JSON.stringify({ kind: 'end', lines: counts, cut, digest: createHash('sha256').update(body).digest('hex') })
  const file: ExportFile = { bytes: Buffer.from(`${body}${foot}\n`, 'utf8'), lines: lines.length, cut, format: 'jsonl' }
  await services.database.transaction().execute((tx) => keepExport(tx, signedIn, { exportId, kind: 'oversight', choice: { from, until }, purpose, action: 'oversight.export' }, file))
  return file
}

/** All of it as the database was at one moment. */
function readLines({ roles: { auditor } }: ReadServices, stretch: Stretch) {
  return auditor.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const lines: string[] = []
    const counts: Record<string, number> = {}
    let cut = false
    for (const kind of bundleKinds) {
      const room = mostBundled - lines.length
      const found = await bundleLines(tx, kind, stretch, room + 1)
      cut ||= found.length > room
      const kept = found.slice(0, room)
      counts[kind] = kept.length
      for (const line of kept) lines.push(line)
    }
    return { lines, counts, cut }
  })
}
