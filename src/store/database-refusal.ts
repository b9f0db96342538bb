/** Why there is no database to work with. The sentences are in text, under `start`. */
export type DatabaseRefusal =
  | { readonly code: 'no-binaries'; readonly platform: string }
  | { readonly code: 'already-running'; readonly folder: string; readonly processId: number }
  | { readonly code: 'other-version'; readonly folder: string; readonly found: number; readonly needed: number }
  | { readonly code: 'folder-not-reachable'; readonly folder: string }
  | { readonly code: 'folder-not-writable'; readonly folder: string }
  | { readonly code: 'folder-of-another-user'; readonly folder: string }
  | { readonly code: 'passwords-missing'; readonly file: string }
  | { readonly code: 'did-not-start'; readonly log: string; readonly lastLine: string }
  | { readonly code: 'server-too-old'; readonly found: number; readonly needed: number }
  | { readonly code: 'no-connection'; readonly reason: string }
  | { readonly code: 'role-missing'; readonly role: string; readonly user: string }
  | { readonly code: 'migration-changed'; readonly name: string }
  | { readonly code: 'schema-too-new'; readonly name: string }
