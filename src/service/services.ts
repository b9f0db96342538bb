import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** What every use-case may ask for; `main` puts it together once. */
export type Services = {
  /** Signed in as the application role. A use-case opens one transaction and hands it to the store. */
  readonly database: Kysely<Tables>
}
