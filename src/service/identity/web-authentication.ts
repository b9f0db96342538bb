/**
 * The library that checks passkeys. Loaded when the first is asked for: it brings some 250 modules of certificates, which whoever opens the first
 * page after a start need not wait for.
 */
export const webAuthentication = () => import('@simplewebauthn/server')
