import { askWitnesses } from '../service/log/ask-witnesses.ts'
import { growLog, usualCadence, type Cadence } from '../service/log/grow-log.ts'
import type { LogServices } from '../service/log/log-services.ts'

/**
 * Lets the log grow by the clock and shows it to its witnesses. Looks every minute, so that a witness that was not reached is asked again soon; grows no
 * oftener than the cadence says, whoever else serves the same database. What goes wrong is told and tried again. The answer ends it.
 */
export function keepLog(services: LogServices, onFault: (cause: unknown) => void, { batch, seconds }: Cadence = usualCadence): () => void {
  let busy = false
  const look = async () => {
    if (busy) return
    busy = true
    try {
      const grown = await growLog(services, { batch, atLeastSeconds: seconds })
      if (!grown.ok && grown.refusal.code !== 'grown-just-now') onFault(grown.refusal)
      for (const asked of await askWitnesses(services)) if (asked.outcome !== 'cosigned') onFault(asked)
    } catch (cause) {
      onFault(cause)
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void look(), 60_000)
  return () => clearInterval(timer)
}
