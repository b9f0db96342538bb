import { refreshIfDue } from '../service/cases/refresh-standings.ts'
import type { CaseServices } from '../service/cases/case-services.ts'

const [firstAfter, every] = [30_000, 5 * 60_000]

/**
 * Brings worklists up to date when a day has begun or the law was changed: half a minute after the start, so that the first page does
 * not wait, and every five minutes it is asked whether it is due. A failure is told and tried again; what it did so far stays.
 * The answer ends it.
 */
export function keepWorklists(services: CaseServices, onFault: (cause: unknown) => void): () => void {
  let busy = false
  const look = async () => {
    if (busy) return
    busy = true
    await refreshIfDue(services).catch(onFault)
    busy = false
  }
  const first = setTimeout(() => void look(), firstAfter)
  const later = setInterval(() => void look(), every)
  return () => {
    clearTimeout(first)
    clearInterval(later)
  }
}
