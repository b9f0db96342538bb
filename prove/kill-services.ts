// The service as the writer and the checker see it.
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { PlainDate } from '../src/kernel/day.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import type { CaseServices } from '../src/service/cases/case-services.ts'
import { connect } from '../src/store/connection.ts'
import { everyServingRole, servingRoles, type ServingRole } from '../src/store/roles.ts'
import type { Tables } from '../src/store/tables.ts'

export type Endpoint = { readonly host: string; readonly port: number; readonly database: string; readonly passwords: Readonly<Record<ServingRole, string>> }

export type Roles = Readonly<Record<ServingRole, Kysely<Tables>>>

export function connectRoles({ host, port, database, passwords }: Endpoint): Roles {
  return Object.fromEntries(everyServingRole.map((role) => [role, connect({ host, port, user: servingRoles[role], password: passwords[role], database, max: 5 })])) as Roles
}

/** The service on a day of a made-up history. */
export function servicesOn(roles: Roles, today: PlainDate): CaseServices {
  return { database: roles.application, roles, clock: { now: () => new Date().toISOString(), today: () => today }, newId: randomUUID, agreements: [], shipped: shippedBook() }
}
