import { isIP } from 'node:net'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { DemonstrationRefusal } from '../service/identity/demonstration.ts'
import { isLoopback } from '../service/identity/find-provider.ts'
import type { ProviderSettings, SignInMode } from '../service/identity/identity-services.ts'
import type { Address } from './address.ts'

export type SignInSettingRefusal =
  | DemonstrationRefusal
  | { readonly code: 'sign-in-wrong'; readonly wished: string }
  | { readonly code: 'approval-wrong'; readonly wished: string }
  | { readonly code: 'origin-wrong'; readonly origin: string }
  | { readonly code: 'origin-missing' }
  | { readonly code: 'proxy-wrong'; readonly proxy: string }
  | { readonly code: 'provider-incomplete'; readonly missing: string }
  | { readonly code: 'issuer-wrong'; readonly issuer: string }

/** How people shall sign in; `demonstration-if-fictional` is what happens when nothing is said on a machine of one's own. */
export type SignInWish = {
  readonly mode: SignInMode | 'demonstration-if-fictional' | 'off'
  readonly origin: string
  readonly provider?: ProviderSettings
  /** What takes two people is agreed to with a passkey alone. */
  readonly approval?: 'passkey'
  /** The servers in front, by address, whose word is taken for whom they speak for. */
  readonly proxy?: string
  /** Where the server is: what demonstration accounts depend on. */
  readonly loopback: boolean
  readonly embedded: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads COMITY_SIGN_IN, COMITY_APPROVAL, COMITY_ORIGIN and what a provider needs. Without any: demonstration accounts where nothing is real, else passkeys. */
export function readSignIn(environment: Environment, { host, port }: Address): Result<SignInWish, SignInSettingRefusal> {
  const { COMITY_SIGN_IN: wished = '', COMITY_ORIGIN: named = '', COMITY_PROXY: proxy = '', COMITY_APPROVAL: approval = '', DATABASE_URL: url = '' } = environment
  if (!['', 'demonstration', 'provider', 'passkeys'].includes(wished)) return refuse({ code: 'sign-in-wrong', wished })
  if (!['', 'any', 'passkey'].includes(approval)) return refuse({ code: 'approval-wrong', wished: approval })
  if (named !== '' && !isOrigin(named)) return refuse({ code: 'origin-wrong', origin: named })
  if (proxy !== '' && !proxy.split(',').every(isNetwork)) return refuse({ code: 'proxy-wrong', proxy })
  const provider = readProvider(environment, wished === 'provider')
  if (!provider.ok) return provider
  const own = ['127.0.0.1', '::1', 'localhost'].includes(host)
  const origin = named || (own ? `http://localhost:${port}` : '')
  // Through a tunnel or another program of this machine, an address of elsewhere reaches us too.
  const whereabouts = { loopback: own && (origin === '' || isLoopback(origin)), embedded: url === '' }
  if (wished === 'demonstration' && !whereabouts.loopback) return refuse({ code: 'demonstration-not-here', because: 'not-loopback' })
  if (wished === 'demonstration' && !whereabouts.embedded) return refuse({ code: 'demonstration-not-here', because: 'not-embedded' })
  if (origin === '' && (wished !== '' || provider.value !== undefined)) return refuse({ code: 'origin-missing' })
  const mode = wished !== '' ? (wished as SignInMode) : origin === '' ? 'off' : provider.value ? 'provider' : whereabouts.loopback && whereabouts.embedded ? 'demonstration-if-fictional' : 'passkeys'
  return accept({ mode, origin, ...whereabouts, ...(provider.value === undefined || mode !== 'provider' ? {} : { provider: provider.value }), ...(proxy === '' ? {} : { proxy }), ...(approval === 'passkey' ? { approval } : {}) })
}

function readProvider({ COMITY_ISSUER: issuer = '', COMITY_CLIENT_ID: clientId = '', COMITY_CLIENT_SECRET: clientSecret, COMITY_ACR: acr }: Environment, needed: boolean): Result<ProviderSettings | undefined, SignInSettingRefusal> {
  if (issuer === '' && clientId === '' && !needed) return accept(undefined)
  if (issuer === '') return refuse({ code: 'provider-incomplete', missing: 'COMITY_ISSUER' })
  if (!URL.canParse(issuer) || !isSafe(issuer)) return refuse({ code: 'issuer-wrong', issuer })
  if (clientId === '') return refuse({ code: 'provider-incomplete', missing: 'COMITY_CLIENT_ID' })
  return accept({ issuer, clientId, clientSecret: clientSecret || undefined, acr: acr || undefined })
}

/** An address, or a range of them: `192.0.2.1`, `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.trim().split('/')
  return rest.length === 0 && isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && isSafe(text)
}

/** Over https; or on this very machine, which nobody listens in on. */
function isSafe(address: string): boolean {
  return address.startsWith('https://') || (address.startsWith('http://') && isLoopback(address))
}
