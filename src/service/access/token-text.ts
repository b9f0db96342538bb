import { randomBytes } from 'node:crypto'
import { sha256 } from '../../kernel/digest.ts'

const shape = /^comity_[\w-]{43}$/

/** 256 random bits after a name, by which a program that looks for leaked secrets knows it. */
export function newApiToken(): string {
  return `comity_${randomBytes(32).toString('base64url')}`
}

/** What the database keeps. A plain digest does: nobody guesses 256 random bits. */
export function tokenDigest(token: string): string {
  return sha256(token)
}

/** Asked before the database is: anything else is nobody's. */
export function isApiToken(text: string): boolean {
  return shape.test(text)
}
