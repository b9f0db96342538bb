// What `npm start` runs: database, public figures, pages. Everything is put together here and nowhere else.
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { systemClock } from '../service/cases/case-services.ts'
import { accept, type Result } from '../kernel/result.ts'
import { makeCaseServices } from '../service/cases/make-case-services.ts'
import { readAgreements } from '../service/cases/read-agreements.ts'
import { openDatabase, type OpenDatabase } from '../service/database.ts'
import { readProductionSettings } from '../service/documents/production-settings.ts'
import type { DemonstrationRefusal } from '../service/identity/demonstration.ts'
import type { SignInSettings } from '../service/identity/identity-services.ts'
import { loadFictionalCaseload } from '../service/fictional-caseload.ts'
import { loadPublicFigures } from '../service/load-public-figures.ts'
import { showMeasurements } from '../service/show-measurements.ts'
import type { Tables } from '../store/tables.ts'
import type { RunningServer } from '../web/server.ts'
import { describeListenFault, readAddress } from './address.ts'
import { keepLog } from './keep-log.ts'
import { keepWorklists } from './keep-worklists.ts'
import { openLogOf } from '../service/log/log-settings.ts'
import { readSampleSize } from './sample-size.ts'
import { readThemeFile } from './read-theme.ts'
import { chooseSignIn } from './choose-sign-in.ts'
import { english, french, say, sayRefusal } from './say.ts'
import { readSignIn, type SignInWish } from './sign-in-settings.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const publicFigures = fileURLToPath(new URL('../../data/public-figures', import.meta.url))

await start()

async function start() {
  const address = readAddress(process.env)
  if (!address.ok) return giveUp(() => sayRefusal(address.refusal))
  const { COMITY_DATA: dataFolder, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, COMITY_FICTIONAL_CASES: wished } = process.env
  const sample = readSampleSize(wished, url)
  if (!sample.ok) return giveUp(() => sayRefusal(sample.refusal))
  const wish = readSignIn(process.env, address.value)
  if (!wish.ok) return giveUp(() => sayRefusal(wish.refusal))
  const production = await readProductionSettings(process.env)
  if (!production.ok) return giveUp(() => sayRefusal(production.refusal))
  const agreements = await readAgreements(process.env['COMITY_AGREEMENTS'] || undefined)
  if (!agreements.ok) return giveUp(() => sayRefusal({ code: 'agreements-unreadable', file: agreements.refusal.file }))
  const theme = await readThemeFile(process.env['COMITY_THEME'])
  if (!theme.ok) return giveUp(() => sayRefusal(theme.refusal))
  const roleUrls = { gates: process.env['DATABASE_GATES_URL'], outbound: process.env['DATABASE_OUTBOUND_URL'], auditor: process.env['DATABASE_AUDITOR_URL'], report: process.env['DATABASE_REPORT_URL'] }
  let chosen: Result<SignInSettings | undefined, DemonstrationRefusal> = accept(undefined)
  const opening = openDatabase({ projectFolder, dataFolder, url, ownerUrl, roleUrls, atStart: async (owner) => {
    await loadSample(owner, sample.value)
    chosen = await chooseSignIn(owner, wish.value)
  }, onNews: (news) => say((text) => text.databaseNews[news]) })
  // Read while the database starts: a third of all that is to be done.
  const { startServer } = await import('../web/server.ts')
  const opened = await opening
  if (!opened.ok) return giveUp(() => sayRefusal(opened.refusal))
  if (!chosen.ok) {
    const { refusal } = chosen
    await opened.value.close()
    return giveUp(() => sayRefusal(refusal))
  }
  const services = { database: opened.value.database }
  const loaded = await loadPublicFigures(services, publicFigures)
  const shown = await showMeasurements(services, process.argv.slice(2))
  if (!shown.ok) {
    await opened.value.close()
    return giveUp(() => sayRefusal(shown.refusal))
  }
  const signIn = chosen.value
  const working = signIn && { ...makeCaseServices(opened.value, { agreements: agreements.value, timeZone: process.env['COMITY_TIME_ZONE'] || undefined }), roles: opened.value.roles, signIn, ...(production.value ? { production: production.value } : {}) }
  const log = await openLogOf({ database: opened.value.database, roles: opened.value.roles, clock: systemClock(process.env['COMITY_TIME_ZONE'] || undefined) }, opened.value.place, process.env)
  if (!log.ok) {
    await opened.value.close()
    return giveUp(() => sayRefusal(log.refusal))
  }
  const work = working && { services: working, proxy: wish.value.proxy, beside: { path: '/api', load: async () => {
    const { addApi } = await import('../api/add-api.ts')
    return (server: FastifyInstance) => addApi(server, working)
  } } }
  const server = await startServer(services, address.value, work, theme.value, log.value).catch(async (cause: unknown) => {
    await opened.value.close()
    const refusal = describeListenFault(cause, address.value)
    if (!refusal) throw cause
    return giveUp(() => sayRefusal(refusal))
  })
  if (!server) return undefined
  const stopKeeping = working && keepWorklists(working, (cause) => console.error(cause))
  const stopLog = log.value && keepLog(log.value, (cause) => console.error(cause))
  stopOnSignal(server, opened.value, () => {
    stopKeeping?.()
    stopLog?.()
  })
  sayPlace(opened.value)
  say((text) => text.figuresLoaded(loaded))
  if (shown.value > 0) say((text) => text.measurementsShown(shown.value))
  say((text) => text.ready(server.url))
  saySignIn(wish.value, signIn)
  return say((text) => text.howToStop)
}

function saySignIn({ mode }: SignInWish, signIn: SignInSettings | undefined) {
  if (!signIn) return say((text) => text.off)
  for (const text of [english, french]) console.log(text.signInAt(`${signIn.origin}/${text.language}/work`))
  if (signIn.mode === 'demonstration') return say((text) => text.demonstration)
  return mode === 'demonstration-if-fictional' ? say((text) => text.realCases) : undefined
}

/** A fictional caseload to look around in; none where there are cases of real people. */
async function loadSample(owner: Kysely<Tables>, cases: number) {
  if (cases === 0) return
  const loaded = await loadFictionalCaseload({ owner }, { cases, seed: 1, today: systemClock(process.env['COMITY_TIME_ZONE'] || undefined).today() })
  if (!loaded.ok) return
  say((text) => text.fictionalCases({ loaded: loaded.value.loaded, present: loaded.value.present }))
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
function stopOnSignal(server: RunningServer, database: OpenDatabase, stopKeeping: (() => void) | undefined) {
  let beganAt: number | undefined
  const stop = async () => {
    if (beganAt !== undefined) return Date.now() - beganAt > 2_000 ? process.exit(1) : undefined
    beganAt = Date.now()
    say((text) => text.stopping)
    stopKeeping?.()
    await server.close()
    await database.close()
    say((text) => text.stopped)
    return process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}
