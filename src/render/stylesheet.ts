import { readFileSync } from 'node:fs'

/** Our stylesheet, for the server to serve and for a report to carry. */
export const stylesheet = readFileSync(new URL('style.css', import.meta.url), 'utf8')
