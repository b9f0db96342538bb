// node scripts/write-api-reference.ts: writes docs/reference/api.md from what the server says of its API.
import { writeFileSync } from 'node:fs'
import { referenceNow } from '../src/api/describe-alone.ts'

writeFileSync(new URL('../docs/reference/api.md', import.meta.url), await referenceNow())
