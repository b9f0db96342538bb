import { checkPacketFile } from '../../intake/packet-file.ts'
import { pictureSize } from '../../intake/picture-size.ts'
import { sha256 } from '../../kernel/digest.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { filesOfDraft, keepDraftFile, type DraftFile, type OwnDraft } from '../../store/drafts.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { PacketFile } from '../cases/send-request.ts'
import type { Services } from '../services.ts'

export const mostPhotographBytes = 5 * 1024 * 1024
export const mostPhotographPixels = 40_000_000

export type PhotographRefusal = Extract<CommandRefusal, { readonly code: 'file-not-clean' }> | { readonly code: 'no-file' | 'not-picture' | 'photograph-large' | 'photograph-pixels' | 'photograph-there' }

/**
 * Keeps a photograph with a draft until it is handed in: JPEG or PNG, bounded in bytes and in pixels, and with nothing in it but the picture, as
 * what goes along with a request. Of what holds more nothing is taken out: its digest would be that of a file that nobody has.
 */
export async function addPhotograph({ database }: Services, own: OwnDraft, { name, bytes }: PacketFile): Promise<Result<null, PhotographRefusal>> {
  if (bytes.length === 0) return refuse({ code: 'no-file' })
  if (bytes.length > mostPhotographBytes) return refuse({ code: 'photograph-large' })
  const size = pictureSize(bytes)
  if (!size) return refuse({ code: 'not-picture' })
  // Asked before a pixel is unpacked.
  if (size.width * size.height > mostPhotographPixels) return refuse({ code: 'photograph-pixels' })
  const checked = checkPacketFile(name, bytes)
  if (!checked.ok) return refuse({ ...checked.refusal, file: name })
  if (checked.value.format === 'pdf') return refuse({ code: 'not-picture' })
  return database.transaction().execute(async (tx) => {
    if ((await filesOfDraft(tx, own)).length > 0) return refuse({ code: 'photograph-there' as const })
    return (await keepDraftFile(tx, { ...own, name, bytes })) ? accept(null) : refuse({ code: 'photograph-there' as const })
  })
}

/** By what a photograph is recorded: SHA-256 of the very file. Undefined where none was given. */
export function photographDigest([file]: readonly DraftFile[]): string | undefined {
  return file && sha256(file.bytes)
}
