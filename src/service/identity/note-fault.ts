/** What the operator's log gets of a failure that the visitor is not told: where it was, and what was behind it. */
export type NotedFault = {
  readonly where: 'provider-not-found' | 'provider-not-redeemed' | 'passkey-not-verified' | 'passkey-not-registered'
  readonly causes: readonly NotedCause[]
}

export type NotedCause = { readonly name: string; readonly code?: string; readonly said: string }

/** Takes down a failure for whoever runs the installation. */
export type NoteFault = (fault: NotedFault) => void

/** Notes a failure and what caused it, without what could be a secret. */
export function noteFault(note: NoteFault | undefined, where: NotedFault['where'], cause: unknown): undefined {
  note?.({ where, causes: causesOf(cause).map(describe) })
}

// A failed request says "fetch failed", and only its cause says why.
function causesOf(cause: unknown, deep = 4): readonly unknown[] {
  return deep > 0 && cause instanceof Error ? [cause, ...causesOf(cause.cause, deep - 1)] : []
}

function describe(cause: unknown): NotedCause {
  const { name, message, code, error } = cause as Error & { readonly code?: unknown; readonly error?: unknown }
  // `error` is the provider's own code (RFC 6749, 5.2): "invalid_client" tells an operator what no message does.
  const codes = [code, error].filter((one): one is string => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one))
  return { name, ...(codes.length > 0 ? { code: codes.join(' ') } : {}), said: withoutSecrets(message) }
}

// Challenges, states, codes and tokens are long words without a blank; host names are not, for they have points.
function withoutSecrets(text: string): string {
  return text.replaceAll(/[\w+/=-]{20,}/g, '…').slice(0, 300)
}
