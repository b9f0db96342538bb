import { accounts } from './accounts.ts'
import { apiTokens } from './api-tokens.ts'
import { approvals } from './approvals.ts'
import type { Attempt } from './attack.ts'
import { corrections } from './corrections.ts'
import { functions } from './functions.ts'
import { identity } from './identity.ts'
import { merges } from './merges.ts'
import { oversight } from './oversight.ts'
import { reading } from './reading.ts'
import { server } from './server.ts'
import { shape } from './shape.ts'
import { tables } from './tables.ts'
import { travelDocuments } from './travel-documents.ts'
import { writing } from './writing.ts'

/** Everything that is tried at the database, one statement or call at a time. */
export const everyAttempt: readonly Attempt[] = [...writing, ...shape, ...identity, ...server, ...reading, ...functions, ...tables, ...accounts, ...corrections, ...approvals, ...merges, ...oversight, ...travelDocuments, ...apiTokens]
