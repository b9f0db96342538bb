import type { SignedIn } from '../../service/identity/read-session.ts'
import type { Address } from '../address.ts'

/** Who asks for a page, and where. */
export type Visitor = {
  readonly address: Address
  readonly signedIn?: SignedIn | undefined
  /** The token of the cookie that the page's forms are bound to: of the session, or of the browser at our door. */
  readonly token: string
}
