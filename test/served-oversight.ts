import type { PlainDate } from '../src/kernel/day.ts'
import { html } from '../src/render/html.ts'
import { loadFictionalCaseload } from '../src/service/fictional-caseload.ts'
import type { Database } from '../src/store/tables.ts'
import { today } from './case-services.ts'
import { serveWork, type ServedWork } from './served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from './visiting-browser.ts'

/** The server with a made-up caseload, for what is asked of its pages by several people. */
export type ServedOversight = ServedWork & {
  /** A browser of its own, signed in as the demonstration account of this role. */
  readonly as: (role: string) => Promise<VisitingBrowser>
  readonly owner: () => Database
}

/** `on`: the day that it is for the server and its cases; today where absent. */
export async function serveOversight({ cases, on = today }: { readonly cases: number; readonly on?: PlainDate }): Promise<ServedOversight> {
  const served = await serveWork()
  const { clock } = served.services
  Object.assign(served.services, { clock: { ...clock, today: () => on } })
  const owner = () => served.database.asOwner()
  const loaded = await loadFictionalCaseload({ owner: owner() }, { cases, seed: 4, today: on })
  if (!loaded.ok) throw new Error(loaded.refusal.code)
  const as = async (role: string) => {
    const visitor = visitingBrowser(served.origin)
    await signInAs(visitor, role)
    return visitor
  }
  return { ...served, as, owner }
}

/** A sentence as a page writes it, its signs escaped. */
export function said(text: string): string {
  return html`${text}`.toString()
}
