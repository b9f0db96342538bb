import { accept, refuse, type Result } from '../kernel/result.ts'

export type Address = { readonly host: string; readonly port: number }

export type AddressRefusal =
  | { readonly code: 'port-busy'; readonly port: number }
  | { readonly code: 'port-forbidden'; readonly port: number }
  | { readonly code: 'port-wrong'; readonly port: string }
  | { readonly code: 'address-wrong'; readonly host: string }

/** Reads PORT and COMITY_HOST. Without the latter only this machine is served: the public pages ask nobody who they are. */
export function readAddress({ PORT, COMITY_HOST }: Readonly<Record<string, string | undefined>>): Result<Address, AddressRefusal> {
  const wished = PORT || '8080'
  const port = Number(wished)
  if (!/^\d+$/.test(wished) || port < 1 || port > 65_535) return refuse({ code: 'port-wrong', port: wished })
  return accept({ host: COMITY_HOST || '127.0.0.1', port })
}

/** What a failure to listen means for the operator; undefined when it is none of the known ones. */
export function describeListenFault(cause: unknown, { host, port }: Address): AddressRefusal | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') return { code: 'port-busy', port }
  if (code === 'EACCES') return { code: 'port-forbidden', port }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return { code: 'address-wrong', host }
  return undefined
}
