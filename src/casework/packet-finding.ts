/** The formats that can be read to the last byte. A file of another format leaves in none of them. */
export type PacketFormat = 'jpeg' | 'png' | 'pdf'

/**
 * What a file holds besides what it shows, or that it could not be read whole: a closed list. Any of them refuses the file.
 * `cannot-be-read`: damaged, or with a part whose content we cannot read, which closes. `unknown-part`: a part that nobody has
 * said is harmless. `left-behind`: an earlier state of the file, or something that it no longer shows.
 */
export const findingCodes = [
  'format-not-accepted', 'too-large', 'cannot-be-read', 'locked', 'unknown-part', 'left-behind', 'data-after-end', 'metadata', 'camera-data', 'position', 'date', 'comment',
  'colour-profile', 'thumbnail', 'embedded-file', 'program', 'annotation', 'layer', 'hidden-text', 'unreadable-text', 'telling-word', 'telling-name',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `place`: the part of the file, in its format's own words (`APP1`, `tEXt`, `page 2`), or where it begins (`byte 1024`). Never what it says. */
export type PacketFinding = { readonly code: FindingCode; readonly place: string }

/** A file without a finding, as a request may name it. Its own name stays here: outside it is called by its digest. */
export type CleanFile = { readonly digest: string; readonly format: PacketFormat; readonly bytes: number }

/** The name under which a file leaves. */
export function outwardFileName({ digest, format }: CleanFile): string {
  return `${digest}.${format === 'jpeg' ? 'jpg' : format}`
}
