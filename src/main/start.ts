// What `npm start` runs: database, public figures, pages. Everything is put together here and nowhere else.
import { fileURLToPath } from 'node:url'
import { openDatabase, type OpenDatabase } from '../service/database.ts'
import { loadPublicFigures } from '../service/load-public-figures.ts'
import { showMeasurements } from '../service/show-measurements.ts'
import { startServer, type RunningServer } from '../web/server.ts'
import { describeListenFault, readAddress } from './address.ts'
import { say, sayRefusal } from './say.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const publicFigures = fileURLToPath(new URL('../../data/public-figures', import.meta.url))

await start()

async function start() {
  const address = readAddress(process.env)
  if (!address.ok) return giveUp(() => sayRefusal(address.refusal))
  const { COMITY_DATA: dataFolder, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = process.env
  const opened = await openDatabase({ projectFolder, dataFolder, url, ownerUrl, onNews: (news) => say((text) => text.databaseNews[news]) })
  if (!opened.ok) return giveUp(() => sayRefusal(opened.refusal))
  const services = { database: opened.value.database }
  const loaded = await loadPublicFigures(services, publicFigures)
  const shown = await showMeasurements(services, process.argv.slice(2))
  if (!shown.ok) {
    await opened.value.close()
    return giveUp(() => sayRefusal(shown.refusal))
  }
  const server = await startServer(services, address.value).catch(async (cause: unknown) => {
    await opened.value.close()
    const refusal = describeListenFault(cause, address.value)
    if (!refusal) throw cause
    return giveUp(() => sayRefusal(refusal))
  })
  if (!server) return undefined
  stopOnSignal(server, opened.value)
  sayPlace(opened.value)
  say((text) => text.figuresLoaded(loaded))
  if (shown.value > 0) say((text) => text.measurementsShown(shown.value))
  say((text) => text.ready(server.url))
  return say((text) => text.howToStop)
}

function giveUp(explain: () => void): undefined {
  explain()
  process.exitCode = 1
}

function sayPlace({ place }: OpenDatabase) {
  if (place.kind === 'server') return say((text) => text.dataOnServer)
  const { folder, moved } = place
  if (moved) return say((text) => text.dataMoved({ folder, wished: projectFolder }))
  return say((text) => text.dataIn(folder))
}

/** The first signal ends requests in hand, then the database. One Ctrl-C can arrive twice, through npm; a later one does not wait. */
function stopOnSignal(server: RunningServer, database: OpenDatabase) {
  let beganAt: number | undefined
  const stop = async () => {
    if (beganAt !== undefined) return Date.now() - beganAt > 2_000 ? process.exit(1) : undefined
    beganAt = Date.now()
    say((text) => text.stopping)
    await server.close()
    await database.close()
    say((text) => text.stopped)
    return process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}
