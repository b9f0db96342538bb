import { readFileSync } from 'node:fs'
import type { Instant } from '../../casework/fact-record.ts'
import { readShape } from '../../store/oversight.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { IdentityServices, SignInSettings } from '../identity/identity-services.ts'

/** How this installation is set up, to be read and not changed. No secret is in it. */
export type Settings = {
  readonly mode: SignInSettings['mode']
  readonly origin: string
  readonly provider?: { readonly issuer: string; readonly clientId: string; readonly acr?: string }
  readonly approval: 'passkey' | 'either'
  readonly timeZone: string
  readonly agreements: number
  readonly versions: { readonly comity: string; readonly node: string; readonly postgres: string; readonly law: string }
  readonly migrations: readonly { readonly name: string; readonly ranAt: Instant }[]
}

export async function readSettings({ database, signIn, clock, shipped, agreements }: Pick<CaseServices, 'database' | 'clock' | 'shipped' | 'agreements'> & IdentityServices): Promise<Settings> {
  const { mode, origin, provider, approval } = signIn
  const { server, migrations } = await readShape(database)
  return {
    mode, origin, approval: approval ?? 'either', timeZone: clock.timeZone ?? 'UTC', agreements: agreements.length, migrations,
    versions: { comity: version, node: process.version.slice(1), postgres: server, law: shipped.digest },
    ...(provider ? { provider: { issuer: provider.issuer, clientId: provider.clientId, ...(provider.acr === undefined ? {} : { acr: provider.acr }) } } : {}),
  }
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
