import { sha256 } from '../kernel/digest.ts'

/** SHA-256 of what a command asks, whatever the order of its properties: by it a command that comes back is known. */
export function commandDigest(command: object): string {
  return sha256(JSON.stringify(command, sortProperties))
}

function sortProperties(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
