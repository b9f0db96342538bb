import type { Action } from '../../service/access/permissions.ts'
import type { SignedIn } from '../../service/identity/read-session.ts'
import type { Language } from '../../text/language.ts'
import type { Answer } from '../error-pages.ts'
import type { Visitor } from './visitor.ts'
import type { WorkServices } from './work-services.ts'

/** What somebody who is signed in asks for. */
export type WorkRequest = {
  readonly visitor: Visitor
  readonly signedIn: SignedIn
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The fields of a form that came from our own page; empty of a GET. */
  readonly form: URLSearchParams
  /** For limits, and for what a session is told apart by. */
  readonly remote: { readonly address: string; readonly agent: string; /** The secret of this browser at our door. */ readonly browser: string }
}

/** A page, with our one script where it asks for a passkey; a file; or where to go instead: after the language, or at the provider. */
export type WorkAnswer = WorkPage | WorkFile | { readonly to: string; /** The form goes along, as it came (RFC 9110, 15.4.8): what was typed must stand in no address. */ readonly again?: true }

/** A file to be kept by whoever asked for it: what is in it was written down before. */
export type WorkFile = { readonly file: Uint8Array | string; /** Its media type, with the character set where it is text. */ readonly type: string; /** What it is called: letters, digits, points and hyphens. */ readonly name: string }

export type WorkPage = Answer & { readonly script?: boolean }

/**
 * A page for people who are signed in. It names the one action that its visitor must be permitted; `own-account` is everybody's. How far
 * the action reaches is asked by the page itself, of each object, with `may`: what one may not reach answers like what does not exist.
 */
export type WorkRoute = {
  readonly method: 'GET' | 'POST'
  /** After the language: `/work/…`. */
  readonly path: string
  readonly action: Action | 'own-account'
  /** What the first page calls it, for those who are permitted, and under which heading. */
  readonly name?: Readonly<Record<Language, string>>
  readonly group?: PlaceGroup
  /** Takes a form with files, which is read only of whoever is signed in and permitted: see `uploaded-files.ts`. */
  readonly upload?: true
  /**
   * Keeps what was typed into a form that comes when its session is gone, for the account that it was, and says where to go on once signed in.
   * Nothing is shown, and nothing else is done: see `unsent-form.ts`.
   */
  readonly keepUnsent?: (services: WorkServices, unsent: UnsentForm) => Promise<string | undefined>
  readonly answer: (services: WorkServices, request: WorkRequest) => WorkAnswer | Promise<WorkAnswer>
}

/** What was typed when the session was gone, and whose it was. */
export type UnsentForm = { readonly accountId: string; readonly form: URLSearchParams; readonly parameters: Readonly<Record<string, string>> }

/** A page that the first one links to. */
export type Place = { readonly path: string; readonly name: Readonly<Record<Language, string>>; readonly group: PlaceGroup }

/** The headings of the first page, in their order. */
export const placeGroups = ['cases', 'two', 'countries', 'checks', 'running', 'documents', 'own'] as const
export type PlaceGroup = (typeof placeGroups)[number]
