import type { Transaction } from '../store/tables.ts'
import type { Services } from './services.ts'

/** Reads in one transaction that changes nothing and sees one state of the database throughout. */
export function readOnly<Value>({ database }: Services, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}
