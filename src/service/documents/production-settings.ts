import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { ProductionSettings } from './layout-package.ts'

export type ProductionSettingRefusal = { readonly code: 'travel-documents-incomplete'; readonly missing: string } | { readonly code: 'pin-unreadable'; readonly file: string }

/** What an authority has set for real documents: all four settings, or none, which is undefined. */
export async function readProductionSettings({ COMITY_TRAVEL_DOCUMENT: folder = '', COMITY_TRUST_ANCHORS: anchors = '', COMITY_PKCS11_MODULE: module = '', COMITY_PKCS11_PIN_FILE: pinFile = '' }: Readonly<Record<string, string | undefined>>): Promise<Result<ProductionSettings | undefined, ProductionSettingRefusal>> {
  const given = { COMITY_TRAVEL_DOCUMENT: folder, COMITY_TRUST_ANCHORS: anchors, COMITY_PKCS11_MODULE: module, COMITY_PKCS11_PIN_FILE: pinFile }
  const missing = Object.entries(given).filter(([, value]) => value === '').map(([name]) => name)
  if (missing.length === 4) return accept(undefined)
  if (missing.length > 0) return refuse({ code: 'travel-documents-incomplete', missing: missing.join(', ') })
  const pin = await readFile(pinFile, 'utf8').then((text) => text.trim(), () => '')
  return pin === '' ? refuse({ code: 'pin-unreadable', file: pinFile }) : accept({ folder: resolve(folder), trustAnchors: resolve(anchors), module, pin })
}
