import { randomUUID } from 'node:crypto'
import type { Agreement } from '../../casework/agreement.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import type { OpenDatabase } from '../database.ts'
import { systemClock, type CaseServices } from './case-services.ts'

/** Puts together what use-cases about cases need: this database, the machine's clock and chance, the law that this version ships with. */
export function makeCaseServices({ database, roles }: Pick<OpenDatabase, 'database' | 'roles'>, { agreements, timeZone }: { readonly agreements: readonly Agreement[]; readonly timeZone?: string | undefined }): CaseServices {
  return { database, roles, agreements, clock: systemClock(timeZone), newId: randomUUID, shipped: shippedBook() }
}
