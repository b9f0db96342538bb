import { createHash, randomBytes } from 'node:crypto'
import { sha256 } from '../../kernel/digest.ts'

/** 256 random bits, as base64url: of a session, an invitation, a browser at our door. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. A plain digest does: nobody guesses 256 random bits. */
export function tokenDigest(token: string): string {
  return sha256(token)
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** What a form must bring back: follows from a cookie's token, which only our own pages can know, and does not tell it. */
export function formToken(token: string): string {
  return createHash('sha256').update(`form\n${token}`).digest('base64url')
}
