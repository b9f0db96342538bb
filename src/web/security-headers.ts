/** On every answer, error pages and files too. Nothing but our own stylesheet is loaded, nothing is run, nobody frames us. */
export const securityHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'x-permitted-cross-domain-policies': 'none',
  'x-frame-options': 'DENY',
} as const

/** On every answer of a server that people reach over https: a browser that was there once never asks over plain http again (RFC 6797). */
export const onlyHttps = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } as const

/** When somebody signs out: nothing of what they saw stays in their browser (Clear Site Data). */
export const clearBrowser = { 'clear-site-data': '"cache", "storage"' } as const
