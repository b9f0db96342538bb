import { join } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { OpenDatabase, Place } from '../database.ts'
import type { LogServices } from './log-services.ts'
import { openLog, type LogSettings, type OpenLogRefusal } from './open-log.ts'

export type LogSettingRefusal = OpenLogRefusal | { readonly code: 'log-half-set' }

/**
 * Where the keys are and what the log is called: `COMITY_KEYS` and `COMITY_LOG`, both or neither. With the embedded database and neither, the keys
 * are beside it, under a name that says that nobody else knows this log. With a server and neither there is no log: acts wait for one.
 */
export function readLogSettings({ COMITY_KEYS: folder, COMITY_LOG: origin }: NodeJS.ProcessEnv, place: Place): Result<LogSettings | undefined, LogSettingRefusal> {
  if (folder && origin) return accept({ folder, origin })
  if (folder || origin) return refuse({ code: 'log-half-set' })
  return accept(place.kind === 'embedded' ? { folder: join(place.folder, 'keys'), origin: 'localhost/comity' } : undefined)
}

/** This node's log; undefined where the settings name none. */
export async function openLogOf(services: Pick<LogServices, 'clock'> & Pick<OpenDatabase, 'database' | 'roles'>, place: Place, environment: NodeJS.ProcessEnv): Promise<Result<LogServices | undefined, LogSettingRefusal>> {
  const settings = readLogSettings(environment, place)
  if (!settings.ok || !settings.value) return settings.ok ? accept(undefined) : settings
  return openLog(services, settings.value)
}
